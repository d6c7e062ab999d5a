//! The cover: the handbook's title on the theme's ground, drawn as SVG, and the page that shows it.

use std::fmt::Write;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::{Edition, Item, chapter, xml};
use crate::base::RelPath;

/// Rings as of a drum, from the edge of the sheet inwards.
const RINGS: [u32; 9] = [560, 524, 488, 420, 384, 348, 260, 224, 120];

/// The image and its page.
pub fn items(edition: &Edition<'_>) -> Vec<Item> {
    let title = &edition.book.locale.title;
    let path = |name: &str| RelPath::new(name).unwrap_or_default();
    let body = format!(
        "<section epub:type=\"cover\" aria-label=\"{}\"><img class=\"cover\" role=\"doc-cover\" src=\"cover.svg\" \
         alt=\"{}\"/></section>\n",
        xml::text(&edition.strings.text("book-cover", &[])),
        xml::text(title)
    );
    let page = chapter::document(edition, &path("cover.xhtml"), title, &body);
    vec![
        Item { path: path("cover.svg"), bytes: drawing(edition).into_bytes().into() },
        Item { path: path("cover.xhtml"), bytes: page.into_bytes().into() },
    ]
}

fn drawing(edition: &Edition<'_>) -> String {
    let locale = &edition.book.locale;
    let (size, lines) = set(&locale.title);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 1600\" width=\"1200\" height=\"1600\" \
         xml:lang=\"{0}\"><title>{1}</title><rect width=\"1200\" height=\"1600\" fill=\"#7a1c1a\"/>\
         <g fill=\"none\" stroke=\"#e2b765\" stroke-width=\"3\">",
        xml::text(locale.locale.as_str()),
        xml::text(&locale.title)
    );
    for radius in RINGS {
        let _ = write!(out, "<circle cx=\"860\" cy=\"1600\" r=\"{radius}\"/>");
    }
    let faces = "'Be Vietnam Pro', 'Noto Sans', sans-serif";
    let _ = write!(
        out,
        "</g><path d=\"M110 170h180\" stroke=\"#e2b765\" stroke-width=\"8\"/><g font-family=\"{faces}\" \
         fill=\"#fdf3e4\" text-anchor=\"middle\"><g font-size=\"{size}\" font-weight=\"600\">"
    );
    for (number, line) in lines.iter().enumerate() {
        let y = 340 + number * (size * 13 / 10);
        let _ = write!(out, "<text x=\"600\" y=\"{y}\">{}</text>", xml::text(line));
    }
    let edition_name = &edition.book.locale.edition;
    if !edition_name.is_empty() {
        let y = 340 + lines.len() * (size * 13 / 10) + 20;
        let _ = write!(
            out,
            "<text x=\"600\" y=\"{y}\" font-size=\"40\" font-weight=\"400\">{}</text>",
            xml::text(edition_name)
        );
    }
    out.push_str("</g></g></svg>\n");
    out
}

/// The largest of three sizes at which the title takes five lines or fewer, and the lines.
fn set(title: &str) -> (usize, Vec<String>) {
    let sizes = [110, 88, 66];
    let set = |size: usize| (size, lines(title, 2 * 1000 / size));
    sizes.into_iter().map(set).find(|(_, lines)| lines.len() <= 5).unwrap_or_else(|| set(66))
}

/// A title in lines of at most `width` half letters, broken where its script allows.
fn lines(title: &str, width: usize) -> Vec<String> {
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let breaks: Vec<usize> = segmenter.segment_str(title).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in breaks.windows(2).filter_map(|pair| title.get(pair[0]..pair[1])) {
        if !line.is_empty() && half_letters(&line) + half_letters(piece.trim_end()) > width {
            lines.push(std::mem::take(&mut line).trim().to_owned());
        }
        line.push_str(piece);
    }
    lines.push(line.trim().to_owned());
    lines
}

/// How wide a text is, in halves of an em: letters one and a bit, ideographs two, marks nothing.
fn half_letters(text: &str) -> usize {
    let width = |c: char| match c {
        '\u{300}'..='\u{36f}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' => 8,
        _ => 5,
    };
    text.chars().map(width).sum::<usize>() / 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_where_their_script_allows() {
        assert_eq!(lines("Cẩm nang quảng bá hình ảnh Việt Nam", 18), ["Cẩm nang quảng", "bá hình ảnh", "Việt Nam"]);
        assert!(lines("越南国家形象推广手册", 12).len() > 1);
        assert!(lines("ປຶ້ມຄູ່ມືສົ່ງເສີມພາບລັກຫວຽດນາມ", 16).len() > 1);
        assert_eq!(lines("", 10), [""]);
    }
}
