# ពាក្យនៃចំណុចប្រទាក់ ភាសាខ្មែរ

## រកផ្លូវ
skip-to-content = រំលងទៅមាតិកាសំខាន់
home = ទំព័រដើម
language = ភាសា
languages-title = ជ្រើសរើសភាសា
menu = មាតិកា
menu-close = បិទមាតិកា
part-navigation = ក្នុងផ្នែកនេះ
other-parts = ផ្នែកផ្សេងទៀត
breadcrumbs = អ្នកនៅទីនេះ
on-this-page = ក្នុងទំព័រនេះ
to-top = ទៅលើវិញ
contents = មាតិកា
contents-title = មាតិកាទាំងមូល
pager = អានតាមលំដាប់
previous = មុន
next = បន្ទាប់
draft = កំពុងរៀបចំ

## អំពីទំព័រ
part-label = ផ្នែកទី { $number }
reading-time = អាន { $minutes } នាទី
pages-count = { $count } ទំព័រ
updated = កែចុងក្រោយ { $date }
review-by = ពិនិត្យឡើងវិញមុន { $date }
audience = សម្រាប់
audience-citizen = ប្រជាពលរដ្ឋ
audience-commune = មន្ត្រីឃុំ
audience-province = មន្ត្រីខេត្ត
audience-press = សារព័ត៌មាន និងដៃគូ
audience-editor = អ្នកកែសម្រួល និងអ្នកបកប្រែ
notice-label = អំពីការបកប្រែនេះ
notice-fallback = ទំព័រនេះមិនទាន់បានបកប្រែទេ។ ខាងក្រោមជាអត្ថបទដើម៖ { $source }
notice-partial = ទំព័រនេះបានបកប្រែ { $percent }%។ ផ្នែកដែលនៅសល់បង្ហាញជាអត្ថបទដើម ({ $source })។
notice-stale = អត្ថបទដើម ({ $source }) បានផ្លាស់ប្ដូរបន្ទាប់ពីការបកប្រែនេះ។
notice-stale-dated = ការបកប្រែថ្ងៃទី { $date } ។ អត្ថបទដើម ({ $source }) បានផ្លាស់ប្ដូរបន្ទាប់ពីនោះ។
notice-draft = នេះជាការបកប្រែព្រាង មិនទាន់បានពិនិត្យដោយអ្នកប្រើភាសាដើមទេ។
notice-read-source = អានអត្ថបទដើម ({ $source })
translation-title = ស្ថានភាពការបកប្រែ
translation-lead = ភាសានីមួយៗបានបកប្រែដល់កម្រិតណា។ រាប់ជាកំណាត់អត្ថបទដើម និងចំនួនពាក្យ។
translation-translated = បានបកប្រែ
translation-fuzzy = រង់ចាំពិនិត្យ
translation-missing = មិនទាន់បកប្រែ
translation-words = ចំនួនពាក្យ
translation-words-left = ពាក្យនៅសល់
translation-whole = ទំព័រទាំងមូល
translation-stale = ហួសសម័យ
translation-page = ទំព័រ
translation-state = ស្ថានភាព
translation-is-catalog = បានបកប្រែ { $percent }%
translation-is-whole = បានបកប្រែទំព័រទាំងមូល
translation-is-stale = អត្ថបទដើមបានផ្លាស់ប្ដូរបន្ទាប់ពីការបកប្រែ
translation-is-unstamped = បានបកប្រែទំព័រទាំងមូល មិនបានកត់ត្រាថាបកប្រែពីច្បាប់ណា
translation-elsewhere = មាតិកា រូបគំនូរ និងទិន្នន័យ
copy-link = ចម្លងតំណទៅ “{ $title }”
copied = បានចម្លងតំណ

## ការបង្ហាញ
appearance = ការបង្ហាញ
theme-auto = តាមឧបករណ៍
theme-light = ភ្លឺ
theme-dark = ងងឹត
theme-contrast = កម្រិតពណ៌ខ្ពស់

## ទំព័រដើម
start-here = ចាប់ផ្ដើមនៅទីនេះ
entrances-title = តើអ្នកជានរណា?
entrance-steps = អានមុន
parts-title = ផ្នែកនៃសៀវភៅ
framework-title = ក្របខ័ណ្ឌធាតុ
framework-progress = ធាតុ { $official } ក្នុងចំណោម { $expected } មានប្រភពផ្លូវការ។
element-number = ធាតុទី { $number }
element-official = មានប្រភពផ្លូវការ
element-awaiting-source = រង់ចាំប្រភព
group-nen-tang = មូលដ្ឋាន
group-trai-nghiem = បទពិសោធន៍
group-other = មិនទាន់ដឹងក្រុម
documents-title = ឯកសារតាមពេលវេលា
document-in-force = មានសុពលភាព
document-replaced = ត្រូវបានជំនួស
document-done = បានអនុវត្ត
document-draft = សេចក្ដីព្រាង
document-unknown = មិនទាន់បញ្ជាក់សុពលភាព
document-replaced-by = ជំនួសដោយ { $title }
document-facts = អំពីឯកសារនេះ
document-number = លេខ
document-date = កាលបរិច្ឆេទ
document-issuer = ចេញដោយ
document-status = ស្ថានភាព
document-date-unknown = គ្មានកាលបរិច្ឆេទ
downloads-title = យកទៅជាមួយ

