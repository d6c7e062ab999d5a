# ถ้อยคำของหน้าจอ ภาษาไทย

## หาทาง
skip-to-content = ข้ามไปยังเนื้อหาหลัก
home = หน้าแรก
language = ภาษา
languages-title = เลือกภาษา
menu = สารบัญ
menu-close = ปิดสารบัญ
part-navigation = ในภาคนี้
other-parts = ภาคอื่น
breadcrumbs = คุณอยู่ที่นี่
on-this-page = ในหน้านี้
to-top = กลับขึ้นบน
contents = สารบัญ
contents-title = สารบัญทั้งหมด
pager = อ่านตามลำดับ
previous = ก่อนหน้า
next = ถัดไป
draft = กำลังจัดทำ

## เกี่ยวกับหน้า
part-label = ภาค { $number }
reading-time = อ่าน { $minutes } นาที
pages-count = { $count } หน้า
updated = แก้ไขล่าสุด { $date }
review-by = ทบทวนก่อน { $date }
audience = สำหรับ
audience-citizen = ประชาชน
audience-commune = เจ้าหน้าที่ตำบล
audience-province = เจ้าหน้าที่จังหวัด
audience-press = สื่อมวลชนและภาคี
audience-editor = บรรณาธิการและผู้แปล
notice-label = เกี่ยวกับคำแปลนี้
notice-fallback = หน้านี้ยังไม่ได้แปล ข้อความต่อไปนี้เป็นต้นฉบับ: { $source }
notice-partial = หน้านี้แปลแล้ว { $percent }% ส่วนที่เหลือแสดงเป็นต้นฉบับ ({ $source })
notice-stale = ต้นฉบับ ({ $source }) มีการแก้ไขหลังคำแปลนี้
notice-stale-dated = คำแปลเมื่อ { $date } ต้นฉบับ ({ $source }) มีการแก้ไขหลังจากนั้น
notice-draft = นี่เป็นคำแปลฉบับร่าง ยังไม่ได้ตรวจโดยเจ้าของภาษา
notice-read-source = อ่านต้นฉบับ ({ $source })
translation-title = สถานะการแปล
translation-lead = แต่ละภาษาแปลไปถึงไหนแล้ว นับเป็นข้อความในต้นฉบับและจำนวนคำ
translation-translated = แปลแล้ว
translation-fuzzy = รอตรวจ
translation-missing = ยังไม่แปล
translation-words = จำนวนคำ
translation-words-left = คำที่เหลือ
translation-whole = หน้าที่แปลทั้งหน้า
translation-stale = ล้าสมัย
translation-page = หน้า
translation-state = สถานะ
translation-is-catalog = แปลแล้ว { $percent }%
translation-is-whole = แปลทั้งหน้า
translation-is-stale = ต้นฉบับเปลี่ยนไปหลังการแปล
translation-is-unstamped = แปลทั้งหน้า ไม่ได้บันทึกว่าแปลจากต้นฉบับฉบับใด
translation-elsewhere = สารบัญ ภาพวาด และข้อมูล
copy-link = คัดลอกลิงก์ไปยัง “{ $title }”
copied = คัดลอกลิงก์แล้ว

## การแสดงผล
appearance = การแสดงผล
theme-auto = ตามอุปกรณ์
theme-light = สว่าง
theme-dark = มืด
theme-contrast = ความต่างสีสูง

## หน้าแรก
start-here = เริ่มที่นี่
entrances-title = คุณคือใคร
entrance-steps = อ่านก่อน
parts-title = ภาคต่าง ๆ ของหนังสือ
framework-title = กรอบองค์ประกอบ
framework-progress = มีแหล่งอ้างอิงทางการแล้ว { $official } จาก { $expected } องค์ประกอบ
element-number = องค์ประกอบ { $number }
element-official = มีแหล่งทางการ
element-awaiting-source = รอแหล่งอ้างอิง
group-nen-tang = รากฐาน
group-trai-nghiem = ประสบการณ์
group-other = ยังไม่ทราบกลุ่ม
documents-title = เอกสารตามเวลา
document-in-force = มีผลใช้บังคับ
document-replaced = ถูกแทนที่แล้ว
document-done = ดำเนินการแล้ว
document-draft = ร่าง
document-unknown = ยังไม่ยืนยันผลบังคับ
document-replaced-by = แทนที่ด้วย { $title }
document-facts = เกี่ยวกับเอกสารนี้
document-number = เลขที่
document-date = วันที่
document-issuer = ผู้ออก
document-status = สถานะ
document-date-unknown = ไม่ทราบวันที่
downloads-title = นำติดตัวไป

