# Chữ của giao diện, tiếng Việt.

## Tìm đường
skip-to-content = Tới thẳng nội dung chính
home = Trang đầu
language = Ngôn ngữ
languages-title = Chọn ngôn ngữ
menu = Mục lục
menu-close = Đóng mục lục
part-navigation = Trong phần này
other-parts = Các phần khác
breadcrumbs = Bạn đang ở
on-this-page = Trong trang này
to-top = Lên đầu trang
contents = Mục lục
contents-title = Toàn bộ mục lục
pager = Đọc theo thứ tự
previous = Trang trước
next = Trang sau
draft = đang soạn

## Trang nói về mình
part-label = Phần { $number }
reading-time = Đọc trong { $minutes } phút
pages-count = { $count } trang
updated = Sửa lần cuối { $date }
review-by = Rà soát trước { $date }
audience = Dành cho
audience-citizen = người dân
audience-commune = cán bộ xã, phường
audience-province = cán bộ tỉnh, thành phố
audience-press = báo chí, đối tác
audience-editor = người biên tập, người dịch
notice-label = Về bản dịch này
notice-fallback = Trang này chưa được dịch. Dưới đây là nguyên văn: { $source }.
notice-partial = Trang này đã dịch được { $percent }%. Phần còn lại hiện bằng nguyên văn: { $source }.
notice-stale = Nguyên văn ({ $source }) đã thay đổi sau khi bản dịch này hoàn thành.
notice-stale-dated = Bản dịch ngày { $date }; nguyên văn ({ $source }) đã thay đổi từ đó.
notice-draft = Đây là bản dịch nháp, chưa được người bản ngữ đọc soát.
notice-read-source = Đọc nguyên văn: { $source }
translation-title = Tình trạng bản dịch
translation-lead = Mỗi ngôn ngữ đã dịch được bao nhiêu. Số đếm là số đoạn chữ của nguyên văn và số từ trong đó.
translation-translated = Đã dịch
translation-fuzzy = Chờ soát
translation-missing = Còn thiếu
translation-words = Số từ
translation-words-left = Số từ còn lại
translation-whole = Trang dịch cả
translation-stale = Đã cũ
translation-page = Trang
translation-state = Tình trạng
translation-is-catalog = dịch { $percent }%
translation-is-whole = dịch cả trang
translation-is-stale = nguyên văn đã thay đổi từ khi dịch
translation-is-unstamped = dịch cả trang, chưa ghi dịch từ bản nào
translation-elsewhere = Mục lục, hình và dữ liệu
copy-link = Chép đường dẫn tới mục “{ $title }”
copied = Đã chép đường dẫn

## Cách hiển thị
appearance = Cách hiển thị
theme-auto = Theo thiết bị
theme-light = Nền sáng
theme-dark = Nền tối
theme-contrast = Tương phản cao

## Trang đầu
start-here = Bắt đầu ở đây
entrances-title = Bạn là ai?
entrance-steps = Đọc trước
parts-title = Các phần của sách
framework-title = Khung yếu tố
framework-progress = { $official } trên { $expected } yếu tố đã có nguồn chính thức.
element-number = Yếu tố { $number }
element-official = có nguồn chính thức
element-awaiting-source = chờ nguồn
group-nen-tang = Nền tảng
group-trai-nghiem = Trải nghiệm
group-other = Chưa rõ nhóm
documents-title = Văn bản theo thời gian
document-in-force = đang có hiệu lực
document-replaced = đã được thay thế
document-done = đã thực hiện xong
document-draft = dự thảo
document-unknown = chưa xác nhận hiệu lực
document-replaced-by = Thay bằng { $title }
document-facts = Về văn bản này
document-number = Số, ký hiệu
document-date = Ngày
document-issuer = Cơ quan ban hành
document-status = Tình trạng
document-date-unknown = không rõ ngày
downloads-title = Mang theo

