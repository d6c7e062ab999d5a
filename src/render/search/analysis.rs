//! From text to the words that are looked up.
//!
//! Owns what a word is, in every script, for the index. The search script cuts a query by the same rules
//! (`themes/default/search/engine-1-text.js`; one table of cases, `tests/search/analysis.json`, holds both).
//!
//! - Scripts that put spaces between words: a run of letters, marks and digits. Vietnamese words are syllables
//!   so; what belongs together is known by pairs of neighbours.
//! - Numbers of documents, dates, ranges, decimals (`532/BTTTT-TTĐN`, `15/11/2023`, `2026–2030`): the parts, and
//!   every run of parts with a digit in it as one word, whatever joined them (`15/11`, `15-11`, `15.11`).
//! - Dates with a month's name (`15 tháng 11`, `15 November`): their words, and `15/11`.
//! - Han, Kana, Hangul: characters and pairs of neighbouring characters. Thai, Lao, Khmer, Burmese: the same
//!   with written syllables. No dictionary, because engines differ: of the words that Chromium 156 cuts
//!   (`Intl.Segmenter`) from the shipped chapters and strings, ICU4X 2.4's dictionaries have 95 % in Chinese, 90 % in
//!   Japanese, 99 % in Thai, 84 % in Lao, 68 % in Khmer; where it decides by itself (`new_auto`) 85 % in Thai. Every word
//!   cut elsewhere is one that a reader does not find; older browsers have no dictionary at all, and a query, a piece of a
//!   sentence, is cut otherwise than the sentence. Pairs have none of these faults and cost a few more postings.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::dates::dates;
use crate::i18n::fold::{composed, lower, spelling};

/// The longest run of parts that is taken for one number.
const MOST_PARTS: usize = 5;

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A word of a script with spaces.
    Word,
    /// Several parts of a number taken together.
    Whole,
    /// One or two characters of a script without spaces.
    Gram,
}

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its word in the [`Vocabulary`].
    pub word: u32,
    /// What it stands for.
    pub role: Role,
    /// Nothing but a space or a hyphen parts it from the [`Role::Word`] before it.
    pub joined: bool,
    /// A part of a number (`TTĐN` in `532/BTTTT-TTĐN`), which says less than the word alone. Not the digits that such a
    /// number begins with: a document is called by them.
    pub part: bool,
    /// Where it stands in the text, in bytes.
    pub place: (usize, usize),
}

/// A distinct word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its spelling, see [`crate::i18n::fold`].
    pub spelling: String,
    /// The word as a reader would write it, in lower case.
    pub surface: String,
    /// It is written in other ways too.
    pub varied: bool,
}

/// Words met so far, each analysed once however often it is met.
#[derive(Debug, Default)]
pub struct Vocabulary {
    met: HashMap<String, u32, FixedState>,
    /// Those of a few bytes, as most words are, by their bytes as one number.
    met_short: HashMap<u64, u32, FixedState>,
    known: HashMap<String, u32, FixedState>,
    /// The distinct words; a token's `word` is an index into them.
    pub words: Vec<Word>,
}

/// The words of a vocabulary that is complete, in order, in little room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Box<str>);

impl Words {
    /// Spelling and surface of each word, and whether it is written in other ways too.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.0.lines().map(|line| {
            let (spelling, more) = line.split_once('\t').unwrap_or((line, line));
            more.strip_suffix('\t').map_or((spelling, more, false), |surface| (spelling, surface, true))
        })
    }
}

impl From<Vocabulary> for Words {
    fn from(vocabulary: Vocabulary) -> Self {
        let mut text = String::new();
        for Word { spelling, surface, varied } in &vocabulary.words {
            text.push_str(spelling);
            if surface != spelling || *varied {
                text.push('\t');
                text.push_str(surface);
            }
            if *varied {
                text.push('\t');
            }
            text.push('\n');
        }
        Self(text.into())
    }
}

