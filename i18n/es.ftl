# Las palabras de la interfaz, en español.

## Orientarse
skip-to-content = Ir al contenido principal
home = Inicio
language = Idioma
languages-title = Elija un idioma
menu = Índice
menu-close = Cerrar el índice
part-navigation = En esta parte
other-parts = Otras partes
breadcrumbs = Está aquí
on-this-page = En esta página
to-top = Volver arriba
contents = Índice
contents-title = Todo el índice
pager = Orden de lectura
previous = Anterior
next = Siguiente
draft = en preparación

## Lo que la página dice de sí misma
part-label = Parte { $number }
reading-time = { $minutes ->
    [one] { $minutes } minuto de lectura
   *[other] { $minutes } minutos de lectura
}
pages-count = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}
updated = Modificado: { $date }
review-by = Revisar antes del { $date }
audience = Para
audience-citizen = ciudadanos
audience-commune = funcionarios de comuna
audience-province = funcionarios de provincia
audience-press = prensa y socios
audience-editor = editores y traductores
notice-label = Sobre esta traducción
notice-fallback = Esta página aún no está traducida. Este es el texto original: { $source }.
notice-partial = Está traducido el { $percent } % de esta página. El resto se muestra en el idioma original ({ $source }).
notice-stale = El texto original ({ $source }) ha cambiado desde esta traducción.
notice-stale-dated = Traducción del { $date }; el texto original ({ $source }) ha cambiado desde entonces.
notice-draft = Traducción provisional, aún no revisada por un hablante nativo.
notice-read-source = Leer el original ({ $source })
translation-title = Estado de las traducciones
translation-lead = Hasta dónde ha llegado cada idioma. Se cuentan los textos del original y sus palabras.
translation-translated = Traducidos
translation-fuzzy = Por revisar
translation-missing = Pendientes
translation-words = Palabras
translation-words-left = Palabras pendientes
translation-whole = Páginas enteras
translation-stale = Desactualizadas
translation-page = Página
translation-state = Estado
translation-is-catalog = traducida al { $percent } %
translation-is-whole = página traducida entera
translation-is-stale = el original ha cambiado desde la traducción
translation-is-unstamped = página traducida entera; no consta de qué versión del original
translation-elsewhere = Índice, dibujos y datos
copy-link = Copiar el enlace a «{ $title }»
copied = Enlace copiado

## Aspecto
appearance = Aspecto
theme-auto = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Contraste alto

## Página de inicio
start-here = Empiece aquí
entrances-title = ¿Quién es usted?
entrance-steps = Para empezar
parts-title = Las partes
framework-title = El marco
framework-progress = { $official } de { $expected } elementos tienen fuente oficial.
element-number = Elemento { $number }
element-official = fuente oficial
element-awaiting-source = a la espera de fuente
group-nen-tang = Base
group-trai-nghiem = Experiencia
group-other = Grupo aún desconocido
documents-title = Los documentos en el tiempo
document-in-force = vigente
document-replaced = sustituido
document-done = cumplido
document-draft = borrador
document-unknown = vigencia sin confirmar
document-replaced-by = Sustituido por { $title }
document-facts = Sobre este documento
document-number = Número
document-date = Fecha
document-issuer = Emisor
document-status = Estado
document-date-unknown = sin fecha
downloads-title = Para llevar

## Bloques del texto
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Atención
alert-caution = Precaución
label-example = Ejemplo ficticio
label-checklist = Lista de comprobación
label-worksheet = Ficha de trabajo
label-card = Tarjeta de bolsillo
label-source = Fuente
label-as-of = A fecha de { $date }
label-conflict = Otra fuente dice otra cosa
label-blank = para rellenar
footnotes = Notas
footnote-number = Nota { $number }
footnote-back = Volver al texto
task = Tarea
external-link = lleva fuera del manual
table-scroll = Tabla: desplácese para ver todas las columnas

## Ayudas para leer
text-size = Tamaño del texto
search-slash = / para buscar
typeface-serif = Letra con remates
resume = Seguir donde lo dejó:
resume-label = Lugar de lectura
resume-close = Descartar
overdue = Esta página debía revisarse antes del { $date }. Puede estar en parte desactualizada.
share = Citar o compartir esta página
share-title = Citar o compartir
share-citation = Copiar la cita
share-link = Copiar el enlace
share-mail = Avisar de un error aquí
share-code = Código que abre este lugar en un teléfono
citation-copied = Cita copiada
close = Cerrar
feedback = Avisar de un error en esta página
feedback-subject = { $handbook }: { $place }
feedback-body = Qué hay que corregir y en qué se basa:
cite-section = sección { $number }
cite-point = punto { $label }
cite-clause = apartado { $label }
cite-title = «{ $title }»
list-separator = {", "}
image-large = Ver la imagen en grande

## Fichas para rellenar
form-tools = Acerca de esta ficha
form-filled = Rellenado
form-progress = Hecho: { $done } de { $total }
form-save = Guardar como archivo
form-save-markdown = Texto (Markdown)
form-save-csv = Tabla (CSV)
form-save-ics = Fechas para un calendario (.ics)
form-clear = Borrar
form-clear-question = ¿Borrar todo lo rellenado aquí? No se podrá recuperar.
form-cleared = Borrado.
form-add-row = Añadir una fila
form-kept = Lo que rellena se queda en este dispositivo.
form-not-kept = Este navegador no guarda nada: guarde un archivo antes de salir de la página.
form-page = Todo lo que se rellena en esta página