## Khối trong bài
alert-note = Ghi chú
alert-tip = Mẹo
alert-important = Quan trọng
alert-warning = Lưu ý
alert-caution = Cẩn trọng
label-example = Ví dụ giả định
label-checklist = Bảng kiểm
label-worksheet = Phiếu làm việc
label-card = Thẻ bỏ túi
label-source = Nguồn
label-as-of = Tính đến { $date }
label-conflict = Nguồn khác nêu khác
label-blank = chỗ trống để điền
footnotes = Chú thích
footnote-number = Chú thích { $number }
footnote-back = Trở lại chỗ đang đọc
task = Việc cần làm
external-link = dẫn ra ngoài sách
table-scroll = Bảng: cuộn ngang để xem đủ các cột
task = Việc cần làm
external-link = ra ngoài cẩm nang
element-column-number = Số
element-column-name = Yếu tố
element-column-group = Nhóm
element-column-status = Nguồn
source-kind-letter = Công văn
source-kind-decision = Quyết định
source-kind-decree = Nghị định
source-kind-circular = Thông tư
source-kind-conclusion = Kết luận
source-kind-press = Tin báo chí
source-kind-law = Luật
source-status-read = đã có toàn văn
source-status-cited = được nhắc trong nguồn khác
source-status-press = biết qua báo chí
source-via = Được nhắc trong { $title }
source-pages = Dùng trong

## Giúp người đọc
text-size = Cỡ chữ
typeface-serif = Chữ có chân
resume = Đọc tiếp chỗ lần trước:
resume-label = Chỗ đang đọc
resume-close = Bỏ qua
overdue = Trang này lẽ ra được rà soát trước { $date }. Có thể đã có chỗ lỗi thời.
share = Trích dẫn, chia sẻ trang này
share-title = Trích dẫn, chia sẻ
share-citation = Chép lời trích dẫn
share-link = Chép đường dẫn
share-mail = Báo lỗi ở chỗ này
share-code = Mã để mở chỗ này trên điện thoại
citation-copied = Đã chép lời trích dẫn
close = Đóng
feedback = Báo lỗi ở trang này
feedback-subject = { $handbook }: { $place }
feedback-body = Cần sửa điều gì, căn cứ vào đâu:
cite-section = mục { $number }
cite-point = điểm { $label }
cite-clause = khoản { $label }
cite-title = “{ $title }”
list-separator = {", "}
image-large = Xem hình lớn

## Phiếu để điền
form-tools = Về phiếu này
form-filled = Đã điền
form-progress = Đã xong { $done } trên { $total }
form-save = Lưu thành tệp
form-save-markdown = Văn bản (Markdown)
form-save-csv = Bảng tính (CSV)
form-save-ics = Ngày cho lịch (.ics)
form-clear = Xóa hết
form-clear-question = Xóa mọi thứ đã điền ở đây? Xóa rồi không lấy lại được.
form-cleared = Đã xóa.
form-add-row = Thêm một dòng
form-kept = Những gì bạn điền chỉ nằm trên thiết bị này.
form-not-kept = Trình duyệt này không lưu lại gì: hãy lưu thành tệp trước khi rời trang.
form-page = Mọi phiếu trên trang này

## Danh sách nguồn và yếu tố
source-kind-letter = công văn
source-kind-decision = quyết định
source-kind-decree = nghị định
source-kind-circular = thông tư
source-kind-conclusion = kết luận
source-kind-press = tin báo chí
source-kind-law = luật
source-status-read = đã đọc toàn văn
source-status-cited = chỉ biết qua nguồn khác
source-status-press = theo báo chí
source-via = Được nhắc tới trong { $title }
source-pages = Dùng ở các trang
element-column-number = Số
element-column-name = Yếu tố
element-column-group = Nhóm
element-column-status = Tình trạng

## Trang khác
not-found-title = Không có trang này
not-found-text = Địa chỉ có thể gõ nhầm, hoặc trang đã chuyển chỗ. Mời bắt đầu lại từ một ngôn ngữ:
redirect-title = Trang này đã chuyển chỗ
redirect-text = Tới trang { $title }

## Chân trang
footer-label = Về cuốn sách này
edition = { $edition }
edition-dated = { $edition }, { $date }
made-with = Dàn trang bằng camnang

