//! Some chapters made again in books that are otherwise as they were.
//!
//! Owns when that is enough: when each of them is to others what it was before, in every locale. Then no other page can
//! be another. The steps are those of `draft`, over what is [`Known`] of all pages; whoever is in doubt gets `None`, and
//! has everything made.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::addresses::Addresses;
use super::assets::Assets;
use super::draft::{self, Begun, Filler, Origin, Resolved};
use super::generated::Card;
use super::glossary::Linker;
use super::known::{Known, KnownBook, KnownPage, Trace};
use super::links::{Places, Resolver};
use super::model::{Book, Handbook, Page};
use super::outline::{Outline, Titles};
use crate::base::{Hash, Locale, Memo, NearPaths, RelPath};
use crate::config::{Config, LocaleConfig};
use crate::content::Content;
use crate::content::page::FrontMatter;
use crate::files::Project;

/// Chapters made again.
pub struct Again {
    /// The books as they were; of its pages none has a text. Its files are those that the chapters point at.
    pub handbook: Handbook,
    /// Book, page in it, the page as it is now.
    pub pages: Vec<(usize, usize, Arc<Page>)>,
}

/// Makes `chapters` (paths below the content folder) again; `content` has no others. Nothing may be wrong with them.
#[must_use]
pub fn again(
    project: &Project,
    config: Arc<Config>,
    content: &Content,
    known: &Known,
    chapters: &BTreeSet<RelPath>,
) -> Option<Again> {
    let memo = project.memo();
    let listed: BTreeSet<&RelPath> = known.chapters().collect();
    let summary = content.summaries.get(&config.source)?;
    let outline = Outline::new(summary, config.numbering, |path| listed.contains(path));
    let same = |book: &KnownBook| book.pages.iter().map(|p| &p.page.source).eq(outline.pages.iter().map(|s| &s.path));
    // What is included is a part of pages that are not at hand.
    let includes = |book: &KnownBook| book.pages.iter().any(|page| page.trace.includes);
    if known.books.len() != config.locales.len() || !known.books.iter().all(|book| same(book) && !includes(book)) {
        return None;
    }
    let at = |path: &RelPath| outline.pages.iter().position(|slot| slot.path == *path);
    let indexes: Vec<usize> = chapters.iter().map(at).collect::<Option<_>>()?;
    let world = World::new(project, &config, content, &outline, known);
    let places: Vec<Places> = world.books.iter().zip(&known.books).map(|(book, known)| places(book, known)).collect();
    let resolver = Resolver {
        addresses: &world.addresses,
        unread: &Addresses::default(),
        books: &places,
        assets: &world.assets,
        raw_html: config.raw_html,
        near: &world.near,
        state: Hash::default(),
    };
    let mut pages = Vec::new();
    for (at, locale) in config.locales.iter().enumerate() {
        let made = world.pages(at, locale, &indexes, &resolver, memo)?;
        pages.extend(made.into_iter().map(|(index, page)| (at, index, page)));
    }
    let World { books, assets, .. } = world;
    let (assets, unread) = assets.finish();
    unread.is_empty().then(|| Again { handbook: Handbook { config: Arc::clone(&config), books, assets }, pages })
}

fn places(book: &Book, known: &KnownBook) -> Places {
    draft::places(book, &known.uses, known.pages.iter().map(|page| Arc::clone(&page.place)).collect())
}

/// All that the chapters may look at.
struct World<'a> {
    config: &'a Config,
    content: &'a Content,
    outline: &'a Outline,
    known: &'a Known,
    books: Vec<Book>,
    linkers: HashMap<Locale, Arc<Linker>>,
    assets: Assets<'a>,
    addresses: Addresses,
    near: NearPaths<'a>,
}

impl<'a> World<'a> {
    fn new(
        project: &'a Project,
        config: &'a Config,
        content: &'a Content,
        outline: &'a Outline,
        known: &'a Known,
    ) -> Self {
        let book = |(locale, known): (&LocaleConfig, &KnownBook)| {
            let titles = Titles::of(content.summaries.get(&locale.locale));
            let pages = known.pages.iter().map(|page| Arc::clone(&page.page)).collect();
            draft::book(config, content, outline, (locale, &titles), pages, &known.uses)
        };
        let books: Vec<Book> = config.locales.iter().zip(&known.books).map(book).collect();
        let linker = |book: &Book| (book.locale.locale.clone(), Arc::new(Linker::new(&book.glossary)));
        let former = known.former.iter().map(|(path, index)| (path.as_str(), *index));
        Self {
            config,
            content,
            outline,
            known,
            linkers: books.iter().map(linker).collect(),
            books,
            assets: Assets::new(project, config, content),
            addresses: Addresses::new(outline.pages.iter().map(|slot| &slot.path), former),
            // Whoever has to be told what was probably meant has everything made.
            near: NearPaths::default(),
        }
    }

    /// The chapters in one book.
    fn pages(
        &self,
        at: usize,
        locale: &LocaleConfig,
        indexes: &[usize],
        resolver: &Resolver<'_>,
        memo: &Memo,
    ) -> Option<Vec<(usize, Arc<Page>)>> {
        let (book, known) = (self.books.get(at)?, self.known.books.get(at)?);
        let titles = Titles::of(self.content.summaries.get(&locale.locale));
        let begin = |index: &usize| {
            draft::begin(self.config, self.content, self.outline, &titles, &locale.locale, *index, memo)
        };
        let begun: Vec<(Arc<Begun>, &FrontMatter, Origin)> = indexes.iter().map(begin).collect::<Option<_>>()?;
        let shows = begun.iter().any(|(begun, ..)| begun.shown.any);
        let cards: Vec<Arc<Card>> =
            known.pages.iter().filter(|_| shows).map(|known| Arc::new(Card::of(&known.page))).collect();
        let glossary = known.uses.glossary.and_then(|page| known.pages.get(page)).map(|known| known.page.path.clone());
        let filler = Filler::new(self.config, book, &known.uses, glossary, &cards, (&self.assets, &self.linkers));
        let places = resolver.books.get(at)?;
        let mut made = Vec::new();
        for (index, (begun, front, origin)) in indexes.iter().zip(begun) {
            let KnownPage { page: old, place, trace } = known.pages.get(*index)?;
            let same = trace.alone && !origin.includes && trace.front == Trace::of_front(front);
            if !same || begun.shown != trace.shown {
                return None;
            }
            let filled = filler.fill(begun, &origin, memo);
            if !filled.files.is_empty() || !filled.findings.is_empty() || filled.place != *place {
                return None;
            }
            let resolved = Resolved::of(resolver, (places, *index), filled, &origin, &old.aliases, memo);
            if !resolved.findings.is_empty() || resolved.assets() != trace.assets || !resolved.page.is_alike(old) {
                return None;
            }
            made.push((*index, Arc::clone(&resolved.page)));
        }
        Some(made)
    }
}