## ប្លុកក្នុងអត្ថបទ
alert-note = ចំណាំ
alert-tip = គន្លឹះ
alert-important = សំខាន់
alert-warning = ការព្រមាន
alert-caution = ប្រុងប្រយ័ត្ន
label-example = ឧទាហរណ៍សន្មត
label-checklist = បញ្ជីត្រួតពិនិត្យ
label-worksheet = សន្លឹកការងារ
label-card = កាតហោប៉ៅ
label-source = ប្រភព
label-as-of = គិតត្រឹម { $date }
label-conflict = ប្រភពផ្សេងនិយាយខុសគ្នា
label-blank = កន្លែងបំពេញ
footnotes = កំណត់សម្គាល់
footnote-number = កំណត់សម្គាល់ { $number }
footnote-back = ត្រឡប់ទៅអត្ថបទ
task = កិច្ចការ
external-link = តំណចេញក្រៅសៀវភៅ
table-scroll = តារាង៖ រំកិលទៅចំហៀងដើម្បីមើលជួរឈរទាំងអស់

## ជំនួយអ្នកអាន
text-size = ទំហំអក្សរ
search-slash = គ្រាប់ចុច / ស្វែងរក
typeface-serif = អក្សរមានជើង
resume = អានបន្តពីកន្លែងមុន៖
resume-label = កន្លែងកំពុងអាន
resume-close = បិទ
overdue = ទំព័រនេះត្រូវពិនិត្យឡើងវិញមុន { $date }។ ផ្នែកខ្លះអាចហួសសម័យ។
share = ដកស្រង់ ឬចែករំលែកទំព័រនេះ
share-title = ដកស្រង់ ឬចែករំលែក
share-citation = ចម្លងសេចក្ដីដកស្រង់
share-link = ចម្លងតំណ
share-mail = រាយការណ៍កំហុសនៅទីនេះ
share-code = កូដសម្រាប់បើកកន្លែងនេះលើទូរស័ព្ទ
citation-copied = បានចម្លងសេចក្ដីដកស្រង់
close = បិទ
feedback = រាយការណ៍កំហុសក្នុងទំព័រនេះ
feedback-subject = { $handbook }៖ { $place }
feedback-body = អ្វីដែលត្រូវកែ និងផ្អែកលើអ្វី៖
cite-section = ផ្នែក { $number }
cite-point = ចំណុច { $label }
cite-clause = ប្រការ { $label }
cite-title = “{ $title }”
list-separator = {", "}
image-large = មើលរូបធំ

## ទម្រង់បំពេញ
form-tools = អំពីទម្រង់នេះ
form-filled = បានបំពេញ
form-progress = រួច { $done } ក្នុង { $total }
form-save = រក្សាទុកជាឯកសារ
form-save-markdown = អត្ថបទ (Markdown)
form-save-csv = តារាង (CSV)
form-save-ics = កាលបរិច្ឆេទសម្រាប់ប្រតិទិន (.ics)
form-clear = លុប
form-clear-question = លុបអ្វីៗទាំងអស់ដែលបានបំពេញនៅទីនេះឬ? លុបហើយយកមកវិញមិនបានទេ។
form-cleared = បានលុប។
form-add-row = បន្ថែមជួរ
form-kept = អ្វីដែលអ្នកបំពេញនៅតែក្នុងឧបករណ៍នេះ។
form-not-kept = កម្មវិធីរុករកនេះមិនរក្សាទុកអ្វីទេ៖ សូមរក្សាទុកជាឯកសារ មុនចេញពីទំព័រ។
form-page = អ្វីៗទាំងអស់ដែលត្រូវបំពេញក្នុងទំព័រនេះ

