# 画面のことば、日本語。

## 道しるべ
skip-to-content = 本文へ移動
home = はじめのページ
language = 言語
languages-title = 言語を選ぶ
menu = 目次
menu-close = 目次を閉じる
part-navigation = この部の目次
other-parts = ほかの部
breadcrumbs = 現在の位置
on-this-page = このページの内容
to-top = ページの先頭へ
contents = 目次
contents-title = 全体の目次
pager = 順に読む
previous = 前へ
next = 次へ
draft = 準備中

## ページについて
part-label = 第{ $number }部
reading-time = 読む時間 約{ $minutes }分
pages-count = { $count }ページ
updated = 最終更新 { $date }
review-by = { $date }までに見直し
audience = 対象：
audience-citizen = 市民
audience-commune = 社・坊の職員
audience-province = 省・市の職員
audience-press = 報道・協力機関
audience-editor = 編集者・翻訳者
notice-label = この翻訳について
notice-fallback = このページはまだ訳されていません。以下は原文です：{ $source }
notice-partial = このページは { $percent }% 訳されています。残りは原文（{ $source }）のままです。
notice-stale = この翻訳のあとに原文（{ $source }）が変わりました。
notice-stale-dated = これは{ $date }の翻訳です。その後、原文（{ $source }）が変わりました。
notice-draft = これは仮訳です。母語話者による確認はまだ済んでいません。
notice-read-source = 原文（{ $source }）を読む
translation-title = 翻訳の進み具合
translation-lead = 各言語の翻訳がどこまで進んだかを示します。原文の文のまとまりと語数で数えています。
translation-translated = 翻訳済み
translation-fuzzy = 確認待ち
translation-missing = 未翻訳
translation-words = 語数
translation-words-left = 残りの語数
translation-whole = 全文訳のページ
translation-stale = 原文が変更済み
translation-page = ページ
translation-state = 状態
translation-is-catalog = { $percent }% 翻訳済み
translation-is-whole = ページ全体を翻訳
translation-is-stale = 翻訳後に原文が変わりました
translation-is-unstamped = ページ全体を翻訳（元にした原文の版は記録なし）
translation-elsewhere = 目次、図、データ
copy-link = 「{ $title }」へのリンクをコピー
copied = リンクをコピーしました

## 表示
appearance = 表示
theme-auto = 端末に合わせる
theme-light = 明るい
theme-dark = 暗い
theme-contrast = 高コントラスト

## はじめのページ
start-here = ここから始める
entrances-title = あなたは？
entrance-steps = まず読むページ
parts-title = この本の各部
framework-title = 要素の枠組み
framework-progress = { $expected } 要素のうち { $official } に公式の出典があります。
element-number = 要素 { $number }
element-official = 公式の出典あり
element-awaiting-source = 出典待ち
group-nen-tang = 基盤
group-trai-nghiem = 体験
group-other = 分類はまだ不明
documents-title = 文書の年表
document-in-force = 有効
document-replaced = 置き換え済み
document-done = 実施済み
document-draft = 案
document-unknown = 効力は未確認
document-replaced-by = { $title } に置き換え
document-facts = この文書について
document-number = 番号
document-date = 日付
document-issuer = 発行機関
document-status = 状態
document-date-unknown = 日付不明
downloads-title = 持ち出す

## 本文のブロック
alert-note = メモ
alert-tip = ヒント
alert-important = 重要
alert-warning = 注意
alert-caution = 警告
label-example = 架空の例
label-checklist = チェックリスト
label-worksheet = ワークシート
label-card = ポケットカード
label-source = 出典
label-as-of = { $date }現在
label-conflict = 別の出典は異なる内容です
label-blank = 記入欄
footnotes = 注
footnote-number = 注 { $number }
footnote-back = 本文に戻る
task = 作業
external-link = 本の外へのリンク
table-scroll = 表：横に動かすとすべての列が見えます

## 読む人のために
text-size = 文字の大きさ
search-slash = / で検索
typeface-serif = 明朝体
resume = 前回の続きから読む：
resume-label = 読んでいた場所
resume-close = 閉じる
overdue = このページは{ $date }までに見直される予定でした。古くなった内容があるかもしれません。
share = このページを引用・共有
share-title = 引用・共有
share-citation = 引用文をコピー
share-link = リンクをコピー
share-mail = この箇所の誤りを知らせる
share-code = この箇所をスマートフォンで開くコード
citation-copied = 引用文をコピーしました
close = 閉じる
feedback = このページの誤りを知らせる
feedback-subject = { $handbook }：{ $place }
feedback-body = 訂正すべき点とその根拠：
cite-section = 第 { $number } 節
cite-point = { $label }号
cite-clause = 第 { $label } 項
cite-title = 「{ $title }」
list-separator = {"、"}
image-large = 画像を大きく表示

## 記入用紙
form-tools = この用紙について
form-filled = 記入済み
form-progress = { $total } 件中 { $done } 件完了
form-save = ファイルに保存
form-save-markdown = テキスト（Markdown）
form-save-csv = 表（CSV）
form-save-ics = カレンダー用の日付（.ics）
form-clear = 消去
form-clear-question = ここに記入した内容をすべて消去しますか。元には戻せません。
form-cleared = 消去しました。
form-add-row = 行を追加
form-kept = 記入した内容はこの端末にだけ保存されます。
form-not-kept = このブラウザーには保存されません。ページを離れる前にファイルに保存してください。
form-page = このページの記入欄すべて

