//! Where the handbook's chapters for editors show how the thing is written that a finding is about.
//!
//! Owns which section that is. What stands there is the handbook's; a test holds the sections to its pages.

use super::{Diagnostic, Words, codes};

/// A section of the chapters for editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The page, below the content folder.
    pub page: &'static str,
    /// The anchor of the section.
    pub anchor: &'static str,
}

/// The chapter that shows every block.
pub const BLOCKS: &str = "bien-tap/bo-khoi.md";
/// The chapter on writing a page.
pub const WRITING: &str = "bien-tap/viet-trang.md";
/// The chapter on translating one.
pub const TRANSLATING: &str = "bien-tap/dich.md";

/// All of them.
pub const CHAPTERS: [&str; 3] = [BLOCKS, WRITING, TRANSLATING];

/// The section of each directive, by name.
pub const DIRECTIVES: &[(&str, &str)] = &[
    ("example", "vi-du"),
    ("checklist", "bang-kiem"),
    ("worksheet", "phieu"),
    ("card", "the"),
    ("clauses", "dieu-khoan"),
    ("details", "gap"),
    ("steps", "cac-buoc"),
    ("letterhead", "cong-van"),
    ("recipients", "cong-van"),
    ("signature", "cong-van"),
    ("statistic", "trich-dan"),
    ("data", "csv"),
    ("documents", "tu-sinh"),
    ("elements", "tu-sinh"),
    ("sources", "tu-sinh"),
    ("glossary", "tu-sinh"),
];

impl Section {
    /// The title of its chapter, as the handbook has it.
    #[must_use]
    pub fn title(self) -> Words {
        let (en, vi) = match self.page {
            BLOCKS => ("The building blocks", "Bộ khối dựng trang"),
            TRANSLATING => ("Translating a page", "Dịch một trang"),
            _ => ("Writing a page", "Viết một trang"),
        };
        Words { en: en.to_owned(), vi: vi.to_owned() }
    }
}

/// The section on what a finding is about; `None` when it is about nothing that the chapters show.
#[must_use]
pub fn section(finding: &Diagnostic) -> Option<Section> {
    let line = finding.place.as_ref().map_or("", |place| place.excerpt.trim_start());
    let name = line.strip_prefix(":::").map(|rest| rest.trim_start_matches(':').trim_start());
    let name = name.and_then(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next()).unwrap_or_default();
    of(finding.code, name)
}

/// The section on what a code is about, said of the directive `name`; may be empty.
#[must_use]
pub fn of(code: &str, name: &str) -> Option<Section> {
    let directive = || DIRECTIVES.iter().find(|(known, _)| *known == name).map(|(_, anchor)| *anchor);
    let (page, anchor) = match code {
        codes::DIRECTIVE_ARGUMENT | codes::DIRECTIVE_BODY => (BLOCKS, directive().unwrap_or("tu-sinh")),
        codes::DIRECTIVE_UNKNOWN => (BLOCKS, "moi-khoi"),
        codes::DIRECTIVE_NOT_CLOSED | codes::DIRECTIVE_NOT_OPEN | codes::NESTED_TOO_DEEP => (BLOCKS, "long-nhau"),
        codes::ALERT_UNKNOWN => (BLOCKS, "loi-nhac"),
        codes::FOOTNOTE_MISSING | codes::FOOTNOTE_UNUSED => (BLOCKS, "ghi-chu"),
        codes::REFERENCE_MISSING | codes::LINK_BROKEN | codes::ANCHOR_BROKEN | codes::LINK_SCHEME => (BLOCKS, "chu"),
        codes::GLUED_BOLD | codes::LITERAL_STARS => (BLOCKS, "chu"),
        codes::ANCHOR_TWICE
        | codes::ANCHOR_RESERVED
        | codes::HEADING_EMPTY
        | codes::HEADING_TWICE
        | codes::PRINT_LEVEL => (BLOCKS, "de-muc"),
        codes::ASSET_MISSING | codes::PRINT_ALT | codes::IMAGE_UNREADABLE | codes::IMAGE_MISNAMED => (BLOCKS, "hinh"),
        codes::TABLE_HEAD => (BLOCKS, "bang"),
        codes::DATA_TABLE => (BLOCKS, "csv"),
        codes::UNKNOWN_ID | codes::FIGURE_UNCITED => (BLOCKS, "trich-dan"),
        codes::FIELD_VALUE => (BLOCKS, "phieu"),
        codes::CARD_ADDRESS | codes::CARD_TOO_LONG => (BLOCKS, "the"),
        codes::INCLUDE_RANGE | codes::INCLUDE_DEPTH => (BLOCKS, "dung-chung"),
        codes::FRONT_SYNTAX | codes::FRONT_UNKNOWN_KEY | codes::FRONT_VALUE | codes::FRONT_MISSING => {
            (WRITING, "dau-trang")
        }
        codes::ELEMENT_SLOT | codes::ALIAS_TAKEN => (WRITING, "dau-trang"),
        codes::TRANSLATION_MARKS
        | codes::TRANSLATION_NUMBERS
        | codes::TRANSLATION_EMPHASIS
        | codes::TRANSLATION_ANCHOR => (TRANSLATING, "giu-doi"),
        codes::TRANSLATION_UNKNOWN | codes::TRANSLATION_SAME => (TRANSLATING, "hai-cach"),
        _ => return None,
    };
    Some(Section { page, anchor })
}

/// What to do, and where it is shown: the chapter, where the handbook `has` it, and what explains the code anywhere.
#[must_use]
pub fn help(finding: &Diagnostic, has: impl Fn(&str) -> bool) -> Option<Words> {
    let Some(section) = section(finding) else { return finding.help.clone() };
    let (code, title) = (finding.code, section.title());
    let chapter = |words: String| if has(section.page) { words } else { String::new() };
    let shown = Words {
        en: format!("how it is written: {}camnang explain {code}", chapter(format!("chapter “{}”, or ", title.en))),
        vi: format!("cách viết: {}camnang explain {code}", chapter(format!("chương “{}”, hoặc ", title.vi))),
    };
    Some(match &finding.help {
        Some(Words { en, vi }) => Words { en: joined(en, &shown.en), vi: joined(vi, &shown.vi) },
        None => shown,
    })
}

/// Two sayings as one sentence; as two, where the first is one already.
fn joined(first: &str, second: &str) -> String {
    if !first.ends_with(['?', '.', '!']) {
        return format!("{first}; {second}");
    }
    let mut letters = second.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>();
    format!("{first} {capital}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn help_goes_on_as_a_sentence_and_names_no_chapter_that_is_not_there() {
        let finding = |help| Diagnostic::error(codes::TABLE_HEAD, words!("m", "m")).help(help);
        let question = finding(words!("did you mean `a`?", "có phải ý bạn là `a`?"));
        let told = help(&question, |_| true).unwrap();
        assert_eq!(
            told.en,
            "did you mean `a`? How it is written: chapter “The building blocks”, or camnang explain W1002"
        );
        assert!(told.vi.starts_with("có phải ý bạn là `a`? Cách viết: chương “Bộ khối dựng trang”, hoặc camnang"));
        let plain = help(&finding(words!("name the columns", "hãy đặt tên cột")), |_| false).unwrap();
        assert_eq!(plain.en, "name the columns; how it is written: camnang explain W1002");
        assert_eq!(plain.vi, "hãy đặt tên cột; cách viết: camnang explain W1002");
    }
}
