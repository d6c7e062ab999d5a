//! What the index knows a page by: one document, several when the page is long.
//!
//! Owns where a long page is cut, so that no reader loads a whole chapter for one excerpt and no chapter
//! outweighs others by its length.

use super::text::{Section, Weight};

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
    let mut documents = vec![Document { page, title: title.to_owned(), code: self::code(code), sections: Vec::new() }];
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

/// What a page is known by beside its text: the name of its file when that is a number.
pub fn code(name: &str) -> String {
    if name.bytes().any(|b| b.is_ascii_digit()) { name.to_owned() } else { String::new() }
}

/// What a document's headings and lines are worth, in their order, a letter each: what its script does not tell. Nothing
/// where headings are headings and lines text.
pub fn worths(document: &Document) -> Box<str> {
    let sections = document.sections.iter();
    let usual = |section: &Section| {
        section.weight == Weight::Heading && section.lines.iter().all(|line| line.weight == Weight::Text)
    };
    if sections.clone().all(usual) {
        return Box::default();
    }
    let weights = sections.flat_map(|s| std::iter::once(s.weight).chain(s.lines.iter().map(|line| line.weight)));
    weights.map(letter).collect::<String>().into()
}

fn letter(weight: Weight) -> char {
    match weight {
        Weight::Subject => 's',
        Weight::Heading => 'h',
        Weight::Text => 't',
    }
}

/// What [`worths`] wrote, heading by heading and line by line.
pub struct Worths<'w>(Option<std::str::Chars<'w>>);

impl<'w> Worths<'w> {
    /// Those of a document.
    pub fn of(worths: &'w str) -> Self {
        Self(Some(worths.chars()).filter(|_| !worths.is_empty()))
    }

    /// The next; `usual`: what it mostly is.
    pub fn next(&mut self, usual: Weight) -> Option<Weight> {
        let Some(letters) = &mut self.0 else { return Some(usual) };
        let next = letters.next()?;
        [Weight::Subject, Weight::Heading, Weight::Text].into_iter().find(|weight| letter(*weight) == next)
    }
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
