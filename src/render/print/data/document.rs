//! The whole document: what stands before the chapters, the chapters, what stands after them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::Value;

use super::ahead::Guess;
use super::chapter::Stand;
use super::parts::{Division, Document, Families};
use super::pieces::{Piece, Pieces, Told};
use super::{Book, Links, Manuscript, Order, qr, settle, text};
use crate::base::{Direction, Memo, RelPath};
use crate::book::model::{Entry, Page, Part, Term};
use crate::config::PrintLinks;
use crate::content::page::PageKind;
use crate::i18n::ui::{Strings, Value as Word};
use crate::render::Format;

/// Words of the interface that templates use.
const WORDS: [&str; 10] = [
    "contents",
    "print-tables",
    "print-figures",
    "print-table",
    "print-figure",
    "print-index",
    "print-read-online",
    "print-links",
    "footnotes",
    "made-with",
];

/// A division that is yet to be written.
enum Planned<'a> {
    Part(&'a Part),
    Chapter(&'a Page, Stand<'a>),
}

/// Writes what was ordered. By the labels at the blocks of the book of a pocket's size the e-book learns where its pages
/// begin.
#[must_use]
pub fn manuscript(order: &Order<'_>) -> Option<Manuscript> {
    written(order, order.format == Format::BookA5, Some(order.format), &Memo::default())
}

/// The same with a label at every block, by which its place on paper is found: for previews. Chapters that `memo` keeps
/// are not written again.
#[must_use]
pub fn marked(order: &Order<'_>, memo: &Memo) -> Option<Manuscript> {
    written(order, true, None, memo)
}

/// `guessed`: the form for which pages are guessed ahead; what is guessed is not kept.
fn written(order: &Order<'_>, marked: bool, guessed: Option<Format>, memo: &Memo) -> Option<Manuscript> {
    let book = Book::new(order)?;
    let plan = plan(&book);
    let pieces = Pieces::new(&book, memo, marked);
    let write = |planned: &Planned<'_>| match planned {
        Planned::Chapter(page, stand) => Some((page.path.clone(), pieces.piece(page, *stand))),
        Planned::Part(_) => None,
    };
    let written: Vec<Option<(RelPath, Arc<Piece>)>> = plan.par_iter().map(write).collect();
    let (mut out, mut marks, mut guess) = (Manuscript::default(), BTreeMap::new(), Guess::new(guessed));
    let mut parts: Vec<Value> = Vec::with_capacity(plan.len());
    for (planned, piece) in plan.iter().zip(&written) {
        if let (Planned::Part(part), _) = (planned, piece) {
            let part = serde_json::to_value(part_division(&book, part, &mut out)).unwrap_or_default();
            guess.division(&part);
            parts.push(part);
            continue;
        }
        parts.push(Value::Null);
        let Some((_, piece)) = piece else { continue };
        out.extend(&piece.out);
        marks.extend(piece.out.marks.iter().map(|(label, mark)| (label.clone(), mark.clone())));
        match memo.keeps() {
            true => guess.extend(&piece.guess),
            false => guess.division(&piece.chapter),
        }
    }
    let labels = std::mem::take(&mut out.labels);
    let tell = |(path, piece): (RelPath, Arc<Piece>)| pieces.told(piece, &path, &labels, &guess);
    let told: Vec<Option<Arc<Told>>> = written.into_par_iter().map(|written| written.map(tell)).collect();
    let divisions =
        parts.into_iter().zip(&told).map(|(part, told)| told.as_ref().map_or(part, |told| told.head.clone()));
    let document = document(&book, divisions.collect(), &mut out);
    out.texts = told.iter().flatten().map(|told| (told.path.clone(), Arc::clone(&told.text))).collect();
    out.data = serde_json::to_value(&document).unwrap_or_default();
    guess.index(&mut out.data["index"]);
    let mut captions = guess.captions();
    settle::settle(&mut captions, &labels);
    out.data["captions"] = captions;
    out.marks = Arc::new(marks);
    out.findings.sort();
    out.findings.dedup();
    Some(out)
}

