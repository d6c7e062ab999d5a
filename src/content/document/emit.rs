//! Writes a planned letter as marked-up text, every byte with its origin.

use std::ops::Range;

use super::emphasis;
use super::plan::{Letter, Part};
use super::words;
use crate::base::SourceText;
use crate::content::clauses::label::{self, LabelKind};

pub(super) fn emit(source: &SourceText, letter: &Letter, parts: &[Part]) -> SourceText {
    let mut writer = Writer { source, letter, out: SourceText::empty() };
    for part in parts {
        writer.part(part);
    }
    writer.out
}

struct Writer<'a, 't> {
    source: &'a SourceText,
    letter: &'a Letter<'t>,
    out: SourceText,
}

impl Writer<'_, '_> {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Letterhead(range) => self.directive("letterhead", range),
            Part::Recipients(range) => self.directive("recipients", range),
            Part::Signature(range) => self.directive("signature", range),
            Part::Clauses(range) => self.directive("clauses", range),
            Part::Title(para) => self.heading(*para, 1, ""),
            Part::Heading { para, level, id } => self.heading(*para, usize::from(*level), id),
            Part::Text(para) => {
                if !self.letter.joined[*para] {
                    self.gap(*para);
                }
                self.paragraph(*para);
            }
            Part::Raw(para) => {
                self.gap(*para);
                let para = &self.letter.paras[*para];
                self.out.push_from(self.source, para.start()..para.end());
                self.instead(para.end(), "\n");
            }
        }
    }

    /// Text of ours where byte `at` of the letter stands.
    fn instead(&mut self, at: usize, text: &str) {
        let at = at.min(self.source.text().len().saturating_sub(1));
        self.out.push_instead_from(self.source, at, text);
    }

    fn gap(&mut self, para: usize) {
        self.instead(self.letter.paras[para].start(), "\n");
    }

    fn directive(&mut self, name: &str, range: &Range<usize>) {
        let start = self.letter.paras[range.start].start();
        let end = self.letter.paras[range.end - 1].end();
        self.instead(start, &format!("\n:::{name}\n"));
        for index in range.clone() {
            if index > range.start && !self.letter.joined[index] && !(name != "clauses" && self.in_list(index)) {
                self.gap(index);
            }
            if index > range.start && self.in_list(index) {
                let indent = self.letter.paras[index].indent;
                self.instead(self.letter.paras[index].start(), &" ".repeat(indent.min(8)));
            }
            self.paragraph(index);
        }
        self.instead(end, ":::\n");
    }

    /// Whether a paragraph is a dash right after another.
    fn in_list(&self, index: usize) -> bool {
        let dash = |index: usize| self.letter.label(index).is_some_and(|label| label.kind >= LabelKind::Dash);
        dash(index) && index.checked_sub(1).is_some_and(dash)
    }

    fn heading(&mut self, index: usize, level: usize, id: &str) {
        let para = &self.letter.paras[index];
        let bold = words::is_bold(&para.joined(self.letter.text));
        self.instead(para.start(), &format!("\n{} ", "#".repeat(level)));
        let last = para.lines.len() - 1;
        for (number, line) in para.lines.iter().enumerate() {
            let start = line.start + if bold && number == 0 { 2 } else { 0 };
            let end = line.end - if bold && number == last { 2 } else { 0 };
            if number > 0 {
                self.instead(start, " ");
            }
            self.stretch(start..end);
        }
        let id = if id.is_empty() { "\n".to_owned() } else { format!(" {{#{id}}}\n") };
        self.instead(para.end(), &id);
    }

    fn paragraph(&mut self, index: usize) {
        let para = &self.letter.paras[index];
        self.stretch(para.start()..para.end());
        self.instead(para.end(), "\n");
    }

    /// A stretch of the letter with its small repairs. Space at the line ends and starts goes.
    fn stretch(&mut self, range: Range<usize>) {
        let text = self.letter.text;
        let mut edits = emphasis::repairs(text, range.clone());
        edits.extend(closing_marks(text, range.clone()));
        edits.extend(line_spaces(text, range.clone()));
        edits.extend(false_items(text, range.clone()));
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut done = range.start;
        for (edit, instead) in edits {
            if edit.start < done {
                continue;
            }
            self.out.push_from(self.source, done..edit.start);
            if !instead.is_empty() {
                self.instead(edit.start, instead);
            }
            done = edit.end;
        }
        self.out.push_from(self.source, done..range.end);
    }
}

/// Lines that Markdown takes for a list's item and we do not: “2020. Năm …” opens a sentence.
fn false_items(text: &str, range: Range<usize>) -> Vec<emphasis::Edit> {
    let mut edits = Vec::new();
    let mut at = range.start;
    for line in text[range.clone()].split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let digits = line.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let marked = digits > 0 && text[start + digits..].starts_with(['.', ')']);
        if marked && (at > range.start || label::parse(line).is_none()) {
            edits.push((start + digits..start + digits, "\\"));
        }
        at += line.len();
    }
    edits
}

/// The space before `./.`, the mark that ends an official text, does not break.
fn closing_marks(text: &str, range: Range<usize>) -> Vec<emphasis::Edit> {
    let stretch = &text[range.clone()];
    let spaces = stretch.match_indices("./.").filter_map(|(at, _)| {
        let start = stretch[..at].trim_end_matches([' ', '\t', '\n']).len();
        (start > 0 && start < at).then_some((range.start + start..range.start + at, "\u{a0}"))
    });
    spaces.collect()
}

/// Spaces around line ends: two of them would be a break that counts, four at a start would be code.
fn line_spaces(text: &str, range: Range<usize>) -> Vec<emphasis::Edit> {
    let stretch = &text[range.clone()];
    let ends = stretch.match_indices('\n').filter_map(|(at, _)| {
        let start = stretch[..at].trim_end_matches([' ', '\t']).len();
        let after = &stretch[at + 1..];
        let end = at + 1 + (after.len() - after.trim_start().len());
        (end > at + 1 || start < at).then_some((range.start + start..range.start + end, "\n"))
    });
    ends.collect()
}