## Tìm kiếm
search = Tìm
search-field = Tìm trong sách
search-close = Đóng phần tìm
search-count = Tìm thấy { $count } trang
search-none = Không tìm thấy gì với “{ $query }”.
search-failed = Không tải được phần tìm kiếm. Mời tra bảng A–Z: thuật ngữ và đề mục.
search-all = Tất cả kết quả ({ $count })
search-results = Kết quả
search-more = Thêm kết quả
search-part = Phần
search-kind = Loại
search-any = Tất cả
search-kind-chapter = Chương
search-kind-document = Văn bản
search-kind-element = Yếu tố trong khung
search-kind-start = Trang đầu
search-recent = Đã tìm gần đây
search-forget = Xóa các lần tìm gần đây
search-suggestions = Có phải bạn muốn tìm
search-tips = Thử cách khác
search-tip-fewer = Bớt chữ, chỉ giữ chữ quan trọng nhất.
search-tip-marks = Gõ không dấu cũng được: “truyen thong” tìm ra “truyền thông”.
search-tip-numbers = Số, ký hiệu văn bản thì gõ đúng như in: 532/BTTTT-TTĐN.
search-keys = ↑ ↓ để chọn · Enter để mở · Esc để đóng
search-no-script = Phần tìm kiếm cần JavaScript. Bảng tra A–Z thì không cần.
marks-label = Chữ bạn tìm trong trang này
marks-count = { $at } trên { $count }
marks-none = Bài này không có chữ bạn tìm.
marks-previous = Chỗ trước
marks-next = Chỗ sau
marks-close = Đóng và bỏ đánh dấu
index-title = Bảng tra A–Z
index-lead = Thuật ngữ và đề mục của sách, xếp theo bảng chữ cái.
index-letters = Chữ cái
index-other = Khác
## Tờ in
press-sheet = tờ { $sheet }/{ $sheets }
press-front = tờ { $sheet }/{ $sheets }, mặt trước
press-back = tờ { $sheet }/{ $sheets }, mặt sau
press-signature = tay sách { $signature }/{ $signatures }
press-draft = BẢN THẢO

## Ngày tháng
date-day = ngày { $day }/{ $month }/{ $year }
date-month = tháng { $month }/{ $year }
date-year = năm { $year }

## Bản in
print-book-a5 = Sách in khổ A5
print-book-a4 = Sách in khổ A4
print-reading-a4 = Bản đọc khổ A4
print-cards-a6 = Thẻ bỏ túi khổ A6, bốn thẻ một tờ A4
print-cards-85x54 = Thẻ bỏ túi 85 × 54 mm, mười thẻ một tờ A4
imprint-draft = Bản thử, chưa phát hành chính thức.
imprint-awaits = Còn chờ xác nhận: { $facts }.
imprint-publisher = cơ quan phát hành
imprint-edition = lần xuất bản
imprint-date = ngày xuất bản
print-book-a5-booklet = Sách A5 xếp trang để gấp đóng, in trên giấy A4
print-this-page = Trang này ở dạng PDF
print-tables = Danh mục bảng
print-figures = Danh mục hình
print-table = Bảng
print-figure = Hình
print-index = Bảng tra
print-read-online = Đọc trên mạng
print-links = Liên kết trong chương này
print-see-page = trang { $page }
print-see-section = mục { $number }, trang { $page }
## Taking it along
book-cover = Bìa
book-landmarks = Các chỗ trong sách
book-pages = Số trang sách in
book-accessibility = Toàn bộ phần chữ có thể nghe đọc, phóng to và đổi màu. Tiêu đề, danh sách, bảng và chú thích đều được đánh dấu đúng loại, hình có mô tả, mục lục dẫn tới từng chương.
download-epub = Sách điện tử cho ứng dụng đọc sách
download-bundle = Cả cẩm nang, mở được khi không có mạng
download-single = Một tệp để chuyển cho người khác
bundle-file = Mo-cam-nang
bundle-extract-title = Hãy giải nén trước
bundle-extract = Trang này đang mở ngay trong tệp ZIP. Hãy giải nén toàn bộ tệp ZIP vào một thư mục, rồi mở { $name } trong thư mục đó.
bundle-open = Mở cẩm nang
single-all = Hiện toàn bộ sách
single-find = Tìm trong cẩm nang
single-none = Không tìm thấy.
offline-title = Giữ để đọc khi không có mạng
offline-text = Có thể giữ cẩm nang trên máy này để đọc khi không có mạng.
offline-keep = Giữ lại ({ $size })
offline-progress = Đang giữ: { $percent }%
offline-kept = Đã giữ trên máy này: mở được khi không có mạng.
offline-remove = Xóa khỏi máy này
offline-failed = Không giữ được. Hãy kiểm tra kết nối và dung lượng trống rồi thử lại.
offline-new = Cẩm nang có bản mới.
offline-refresh = Lấy bản mới
