//! One book on its way: its pages are begun, filled, resolved, each step found again where nothing it rests on changed.
//!
//! Owns what each step rests on: the keys. What a step does is in the file of its name. Only the resolving of links
//! asks about others one does not know beforehand: its questions are kept, and asked again when anything that can be
//! linked to has changed.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use super::anchors::{Anchors, Label};
use super::assemble::output_path;
use super::assets::{AskedFile, Assets};
use super::front::{self, Check};
use super::generated::{Card, Filling, Maker, Rests, Shown, Stock, Uses};
use super::glossary::Linker;
use super::known::{KnownBook, KnownPage, Trace};
use super::links::{Figure, Place, Places, Question, Resolver};
use super::model::{Book, Element, Page, TextOrigin};
use super::outline::{Outline, Slot, Titles};
use super::records::{self, Records};
use super::texts::{self, Text};
use super::{index_terms, sections, words};
use crate::base::{Diagnostic, Hash, Locale, Memo, RelPath, Source, SourceText};
use crate::config::{Config, LocaleConfig};
use crate::content::Content;
use crate::content::include;
use crate::content::markdown::tree::Target;
use crate::content::page::{FrontMatter, PageKind};

/// Where a page's text was written.
pub struct Origin {
    /// The file.
    pub source: Arc<Source>,
    /// The text that spans of the tree point into.
    pub text: Arc<SourceText>,
    /// It may hold parts of other files.
    pub includes: bool,
}

/// A book that is being put together.
pub(super) struct Draft<'a> {
    book: Book,
    begun: Vec<Arc<Begun>>,
    filled: Vec<Arc<Filled>>,
    pub(super) fronts: Vec<&'a FrontMatter>,
    pub(super) origins: Vec<Origin>,
    aliases: Vec<Vec<RelPath>>,
    uses: Uses,
    /// What is known of each page, for a build that makes some pages again.
    traces: Vec<Trace>,
}

/// A page that knows no other yet.
pub(super) struct Begun {
    pub page: Arc<Page>,
    pub shown: Shown,
    pub card: Arc<Card>,
    key: Hash,
}

/// A page with its generated blocks and terms.
pub(super) struct Filled {
    pub page: Page,
    pub place: Arc<Place>,
    pub findings: Vec<Diagnostic>,
    /// Files that were read, and their content.
    pub files: Vec<AskedFile>,
    /// Parts of what all pages share that it shows something of.
    rests: Rests,
    key: Hash,
}

