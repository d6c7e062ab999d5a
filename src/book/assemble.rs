//! From parsed files to the handbook. The steps, each in a file of its own:
//!
//! 1. `outline`: which pages there are, in which order, with which numbers: once for all locales.
//! 2. `texts`: for each locale the text of each page: its own, translated, or the source's.
//! 3. `sections`, `words`, `index_terms`: what a page tells about itself.
//! 4. `records`: the data files in the locale's words.
//! 5. `generated`, `table`: blocks made from other pages and data; citations get their names.
//! 6. `glossary`: the first use of each term.
//! 7. `anchors`, `addresses`: every place that a link can lead to, of all books.
//! 8. `links`, `raw_html`, `assets`: every link and image.
//! 9. `front`: former addresses, and the checks of what front matter names.
//!
//! Everything is looked up in maps made beforehand, so that time grows with the text, not with its square.
//! Pages are worked on in parallel; what they share is finished before.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::addresses::Addresses;
use super::anchors::{Anchors, Label};
use super::assets::Assets;
use super::front::{self, Check};
use super::generated::{Maker, Uses};
use super::glossary::Linker;
use super::links::{Figure, Place, Places, Resolver};
use super::model::{Book, Element, Handbook, Page, TextOrigin};
use super::outline::{Outline, Titles};
use super::records::{self, Records};
use super::texts::{self, Text};
use super::{index_terms, sections, words};
use crate::base::{Diagnostic, Locale, NearPaths, RelPath, Source, SourceText, codes};
use crate::config::{Config, LocaleConfig};
use crate::content::Content;
use crate::content::markdown::tree::Target;
use crate::content::page::{FrontMatter, PageKind};
use crate::content::summary::Summary;
use crate::files::Project;
use crate::words;

/// Puts the books together. Bad content is reported and the rest goes on.
#[must_use]
pub fn assemble(project: &Project, config: Arc<Config>, content: &Content) -> (Handbook, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let outline = outline(&config, content);
    let assets = Assets::new(project, &config, content);
    let locales: Vec<&Locale> = config.locales.iter().map(|l| &l.locale).collect();
    let mut drafts: Vec<Draft> = config.locales.iter().map(|l| Draft::new(&config, content, &outline, l)).collect();

    let linkers: HashMap<Locale, Linker> =
        drafts.iter().map(|d| (d.book.locale.locale.clone(), Linker::new(&d.book.glossary))).collect();
    for draft in &mut drafts {
        findings.extend(draft.generate(&config, &assets));
        draft.link_terms(&linkers);
    }

    let translations = |p: &&RelPath| p.parts().next().is_some_and(|f| locales.iter().any(|l| l.as_str() == f));
    let near = NearPaths::new(content.files.iter().filter(|p| !translations(p)).map(RelPath::as_str));
    let addresses = addresses(&outline, &drafts, &locales);
    let books: Vec<Places> = drafts.iter_mut().map(Draft::places).collect();
    let unread = unread(&config, content);
    let raw_html = config.raw_html;
    let resolver =
        Resolver { addresses: &addresses, unread: &unread, books: &books, assets: &assets, raw_html, near: &near };
    for (draft, places) in drafts.iter_mut().zip(&books) {
        findings.extend(draft.resolve(&resolver, places));
        findings.extend(draft.aliases(&locales));
    }
    findings.extend(missing_anchors(&config, &drafts, &books));

    let check =
        Check { data: &content.data, addresses: &addresses, unread: &unread, near: &near, elements: &config.elements };
    for draft in &drafts {
        findings.extend(draft.check(&check));
    }
    let books = drafts.into_iter().zip(books).map(|(draft, places)| draft.finish(&places)).collect();
    let (assets, unread) = assets.finish();
    findings.extend(unread);
    // A translated page and its fallback may tell the same; the order of work must not show.
    let findings: BTreeSet<Diagnostic> = findings.into_iter().collect();
    (Handbook { config, books, assets }, findings.into_iter().collect())
}

fn outline(config: &Config, content: &Content) -> Outline {
    let pages = content.pages.get(&config.source);
    let exists = |path: &RelPath| pages.is_some_and(|p| p.contains_key(path));
    content.summaries.get(&config.source).map_or_else(Outline::default, |s| Outline::new(s, config.numbering, exists))
}

/// Pages that the table of contents lists and whose file is there, but could not be read.
fn unread(config: &Config, content: &Content) -> Addresses {
    let pages = content.pages.get(&config.source);
    let listed = content.summaries.get(&config.source).into_iter().flat_map(Summary::lines);
    let unread = listed
        .filter_map(|line| line.path.as_ref())
        .filter(|path| content.files.contains(path) && !pages.is_some_and(|p| p.contains_key(*path)));
    Addresses::new(unread.collect::<Vec<_>>().into_iter(), std::iter::empty())
}

