//! What of a text must be the same in every language: marks and numbers, taken out of it.

use std::collections::BTreeMap;

use crate::content::markdown::tree::Inline;

/// A text's marks and numbers, counted.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// Links, notes, citations, placeholders, tags, code, blanks, pictures.
    pub marks: BTreeMap<String, usize>,
    /// Numbers in ASCII digits, without separators and leading zeros.
    pub numbers: BTreeMap<String, usize>,
    /// Emphasised parts, weak and strong.
    pub emphasis: usize,
    /// The words, without code and without what is marked as another language.
    pub text: String,
}

impl Features {
    pub(super) fn of(content: &[Inline]) -> Self {
        let mut features = Self::default();
        features.line(content);
        let text = features.text.clone();
        numbers(&text).into_iter().for_each(|number| *features.numbers.entry(number).or_default() += 1);
        placeholders(&text).into_iter().for_each(|placeholder| features.mark(placeholder));
        features
    }

    fn mark(&mut self, what: String) {
        *self.marks.entry(what).or_default() += 1;
    }

    fn line(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text.push_str(text),
            Inline::SoftBreak | Inline::HardBreak => self.text.push(' '),
            Inline::Code(code) => {
                self.mark(format!("`{code}`"));
                self.text.push(' ');
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                self.emphasis += 1;
                self.line(inner);
            }
            Inline::Link(link) => {
                self.mark(format!("]({})", link.to));
                self.line(&link.content);
            }
            // A language may have a picture of its own, but not none.
            Inline::Image(image) => {
                self.mark("![]".to_owned());
                self.line(&image.alt);
            }
            Inline::Html(html) => self.mark(html.clone()),
            Inline::FootnoteReference(label) => self.mark(format!("[^{label}]")),
            Inline::Citation(citation) => self.mark(format!("[@{}]", citation.id)),
            Inline::Blank(_) => self.mark("____".to_owned()),
            Inline::Field(field) => {
                self.mark(field.kind.role());
                self.line(&field.content);
            }
            Inline::Foreign { .. } => self.text.push(' '),
            Inline::Strikethrough(inner)
            | Inline::IndexTerm { content: inner, .. }
            | Inline::Term { content: inner, .. } => self.line(inner),
        }
    }
}

/// Numbers of a text: dates fall apart into day, month and year, separators within a number do not count.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(digit) = digit(c) {
            number.push(digit);
            continue;
        }
        let joins = matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2019}' | '\'' | '٬' | '٫');
        let goes_on = chars.peek().copied().and_then(digit).is_some();
        let spaced = c == ' ' && !groups_of_three(&number, chars.clone());
        if !joins || !goes_on || number.is_empty() || spaced {
            end(&mut number, &mut numbers);
        }
    }
    end(&mut number, &mut numbers);
    numbers
}

/// Whether a space can stand inside a number: exactly three digits follow it.
fn groups_of_three(number: &str, rest: impl Iterator<Item = char>) -> bool {
    let following = rest.take_while(|c| digit(*c).is_some()).count();
    !number.is_empty() && following == 3
}

fn end(number: &mut String, numbers: &mut Vec<String>) {
    if !number.is_empty() {
        let digits = number.trim_start_matches('0');
        numbers.push(if digits.is_empty() { "0".to_owned() } else { digits.to_owned() });
        number.clear();
    }
}

/// A digit of any of the scripts that our readers write numbers in, as ASCII (Unicode, General Category Nd).
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 10] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// `{name}`, `{{name}}`, `%s`, `%1$d`, `%(name)s`.
fn placeholders(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('{') {
        let rest = &text[at..];
        if let Some(close) = rest.find('}').filter(|close| rest[1..*close].chars().all(|c| !c.is_whitespace())) {
            found.push(rest[..=close].to_owned());
        }
    }
    for (at, _) in text.match_indices('%') {
        let rest = &text[at + 1..];
        let named = rest.strip_prefix('(').and_then(|name| name.find(')')).map_or(0, |close| close + 2);
        let numbered = rest[named..].find(|c: char| !c.is_ascii_digit() && c != '$');
        let end = numbered.map_or(rest.len(), |end| named + end);
        let after_number = text[..at].chars().next_back().is_some_and(|c| digit(c).is_some());
        if !after_number && let Some(kind @ ('s' | 'd' | 'f')) = rest[end..].chars().next() {
            found.push(format!("%{}{kind}", &rest[..end]));
        }
    }
    found
}

/// Whether a text is more than a name: two words at least that are not all capitals.
pub(super) fn has_sentence(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 1 && word.chars().next().is_some_and(char::is_lowercase)).count() > 1
}
