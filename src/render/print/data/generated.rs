//! Directives, and the lists that the book makes: documents, elements, sources, glossary, statistics.

use super::keep;
use super::parts::{Chaptered, Entry, Facts, Inline, Inlines, Kind, Letter, Node, Record, Table, Translation};
use super::text::clean;
use super::writer::Writer;
use crate::base::{Locale, Said, is_safe};
use crate::content::markdown::generated::{
    DocumentLine, ElementSlot, ElementTable, Generated, GlossaryLine, PageLink, SourceLine, SourceRef, StatisticCard,
};
use crate::content::markdown::tree::{Directive, Target};
use crate::content::page::ElementStatus;
use crate::i18n::ui::Value;

impl<'a> Writer<'a> {
    pub(super) fn directive(&mut self, directive: &'a Directive) -> Option<Kind> {
        if let Some(generated) = &directive.generated {
            return Some(self.generated(generated));
        }
        let key = format!("label-{}", directive.name);
        let label = if self.words.has(&key) { self.label(&key) } else { String::new() };
        let title = self.held(|w| w.line(&directive.title));
        let mut b = self.blocks(&directive.blocks);
        if b.is_empty() && title.is_empty() {
            return None;
        }
        let short = self.measure.keeps_box(&b);
        if !short {
            keep::pieces(&mut b, self.measure);
        }
        Some(Kind::Frame { name: directive.name.clone(), label, title, b, short, room: 0.0 })
    }

    fn generated(&mut self, generated: &'a Generated) -> Kind {
        match generated {
            Generated::Documents(lines) => {
                Kind::Documents { items: lines.iter().map(|line| self.document(line)).collect() }
            }
            Generated::Elements(table) => Kind::Table(self.elements(table)),
            Generated::Sources(lines) => {
                Kind::Sources { items: lines.iter().map(|line| self.source_line(line)).collect() }
            }
            Generated::Glossary(lines) => Kind::Glossary { groups: self.glossary(lines) },
            Generated::Statistic(card) => {
                let conflict = self.label("label-conflict");
                let others = card.conflicts.iter().map(|other| (conflict.clone(), other));
                let all: Vec<_> = std::iter::once((String::new(), &**card)).chain(others).collect();
                Kind::Statistic { facts: all.into_iter().map(|(remark, card)| self.statistic(remark, card)).collect() }
            }
        }
    }

    fn plain_text(&mut self, text: &str) -> String {
        let text = clean(text.trim());
        self.seen(&text)
    }

    fn said(&mut self, key: &str, name: &str, value: &str) -> String {
        let words = self.words.text(key, &[(name, Value::Text(value))]);
        self.plain_text(&words)
    }

    /// Words that say their language where it is not that of the text around them.
    pub(super) fn told(&mut self, said: &Said) -> Inline {
        let words = Inline::Text(self.seen(&clean(&said.text)));
        if said.lang.is_empty() {
            return words;
        }
        let dir = said.lang.parse::<Locale>().map_or("ltr", |locale| locale.direction().as_str());
        Inline::Node(Node::Lang { lang: said.lang.clone(), dir, c: vec![words] })
    }

    fn day(&mut self, iso: &str) -> String {
        if iso.is_empty() {
            return self.label("document-date-unknown");
        }
        let words = self.words.date(iso);
        self.plain_text(&words)
    }

    fn page_line(&mut self, page: &PageLink) -> Inline {
        let number = page.number.as_ref().map(|n| format!("{n} ")).unwrap_or_default();
        let target = Target::Page { path: page.path.clone(), anchor: None };
        let words = format!("{number}{}", page.title);
        let c = self.line_of(&[number.as_str().into(), page.title.clone()]);
        self.lead(&target, &words, c, false)
    }

    fn source_words(&mut self, source: &SourceRef, words: &[Said]) -> Inlines {
        let c = self.line_of(words);
        vec![self.lead(&source.target, "", c, true)]
    }

    /// A sentence of the interface that names a source.
    fn source_sentence(&mut self, key: &str, source: &SourceRef) -> Inlines {
        let sentence = self.words.text(key, &[("title", Value::Text(Said::HOLE))]);
        self.source_words(source, &source.label.within(&sentence))
    }

    /// Words beside each other; those that are empty are left out.
    fn line_of(&mut self, words: &[Said]) -> Inlines {
        words.iter().filter(|said| !said.is_empty()).map(|said| self.told(said)).collect()
    }

    fn document(&mut self, line: &DocumentLine) -> Record {
        let replaced = line.replaced_by.as_ref().map(|by| self.source_sentence("document-replaced-by", by));
        Record {
            ids: Vec::new(),
            date: self.day(&line.source.date),
            title: vec![self.page_line(&line.page)],
            facts: self.line_of(&[line.source.number.as_str().into(), line.source.issuer.clone()]),
            status: self.label(&format!("document-{}", line.status)),
            more: replaced.into_iter().collect(),
        }
    }

