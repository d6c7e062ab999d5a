# ຄຳສັບຂອງໜ້າຈໍ ພາສາລາວ

## ຊອກທາງ
skip-to-content = ຂ້າມໄປຫາເນື້ອໃນຫຼັກ
home = ໜ້າທຳອິດ
language = ພາສາ
languages-title = ເລືອກພາສາ
menu = ສາລະບານ
menu-close = ປິດສາລະບານ
part-navigation = ໃນພາກນີ້
other-parts = ພາກອື່ນ
breadcrumbs = ທ່ານຢູ່ນີ້
on-this-page = ໃນໜ້ານີ້
to-top = ກັບຂຶ້ນເທິງ
contents = ສາລະບານ
contents-title = ສາລະບານທັງໝົດ
pager = ອ່ານຕາມລຳດັບ
previous = ກ່ອນໜ້າ
next = ຕໍ່ໄປ
draft = ກຳລັງກະກຽມ

## ກ່ຽວກັບໜ້າ
part-label = ພາກ { $number }
reading-time = ອ່ານ { $minutes } ນາທີ
pages-count = { $count } ໜ້າ
updated = ແກ້ໄຂຫຼ້າສຸດ { $date }
review-by = ທົບທວນກ່ອນ { $date }
audience = ສຳລັບ
audience-citizen = ປະຊາຊົນ
audience-commune = ພະນັກງານຂັ້ນບ້ານ, ຕາແສງ
audience-province = ພະນັກງານຂັ້ນແຂວງ
audience-press = ສື່ມວນຊົນ ແລະ ຄູ່ຮ່ວມງານ
audience-editor = ບັນນາທິການ ແລະ ຜູ້ແປ
notice-label = ກ່ຽວກັບຄຳແປນີ້
notice-fallback = ໜ້ານີ້ຍັງບໍ່ທັນໄດ້ແປ. ຂໍ້ຄວາມລຸ່ມນີ້ແມ່ນຕົ້ນສະບັບ: { $source }
notice-partial = ໜ້ານີ້ແປແລ້ວ { $percent }%. ສ່ວນທີ່ເຫຼືອສະແດງເປັນຕົ້ນສະບັບ ({ $source }).
notice-stale = ຕົ້ນສະບັບ ({ $source }) ໄດ້ປ່ຽນແປງຫຼັງຈາກຄຳແປນີ້.
notice-stale-dated = ຄຳແປວັນທີ { $date }; ຕົ້ນສະບັບ ({ $source }) ໄດ້ປ່ຽນແປງຫຼັງຈາກນັ້ນ.
notice-draft = ນີ້ແມ່ນຄຳແປສະບັບຮ່າງ, ຍັງບໍ່ທັນໄດ້ກວດໂດຍເຈົ້າຂອງພາສາ.
notice-read-source = ອ່ານຕົ້ນສະບັບ ({ $source })
translation-title = ສະຖານະການແປ
translation-lead = ແຕ່ລະພາສາແປໄດ້ເທົ່າໃດແລ້ວ. ນັບເປັນທ່ອນຂໍ້ຄວາມຂອງຕົ້ນສະບັບ ແລະ ຈຳນວນຄຳ.
translation-translated = ແປແລ້ວ
translation-fuzzy = ລໍຖ້າກວດ
translation-missing = ຍັງບໍ່ແປ
translation-words = ຈຳນວນຄຳ
translation-words-left = ຄຳທີ່ເຫຼືອ
translation-whole = ໜ້າທີ່ແປທັງໝົດ
translation-stale = ລ້າສະໄໝ
translation-page = ໜ້າ
translation-state = ສະຖານະ
translation-is-catalog = ແປແລ້ວ { $percent }%
translation-is-whole = ແປທັງໜ້າ
translation-is-stale = ຕົ້ນສະບັບໄດ້ປ່ຽນແປງຫຼັງຈາກແປ
translation-is-unstamped = ແປທັງໜ້າ, ບໍ່ໄດ້ບັນທຶກວ່າແປຈາກສະບັບໃດ
translation-elsewhere = ສາລະບານ, ຮູບແຕ້ມ ແລະ ຂໍ້ມູນ
copy-link = ສຳເນົາລິ້ງໄປ “{ $title }”
copied = ສຳເນົາລິ້ງແລ້ວ

