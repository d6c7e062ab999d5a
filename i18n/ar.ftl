# كلمات الواجهة بالعربية.

## معرفة الطريق
skip-to-content = انتقل إلى المحتوى الرئيسي
home = البداية
language = اللغة
languages-title = اختر لغة
menu = المحتويات
menu-close = أغلق المحتويات
part-navigation = في هذا الجزء
other-parts = أجزاء أخرى
breadcrumbs = أنت هنا
on-this-page = في هذه الصفحة
to-top = إلى الأعلى
contents = المحتويات
contents-title = كل المحتويات
pager = ترتيب القراءة
previous = السابق
next = التالي
draft = قيد الإعداد

## ما تقوله الصفحة عن نفسها
part-label = الجزء { $number }
reading-time = { $minutes ->
    [one] دقيقة واحدة للقراءة
    [two] دقيقتان للقراءة
    [few] { $minutes } دقائق للقراءة
   *[other] { $minutes } دقيقة للقراءة
}
pages-count = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
updated = آخر تعديل: { $date }
review-by = تُراجَع قبل { $date }
audience = إلى
audience-citizen = المواطنين
audience-commune = موظفي البلديات
audience-province = موظفي المحافظات
audience-press = الصحافة والشركاء
audience-editor = المحررين والمترجمين
notice-label = عن هذه الترجمة
notice-fallback = لم تُترجم هذه الصفحة بعد. فيما يلي النص الأصلي: { $source }.
notice-partial = تُرجم { $percent }% من هذه الصفحة. يظهر الباقي باللغة الأصلية ({ $source }).
notice-stale = تغيّر النص الأصلي ({ $source }) بعد هذه الترجمة.
notice-stale-dated = ترجمة بتاريخ { $date }، وقد تغيّر النص الأصلي ({ $source }) بعدها.
notice-draft = ترجمة أولية لم يراجعها بعد قارئ من أهل اللغة.
notice-read-source = اقرأ النص الأصلي ({ $source })
translation-title = حالة الترجمات
translation-lead = إلى أين وصلت كل لغة. تُحسب نصوص الأصل والكلمات التي فيها.
translation-translated = مترجمة
translation-fuzzy = تنتظر المراجعة
translation-missing = ناقصة
translation-words = الكلمات
translation-words-left = الكلمات المتبقية
translation-whole = صفحات كاملة
translation-stale = قديمة
translation-page = الصفحة
translation-state = الحالة
translation-is-catalog = تُرجم { $percent }%
translation-is-whole = تُرجمت الصفحة كاملة
translation-is-stale = تغيّر الأصل بعد الترجمة
translation-is-unstamped = تُرجمت الصفحة كاملة، ولم تُسجَّل نسخة الأصل
translation-elsewhere = الفهرس والرسوم والبيانات
copy-link = انسخ رابط «{ $title }»
copied = نُسخ الرابط

## المظهر
appearance = المظهر
theme-auto = كما في الجهاز
theme-light = فاتح
theme-dark = داكن
theme-contrast = تباين عالٍ

## صفحة البداية
start-here = ابدأ من هنا
entrances-title = من أنت؟
entrance-steps = ابدأ بقراءة
parts-title = أجزاء الكتاب
framework-title = إطار العناصر
framework-progress = { $official } من { $expected } عنصرًا لها مصدر رسمي.
element-number = العنصر { $number }
element-official = مصدر رسمي
element-awaiting-source = بانتظار المصدر
group-nen-tang = الأساس
group-trai-nghiem = التجربة
group-other = مجموعة غير معروفة بعد
documents-title = الوثائق عبر الزمن
document-in-force = سارية
document-replaced = حلّت محلها أخرى
document-done = نُفّذت
document-draft = مسودة
document-unknown = سريانها غير مؤكد
document-replaced-by = حلّت محلها { $title }
document-facts = عن هذه الوثيقة
document-number = الرقم
document-date = التاريخ
document-issuer = جهة الإصدار
document-status = الحالة
document-date-unknown = بلا تاريخ
downloads-title = خذها معك

