//! A single start tag, written as the library writes it.
//!
//! Owns reading a tag and the attributes that need no entities; what the values mean is said by the library's table. Tags
//! are remembered: most of a page's stand in others too.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use minify_html_common::r#gen::attrs::ATTRS;
use minify_html_common::spec::tag::ns::Namespace;

/// Longer tags are not remembered.
const LONGEST: usize = 512;
/// Tags that are remembered at once.
const MOST: usize = 4096;

/// Tags that were met, in one page or in several.
#[derive(Default)]
pub struct Tags {
    html: HashMap<Box<[u8]>, Known, FixedState>,
    svg: HashMap<Box<[u8]>, Known, FixedState>,
    /// How they are written.
    texts: Vec<u8>,
}

/// What is known of a start tag.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// Its length, and that of its name, which stands behind its first byte.
    pub length: usize,
    pub name: usize,
    /// It ends in `/>` where that closes it.
    pub closed: bool,
    /// Where in the texts it is written; `None`: it is the library's to write.
    written: Option<(usize, usize)>,
}

impl Tags {
    /// The tag at the beginning of `source`, which stands in an element of `parent`. `None` as of [`Tag::read`].
    pub(super) fn read(&mut self, source: &[u8], parent: Namespace) -> Option<Known> {
        let quick = length(source).filter(|length| *length <= LONGEST);
        // What was read once is read alike whatever stands behind it.
        if let Some(known) = quick.and_then(|length| self.of(parent).get(&source[..length])) {
            return Some(*known);
        }
        let (mut tag, length) = Tag::read(source)?;
        let namespace = if tag.name == b"svg" { Namespace::Svg } else { parent };
        let closed = tag.closes_itself && namespace == Namespace::Svg;
        if self.html.len() + self.svg.len() >= MOST || self.texts.len() > MOST * LONGEST / 4 {
            *self = Self::default();
        }
        let begin = self.texts.len();
        let written = tag.write(namespace, closed, &mut self.texts).then_some((begin, self.texts.len()));
        let known = Known { length, name: tag.name.len(), closed, written };
        if quick == Some(length) {
            self.of(parent).insert(source[..length].into(), known);
        }
        Some(known)
    }

    /// How a tag is written, unless that is the library's to do.
    pub(super) fn written(&self, known: Known) -> Option<&[u8]> {
        known.written.and_then(|(begin, end)| self.texts.get(begin..end))
    }

    fn of(&mut self, parent: Namespace) -> &mut HashMap<Box<[u8]>, Known, FixedState> {
        if parent == Namespace::Svg { &mut self.svg } else { &mut self.html }
    }
}

/// How long a tag is in which quotes stand around values alone.
fn length(source: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr3(b'>', b'"', b'\'', source.get(at..)?)? + 1;
        match source.get(at - 1)? {
            b'>' => return Some(at),
            quote => at += memchr::memchr(*quote, source.get(at..)?)? + 1,
        }
    }
}

/// A start tag.
struct Tag<'p> {
    name: &'p [u8],
    attributes: Vec<Attribute<'p>>,
    /// It ends in `/>`.
    closes_itself: bool,
}

/// An attribute, its name in small letters.
struct Attribute<'p> {
    name: Cow<'p, [u8]>,
    value: &'p [u8],
    written: Written,
}

/// How an attribute is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Not,
    Name,
    Unquoted,
    Quoted,
}

impl<'p> Tag<'p> {
    /// Reads the tag at the beginning of `source`, and how long it is. `None` for one whose name is not in small letters, and
    /// for one that does not end.
    fn read(source: &'p [u8]) -> Option<(Self, usize)> {
        let length = source.iter().skip(1).take_while(|byte| is_name(**byte)).count();
        let name = source.get(1..=length).filter(|name| !name.is_empty())?;
        let mut tag = Self { name, attributes: Vec::new(), closes_itself: false };
        let mut at = length + 1;
        if !source.get(at).is_some_and(|byte| ends_name(*byte) && *byte != b'=') {
            return None;
        }
        loop {
            let slash = skip(source, &mut at, |byte| byte.is_ascii_whitespace() || byte == b'/');
            if *source.get(at)? == b'>' {
                tag.closes_itself = slash.last() == Some(&b'/');
                return Some((tag, at + 1));
            }
            let start = at;
            at += 1;
            skip(source, &mut at, |byte| !ends_name(byte));
            let name = source.get(start..at)?;
            skip(source, &mut at, |byte| byte.is_ascii_whitespace());
            let value = if *source.get(at)? == b'=' { value(source, &mut at)? } else { b"" };
            let name = if name.iter().any(u8::is_ascii_uppercase) {
                Cow::Owned(name.to_ascii_lowercase())
            } else {
                Cow::Borrowed(name)
            };
            tag.attributes.push(Attribute { name, value, written: Written::Not });
        }
    }

