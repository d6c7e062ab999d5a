# 界面用语，简体中文。

## 导航
skip-to-content = 跳到正文
home = 首页
language = 语言
languages-title = 选择语言
menu = 目录
menu-close = 关闭目录
part-navigation = 本部分
other-parts = 其他部分
breadcrumbs = 当前位置
on-this-page = 本页内容
to-top = 回到顶部
contents = 目录
contents-title = 完整目录
pager = 按顺序阅读
previous = 上一页
next = 下一页
draft = 编写中

## 页面说明
part-label = 第 { $number } 部分
reading-time = 阅读约 { $minutes } 分钟
pages-count = { $count } 页
updated = 最近修改：{ $date }
review-by = 应于 { $date } 前复核
audience = 适合：
audience-citizen = 居民
audience-commune = 乡（坊）干部
audience-province = 省市干部
audience-press = 媒体与合作伙伴
audience-editor = 编辑与译者
notice-label = 关于本译文
notice-fallback = 本页尚未翻译，以下为原文：{ $source }。
notice-partial = 本页已译 { $percent }%，其余显示原文（{ $source }）。
notice-stale = 本译文完成后，原文（{ $source }）已有改动。
notice-stale-dated = 本译文完成于{ $date }，此后原文（{ $source }）已有改动。
notice-draft = 本译文为草稿，尚未经母语读者审校。
notice-read-source = 阅读原文（{ $source }）
translation-title = 翻译进度
translation-lead = 各语言的翻译完成情况。按原文的段落和词数计算。
translation-translated = 已译
translation-fuzzy = 待审
translation-missing = 未译
translation-words = 词数
translation-words-left = 剩余词数
translation-whole = 整页翻译
translation-stale = 已过时
translation-page = 页面
translation-state = 状态
translation-is-catalog = 已译 { $percent }%
translation-is-whole = 整页翻译
translation-is-stale = 翻译之后原文已有改动
translation-is-unstamped = 整页翻译，未记录所依据的原文版本
translation-elsewhere = 目录、图示和数据
copy-link = 复制“{ $title }”的链接
copied = 链接已复制

## 显示
appearance = 显示方式
theme-auto = 跟随设备
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度

## 首页
start-here = 从这里开始
entrances-title = 您是哪一位？
entrance-steps = 先读
parts-title = 各部分
framework-title = 要素框架
framework-progress = { $expected } 个要素中有 { $official } 个已有官方来源。
element-number = 要素 { $number }
element-official = 有官方来源
element-awaiting-source = 等待来源
group-nen-tang = 基础
group-trai-nghiem = 体验
group-other = 所属组别未知
documents-title = 文件时间线
document-in-force = 现行有效
document-replaced = 已被取代
document-done = 已执行完毕
document-draft = 草案
document-unknown = 效力未确认
document-replaced-by = 由 { $title } 取代
document-facts = 关于此文件
document-number = 文号
document-date = 日期
document-issuer = 发文机关
document-status = 状态
document-date-unknown = 日期不详
downloads-title = 带走阅读

## 正文中的版块
alert-note = 说明
alert-tip = 提示
alert-important = 重要
alert-warning = 注意
alert-caution = 谨慎
label-example = 虚构示例
label-checklist = 核对清单
label-worksheet = 工作表
label-card = 口袋卡片
label-source = 来源
label-as-of = 截至 { $date }
label-conflict = 另一来源说法不同
label-blank = 待填写
footnotes = 注释
footnote-number = 注 { $number }
footnote-back = 回到正文
task = 事项
external-link = 链接到手册之外
table-scroll = 表格：左右滚动可查看全部列

## 阅读辅助
text-size = 字号
search-slash = 按 / 搜索
typeface-serif = 衬线字体
resume = 继续上次阅读：
resume-label = 阅读位置
resume-close = 忽略
overdue = 本页应在{ $date }前复核，部分内容可能已过时。
share = 引用或分享本页
share-title = 引用或分享
share-citation = 复制引文
share-link = 复制链接
share-mail = 报告此处的错误
share-code = 用手机打开此处的二维码
citation-copied = 已复制引文
close = 关闭
feedback = 报告本页的错误
feedback-subject = { $handbook }：{ $place }
feedback-body = 需要更正的内容及依据：
cite-section = 第 { $number } 节
cite-point = 第 { $label } 点
cite-clause = 第 { $label } 条
cite-title = “{ $title }”
list-separator = {"，"}
image-large = 查看大图

## 可填写的表
form-tools = 关于此表
form-filled = 已填
form-progress = 已完成 { $done } / { $total }
form-save = 保存为文件
form-save-markdown = 文本（Markdown）
form-save-csv = 表格（CSV）
form-save-ics = 日历日期（.ics）
form-clear = 清空
form-clear-question = 要清空这里填写的全部内容吗？清空后无法恢复。
form-cleared = 已清空。
form-add-row = 添加一行
form-kept = 您填写的内容只保存在本设备上。
form-not-kept = 此浏览器不会保存内容：离开前请先保存为文件。
form-page = 本页所有可填写的内容