impl Vocabulary {
    /// The words of a text, in order; those taken together follow their parts.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 4);
        let segments = segments(text);
        let mut rest = segments.as_slice();
        while let Some(first) = rest.first() {
            if first.class == Class::Word {
                let group = numbered(rest);
                self.words_of(text, group, &mut tokens);
                rest = &rest[group.len()..];
            } else {
                self.grams(text, first, &mut tokens);
                rest = &rest[1..];
            }
        }
        self.dates_of(text, &segments, &mut tokens);
        tokens
    }

    /// Dates are words of their own, as if they had been written in numbers.
    fn dates_of(&mut self, text: &str, segments: &[Segment], tokens: &mut Vec<Token>) {
        if !text.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        let places: Vec<(usize, usize)> = segments.iter().map(|segment| (segment.start, segment.end)).collect();
        for date in dates(text, &places) {
            let place = (places[date.words.0].0, places[date.words.1 - 1].1);
            for form in date.forms {
                let word = self.intern(form.clone(), || form);
                tokens.push(Token { word, role: Role::Whole, joined: false, part: false, place });
            }
        }
    }

    fn words_of(&mut self, text: &str, group: &[Segment], tokens: &mut Vec<Token>) {
        let before = tokens.len();
        for segment in group {
            let place = (segment.start, segment.end);
            let word = self.word(&text[place.0..place.1]);
            tokens.push(Token { word, role: Role::Word, joined: segment.joined, part: false, place });
        }
        if group.len() == 1 {
            return;
        }
        let after = tokens.len();
        let parts = if group.len() <= MOST_PARTS { group.len() } else { 0 };
        for from in 0..parts {
            for to in from + 2..=parts {
                let run = &group[from..to];
                if run.iter().any(|p| has_digit(&text[p.start..p.end])) {
                    let word = self.whole(text, run);
                    let place = (group[from].start, group[to - 1].end);
                    tokens.push(Token { word, role: Role::Whole, joined: false, part: false, place });
                }
            }
        }
        if tokens.len() > after {
            let from = before + usize::from(is_called(text, group));
            tokens[from..after].iter_mut().for_each(|token| token.part = true);
        }
    }

    fn grams(&mut self, text: &str, segment: &Segment, tokens: &mut Vec<Token>) {
        let starts = units(&text[segment.start..segment.end], segment.class);
        let edges: Vec<usize> = starts.into_iter().map(|at| segment.start + at).chain([segment.end]).collect();
        for (at, start) in edges.iter().enumerate() {
            for end in edges.iter().skip(at + 1).take(2) {
                let place = (*start, *end);
                let word = self.word(&text[place.0..place.1]);
                tokens.push(Token { word, role: Role::Gram, joined: false, part: false, place });
            }
        }
    }

    /// A word that is one only as it is written, capitals and all: an abbreviation.
    pub fn verbatim(&mut self, raw: &str) -> u32 {
        let raw: String = raw.nfc().collect();
        self.intern(raw.clone(), || raw)
    }

    /// The word of a raw run of letters.
    fn word(&mut self, raw: &str) -> u32 {
        let short = short(raw);
        let met = match short {
            Some(number) => self.met_short.get(&number),
            None => self.met.get(raw),
        };
        if let Some(id) = met {
            return *id;
        }
        let lower = normal(raw);
        let id = self.intern(spelling(&lower), || composed(&lower));
        match short {
            Some(number) => _ = self.met_short.insert(number, id),
            None => _ = self.met.insert(raw.to_owned(), id),
        }
        id
    }

    fn whole(&mut self, text: &str, parts: &[Segment]) -> u32 {
        let lowered: Vec<String> = parts.iter().map(|p| normal(&text[p.start..p.end])).collect();
        let spelled = lowered.iter().map(|part| spelling(part)).collect::<Vec<_>>().join("/");
        self.intern(spelled, || composed(&lowered.join("/")))
    }

    fn intern(&mut self, spelled: String, surface: impl FnOnce() -> String) -> u32 {
        if let Some(id) = self.known.get(&spelled) {
            if let Some(word) = self.words.get_mut(*id as usize) {
                let surface = surface();
                word.varied |= surface != word.surface;
                // Whichever is met first.
                if surface < word.surface {
                    word.surface = surface;
                }
            }
            return *id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(Word { spelling: spelled.clone(), surface: surface(), varied: false });
        self.known.insert(spelled, id);
        id
    }
}

/// A short word's bytes as a number, which no other word has: none holds a zero byte.
fn short(raw: &str) -> Option<u64> {
    (raw.len() <= 8).then(|| raw.bytes().fold(0, |number, byte| number << 8 | u64::from(byte)))
}

/// Whether a number is a document's, with letters behind the digits that it begins with (a date has none).
fn is_called(text: &str, group: &[Segment]) -> bool {
    let parts = || group.iter().map(|part| &text[part.start..part.end]);
    parts().next().is_some_and(|first| first.bytes().all(|b| b.is_ascii_digit()))
        && parts().any(|part| !has_digit(part))
}

/// Lower case without invisible characters; of a two-digit number without its leading zero (05/6 = 5/6).
fn normal(raw: &str) -> String {
    let mut word = lower(raw);
    if word.contains(is_invisible) {
        word.retain(|c| !is_invisible(c));
    }
    let bytes = word.as_bytes();
    if bytes.len() == 2 && bytes[0] == b'0' && bytes[1].is_ascii_digit() {
        word.remove(0);
    }
    word
}

/// How a script is cut into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Word,
    Characters,
    Syllables,
}

#[derive(Clone, Copy, Debug)]
struct Segment {
    start: usize,
    end: usize,
    class: Class,
    joined: bool,
    /// It hangs together with the word before it as the parts of a number do.
    linked: bool,
}