/// A page whose links lead where they should.
pub(super) struct Resolved {
    pub page: Arc<Page>,
    pub findings: Vec<Diagnostic>,
    pub questions: Vec<Question>,
    /// The state of all that can be linked to in which the questions were last answered so.
    state: Mutex<Hash>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        config: &Config,
        content: &'a Content,
        outline: &Outline,
        locale: &LocaleConfig,
        memo: &Memo,
    ) -> Self {
        let titles = Titles::of(content.summaries.get(&locale.locale));
        let made: Vec<(Arc<Begun>, &FrontMatter, Origin)> = (0..outline.pages.len())
            .into_par_iter()
            .filter_map(|index| begin(config, content, outline, &titles, &locale.locale, index, memo))
            .collect();
        let (mut begun, mut fronts, mut origins) = (Vec::new(), Vec::new(), Vec::new());
        for (page, front, origin) in made {
            begun.push(page);
            fronts.push(front);
            origins.push(origin);
        }
        let mut uses = Uses::default();
        for (index, (begun, front)) in begun.iter().zip(&fronts).enumerate() {
            uses.add(index, &begun.page, &begun.shown, &front.sources);
        }
        let pages = begun.iter().map(|b| Arc::clone(&b.page)).collect();
        let book = book(config, content, outline, (locale, &titles), pages, &uses);
        Self { book, begun, filled: Vec::new(), fronts, origins, aliases: Vec::new(), uses, traces: Vec::new() }
    }

    /// The pages as far as they are.
    pub(super) fn pages(&self) -> &[Arc<Page>] {
        &self.book.pages
    }

    /// What finds the book's terms, by its locale.
    pub(super) fn linker(&self, memo: &Memo) -> (Locale, Arc<Linker>) {
        let terms = &self.book.glossary;
        (self.book.locale.locale.clone(), memo.get("terms", Linker::key(terms), || Linker::new(terms)))
    }

    /// Finds the former addresses of each page.
    pub(super) fn aliases(&mut self, locales: &[&Locale]) -> Vec<Diagnostic> {
        let own = &self.book.locale.locale;
        let (aliases, findings) = front::aliases(&self.book.pages, &self.fronts, &self.origins, locales, own);
        self.aliases = aliases;
        findings
    }

    /// Fills generated blocks, links terms, and finds what others can link to.
    pub(super) fn fill(
        &mut self,
        config: &Config,
        assets: &Assets<'_>,
        linkers: &HashMap<Locale, Arc<Linker>>,
        memo: &Memo,
    ) -> Vec<Diagnostic> {
        let shown = self.uses.glossary.and_then(|p| self.book.pages.get(p)).map(|p| p.path.clone());
        let begun = std::mem::take(&mut self.begun);
        let cards: Vec<Arc<Card>> = begun.iter().map(|b| Arc::clone(&b.card)).collect();
        // A page that nobody keeps is worked on in place.
        self.book.pages.clear();
        let filler = Filler::new(config, &self.book, &self.uses, shown, &cards, (assets, linkers));
        let pairs = begun.into_par_iter().zip(&self.origins);
        let fill = |(begun, origin): (Arc<Begun>, &Origin)| {
            let shown = begun.shown.clone();
            let filled = filler.fill(begun, origin, memo);
            let alone = filled.files.is_empty();
            (filled, Trace { shown, alone, includes: origin.includes, ..Trace::default() })
        };
        (self.filled, self.traces) = pairs.map(fill).unzip();
        self.filled.iter().flat_map(|filled| filled.findings.iter().cloned()).collect()
    }

    /// What links can lead to.
    pub(super) fn places(&self) -> Places {
        places(&self.book, &self.uses, self.filled.iter().map(|filled| Arc::clone(&filled.place)).collect())
    }

    /// Leads every link to what it names.
    pub(super) fn resolve(&mut self, resolver: &Resolver<'_>, places: &Places, memo: &Memo) -> Vec<Diagnostic> {
        let filled = std::mem::take(&mut self.filled);
        let resolved: Vec<Arc<Resolved>> = filled
            .into_par_iter()
            .zip(&self.origins)
            .zip(&self.aliases)
            .enumerate()
            .map(|(index, ((filled, origin), aliases))| {
                Resolved::of(resolver, (places, index), filled, origin, aliases, memo)
            })
            .collect();
        for (trace, resolved) in self.traces.iter_mut().zip(&resolved) {
            trace.assets = resolved.assets();
        }
        self.book.pages = resolved.iter().map(|resolved| Arc::clone(&resolved.page)).collect();
        resolved.iter().flat_map(|resolved| resolved.findings.iter().cloned()).collect()
    }

    pub(super) fn check(&self, check: &Check<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for ((page, front), origin) in self.pages().iter().zip(&self.fronts).zip(&self.origins) {
            if page.origin != TextOrigin::Fallback {
                findings.extend(check.page(front, origin));
            }
        }
        if self.pages().iter().all(|p| p.origin == TextOrigin::Source) {
            findings.extend(check.elements(self.pages(), &self.fronts, &self.origins));
        }
        findings
    }

    /// What is known of the book's pages.
    pub(super) fn known(&self, places: &Places) -> KnownBook {
        let pages = self.book.pages.par_iter().zip(&places.pages).zip(&self.traces).zip(&self.fronts);
        let pages = pages.map(|(((page, place), trace), front)| KnownPage {
            page: Arc::clone(page),
            place: Arc::clone(place),
            trace: Trace { front: Trace::of_front(front), ..trace.clone() },
        });
        KnownBook { uses: self.uses.clone(), pages: pages.collect(), kept: Vec::new() }
    }

    /// The book.
    pub(super) fn finish(self) -> Book {
        self.book
    }
}

/// Fills pages of a book that is begun.
pub(super) struct Filler<'a> {
    config: &'a Config,
    book: &'a Book,
    uses: &'a Uses,
    /// The page of the glossary.
    glossary: Option<RelPath>,
    cards: &'a [Arc<Card>],
    assets: &'a Assets<'a>,
    linkers: &'a HashMap<Locale, Arc<Linker>>,
    stocks: [OnceLock<Hash>; 3],
    maker: OnceLock<Maker<'a>>,
}

impl<'a> Filler<'a> {
    pub(super) fn new(
        config: &'a Config,
        book: &'a Book,
        uses: &'a Uses,
        glossary: Option<RelPath>,
        cards: &'a [Arc<Card>],
        (assets, linkers): (&'a Assets<'a>, &'a HashMap<Locale, Arc<Linker>>),
    ) -> Self {
        let (stocks, maker) = (Default::default(), OnceLock::new());
        Self { config, book, uses, glossary, cards, assets, linkers, stocks, maker }
    }

    /// Hash of a part of what generated blocks are made from.
    fn stock(&self, stock: Stock) -> Hash {
        let Self { config, book, uses, cards, .. } = self;
        let list = || cards.get(uses.source_list?).map(|card| card.path());
        let hash = || match stock {
            Stock::Records => Hash::of_value(&(&book.sources, &book.statistics, list())),
            Stock::Cards => Hash::of_value(&(&config.elements, uses, cards)),
            Stock::Glossary => Hash::of_value(&book.glossary),
        };
        *self.stocks[stock as usize].get_or_init(hash)
    }

    fn maker(&self) -> &Maker<'a> {
        let make = || Maker::new(self.book, self.cards, &self.config.elements, self.uses, self.assets);
        self.maker.get_or_init(make)
    }

