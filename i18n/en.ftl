# The words of the interface, in English. Every other file must have the same keys.
# A handbook replaces single ones in its own <i18n folder>/en.ftl.

## Finding one's way
skip-to-content = Skip to the main content
home = Start
language = Language
languages-title = Choose a language
menu = Menu
menu-close = Close the menu
part-navigation = This part
other-parts = Other parts
breadcrumbs = You are here
on-this-page = On this page
to-top = Back to top
contents = Contents
contents-title = Everything in this handbook
pager = Reading order
previous = Previous
next = Next
draft = in preparation

## What a page says of itself
part-label = Part { $number }
reading-time = { $minutes ->
    [one] { $minutes } minute to read
   *[other] { $minutes } minutes to read
}
pages-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
updated = Last changed { $date }
review-by = To be reviewed by { $date }
audience = For
audience-citizen = citizens
audience-commune = commune officers
audience-province = province officers
audience-press = press and partners
audience-editor = editors and translators
notice-label = About this translation
notice-fallback = This page is not translated yet. Its text is in the original language: { $source }.
notice-partial = { $percent }% of this page is translated. The rest is in the original language: { $source }.
notice-stale = The original text ({ $source }) has changed since this translation was made.
notice-stale-dated = Translation of { $date }; the original text ({ $source }) has changed since.
notice-draft = This is a draft translation, not yet checked by a native reader.
notice-read-source = Read the original: { $source }
translation-title = Translation status
translation-lead = How far each language has got. Counted are texts of the original and the words in them.
translation-translated = Translated
translation-fuzzy = To be checked
translation-missing = Missing
translation-words = Words
translation-words-left = Words left
translation-whole = Whole pages
translation-stale = Out of date
translation-page = Page
translation-state = State
translation-is-catalog = { $percent }% translated
translation-is-whole = translated as a whole
translation-is-stale = the original has changed since the translation
translation-is-unstamped = translated as a whole; from which original is not recorded
translation-elsewhere = Contents, drawings and data
copy-link = Copy a link to “{ $title }”
copied = Link copied

## Appearance
appearance = Appearance
theme-auto = As the device
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast

## Start page
start-here = Start here
entrances-title = Who are you?
entrance-steps = Begin with
parts-title = The parts
framework-title = The framework
framework-progress = { $official } of { $expected } elements have an official source.
element-number = Element { $number }
element-official = official source
element-awaiting-source = awaiting source
group-nen-tang = Foundation
group-trai-nghiem = Experience
group-other = Group not yet known
documents-title = Documents over time
document-in-force = in force
document-replaced = replaced
document-done = carried out
document-draft = draft
document-unknown = validity not confirmed
document-replaced-by = Replaced by { $title }
document-facts = About this document
document-number = Number
document-date = Date
document-issuer = Issued by
document-status = Status
document-date-unknown = no date
downloads-title = Take it with you

## Blocks in the text
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
label-example = Fictitious example
label-checklist = Checklist
label-worksheet = Worksheet
label-card = Pocket card
label-source = Source
label-as-of = As of { $date }
label-conflict = Another source says otherwise
label-blank = to be filled in
footnotes = Notes
footnote-number = Note { $number }
footnote-back = Back to the text
task = Task
external-link = leads out of the handbook
table-scroll = Table: scroll sideways to see all columns
task = Task
external-link = leaves this handbook
element-column-number = No.
element-column-name = Element
element-column-group = Group
element-column-status = Source
source-kind-letter = Letter
source-kind-decision = Decision
source-kind-decree = Decree
source-kind-circular = Circular
source-kind-conclusion = Conclusion
source-kind-press = Press report
source-kind-law = Law
source-status-read = text at hand
source-status-cited = named in another source
source-status-press = known from the press
source-via = Named in { $title }
source-pages = Used in

## Reader’s aids
text-size = Text size
search-slash = / key to search
typeface-serif = Serif typeface
resume = Continue where you were:
resume-label = Reading place
resume-close = Dismiss
overdue = This page was to be reviewed by { $date }. Parts of it may be out of date.
share = Cite or share this page
share-title = Cite or share
share-citation = Copy the citation
share-link = Copy the link
share-mail = Report a mistake here
share-code = A code that opens this place on a phone
citation-copied = Citation copied
close = Close
feedback = Report a mistake on this page
feedback-subject = { $handbook }: { $place }
feedback-body = What should be corrected, and how you know:
cite-section = section { $number }
cite-point = point { $label }
cite-clause = clause { $label }
cite-title = “{ $title }”
list-separator = {", "}
image-large = Show the image large

## What a reader fills in
form-tools = About this form
form-filled = Filled in
form-progress = Done: { $done } of { $total }
form-save = Save as a file
form-save-markdown = Text (Markdown)
form-save-csv = Table (CSV)
form-save-ics = Dates for a calendar (.ics)
form-clear = Clear
form-clear-question = Clear everything filled in here? It cannot be brought back.
form-cleared = Cleared.
form-add-row = Add a row
form-kept = What you fill in stays on this device.
form-not-kept = This browser keeps nothing: save a file before you leave the page.
form-page = Everything to fill in on this page

