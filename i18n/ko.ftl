# 화면에 쓰는 말, 한국어.

## 길 찾기
skip-to-content = 본문으로 바로 가기
home = 처음
language = 언어
languages-title = 언어 선택
menu = 차례
menu-close = 차례 닫기
part-navigation = 이 부의 차례
other-parts = 다른 부
breadcrumbs = 현재 위치
on-this-page = 이 페이지의 내용
to-top = 맨 위로
contents = 차례
contents-title = 전체 차례
pager = 차례대로 읽기
previous = 이전
next = 다음
draft = 준비 중

## 페이지에 대하여
part-label = 제{ $number }부
reading-time = 읽는 데 { $minutes }분
pages-count = { $count }쪽
updated = 마지막 수정 { $date }
review-by = { $date }까지 검토
audience = 대상:
audience-citizen = 주민
audience-commune = 사·방 공무원
audience-province = 성·시 공무원
audience-press = 언론과 협력 기관
audience-editor = 편집자와 번역자
notice-label = 이 번역에 대하여
notice-fallback = 이 페이지는 아직 번역되지 않았습니다. 아래는 원문입니다: { $source }
notice-partial = 이 페이지는 { $percent }% 번역되었습니다. 나머지는 원문({ $source })으로 보입니다.
notice-stale = 이 번역 이후 원문({ $source })이 바뀌었습니다.
notice-stale-dated = { $date }의 번역입니다. 그 뒤로 원문({ $source })이 바뀌었습니다.
notice-draft = 임시 번역입니다. 아직 원어민이 확인하지 않았습니다.
notice-read-source = 원문({ $source }) 읽기
translation-title = 번역 현황
translation-lead = 언어별 번역 진행 상황입니다. 원문의 글 단위와 낱말 수로 셉니다.
translation-translated = 번역됨
translation-fuzzy = 검토 대기
translation-missing = 번역 안 됨
translation-words = 낱말 수
translation-words-left = 남은 낱말 수
translation-whole = 통째로 번역한 쪽
translation-stale = 원문이 바뀜
translation-page = 쪽
translation-state = 상태
translation-is-catalog = { $percent }% 번역됨
translation-is-whole = 쪽 전체를 번역함
translation-is-stale = 번역 뒤에 원문이 바뀌었습니다
translation-is-unstamped = 쪽 전체를 번역함(어느 원문에서 옮겼는지 기록 없음)
translation-elsewhere = 차례, 그림, 자료
copy-link = “{ $title }” 링크 복사
copied = 링크를 복사했습니다

## 화면
appearance = 화면 모양
theme-auto = 기기 설정대로
theme-light = 밝게
theme-dark = 어둡게
theme-contrast = 고대비

## 첫 페이지
start-here = 여기서 시작
entrances-title = 누구신가요?
entrance-steps = 먼저 읽기
parts-title = 책의 각 부
framework-title = 요소 체계
framework-progress = { $expected }개 요소 가운데 { $official }개에 공식 출처가 있습니다.
element-number = 요소 { $number }
element-official = 공식 출처 있음
element-awaiting-source = 출처 대기
group-nen-tang = 기반
group-trai-nghiem = 경험
group-other = 아직 모르는 묶음
documents-title = 문서 연표
document-in-force = 시행 중
document-replaced = 대체됨
document-done = 이행 완료
document-draft = 초안
document-unknown = 효력 미확인
document-replaced-by = { $title }(으)로 대체
document-facts = 이 문서에 대하여
document-number = 문서 번호
document-date = 날짜
document-issuer = 발행 기관
document-status = 상태
document-date-unknown = 날짜 없음
downloads-title = 가져가기

## 본문 블록
alert-note = 참고
alert-tip = 도움말
alert-important = 중요
alert-warning = 주의
alert-caution = 경고
label-example = 가상 사례
label-checklist = 점검표
label-worksheet = 작업지
label-card = 주머니 카드
label-source = 출처
label-as-of = { $date } 기준
label-conflict = 다른 출처는 다르게 말합니다
label-blank = 채울 곳
footnotes = 주석
footnote-number = 주석 { $number }
footnote-back = 본문으로 돌아가기
task = 할 일
external-link = 책 밖으로 나가는 링크
table-scroll = 표: 옆으로 움직이면 모든 열이 보입니다

