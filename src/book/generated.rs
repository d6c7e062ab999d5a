//! The blocks that are made from other pages and from data: documents, elements, sources, glossary,
//! statistics, tables.
//!
//! Owns what stands in each, as typed data in the tree. What it looks like is the renderers'.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::assets::{Asked, AskedFile, Assets};
use super::draft::Origin;
use super::model::{Book, Element, Page, SourceRecord, Statistic};
use super::records::source_label;
use super::table;
use super::told;
use crate::base::{Diagnostic, Hash, Locale, RelPath, Said, Stored, Unread, codes, nearest};
use crate::config::ElementsConfig;
use crate::content::data;
use crate::content::markdown::generated::{
    DocumentLine, ElementSlot, ElementTable, Generated, GlossaryLine, PageLink, SourceLine, SourceRef, StatisticCard,
};
use crate::content::markdown::ids::Ids;
use crate::content::markdown::tree::{Block, BlockKind, Citation, Directive, Inline, Target};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::content::page::{DocumentRecord, ElementStatus};
use crate::i18n::collate::Collator;
use crate::words;

/// Which pages show what, found in one pass over the book.
#[derive(Clone, Debug, Default, Hash)]
pub struct Uses {
    /// Source id → pages that rest on it, in reading order.
    pub sources: BTreeMap<String, BTreeSet<usize>>,
    /// Statistic id → the first page that shows it.
    pub statistics: BTreeMap<String, usize>,
    /// The page with `:::glossary`.
    pub glossary: Option<usize>,
    /// The page with `:::sources`.
    pub source_list: Option<usize>,
}

impl Uses {
    /// Adds the next page. `named`: the sources that its front matter names.
    pub fn add(&mut self, index: usize, page: &Page, shown: &Shown, named: &[String]) {
        let document = page.document.iter().map(|d| &d.id);
        for id in named.iter().chain(document).chain(&shown.sources) {
            self.sources.entry(id.clone()).or_default().insert(index);
        }
        for id in &shown.statistics {
            self.statistics.entry(id.clone()).or_insert(index);
        }
        if shown.glossary {
            self.glossary.get_or_insert(index);
        }
        if shown.source_list {
            self.source_list.get_or_insert(index);
        }
    }
}

/// What one page shows of other pages and of data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Sources that it cites.
    sources: BTreeSet<String>,
    /// Statistics with a card of their own.
    statistics: BTreeSet<String>,
    glossary: bool,
    source_list: bool,
    /// It has blocks or citations that others fill.
    pub any: bool,
}

impl Shown {
    /// Looks through a page.
    pub fn of(page: &mut Page) -> Self {
        let mut shown = Self::default();
        walk::tree(&mut page.tree, &mut shown);
        shown
    }
}

impl Stored for Uses {
    fn store(&self, to: &mut Vec<u8>) {
        self.sources.store(to);
        self.statistics.store(to);
        (self.glossary, self.source_list).store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (sources, statistics) = (Stored::restore(from)?, Stored::restore(from)?);
        let (glossary, source_list) = Stored::restore(from)?;
        Some(Self { sources, statistics, glossary, source_list })
    }
}

impl Stored for Shown {
    fn store(&self, to: &mut Vec<u8>) {
        self.sources.store(to);
        self.statistics.store(to);
        (self.glossary, (self.source_list, self.any)).store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (sources, statistics) = (Stored::restore(from)?, Stored::restore(from)?);
        let (glossary, (source_list, any)) = Stored::restore(from)?;
        Some(Self { sources, statistics, glossary, source_list, any })
    }
}

impl Visitor for Shown {
    fn block(&mut self, block: &mut Block) {
        let BlockKind::Directive(directive) = &block.kind else { return };
        self.any = true;
        match directive.name.as_str() {
            "glossary" => self.glossary = true,
            "sources" => self.source_list = true,
            "statistic" => _ = self.statistics.insert(directive.argument.clone()),
            _ => {}
        }
    }

    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: crate::base::Span) {
        walk::inlines(content, &mut |inline| {
            if let Inline::Citation(citation) = inline {
                self.any = true;
                self.sources.insert(citation.id.clone());
            }
        });
    }
}

/// What generated blocks are made from, in parts: a page rests on those that its blocks ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stock {
    /// Sources and statistics.
    Records,
    /// What pages tell of themselves, and which of them rest on what.
    Cards,
    /// The terms.
    Glossary,
}

/// What lists of documents and of sources tell: records, and the pages that rest on them.
const LISTS: [Stock; 2] = [Stock::Records, Stock::Cards];

/// The parts that a page rests on, and the hash of each.
pub type Rests = Vec<(Stock, Hash)>;