fn addresses(outline: &Outline, drafts: &[Draft<'_>], locales: &[&Locale]) -> Addresses {
    let mut former = Vec::new();
    for front in drafts.iter().map(|d| &d.fronts) {
        for (index, front) in front.iter().enumerate() {
            former.extend(front.aliases.iter().filter_map(|a| Some((front::former(a, locales)?.to_string(), index))));
        }
    }
    let former = former.iter().map(|(path, index)| (path.as_str(), *index));
    Addresses::new(outline.pages.iter().map(|s| &s.path), former)
}

/// Addresses are printed: what one can point at in the source must be there in every translation.
fn missing_anchors(config: &Config, drafts: &[Draft<'_>], books: &[Places]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(source) = books.iter().find(|b| b.locale == config.source) else { return findings };
    for (draft, book) in drafts.iter().zip(books).filter(|(_, b)| b.locale != config.source) {
        for (index, page) in draft.pages.iter().enumerate() {
            let (Some(theirs), Some(own), true) =
                (source.pages.get(index), book.pages.get(index), matches!(page.origin, TextOrigin::Whole { .. }))
            else {
                continue;
            };
            let missing: Vec<&str> = theirs.anchors.stable().filter(|id| own.anchors.find(id).is_none()).collect();
            let Some(first) = missing.first() else { continue };
            let all = missing.join("`, `#");
            let message = words!(
                "the source page can be linked to at `#{all}`, this translation cannot",
                "trang nguồn có chỗ để dẫn tới `#{all}`, bản dịch này thì không"
            );
            let help = words!(
                "give the translated heading the same id: `{{#{first}}}`",
                "hãy đặt cho đề mục đã dịch cùng mã: `{{#{first}}}`"
            );
            let finding = Diagnostic::warning(codes::TRANSLATION_ANCHOR, message).help(help);
            findings.extend(draft.origins.get(index).map(|o| finding.in_file(&o.source.path)));
        }
    }
    findings
}

/// Where a page's text was written.
pub struct Origin {
    /// The file.
    pub source: Arc<Source>,
    /// The text that spans of the tree point into.
    pub text: Arc<SourceText>,
}

/// A book that is being put together.
struct Draft<'a> {
    book: Book,
    pages: Vec<Page>,
    fronts: Vec<&'a FrontMatter>,
    origins: Vec<Origin>,
    uses: Uses,
}

impl<'a> Draft<'a> {
    fn new(config: &Config, content: &'a Content, outline: &Outline, locale: &LocaleConfig) -> Self {
        let titles = Titles::of(content.summaries.get(&locale.locale));
        let made: Vec<(Page, &FrontMatter, Origin)> = (0..outline.pages.len())
            .into_par_iter()
            .filter_map(|index| page(config, content, outline, &titles, &locale.locale, index))
            .collect();
        let (mut pages, mut fronts, mut origins) = (Vec::new(), Vec::new(), Vec::new());
        for (page, front, origin) in made {
            pages.push(page);
            fronts.push(front);
            origins.push(origin);
        }
        let own_title = |index: usize| {
            let page: &Page = pages.get(index)?;
            (locale.locale != config.source && page.text_locale == locale.locale).then(|| page.title.clone())
        };
        let parts = outline.parts(&titles, own_title);
        let all: Vec<&Locale> = config.locales.iter().map(|l| &l.locale).collect();
        let Records { glossary, sources, statistics } =
            Records::new(&content.data, &locale.locale, &config.source, &all);
        let uses = Uses::of(&mut pages, fronts.iter().map(|f| f.sources.as_slice()));
        let index = pages.iter().enumerate().map(|(i, p)| (p.source.clone(), i)).collect();
        let book = Book {
            locale: locale.clone(),
            parts,
            pages: Vec::new(),
            index,
            glossary_page: uses.glossary,
            sources_page: uses.source_list,
            glossary,
            sources,
            statistics,
        };
        Self { book, pages, fronts, origins, uses }
    }

    fn generate(&mut self, config: &Config, assets: &Assets<'_>) -> Vec<Diagnostic> {
        let maker = Maker::new(&self.book, &self.pages, &config.elements, &self.uses, assets);
        let pairs = self.pages.par_iter_mut().zip(&self.origins);
        pairs.flat_map_iter(|(page, origin)| reported(page, |page| maker.fill(page, origin))).collect()
    }

    fn link_terms(&mut self, linkers: &HashMap<Locale, Linker>) {
        let shown = self.uses.glossary.and_then(|p| self.pages.get(p)).map(|p| p.path.clone());
        let target = |id: &str| match &shown {
            Some(path) => Target::Page { path: path.clone(), anchor: Some(id.to_owned()) },
            None => Target::Unresolved,
        };
        self.pages.par_iter_mut().for_each(|page| {
            if let Some(linker) = linkers.get(&page.text_locale) {
                linker.link(page, &target);
            }
        });
    }

    fn places(&mut self) -> Places {
        let place = |page: &mut Page| Place {
            path: page.path.clone(),
            label: Label { title: page.title.clone(), number: page.number.clone() },
            anchors: Anchors::of(page),
        };
        let pages: Vec<Place> = self.pages.par_iter_mut().map(place).collect();
        let statistics = self.book.statistics.values().map(|s| {
            let shown = self.uses.statistics.get(&s.id).map(|page| (*page, s.id.clone()));
            let listed = self.uses.source_list.map(|page| (page, s.source.clone()));
            let (page, anchor) = shown.or(listed).unzip();
            let path = page.and_then(|p| Some(pages.get(p)?.path.clone()));
            (s.id.clone(), Figure { anchor: anchor.filter(|_| path.is_some()), path, summary: records::in_line(s) })
        });
        Places { locale: self.book.locale.locale.clone(), statistics: statistics.collect(), pages }
    }

    fn resolve(&mut self, resolver: &Resolver<'_>, places: &Places) -> Vec<Diagnostic> {
        let pairs = self.pages.par_iter_mut().zip(&self.origins).enumerate();
        pairs
            .flat_map_iter(|(index, (page, origin))| reported(page, |page| resolver.page(places, index, page, origin)))
            .collect()
    }

    fn aliases(&mut self, locales: &[&Locale]) -> Vec<Diagnostic> {
        let own = &self.book.locale.locale;
        let (aliases, findings) = front::aliases(&self.pages, &self.fronts, &self.origins, locales, own);
        for (page, aliases) in self.pages.iter_mut().zip(aliases) {
            page.aliases = aliases;
        }
        findings
    }

    fn check(&self, check: &Check<'_>) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for ((page, front), origin) in self.pages.iter().zip(&self.fronts).zip(&self.origins) {
            if page.origin != TextOrigin::Fallback {
                findings.extend(check.page(front, origin));
            }
        }
        if self.pages.iter().all(|p| p.origin == TextOrigin::Source) {
            findings.extend(check.elements(&self.pages, &self.fronts, &self.origins));
        }
        findings
    }

    fn finish(self, places: &Places) -> Book {
        let mut pages = self.pages;
        for (page, place) in pages.iter_mut().zip(&places.pages) {
            page.anchors = place.anchors.stable().map(str::to_owned).collect();
        }
        Book { pages, ..self.book }
    }
}

