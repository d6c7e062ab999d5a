//! The HTML of the lists that the book makes: documents, elements, sources, glossary, statistics.

use super::escape;
use super::writer::Writer;
use crate::base::{Direction, Said};
use crate::content::markdown::generated::{
    DocumentLine, ElementSlot, ElementTable, Generated, GlossaryLine, PageLink, SourceLine, SourceRef, StatisticCard,
};
use crate::content::markdown::tree::Block;
use crate::content::page::ElementStatus;

impl Writer<'_> {
    pub(super) fn generated(&mut self, block: &Block, generated: &Generated) {
        match generated {
            Generated::Documents(lines) => {
                self.open("ol", "documents", block);
                lines.iter().for_each(|line| self.document(line));
                self.close("ol");
            }
            Generated::Elements(table) => self.elements(block, table),
            Generated::Sources(lines) => {
                self.open("ul", "sources", block);
                lines.iter().for_each(|line| self.source(line));
                self.close("ul");
            }
            Generated::Glossary(lines) => self.glossary(block, lines),
            Generated::Statistic(card) => self.statistic(block, card),
        }
    }

    fn document(&mut self, line: &DocumentLine) {
        self.out.push_str("<li");
        self.attribute("class", &format!("document status-{}", line.status));
        self.out.push_str("><p class=\"document-date\">");
        self.date(&line.source.date);
        self.out.push_str("</p><p class=\"document-title\">");
        self.page_link(&line.page);
        self.out.push_str("</p>");
        self.facts("document-facts", [&line.source.number.as_str().into(), &line.source.issuer]);
        self.out.push_str("<p class=\"status\">");
        self.label(&format!("document-{}", line.status));
        self.out.push_str("</p>");
        if let Some(replacement) = &line.replaced_by {
            self.out.push_str("<p class=\"document-replaced-by\">");
            self.source_sentence("document-replaced-by", replacement);
            self.out.push_str("</p>");
        }
        self.close("li");
    }

    fn date(&mut self, iso: &str) {
        if iso.is_empty() {
            return self.label("document-date-unknown");
        }
        self.out.push_str("<time");
        self.attribute("datetime", iso);
        self.out.push('>');
        self.text(&self.context.labels.date(iso));
        self.out.push_str("</time>");
    }

    /// What is known, side by side.
    fn facts<'f>(&mut self, class: &str, facts: impl IntoIterator<Item = &'f Said>) {
        let known: Vec<&Said> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        if known.is_empty() {
            return;
        }
        let apart = self.context.labels.direction() == Direction::Rtl;
        self.out.push_str("<p");
        self.attribute("class", class);
        self.out.push('>');
        for (at, fact) in known.into_iter().enumerate() {
            if at > 0 {
                self.text(" · ");
            }
            // A fact that begins with figures must not run into its neighbour.
            if apart {
                self.out.push_str("<bdi>");
                self.said(fact);
                self.out.push_str("</bdi>");
            } else {
                self.said(fact);
            }
        }
        self.out.push_str("</p>");
    }

    /// Words that say their language where it is not that of the text around them.
    fn said(&mut self, said: &Said) {
        if said.lang.is_empty() {
            self.text(&said.text)
        } else {
            self.foreign(&said.lang, |writer| writer.text(&said.text))
        }
    }

    fn paragraph(&mut self, class: &str, text: &str) {
        self.out.push_str("<p");
        self.attribute("class", class);
        self.out.push('>');
        self.text(text);
        self.out.push_str("</p>");
    }

    fn page_link(&mut self, page: &PageLink) {
        self.out.push_str("<a");
        self.attribute("href", &self.context.page.address_of(&page.path));
        self.out.push('>');
        if let Some(number) = &page.number {
            self.text(number);
            self.out.push(' ');
        }
        self.said(&page.title);
        self.out.push_str("</a>");
    }

    fn source_link(&mut self, source: &SourceRef, words: &[Said]) {
        let href = self.href(&source.target);
        if let Some(href) = &href {
            self.out.push_str("<a");
            self.attribute("href", href);
            self.out.push('>');
        }
        words.iter().for_each(|said| self.said(said));
        if href.is_some() {
            self.out.push_str("</a>");
        }
    }

    /// A sentence of the interface that names a source.
    fn source_sentence(&mut self, key: &str, source: &SourceRef) {
        let sentence = self.context.labels.label_with(key, "title", Said::HOLE);
        self.source_link(source, &source.label.within(&sentence));
    }

    fn source(&mut self, line: &SourceLine) {
        self.out.push_str("<li");
        self.attribute("class", &format!("source source-{}", line.status));
        self.attribute("id", &line.id);
        self.out.push_str("><p class=\"source-title\">");
        if line.url.is_empty() || !escape::is_safe(&line.url) {
            self.said(&line.title);
        } else {
            self.out.push_str("<a class=\"external\" rel=\"noopener\"");
            self.attribute("href", &escape::address(&line.url));
            self.out.push('>');
            self.said(&line.title);
            self.out.push_str("</a>");
        }
        self.out.push_str("</p>");
        let labels = self.context.labels;
        let kind = labels.label(&format!("source-kind-{}", line.kind));
        let status = labels.label(&format!("source-status-{}", line.status));
        let date = if line.date.is_empty() { labels.label("document-date-unknown") } else { labels.date(&line.date) };
        let own = |words: &str| Said::from(words);
        let facts = [own(&kind), own(&line.number), line.issuer.clone(), own(&date), own(&status)];
        self.facts("source-facts", &facts);
        if let Some(via) = &line.via {
            self.out.push_str("<p class=\"source-via\">");
            self.source_sentence("source-via", via);
            self.out.push_str("</p>");
        }
        if !line.pages.is_empty() {
            self.paragraph("source-pages-label", &labels.label("source-pages"));
            self.out.push_str("<ul class=\"source-pages\">");
            for page in &line.pages {
                self.out.push_str("<li>");
                self.page_link(page);
                self.close("li");
            }
            self.close("ul");
        }
        self.close("li");
    }

    fn elements(&mut self, block: &Block, table: &ElementTable) {
        self.tables += 1;
        let name = self.context.labels.label("table-scroll");
        self.out.push_str("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &format!("{name} ({})", self.tables));
        self.out.push('>');
        self.open("table", "elements", block);
        self.out.push_str("<thead><tr>");
        for column in ["element-column-number", "element-column-name", "element-column-group", "element-column-status"]
        {
            self.out.push_str("<th scope=\"col\">");
            self.label(column);
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead><tbody>\n");
        // The framework's map leads to the slots that have no page yet; of a page's tables, to the first.
        let anchored = table.group.is_empty() && !std::mem::replace(&mut self.slots, true);
        table.slots.iter().for_each(|slot| self.slot(slot, anchored));
        self.out.push_str("</tbody>");
        self.close("table");
        self.close("div");
    }

    fn slot(&mut self, slot: &ElementSlot, anchored: bool) {
        let status = match slot.status {
            ElementStatus::Official => "official",
            ElementStatus::AwaitingSource => "awaiting-source",
        };
        let labels = self.context.labels;
        self.out.push_str(&format!("<tr class=\"{status}\""));
        if anchored && slot.page.is_none() {
            self.attribute("id", &slot_anchor(slot.number));
        }
        self.out.push_str(&format!("><td>{}</td><td>", slot.number));
        match &slot.page {
            Some(page) => self.page_link(page),
            None => self.text(&labels.label_with("element-number", "number", &slot.number.to_string())),
        }
        self.out.push_str("</td><td>");
        let group = if slot.group.is_empty() { "other" } else { &slot.group };
        self.label(&format!("group-{group}"));
        self.out.push_str("</td><td class=\"status\">");
        self.label(&format!("element-{status}"));
        self.out.push_str("</td></tr>\n");
    }

    fn glossary(&mut self, block: &Block, lines: &[GlossaryLine]) {
        self.open("div", "glossary", block);
        for group in lines.chunk_by(|a, b| a.letter == b.letter) {
            if let Some(first) = group.first().filter(|line| !line.letter.is_empty()) {
                self.out.push_str("<p class=\"glossary-letter\">");
                // A letter is one of the alphabet of the terms below it.
                self.said(&Said::new(first.letter.as_str(), &first.term.lang));
                self.out.push_str("</p>");
            }
            self.out.push_str("<dl class=\"glossary-terms\">");
            group.iter().for_each(|line| self.term(line));
            self.close("dl");
        }
        self.close("div");
    }

    fn term(&mut self, line: &GlossaryLine) {
        self.out.push_str("<div class=\"glossary-term\"");
        self.attribute("id", &line.id);
        self.out.push_str("><dt>");
        self.said(&line.term);
        self.self_link(&line.id, &line.term);
        self.out.push_str("</dt>");
        let others: Vec<&str> = line.abbreviations.iter().chain(&line.aliases).map(String::as_str).collect();
        if !others.is_empty() {
            self.out.push_str("<dd class=\"glossary-others\">");
            self.said(&Said::new(others.join(" · "), &line.aliases_lang));
            self.out.push_str("</dd>");
        }
        self.out.push_str("<dd>");
        self.inlines(&line.definition);
        self.out.push_str("</dd>");
        for (lang, term) in &line.translations {
            self.out.push_str("<dd class=\"glossary-translation\"");
            self.language(lang);
            self.out.push('>');
            self.text(term);
            self.out.push_str("</dd>");
        }
        self.close("div");
    }

    fn statistic(&mut self, block: &Block, card: &StatisticCard) {
        self.anchors(block);
        self.open("div", "statistic", block);
        self.statistic_facts(card);
        for other in &card.conflicts {
            self.out.push_str("<div class=\"statistic-conflict\">");
            self.paragraph("statistic-conflict-label", &self.context.labels.label("label-conflict"));
            self.statistic_facts(other);
            self.out.push_str("</div>");
        }
        self.close("div");
    }

    fn statistic_facts(&mut self, card: &StatisticCard) {
        let labels = self.context.labels;
        self.out.push_str("<p class=\"statistic-value\">");
        self.text(&card.value);
        if !card.unit.is_empty() {
            self.out.push_str(" <span class=\"statistic-unit\">");
            self.said(&card.unit);
            self.out.push_str("</span>");
        }
        self.out.push_str("</p>");
        self.facts("statistic-label", [&card.label]);
        if !card.as_of.is_empty() {
            let words = labels.label_with("label-as-of", "date", &labels.date(&card.as_of));
            self.paragraph("statistic-as-of", &words);
        }
        if !card.source.label.is_empty() {
            self.out.push_str("<p class=\"statistic-source\">");
            self.label("label-source");
            self.out.push_str(": ");
            self.source_link(&card.source, std::slice::from_ref(&card.source.label));
            self.out.push_str("</p>");
        }
        self.facts("statistic-note", [&card.note]);
    }
}

/// Where a slot of the framework stands on a page that lists them all.
#[must_use]
pub fn slot_anchor(number: u32) -> String {
    format!("_element-{number}")
}
