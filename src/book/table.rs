//! `:::data path.csv "Caption"`: a table made from a file of comma-separated values.
//!
//! Owns what its rows mean: the first is the header, columns of numbers are aligned right. Cells that a catalog
//! translates are put in; words in another language than the page's say so. The result is an ordinary table of the
//! tree.

use super::assets::{Asked, Assets};
use crate::base::{Diagnostic, Locale, RelPath, Span, codes};
use crate::content::attached::csv;
use crate::content::directives::path_and_caption;
use crate::content::markdown::parse_line;
use crate::content::markdown::tree::{Alignment, Attributes, Block, BlockKind, Directive, Inline, Table};
use crate::content::markdown::walk::{self, Line, Visitor};
use crate::words;

/// The page that shows a table.
pub struct Shown<'a> {
    /// Its path below the content folder.
    pub page: &'a RelPath,
    /// The locale of its book.
    pub locale: &'a Locale,
    /// The language its text is in.
    pub text: &'a Locale,
}

/// Puts the table into the directive; tells what is wrong. A finding without a place concerns the directive.
pub fn fill(directive: &mut Directive, shown: &Shown<'_>, asked: &mut Asked<'_>, span: Span) -> Option<Diagnostic> {
    let title = std::mem::take(&mut directive.title);
    let (path, caption) = path_and_caption(&directive.argument);
    let caption = if title.is_empty() { parse_line(caption) } else { title };
    let file = shown.page.link(path).ok().and_then(|path| asked.find(&path, shown.locale));
    let assets = asked.assets;
    let Some((file, bytes)) = file.and_then(|f| assets.bytes(&f).map(|b| (f, b))) else {
        let message = words!("there is no data file `{path}`", "không có tệp dữ liệu `{path}`");
        return (!path.is_empty()).then(|| Diagnostic::error(codes::DATA_TABLE, message));
    };
    let (table, finding) = read(&bytes, caption, words_of(shown, assets, &file));
    let finding = finding.map(|mut finding| {
        if let Some(place) = &mut finding.place {
            place.path = assets.in_project(&file);
        }
        finding
    });
    let kind = BlockKind::Table(Box::new(table));
    directive.blocks = vec![Block { kind, attributes: Attributes::default(), span, lang: None }];
    walk::blocks(&mut directive.blocks, &mut Placed(span));
    finding
}

/// How the cells of a file are read: a locale's own file holds its words, the source's is translated cell by cell.
fn words_of<'a>(shown: &'a Shown<'a>, assets: &'a Assets<'_>, file: &RelPath) -> impl Fn(&str) -> Vec<Inline> + 'a {
    let own = *shown.locale != *assets.source() && file.parts().next() == Some(shown.locale.as_str());
    let words = assets.words(file, shown.locale);
    move |cell| {
        let translation = words.and_then(|words| words.get(cell));
        let lang = if own || translation.is_some() { shown.locale } else { assets.source() };
        let content = parse_line(translation.map_or(cell, String::as_str));
        if lang == shown.text || !cell.chars().any(char::is_alphabetic) {
            return content;
        }
        vec![Inline::Foreign { lang: lang.to_string(), content }]
    }
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

/// The table, and the first row that does not fit. `word`: a cell's words in the reader's language.
fn read(bytes: &[u8], caption: Vec<Inline>, word: impl Fn(&str) -> Vec<Inline>) -> (Table, Option<Diagnostic>) {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut finding = None;
    for row in csv::rows(bytes) {
        match row {
            Ok((line, _, row)) => {
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
    let mut cells = rows.iter().map(|row| row.iter().map(|cell| word(cell)).collect());
    let head = cells.next().unwrap_or_default();
    (Table { alignments, head, rows: cells.collect(), caption }, finding)
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

fn unreadable(error: &::csv::Error) -> Diagnostic {
    let line = error.position().map_or(1, ::csv::Position::line);
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
        let (table, finding) =
            read("\u{feff}Tên;Số\n**Huế**;1.234,5\n\"a;b\";\nX;-3 %\n".as_bytes(), parse_line("C"), parse_line);
        assert_eq!(finding, None);
        assert_eq!(table.alignments, [Alignment::None, Alignment::Right]);
        let text: Vec<String> = table.rows.iter().flatten().map(|c| plain(c)).collect();
        assert_eq!(text, ["Huế", "1.234,5", "a;b", "", "X", "-3 %"]);
    }

    #[test]
    fn an_uneven_row_is_told_with_its_line() {
        let (table, finding) = read(b"a,b\n1,2\n3\n", Vec::new(), parse_line);
        assert_eq!(finding.and_then(|f| f.place).map(|p| p.line), Some(3));
        assert_eq!(table.rows.len(), 2);
    }
}
