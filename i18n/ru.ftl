# Слова интерфейса по-русски.

## Как найти дорогу
skip-to-content = Перейти к основному тексту
home = Начало
language = Язык
languages-title = Выберите язык
menu = Содержание
menu-close = Закрыть содержание
part-navigation = В этой части
other-parts = Другие части
breadcrumbs = Вы здесь
on-this-page = На этой странице
to-top = Наверх
contents = Содержание
contents-title = Полное содержание
pager = Порядок чтения
previous = Назад
next = Дальше
draft = готовится

## Что страница говорит о себе
part-label = Часть { $number }
reading-time = Читать { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}
pages-count = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
   *[other] { $count } страниц
}
updated = Последнее изменение: { $date }
review-by = Пересмотреть до: { $date }
audience = Для кого:
audience-citizen = жители
audience-commune = служащие общин
audience-province = служащие провинций
audience-press = пресса и партнёры
audience-editor = редакторы и переводчики
notice-label = Об этом переводе
notice-fallback = Эта страница ещё не переведена. Ниже исходный текст: { $source }.
notice-partial = Переведено { $percent } % страницы. Остальное показано на исходном языке ({ $source }).
notice-stale = Исходный текст ({ $source }) изменился после этого перевода.
notice-stale-dated = Перевод от { $date }; исходный текст ({ $source }) с тех пор изменился.
notice-draft = Черновой перевод, ещё не проверенный носителем языка.
notice-read-source = Читать исходный текст ({ $source })
translation-title = Состояние переводов
translation-lead = Насколько продвинулся перевод на каждый язык. Считаются фрагменты оригинала и слова в них.
translation-translated = Переведено
translation-fuzzy = На проверке
translation-missing = Не переведено
translation-words = Слов
translation-words-left = Слов осталось
translation-whole = Страницы целиком
translation-stale = Устарело
translation-page = Страница
translation-state = Состояние
translation-is-catalog = переведено { $percent } %
translation-is-whole = страница переведена целиком
translation-is-stale = оригинал изменился после перевода
translation-is-unstamped = страница переведена целиком; версия оригинала не указана
translation-elsewhere = Содержание, рисунки и данные
copy-link = Скопировать ссылку на «{ $title }»
copied = Ссылка скопирована

## Вид
appearance = Вид
theme-auto = Как на устройстве
theme-light = Светлый
theme-dark = Тёмный
theme-contrast = Высокий контраст

## Начальная страница
start-here = Начните здесь
entrances-title = Кто вы?
entrance-steps = С чего начать
parts-title = Части книги
framework-title = Система элементов
framework-progress = Официальный источник есть у { $official } элементов из { $expected }.
element-number = Элемент { $number }
element-official = есть официальный источник
element-awaiting-source = ждёт источника
group-nen-tang = Основа
group-trai-nghiem = Впечатления
group-other = Группа пока неизвестна
documents-title = Документы по времени
document-in-force = действует
document-replaced = заменён
document-done = исполнен
document-draft = проект
document-unknown = действие не подтверждено
document-replaced-by = Заменён: { $title }
document-facts = Об этом документе
document-number = Номер
document-date = Дата
document-issuer = Кем издан
document-status = Состояние
document-date-unknown = без даты
downloads-title = Взять с собой

## Блоки в тексте
alert-note = Заметка
alert-tip = Совет
alert-important = Важно
alert-warning = Внимание
alert-caution = Осторожно
label-example = Вымышленный пример
label-checklist = Список проверки
label-worksheet = Рабочий лист
label-card = Карманная карточка
label-source = Источник
label-as-of = По состоянию на: { $date }
label-conflict = Другой источник говорит иначе
label-blank = заполнить
footnotes = Примечания
footnote-number = Примечание { $number }
footnote-back = Назад к тексту
task = Дело
external-link = ведёт за пределы книги
table-scroll = Таблица: прокрутите вбок, чтобы увидеть все столбцы

## В помощь читателю
text-size = Размер текста
search-slash = / для поиска
typeface-serif = Шрифт с засечками
resume = Продолжить с того же места:
resume-label = Место чтения
resume-close = Скрыть
overdue = Эту страницу должны были пересмотреть до { $date }. Часть сведений могла устареть.
share = Цитировать или поделиться
share-title = Цитировать или поделиться
share-citation = Скопировать ссылку на источник
share-link = Скопировать адрес
share-mail = Сообщить об ошибке здесь
share-code = Код, который открывает это место на телефоне
citation-copied = Ссылка на источник скопирована
close = Закрыть
feedback = Сообщить об ошибке на странице
feedback-subject = { $handbook }: { $place }
feedback-body = Что исправить и на каком основании:
cite-section = раздел { $number }
cite-point = подпункт { $label }
cite-clause = пункт { $label }
cite-title = «{ $title }»
list-separator = {", "}
image-large = Показать изображение крупно

## Формы для заполнения
form-tools = Об этой форме
form-filled = Заполнено
form-progress = Готово: { $done } из { $total }
form-save = Сохранить в файл
form-save-markdown = Текст (Markdown)
form-save-csv = Таблица (CSV)
form-save-ics = Даты для календаря (.ics)
form-clear = Очистить
form-clear-question = Удалить всё, что здесь заполнено? Восстановить будет нельзя.
form-cleared = Очищено.
form-add-row = Добавить строку
form-kept = То, что вы заполняете, остаётся на этом устройстве.
form-not-kept = Этот браузер ничего не хранит: сохраните файл, прежде чем уйти со страницы.
form-page = Всё, что заполняется на этой странице