impl Segment {
    /// One that begins with a character; `last`: the one before it.
    fn new(text: &str, last: Option<&Self>, (start, end): (usize, usize), class: Class) -> Self {
        let word = last.filter(|last| last.class == Class::Word && class == Class::Word);
        let (joined, linked) = match word.map(|last| &text[last.end..start]) {
            None => (false, false),
            Some(" ") => (true, false),
            Some(gap) => (joins(gap), links(text, start, gap)),
        };
        Self { start, end, class, joined, linked }
    }
}

/// The runs of one class each.
fn segments(text: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::with_capacity(text.len() / 4);
    let (mut open, mut next) = (false, 0);
    while let Some(byte) = text.as_bytes().get(next) {
        let c = if byte.is_ascii() { char::from(*byte) } else { text[next..].chars().next().unwrap_or_default() };
        let at = next;
        let end = at + c.len_utf8();
        next = end;
        // Of letters that most books are written in nothing more need be known.
        let (class, latin) = (class(c), is_latin(c));
        let inside = !latin && (is_combining_mark(c) || is_invisible(c));
        match (class, found.last_mut()) {
            (_, Some(last)) if inside && open => last.end = end,
            (None, _) => open = false,
            _ if inside => open = false,
            (Some(class), Some(last)) if open && last.class == class => last.end = end,
            (Some(class), _) => {
                found.push(Segment::new(text, found.last(), (at, end), class));
                open = true;
            }
        }
        if let Some(word) = found.last_mut().filter(|_| latin && class.is_some()) {
            while text.as_bytes().get(next).is_some_and(u8::is_ascii_alphanumeric) {
                next += 1;
            }
            word.end = next;
        }
    }
    found
}

fn class(c: char) -> Option<Class> {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric().then_some(Class::Word),
        c if is_latin(c) => Some(Class::Word),
        c if !c.is_alphanumeric() => None,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Some(Class::Syllables),
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}' => Some(Class::Characters),
        _ => Some(Class::Word),
    }
}

/// ASCII, and letters with marks as Vietnamese and its neighbours write them: told without looking into tables, as
/// most of any book is.
fn is_latin(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Soft hyphens and what else only tells a browser where a line may break.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether what stands between two words leaves them neighbours.
fn joins(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.chars().all(|c| {
            matches!(
                c,
                ' ' | '\u{a0}' | '\'' | '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '&' | '+' | '_' | '/' | '-' | '‑'
            )
        })
}

/// The words at the front of `rest` that hang together as the parts of a number do.
fn numbered(rest: &[Segment]) -> &[Segment] {
    let length = rest.iter().skip(1).take_while(|segment| segment.linked).count();
    &rest[..=length]
}

/// Whether what stands between two words, the second of which begins at `start`, makes them parts of one number.
fn links(text: &str, start: usize, gap: &str) -> bool {
    match gap {
        "/" | "-" | "–" | "‑" | "_" => true,
        "." | "," | ":" => {
            text[..start - gap.len()].ends_with(|c: char| c.is_ascii_digit())
                && text[start..].starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// Where the characters or written syllables of a run begin.
fn units(run: &str, class: Class) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut leading, mut stacked) = (false, false);
    for (at, c) in run.char_indices() {
        let follows = is_combining_mark(c) || is_invisible(c) || (class == Class::Syllables && is_following(c));
        if starts.is_empty() || !(follows || leading || stacked) {
            starts.push(at);
        }
        leading = matches!(c, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}') || (leading && is_invisible(c));
        stacked = matches!(c, '\u{17d2}' | '\u{1039}');
    }
    starts
}

/// Vowels that are written after their consonant without being marks.
fn is_following(c: char) -> bool {
    matches!(c, '\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e45}' | '\u{eb0}' | '\u{eb2}' | '\u{eb3}' | '\u{ebd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        tokens: Vec<String>,
        pairs: Vec<String>,
    }

    /// The table that the search script is held to as well, in Chromium.
    #[test]
    fn the_shared_table_holds() {
        let table: Vec<Case> = serde_json::from_str(include_str!("../../../tests/search/analysis.json")).unwrap();
        assert!(table.len() > 30);
        for case in table {
            let mut vocabulary = Vocabulary::default();
            let tokens = vocabulary.tokens(&case.text);
            let surface = |word: u32| vocabulary.words[word as usize].surface.clone();
            let words: Vec<String> = tokens.iter().map(|t| surface(t.word)).collect();
            assert_eq!(words, case.tokens, "{}", case.text);
            let plain: Vec<&Token> = tokens.iter().filter(|t| t.role == Role::Word).collect();
            let pairs = plain.windows(2).filter(|p| p[1].joined);
            let pairs: Vec<String> = pairs.map(|p| format!("{} {}", surface(p[0].word), surface(p[1].word))).collect();
            assert_eq!(pairs, case.pairs, "{}", case.text);
        }
    }
}