## كتل النص
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تنبيه
alert-caution = احذر
label-example = مثال متخيَّل
label-checklist = قائمة تحقق
label-worksheet = ورقة عمل
label-card = بطاقة جيب
label-source = المصدر
label-as-of = حتى { $date }
label-conflict = مصدر آخر يقول غير ذلك
label-blank = للتعبئة
footnotes = حواشٍ
footnote-number = حاشية { $number }
footnote-back = عودة إلى النص
task = مهمة
external-link = يقود إلى خارج الكتاب
table-scroll = جدول: مرّر جانبيًا لرؤية كل الأعمدة

## عون القارئ
text-size = حجم النص
search-slash = المفتاح / للبحث
typeface-serif = خط مذيّل
resume = تابع من حيث توقفت:
resume-label = موضع القراءة
resume-close = إخفاء
overdue = كان مقررًا مراجعة هذه الصفحة قبل { $date }. قد يكون بعضها قديمًا.
share = اقتباس هذه الصفحة أو مشاركتها
share-title = اقتباس أو مشاركة
share-citation = نسخ الاقتباس
share-link = نسخ الرابط
share-mail = الإبلاغ عن خطأ هنا
share-code = رمز يفتح هذا الموضع على الهاتف
citation-copied = نُسخ الاقتباس
close = إغلاق
feedback = الإبلاغ عن خطأ في هذه الصفحة
feedback-subject = { $handbook }: { $place }
feedback-body = ما الذي يجب تصحيحه، وما الدليل:
cite-section = القسم { $number }
cite-point = النقطة { $label }
cite-clause = البند { $label }
cite-title = «{ $title }»
list-separator = {"، "}
image-large = عرض الصورة مكبّرة

## النماذج
form-tools = عن هذا النموذج
form-filled = ما تمت تعبئته
form-progress = أُنجز { $done } من { $total }
form-save = الحفظ في ملف
form-save-markdown = نص (Markdown)
form-save-csv = جدول (CSV)
form-save-ics = تواريخ للتقويم (.ics)
form-clear = مسح
form-clear-question = هل تريد مسح كل ما عُبّئ هنا؟ لا يمكن استرجاعه.
form-cleared = تم المسح.
form-add-row = إضافة صف
form-kept = ما تكتبه يبقى على هذا الجهاز.
form-not-kept = هذا المتصفح لا يحفظ شيئًا: احفظ ملفًا قبل مغادرة الصفحة.
form-page = كل ما يُعبّأ في هذه الصفحة

## قوائم المصادر والعناصر
source-kind-letter = خطاب رسمي
source-kind-decision = قرار
source-kind-decree = مرسوم
source-kind-circular = تعميم
source-kind-conclusion = خلاصة
source-kind-press = خبر صحفي
source-kind-law = قانون
source-status-read = قُرئ نصه
source-status-cited = معروف من مصدر آخر فقط
source-status-press = بحسب الصحافة
source-via = ورد ذكره في { $title }
source-pages = يُستعمل في
element-column-number = الرقم
element-column-name = العنصر
element-column-group = المجموعة
element-column-status = الحالة

## صفحات أخرى
not-found-title = هذه الصفحة غير موجودة
not-found-text = قد يكون العنوان خطأ أو تكون الصفحة قد نُقلت. ابدأ من جديد باختيار لغة:
redirect-title = نُقلت هذه الصفحة
redirect-text = انتقل إلى { $title }

## أسفل الصفحة
footer-label = عن هذا الكتاب
edition = الطبعة: { $edition }
edition-dated = الطبعة: { $edition }، { $date }
made-with = نُضّد بواسطة camnang

