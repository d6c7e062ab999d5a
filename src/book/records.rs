//! The data files in one locale's words, and the short names by which they are cited.
//!
//! Owns the choice of words: the locale's, else the source locale's. Which page shows what is `generated`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{SourceRecord, Statistic, Term};
use crate::base::{Locale, Said};
use crate::content::data::{Data, LocalText};
use crate::i18n::collate::Collator;
use crate::i18n::numbers::decimal;

/// The data of one book.
pub struct Records {
    /// Terms in the locale's order.
    pub glossary: Vec<Term>,
    /// Sources by id.
    pub sources: BTreeMap<String, SourceRecord>,
    /// Statistics by id.
    pub statistics: BTreeMap<String, Statistic>,
}

impl Records {
    /// The data in the words of `locale`.
    #[must_use]
    pub fn new(data: &Data, locale: &Locale, source: &Locale, locales: &[&Locale]) -> Self {
        let words = |text: &LocalText| text.get(locale, source);
        let sources = data.sources.iter().map(|s| SourceRecord {
            id: s.id.clone(),
            short: words(&s.short),
            number: s.number.clone(),
            date: s.date.clone(),
            kind: s.kind.clone(),
            status: s.status.clone(),
            via: s.via.clone(),
            issuer: words(&s.issuer),
            title: words(&s.title),
            url: s.url.clone(),
        });
        let statistics = data.statistics.iter().map(|s| Statistic {
            id: s.id.clone(),
            value: if s.numeric { decimal(&s.value, locale) } else { s.value.clone() },
            unit: words(&s.unit),
            label: words(&s.label),
            as_of: s.as_of.clone(),
            source: s.source.clone(),
            conflicts: conflicts(data, &s.id),
            note: words(&s.note),
        });
        Self {
            glossary: glossary(data, locale, source, locales),
            sources: sources.map(|s| (s.id.clone(), s)).collect(),
            statistics: statistics.map(|s| (s.id.clone(), s)).collect(),
        }
    }
}

/// A contradiction holds both ways, whichever of the two names it; in the order of the file.
fn conflicts(data: &Data, id: &str) -> Vec<String> {
    let named: BTreeSet<&str> = data
        .statistics
        .iter()
        .flat_map(|s| s.conflicts.iter().map(move |c| (s.id.as_str(), c.as_str())))
        .filter_map(|(a, b)| if a == id { Some(b) } else { (b == id).then_some(a) })
        .collect();
    data.statistics.iter().map(|s| s.id.as_str()).filter(|s| *s != id && named.contains(s)).map(str::to_owned).collect()
}

fn glossary(data: &Data, locale: &Locale, source: &Locale, locales: &[&Locale]) -> Vec<Term> {
    let lists = |map: &BTreeMap<String, Vec<String>>| -> (Vec<String>, &Locale) {
        let own = [locale.as_str(), locale.language()].iter().find_map(|tag| map.get(*tag));
        let (list, lang) = own.map_or((map.get(""), source), |own| (Some(own), locale));
        (list.cloned().unwrap_or_default(), lang)
    };
    let mut terms: Vec<Term> = data
        .glossary
        .iter()
        .map(|t| Term {
            id: t.id.clone(),
            term: t.term.get(locale, source),
            definition: t.definition.get(locale, source),
            abbreviations: lists(&t.abbreviations).0,
            aliases: lists(&t.aliases).0,
            aliases_lang: lists(&t.aliases).1.to_string(),
            translations: locales
                .iter()
                .filter(|other| **other != locale)
                .filter_map(|other| Some((other.to_string(), t.term.0.get(other.as_str())?.clone())))
                .collect(),
            link: t.link,
        })
        .filter(|t| !t.term.is_empty())
        .collect();
    Collator::new(locale).sort_by_key(&mut terms, |t| (t.term.as_str(), t.id.as_str()));
    terms
}

/// What a citation prints: the source's short name, else its number, else its title.
#[must_use]
pub fn source_label(source: &SourceRecord) -> Said {
    let number = Said::from(source.number.as_str());
    let names = [&source.short, &number, &source.title];
    names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

/// A statistic in one line: “56 tỉnh, thành phố đã có Quy chế (2020-06)”.
#[must_use]
pub fn in_line(statistic: &Statistic) -> Said {
    let words = [&statistic.value, &statistic.unit.text, &statistic.label.text];
    let words: Vec<&str> = words.iter().map(|w| w.as_str()).filter(|w| !w.is_empty()).collect();
    let date = if statistic.as_of.is_empty() { String::new() } else { format!(" ({})", statistic.as_of) };
    Said::new(words.join(" ") + &date, &statistic.label.lang)
}
