# Les mots de l’interface, en français.

## S’orienter
skip-to-content = Aller au contenu principal
home = Accueil
language = Langue
languages-title = Choisir une langue
menu = Sommaire
menu-close = Fermer le sommaire
part-navigation = Dans cette partie
other-parts = Autres parties
breadcrumbs = Vous êtes ici
on-this-page = Sur cette page
to-top = Haut de page
contents = Sommaire
contents-title = Tout le sommaire
pager = Ordre de lecture
previous = Précédent
next = Suivant
draft = en préparation

## Ce que la page dit d’elle-même
part-label = Partie { $number }
reading-time = { $minutes } min de lecture
pages-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
updated = Modifié le { $date }
review-by = À revoir avant le { $date }
audience = Pour
audience-citizen = les citoyens
audience-commune = les agents communaux
audience-province = les agents provinciaux
audience-press = la presse et les partenaires
audience-editor = les rédacteurs et traducteurs
notice-label = À propos de cette traduction
notice-fallback = Cette page n’est pas encore traduite. Voici le texte d’origine : { $source }.
notice-partial = Cette page est traduite à { $percent } %. Le reste est affiché dans la langue d’origine ({ $source }).
notice-stale = Le texte d’origine ({ $source }) a changé depuis cette traduction.
notice-stale-dated = Traduction du { $date } ; le texte d’origine ({ $source }) a changé depuis.
notice-draft = Traduction provisoire, pas encore relue par une personne dont c’est la langue maternelle.
notice-read-source = Lire la version d’origine ({ $source })
translation-title = État des traductions
translation-lead = Où en est chaque langue. On compte les textes de l’original et les mots qu’ils contiennent.
translation-translated = Traduits
translation-fuzzy = À vérifier
translation-missing = Manquants
translation-words = Mots
translation-words-left = Mots restants
translation-whole = Pages entières
translation-stale = Dépassées
translation-page = Page
translation-state = État
translation-is-catalog = traduite à { $percent } %
translation-is-whole = page traduite en entier
translation-is-stale = l’original a changé depuis la traduction
translation-is-unstamped = page traduite en entier ; la version d’origine n’est pas notée
translation-elsewhere = Sommaire, dessins et données
copy-link = Copier le lien vers « { $title } »
copied = Lien copié

## Affichage
appearance = Affichage
theme-auto = Comme l’appareil
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé

## Page d’accueil
start-here = Commencer ici
entrances-title = Qui êtes-vous ?
entrance-steps = À lire d’abord
parts-title = Les parties
framework-title = Le cadre
framework-progress = { $official } éléments sur { $expected } ont une source officielle.
element-number = Élément { $number }
element-official = source officielle
element-awaiting-source = en attente de source
group-nen-tang = Fondements
group-trai-nghiem = Expérience
group-other = Groupe encore inconnu
documents-title = Les textes dans le temps
document-in-force = en vigueur
document-replaced = remplacé
document-done = exécuté
document-draft = projet
document-unknown = validité non confirmée
document-replaced-by = Remplacé par { $title }
document-facts = À propos de ce texte
document-number = Numéro
document-date = Date
document-issuer = Émetteur
document-status = État
document-date-unknown = sans date
downloads-title = À emporter

## Blocs du texte
alert-note = Note
alert-tip = Conseil
alert-important = Important
alert-warning = Attention
alert-caution = Prudence
label-example = Exemple fictif
label-checklist = Liste de contrôle
label-worksheet = Fiche de travail
label-card = Carte de poche
label-source = Source
label-as-of = Au { $date }
label-conflict = Une autre source dit autre chose
label-blank = à remplir
footnotes = Notes
footnote-number = Note { $number }
footnote-back = Retour au texte
task = Tâche
external-link = mène hors du manuel
table-scroll = Tableau : faire défiler pour voir toutes les colonnes

## Aides à la lecture
text-size = Taille du texte
search-slash = / pour chercher
typeface-serif = Caractères à empattements
resume = Reprendre où vous en étiez :
resume-label = Position de lecture
resume-close = Ignorer
overdue = Cette page devait être revue avant le { $date }. Elle peut être en partie dépassée.
share = Citer ou partager cette page
share-title = Citer ou partager
share-citation = Copier la citation
share-link = Copier le lien
share-mail = Signaler une erreur ici
share-code = Code qui ouvre cet endroit sur un téléphone
citation-copied = Citation copiée
close = Fermer
feedback = Signaler une erreur sur cette page
feedback-subject = { $handbook } : { $place }
feedback-body = Ce qu’il faut corriger, et d’après quelle source :
cite-section = section { $number }
cite-point = point { $label }
cite-clause = alinéa { $label }
cite-title = « { $title } »
list-separator = {", "}
image-large = Agrandir l’image

## Fiches à remplir
form-tools = À propos de cette fiche
form-filled = Rempli
form-progress = Fait : { $done } sur { $total }
form-save = Enregistrer un fichier
form-save-markdown = Texte (Markdown)
form-save-csv = Tableau (CSV)
form-save-ics = Dates pour un agenda (.ics)
form-clear = Effacer
form-clear-question = Effacer tout ce qui est rempli ici ? On ne pourra pas le récupérer.
form-cleared = Effacé.
form-add-row = Ajouter une ligne
form-kept = Ce que vous remplissez reste sur cet appareil.
form-not-kept = Ce navigateur ne garde rien : enregistrez un fichier avant de quitter la page.
form-page = Tout ce qui est à remplir sur cette page