## Listas de fuentes y elementos
source-kind-letter = oficio
source-kind-decision = decisión
source-kind-decree = decreto
source-kind-circular = circular
source-kind-conclusion = conclusión
source-kind-press = noticia de prensa
source-kind-law = ley
source-status-read = texto leído
source-status-cited = conocido por otra fuente
source-status-press = según la prensa
source-via = Citado en { $title }
source-pages = Se usa en
element-column-number = N.º
element-column-name = Elemento
element-column-group = Grupo
element-column-status = Estado

## Otras páginas
not-found-title = Esta página no está aquí
not-found-text = Puede que la dirección esté mal escrita o que la página se haya movido. Empiece de nuevo por un idioma:
redirect-title = Esta página se ha movido
redirect-text = Ir a { $title }

## Pie
footer-label = Sobre este manual
edition = Edición: { $edition }
edition-dated = Edición: { $edition }, { $date }
made-with = Compuesto con camnang

## Búsqueda
search = Buscar
search-field = Buscar en este manual
search-close = Cerrar la búsqueda
search-count = Páginas encontradas: { $count }
search-none = No se encontró nada para «{ $query }».
search-failed = No se pudo cargar la búsqueda. El índice A–Z reúne términos y títulos.
search-all = Todos los resultados ({ $count })
search-results = Resultados
search-more = Más resultados
search-part = Parte
search-kind = Tipo
search-any = Todo
search-kind-chapter = Capítulo
search-kind-document = Documento oficial
search-kind-element = Elemento del marco
search-kind-start = Página de inicio
search-recent = Búsquedas recientes
search-forget = Borrar las búsquedas recientes
search-suggestions = ¿Quería decir
search-terms = Pruebe con
search-how = Cómo escribirlo
search-tips = Lo que puede ayudar
search-tip-fewer = Use menos palabras, o solo la más importante.
search-tip-marks = El vietnamita puede escribirse sin sus signos: «truyen thong» encuentra «truyền thông».
search-tip-numbers = Los números de documentos se escriben tal como están: 532/BTTTT-TTĐN.
search-keys = ↑ ↓ para elegir · Intro para abrir · Esc para cerrar
search-no-script = La búsqueda necesita JavaScript. El índice A–Z no lo necesita.
marks-label = Sus palabras en esta página
marks-count = { $at } de { $count }
marks-none = Sus palabras no están en el texto de esta página.
marks-previous = Lugar anterior
marks-next = Lugar siguiente
marks-close = Cerrar y quitar las marcas
index-title = Índice A–Z
index-lead = Términos y títulos de este manual por orden alfabético.
index-letters = Letras
index-other = Otros
## Pliegos
press-sheet = hoja { $sheet } de { $sheets }
press-front = hoja { $sheet } de { $sheets }, anverso
press-back = hoja { $sheet } de { $sheets }, reverso
press-signature = cuadernillo { $signature } de { $signatures }
press-draft = BORRADOR

## Fechas
date-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
date-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
date-year = { $year }

## The print edition
print-book-a5 = Libro impreso, A5
print-book-a4 = Libro impreso, A4
print-reading-a4 = Edición de lectura, A4
print-cards-a6 = Tarjetas de bolsillo A6, cuatro por hoja A4
print-cards-85x54 = Tarjetas de bolsillo 85 × 54 mm, diez por hoja A4
imprint-draft = Edición provisional, aún no publicada.
imprint-awaits = Pendiente de confirmación: { $facts }.
imprint-publisher = la entidad editora
imprint-edition = la edición
imprint-date = la fecha de publicación
print-book-a5-booklet = Libro A5 dispuesto como cuaderno en hojas A4
print-this-page = Esta página en PDF
print-tables = Lista de tablas
print-figures = Lista de figuras
print-table = Tabla
print-figure = Figura
print-index = Índice alfabético
print-read-online = Leer en línea
print-links = Enlaces de este capítulo
print-see-page = página { $page }
print-see-section = sección { $number }, página { $page }
print-continued = { $title } (continuación)
## Taking it along
book-cover = Cubierta
book-landmarks = Lugares del libro
book-pages = Páginas del libro impreso
book-accessibility = Todo el texto puede leerse en voz alta, ampliarse y cambiar de color. Títulos, listas, tablas y notas están marcados como tales, las imágenes tienen descripción y el índice lleva a cada capítulo.
book-pages-known = Los números de página son los del libro impreso en A5.
book-pages-unknown = No hay lista de páginas impresas.
download-epub = Libro electrónico para aplicaciones de lectura
download-bundle = Todo el manual, para abrir sin conexión
download-single = Un solo archivo para compartir
bundle-file = Abrir-el-manual
bundle-extract-title = Extraiga primero
bundle-extract = Esta página se abrió dentro del archivo ZIP. Extraiga todo el ZIP en una carpeta y abra allí { $name }.
bundle-open = Abrir el manual
single-all = Mostrar todo el libro
single-find = Buscar en el manual
single-none = No se encontró nada.
offline-title = Guardar para leer sin conexión
offline-text = El manual puede guardarse en este dispositivo y leerse sin conexión.
offline-keep = Guardar ({ $size })
offline-progress = Guardando: { $percent } %
offline-kept = Guardado en este dispositivo: se abre sin conexión.
offline-remove = Quitar de este dispositivo
offline-failed = No se pudo guardar. Compruebe la conexión y el espacio libre e inténtelo de nuevo.
offline-new = Hay una versión nueva del manual.
offline-refresh = Tomar la versión nueva