## បញ្ជីប្រភព និងធាតុ
source-kind-letter = លិខិតផ្លូវការ
source-kind-decision = សេចក្ដីសម្រេច
source-kind-decree = អនុក្រឹត្យ
source-kind-circular = សារាចរ
source-kind-conclusion = សេចក្ដីសន្និដ្ឋាន
source-kind-press = ព័ត៌មានសារព័ត៌មាន
source-kind-law = ច្បាប់
source-status-read = បានអានពេញលេញ
source-status-cited = ស្គាល់តាមប្រភពផ្សេងប៉ុណ្ណោះ
source-status-press = តាមសារព័ត៌មាន
source-via = លើកឡើងក្នុង { $title }
source-pages = ប្រើក្នុងទំព័រ
element-column-number = លេខ
element-column-name = ធាតុ
element-column-group = ក្រុម
element-column-status = ស្ថានភាព

## ទំព័រផ្សេង
not-found-title = គ្មានទំព័រនេះទេ
not-found-text = អាសយដ្ឋានអាចវាយខុស ឬទំព័របានផ្លាស់ទី។ សូមចាប់ផ្ដើមម្ដងទៀតដោយជ្រើសភាសា៖
redirect-title = ទំព័រនេះបានផ្លាស់ទី
redirect-text = ទៅ { $title }

## ជើងទំព័រ
footer-label = អំពីសៀវភៅនេះ
edition = បោះពុម្ព៖ { $edition }
edition-dated = បោះពុម្ព៖ { $edition }, { $date }
made-with = រៀបទំព័រដោយ camnang

## ការស្វែងរក
search = ស្វែងរក
search-field = ស្វែងរកក្នុងសៀវភៅនេះ
search-close = បិទការស្វែងរក
search-count = រកឃើញ { $count } ទំព័រ
search-none = រកមិនឃើញអ្វីសម្រាប់ “{ $query }” ទេ។
search-failed = មិនអាចផ្ទុកការស្វែងរកបានទេ។ សូមមើលពាក្យ និងចំណងជើងក្នុងលិបិក្រម។
search-all = លទ្ធផលទាំងអស់ ({ $count })
search-results = លទ្ធផល
search-more = លទ្ធផលបន្ថែម
search-part = ផ្នែក
search-kind = ប្រភេទ
search-any = ទាំងអស់
search-kind-chapter = ជំពូក
search-kind-document = ឯកសារផ្លូវការ
search-kind-element = ធាតុនៃក្របខ័ណ្ឌ
search-kind-start = ទំព័រដើម
search-recent = ការស្វែងរកថ្មីៗ
search-forget = លុបការស្វែងរកថ្មីៗ
search-suggestions = តើអ្នកចង់រក
search-terms = សាកល្បងស្វែងរក
search-how = របៀបវាយ
search-tips = អ្វីដែលអាចជួយបាន
search-tip-fewer = ប្រើពាក្យតិចជាងនេះ ឬតែពាក្យសំខាន់បំផុត។
search-tip-marks = ភាសាវៀតណាមអាចវាយដោយគ្មានសញ្ញា៖ “truyen thong” រកឃើញ “truyền thông”។
search-tip-numbers = លេខឯកសារត្រូវវាយតាមដើម៖ 532/BTTTT-TTĐN។
search-keys = ↑ ↓ ជ្រើសរើស · Enter បើក · Esc បិទ
search-no-script = ការស្វែងរកត្រូវការ JavaScript។ លិបិក្រមមិនត្រូវការទេ។
marks-label = ពាក្យដែលអ្នករកក្នុងទំព័រនេះ
marks-count = { $at } ក្នុង { $count }
marks-none = អត្ថបទនៃទំព័រនេះគ្មានពាក្យដែលអ្នករកទេ។
marks-previous = កន្លែងមុន
marks-next = កន្លែងបន្ទាប់
marks-close = បិទ និងដកសញ្ញាចេញ
index-title = លិបិក្រម
index-lead = ពាក្យ និងចំណងជើងនៃសៀវភៅនេះ តាមលំដាប់អក្សរ។
index-letters = អក្សរ
index-other = ផ្សេងៗ
## សន្លឹកបោះពុម្ព
press-sheet = សន្លឹកទី { $sheet }/{ $sheets }
press-front = សន្លឹកទី { $sheet }/{ $sheets } ផ្នែកមុខ
press-back = សន្លឹកទី { $sheet }/{ $sheets } ផ្នែកក្រោយ
press-signature = កម្រងទី { $signature }/{ $signatures }
press-draft = សេចក្តីព្រាង