## 읽기 도움
text-size = 글자 크기
search-slash = / 로 검색
typeface-serif = 바탕체
resume = 지난번에 읽던 곳부터:
resume-label = 읽던 곳
resume-close = 닫기
overdue = 이 페이지는 { $date }까지 검토될 예정이었습니다. 오래된 내용이 있을 수 있습니다.
share = 이 페이지 인용·공유
share-title = 인용·공유
share-citation = 인용문 복사
share-link = 링크 복사
share-mail = 이곳의 오류 알리기
share-code = 이곳을 휴대전화로 여는 코드
citation-copied = 인용문을 복사했습니다
close = 닫기
feedback = 이 페이지의 오류 알리기
feedback-subject = { $handbook }: { $place }
feedback-body = 고쳐야 할 내용과 근거:
cite-section = { $number }절
cite-point = { $label }호
cite-clause = { $label }항
cite-title = “{ $title }”
list-separator = {", "}
image-large = 그림 크게 보기

## 작성 서식
form-tools = 이 서식에 대하여
form-filled = 작성됨
form-progress = { $total }개 중 { $done }개 완료
form-save = 파일로 저장
form-save-markdown = 텍스트(Markdown)
form-save-csv = 표(CSV)
form-save-ics = 달력용 날짜(.ics)
form-clear = 지우기
form-clear-question = 여기에 적은 내용을 모두 지울까요? 되돌릴 수 없습니다.
form-cleared = 지웠습니다.
form-add-row = 행 추가
form-kept = 적은 내용은 이 기기에만 저장됩니다.
form-not-kept = 이 브라우저에는 저장되지 않습니다. 페이지를 떠나기 전에 파일로 저장하세요.
form-page = 이 페이지에서 작성할 모든 항목

## 출처와 요소 목록
source-kind-letter = 공문
source-kind-decision = 결정
source-kind-decree = 의정
source-kind-circular = 통지
source-kind-conclusion = 결론
source-kind-press = 언론 보도
source-kind-law = 법률
source-status-read = 원문 확인
source-status-cited = 다른 출처로만 알려짐
source-status-press = 언론 보도에 따름
source-via = { $title }에 언급
source-pages = 쓰인 페이지
element-column-number = 번호
element-column-name = 요소
element-column-group = 묶음
element-column-status = 상태

## 다른 페이지
not-found-title = 이 페이지는 없습니다
not-found-text = 주소가 잘못되었거나 페이지가 옮겨졌을 수 있습니다. 언어를 골라 다시 시작하십시오:
redirect-title = 페이지가 옮겨졌습니다
redirect-text = { $title }(으)로 가기

## 아래쪽
footer-label = 이 책에 대하여
edition = 판: { $edition }
edition-dated = 판: { $edition }, { $date }
made-with = camnang으로 조판