## Listes de sources et d’éléments
source-kind-letter = lettre officielle
source-kind-decision = décision
source-kind-decree = décret
source-kind-circular = circulaire
source-kind-conclusion = conclusion
source-kind-press = article de presse
source-kind-law = loi
source-status-read = texte lu
source-status-cited = connu par une autre source
source-status-press = selon la presse
source-via = Cité dans { $title }
source-pages = Utilisé dans
element-column-number = Nº
element-column-name = Élément
element-column-group = Groupe
element-column-status = État

## Autres pages
not-found-title = Cette page n’existe pas
not-found-text = L’adresse est peut-être mal saisie, ou la page a été déplacée. Repartez d’une langue :
redirect-title = Cette page a été déplacée
redirect-text = Aller à { $title }

## Pied de page
footer-label = À propos de ce manuel
edition = Édition : { $edition }
edition-dated = Édition : { $edition }, { $date }
made-with = Composé avec camnang

## Recherche
search = Rechercher
search-field = Rechercher dans ce manuel
search-close = Fermer la recherche
search-count = Pages trouvées : { $count }
search-none = Rien n’a été trouvé pour « { $query } ».
search-failed = La recherche n’a pas pu être chargée. L’index A–Z donne les termes et les titres.
search-all = Tous les résultats ({ $count })
search-results = Résultats
search-more = Plus de résultats
search-part = Partie
search-kind = Type
search-any = Tout
search-kind-chapter = Chapitre
search-kind-document = Document officiel
search-kind-element = Élément du cadre
search-kind-start = Page d’accueil
search-recent = Recherches récentes
search-forget = Effacer les recherches récentes
search-suggestions = Vouliez-vous dire
search-terms = Essayez par exemple
search-how = Comment écrire
search-tips = Ce qui peut aider
search-tip-fewer = Employez moins de mots, ou seulement le plus important.
search-tip-marks = Le vietnamien peut s’écrire sans ses signes : « truyen thong » trouve « truyền thông ».
search-tip-numbers = Les numéros de documents s’écrivent tels quels : 532/BTTTT-TTĐN.
search-keys = ↑ ↓ pour choisir · Entrée pour ouvrir · Échap pour fermer
search-no-script = La recherche a besoin de JavaScript. L’index A–Z s’en passe.
marks-label = Vos mots sur cette page
marks-count = { $at } sur { $count }
marks-none = Vos mots ne sont pas dans le texte de cette page.
marks-previous = Endroit précédent
marks-next = Endroit suivant
marks-close = Fermer et enlever les marques
index-title = Index A–Z
index-lead = Les termes et les titres de ce manuel, par ordre alphabétique.
index-letters = Lettres
index-other = Autres
## Feuilles à imprimer
press-sheet = feuille { $sheet } sur { $sheets }
press-front = feuille { $sheet } sur { $sheets }, recto
press-back = feuille { $sheet } sur { $sheets }, verso
press-signature = cahier { $signature } sur { $signatures }
press-draft = ÉPREUVE

## Dates
date-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
date-month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
date-year = { $year }

## The print edition
print-book-a5 = Livre imprimé, A5
print-book-a4 = Livre imprimé, A4
print-reading-a4 = Version de lecture, A4
print-cards-a6 = Cartes de poche A6, quatre par feuille A4
print-cards-85x54 = Cartes de poche 85 × 54 mm, dix par feuille A4
imprint-draft = Édition provisoire, non encore publiée.
imprint-awaits = En attente de confirmation : { $facts }.
imprint-publisher = l’éditeur
imprint-edition = l’édition
imprint-date = la date de publication
print-book-a5-booklet = Livre A5 imposé en cahier sur feuilles A4
print-this-page = Cette page en PDF
print-tables = Liste des tableaux
print-figures = Liste des figures
print-table = Tableau
print-figure = Figure
print-index = Index
print-read-online = Lire en ligne
print-links = Liens de ce chapitre
print-see-page = page { $page }
print-see-section = section { $number }, page { $page }
print-continued = { $title } (suite)
## Taking it along
book-cover = Couverture
book-landmarks = Repères du livre
book-pages = Pages du livre imprimé
book-accessibility = Tout le texte peut être lu à voix haute, agrandi et recoloré. Titres, listes, tableaux et notes sont balisés comme tels, les images ont une description et la table des matières mène à chaque chapitre.
book-pages-known = Les numéros de page sont ceux du livre imprimé au format A5.
book-pages-unknown = Il n’y a pas de liste des pages imprimées.
download-epub = Livre numérique pour les applications de lecture
download-bundle = Tout le manuel, à ouvrir sans connexion
download-single = Un seul fichier à transmettre
bundle-file = Ouvrir-le-manuel
bundle-extract-title = Extrayez d’abord
bundle-extract = Cette page a été ouverte à l’intérieur du fichier ZIP. Extrayez tout le ZIP dans un dossier, puis ouvrez-y { $name }.
bundle-open = Ouvrir le manuel
single-all = Afficher tout le livre
single-find = Chercher dans le manuel
single-none = Rien trouvé.
offline-title = Garder hors connexion
offline-text = Le manuel peut être gardé sur cet appareil et lu sans connexion.
offline-keep = Garder ({ $size })
offline-progress = Enregistrement : { $percent } %
offline-kept = Gardé sur cet appareil : il s’ouvre sans connexion.
offline-remove = Retirer de cet appareil
offline-failed = L’enregistrement a échoué. Vérifiez la connexion et l’espace libre, puis réessayez.
offline-new = Une nouvelle version du manuel existe.
offline-refresh = Prendre la nouvelle version
