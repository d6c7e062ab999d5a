//! The cover: the handbook's title on the theme's ground, and the page that shows it. A picture of points where there are
//! faces to draw it with, because shelves of shops and of older readers show no SVG; else the drawing itself.

use std::fmt::Write;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::{Edition, Item, chapter, xml};
use crate::base::{Direction, RelPath};

/// Drums' rings that rise from the lower edge, each before the one named earlier: centre and radius of the outermost.
const WAVES: [[u32; 3]; 4] = [[860, 1620, 560], [310, 1610, 350], [1150, 1615, 290], [640, 1612, 200]];
/// Rings, and rings of dots, in thousandths of the outermost.
const RINGS: [u32; 9] = [1000, 925, 850, 700, 625, 545, 390, 320, 165];
const DOTS: [u32; 2] = [772, 468];
/// The margin beside the words.
const MARGIN: usize = 110;

/// The names of the image.
const DRAWN: &str = "cover.svg";
const POINTS: &str = "cover.png";

/// Whether a file of the container is the cover's image.
pub fn is_image(path: &RelPath) -> bool {
    [DRAWN, POINTS].contains(&path.as_str())
}

/// The image and its page.
pub fn items(edition: &Edition<'_>) -> Vec<Item> {
    let title = &edition.book.locale.title;
    let path = |name: &str| RelPath::new(name).unwrap_or_default();
    let drawing = drawing(edition);
    let (name, image) = points(edition, &drawing).map_or_else(|| (DRAWN, drawing.into_bytes()), |png| (POINTS, png));
    let body = format!(
        "<section epub:type=\"cover\" aria-label=\"{}\"><img class=\"cover\" role=\"doc-cover\" src=\"{name}\" \
         alt=\"{}\"/></section>\n",
        xml::text(&edition.strings.text("book-cover", &[])),
        xml::text(title)
    );
    let page = chapter::document(edition, &path("cover.xhtml"), title, &body);
    vec![
        Item { path: path(name), bytes: image.into() },
        Item { path: path("cover.xhtml"), bytes: page.into_bytes().into() },
    ]
}

#[cfg(feature = "print")]
fn points(edition: &Edition<'_>, drawing: &str) -> Option<Vec<u8>> {
    super::raster::png(drawing, &edition.faces?.files)
}

#[cfg(not(feature = "print"))]
fn points(_: &Edition<'_>, _: &str) -> Option<Vec<u8>> {
    None
}

fn drawing(edition: &Edition<'_>) -> String {
    let locale = &edition.book.locale;
    let (size, lines) = set(&locale.title);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 1600\" width=\"1200\" height=\"1600\" \
         xml:lang=\"{0}\"><title>{1}</title><rect width=\"1200\" height=\"1600\" fill=\"#7a1c1a\"/>\
         <g fill=\"none\" stroke=\"#e2b765\" stroke-width=\"2.6\">",
        xml::text(locale.locale.as_str()),
        xml::text(&locale.title)
    );
    push_waves(&mut out);
    // The words stand at the side where reading begins.
    let (anchor, x, rule) = match locale.direction {
        Direction::Ltr => ("start", MARGIN, MARGIN),
        Direction::Rtl => ("end", 1200 - MARGIN, 1200 - MARGIN - 180),
    };
    let own = edition.faces.and_then(|faces| faces.family).map(|name| format!("'{name}', ")).unwrap_or_default();
    let faces = format!("{own}'Be Vietnam Pro', 'Noto Sans', sans-serif");
    let _ = write!(
        out,
        "</g><path d=\"M{rule} 170h180\" stroke=\"#e2b765\" stroke-width=\"8\"/><g font-family=\"{faces}\" \
         fill=\"#fdf3e4\" text-anchor=\"{anchor}\"><g font-size=\"{size}\" font-weight=\"600\">"
    );
    for (number, line) in lines.iter().enumerate() {
        let y = 330 + number * (size * 13 / 10);
        let _ = write!(out, "<text x=\"{x}\" y=\"{y}\">{}</text>", xml::text(line));
    }
    if !locale.edition.is_empty() {
        let y = 330 + lines.len() * (size * 13 / 10) + 10;
        let name = xml::text(&locale.edition);
        let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"42\" font-weight=\"400\">{name}</text>");
    }
    out.push_str("</g></g></svg>\n");
    out
}

fn push_waves(out: &mut String) {
    for [x, y, radius] in WAVES {
        let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"#7a1c1a\"/>");
        for ring in RINGS.iter().skip(1) {
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>", radius * ring / 1000);
        }
        for ring in DOTS {
            let _ = write!(
                out,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" stroke-width=\"6.4\" stroke-linecap=\"round\" \
                 stroke-dasharray=\"0 22\"/>",
                radius * ring / 1000
            );
        }
    }
}

/// The largest of three sizes at which the title takes five lines or fewer, and the lines: as even as they can be. A title
/// without spaces is torn nowhere as long as the next smaller size holds it on one line.
fn set(title: &str) -> (usize, Vec<String>) {
    let sizes = [110, 88, 66];
    let set = |size: usize| (size, even_lines(title, 2 * 980 / size));
    let whole = sizes.into_iter().take(2).map(set).find(|(_, lines)| lines.len() == 1);
    let fitting = || sizes.into_iter().map(set).find(|(_, lines)| lines.len() <= 5);
    whole.filter(|_| !title.contains(' ')).or_else(fitting).unwrap_or_else(|| set(66))
}

/// As many lines as the width asks for, none much longer than another.
fn even_lines(title: &str, width: usize) -> Vec<String> {
    let greedy = lines(title, width);
    let narrower = (1..width).map(|width| lines(title, width));
    let fits = |lines: &Vec<String>| lines.len() == greedy.len();
    narrower.into_iter().find(fits).unwrap_or(greedy)
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
        assert_eq!(set("Sổ tay"), (110, vec!["Sổ tay".to_owned()]));
        assert_eq!(set("越南国家形象推广手册").1.len(), 1);
        assert_eq!(
            even_lines("Cẩm nang quảng bá hình ảnh Việt Nam", 18),
            ["Cẩm nang", "quảng bá hình", "ảnh Việt Nam"]
        );
    }
}