## ส่วนในเนื้อหา
alert-note = หมายเหตุ
alert-tip = เคล็ดลับ
alert-important = สำคัญ
alert-warning = คำเตือน
alert-caution = ระวัง
label-example = ตัวอย่างสมมติ
label-checklist = รายการตรวจสอบ
label-worksheet = ใบงาน
label-card = บัตรพกพา
label-source = แหล่งที่มา
label-as-of = ณ { $date }
label-conflict = อีกแหล่งหนึ่งให้ข้อมูลต่างกัน
label-blank = ช่องสำหรับกรอก
footnotes = เชิงอรรถ
footnote-number = เชิงอรรถ { $number }
footnote-back = กลับไปยังเนื้อหา
task = งาน
external-link = ลิงก์ออกนอกหนังสือ
table-scroll = ตาราง: เลื่อนด้านข้างเพื่อดูทุกคอลัมน์

## ตัวช่วยผู้อ่าน
text-size = ขนาดตัวอักษร
search-slash = ปุ่ม / ค้นหา
typeface-serif = ตัวอักษรมีเชิง
resume = อ่านต่อจากที่ค้างไว้:
resume-label = ตำแหน่งที่อ่าน
resume-close = ปิด
overdue = หน้านี้ควรได้รับการทบทวนภายใน { $date } บางส่วนอาจล้าสมัยแล้ว
share = อ้างอิงหรือแบ่งปันหน้านี้
share-title = อ้างอิงหรือแบ่งปัน
share-citation = คัดลอกคำอ้างอิง
share-link = คัดลอกลิงก์
share-mail = แจ้งข้อผิดพลาดตรงนี้
share-code = รหัสสำหรับเปิดตำแหน่งนี้บนโทรศัพท์
citation-copied = คัดลอกคำอ้างอิงแล้ว
close = ปิด
feedback = แจ้งข้อผิดพลาดในหน้านี้
feedback-subject = { $handbook }: { $place }
feedback-body = สิ่งที่ควรแก้ไขและแหล่งอ้างอิง:
cite-section = หัวข้อ { $number }
cite-point = ข้อย่อย { $label }
cite-clause = ข้อ { $label }
cite-title = “{ $title }”
list-separator = {", "}
image-large = ดูภาพขนาดใหญ่

## แบบฟอร์ม
form-tools = เกี่ยวกับแบบฟอร์มนี้
form-filled = กรอกแล้ว
form-progress = เสร็จ { $done } จาก { $total }
form-save = บันทึกเป็นไฟล์
form-save-markdown = ข้อความ (Markdown)
form-save-csv = ตาราง (CSV)
form-save-ics = วันที่สำหรับปฏิทิน (.ics)
form-clear = ล้าง
form-clear-question = ล้างทุกอย่างที่กรอกไว้ตรงนี้หรือไม่ ล้างแล้วเรียกคืนไม่ได้
form-cleared = ล้างแล้ว
form-add-row = เพิ่มแถว
form-kept = สิ่งที่คุณกรอกจะอยู่ในอุปกรณ์นี้เท่านั้น
form-not-kept = เบราว์เซอร์นี้ไม่เก็บข้อมูลไว้ โปรดบันทึกเป็นไฟล์ก่อนออกจากหน้านี้
form-page = ทุกอย่างที่ต้องกรอกในหน้านี้