## 出典と要素の一覧
source-kind-letter = 公文書
source-kind-decision = 決定
source-kind-decree = 議定
source-kind-circular = 通達
source-kind-conclusion = 結論
source-kind-press = 報道
source-kind-law = 法律
source-status-read = 原文を確認済み
source-status-cited = 別の出典による
source-status-press = 報道による
source-via = { $title } に記載
source-pages = 使われているページ
element-column-number = 番号
element-column-name = 要素
element-column-group = 分類
element-column-status = 状態

## ほかのページ
not-found-title = ページが見つかりません
not-found-text = アドレスの誤りか、ページの移動が考えられます。言語を選んでやり直してください。
redirect-title = ページは移動しました
redirect-text = { $title } へ

## 下部
footer-label = この本について
edition = 版：{ $edition }
edition-dated = 版：{ $edition }、{ $date }
made-with = camnang で組版

## 検索
search = 検索
search-field = この手引きの中を検索
search-close = 検索を閉じる
search-count = 見つかったページ：{ $count }
search-none = 「{ $query }」は見つかりませんでした。
search-failed = 検索を読み込めませんでした。用語と見出しの索引をご覧ください。
search-all = すべての結果（{ $count }）
search-results = 結果
search-more = さらに表示
search-part = 部
search-kind = 種類
search-any = すべて
search-kind-chapter = 章
search-kind-document = 公文書
search-kind-element = 枠組みの要素
search-kind-start = はじめのページ
search-recent = 最近の検索
search-forget = 最近の検索を消す
search-suggestions = もしかして
search-terms = 検索の例
search-how = 入力のしかた
search-tips = 見つけるためのヒント
search-tip-fewer = 言葉を減らし、大切な一語だけにする。
search-tip-marks = ベトナム語は記号なしでも探せます：「truyen thong」で「truyền thông」が見つかります。
search-tip-numbers = 文書番号は書かれているとおりに入力します：532/BTTTT-TTĐN
search-keys = ↑ ↓ 選ぶ · Enter 開く · Esc 閉じる
search-no-script = 検索には JavaScript が必要です。索引は JavaScript なしで使えます。
marks-label = このページで検索した言葉
marks-count = { $at } / { $count }
marks-none = このページの本文に検索した言葉はありません。
marks-previous = 前の箇所
marks-next = 次の箇所
marks-close = 閉じて印を消す
index-title = 索引
index-lead = この手引きの用語と見出しを順に並べています。
index-letters = 見出しの文字
index-other = その他
## 刷り本
press-sheet = { $sheet }/{ $sheets } 枚目
press-front = { $sheet }/{ $sheets } 枚目 表
press-back = { $sheet }/{ $sheets } 枚目 裏
press-signature = 折丁 { $signature }/{ $signatures }
press-draft = 草稿

## 日付
date-day = { $year }年{ $month }月{ $day }日
date-month = { $year }年{ $month }月
date-year = { $year }年

## The print edition
print-book-a5 = 印刷版（A5）
print-book-a4 = 印刷版（A4）
print-reading-a4 = 閲覧版（A4）
print-cards-a6 = ポケットカード A6（A4 一枚に四枚）
print-cards-85x54 = ポケットカード 85 × 54 mm（A4 一枚に十枚）
imprint-draft = 試行版（未発行）。
imprint-awaits = 確認待ち：{ $facts }。
imprint-publisher = 発行者
imprint-edition = 版
imprint-date = 発行日
print-book-a5-booklet = A5 判の面付け（A4 用紙に印刷）
print-this-page = このページの PDF
print-tables = 表の一覧
print-figures = 図の一覧
print-table = 表
print-figure = 図
print-index = 索引
print-read-online = オンラインで読む
print-links = この章のリンク
print-see-page = { $page } ページ
print-see-section = { $number } 節、{ $page } ページ
print-continued = { $title }（続き）
## Taking it along
book-cover = 表紙
book-landmarks = 本の中の場所
book-pages = 印刷版のページ
book-accessibility = 本文はすべて読み上げ、拡大、配色の変更ができます。見出し、リスト、表、注はそれぞれ正しく示され、画像には説明があり、目次から各章へ移れます。
book-pages-known = ページ番号は A5 判の印刷版のものです。
book-pages-unknown = 印刷版のページ一覧はありません。
download-epub = 読書アプリ用の電子書籍
download-bundle = 接続なしで開けるハンドブック一式
download-single = 人に渡せる一つのファイル
bundle-file = Open-handbook
bundle-extract-title = 先に展開してください
bundle-extract = このページは ZIP ファイルの中で開かれています。ZIP 全体をフォルダーに展開してから、その中の { $name } を開いてください。
bundle-open = ハンドブックを開く
single-all = 全体を一度に表示
single-find = ハンドブック内を検索
single-none = 見つかりませんでした。
offline-title = オフライン用に保存
offline-text = ハンドブックをこの端末に保存し、接続なしで読むことができます。
offline-keep = 保存する（{ $size }）
offline-progress = 保存中：{ $percent }%
offline-kept = この端末に保存しました。接続なしで開けます。
offline-remove = この端末から削除
offline-failed = 保存できませんでした。接続と空き容量を確認して、もう一度お試しください。
offline-new = ハンドブックの新しい版があります。
offline-refresh = 新しい版にする