/// What others show of a page.
#[derive(Debug)]
pub struct Card {
    link: PageLink,
    element: Option<Element>,
    document: Option<DocumentRecord>,
    /// Hash of it all: pages are many, and all are hashed for every build.
    key: Hash,
}

impl std::hash::Hash for Card {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

impl Card {
    /// The card of a page.
    #[must_use]
    pub fn of(page: &Page) -> Self {
        let (link, element, document) = (page_link(page), page.element.clone(), page.document.clone());
        let key = Hash::of_value(&(&link, &element, &document));
        Self { link, element, document, key }
    }

    /// Output path of the page.
    #[must_use]
    pub fn path(&self) -> &RelPath {
        &self.link.path
    }
}

/// What was told and asked for while a page was filled.
#[derive(Default)]
pub struct Filling {
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
    /// Files that were asked for.
    pub files: Vec<AskedFile>,
    /// The parts that were asked for.
    pub rests: BTreeSet<Stock>,
}

/// What generated blocks are made from: the book before its trees are changed.
pub struct Maker<'a> {
    sources: &'a BTreeMap<String, SourceRecord>,
    statistics: &'a BTreeMap<String, Statistic>,
    elements: &'a ElementsConfig,
    uses: &'a Uses,
    assets: &'a Assets<'a>,
    locale: &'a Locale,
    links: Vec<PageLink>,
    documents: Vec<DocumentLine>,
    slots: Vec<ElementSlot>,
    glossary: Vec<GlossaryLine>,
    source_lines: Vec<SourceLine>,
}

impl<'a> Maker<'a> {
    /// Gathers everything once.
    #[must_use]
    pub fn new(
        book: &'a Book,
        cards: &[Arc<Card>],
        elements: &'a ElementsConfig,
        uses: &'a Uses,
        assets: &'a Assets<'a>,
    ) -> Self {
        let mut maker = Self {
            sources: &book.sources,
            statistics: &book.statistics,
            elements,
            uses,
            assets,
            locale: &book.locale.locale,
            links: cards.iter().map(|card| card.link.clone()).collect(),
            documents: Vec::new(),
            slots: slots(cards, elements),
            glossary: glossary(book),
            source_lines: Vec::new(),
        };
        maker.source_lines = book.sources.values().map(|s| maker.source_line(s)).collect();
        maker.source_lines.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
        maker.documents = maker.documents(cards);
        maker
    }

    /// Fills the generated blocks of a page and names its citations.
    pub fn fill(&self, page: &mut Page, origin: &Origin) -> Filling {
        let (source, text, asked) = (page.source.clone(), page.text_locale.clone(), Asked::new(self.assets));
        let (ids, rests) = (BTreeSet::new(), BTreeSet::new());
        let mut pass = FillPass { maker: self, page: source, text, origin, findings: Vec::new(), ids, asked, rests };
        walk::tree(&mut page.tree, &mut pass);
        told::once(&mut page.tree.blocks);
        if !pass.ids.is_empty() {
            lines_first(page, &pass.ids);
        }
        Filling { findings: pass.findings, files: pass.asked.files, rests: pass.rests }
    }

    fn link(&self, page: usize) -> Option<PageLink> {
        self.links.get(page).cloned()
    }

    /// A source in passing. It leads to the list of sources, or nowhere when no page has one.
    fn source_ref(&self, id: &str) -> SourceRef {
        let label = self.sources.get(id).map_or_else(|| Said::from(id), source_label);
        SourceRef { id: id.to_owned(), label, target: self.source_target(id) }
    }

    fn source_target(&self, id: &str) -> Target {
        let page = self.uses.source_list.filter(|_| self.sources.contains_key(id)).and_then(|p| self.links.get(p));
        page.map_or(Target::Unresolved, |p| Target::Page { path: p.path.clone(), anchor: Some(id.to_owned()) })
    }

    fn source_line(&self, source: &SourceRecord) -> SourceLine {
        let pages = self.uses.sources.get(&source.id).into_iter().flatten();
        SourceLine {
            id: source.id.clone(),
            number: source.number.clone(),
            date: source.date.clone(),
            kind: source.kind.clone(),
            status: source.status.clone(),
            via: (!source.via.is_empty()).then(|| self.source_ref(&source.via)),
            issuer: source.issuer.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
            pages: pages.filter_map(|p| self.link(*p)).collect(),
        }
    }