## ການສະແດງຜົນ
appearance = ການສະແດງຜົນ
theme-auto = ຕາມອຸປະກອນ
theme-light = ແຈ້ງ
theme-dark = ມືດ
theme-contrast = ຄວາມຄົມຊັດສູງ

## ໜ້າທຳອິດ
start-here = ເລີ່ມທີ່ນີ້
entrances-title = ທ່ານແມ່ນໃຜ?
entrance-steps = ອ່ານກ່ອນ
parts-title = ພາກຕ່າງໆຂອງປຶ້ມ
framework-title = ກອບອົງປະກອບ
framework-progress = { $official } ໃນ { $expected } ອົງປະກອບມີແຫຼ່ງທາງການແລ້ວ.
element-number = ອົງປະກອບ { $number }
element-official = ມີແຫຼ່ງທາງການ
element-awaiting-source = ລໍຖ້າແຫຼ່ງອ້າງອີງ
group-nen-tang = ພື້ນຖານ
group-trai-nghiem = ປະສົບການ
group-other = ຍັງບໍ່ຮູ້ກຸ່ມ
documents-title = ເອກະສານຕາມເວລາ
document-in-force = ມີຜົນບັງຄັບໃຊ້
document-replaced = ຖືກແທນແລ້ວ
document-done = ປະຕິບັດແລ້ວ
document-draft = ຮ່າງ
document-unknown = ຍັງບໍ່ຢັ້ງຢືນຜົນບັງຄັບ
document-replaced-by = ແທນດ້ວຍ { $title }
document-facts = ກ່ຽວກັບເອກະສານນີ້
document-number = ເລກທີ
document-date = ວັນທີ
document-issuer = ຜູ້ອອກ
document-status = ສະຖານະ
document-date-unknown = ບໍ່ຮູ້ວັນທີ
downloads-title = ເອົາຕິດຕົວໄປ

## ສ່ວນໃນເນື້ອໃນ
alert-note = ໝາຍເຫດ
alert-tip = ຄຳແນະນຳ
alert-important = ສຳຄັນ
alert-warning = ເຕືອນ
alert-caution = ລະວັງ
label-example = ຕົວຢ່າງສົມມຸດ
label-checklist = ລາຍການກວດ
label-worksheet = ໃບວຽກ
label-card = ບັດພົກພາ
label-source = ແຫຼ່ງທີ່ມາ
label-as-of = ຮອດ { $date }
label-conflict = ແຫຼ່ງອື່ນເວົ້າຕ່າງກັນ
label-blank = ບ່ອນຕື່ມ
footnotes = ໝາຍເຫດທ້າຍໜ້າ
footnote-number = ໝາຍເຫດ { $number }
footnote-back = ກັບໄປຫາເນື້ອໃນ
task = ວຽກ
external-link = ລິ້ງອອກນອກປຶ້ມ
table-scroll = ຕາຕະລາງ: ເລື່ອນທາງຂ້າງເພື່ອເບິ່ງທຸກຖັນ

## ຊ່ວຍຜູ້ອ່ານ
text-size = ຂະໜາດຕົວໜັງສື
search-slash = ປຸ່ມ / ຄົ້ນຫາ
typeface-serif = ຕົວໜັງສືມີຫາງ
resume = ອ່ານຕໍ່ຈາກບ່ອນເກົ່າ:
resume-label = ບ່ອນທີ່ກຳລັງອ່ານ
resume-close = ປິດ
overdue = ໜ້ານີ້ຄວນໄດ້ຮັບການກວດຄືນກ່ອນ { $date }. ບາງສ່ວນອາດຈະເກົ່າແລ້ວ.
share = ອ້າງອີງ ຫຼື ແບ່ງປັນໜ້ານີ້
share-title = ອ້າງອີງ ຫຼື ແບ່ງປັນ
share-citation = ສຳເນົາຄຳອ້າງອີງ
share-link = ສຳເນົາລິ້ງ
share-mail = ແຈ້ງຂໍ້ຜິດພາດບ່ອນນີ້
share-code = ລະຫັດເພື່ອເປີດບ່ອນນີ້ໃນໂທລະສັບ
citation-copied = ສຳເນົາຄຳອ້າງອີງແລ້ວ
close = ປິດ
feedback = ແຈ້ງຂໍ້ຜິດພາດໃນໜ້ານີ້
feedback-subject = { $handbook }: { $place }
feedback-body = ຄວນແກ້ຫຍັງ ແລະ ອີງໃສ່ຫຍັງ:
cite-section = ໝວດ { $number }
cite-point = ຈຸດ { $label }
cite-clause = ວັກ { $label }
cite-title = “{ $title }”
list-separator = {", "}
image-large = ເບິ່ງຮູບໃຫຍ່

