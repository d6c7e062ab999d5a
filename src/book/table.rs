//! `:::data path.csv "Caption"`: a table made from a file of comma-separated values.
//!
//! Owns the reading of such files: the first row is the header, columns of numbers are aligned right. The
//! result is an ordinary table of the tree.

use csv::ReaderBuilder;

use super::assets::Assets;
use crate::base::{Diagnostic, RelPath, Span, codes};
use crate::content::directives::path_and_caption;
use crate::content::markdown::parse_line;
use crate::content::markdown::tree::{Alignment, Attributes, Block, BlockKind, Directive, Inline, Table};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::words;

/// Puts the table into the directive; tells what is wrong. A finding without a place concerns the directive.
pub fn fill(
    directive: &mut Directive,
    page: &RelPath,
    locale: &str,
    assets: &Assets<'_>,
    span: Span,
) -> Option<Diagnostic> {
    let (path, caption) = path_and_caption(&directive.argument);
    let resolved = page.link(path).ok();
    let localized = resolved.as_ref().and_then(|p| RelPath::new(locale).ok()?.join(p.as_str()).ok());
    let file = localized.into_iter().chain(resolved).find(|p| assets.has(p));
    let Some((file, bytes)) = file.and_then(|f| assets.bytes(&f).map(|b| (f, b))) else {
        let message = words!("there is no data file `{path}`", "không có tệp dữ liệu `{path}`");
        return (!path.is_empty()).then(|| Diagnostic::error(codes::DATA_TABLE, message));
    };
    let (table, finding) = read(&bytes, caption);
    let finding = finding.map(|mut finding| {
        if let Some(place) = &mut finding.place {
            place.path = assets.in_project(&file);
        }
        finding
    });
    let kind = BlockKind::Table(table);
    directive.blocks = vec![Block { kind, attributes: Attributes::default(), span, lang: None }];
    walk::blocks(&mut directive.blocks, &mut Placed(span));
    finding
}

/// What stands in a cell is reported at the directive: the page's text does not hold it.
struct Placed(Span);

impl Visitor for Placed {
    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: Span) {
        walk::inlines(content, &mut |inline| match inline {
            Inline::Link(link) => link.span = self.0,
            Inline::Image(image) => image.span = self.0,
            Inline::Citation(citation) => citation.span = self.0,
            _ => {}
        });
    }
}

/// The table, and the first row that does not fit.
fn read(bytes: &[u8], caption: &str) -> (Table, Option<Diagnostic>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut finding = None;
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(1, csv::Position::line);
                let row: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
                let columns = rows.first().map_or(row.len(), Vec::len);
                if row.len() != columns && finding.is_none() {
                    finding = Some(uneven(line, row.len(), columns));
                }
                rows.push(row);
            }
            Err(error) => {
                finding.get_or_insert_with(|| unreadable(&error));
            }
        }
    }
    let columns = rows.first().map_or(0, Vec::len);
    rows.iter_mut().for_each(|row| row.resize(columns, String::new()));
    let alignments =
        (0..columns).map(|column| alignment(rows.iter().skip(1).map(|row| row[column].as_str()))).collect();
    let mut cells = rows.iter().map(|row| row.iter().map(|cell| parse_line(cell)).collect());
    let head = cells.next().unwrap_or_default();
    (Table { alignments, head, rows: cells.collect(), caption: parse_line(caption) }, finding)
}

/// Spreadsheets set to Vietnamese write `;`, for the comma is their decimal sign.
fn delimiter(bytes: &[u8]) -> u8 {
    let first: &[u8] = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|b| **b == sign).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

/// A column in which every filled cell is a number is aligned right.
fn alignment<'a>(cells: impl Iterator<Item = &'a str>) -> Alignment {
    let mut filled = cells.filter(|c| !c.is_empty()).peekable();
    if filled.peek().is_some() && filled.all(is_number) { Alignment::Right } else { Alignment::None }
}

/// `1.234,5`, `-3 %`, `2 000`.
fn is_number(cell: &str) -> bool {
    let body = cell.trim_start_matches(['-', '−', '+']).trim_end_matches(['%', ' ', '\u{a0}']);
    body.starts_with(|c: char| c.is_ascii_digit())
        && body.ends_with(|c: char| c.is_ascii_digit())
        && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'))
}

fn uneven(line: u64, cells: usize, columns: usize) -> Diagnostic {
    let message =
        words!("this row has {cells} cells, the header {columns}", "dòng này có {cells} ô, dòng đầu có {columns}");
    let help = words!("a cell that holds a comma stands in double quotes", "ô có dấu phẩy phải đặt trong dấu nháy kép");
    at_line(Diagnostic::error(codes::DATA_TABLE, message).help(help), line)
}

fn unreadable(error: &csv::Error) -> Diagnostic {
    let line = error.position().map_or(1, csv::Position::line);
    let message = words!("this row cannot be read: {error}", "không đọc được dòng này: {error}");
    at_line(Diagnostic::error(codes::DATA_TABLE, message), line)
}

fn at_line(finding: Diagnostic, line: u64) -> Diagnostic {
    let mut finding = finding.in_file(&RelPath::default());
    if let Some(place) = &mut finding.place {
        place.line = u32::try_from(line).unwrap_or(u32::MAX);
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::markdown::text::plain;

    #[test]
    fn numbers_stand_right_and_cells_are_markdown() {
        let (table, finding) = read("\u{feff}Tên;Số\n**Huế**;1.234,5\n\"a;b\";\nX;-3 %\n".as_bytes(), "C");
        assert_eq!(finding, None);
        assert_eq!(table.alignments, [Alignment::None, Alignment::Right]);
        let text: Vec<String> = table.rows.iter().flatten().map(|c| plain(c)).collect();
        assert_eq!(text, ["Huế", "1.234,5", "a;b", "", "X", "-3 %"]);
    }

    #[test]
    fn an_uneven_row_is_told_with_its_line() {
        let (table, finding) = read(b"a,b\n1,2\n3\n", "");
        assert_eq!(finding.and_then(|f| f.place).map(|p| p.line), Some(3));
        assert_eq!(table.rows.len(), 2);
    }
}