## កាលបរិច្ឆេទ
date-day = ថ្ងៃទី { $day } ខែ{ $month ->
    [1] មករា
    [2] កុម្ភៈ
    [3] មីនា
    [4] មេសា
    [5] ឧសភា
    [6] មិថុនា
    [7] កក្កដា
    [8] សីហា
    [9] កញ្ញា
    [10] តុលា
    [11] វិច្ឆិកា
   *[12] ធ្នូ
} ឆ្នាំ { $year }
date-month = ខែ{ $month ->
    [1] មករា
    [2] កុម្ភៈ
    [3] មីនា
    [4] មេសា
    [5] ឧសភា
    [6] មិថុនា
    [7] កក្កដា
    [8] សីហា
    [9] កញ្ញា
    [10] តុលា
    [11] វិច្ឆិកា
   *[12] ធ្នូ
} ឆ្នាំ { $year }
date-year = ឆ្នាំ { $year }

## The print edition
print-book-a5 = សៀវភៅបោះពុម្ព A5
print-book-a4 = សៀវភៅបោះពុម្ព A4
print-reading-a4 = ច្បាប់សម្រាប់អាន A4
print-cards-a6 = កាតហោប៉ៅ A6 បួនក្នុងមួយសន្លឹក A4
print-cards-85x54 = កាតហោប៉ៅ 85 × 54 មម ដប់ក្នុងមួយសន្លឹក A4
imprint-draft = ច្បាប់សាកល្បង មិនទាន់បោះពុម្ពផ្សាយជាផ្លូវការ។
imprint-awaits = កំពុងរង់ចាំការបញ្ជាក់៖ { $facts }។
imprint-publisher = អ្នកបោះពុម្ពផ្សាយ
imprint-edition = លើកបោះពុម្ព
imprint-date = កាលបរិច្ឆេទបោះពុម្ព
print-book-a5-booklet = សៀវភៅ A5 រៀបជាកូនសៀវភៅលើក្រដាស A4
print-this-page = ទំព័រនេះជា PDF
print-tables = បញ្ជីតារាង
print-figures = បញ្ជីរូបភាព
print-table = តារាង
print-figure = រូបភាព
print-index = លិបិក្រម
print-read-online = អានលើអ៊ីនធឺណិត
print-links = តំណក្នុងជំពូកនេះ
print-see-page = ទំព័រ { $page }
print-see-section = ផ្នែក { $number } ទំព័រ { $page }
print-continued = { $title } (ត)
## Taking it along
book-cover = គម្រប
book-landmarks = ទីតាំងក្នុងសៀវភៅ
book-pages = ទំព័រសៀវភៅបោះពុម្ព
book-accessibility = អត្ថបទទាំងអស់អាចអានឮៗ ពង្រីក និងប្ដូរពណ៌បាន។ ចំណងជើង បញ្ជី តារាង និងកំណត់ចំណាំត្រូវបានសម្គាល់ត្រឹមត្រូវ រូបភាពមានការពិពណ៌នា ហើយមាតិកានាំទៅគ្រប់ជំពូក។
book-pages-known = លេខទំព័រគឺជាលេខរបស់សៀវភៅបោះពុម្ព A5។
book-pages-unknown = មិនមានបញ្ជីទំព័របោះពុម្ពទេ។
download-epub = សៀវភៅអេឡិចត្រូនិកសម្រាប់កម្មវិធីអាន
download-bundle = សៀវភៅណែនាំទាំងមូល បើកបានដោយគ្មានអ៊ីនធឺណិត
download-single = ឯកសារតែមួយសម្រាប់ផ្ញើបន្ត
bundle-file = Open-handbook
bundle-extract-title = សូមពន្លាជាមុនសិន
bundle-extract = ទំព័រនេះត្រូវបានបើកក្នុងឯកសារ ZIP។ សូមពន្លា ZIP ទាំងមូលទៅក្នុងថតមួយ រួចបើក { $name } នៅទីនោះ។
bundle-open = បើកសៀវភៅណែនាំ
single-all = បង្ហាញសៀវភៅទាំងមូល
single-find = ស្វែងរកក្នុងសៀវភៅណែនាំ
single-none = រកមិនឃើញ។
offline-title = រក្សាទុកសម្រាប់អានគ្មានអ៊ីនធឺណិត
offline-text = អាចរក្សាទុកសៀវភៅណែនាំនៅលើឧបករណ៍នេះ ហើយអានដោយគ្មានអ៊ីនធឺណិត។
offline-keep = រក្សាទុក ({ $size })
offline-progress = កំពុងរក្សាទុក៖ { $percent }%
offline-kept = បានរក្សាទុកនៅលើឧបករណ៍នេះ៖ បើកបានដោយគ្មានអ៊ីនធឺណិត។
offline-remove = លុបចេញពីឧបករណ៍នេះ
offline-failed = រក្សាទុកមិនបាន។ សូមពិនិត្យការតភ្ជាប់ និងទំហំទំនេរ រួចព្យាយាមម្ដងទៀត។
offline-new = សៀវភៅណែនាំមានកំណែថ្មី។
offline-refresh = យកកំណែថ្មី