## ແບບຟອມ
form-tools = ກ່ຽວກັບແບບຟອມນີ້
form-filled = ຕື່ມແລ້ວ
form-progress = ສຳເລັດ { $done } ໃນ { $total }
form-save = ບັນທຶກເປັນໄຟລ໌
form-save-markdown = ຂໍ້ຄວາມ (Markdown)
form-save-csv = ຕາຕະລາງ (CSV)
form-save-ics = ວັນທີສຳລັບປະຕິທິນ (.ics)
form-clear = ລຶບ
form-clear-question = ລຶບທຸກຢ່າງທີ່ຕື່ມໄວ້ບ່ອນນີ້ບໍ? ລຶບແລ້ວເອົາຄືນບໍ່ໄດ້.
form-cleared = ລຶບແລ້ວ.
form-add-row = ເພີ່ມແຖວ
form-kept = ສິ່ງທີ່ທ່ານຕື່ມຢູ່ໃນອຸປະກອນນີ້ເທົ່ານັ້ນ.
form-not-kept = ບຣາວເຊີນີ້ບໍ່ເກັບຫຍັງໄວ້: ກະລຸນາບັນທຶກເປັນໄຟລ໌ກ່ອນອອກຈາກໜ້ານີ້.
form-page = ທຸກຢ່າງທີ່ຕ້ອງຕື່ມໃນໜ້ານີ້

## ລາຍການແຫຼ່ງ ແລະ ອົງປະກອບ
source-kind-letter = ໜັງສືທາງການ
source-kind-decision = ຂໍ້ຕົກລົງ
source-kind-decree = ດຳລັດ
source-kind-circular = ໜັງສືແນະນຳ
source-kind-conclusion = ບົດສະຫຼຸບ
source-kind-press = ຂ່າວ
source-kind-law = ກົດໝາຍ
source-status-read = ອ່ານສະບັບເຕັມແລ້ວ
source-status-cited = ຮູ້ຈາກແຫຼ່ງອື່ນເທົ່ານັ້ນ
source-status-press = ຕາມສື່ມວນຊົນ
source-via = ກ່າວເຖິງໃນ { $title }
source-pages = ໃຊ້ໃນໜ້າ
element-column-number = ເລກ
element-column-name = ອົງປະກອບ
element-column-group = ກຸ່ມ
element-column-status = ສະຖານະ

## ໜ້າອື່ນ
not-found-title = ບໍ່ມີໜ້ານີ້
not-found-text = ທີ່ຢູ່ອາດພິມຜິດ ຫຼື ໜ້າອາດຍ້າຍໄປແລ້ວ. ເລີ່ມໃໝ່ໂດຍເລືອກພາສາ:
redirect-title = ໜ້ານີ້ຍ້າຍແລ້ວ
redirect-text = ໄປທີ່ { $title }

## ທ້າຍໜ້າ
footer-label = ກ່ຽວກັບປຶ້ມນີ້
edition = ສະບັບ: { $edition }
edition-dated = ສະບັບ: { $edition }, { $date }
made-with = ຈັດໜ້າດ້ວຍ camnang

