//! The labels of clauses: `I.`, `A.`, `1.`, `1.2.`, `a)`, `đ)`, `1)`, `-`, `+`.
//!
//! Owns what counts as a label, which label follows which, and how deep each kind stands.

/// The kinds of label, outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelKind {
    /// `A.`
    Upper,
    /// `IV.`
    Roman,
    /// `3.`
    Number,
    /// `3.1.`, and how many numbers it has.
    Dotted(u8),
    /// `đ)`, `đ/`, `đ.`
    Letter,
    /// `(1)`, `1)`
    Bracketed,
    /// `-`, `–`, `•`, `*`
    Dash,
    /// `+`
    Plus,
}

/// A label at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'t> {
    /// Its kind.
    pub kind: LabelKind,
    /// As written.
    pub text: &'t str,
    /// Its place in its sequence, from 1; 0 for dashes.
    pub ordinal: u32,
    /// Where the text after it starts.
    pub rest: usize,
}

/// Letters of labels in their order. Decrees skip f, j, w, z; others skip đ.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";
/// Letters that a sequence may leave out.
const OPTIONAL: &str = "đfjwz";
/// Clauses are counted in tens: “2020.” opens a sentence.
const MOST_DIGITS: usize = 3;

/// Reads the label at the start of `line`.
#[must_use]
pub fn parse(line: &str) -> Option<Label<'_>> {
    let end = |len: usize| line.get(len..);
    let first = line.chars().next()?;
    let (kind, length, ordinal) = match first {
        '-' | '–' | '—' | '•' | '*' | '+' => {
            let kind = if first == '+' { LabelKind::Plus } else { LabelKind::Dash };
            let rest = end(first.len_utf8())?;
            // A dash is a label only with a space: `-5` and `**` are text.
            return (rest.is_empty() || rest.starts_with([' ', '\t', '\u{a0}']))
                .then(|| label(line, kind, first.len_utf8(), 0));
        }
        '0'..='9' => numbered(line)?,
        '(' => {
            let digits = line[1..].bytes().take_while(u8::is_ascii_digit).count();
            let closed = (1..=MOST_DIGITS).contains(&digits) && line[1 + digits..].starts_with(')');
            (LabelKind::Bracketed, digits + 2, closed.then(|| number(&line[1..=digits]))?)
        }
        'A'..='Z' => capital(line)?,
        _ => {
            let place = LETTERS.chars().position(|c| c == first)?;
            let closed = end(first.len_utf8())?.starts_with([')', '/', '.']);
            (LabelKind::Letter, first.len_utf8() + 1, closed.then(|| u32::try_from(place).unwrap_or_default() + 1)?)
        }
    };
    let rest = end(length)?;
    // “1.Tiêu đề” is a label that lacks its space; “1.5”, “a.m.” are none.
    let follows = |c: char| c.is_whitespace() || c.is_uppercase() || matches!(c, '*' | '“' | '"' | '_');
    rest.chars().next().is_none_or(follows).then(|| label(line, kind, length, ordinal))
}

fn label(line: &str, kind: LabelKind, length: usize, ordinal: u32) -> Label<'_> {
    let rest = line.len() - line[length..].trim_start().len();
    Label { kind, text: &line[..length], ordinal, rest }
}

fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or_default()
}

/// `3.`, `3)`, `3.1.`, and `3.1` before a capital.
fn numbered(line: &str) -> Option<(LabelKind, usize, u32)> {
    let mut at = 0;
    let mut parts: Vec<&str> = Vec::new();
    loop {
        let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > MOST_DIGITS {
            break;
        }
        parts.push(&line[at..at + digits]);
        at += digits;
        match line[at..].chars().next() {
            Some('.') => at += 1,
            Some(')') if parts.len() == 1 => return Some((LabelKind::Bracketed, at + 1, number(parts[0]))),
            _ if parts.len() > 1 => {
                let capital = line[at..].trim_start().starts_with(char::is_uppercase);
                return capital.then(|| dotted(&parts, at));
            }
            _ => return None,
        }
    }
    match parts.len() {
        0 => None,
        1 => line[..at].ends_with('.').then(|| (LabelKind::Number, at, number(parts[0]))),
        _ => Some(dotted(&parts, at)),
    }
}

fn dotted(parts: &[&str], length: usize) -> (LabelKind, usize, u32) {
    let depth = u8::try_from(parts.len()).unwrap_or(u8::MAX);
    (LabelKind::Dotted(depth), length, parts.last().map_or(0, |part| number(part)))
}

/// `IV.` or `A.`; a single letter that may be either is taken as a numeral.
fn capital(line: &str) -> Option<(LabelKind, usize, u32)> {
    let length = line.bytes().take_while(u8::is_ascii_uppercase).count();
    if !line[length..].starts_with('.') {
        return None;
    }
    let letters = &line[..length];
    if let Some(value) = roman(letters) {
        return Some((LabelKind::Roman, length + 1, value));
    }
    let letter = (length == 1).then(|| letters.bytes().next())??;
    Some((LabelKind::Upper, length + 1, u32::from(letter - b'A') + 1))
}