    /// Writes the tag; `closed`: as one that closes itself. Where it is the library's to do, nothing is written.
    fn write(&mut self, namespace: Namespace, closed: bool, out: &mut Vec<u8>) -> bool {
        self.attributes.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        if self.attributes.windows(2).any(|two| two[0].name == two[1].name) {
            return false;
        }
        for Attribute { name, value, written } in &mut self.attributes {
            match (self.name, name.as_ref()) {
                (b"meta", b"name") if value.eq_ignore_ascii_case(b"viewport") => return false,
                (b"script", b"type") => return false,
                (tag, name) => match found(namespace, tag, name, value) {
                    Some(found) => *written = found,
                    None => return false,
                },
            }
        }
        out.push(b'<');
        out.extend_from_slice(self.name);
        for Attribute { name, value, .. } in self.attributes.iter().filter(|a| a.written == Written::Quoted) {
            [b" ", name.as_ref(), b"=\"", value, b"\""].iter().for_each(|part| out.extend_from_slice(part));
        }
        let mut unquoted = false;
        for Attribute { name, value, written } in &self.attributes {
            if let Written::Unquoted | Written::Name = written {
                unquoted = true;
                out.push(b' ');
                out.extend_from_slice(name);
            }
            if let Written::Unquoted = written {
                out.push(b'=');
                out.extend_from_slice(value);
            }
        }
        if closed {
            out.extend_from_slice(if unquoted { b" /" } else { b"/" });
        }
        out.push(b'>');
        true
    }
}

/// What a byte of a value asks for.
const OTHERWISE: u8 = 1;
const QUOTES: u8 = 2;
const CAPITAL: u8 = 4;

/// What each byte of a value asks for.
const ASKS: [u8; 256] = asks();

const fn asks() -> [u8; 256] {
    let mut asks = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        asks[byte as usize] = match byte {
            b'&' | b'"' => OTHERWISE,
            b'\'' | b'=' | b'`' | b'<' | b'>' => QUOTES,
            byte if byte.is_ascii_whitespace() => QUOTES,
            byte if byte.is_ascii_uppercase() => CAPITAL,
            _ => 0,
        };
        byte += 1;
    }
    asks
}

/// `None` for values that are not written as they are.
fn found(namespace: Namespace, tag: &[u8], name: &[u8], value: &[u8]) -> Option<Written> {
    let asked = value.iter().fold(0, |asked, byte| asked | ASKS[usize::from(*byte)]);
    if asked & OTHERWISE != 0 {
        return None;
    }
    if let Some(rule) = ATTRS.get(namespace, tag, name) {
        let white = (rule.collapse || rule.trim) && asked & QUOTES != 0 && !is_tidy(value);
        if white || (rule.case_insensitive && asked & CAPITAL != 0) {
            return None;
        }
        if (value.is_empty() && rule.redundant_if_empty) || rule.default_value == Some(value) {
            return Some(Written::Not);
        }
        if rule.boolean {
            return Some(Written::Name);
        }
    }
    Some(match value {
        b"" => Written::Name,
        _ if asked & QUOTES == 0 => Written::Unquoted,
        _ => Written::Quoted,
    })
}

/// No white space but single spaces between words.
fn is_tidy(value: &[u8]) -> bool {
    let white = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    value
        .iter()
        .enumerate()
        .all(|(at, byte)| !byte.is_ascii_whitespace() || (*byte == b' ' && at > 0 && !white(value.get(at + 1))))
}

/// The value of an attribute, from its equals sign on.
fn value<'p>(source: &'p [u8], at: &mut usize) -> Option<&'p [u8]> {
    *at += 1;
    skip(source, at, |byte| byte.is_ascii_whitespace());
    let quote = *source.get(*at)?;
    if !matches!(quote, b'"' | b'\'') {
        return Some(skip(source, at, |byte| !byte.is_ascii_whitespace() && byte != b'>'));
    }
    *at += 1;
    let value = skip(source, at, |byte| byte != quote);
    *at += 1;
    Some(value)
}

/// Goes on while bytes are as `wanted`; what lies behind.
fn skip<'p>(source: &'p [u8], at: &mut usize, wanted: impl Fn(u8) -> bool) -> &'p [u8] {
    let rest = source.get(*at..).unwrap_or_default();
    let length = rest.iter().position(|byte| !wanted(*byte)).unwrap_or(rest.len());
    *at += length;
    &rest[..length]
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'=' | b'>')
}