## ການຄົ້ນຫາ
search = ຄົ້ນຫາ
search-field = ຄົ້ນຫາໃນປຶ້ມນີ້
search-close = ປິດການຄົ້ນຫາ
search-count = ພົບ { $count } ໜ້າ
search-none = ບໍ່ພົບຫຍັງສຳລັບ “{ $query }”.
search-failed = ໂຫຼດການຄົ້ນຫາບໍ່ໄດ້. ເບິ່ງຄຳສັບ ແລະ ຫົວຂໍ້ໃນດັດຊະນີ.
search-all = ຜົນທັງໝົດ ({ $count })
search-results = ຜົນການຄົ້ນຫາ
search-more = ຜົນເພີ່ມເຕີມ
search-part = ພາກ
search-kind = ປະເພດ
search-any = ທັງໝົດ
search-kind-chapter = ບົດ
search-kind-document = ເອກະສານທາງການ
search-kind-element = ອົງປະກອບຂອງກອບ
search-kind-start = ໜ້າທຳອິດ
search-recent = ຄົ້ນຫາຫຼ້າສຸດ
search-forget = ລຶບການຄົ້ນຫາຫຼ້າສຸດ
search-suggestions = ທ່ານໝາຍເຖິງ
search-terms = ລອງຄົ້ນຫາ
search-how = ວິທີພິມ
search-tips = ລອງແບບນີ້
search-tip-fewer = ໃຊ້ຄຳໜ້ອຍລົງ ຫຼື ສະເພາະຄຳທີ່ສຳຄັນທີ່ສຸດ.
search-tip-marks = ພາສາຫວຽດນາມພິມບໍ່ໃສ່ວັນນະຍຸດກໍໄດ້: “truyen thong” ພົບ “truyền thông”.
search-tip-numbers = ເລກທີເອກະສານໃຫ້ພິມຕາມຕົ້ນສະບັບ: 532/BTTTT-TTĐN.
search-keys = ↑ ↓ ເລືອກ · Enter ເປີດ · Esc ປິດ
search-no-script = ການຄົ້ນຫາຕ້ອງໃຊ້ JavaScript. ດັດຊະນີບໍ່ຕ້ອງໃຊ້.
marks-label = ຄຳທີ່ທ່ານຄົ້ນຫາໃນໜ້ານີ້
marks-count = { $at } ໃນ { $count }
marks-none = ໃນໜ້ານີ້ບໍ່ມີຄຳທີ່ທ່ານຄົ້ນຫາ.
marks-previous = ບ່ອນກ່ອນໜ້າ
marks-next = ບ່ອນຕໍ່ໄປ
marks-close = ປິດ ແລະ ລຶບເຄື່ອງໝາຍ
index-title = ດັດຊະນີ
index-lead = ຄຳສັບ ແລະ ຫົວຂໍ້ຂອງປຶ້ມນີ້ ຮຽງຕາມຕົວອັກສອນ.
index-letters = ຕົວອັກສອນ
index-other = ອື່ນໆ
## ແຜ່ນພິມ
press-sheet = ແຜ່ນທີ { $sheet }/{ $sheets }
press-front = ແຜ່ນທີ { $sheet }/{ $sheets } ດ້ານໜ້າ
press-back = ແຜ່ນທີ { $sheet }/{ $sheets } ດ້ານຫຼັງ
press-signature = ຊຸດທີ { $signature }/{ $signatures }
press-draft = ສະບັບຮ່າງ

## ວັນທີ
date-day = ວັນທີ { $day }/{ $month }/{ $year }
date-month = ເດືອນ { $month }/{ $year }
date-year = ປີ { $year }