## Списки источников и элементов
source-kind-letter = официальное письмо
source-kind-decision = решение
source-kind-decree = постановление
source-kind-circular = циркуляр
source-kind-conclusion = заключение
source-kind-press = сообщение прессы
source-kind-law = закон
source-status-read = прочитан
source-status-cited = известен по другому источнику
source-status-press = по сообщению прессы
source-via = Упомянут в: { $title }
source-pages = Используется на страницах
element-column-number = №
element-column-name = Элемент
element-column-group = Группа
element-column-status = Состояние

## Другие страницы
not-found-title = Такой страницы нет
not-found-text = Возможно, в адресе ошибка или страница перемещена. Начните снова, выбрав язык:
redirect-title = Страница перемещена
redirect-text = Перейти: { $title }

## Внизу
footer-label = Об этой книге
edition = Издание: { $edition }
edition-dated = Издание: { $edition }, { $date }
made-with = Свёрстано в camnang

## Поиск
search = Поиск
search-field = Искать в этой книге
search-close = Закрыть поиск
search-count = Найдено страниц: { $count }
search-none = По запросу «{ $query }» ничего не найдено.
search-failed = Не удалось загрузить поиск. Термины и заголовки есть в указателе.
search-all = Все результаты ({ $count })
search-results = Результаты
search-more = Ещё результаты
search-part = Часть
search-kind = Вид
search-any = Все
search-kind-chapter = Глава
search-kind-document = Официальный документ
search-kind-element = Элемент рамочной схемы
search-kind-start = Начальная страница
search-recent = Недавние запросы
search-forget = Удалить недавние запросы
search-suggestions = Возможно, вы имели в виду
search-terms = Попробуйте найти
search-how = Как вводить
search-tips = Что может помочь
search-tip-fewer = Возьмите меньше слов или только самое важное.
search-tip-marks = По-вьетнамски можно писать без знаков: «truyen thong» находит «truyền thông».
search-tip-numbers = Номера документов пишите так, как они напечатаны: 532/BTTTT-TTĐN.
search-keys = ↑ ↓ выбрать · Enter открыть · Esc закрыть
search-no-script = Для поиска нужен JavaScript. Указатель работает и без него.
marks-label = Ваши слова на этой странице
marks-count = { $at } из { $count }
marks-none = В тексте этой страницы ваших слов нет.
marks-previous = Предыдущее место
marks-next = Следующее место
marks-close = Закрыть и снять пометки
index-title = Указатель
index-lead = Термины и заголовки этой книги по алфавиту.
index-letters = Буквы
index-other = Прочее
## Печатные листы
press-sheet = лист { $sheet } из { $sheets }
press-front = лист { $sheet } из { $sheets }, лицо
press-back = лист { $sheet } из { $sheets }, оборот
press-signature = тетрадь { $signature } из { $signatures }
press-draft = ЧЕРНОВИК

## Даты
date-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } года
date-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year } года
date-year = { $year } год

## The print edition
print-book-a5 = Печатная книга, A5
print-book-a4 = Печатная книга, A4
print-reading-a4 = Версия для чтения, A4
print-cards-a6 = Карманные карточки A6, четыре на листе A4
print-cards-85x54 = Карманные карточки 85 × 54 мм, десять на листе A4
imprint-draft = Пробное издание, ещё не опубликовано.
imprint-awaits = Ожидает подтверждения: { $facts }.
imprint-publisher = издатель
imprint-edition = номер издания
imprint-date = дата издания
print-book-a5-booklet = Книга A5 для печати брошюрой на листах A4
print-this-page = Эта страница в PDF
print-tables = Список таблиц
print-figures = Список иллюстраций
print-table = Таблица
print-figure = Рисунок
print-index = Указатель
print-read-online = Читать в интернете
print-links = Ссылки в этой главе
print-see-page = с. { $page }
print-see-section = раздел { $number }, с. { $page }
print-continued = { $title } (продолжение)
## Taking it along
book-cover = Обложка
book-landmarks = Места в книге
book-pages = Страницы печатной книги
book-accessibility = Весь текст можно слушать, увеличивать и перекрашивать. Заголовки, списки, таблицы и примечания размечены, у изображений есть описания, оглавление ведёт к каждой главе.
book-pages-known = Номера страниц — как в печатной книге формата A5.
book-pages-unknown = Списка печатных страниц нет.
download-epub = Электронная книга для приложений
download-bundle = Весь справочник, открывается без сети
download-single = Один файл, чтобы передать другим
bundle-file = Open-handbook
bundle-extract-title = Сначала распакуйте
bundle-extract = Эта страница открыта внутри файла ZIP. Распакуйте весь ZIP в папку и откройте в ней { $name }.
bundle-open = Открыть справочник
single-all = Показать всю книгу
single-find = Найти в справочнике
single-none = Ничего не найдено.
offline-title = Сохранить для чтения без сети
offline-text = Справочник можно сохранить на этом устройстве и читать без сети.
offline-keep = Сохранить ({ $size })
offline-progress = Сохранение: { $percent } %
offline-kept = Сохранено на этом устройстве: открывается без сети.
offline-remove = Удалить с этого устройства
offline-failed = Сохранить не удалось. Проверьте соединение и свободное место и попробуйте снова.
offline-new = Вышла новая версия справочника.
offline-refresh = Взять новую версию