    pub(super) fn fill(&self, begun: Arc<Begun>, origin: &Origin, memo: &Memo) -> Arc<Filled> {
        let target = |id: &str| match &self.glossary {
            Some(path) => Target::Page { path: path.clone(), anchor: Some(id.to_owned()) },
            None => Target::Unresolved,
        };
        let linker = self.linkers.get(&begun.page.text_locale);
        let key = Hash::of_value(&(begun.key, linker.map(|l| l.key), &self.glossary));
        let rests = |f: &Filled| f.rests.iter().all(|(stock, hash)| self.stock(*stock) == *hash);
        let still = |f: &Filled| rests(f) && f.files.iter().all(|file| file.still(self.assets));
        memo.get_if("filled", key, still, || {
            let (any, mut page) = (begun.shown.any, page_of(begun));
            let Filling { findings, files, rests } =
                if any { self.maker().fill(&mut page, origin) } else { Filling::default() };
            let rests: Rests = rests.into_iter().map(|stock| (stock, self.stock(stock))).collect();
            if let Some(linker) = linker {
                linker.link(&mut page, &target);
            }
            let label = Label::of(&page);
            let place = Arc::new(Place::new(page.path.clone(), label, Anchors::of(&mut page)));
            page.anchors = place.anchors().stable().map(str::to_owned).collect();
            // The same question may be answered by another file's content the next time.
            let key = Hash::of_value(&(key, &files, &rests));
            Filled { findings: reported(&page, findings), page, place, files, rests, key }
        })
    }
}

impl Resolved {
    /// Leads every link of a page to what it names.
    pub(super) fn of(
        resolver: &Resolver<'_>,
        (places, index): (&Places, usize),
        filled: Arc<Filled>,
        origin: &Origin,
        aliases: &Vec<RelPath>,
        memo: &Memo,
    ) -> Arc<Self> {
        let key = Hash::of_value(&(filled.key, aliases, resolver.raw_html));
        let still = |known: &Self| known.still(resolver, places, index);
        memo.get_if("resolved", key, still, || {
            let mut page = Arc::try_unwrap(filled).map_or_else(|kept| kept.page.clone(), |own| own.page);
            page.aliases.clone_from(aliases);
            let (findings, questions) = resolver.page(places, index, &mut page, origin);
            let answers: Vec<Hash> = questions.iter().map(|question| question.answer).collect();
            page.key = Hash::of_value(&(key, answers));
            let (findings, page) = (reported(&page, findings), Arc::new(page));
            Self { page, findings, questions, state: Mutex::new(resolver.state) }
        })
    }

    /// The files that are published because of its links and images.
    pub(super) fn assets(&self) -> BTreeSet<RelPath> {
        self.questions.iter().filter_map(|question| question.asset.clone()).collect()
    }

    /// Whether every question would be answered as before.
    fn still(&self, resolver: &Resolver<'_>, places: &Places, index: usize) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let all = *state != resolver.state;
        let still = resolver.answers(places, index, &self.page, &self.questions, all);
        if still {
            *state = resolver.state;
        }
        still
    }
}