    /// The described documents, oldest first; those without a date last.
    fn documents(&self, cards: &[Arc<Card>]) -> Vec<DocumentLine> {
        let mut lines: Vec<DocumentLine> = Vec::new();
        for card in cards {
            let Some(record) = &card.document else { continue };
            let Some(source) = self.sources.get(&record.id) else { continue };
            lines.push(DocumentLine {
                source: self.source_line(source),
                page: card.link.clone(),
                status: record.status.clone(),
                replaced_by: record.replaced_by.as_deref().map(|id| self.source_ref(id)),
            });
        }
        lines.sort_by_key(|l| (l.source.date.is_empty(), l.source.date.clone(), l.source.id.clone()));
        lines
    }

    fn card(&self, statistic: &Statistic, with_conflicts: bool) -> StatisticCard {
        let conflicts = statistic.conflicts.iter().filter(|_| with_conflicts);
        StatisticCard {
            id: statistic.id.clone(),
            value: statistic.value.clone(),
            unit: statistic.unit.clone(),
            label: statistic.label.clone(),
            as_of: statistic.as_of.clone(),
            source: self.source_ref(&statistic.source),
            conflicts: conflicts.filter_map(|id| self.statistics.get(id)).map(|s| self.card(s, false)).collect(),
            note: statistic.note.clone(),
        }
    }

    fn elements(&self, group: &str) -> ElementTable {
        let shown = |slot: &&ElementSlot| group.is_empty() || slot.group == group;
        let slots: Vec<ElementSlot> = self.slots.iter().filter(shown).cloned().collect();
        let official = slots.iter().filter(|s| s.page.is_some() && s.status == ElementStatus::Official).count();
        ElementTable {
            group: group.to_owned(),
            expected: self.elements.expected,
            official: u32::try_from(official).unwrap_or(u32::MAX),
            slots,
        }
    }
}

fn page_link(page: &Page) -> PageLink {
    let title = Said::new(page.title.as_str(), &page.title_lang);
    PageLink { path: page.path.clone(), title, number: page.number.clone() }
}

/// The framework's slots: those that pages fill, and empty ones up to the number expected.
fn slots(cards: &[Arc<Card>], config: &ElementsConfig) -> Vec<ElementSlot> {
    let mut slots: BTreeMap<u32, ElementSlot> = BTreeMap::new();
    for card in cards {
        let Some(element) = &card.element else { continue };
        slots.entry(element.number).or_insert_with(|| ElementSlot {
            number: element.number,
            group: element.group.clone(),
            status: element.status,
            page: Some(card.link.clone()),
        });
    }
    for number in 1..=config.expected {
        slots.entry(number).or_insert_with(|| ElementSlot {
            number,
            group: String::new(),
            status: ElementStatus::AwaitingSource,
            page: None,
        });
    }
    slots.into_values().collect()
}

fn definition(said: &Said) -> Vec<Inline> {
    let content = vec![Inline::Text(said.text.clone())];
    if said.lang.is_empty() { content } else { vec![Inline::Foreign { lang: said.lang.clone(), content }] }
}

fn glossary(book: &Book) -> Vec<GlossaryLine> {
    let collator = Collator::new(&book.locale.locale);
    let line = |term: &super::model::Term| GlossaryLine {
        id: term.id.clone(),
        letter: collator.heading(&term.term),
        term: term.term.clone(),
        definition: definition(&term.definition),
        abbreviations: term.abbreviations.clone(),
        aliases: term.aliases.clone(),
        aliases_lang: term.aliases_lang.clone(),
        translations: term.translations.iter().map(|(tag, word)| (tag.clone(), word.clone())).collect(),
    };
    book.glossary.iter().map(line).collect()
}

struct FillPass<'a> {
    maker: &'a Maker<'a>,
    page: RelPath,
    /// The language its text is in.
    text: Locale,
    origin: &'a Origin,
    findings: Vec<Diagnostic>,
    /// Anchors of the lines of generated lists.
    ids: BTreeSet<String>,
    asked: Asked<'a>,
    rests: BTreeSet<Stock>,
}

impl<'a> FillPass<'a> {
    /// What the page shows is taken from here alone: it is made again when one of these parts has changed.
    fn take_from(&mut self, stocks: &[Stock]) -> &'a Maker<'a> {
        self.rests.extend(stocks);
        self.maker
    }