impl<'a> Book<'a> {
    /// What links and generated blocks of an order see.
    pub(super) fn new(order: &Order<'a>) -> Option<Self> {
        Some(Self {
            order: *order,
            strings: order.strings.get(&order.book.locale.locale)?,
            assets: order.handbook.assets.iter().map(|asset| (&asset.path, &asset.bytes)).collect(),
            pages: pages(order).map(|page| (&page.path, page)).collect(),
            terms: order.book.glossary.iter().map(|term| (term.id.as_str(), &term.term)).collect(),
            links: match order.handbook.config.print.links {
                PrintLinks::Footnotes => Links::Footnotes,
                PrintLinks::Qr => Links::Qr,
                PrintLinks::None => Links::None,
            },
        })
    }
}

fn pages<'a>(order: &Order<'a>) -> impl Iterator<Item = &'a Page> {
    let only = order.page;
    let pages = order.book.pages.iter().enumerate();
    pages.filter(move |(index, _)| only.is_none_or(|o| o == *index)).map(|(_, page)| page.as_ref())
}

/// What the document holds, in its order.
fn plan<'a>(book: &'a Book<'a>) -> Vec<Planned<'a>> {
    let all = book.order.book;
    if let Some(page) = book.order.page.and_then(|index| all.pages.get(index)) {
        let part = all.parts.get(page.part).map_or("", |part| part.title.as_str());
        return vec![Planned::Chapter(page, Stand { level: 1, depth: 0, part, entry: "" })];
    }
    all.parts.iter().flat_map(|part| planned(book, part)).collect()
}

fn planned<'a>(book: &'a Book<'a>, part: &'a Part) -> Vec<Planned<'a>> {
    let mut plan = Vec::new();
    let titled = !part.title.is_empty();
    for entry in &part.entries {
        let stand = Stand { level: 1 + u8::from(titled), depth: 0, part: &part.title, entry: "" };
        chapters(book, entry, stand, &mut plan);
    }
    if titled && !plan.is_empty() {
        plan.insert(0, Planned::Part(part));
    }
    plan
}

fn part_division(book: &Book<'_>, part: &Part, out: &mut Manuscript) -> Division {
    let number = part.number.as_deref();
    let label = number.map(|n| book.strings.text("part-label", &[("number", n.into())])).unwrap_or_default();
    let source = &book.order.handbook.config.source;
    let own = part.own || *source == book.order.book.locale.locale;
    let lang = if own { String::new() } else { source.to_string() };
    let (label, title) = (text::clean(&label), text::clean(&part.title));
    out.glyphs.note(&title, || None);
    out.glyphs.note(&label, || None);
    Division::Part { label, title, lang }
}

fn chapters<'a>(book: &'a Book<'a>, entry: &'a Entry, stand: Stand<'a>, plan: &mut Vec<Planned<'a>>) {
    let page = entry.page.and_then(|index| book.order.book.pages.get(index));
    // The website's start page leads to pages; in a book the contents do.
    let page = page.filter(|page| page.kind != PageKind::Start || !page.tree.blocks.is_empty());
    if let Some(page) = page {
        let own = entry.own || book.order.book.locale.locale == book.order.handbook.config.source;
        plan.push(Planned::Chapter(page, Stand { entry: if own { entry.title.as_str() } else { "" }, ..stand }));
    }
    // A level without a heading of its own would be skipped in the outline.
    let deeper = u8::from(page.is_some());
    let below = Stand { level: stand.level + deeper, depth: stand.depth + deeper, ..stand };
    entry.children.iter().for_each(|child| chapters(book, child, below, plan));
}

