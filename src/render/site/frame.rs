//! What all pages of one book share, and the parts of a view that every page has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::folders::Folders;
use super::links::Links;
use super::view;
use super::view::{Language, Line, View};
use super::{SiteOptions, head, offline};
use crate::base::{Hash, Locale, RelPath};
use crate::book::entries;
use crate::book::model::{Book, Entry, Handbook, Page};
use crate::i18n::ui::Strings;
use crate::render::html::highlight::Highlighter;
use crate::theme::Theme;

/// One book and all that rendering it needs.
pub struct Frame<'a> {
    pub handbook: &'a Handbook,
    pub theme: &'a Theme,
    pub book: &'a Book,
    pub strings: &'a Arc<Strings>,
    pub all_strings: &'a BTreeMap<Locale, Arc<Strings>>,
    pub highlighter: &'a Highlighter,
    pub options: &'a SiteOptions,
    /// Hash of what pages are told of images.
    pub pictures: Hash,
    /// What was found out of the book.
    pub facts: &'a BookFacts,
    /// The same of every book, in the handbook's order.
    all_facts: &'a [BookFacts],
    /// What pages of one folder show alike.
    pub folders: Folders,
}

/// What all books share.
pub struct Site<'a> {
    pub handbook: &'a Handbook,
    pub theme: &'a Theme,
    pub all_strings: &'a BTreeMap<Locale, Arc<Strings>>,
    pub highlighter: &'a Highlighter,
    pub options: &'a SiteOptions,
    /// Hash of what pages are told of images.
    pub pictures: Hash,
    /// What was found out of each book.
    pub facts: &'a [BookFacts],
}

/// What is found out of a whole book, once: a frame may be made for a few of its pages alone.
#[derive(Clone, Debug, Default)]
pub struct BookFacts {
    /// What is said of each part.
    pub parts: Vec<PartFacts>,
    /// Of each page, the place of its line among the lines beside it.
    pub places: Vec<usize>,
    /// The parts that have a title, by their places.
    pub titled: Vec<usize>,
    /// The output path of the page of all contents.
    pub contents: RelPath,
    /// The output path of the page of search results.
    pub search: RelPath,
    /// The output path of the index from A to Z.
    pub index: RelPath,
}

impl BookFacts {
    /// Goes through all pages of a book.
    pub fn of(book: &Book) -> Self {
        let titled = book.parts.iter().enumerate().filter(|(_, part)| !part.title.is_empty());
        let mut places = vec![0; book.pages.len()];
        book.parts.iter().for_each(|part| place(&part.entries, &mut places));
        Self {
            parts: book.parts.iter().map(|part| facts(book, &part.entries)).collect(),
            places,
            titled: titled.map(|(place, _)| place).collect(),
            contents: contents(book),
            search: search(book),
            index: entries::index(&book.locale.locale, &book.pages),
        }
    }
}

/// A part in figures.
#[derive(Clone, Debug, Default)]
pub struct PartFacts {
    /// Its first page.
    pub first: Option<usize>,
    /// Its pages.
    pub pages: usize,
    /// Lines of its table of contents, drafts included.
    pub lines: usize,
    /// Words of its pages.
    pub words: u32,
}

impl<'a> Frame<'a> {
    /// A frame for one book, which is named by its place in the handbook; `None` when nobody brought its words.
    pub fn new(site: &Site<'a>, book: usize) -> Option<Self> {
        let Site { handbook, theme, all_strings, highlighter, options, pictures, facts: all_facts } = *site;
        let (book, facts) = handbook.books.get(book).zip(all_facts.get(book))?;
        let strings = all_strings.get(&book.locale.locale)?;
        Some(Self {
            handbook,
            theme,
            book,
            strings,
            all_strings,
            highlighter,
            options,
            pictures,
            facts,
            all_facts,
            folders: Folders::default(),
        })
    }

    /// A view with nothing of a page in it yet.
    pub fn view(&self, links: &Links) -> View {
        let locale = &self.book.locale;
        View {
            lang: locale.locale.to_string(),
            dir: locale.direction.as_str(),
            site: self.folders.of(links).site(|| self.site(links)),
            head: head::bare(self, links),
            languages: self.languages(links, |book, _| home(book)),
            nav: None,
            page: None,
            start: None,
            contents: Vec::new(),
            index: None,
            terms: Vec::new(),
            translation: None,
            target: None,
        }
    }

    /// The languages, each leading to what `target` says.
    pub fn languages(&self, links: &Links, target: impl Fn(&Book, &BookFacts) -> RelPath) -> Vec<Language> {
        let language = |(book, facts): (&Book, &BookFacts)| Language {
            lang: book.locale.locale.to_string(),
            dir: book.locale.direction.as_str(),
            name: book.locale.name.clone(),
            href: links.to(&target(book, facts)),
            current: book.locale.locale == self.book.locale.locale,
            title: book.locale.title.clone(),
            description: book.locale.description.clone(),
        };
        self.handbook.books.iter().zip(self.all_facts).map(language).collect()
    }