## The print edition
print-book-a5 = ປຶ້ມພິມ A5
print-book-a4 = ປຶ້ມພິມ A4
print-reading-a4 = ສະບັບອ່ານ A4
print-cards-a6 = ບັດພົກພາ A6, ສີ່ໃບຕໍ່ແຜ່ນ A4
print-cards-85x54 = ບັດພົກພາ 85 × 54 ມມ, ສິບໃບຕໍ່ແຜ່ນ A4
imprint-draft = ສະບັບທົດລອງ, ຍັງບໍ່ໄດ້ເຜີຍແຜ່ຢ່າງເປັນທາງການ.
imprint-awaits = ລໍຖ້າການຢືນຢັນ: { $facts }.
imprint-publisher = ໜ່ວຍງານຜູ້ພິມ
imprint-edition = ຄັ້ງທີພິມ
imprint-date = ວັນທີພິມ
print-book-a5-booklet = ປຶ້ມ A5 ຈັດໜ້າເປັນປຶ້ມພັບ ພິມໃສ່ເຈ້ຍ A4
print-this-page = ໜ້ານີ້ເປັນ PDF
print-tables = ລາຍການຕາຕະລາງ
print-figures = ລາຍການຮູບ
print-table = ຕາຕະລາງ
print-figure = ຮູບ
print-index = ດັດຊະນີ
print-read-online = ອ່ານທາງອອນລາຍ
print-links = ລິ້ງໃນບົດນີ້
print-see-page = ໜ້າ { $page }
print-see-section = ຂໍ້ { $number }, ໜ້າ { $page }
print-continued = { $title } (ຕໍ່)
## Taking it along
book-cover = ໜ້າປົກ
book-landmarks = ບ່ອນຕ່າງໆໃນປຶ້ມ
book-pages = ໜ້າຂອງປຶ້ມພິມ
book-accessibility = ຂໍ້ຄວາມທັງໝົດສາມາດອ່ານອອກສຽງ, ຂະຫຍາຍ ແລະ ປ່ຽນສີໄດ້. ຫົວຂໍ້, ລາຍການ, ຕາຕະລາງ ແລະ ໝາຍເຫດຖືກໝາຍໄວ້ຢ່າງຖືກຕ້ອງ, ຮູບພາບມີຄຳອະທິບາຍ, ສາລະບານນຳໄປເຖິງທຸກບົດ.
book-pages-known = ເລກໜ້າແມ່ນຂອງປຶ້ມພິມຂະໜາດ A5.
book-pages-unknown = ບໍ່ມີລາຍການໜ້າຂອງປຶ້ມພິມ.
download-epub = ປຶ້ມອີເລັກໂທຣນິກສຳລັບແອັບອ່ານ
download-bundle = ຄູ່ມືທັງໝົດ ເປີດໄດ້ໂດຍບໍ່ຕ້ອງມີອິນເຕີເນັດ
download-single = ໄຟລ໌ດຽວສຳລັບສົ່ງຕໍ່
bundle-file = Open-handbook
bundle-extract-title = ກະລຸນາແຍກໄຟລ໌ກ່ອນ
bundle-extract = ໜ້ານີ້ຖືກເປີດຢູ່ໃນໄຟລ໌ ZIP. ກະລຸນາແຍກ ZIP ທັງໝົດລົງໃນໂຟນເດີ ແລ້ວເປີດ { $name } ໃນນັ້ນ.
bundle-open = ເປີດຄູ່ມື
single-all = ສະແດງປຶ້ມທັງໝົດ
single-find = ຄົ້ນຫາໃນຄູ່ມື
single-none = ບໍ່ພົບ.
offline-title = ເກັບໄວ້ອ່ານເວລາບໍ່ມີອິນເຕີເນັດ
offline-text = ສາມາດເກັບຄູ່ມືໄວ້ໃນອຸປະກອນນີ້ ແລະ ອ່ານໂດຍບໍ່ຕ້ອງມີອິນເຕີເນັດ.
offline-keep = ເກັບໄວ້ ({ $size })
offline-progress = ກຳລັງເກັບ: { $percent }%
offline-kept = ເກັບໄວ້ໃນອຸປະກອນນີ້ແລ້ວ: ເປີດໄດ້ໂດຍບໍ່ຕ້ອງມີອິນເຕີເນັດ.
offline-remove = ລຶບອອກຈາກອຸປະກອນນີ້
offline-failed = ເກັບບໍ່ສຳເລັດ. ກະລຸນາກວດການເຊື່ອມຕໍ່ ແລະ ພື້ນທີ່ວ່າງ ແລ້ວລອງໃໝ່.
offline-new = ຄູ່ມືມີສະບັບໃໝ່.
offline-refresh = ເອົາສະບັບໃໝ່
