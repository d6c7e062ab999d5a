//! What the index knows a page by: one document, several when the page is long.
//!
//! Owns where a long page is cut, so that no reader loads a whole chapter for one excerpt and no chapter
//! outweighs others by its length.

use super::text::Section;

/// A document's text in bytes, about; 900 words of Vietnamese, 3 KB when compressed.
const LENGTH: usize = 8_000;

/// Sections of one page that are found together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Index of its page.
    pub page: usize,
    /// The title of the page when this is its beginning; else empty.
    pub title: String,
    /// Words that stand in no text but that the page is known by: its file's name when that is a number.
    pub code: String,
    /// Its text.
    pub sections: Vec<Section>,
}

/// The documents of a page. `code`: the name of its file.
#[must_use]
pub fn documents(page: usize, title: &str, code: &str, sections: Vec<Section>) -> Vec<Document> {
    let total: usize = sections.iter().map(size).sum();
    // Parts of about one length: a short rest would be weighed as if it said all it has to say in few words.
    let most = total / (total / LENGTH).max(1) + 1;
    let code = if code.bytes().any(|b| b.is_ascii_digit()) { code.to_owned() } else { String::new() };
    let mut documents = vec![Document { page, title: title.to_owned(), code, sections: Vec::new() }];
    let mut filled = 0;
    for section in sections {
        for piece in pieces(section, most) {
            let size = size(&piece);
            if filled > 0 && filled + size / 2 > most {
                documents.push(Document { page, ..Document::default() });
                filled = 0;
            }
            filled += size;
            if let Some(document) = documents.last_mut() {
                document.sections.push(piece);
            }
        }
    }
    documents
}

fn size(section: &Section) -> usize {
    section.title.len() + section.lines.iter().map(|line| line.text.len()).sum::<usize>()
}

/// A section that is longer than a document may be, in pieces below one anchor.
fn pieces(section: Section, most: usize) -> Vec<Section> {
    if size(&section) <= most {
        return vec![section];
    }
    let Section { anchor, title, weight, lang, lines } = section;
    let piece = || Section { lang: lang.clone(), ..Section::new(&anchor, title.clone(), weight) };
    let mut pieces = vec![piece()];
    let mut filled = 0;
    for line in lines {
        if filled > 0 && filled + line.text.len() > most {
            pieces.push(piece());
            filled = 0;
        }
        filled += line.text.len();
        if let Some(piece) = pieces.last_mut() {
            piece.lines.push(line);
        }
    }
    pieces
}