/// A book of pages as far as they are.
pub(super) fn book(
    config: &Config,
    content: &Content,
    outline: &Outline,
    (locale, titles): (&LocaleConfig, &Titles<'_>),
    pages: Vec<Arc<Page>>,
    uses: &Uses,
) -> Book {
    let own_title = |index: usize| {
        let page = pages.get(index)?;
        (locale.locale != config.source && page.title_lang == locale.locale).then(|| page.title.clone())
    };
    let parts = outline.parts(titles, own_title);
    let all: Vec<&Locale> = config.locales.iter().map(|l| &l.locale).collect();
    let Records { glossary, sources, statistics } = Records::new(&content.data, &locale.locale, &config.source, &all);
    Book {
        locale: locale.clone(),
        parts,
        index: pages.iter().enumerate().map(|(index, page)| (page.source.clone(), index)).collect(),
        pages,
        glossary_page: uses.glossary,
        sources_page: uses.source_list,
        glossary,
        sources,
        statistics,
    }
}

/// What links to a book of such pages can lead to.
pub(super) fn places(book: &Book, uses: &Uses, pages: Vec<Arc<Place>>) -> Places {
    let statistics = book.statistics.values().map(|s| {
        let shown = uses.statistics.get(&s.id).map(|page| (*page, s.id.clone()));
        let listed = uses.source_list.map(|page| (page, s.source.clone()));
        let (page, anchor) = shown.or(listed).unzip();
        let path = page.and_then(|p| Some(pages.get(p)?.path.clone()));
        (s.id.clone(), Figure { anchor: anchor.filter(|_| path.is_some()), path, summary: records::in_line(s) })
    });
    Places { locale: book.locale.locale.clone(), statistics: statistics.collect(), pages }
}

fn page_of(begun: Arc<Begun>) -> Page {
    let page = Arc::try_unwrap(begun).map_or_else(|kept| Arc::clone(&kept.page), |own| own.page);
    Arc::unwrap_or_clone(page)
}

/// What is wrong with a source text is told once, in the source locale.
fn reported(page: &Page, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if page.origin == TextOrigin::Fallback { Vec::new() } else { findings }
}

pub(super) fn begin<'a>(
    config: &Config,
    content: &'a Content,
    outline: &Outline,
    titles: &Titles<'_>,
    locale: &Locale,
    index: usize,
    memo: &Memo,
) -> Option<(Arc<Begun>, &'a FrontMatter, Origin)> {
    let slot = outline.pages.get(index)?;
    let text = texts::select(config, content, locale, &slot.path)?;
    let listed = match titles.page(&slot.path) {
        Some(own) => (own, locale),
        None => (outline.title(index), &config.source),
    };
    let next = Some(index + 1).filter(|n| *n < outline.pages.len());
    let labels = config.numbering.sections && !outline.numbers_below(index);
    let place = (slot, index, next, listed, labels);
    let key = Hash::of_value(&(text.page.key, locale, &text.locale, &text.origin, place));
    let (front, source) = (&text.page.front, text.page);
    let includes = source.source.text.contains(include::MARK);
    let origin = Origin { source: Arc::clone(&source.source), text: Arc::clone(&source.text), includes };
    let begun = memo.get("begun", key, || {
        let mut page = page(text, slot, locale, listed, labels);
        (page.previous, page.next) = (index.checked_sub(1), next);
        let shown = Shown::of(&mut page);
        let card = Arc::new(Card::of(&page));
        Begun { page: Arc::new(page), shown, card, key }
    });
    Some((begun, front, origin))
}

/// A page by itself. `listed`: its title in the table of contents, and its language; `numbered`: whether its sections are.
fn page(text: Text<'_>, slot: &Slot, locale: &Locale, listed: (&str, &Locale), numbered: bool) -> Page {
    let Text { page: source, locale: text_locale, origin } = text;
    let front = &source.front;
    let mut tree = source.tree_of_book();
    let heading = sections::take_title(&mut tree, front.title.as_deref());
    let title_id = heading.as_ref().and_then(|heading| heading.id.clone());
    let left_in = |lang: Option<&String>| lang.and_then(|tag| tag.parse().ok()).unwrap_or_else(|| text_locale.clone());
    let (title, title_lang) = match (&front.title, heading) {
        (Some(title), _) => (title.clone(), left_in(front.title_lang.as_ref())),
        (None, Some(heading)) => (heading.text, left_in(heading.lang.as_ref())),
        (None, None) => (listed.0.to_owned(), listed.1.clone()),
    };
    let description_lang = left_in(front.description_lang.as_ref());
    let own_labels = matches!(front.kind, PageKind::Document | PageKind::Start);
    let sections = sections::sections(&mut tree, slot.number.as_deref(), numbered && !own_labels);
    let words = words::count(&mut tree);
    let index_terms = index_terms::of(&mut tree);
    let element = (front.kind == PageKind::Element).then(|| Element {
        number: front.number.unwrap_or_default(),
        group: front.group.clone().unwrap_or_default(),
        status: front.status,
    });
    Page {
        source: slot.path.clone(),
        path: output_path(locale, &slot.path),
        text_locale,
        origin,
        kind: front.kind,
        title,
        title_lang,
        title_id,
        number: slot.number.clone(),
        description: front.description.clone().unwrap_or_default(),
        description_lang,
        audience: front.audience.clone(),
        tree,
        text: Arc::clone(&source.text),
        sections,
        index_terms,
        anchors: Vec::new(),
        part: slot.part,
        ancestors: slot.ancestors.clone(),
        previous: None,
        next: None,
        aliases: Vec::new(),
        words,
        updated: front.updated.clone(),
        review_by: front.review_by.clone(),
        element,
        document: front.document.clone(),
        entrances: front.entrances.clone(),
        extra: front.extra.clone(),
        key: Hash::default(),
    }
}