/// The value of a numeral up to 89, in its one right spelling.
fn roman(letters: &str) -> Option<u32> {
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 9] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"];
    let tens = TENS.iter().rposition(|tens| letters.starts_with(tens)).unwrap_or_default();
    let tens = if tens > 0 && TENS[tens] == "X" && letters.starts_with("XL") { 4 } else { tens };
    let rest = &letters[TENS[tens].len()..];
    let units = UNITS.iter().position(|unit| *unit == rest)?;
    u32::try_from(tens * 10 + units).ok().filter(|value| *value > 0)
}

impl Label<'_> {
    /// Whether it opens a sequence.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.ordinal <= 1
    }

    /// Whether it comes next after a label of the same kind that has this ordinal.
    #[must_use]
    pub fn follows(&self, kind: LabelKind, ordinal: u32) -> bool {
        if self.kind != kind {
            return false;
        }
        match kind {
            LabelKind::Dash | LabelKind::Plus => true,
            LabelKind::Letter => {
                let skipped = LETTERS.chars().skip(ordinal as usize);
                let mut between = skipped.take((self.ordinal.saturating_sub(1)).saturating_sub(ordinal) as usize);
                self.ordinal > ordinal && between.all(|c| OPTIONAL.contains(c))
            }
            _ => self.ordinal == ordinal + 1,
        }
    }

    /// The same label read as a capital letter, where it may be one (`C.` after `B.`).
    #[must_use]
    pub fn as_upper(self) -> Self {
        match (self.kind, self.text.as_bytes()) {
            (LabelKind::Roman, [letter @ b'A'..=b'Z', b'.']) => {
                Self { kind: LabelKind::Upper, ordinal: u32::from(letter - b'A') + 1, ..self }
            }
            _ => self,
        }
    }
}

/// What a label adds to an anchor: `đ)` is `dd`, so that it never meets `d)`. Dashes add nothing.
#[must_use]
pub fn anchor(label: &str) -> Option<String> {
    let mut anchor = String::new();
    for c in label.chars().flat_map(char::to_lowercase) {
        match c {
            'đ' => anchor.push_str("dd"),
            'a'..='z' | '0'..='9' => anchor.push(c),
            '.' if !anchor.is_empty() && !anchor.ends_with('-') => anchor.push('-'),
            _ => {}
        }
    }
    let anchor = anchor.trim_end_matches('-');
    (!anchor.is_empty()).then(|| anchor.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_text() {
        use LabelKind::*;
        let cases = [
            ("a) Một", Some((Letter, "a)", 1, 3))),
            ("đ) Năm", Some((Letter, "đ)", 5, 4))),
            ("a)Một", Some((Letter, "a)", 1, 2))),
            ("b/ Hai", Some((Letter, "b/", 2, 3))),
            ("12. Mười hai", Some((Number, "12.", 12, 4))),
            ("1.Một", Some((Number, "1.", 1, 2))),
            ("1.2. Hai", Some((Dotted(2), "1.2.", 2, 5))),
            ("1.2 Hai", Some((Dotted(2), "1.2", 2, 4))),
            ("1) Một", Some((Bracketed, "1)", 1, 3))),
            ("(2) Hai", Some((Bracketed, "(2)", 2, 4))),
            ("XIV. MƯỜI BỐN", Some((Roman, "XIV.", 14, 5))),
            ("XLII. B", Some((Roman, "XLII.", 42, 6))),
            ("B. Hai", Some((Upper, "B.", 2, 3))),
            ("- gạch", Some((Dash, "-", 0, 2))),
            ("– gạch", Some((Dash, "–", 0, 4))),
            ("+ cộng", Some((Plus, "+", 0, 2))),
            ("1.5 triệu", None),
            ("2020. Năm", None),
            ("-5 độ", None),
            ("**đậm**", None),
            ("a.m. là", None),
            ("IIII. Sai", None),
            ("Số: 5", None),
            ("KT. BỘ TRƯỞNG", None),
            ("", None),
        ];
        for (line, expect) in cases {
            let found = parse(line).map(|l| (l.kind, l.text, l.ordinal, l.rest));
            assert_eq!(found, expect, "{line}");
        }
    }

    #[test]
    fn letters_follow_each_other_as_decrees_write_them() {
        let labels: Vec<_> = ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)"].map(parse).into();
        for pair in labels.windows(2) {
            let [Some(a), Some(b)] = pair else { panic!() };
            assert!(b.follows(a.kind, a.ordinal), "{} {}", a.text, b.text);
            assert!(!a.follows(b.kind, b.ordinal));
        }
        let ordinal = |text| parse(text).map(|l| l.ordinal).unwrap_or_default();
        assert!(parse("e)").is_some_and(|e| e.follows(LabelKind::Letter, ordinal("d)"))), "đ may be left out");
        assert!(parse("g)").is_some_and(|g| !g.follows(LabelKind::Letter, ordinal("d)"))));
        assert_eq!(parse("C. x").map(Label::as_upper).map(|l| (l.kind, l.ordinal)), Some((LabelKind::Upper, 3)));
    }

    #[test]
    fn anchors_never_meet() {
        let anchors: Vec<_> = ["d)", "đ)", "1.", "1.2.", "IV.", "(3)", "-"].map(anchor).into();
        let expect = [Some("d"), Some("dd"), Some("1"), Some("1-2"), Some("iv"), Some("3"), None];
        assert_eq!(anchors, expect.map(|a| a.map(str::to_owned)));
    }
}