    /// The page of an index.
    pub fn page(&self, index: usize) -> Option<&'a Page> {
        self.book.pages.get(index).map(AsRef::as_ref)
    }

    /// A line that leads to a page.
    pub fn line(&self, links: &Links, index: usize) -> Option<Line> {
        let page = self.page(index)?;
        Some(Line {
            title: page.title.clone(),
            href: links.to(&page.path),
            number: page.number.clone().unwrap_or_default(),
            lang: self.lang(page),
        })
    }

    /// The language of a page's title where it is not the book's; else empty.
    pub fn lang(&self, page: &Page) -> String {
        self.unless_own(&page.title_lang)
    }

    /// A language's tag where it is not the book's; else empty.
    pub fn unless_own(&self, locale: &Locale) -> String {
        if *locale == self.book.locale.locale { String::new() } else { locale.to_string() }
    }

    /// The language of a title of the table of contents; `own`: in the book's language.
    pub fn listed_lang(&self, own: bool) -> String {
        let source = &self.handbook.config.source;
        if own || *source == self.book.locale.locale { String::new() } else { source.to_string() }
    }

    /// The book that holds the source text; the first one in a site built without the source's.
    pub fn source_book(&self) -> Option<&'a Book> {
        let books = &self.handbook.books;
        books.iter().find(|b| b.locale.locale == self.handbook.config.source).or(books.first())
    }

    fn site(&self, links: &Links) -> view::Site {
        let (config, locale) = (&self.handbook.config, &self.book.locale);
        let extras = [self.book.glossary_page, self.book.sources_page];
        let left = |inherited: bool| if inherited { self.unless_own(&config.source) } else { String::new() };
        view::Site {
            title: locale.title.clone(),
            title_lang: left(locale.inherited.title),
            description: locale.description.clone(),
            description_lang: left(locale.inherited.description),
            home: links.to(&home(self.book)),
            contents: links.to(&self.facts.contents),
            choice: format!("{}#_languages", links.to(&choice())),
            search: view::Search {
                href: links.to(&self.facts.search),
                index: links.to(&self.facts.index),
                script: self.theme.paths.search.as_ref().map(|p| links.to(p)).unwrap_or_default(),
                style: head::sheet(self, links, "search").unwrap_or_default(),
                data: format!("{}/", links.to(&super::search::folder(self))),
            },
            translation: match self.options.translation_page {
                true => links.to(&translation(self.book)),
                false => String::new(),
            },
            extras: extras.into_iter().flatten().filter_map(|index| self.line(links, index)).collect(),
            offline: self.theme.paths.scripts.get("offline").map(|script| view::Offline {
                list: links.to(&offline::list_path(&locale.locale)),
                worker: links.to(&offline::worker_path()),
                manifest: links.to(&offline::manifest_path(&locale.locale)),
                script: links.to(script),
            }),
            edition: locale.edition.clone(),
            edition_lang: left(locale.inherited.edition),
            edition_date: if config.edition_date.is_empty() {
                String::new()
            } else {
                self.strings.date(&config.edition_date)
            },
            feedback: config.feedback.clone().unwrap_or_default(),
            scripts: self.theme.paths.scripts.iter().map(|(name, path)| (name.clone(), links.to(path))).collect(),
            files: self.theme.paths.files.iter().map(|(name, path)| (name.clone(), links.to(path))).collect(),
        }
    }
}

/// Figures of some lines of the table of contents.
pub fn facts(book: &Book, entries: &[Entry]) -> PartFacts {
    let mut facts = PartFacts::default();
    add(book, entries, &mut facts);
    facts
}

/// Minutes to read each part of each book: what of a page's length others are told.
#[must_use]
pub fn minutes(handbook: &Handbook) -> Vec<u32> {
    let parts = handbook.books.iter().flat_map(|book| book.parts.iter().map(move |part| facts(book, &part.entries)));
    parts.map(|facts| super::page::minutes(facts.words)).collect()
}

fn add(book: &Book, entries: &[Entry], facts: &mut PartFacts) {
    for entry in entries {
        facts.lines += 1;
        if let Some(index) = entry.page {
            facts.first = facts.first.or(Some(index));
            facts.pages += 1;
            facts.words = facts.words.saturating_add(book.pages.get(index).map_or(0, |page| page.words));
        }
        add(book, &entry.children, facts);
    }
}

fn place(entries: &[Entry], places: &mut [usize]) {
    for (at, entry) in entries.iter().enumerate() {
        if let Some(own) = entry.page.and_then(|page| places.get_mut(page)) {
            *own = at;
        }
        place(&entry.children, places);
    }
}

/// The path of a book's page of all contents.
fn contents(book: &Book) -> RelPath {
    entries::contents(&book.locale.locale, &book.pages)
}

/// The path of a book's page of search results.
fn search(book: &Book) -> RelPath {
    entries::search(&book.locale.locale, &book.pages)
}

/// The path of a book's page about translations.
pub fn translation(book: &Book) -> RelPath {
    entries::translation(&book.locale.locale, &book.pages)
}

/// The start page of a book.
pub fn home(book: &Book) -> RelPath {
    entries::home(&book.locale.locale)
}

/// The language choice.
pub fn choice() -> RelPath {
    RelPath::new("index.html").unwrap_or_default()
}