## Lists of sources and elements
source-kind-letter = letter
source-kind-decision = decision
source-kind-decree = decree
source-kind-circular = circular
source-kind-conclusion = conclusion
source-kind-press = press report
source-kind-law = law
source-status-read = read
source-status-cited = known only through another source
source-status-press = as the press reports it
source-via = Named in { $title }
source-pages = Used on
element-column-number = No.
element-column-name = Element
element-column-group = Group
element-column-status = Status

## Other pages
not-found-title = This page is not here
not-found-text = The address may be mistyped, or the page may have moved. Start again from a language:
redirect-title = This page has moved
redirect-text = Go to { $title }

## Foot
footer-label = About this handbook
edition = Edition: { $edition }
edition-dated = Edition: { $edition }, { $date }
made-with = Set with camnang

## Search
search = Search
search-field = Search this handbook
search-close = Close search
search-count = Pages found: { $count }
search-none = Nothing was found for “{ $query }”.
search-failed = Search could not be loaded. The index A–Z lists terms and headings.
search-all = All results ({ $count })
search-results = Results
search-more = More results
search-part = Part
search-kind = Kind
search-any = All
search-kind-chapter = Chapter
search-kind-document = Official document
search-kind-element = Framework element
search-kind-start = Start page
search-recent = Recent searches
search-forget = Clear recent searches
search-suggestions = Did you mean
search-terms = Try one of these
search-how = How to type it
search-tips = What may help
search-tip-fewer = Use fewer words, or only the most important one.
search-tip-marks = Vietnamese may be typed without its marks: “truyen thong” finds “truyền thông”.
search-tip-numbers = Numbers of documents are found as they are written: 532/BTTTT-TTĐN.
search-keys = ↑ ↓ to choose · Enter to open · Esc to close
search-no-script = Search needs JavaScript. The index A–Z works without it.
marks-label = Your words on this page
marks-count = { $at } of { $count }
marks-none = Your words are not in the text of this page.
marks-previous = Previous place
marks-next = Next place
marks-close = Close and remove the marks
index-title = Index A–Z
index-lead = Terms and headings of this handbook in alphabetical order.
index-letters = Letters
index-other = Other
## Sheets for the press
press-sheet = sheet { $sheet } of { $sheets }
press-front = sheet { $sheet } of { $sheets }, front
press-back = sheet { $sheet } of { $sheets }, back
press-signature = signature { $signature } of { $signatures }
press-draft = DRAFT

## Dates
date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-year = { $year }

## The print edition
print-book-a5 = Printed book, A5
print-book-a4 = Printed book, A4
print-reading-a4 = Reading copy, A4
print-cards-a6 = Pocket cards, A6, four to an A4 sheet
print-cards-85x54 = Pocket cards, 85 × 54 mm, ten to an A4 sheet
imprint-draft = Draft edition, not yet published.
imprint-awaits = Awaiting confirmation: { $facts }.
imprint-publisher = the publisher
imprint-edition = the edition
imprint-date = the date of publication
print-book-a5-booklet = A5 book laid out as a booklet on A4 sheets
print-this-page = This page as PDF
print-tables = List of tables
print-figures = List of figures
print-table = Table
print-figure = Figure
print-index = Index
print-read-online = Read online
print-links = Links in this chapter
print-see-page = page { $page }
print-see-section = section { $number }, page { $page }
print-continued = { $title } (continued)
## Taking it along
book-cover = Cover
book-landmarks = Places in the book
book-pages = Pages of the printed book
book-accessibility = All text can be read aloud, enlarged and recoloured. Headings, lists, tables and notes are marked as such, images have descriptions, and the table of contents leads to every chapter.
book-pages-known = Page numbers are those of the printed A5 book.
book-pages-unknown = There is no list of printed pages.
download-epub = E-book for reading apps
download-bundle = The whole handbook to open without a connection
download-single = One file to pass on
bundle-file = Open-handbook
bundle-extract-title = Extract first
bundle-extract = This page was opened inside the ZIP file. Extract all of the ZIP into a folder, then open { $name } there.
bundle-open = Open the handbook
single-all = Show the whole book at once
single-find = Find in the handbook
single-none = Nothing found.
offline-title = Keep for offline
offline-text = The handbook can be kept on this device and read without a connection.
offline-keep = Keep ({ $size })
offline-progress = Keeping: { $percent }%
offline-kept = Kept on this device: it opens without a connection.
offline-remove = Remove from this device
offline-failed = It could not be kept. Check the connection and the free space, then try again.
offline-new = There is a new version of the handbook.
offline-refresh = Take the new version