## 검색
search = 검색
search-field = 안내서에서 검색
search-close = 검색 닫기
search-count = 찾은 페이지: { $count }
search-none = “{ $query }”에 대한 결과가 없습니다.
search-failed = 검색을 불러오지 못했습니다. 용어와 제목은 찾아보기에 있습니다.
search-all = 모든 결과 ({ $count })
search-results = 결과
search-more = 결과 더 보기
search-part = 부
search-kind = 종류
search-any = 전체
search-kind-chapter = 장
search-kind-document = 공문서
search-kind-element = 틀의 요소
search-kind-start = 첫 페이지
search-recent = 최근 검색
search-forget = 최근 검색 지우기
search-suggestions = 이것을 찾으셨나요?
search-terms = 이런 말로 찾아보세요
search-how = 입력 방법
search-tips = 이렇게 해 보세요
search-tip-fewer = 낱말을 줄이고 가장 중요한 것만 남깁니다.
search-tip-marks = 베트남어는 부호 없이 입력해도 됩니다: “truyen thong”으로 “truyền thông”을 찾습니다.
search-tip-numbers = 문서 번호는 적힌 그대로 입력합니다: 532/BTTTT-TTĐN
search-keys = ↑ ↓ 고르기 · Enter 열기 · Esc 닫기
search-no-script = 검색에는 JavaScript가 필요합니다. 찾아보기는 없어도 됩니다.
marks-label = 이 페이지에서 찾은 말
marks-count = { $at } / { $count }
marks-none = 이 페이지 본문에는 찾는 말이 없습니다.
marks-previous = 이전 위치
marks-next = 다음 위치
marks-close = 닫고 표시 지우기
index-title = 찾아보기
index-lead = 이 안내서의 용어와 제목을 차례대로 실었습니다.
index-letters = 글자
index-other = 기타
## 인쇄용지
press-sheet = { $sheet }/{ $sheets }장
press-front = { $sheet }/{ $sheets }장 앞면
press-back = { $sheet }/{ $sheets }장 뒷면
press-signature = 대수 { $signature }/{ $signatures }
press-draft = 초안

## 날짜
date-day = { $year }년 { $month }월 { $day }일
date-month = { $year }년 { $month }월
date-year = { $year }년

## The print edition
print-book-a5 = 인쇄본 A5
print-book-a4 = 인쇄본 A4
print-reading-a4 = 읽기용 A4
print-cards-a6 = 주머니 카드 A6, A4 한 장에 네 장
print-cards-85x54 = 주머니 카드 85 × 54 mm, A4 한 장에 열 장
imprint-draft = 시험판이며 아직 정식으로 발행되지 않았습니다.
imprint-awaits = 확인을 기다리는 사항: { $facts }.
imprint-publisher = 발행 기관
imprint-edition = 판
imprint-date = 발행일
print-book-a5-booklet = A4 용지에 앉힌 A5 책자
print-this-page = 이 페이지의 PDF
print-tables = 표 차례
print-figures = 그림 차례
print-table = 표
print-figure = 그림
print-index = 찾아보기
print-read-online = 온라인으로 읽기
print-links = 이 장의 링크
print-see-page = { $page }쪽
print-see-section = { $number }절, { $page }쪽
print-continued = { $title } (계속)
## Taking it along
book-cover = 표지
book-landmarks = 책 속 위치
book-pages = 인쇄본 쪽
book-accessibility = 모든 글을 소리 내어 읽히고 확대하고 색을 바꿀 수 있습니다. 제목, 목록, 표, 주석이 알맞게 표시되어 있고 그림에는 설명이 있으며 차례에서 모든 장으로 갈 수 있습니다.
book-pages-known = 쪽 번호는 A5 인쇄본의 번호입니다.
book-pages-unknown = 인쇄본 쪽 목록은 없습니다.
download-epub = 독서 앱용 전자책
download-bundle = 연결 없이 여는 편람 전체
download-single = 전달하기 쉬운 파일 하나
bundle-file = Open-handbook
bundle-extract-title = 먼저 압축을 푸세요
bundle-extract = 이 페이지는 ZIP 파일 안에서 열렸습니다. ZIP 전체를 폴더에 푼 다음 그 안의 { $name } 파일을 여세요.
bundle-open = 편람 열기
single-all = 책 전체 보기
single-find = 편람에서 찾기
single-none = 찾은 것이 없습니다.
offline-title = 오프라인용으로 보관
offline-text = 편람을 이 기기에 보관하여 연결 없이 읽을 수 있습니다.
offline-keep = 보관하기({ $size })
offline-progress = 보관 중: { $percent }%
offline-kept = 이 기기에 보관되었습니다. 연결 없이 열립니다.
offline-remove = 이 기기에서 지우기
offline-failed = 보관하지 못했습니다. 연결과 남은 공간을 확인하고 다시 해 보세요.
offline-new = 편람의 새 판이 있습니다.
offline-refresh = 새 판 받기