    fn directive(&mut self, directive: &mut Directive, block: crate::base::Span) {
        let generated = match directive.name.as_str() {
            "documents" => Some(Generated::Documents(self.take_from(&LISTS).documents.clone())),
            "sources" => Some(Generated::Sources(self.take_from(&LISTS).source_lines.clone())),
            "glossary" => Some(Generated::Glossary(self.take_from(&[Stock::Glossary]).glossary.clone())),
            "elements" => {
                let maker = self.take_from(&[Stock::Cards]);
                self.check_group(maker, &directive.argument, block);
                Some(Generated::Elements(maker.elements(&directive.argument)))
            }
            "statistic" => {
                let id = directive.argument.as_str();
                let maker = self.take_from(&[Stock::Records]);
                let found = maker.statistics.get(id);
                if found.is_none() && !id.is_empty() {
                    let known = maker.statistics.keys().map(String::as_str).collect();
                    let finding = data::unknown("statistic", id, &known);
                    self.findings.extend(finding.map(|f| f.at_text(&self.origin.text, block)));
                }
                found.map(|s| Generated::Statistic(Box::new(maker.card(s, true))))
            }
            _ => None,
        };
        directive.generated = generated.map(|generated| generated.among(self.text.as_str()));
        match &directive.generated {
            Some(Generated::Sources(lines)) => self.ids.extend(lines.iter().map(|l| l.id.clone())),
            Some(Generated::Glossary(lines)) => self.ids.extend(lines.iter().map(|l| l.id.clone())),
            _ => {}
        }
        if directive.name == "data" {
            let shown = table::Shown { page: &self.page, locale: self.maker.locale, text: &self.text };
            let found = table::fill(directive, &shown, &mut self.asked, block);
            self.findings
                .extend(found.map(|f| if f.place.is_none() { f.at_text(&self.origin.text, block) } else { f }));
        }
    }

    /// The groups are those of `[elements]`; where it names none, those of the pages.
    fn check_group(&mut self, maker: &Maker<'_>, group: &str, span: crate::base::Span) {
        let mut groups: BTreeSet<&str> = maker.elements.groups.iter().map(String::as_str).collect();
        if groups.is_empty() {
            groups = maker.slots.iter().map(|s| s.group.as_str()).filter(|g| !g.is_empty()).collect();
        }
        if group.is_empty() || groups.contains(group) {
            return;
        }
        let message = words!("there is no group `{group}`", "không có nhóm `{group}`");
        let help = match nearest(group, groups.iter().copied()) {
            Some(near) => words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"),
            None => words!(
                "name it in `groups` of `[elements]` in `handbook.toml`",
                "hãy khai báo nó trong `groups` của `[elements]` ở `handbook.toml`"
            ),
        };
        let finding = Diagnostic::error(codes::UNKNOWN_ID, message).help(help);
        self.findings.push(finding.at_text(&self.origin.text, span));
    }

    fn citation(&mut self, citation: &mut Citation) {
        let maker = self.take_from(&[Stock::Records]);
        if let Some(source) = maker.sources.get(&citation.id) {
            Said { text: citation.label, lang: citation.lang } = source_label(source);
            citation.target = maker.source_target(&citation.id);
            return;
        }
        citation.target = Target::Broken;
        let known = maker.sources.keys().map(String::as_str).collect();
        let finding = data::unknown("source", &citation.id, &known);
        self.findings.extend(finding.map(|f| f.at_text(&self.origin.text, citation.span)));
    }
}

impl Visitor for FillPass<'_> {
    fn block(&mut self, block: &mut Block) {
        let span = block.span;
        if let BlockKind::Directive(directive) = &mut block.kind {
            self.directive(directive, span);
        }
    }

    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: crate::base::Span) {
        walk::inlines(content, &mut |inline| {
            if let Inline::Citation(citation) = inline {
                self.citation(citation);
            }
        });
    }
}

/// Lines of lists are named after records, and links of the whole book lead to them: what else has such a name on
/// their page gives way.
fn lines_first(page: &mut Page, lines: &BTreeSet<String>) {
    let mut pass = GiveWay { ids: Ids::default(), lines, renamed: BTreeMap::new() };
    lines.iter().for_each(|id| _ = pass.ids.take(id));
    page.sections.iter().for_each(|section| _ = pass.ids.take(&section.id));
    walk::tree(&mut page.tree, &mut pass);
    for section in &mut page.sections {
        if let Some(id) = pass.renamed.get(&section.id) {
            section.id.clone_from(id);
        }
    }
}

struct GiveWay<'a> {
    ids: Ids,
    lines: &'a BTreeSet<String>,
    renamed: BTreeMap<String, String>,
}

impl GiveWay<'_> {
    fn rename(&mut self, id: &mut Option<String>) {
        if let Some(id) = id.as_mut().filter(|id| self.lines.contains(*id)) {
            let instead = self.ids.unique(id);
            self.renamed.insert(std::mem::replace(id, instead.clone()), instead);
        }
    }
}

impl Visitor for GiveWay<'_> {
    fn block(&mut self, block: &mut Block) {
        self.rename(&mut block.attributes.id);
        if let BlockKind::Clauses(clauses) = &mut block.kind {
            clauses.iter_mut().for_each(|clause| self.rename(&mut clause.id));
        }
    }
}