## 来源与要素列表
source-kind-letter = 公文
source-kind-decision = 决定
source-kind-decree = 议定
source-kind-circular = 通知
source-kind-conclusion = 结论
source-kind-press = 新闻报道
source-kind-law = 法律
source-status-read = 已读原文
source-status-cited = 仅据其他来源得知
source-status-press = 据媒体报道
source-via = 见于 { $title }
source-pages = 引用页面
element-column-number = 编号
element-column-name = 要素
element-column-group = 组别
element-column-status = 状态

## 其他页面
not-found-title = 没有这个页面
not-found-text = 地址可能有误，或页面已移动。请选择一种语言重新开始：
redirect-title = 页面已移动
redirect-text = 前往 { $title }

## 页脚
footer-label = 关于本手册
edition = 版本：{ $edition }
edition-dated = 版本：{ $edition }，{ $date }
made-with = 由 camnang 排版

## 搜索
search = 搜索
search-field = 在本手册中搜索
search-close = 关闭搜索
search-count = 找到的页面：{ $count }
search-none = 没有找到“{ $query }”。
search-failed = 无法加载搜索功能。可查阅按字母排列的索引。
search-all = 全部结果（{ $count }）
search-results = 结果
search-more = 更多结果
search-part = 部分
search-kind = 类别
search-any = 全部
search-kind-chapter = 章节
search-kind-document = 公文
search-kind-element = 框架要素
search-kind-start = 首页
search-recent = 最近的搜索
search-forget = 清除最近的搜索
search-suggestions = 您要找的是不是
search-terms = 可以试着搜索
search-how = 输入方法
search-tips = 可以这样试试
search-tip-fewer = 减少词语，只保留最重要的一个。
search-tip-marks = 越南语可以不带符号输入：“truyen thong”能找到“truyền thông”。
search-tip-numbers = 文件编号照原样输入：532/BTTTT-TTĐN。
search-keys = ↑ ↓ 选择 · Enter 打开 · Esc 关闭
search-no-script = 搜索需要 JavaScript。按字母排列的索引则不需要。
marks-label = 本页中您搜索的词
marks-count = 第 { $at } 处，共 { $count } 处
marks-none = 本页正文中没有您搜索的词。
marks-previous = 上一处
marks-next = 下一处
marks-close = 关闭并去除标记
index-title = 索引 A–Z
index-lead = 本手册的术语和标题，按字母顺序排列。
index-letters = 字母
index-other = 其他
## 印张
press-sheet = 第 { $sheet }/{ $sheets } 张
press-front = 第 { $sheet }/{ $sheets } 张，正面
press-back = 第 { $sheet }/{ $sheets } 张，背面
press-signature = 第 { $signature }/{ $signatures } 帖
press-draft = 草稿

## 日期
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年

## The print edition
print-book-a5 = 印刷版，A5
print-book-a4 = 印刷版，A4
print-reading-a4 = 阅读版，A4
print-cards-a6 = 口袋卡片 A6，每张 A4 纸四张
print-cards-85x54 = 口袋卡片 85 × 54 毫米，每张 A4 纸十张
imprint-draft = 试行本，尚未正式发布。
imprint-awaits = 待确认：{ $facts }。
imprint-publisher = 出版单位
imprint-edition = 版次
imprint-date = 出版日期
print-book-a5-booklet = A5 书的折页拼版，印于 A4 纸
print-this-page = 本页 PDF
print-tables = 表格目录
print-figures = 插图目录
print-table = 表
print-figure = 图
print-index = 索引
print-read-online = 在线阅读
print-links = 本章链接
print-see-page = 第 { $page } 页
print-see-section = 第 { $number } 节，第 { $page } 页
print-continued = { $title }（续）
## Taking it along
book-cover = 封面
book-landmarks = 书中位置
book-pages = 印刷版页码
book-accessibility = 全部文字均可朗读、放大和改变颜色。标题、列表、表格和注释均有相应标记，图片配有说明，目录可通往每一章。
book-pages-known = 页码与 A5 印刷版一致。
book-pages-unknown = 没有印刷版页码列表。
download-epub = 供阅读应用使用的电子书
download-bundle = 整本手册，无需联网即可打开
download-single = 便于转发的单个文件
bundle-file = Open-handbook
bundle-extract-title = 请先解压
bundle-extract = 此页面是在 ZIP 文件内打开的。请先将整个 ZIP 解压到一个文件夹，再打开其中的 { $name }。
bundle-open = 打开手册
single-all = 一次显示全书
single-find = 在手册中查找
single-none = 没有找到。
offline-title = 离线保存
offline-text = 可将手册保存在此设备上，无需联网即可阅读。
offline-keep = 保存（{ $size }）
offline-progress = 正在保存：{ $percent }%
offline-kept = 已保存在此设备上：无需联网即可打开。
offline-remove = 从此设备删除
offline-failed = 未能保存。请检查网络连接和剩余空间后重试。
offline-new = 手册有新版本。
offline-refresh = 获取新版本
