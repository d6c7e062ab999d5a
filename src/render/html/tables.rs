//! Tables, each in a region that scrolls sideways and can be reached from the keyboard.

use super::context::Forms;
use super::writer::Writer;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Alignment, Block, FieldKind, Inline, Table};

impl Writer<'_> {
    pub(super) fn table(&mut self, block: &Block, table: &Table) {
        if self.context.plain {
            return self.bare_table(block, table, None);
        }
        self.tables += 1;
        // Regions must be told apart: by the table's caption, which says its language, else by counting.
        let caption = (!table.caption.is_empty()).then(|| format!("_table-{}", self.tables));
        self.out.push_str("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        match &caption {
            Some(id) => self.attribute("aria-labelledby", id),
            None => {
                let label = format!("{} ({})", self.context.labels.label("table-scroll"), self.tables);
                self.attribute("aria-label", &label);
            }
        }
        self.out.push('>');
        self.bare_table(block, table, caption.as_deref());
        self.close("div");
        if self.form.is_some() && self.context.forms == Forms::Fields && may_grow(table) {
            self.out.push_str("<button type=\"button\" class=\"form-button form-more\">");
            self.label("form-add-row");
            self.close("button");
        }
    }

    fn bare_table(&mut self, block: &Block, table: &Table, caption: Option<&str>) {
        self.open("table", "", block);
        if !table.caption.is_empty() {
            self.out.push_str("<caption");
            caption.iter().for_each(|id| self.attribute("id", id));
            self.out.push('>');
            self.inlines(&table.caption);
            self.out.push_str("</caption>");
        }
        if !self.context.plain {
            self.columns(table);
        }
        if self.context.plain || table.head.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead>\n<tr>");
            self.cells(table, &table.head, true);
            self.out.push_str("</tr>\n</thead>\n");
        }
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in &table.rows {
                self.out.push_str("<tr>");
                self.cells(table, row, false);
                self.out.push_str("</tr>\n");
            }
            self.out.push_str("</tbody>\n");
        }
        self.close("table");
    }

    /// Says which columns hold text that needs room to be read; where all are short, there is nothing to say.
    fn columns(&mut self, table: &Table) {
        let columns = table.rows.iter().map(Vec::len).chain([table.head.len()]).max().unwrap_or_default();
        let kinds: Vec<&str> = (0..columns).map(|column| width(table, column)).collect();
        if columns < 2 || kinds.iter().all(|kind| kind.is_empty()) {
            return;
        }
        self.out.push_str("<colgroup>");
        for kind in kinds {
            self.out.push_str("<col");
            if !kind.is_empty() {
                self.attribute("class", kind);
            }
            self.out.push('>');
        }
        self.out.push_str("</colgroup>\n");
    }

    fn cells(&mut self, table: &Table, cells: &[Vec<Inline>], head: bool) {
        for (column, cell) in cells.iter().enumerate() {
            let plain = self.context.plain;
            // A heading without words heads nothing; where none has words, each row's label heads its row.
            let labels = !head && column == 0 && !plain && is_labelled(table) && !cell.is_empty();
            let name = if labels || (head && (plain || !cell.is_empty())) { "th" } else { "td" };
            self.out.push('<');
            self.out.push_str(name);
            if name == "th" && !plain {
                self.out.push_str(if head { " scope=\"col\"" } else { " scope=\"row\"" });
            }
            let align = match table.alignments.get(column).copied().unwrap_or_default() {
                Alignment::None => "",
                Alignment::Left => "left",
                Alignment::Center => "center",
                Alignment::Right => "right",
            };
            if !align.is_empty() {
                match plain {
                    true => self.attribute("align", align),
                    false => self.attribute("class", &format!("align-{align}")),
                }
            }
            self.out.push('>');
            if !head {
                self.ask(&[row_name(cells, column), table.head.get(column)], cell);
            }
            self.inlines(cell);
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }
}

/// The class of a column by its longest cell: a code or a number asks for nothing, a few words for a little, sentences
/// for a line that can be read.
fn width(table: &Table, column: usize) -> &'static str {
    const FEW: usize = 12;
    const SENTENCE: usize = 28;
    // What a citation will say is some words long.
    let cited = |cell: &[Inline]| cell.iter().any(|inline| matches!(inline, Inline::Citation(_)));
    let letters = |cell: &Vec<Inline>| plain(cell).chars().count() + if cited(cell) { FEW } else { 0 };
    let cells = table.rows.iter().chain([&table.head]).filter_map(|row| row.get(column));
    match cells.map(letters).max().unwrap_or_default() {
        SENTENCE.. => "long",
        FEW.. => "some",
        _ => "",
    }
}

/// What a row's other cells are about: its first one.
fn row_name(cells: &[Vec<Inline>], column: usize) -> Option<&Vec<Inline>> {
    if column == 0 { None } else { cells.first() }
}

/// Whether a reader may need more rows: the last one has blanks in every cell, but for a number it may begin with (`M3`).
fn may_grow(table: &Table) -> bool {
    let Some((first, rest)) = table.rows.last().and_then(|row| row.split_first()) else { return false };
    let blank = |cell: &Vec<Inline>| {
        cell.iter().any(|inline| match inline {
            Inline::Blank(_) => true,
            Inline::Field(field) => !matches!(&field.kind, FieldKind::Day(day) if !day.is_empty()),
            _ => false,
        })
    };
    let words = plain(first);
    let code = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = code.len() < words.len() && code.chars().count() <= 3;
    !rest.is_empty() && rest.iter().all(blank) && (numbered || blank(first))
}

/// Two columns without any head: labels and what they stand for.
fn is_labelled(table: &Table) -> bool {
    table.head.len() == 2 && table.head.iter().all(Vec::is_empty)
}