## รายการแหล่งที่มาและองค์ประกอบ
source-kind-letter = หนังสือราชการ
source-kind-decision = คำสั่ง
source-kind-decree = กฤษฎีกา
source-kind-circular = หนังสือเวียน
source-kind-conclusion = ข้อสรุป
source-kind-press = ข่าว
source-kind-law = กฎหมาย
source-status-read = อ่านฉบับเต็มแล้ว
source-status-cited = ทราบจากแหล่งอื่นเท่านั้น
source-status-press = ตามรายงานข่าว
source-via = กล่าวถึงใน { $title }
source-pages = ใช้ในหน้า
element-column-number = ลำดับ
element-column-name = องค์ประกอบ
element-column-group = กลุ่ม
element-column-status = สถานะ

## หน้าอื่น
not-found-title = ไม่พบหน้านี้
not-found-text = ที่อยู่อาจพิมพ์ผิด หรือหน้าอาจย้ายไปแล้ว เริ่มใหม่โดยเลือกภาษา:
redirect-title = หน้านี้ย้ายแล้ว
redirect-text = ไปที่ { $title }

## ท้ายหน้า
footer-label = เกี่ยวกับหนังสือนี้
edition = ฉบับ: { $edition }
edition-dated = ฉบับ: { $edition }, { $date }
made-with = จัดหน้าด้วย camnang

## การค้นหา
search = ค้นหา
search-field = ค้นหาในคู่มือนี้
search-close = ปิดการค้นหา
search-count = พบ { $count } หน้า
search-none = ไม่พบสิ่งใดสำหรับ “{ $query }”
search-failed = โหลดการค้นหาไม่ได้ ดูคำศัพท์และหัวข้อได้ในดัชนี
search-all = ผลทั้งหมด ({ $count })
search-results = ผลการค้นหา
search-more = ผลเพิ่มเติม
search-part = ภาค
search-kind = ประเภท
search-any = ทั้งหมด
search-kind-chapter = บท
search-kind-document = หนังสือราชการ
search-kind-element = องค์ประกอบของกรอบ
search-kind-start = หน้าแรก
search-recent = การค้นหาล่าสุด
search-forget = ลบการค้นหาล่าสุด
search-suggestions = คุณหมายถึง
search-terms = ลองค้นหา
search-how = วิธีพิมพ์
search-tips = ลองวิธีนี้
search-tip-fewer = ใช้คำให้น้อยลง หรือเฉพาะคำที่สำคัญที่สุด
search-tip-marks = ภาษาเวียดนามพิมพ์โดยไม่ใส่เครื่องหมายก็ได้: “truyen thong” พบ “truyền thông”
search-tip-numbers = เลขที่เอกสารให้พิมพ์ตามต้นฉบับ: 532/BTTTT-TTĐN
search-keys = ↑ ↓ เลือก · Enter เปิด · Esc ปิด
search-no-script = การค้นหาต้องใช้ JavaScript ส่วนดัชนีไม่ต้องใช้
marks-label = คำที่คุณค้นหาในหน้านี้
marks-count = { $at } จาก { $count }
marks-none = เนื้อหาของหน้านี้ไม่มีคำที่คุณค้นหา
marks-previous = ตำแหน่งก่อนหน้า
marks-next = ตำแหน่งถัดไป
marks-close = ปิดและลบเครื่องหมาย
index-title = ดัชนี
index-lead = คำศัพท์และหัวข้อของคู่มือนี้ เรียงตามตัวอักษร
index-letters = ตัวอักษร
index-other = อื่น ๆ
## แผ่นพิมพ์
press-sheet = แผ่นที่ { $sheet }/{ $sheets }
press-front = แผ่นที่ { $sheet }/{ $sheets } ด้านหน้า
press-back = แผ่นที่ { $sheet }/{ $sheets } ด้านหลัง
press-signature = ยกที่ { $signature }/{ $signatures }
press-draft = ฉบับร่าง

