//! A text of the tree as the Markdown of a message.
//!
//! Owns the spelling of messages: that of mdbook-i18n-helpers (`_emphasis_`, `**strong**`, one line, links
//! with their address), so that its catalogs and ours hold the same words. Marks of our own (citations,
//! blanks, `lang:`, `index:`) are written as authors write them.

use crate::content::markdown::tree::{Citation, Image, Inline, Link};

/// Characters that begin a mark wherever they stand.
const ALWAYS: &str = "`[]<";
/// Characters that would begin a block or a mark at the head of a text.
const AT_START: &str = "#>|*_\\`<[]";

/// The message of a line; in a table's `cell` bars are escaped.
pub(super) fn message(content: &[Inline], cell: bool) -> String {
    let mut speller = Speller { out: String::new(), cell };
    speller.line(content);
    speller.out.trim().to_owned()
}

/// The message of a figure: its image, the caption as the image's title.
pub(super) fn figure(image: &Image) -> String {
    message(&[Inline::Image(Box::new(image.clone()))], false)
}

struct Speller {
    out: String,
    cell: bool,
}

impl Speller {
    fn line(&mut self, content: &[Inline]) {
        for (index, inline) in content.iter().enumerate() {
            self.inline(inline, content.get(index + 1));
        }
    }

    fn inline(&mut self, inline: &Inline, next: Option<&Inline>) {
        match inline {
            Inline::Text(text) => self.text(text, next),
            Inline::SoftBreak => self.out.push(' '),
            Inline::HardBreak => self.out.push_str("  \n"),
            Inline::Code(code) => self.code(code),
            Inline::Emphasis(inner) => {
                // Inside a word only stars mean emphasis.
                let after = next.and_then(first_char);
                let joined = [self.out.chars().next_back(), after].into_iter().flatten().any(char::is_alphanumeric);
                self.marked(if joined { "*" } else { "_" }, inner);
            }
            Inline::Strong(inner) => self.marked("**", inner),
            Inline::Strikethrough(inner) => self.marked("~~", inner),
            Inline::Link(link) => self.link(link),
            Inline::Image(image) => {
                self.out.push('!');
                self.labelled(&image.alt, &image.source, &image.title);
            }
            Inline::Html(html) => self.out.push_str(html),
            Inline::FootnoteReference(label) => self.out.push_str(&format!("[^{label}]")),
            Inline::Blank(width) => self.out.extend(std::iter::repeat_n('_', usize::from(*width).max(4))),
            Inline::Citation(citation) => self.citation(citation),
            Inline::Foreign { lang, content } => self.labelled(content, &format!("lang:{lang}"), ""),
            Inline::IndexTerm { key, content } => self.labelled(content, &format!("index:{key}"), ""),
            Inline::Field(field) => self.labelled(&field.content, &field.kind.role(), ""),
            Inline::Term { content, .. } => self.line(content),
        }
    }

    fn marked(&mut self, mark: &str, inner: &[Inline]) {
        self.out.push_str(mark);
        self.line(inner);
        self.out.push_str(mark);
    }

    fn link(&mut self, link: &Link) {
        if let ([Inline::Text(shown)], true) = (link.content.as_slice(), link.title.is_empty()) {
            let same = link.to == *shown || link.to.strip_prefix("mailto:") == Some(shown.as_str());
            // An address that stands bare in its text was found there by the parser and has no place of its own.
            if link.span == crate::base::Span::default() && link.to.ends_with(shown.as_str()) {
                return self.out.push_str(shown);
            }
            if same {
                return self.out.push_str(&format!("<{shown}>"));
            }
        }
        self.labelled(&link.content, &link.to, &link.title);
    }

    /// `[words](address "title")`.
    fn labelled(&mut self, words: &[Inline], to: &str, title: &str) {
        self.out.push('[');
        self.line(words);
        self.out.push_str("](");
        let bracketed = to.contains(' ') || to.is_empty() && !title.is_empty() || !balanced(to);
        self.out.push_str(&if bracketed { format!("<{to}>") } else { to.to_owned() });
        if !title.is_empty() {
            self.out.push_str(&format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")));
        }
        self.out.push(')');
    }

    fn citation(&mut self, citation: &Citation) {
        let Citation { id, locator, .. } = citation;
        self.out.push_str(&if locator.is_empty() { format!("[@{id}]") } else { format!("[@{id}, {locator}]") });
    }

    fn code(&mut self, code: &str) {
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(if code.contains('`') { longest + 1 } else { 1 });
        let spaced = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
        let pad = if code.starts_with('`') || code.ends_with('`') || spaced { " " } else { "" };
        let code = if self.cell { code.replace('|', "\\|") } else { code.to_owned() };
        self.out.push_str(&format!("{fence}{pad}{code}{pad}{fence}"));
    }

    fn text(&mut self, text: &str, next: Option<&Inline>) {
        let tildes = text.matches('~').count() > 1;
        let colons = self.out.is_empty() && text.starts_with(":::");
        if colons {
            self.out.push('\\');
        }
        let mut before = self.out.chars().next_back();
        for (at, c) in text.char_indices() {
            let rest = &text[at + c.len_utf8()..];
            let after = rest.chars().next().or_else(|| next.and_then(first_char));
            let special = ALWAYS.contains(c)
                || (at == 0 && AT_START.contains(c))
                || match c {
                    '*' | '_' => delimits(c, before, rest.chars().find(|r| *r != c).or(after)),
                    '~' => tildes,
                    '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
                    '|' => self.cell,
                    '&' => is_entity(rest),
                    '!' => rest.is_empty() && matches!(next, Some(Inline::Link(_) | Inline::FootnoteReference(_))),
                    _ => false,
                };
            if special {
                self.out.push('\\');
            }
            self.out.push(c);
            // A run of one sign is judged by what stands around the run.
            if !matches!(c, '*' | '_') || !rest.starts_with(c) {
                before = Some(c);
            }
        }
    }
}

fn first_char(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::SoftBreak | Inline::HardBreak => Some(' '),
        Inline::Term { content, .. } => content.first().and_then(first_char),
        _ => Some('*'),
    }
}

/// Whether a run of `*` or `_` between these characters could open or close emphasis (CommonMark 6.2).
fn delimits(sign: char, before: Option<char>, after: Option<char>) -> bool {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let mark =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_punctuation() || (!c.is_alphanumeric() && !c.is_whitespace()));
    let left = !space(after) && (!mark(after) || space(before) || mark(before));
    let right = !space(before) && (!mark(before) || space(after) || mark(after));
    match sign {
        '_' => (left && (!right || mark(before))) || (right && (!left || mark(after))),
        _ => left || right,
    }
}

/// `&amp;` and the like.
fn is_entity(rest: &str) -> bool {
    let name = rest.split(';').next().unwrap_or_default();
    name.len() < rest.len() && !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

fn balanced(address: &str) -> bool {
    let mut depth = 0_i32;
    for c in address.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
