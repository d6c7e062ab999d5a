//! The library's minifying in one pass, for HTML as our templates and our writer write it.
//!
//! Owns the way through well-formed HTML: what stands open, and which white space means nothing there. All rules are the
//! library's own tables. What this pass does not know is the library's to do: a single tag or run of text where that is
//! enough, else the whole page. So both write the same bytes; a page takes a tenth of the time, for no tree is built.

use minify_html_common::spec::tag::ns::Namespace;
use minify_html_common::spec::tag::omission::{can_omit_as_before, can_omit_as_last_node};
use minify_html_common::spec::tag::void::VOID_TAGS;
use minify_html_common::spec::tag::whitespace::{WhitespaceMinification, get_whitespace_minification_for_tag};

use super::tag::Tags;
use super::{DEEPEST, whole};

/// Entities that stand for no white space, with which text is written.
const ENTITIES: [&[u8]; 6] = [b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&#39;", b"&#x27;"];

/// Sequences that the library writes shorter end in this character.
const RARE: &str = "\u{20d2}";

/// A page minified; `None` where the library has to do it.
pub(super) fn html(page: &[u8], tags: &mut Tags) -> Option<Vec<u8>> {
    if memchr::memmem::find(page, RARE.as_bytes()).is_some() {
        return None;
    }
    let mut pass =
        Pass { rest: page, out: Vec::with_capacity(page.len()), open: Vec::new(), text: 0, once: [false; 3], tags };
    pass.enter(b"", Namespace::Html);
    while !pass.rest.is_empty() {
        pass.step()?;
    }
    pass.trim_end();
    (pass.open.len() == 1).then_some(pass.out)
}

/// An element that stands open.
struct Open<'p> {
    name: &'p [u8],
    namespace: Namespace,
    white: &'static WhitespaceMinification,
    in_pre: bool,
    /// Nothing stands in it yet.
    bare: bool,
}

struct Pass<'p> {
    rest: &'p [u8],
    out: Vec<u8>,
    open: Vec<Open<'p>>,
    /// Where in `out` the text at its end begins.
    text: usize,
    /// Whether there was a tag of an element that a page has once.
    once: [bool; 3],
    tags: &'p mut Tags,
}

impl<'p> Pass<'p> {
    fn step(&mut self) -> Option<()> {
        let end = memchr::memchr(b'<', self.rest).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        if !text.is_empty() {
            self.text(text)?;
        }
        match rest.get(1) {
            None => rest.is_empty().then_some(()),
            Some(b'/') => self.end(),
            Some(b'!') => self.doctype(),
            Some(_) => self.begin(),
        }
    }

    fn enter(&mut self, name: &'p [u8], namespace: Namespace) {
        let in_pre = self
            .open
            .last()
            .is_some_and(|parent| parent.in_pre || (parent.namespace == Namespace::Html && parent.name == b"pre"))
            || (namespace == Namespace::Html && name == b"pre");
        let white = get_whitespace_minification_for_tag(namespace, name, in_pre);
        self.open.push(Open { name, namespace, white, in_pre, bare: true });
    }

    fn doctype(&mut self) -> Option<()> {
        const DOCTYPE: &[u8] = b"<!doctype html>";
        self.rest = self.rest.strip_prefix(DOCTYPE).filter(|_| self.out.is_empty())?;
        self.out.extend_from_slice(DOCTYPE);
        self.text = self.out.len();
        Some(())
    }

    fn text(&mut self, text: &[u8]) -> Option<()> {
        let top = self.open.last_mut()?;
        let first = std::mem::replace(&mut top.bare, false);
        let WhitespaceMinification { collapse, destroy_whole, trim } = *top.white;
        let text = if first && trim { text.trim_ascii_start() } else { text };
        if destroy_whole && text.iter().all(u8::is_ascii_whitespace) {
            return Some(());
        }
        if memchr::memchr(b'&', text).is_none() {
            push(&mut self.out, text, collapse);
            return Some(());
        }
        let mut starts = text.iter().enumerate().filter(|(_, byte)| **byte == b'&').map(|(at, _)| &text[at..]);
        if !starts.all(|rest| ENTITIES.iter().any(|entity| rest.starts_with(entity))) {
            return None;
        }
        let text = within(b"<pre>", text, b"</pre>")?;
        push(&mut self.out, &text, collapse);
        Some(())
    }