## วันที่
date-day = { $day } { $month ->
    [1] มกราคม
    [2] กุมภาพันธ์
    [3] มีนาคม
    [4] เมษายน
    [5] พฤษภาคม
    [6] มิถุนายน
    [7] กรกฎาคม
    [8] สิงหาคม
    [9] กันยายน
    [10] ตุลาคม
    [11] พฤศจิกายน
   *[12] ธันวาคม
} ค.ศ. { $year }
date-month = { $month ->
    [1] มกราคม
    [2] กุมภาพันธ์
    [3] มีนาคม
    [4] เมษายน
    [5] พฤษภาคม
    [6] มิถุนายน
    [7] กรกฎาคม
    [8] สิงหาคม
    [9] กันยายน
    [10] ตุลาคม
    [11] พฤศจิกายน
   *[12] ธันวาคม
} ค.ศ. { $year }
date-year = ค.ศ. { $year }

## The print edition
print-book-a5 = หนังสือพิมพ์ A5
print-book-a4 = หนังสือพิมพ์ A4
print-reading-a4 = ฉบับอ่าน A4
print-cards-a6 = การ์ดพกพา A6 สี่ใบต่อแผ่น A4
print-cards-85x54 = การ์ดพกพา 85 × 54 มม. สิบใบต่อแผ่น A4
imprint-draft = ฉบับทดลอง ยังไม่เผยแพร่อย่างเป็นทางการ
imprint-awaits = รอการยืนยัน: { $facts }
imprint-publisher = ผู้จัดพิมพ์
imprint-edition = ครั้งที่พิมพ์
imprint-date = วันที่พิมพ์
print-book-a5-booklet = หนังสือ A5 จัดหน้าเป็นเล่มพับ พิมพ์บนกระดาษ A4
print-this-page = หน้านี้เป็น PDF
print-tables = รายการตาราง
print-figures = รายการภาพ
print-table = ตาราง
print-figure = ภาพ
print-index = ดัชนี
print-read-online = อ่านออนไลน์
print-links = ลิงก์ในบทนี้
print-see-page = หน้า { $page }
print-see-section = หัวข้อ { $number } หน้า { $page }
print-continued = { $title } (ต่อ)
## Taking it along
book-cover = ปก
book-landmarks = ตำแหน่งในหนังสือ
book-pages = หน้าของฉบับพิมพ์
book-accessibility = ข้อความทั้งหมดอ่านออกเสียง ขยาย และเปลี่ยนสีได้ หัวข้อ รายการ ตาราง และหมายเหตุระบุชนิดไว้ รูปภาพมีคำอธิบาย และสารบัญนำไปสู่ทุกบท
book-pages-known = เลขหน้าตรงกับฉบับพิมพ์ขนาด A5
book-pages-unknown = ไม่มีรายการหน้าของฉบับพิมพ์
download-epub = หนังสืออิเล็กทรอนิกส์สำหรับแอปอ่าน
download-bundle = คู่มือทั้งเล่ม เปิดได้โดยไม่ต้องเชื่อมต่อ
download-single = ไฟล์เดียวสำหรับส่งต่อ
bundle-file = Open-handbook
bundle-extract-title = โปรดแตกไฟล์ก่อน
bundle-extract = หน้านี้ถูกเปิดอยู่ในไฟล์ ZIP โปรดแตก ZIP ทั้งหมดลงในโฟลเดอร์ แล้วเปิด { $name } ในนั้น
bundle-open = เปิดคู่มือ
single-all = แสดงทั้งเล่ม
single-find = ค้นหาในคู่มือ
single-none = ไม่พบ
offline-title = เก็บไว้อ่านออฟไลน์
offline-text = เก็บคู่มือไว้ในอุปกรณ์นี้แล้วอ่านได้โดยไม่ต้องเชื่อมต่อ
offline-keep = เก็บไว้ ({ $size })
offline-progress = กำลังเก็บ: { $percent }%
offline-kept = เก็บไว้ในอุปกรณ์นี้แล้ว: เปิดได้โดยไม่ต้องเชื่อมต่อ
offline-remove = ลบออกจากอุปกรณ์นี้
offline-failed = เก็บไม่สำเร็จ โปรดตรวจการเชื่อมต่อและพื้นที่ว่าง แล้วลองใหม่
offline-new = คู่มือมีฉบับใหม่
offline-refresh = รับฉบับใหม่