    fn source_line(&mut self, line: &SourceLine) -> Record {
        let ids = self.label_here(&line.id).into_iter().collect();
        let words = self.told(&line.title);
        let title = if line.url.is_empty() || !is_safe(&line.url) {
            words
        } else {
            let (form, n) = self.form(&line.url, &line.title);
            Inline::Node(Node::Link { to: line.url.clone(), c: vec![words], form, n })
        };
        let kind = self.label(&format!("source-kind-{}", line.kind));
        let date = self.day(&line.date);
        let via = line.via.as_ref().map(|via| self.source_sentence("source-via", via));
        let pages = self.pages(&line.id, &line.pages);
        Record {
            ids,
            date: date.clone(),
            title: vec![title],
            facts: self.line_of(&[
                kind.as_str().into(),
                line.number.as_str().into(),
                line.issuer.clone(),
                date.as_str().into(),
            ]),
            status: self.label(&format!("source-status-{}", line.status)),
            more: via.into_iter().chain(pages).collect(),
        }
    }

    /// “Used on pages: 12, 41”; of a page that is printed alone “Used on: 2.1 …; 3 …”.
    fn pages(&mut self, id: &str, pages: &[PageLink]) -> Option<Inlines> {
        if pages.is_empty() {
            return None;
        }
        let label = self.label("source-pages");
        let mut line = vec![Inline::Text(format!("{label}: "))];
        if self.book.order.page.is_none() {
            let place = |page: &PageLink| Chaptered { to: super::label(&page.path, None), title: clean(&page.title) };
            let of = super::label(&self.page.path, Some(id));
            line.push(Inline::Node(Node::Pages { of, places: pages.iter().map(place).collect() }));
            return Some(line);
        }
        // Alone, a page has no others: their titles say which they are.
        for (at, page) in pages.iter().enumerate() {
            if at > 0 {
                line.push(Inline::Text("; ".to_owned()));
            }
            let page = self.held(|w| w.page_line(page));
            line.push(page);
        }
        Some(line)
    }

    fn elements(&mut self, table: &ElementTable) -> Table {
        let columns = ["element-column-number", "element-column-name", "element-column-group", "element-column-status"];
        let head = columns.map(|key| vec![Inline::Text(self.label(key))]).to_vec();
        let rows = table.slots.iter().map(|slot| self.slot(slot)).collect();
        let align = vec!["end", "start", "start", "start"];
        Table {
            columns: vec![0.0, 4.0, 4.0, 3.0],
            words: Vec::new(),
            align,
            head,
            rows,
            caption: Vec::new(),
            named_rows: false,
            short: false,
            low: true,
            paired: true,
            form: false,
        }
    }

    fn slot(&mut self, slot: &ElementSlot) -> Vec<Inlines> {
        let number = slot.number.to_string();
        let name = match &slot.page {
            Some(page) => self.page_line(page),
            None => Inline::Text(self.said("element-number", "number", &number)),
        };
        let group = format!("group-{}", if slot.group.is_empty() { "other" } else { &slot.group });
        let group = if self.words.has(&group) { self.label(&group) } else { self.plain_text(&slot.group) };
        let status = match slot.status {
            ElementStatus::Official => self.label("element-official"),
            ElementStatus::AwaitingSource => self.label("element-awaiting-source"),
        };
        vec![vec![Inline::Text(number)], vec![name], vec![Inline::Text(group)], vec![Inline::Text(status)]]
    }

    fn glossary(&mut self, lines: &'a [GlossaryLine]) -> Vec<Letter> {
        let groups = lines.chunk_by(|a, b| a.letter == b.letter);
        groups
            .map(|group| Letter {
                letter: group.first().map(|line| line.letter.clone()).unwrap_or_default(),
                terms: group.iter().map(|line| self.glossary_term(line)).collect(),
            })
            .collect()
    }

    fn glossary_term(&mut self, line: &'a GlossaryLine) -> Entry {
        let ids = self.label_here(&line.id).into_iter().collect();
        let others = line.abbreviations.iter().chain(&line.aliases).map(|word| self.plain_text(word)).collect();
        let translation = |(tag, term): &(String, String)| Translation {
            dir: tag.parse::<Locale>().map_or("ltr", |locale| locale.direction().as_str()),
            lang: tag.clone(),
            term: clean(term),
        };
        let translations: Vec<Translation> = line.translations.iter().map(translation).collect();
        translations.iter().for_each(|t| drop(self.seen(&t.term)));
        let term = self.told(&line.term);
        let definition = self.held(|w| w.line(&line.definition));
        Entry { ids, entry: self.entry(&line.term), term, others, definition, translations }
    }

    fn statistic(&mut self, remark: String, card: &StatisticCard) -> Facts {
        let as_of = self.words.date(&card.as_of);
        Facts {
            remark,
            value: self.plain_text(&card.value),
            unit: self.told(&card.unit),
            label: self.told(&card.label),
            as_of: if card.as_of.is_empty() { String::new() } else { self.said("label-as-of", "date", &as_of) },
            source_label: self.label("label-source"),
            source: match card.source.label.is_empty() {
                true => Vec::new(),
                false => {
                    let words = self.source_words(&card.source, std::slice::from_ref(&card.source.label));
                    words.into_iter().map(Inline::citing).collect()
                }
            },
            note: self.told(&card.note),
        }
    }
}