/// What is wrong with a source text is told once, in the source locale.
fn reported(page: &mut Page, work: impl FnOnce(&mut Page) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    let findings = work(page);
    if page.origin == TextOrigin::Fallback { Vec::new() } else { findings }
}

fn page<'a>(
    config: &Config,
    content: &'a Content,
    outline: &Outline,
    titles: &Titles<'_>,
    locale: &Locale,
    index: usize,
) -> Option<(Page, &'a FrontMatter, Origin)> {
    let slot = outline.pages.get(index)?;
    let Text { page: source, locale: text_locale, origin } = texts::select(config, content, locale, &slot.path)?;
    let front = &source.front;
    let mut tree = source.tree.clone();
    let heading = sections::take_title(&mut tree, front.title.as_deref());
    let (heading, title_id) = heading.map_or((None, None), |(title, id)| (Some(title), id));
    let listed = titles.page(&slot.path).unwrap_or_else(|| outline.title(index));
    let title = front.title.clone().or(heading).unwrap_or_else(|| listed.to_owned());
    let own_labels = matches!(front.kind, PageKind::Document | PageKind::Start);
    let numbered = config.numbering.sections && !own_labels && !outline.numbers_below(index);
    let sections = sections::sections(&mut tree, slot.number.as_deref(), numbered);
    let words = words::count(&mut tree);
    let index_terms = index_terms::of(&mut tree);
    let element = (front.kind == PageKind::Element).then(|| Element {
        number: front.number.unwrap_or_default(),
        group: front.group.clone().unwrap_or_default(),
        status: front.status,
    });
    let page = Page {
        source: slot.path.clone(),
        path: output_path(locale, &slot.path),
        text_locale,
        origin,
        kind: front.kind,
        title,
        title_id,
        number: slot.number.clone(),
        description: front.description.clone().unwrap_or_default(),
        audience: front.audience.clone(),
        tree,
        text: Arc::clone(&source.text),
        sections,
        index_terms,
        anchors: Vec::new(),
        part: slot.part,
        ancestors: slot.ancestors.clone(),
        previous: index.checked_sub(1),
        next: Some(index + 1).filter(|n| *n < outline.pages.len()),
        aliases: Vec::new(),
        words,
        updated: front.updated.clone(),
        review_by: front.review_by.clone(),
        element,
        document: front.document.clone(),
        entrances: front.entrances.clone(),
        extra: front.extra.clone(),
    };
    let origin = Origin { source: Arc::clone(&source.source), text: Arc::clone(&source.text) };
    Some((page, front, origin))
}

/// Where a page is published: `vi/khung/tong-quan.html`. A folder's `README.md` is its index.
#[must_use]
pub fn output_path(locale: &Locale, source: &RelPath) -> RelPath {
    let folder = source.parent();
    let name = if source.stem().eq_ignore_ascii_case("readme") { "index" } else { source.stem() };
    let root = RelPath::new(locale.as_str()).unwrap_or_default();
    root.join(folder.as_str()).and_then(|p| p.join(&format!("{name}.html"))).unwrap_or_default()
}