    fn begin(&mut self) -> Option<()> {
        let parent = self.open.last_mut()?;
        let known = self.tags.read(self.rest, parent.namespace)?;
        let (source, rest) = self.rest.split_at_checked(known.length)?;
        let name = source.get(1..=known.name)?;
        if can_omit_as_before(parent.name, name) || !is_first(&mut self.once, name) {
            return None;
        }
        parent.bare = false;
        let namespace = if name == b"svg" { Namespace::Svg } else { parent.namespace };
        let length = raw(name, namespace, rest)?;
        if length > 0 {
            let (element, after) = self.rest.split_at(source.len() + length);
            let text = rest.get(..length)?;
            // Of text alone nothing is left out.
            let is_text = matches!(name, b"title" | b"textarea") && !text.contains(&b'&');
            match self.tags.written(known).filter(|_| is_text) {
                Some(tag) => [tag, text].into_iter().for_each(|part| self.out.extend_from_slice(part)),
                None => self.library(name, namespace, element)?,
            }
            (self.rest, self.text) = (after, self.out.len());
            return Some(());
        }
        self.rest = rest;
        let empty = known.closed || VOID_TAGS.contains(name);
        match self.tags.written(known) {
            Some(tag) => self.out.extend_from_slice(tag),
            None => {
                let end = if empty { Vec::new() } else { [b"</", name, b">"].concat() };
                self.library(name, namespace, &[source, &end].concat())?;
                self.out.truncate(self.out.len() - end.len());
            }
        }
        self.text = self.out.len();
        if !empty {
            self.enter(name, namespace);
        }
        (self.open.len() <= DEEPEST).then_some(())
    }

    fn end(&mut self) -> Option<()> {
        let name = self.open.last()?.name;
        let rest = self.rest.strip_prefix(b"</")?.strip_prefix(name)?.strip_prefix(b">")?;
        let around = self.open.len().checked_sub(2).and_then(|at| self.open.get(at))?.name;
        if around == name && can_omit_as_last_node(around, name) {
            return None;
        }
        self.trim_end();
        self.open.pop();
        for part in [b"</", name, b">"] {
            self.out.extend_from_slice(part);
        }
        (self.rest, self.text) = (rest, self.out.len());
        Some(())
    }

    /// Text at the end of an element.
    fn trim_end(&mut self) {
        if self.open.last().is_some_and(|top| top.white.trim) {
            while self.out.len() > self.text && self.out.last().is_some_and(u8::is_ascii_whitespace) {
                self.out.pop();
            }
        }
    }

    /// Has the library write an element.
    fn library(&mut self, name: &[u8], namespace: Namespace, element: &[u8]) -> Option<()> {
        if namespace == Namespace::Svg && name != b"svg" {
            self.out.append(&mut within(b"<svg>", element, b"</svg>")?);
        } else {
            self.out.append(&mut whole(element));
        }
        self.text = self.out.len();
        Some(())
    }
}

/// Whether an element that a page has once is met for the first time.
fn is_first(once: &mut [bool; 3], name: &[u8]) -> bool {
    let at = [b"html", b"head", b"body"].iter().position(|one| one.as_slice() == name);
    at.and_then(|at| once.get_mut(at)).is_none_or(|met| !std::mem::replace(met, true))
}

/// How far an element that holds text alone reaches after its tag, with its end tag; 0 for all others. `None`: not to be
/// told.
fn raw(name: &[u8], namespace: Namespace, rest: &[u8]) -> Option<usize> {
    let holds_text = match name {
        b"script" | b"style" => true,
        b"title" | b"textarea" => namespace == Namespace::Html,
        _ => false,
    };
    if !holds_text {
        return Some(0);
    }
    let end = [b"</", name, b">"].concat();
    if name == b"script" && rest.starts_with(&end) {
        return Some(0);
    }
    let length = rest.windows(2).position(|two| two == b"</")?;
    rest.get(length..)?.starts_with(&end).then_some(length + end.len())
}

/// What the library makes of something between two tags that it leaves as they are.
fn within(before: &[u8], what: &[u8], after: &[u8]) -> Option<Vec<u8>> {
    let made = whole(&[before, what, after].concat());
    made.strip_prefix(before)?.strip_suffix(after).map(<[u8]>::to_vec)
}

/// Adds text, each run of white space as one space where it is to `collapse`.
fn push(out: &mut Vec<u8>, text: &[u8], collapse: bool) {
    if !collapse || is_tidy(text) {
        return out.extend_from_slice(text);
    }
    let mut from = 0;
    for (at, byte) in text.iter().enumerate().filter(|(_, byte)| byte.is_ascii_whitespace()) {
        let next_is_white = text.get(at + 1).is_some_and(u8::is_ascii_whitespace);
        if *byte != b' ' || next_is_white {
            out.extend_from_slice(&text[from..at]);
            if !next_is_white {
                out.push(b' ');
            }
            from = at + 1;
        }
    }
    out.extend_from_slice(&text[from..]);
}

/// Whether all white space is single spaces. Looks at all of it, which is quicker than to stop.
fn is_tidy(text: &[u8]) -> bool {
    let other = text.iter().fold(false, |any, byte| any | (*byte < b' '));
    let double = text.iter().zip(text.iter().skip(1)).fold(false, |any, (a, b)| any | ((*a == b' ') & (*b == b' ')));
    !(other | double)
}
