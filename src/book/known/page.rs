//! A page without its text, as bytes.

use std::sync::{Arc, LazyLock};

use crate::base::{SourceText, Stored, Unread};
use crate::book::model::{Element, IndexTerm, Page, Section, TextOrigin};
use crate::content::markdown::tree::Tree;
use crate::content::page::{DocumentRecord, ElementStatus, Entrance, PageKind};

/// The text of all pages that have none.
static NO_TEXT: LazyLock<Arc<SourceText>> = LazyLock::new(|| Arc::new(SourceText::empty()));

/// One of some values without fields, by its place among them.
fn one_of<T: Copy, const N: usize>(all: [T; N], from: &mut Unread<'_>) -> Option<T> {
    all.get(usize::from(u8::restore(from)?)).copied()
}

impl Page {
    /// Whether whoever looks at the page from outside, and does not read its text, sees the same in another.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        // Named one by one, so that nobody forgets to decide on a new one.
        let Self { source, path, text_locale, origin, kind, title, title_lang, title_id, number, .. } = self;
        let Self { description, description_lang, audience, sections, index_terms, anchors, part, .. } = self;
        let Self { ancestors, previous, next, aliases, updated, review_by, element, document, .. } = self;
        let Self { entrances, extra, tree: _, text: _, words: _, key: _, .. } = self;
        // That a translation has become stale is told on its own page.
        let same_origin = std::mem::discriminant(origin) == std::mem::discriminant(&other.origin);
        same_origin
            && (source, path, text_locale, kind, title)
                == (&other.source, &other.path, &other.text_locale, &other.kind, &other.title)
            && (title_lang, title_id, number) == (&other.title_lang, &other.title_id, &other.number)
            && (description, description_lang) == (&other.description, &other.description_lang)
            && (audience, sections, index_terms) == (&other.audience, &other.sections, &other.index_terms)
            && (anchors, part, ancestors) == (&other.anchors, &other.part, &other.ancestors)
            && (previous, next, aliases) == (&other.previous, &other.next, &other.aliases)
            && (updated, review_by, element) == (&other.updated, &other.review_by, &other.element)
            && (document, entrances, extra) == (&other.document, &other.entrances, &other.extra)
    }
}

impl Stored for Page {
    fn store(&self, to: &mut Vec<u8>) {
        self.source.store(to);
        self.path.store(to);
        self.text_locale.store(to);
        self.origin.store(to);
        to.push(self.kind as u8);
        self.title.store(to);
        self.title_lang.store(to);
        self.title_id.store(to);
        self.number.store(to);
        self.description.store(to);
        self.description_lang.store(to);
        self.audience.store(to);
        self.sections.store(to);
        self.index_terms.store(to);
        self.anchors.store(to);
        self.part.store(to);
        self.ancestors.store(to);
        self.previous.store(to);
        self.next.store(to);
        self.aliases.store(to);
        self.words.store(to);
        self.updated.store(to);
        self.review_by.store(to);
        self.element.store(to);
        self.document.store(to);
        self.entrances.store(to);
        // Maps of texts and numbers: nothing that cannot be written.
        serde_json::to_string(&self.extra).unwrap_or_default().store(to);
        self.key.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self {
            source: Stored::restore(from)?,
            path: Stored::restore(from)?,
            text_locale: Stored::restore(from)?,
            origin: Stored::restore(from)?,
            kind: one_of([PageKind::Chapter, PageKind::Start, PageKind::Document, PageKind::Element], from)?,
            title: Stored::restore(from)?,
            title_lang: Stored::restore(from)?,
            title_id: Stored::restore(from)?,
            number: Stored::restore(from)?,
            description: Stored::restore(from)?,
            description_lang: Stored::restore(from)?,
            audience: Stored::restore(from)?,
            sections: Stored::restore(from)?,
            index_terms: Stored::restore(from)?,
            anchors: Stored::restore(from)?,
            part: Stored::restore(from)?,
            ancestors: Stored::restore(from)?,
            previous: Stored::restore(from)?,
            next: Stored::restore(from)?,
            aliases: Stored::restore(from)?,
            words: Stored::restore(from)?,
            updated: Stored::restore(from)?,
            review_by: Stored::restore(from)?,
            element: Stored::restore(from)?,
            document: Stored::restore(from)?,
            entrances: Stored::restore(from)?,
            extra: serde_json::from_str(&String::restore(from)?).ok()?,
            key: Stored::restore(from)?,
            tree: Tree::default(),
            text: Arc::clone(&NO_TEXT),
        })
    }
}

impl Stored for TextOrigin {
    fn store(&self, to: &mut Vec<u8>) {
        match self {
            Self::Source => to.push(0),
            Self::Whole { stale, made } => {
                to.push(1);
                (*stale).store(to);
                made.store(to);
            }
            Self::Catalog { percent, notice } => to.extend([2, *percent, u8::from(*notice)]),
            Self::Fallback => to.push(3),
        }
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(match u8::restore(from)? {
            0 => Self::Source,
            1 => Self::Whole { stale: Stored::restore(from)?, made: Stored::restore(from)? },
            2 => Self::Catalog { percent: Stored::restore(from)?, notice: Stored::restore(from)? },
            3 => Self::Fallback,
            _ => return None,
        })
    }
}

impl Stored for Section {
    fn store(&self, to: &mut Vec<u8>) {
        to.push(self.level);
        self.id.store(to);
        self.title.store(to);
        self.number.store(to);
        self.lang.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (level, id, title) = (Stored::restore(from)?, Stored::restore(from)?, Stored::restore(from)?);
        Some(Self { level, id, title, number: Stored::restore(from)?, lang: Stored::restore(from)? })
    }
}

impl Stored for IndexTerm {
    fn store(&self, to: &mut Vec<u8>) {
        self.entry.store(to);
        self.section.store(to);
        self.lang.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self { entry: Stored::restore(from)?, section: Stored::restore(from)?, lang: Stored::restore(from)? })
    }
}

impl Stored for Element {
    fn store(&self, to: &mut Vec<u8>) {
        self.number.store(to);
        self.group.store(to);
        to.push(self.status as u8);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (number, group) = (Stored::restore(from)?, Stored::restore(from)?);
        Some(Self { number, group, status: one_of([ElementStatus::Official, ElementStatus::AwaitingSource], from)? })
    }
}

impl Stored for DocumentRecord {
    fn store(&self, to: &mut Vec<u8>) {
        self.id.store(to);
        self.status.store(to);
        self.replaced_by.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        let (id, status) = (Stored::restore(from)?, Stored::restore(from)?);
        Some(Self { id, status, replaced_by: Stored::restore(from)? })
    }
}

impl Stored for Entrance {
    fn store(&self, to: &mut Vec<u8>) {
        self.role.store(to);
        self.title.store(to);
        self.promise.store(to);
        self.steps.store(to);
        self.title_lang.store(to);
        self.promise_lang.store(to);
    }

    fn restore(from: &mut Unread<'_>) -> Option<Self> {
        Some(Self {
            role: Stored::restore(from)?,
            title: Stored::restore(from)?,
            promise: Stored::restore(from)?,
            steps: Stored::restore(from)?,
            title_lang: Stored::restore(from)?,
            promise_lang: Stored::restore(from)?,
        })
    }
}