## البحث
search = بحث
search-field = ابحث في هذا الدليل
search-close = أغلق البحث
search-count = الصفحات التي عُثر عليها: { $count }
search-none = لم يُعثر على شيء عن «{ $query }».
search-failed = تعذّر تحميل البحث. يضم الفهرس الأبجدي المصطلحات والعناوين.
search-all = كل النتائج ({ $count })
search-results = النتائج
search-more = مزيد من النتائج
search-part = الجزء
search-kind = النوع
search-any = الكل
search-kind-chapter = فصل
search-kind-document = وثيقة رسمية
search-kind-element = عنصر من الإطار
search-kind-start = صفحة البداية
search-recent = عمليات البحث الأخيرة
search-forget = امسح عمليات البحث الأخيرة
search-suggestions = هل تقصد
search-terms = جرّب البحث عن
search-how = كيف تكتب
search-tips = ما قد يفيد
search-tip-fewer = استعمل كلمات أقل، أو أهم كلمة فقط.
search-tip-marks = يمكن كتابة الفيتنامية بلا علامات: «truyen thong» تجد «truyền thông».
search-tip-numbers = تُكتب أرقام الوثائق كما هي: ⁦532/BTTTT-TTĐN⁩.
search-keys = ↑ ↓ للاختيار · Enter للفتح · Esc للإغلاق
search-no-script = يحتاج البحث إلى JavaScript. أما الفهرس الأبجدي فلا يحتاج إليه.
marks-label = كلماتك في هذه الصفحة
marks-count = { $at } من { $count }
marks-none = كلماتك ليست في نص هذه الصفحة.
marks-previous = الموضع السابق
marks-next = الموضع التالي
marks-close = أغلق وأزل العلامات
index-title = الفهرس الأبجدي
index-lead = مصطلحات هذا الدليل وعناوينه مرتبة على حروف الهجاء.
index-letters = الحروف
index-other = غير ذلك
## أوراق الطباعة
press-sheet = الورقة { $sheet } من { $sheets }
press-front = الورقة { $sheet } من { $sheets }، الوجه
press-back = الورقة { $sheet } من { $sheets }، الظهر
press-signature = الملزمة { $signature } من { $signatures }
press-draft = مسودة

## التواريخ
date-day = { $day } { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
date-month = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
} { $year }
date-year = { $year }

## The print edition
print-book-a5 = كتاب مطبوع A5
print-book-a4 = كتاب مطبوع A4
print-reading-a4 = نسخة للقراءة A4
print-cards-a6 = بطاقات جيب A6، أربع في ورقة A4
print-cards-85x54 = بطاقات جيب 85 × 54 مم، عشر في ورقة A4
imprint-draft = طبعة تجريبية لم تُنشر بعد.
imprint-awaits = في انتظار التأكيد: { $facts }.
imprint-publisher = الناشر
imprint-edition = رقم الطبعة
imprint-date = تاريخ النشر
print-book-a5-booklet = كتاب A5 مرتَّب كرّاسًا على أوراق A4
print-this-page = هذه الصفحة بصيغة PDF
print-tables = قائمة الجداول
print-figures = قائمة الأشكال
print-table = جدول
print-figure = شكل
print-index = الفهرس
print-read-online = اقرأ على الإنترنت
print-links = روابط هذا الفصل
print-see-page = صفحة { $page }
print-see-section = القسم { $number }، صفحة { $page }
print-continued = { $title } (تابع)
## Taking it along
book-cover = الغلاف
book-landmarks = مواضع في الكتاب
book-pages = صفحات الكتاب المطبوع
book-accessibility = يمكن الاستماع إلى النص كله وتكبيره وتغيير ألوانه. العناوين والقوائم والجداول والحواشي معلَّمة بأنواعها، وللصور أوصاف، ويقود الفهرس إلى كل فصل.
book-pages-known = أرقام الصفحات هي أرقام الكتاب المطبوع بقياس A5.
book-pages-unknown = لا توجد قائمة بصفحات الكتاب المطبوع.
download-epub = كتاب إلكتروني لتطبيقات القراءة
download-bundle = الدليل كله للفتح من دون اتصال
download-single = ملف واحد لتمريره إلى غيرك
bundle-file = Open-handbook
bundle-extract-title = استخرِج الملفات أولًا
bundle-extract = فُتحت هذه الصفحة داخل ملف ZIP. استخرِج ملف ZIP كله إلى مجلد ثم افتح { $name } فيه.
bundle-open = فتح الدليل
single-all = عرض الكتاب كله
single-find = البحث في الدليل
single-none = لم يُعثر على شيء.
offline-title = الاحتفاظ به دون اتصال
offline-text = يمكن الاحتفاظ بالدليل على هذا الجهاز وقراءته من دون اتصال.
offline-keep = احتفاظ ({ $size })
offline-progress = جارٍ الحفظ: { $percent }%
offline-kept = محفوظ على هذا الجهاز: يُفتح من دون اتصال.
offline-remove = إزالته من هذا الجهاز
offline-failed = تعذّر الحفظ. تحقق من الاتصال والمساحة المتاحة ثم حاول مجددًا.
offline-new = توجد نسخة جديدة من الدليل.
offline-refresh = أخذ النسخة الجديدة
