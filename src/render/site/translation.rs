//! The page that tells how far each language has got.
//!
//! Owns what it shows; the counting is `i18n`'s. Every language has the page, in its own words, about all languages.

use super::frame::{Frame, translation};
use super::links::Links;
use super::view::{Line, Translation, TranslationCounts, TranslationLanguage, TranslationPage, View};
use crate::base::RelPath;
use crate::book::model::Book;
use crate::i18n::translation::status::{Counts, LocaleStatus, PageStatus, Way};

/// The page's path and view; `None` where nobody asked for it.
pub fn view(frame: &Frame<'_>) -> Option<(RelPath, View)> {
    if !frame.options.translation_page {
        return None;
    }
    let path = translation(frame.book);
    let links = Links::From(path.clone());
    let mut view = frame.view(&links);
    let title = frame.strings.text("translation-title", &[]);
    view.head.title = format!("{title} · {}", frame.book.locale.title);
    view.head.noindex = true;
    view.languages = frame.languages(&links, |book, _| translation(book));
    let languages = frame.options.translation.iter().filter_map(|status| language(frame, &links, status)).collect();
    view.translation = Some(Translation { languages });
    Some((path, view))
}

/// A language that this build has left out is not told of.
fn language(frame: &Frame<'_>, links: &Links, status: &LocaleStatus) -> Option<TranslationLanguage> {
    let book = frame.handbook.books.iter().find(|book| book.locale.locale.as_str() == status.locale)?;
    let number = |count: usize| number(frame, count);
    Some(TranslationLanguage {
        lang: status.locale.clone(),
        dir: book.locale.direction.as_str(),
        name: book.locale.name.clone(),
        counts: counts(frame, &status.counts),
        whole: number(status.whole),
        stale: number(status.stale),
        pages: status.pages.iter().filter_map(|of| page(frame, links, book, of)).collect(),
        elsewhere: (status.elsewhere.all() > 0).then(|| counts(frame, &status.elsewhere)),
    })
}

fn page(frame: &Frame<'_>, links: &Links, book: &Book, status: &PageStatus) -> Option<TranslationPage> {
    let page = super::same_page(book, &RelPath::new(&status.path).ok()?)?;
    let line = Line {
        title: page.title.clone(),
        href: links.to(&page.path),
        number: page.number.clone().unwrap_or_default(),
        lang: frame.lang(page),
    };
    Some(TranslationPage {
        page: line,
        way: match status.way {
            Way::Whole => "whole",
            Way::Stale => "stale",
            Way::Unstamped => "unstamped",
            Way::Catalog => "catalog",
        },
        date: status.date.as_ref().map(|date| frame.strings.date(date)).unwrap_or_default(),
        counts: (status.way == Way::Catalog).then(|| counts(frame, &status.counts)),
    })
}

fn counts(frame: &Frame<'_>, counts: &Counts) -> TranslationCounts {
    TranslationCounts {
        percent: counts.percent(),
        translated: number(frame, counts.translated),
        fuzzy: number(frame, counts.fuzzy),
        missing: number(frame, counts.missing),
        words: number(frame, counts.words),
        words_left: number(frame, counts.words_left),
    }
}

fn number(frame: &Frame<'_>, count: usize) -> String {
    frame.strings.number(i64::try_from(count).unwrap_or(i64::MAX))
}