fn document(book: &Book<'_>, divisions: Vec<Value>, out: &mut Manuscript) -> Document {
    let (config, locale) = (&book.order.handbook.config, &book.order.book.locale);
    let tag = &locale.locale;
    let edition_date =
        if config.edition_date.is_empty() { String::new() } else { book.strings.date(&config.edition_date) };
    let alone = book.order.page.and_then(|_| divisions.first()?.get("title")?.as_str());
    let title = alone.map_or_else(|| text::clean(&locale.title), str::to_owned);
    let print = &config.print;
    let imprint: Vec<String> = print.imprint.iter().map(|line| text::clean(line)).collect();
    let words = words(book.strings);
    let index = std::mem::take(&mut out.index).letters(tag);
    let document = Document {
        format: book.order.format.name(),
        lang: tag.language().to_owned(),
        region: subtag(tag.as_str(), |part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase())),
        script: subtag(tag.as_str(), |part| part.len() == 4),
        dir: if locale.direction == Direction::Rtl { "rtl" } else { "ltr" },
        // A Vietnamese word is one syllable: nothing may be torn apart.
        hyphenate: tag.language() != "vi",
        title,
        description: text::clean(&locale.description),
        edition: text::clean(&locale.edition),
        year: config.edition_date.chars().take(4).collect(),
        edition_date: text::clean(&edition_date),
        publisher: text::clean(&print.publisher),
        imprint,
        pending: pending(book),
        isbn: text::clean(&print.isbn),
        links: print.links.name(),
        qr: config.base_url.as_deref().and_then(qr::svg).unwrap_or_default(),
        url: config.base_url.clone().unwrap_or_default(),
        families: Families::default(),
        words,
        terms: own_words(book),
        divisions,
        index,
        figures: out.figures,
        tables: out.tables,
    };
    let shown =
        [&document.title, &document.description, &document.edition, &document.edition_date, &document.publisher];
    shown
        .into_iter()
        .chain(&document.imprint)
        .chain(&document.pending)
        .chain(document.words.values())
        .for_each(|s| out.glyphs.note(s, || None));
    document
}

/// What an edition says of itself while its publisher has not: that it is a draft, and which facts it waits for. Whoever
/// writes imprint lines of their own says it themselves.
fn pending(book: &Book<'_>) -> Vec<String> {
    let config = &book.order.handbook.config;
    let print = &config.print;
    let facts = [
        ("imprint-publisher", &print.publisher),
        ("imprint-edition", &book.order.book.locale.edition),
        ("imprint-date", &config.edition_date),
    ];
    let missing: Vec<String> =
        facts.iter().filter(|(_, fact)| fact.is_empty()).map(|(key, _)| book.strings.text(key, &[])).collect();
    if missing.is_empty() || !print.imprint.is_empty() {
        return Vec::new();
    }
    let facts = missing.join(&book.strings.text("list-separator", &[]));
    let awaits = book.strings.text("imprint-awaits", &[("facts", facts.as_str().into())]);
    [book.strings.text("imprint-draft", &[]), awaits].iter().map(|line| text::clean(line)).collect()
}

/// Words of several syllables, where a language has such; others part none.
fn own_words(book: &Book<'_>) -> Vec<String> {
    let locale = &book.order.book.locale.locale;
    let own = |term: &&Term| term.term.lang.is_empty() || term.term.lang == locale.as_str();
    match locale.language() {
        "vi" => super::words::of_terms(book.order.book.glossary.iter().filter(own).map(|term| term.term.text.as_str())),
        _ => Vec::new(),
    }
}

fn words(strings: &Arc<Strings>) -> BTreeMap<String, String> {
    let mut words: BTreeMap<String, String> =
        WORDS.iter().map(|key| ((*key).to_owned(), text::clean(&strings.text(key, &[])))).collect();
    // Page, section and title are another each time: the template puts them in.
    let holes =
        [("page", "{page}"), ("number", "{number}"), ("title", "{title}")].map(|(name, hole)| (name, Word::Text(hole)));
    for key in ["print-see-page", "print-see-section", "print-continued"] {
        words.insert(key.to_owned(), text::clean(&strings.text(key, &holes)));
    }
    words
}

fn subtag(tag: &str, is: impl Fn(&str) -> bool) -> Option<String> {
    tag.split('-').skip(1).find(|part| is(part)).map(str::to_owned)
}
