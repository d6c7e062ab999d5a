//! The text of the lists that the book makes: documents, elements, sources, glossary, statistics.
//!
//! Owns which of their lines a result can open at: each term and each source has a section of its own.

use super::text::{Reader, Weight, lang_of};
use crate::content::markdown::generated::{Generated, PageLink, SourceLine, StatisticCard};
use crate::i18n::ui::Strings;

/// Reads a generated block.
pub(super) fn read<'a>(reader: &mut Reader<'a>, generated: &'a Generated) {
    match generated {
        Generated::Documents(lines) => {
            for line in lines {
                reader.facts(Weight::Heading, &[&titled(&line.page), &line.source.number]);
                let status = reader.strings.text(&format!("document-{}", line.status), &[]);
                let date = date(reader.strings, &line.source.date);
                let replaced = line.replaced_by.as_ref().map_or("", |source| source.label.as_str());
                reader.facts(Weight::Text, &[&date, &line.source.issuer, &status, replaced]);
            }
        }
        Generated::Elements(table) => {
            for slot in &table.slots {
                let page = slot.page.as_ref().map(titled).unwrap_or_default();
                reader.facts(Weight::Text, &[&slot.number.to_string(), &page]);
            }
        }
        Generated::Sources(lines) => {
            let outside = reader.anchor();
            lines.iter().for_each(|line| source(reader, line));
            reader.open(&outside, String::new(), Weight::Heading);
        }
        Generated::Glossary(lines) => {
            let outside = reader.anchor();
            for line in lines {
                reader.among(&line.term.lang, |reader| {
                    reader.open(&line.id, line.term.text.clone(), Weight::Subject);
                });
                let others = line.abbreviations.iter().chain(&line.aliases).map(String::as_str);
                reader.facts(Weight::Subject, &others.collect::<Vec<_>>());
                let definition = reader.words(&line.definition);
                reader.among(lang_of(&line.definition), |reader| reader.line(Weight::Text, definition));
                for (lang, term) in &line.translations {
                    reader.among(lang, |reader| reader.line(Weight::Heading, term.clone()));
                }
            }
            reader.open(&outside, String::new(), Weight::Heading);
        }
        Generated::Statistic(card) => statistic(reader, card),
    }
}

fn source<'a>(reader: &mut Reader<'a>, line: &'a SourceLine) {
    reader.among(&line.title.lang, |reader| {
        reader.open(&line.id, line.title.text.clone(), Weight::Heading);
    });
    let kind = reader.strings.text(&format!("source-kind-{}", line.kind), &[]);
    // As people call it: “letter 765”.
    reader.line(Weight::Heading, format!("{kind} {}", line.number));
    let date = date(reader.strings, &line.date);
    reader.facts(Weight::Text, &[&line.issuer, &date]);
}

fn statistic(reader: &mut Reader<'_>, card: &StatisticCard) {
    let value = format!("{} {}", card.value, card.unit);
    let as_of = date(reader.strings, &card.as_of);
    reader.facts(Weight::Text, &[value.trim(), &card.label, &as_of, &card.source.label]);
    reader.line(Weight::Text, card.note.text.clone());
    card.conflicts.iter().for_each(|other| statistic(reader, other));
}

/// A date as it is shown; nothing for none.
pub(super) fn date(strings: &Strings, iso: &str) -> String {
    if iso.is_empty() { String::new() } else { strings.date(iso) }
}

fn titled(page: &PageLink) -> String {
    page.number.as_ref().map_or_else(|| page.title.text.clone(), |number| format!("{number} {}", page.title))
}
