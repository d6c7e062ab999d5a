//! The rows of a file of comma-separated values, and the words in them.
//!
//! Owns how such a file is read: its separator, its byte order mark, blanks around cells.

use csv::ReaderBuilder;

use crate::base::Span;

/// A row: its line in the file, from 1, where its text begins, and its cells.
pub type Row = (u64, usize, Vec<String>);

/// Every row, or why it cannot be read.
pub fn rows(bytes: &[u8]) -> impl Iterator<Item = Result<Row, csv::Error>> {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let skipped = bytes.len() - body.len();
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(body)).from_reader(body);
    reader.into_records().map(move |record| {
        let record = record?;
        let (line, at) = record.position().map_or((1, 0), |p| (p.line(), p.byte()));
        let at = usize::try_from(at).unwrap_or_default();
        // Empty lines above a row are read with it.
        let blank = body.get(at..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\n' | b'\r'));
        let (above, blank) = (blank.clone().filter(|b| **b == b'\n').count(), blank.count());
        let (line, at) = (line + above as u64, skipped + at + blank);
        Ok((line, at, record.iter().map(|cell| cell.trim().replace("\r\n", "\n")).collect()))
    })
}

/// The cells that hold words, each with the place of its row.
#[must_use]
pub fn words(text: &str) -> Vec<(String, Span)> {
    let rows = rows(text.as_bytes()).filter_map(Result::ok);
    let cells = rows.flat_map(|(_, at, cells)| cells.into_iter().map(move |cell| (cell, Span::new(at, at))));
    cells.filter(|(cell, _)| super::is_word(cell)).collect()
}

/// Spreadsheets set to Vietnamese write `;`, for the comma is their decimal sign.
fn delimiter(bytes: &[u8]) -> u8 {
    let first: &[u8] = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|b| **b == sign).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{RelPath, Source};

    #[test]
    fn words_stand_in_the_rows_they_are_read_from() {
        let source = Source::new(RelPath::default(), "Tên;Số\nHuế;1.234\n\n\"Đà; Nẵng\";-\n");
        let found: Vec<(String, u32)> =
            words(&source.text).into_iter().map(|(text, span)| (text, source.place(span).line)).collect();
        let expected = [("Tên", 1), ("Số", 1), ("Huế", 2), ("Đà; Nẵng", 4)];
        assert_eq!(found, expected.map(|(text, line)| (text.to_owned(), line)));
    }
}
