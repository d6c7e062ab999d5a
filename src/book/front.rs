//! What the front matter of pages says of other pages and of data: former addresses, sources, documents,
//! elements, entrances.
//!
//! Owns the checks of those fields. Their form is `content::front_matter`'s.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::addresses::Addresses;
use super::assemble::output_path;
use super::draft::Origin;
use super::entries;
use super::model::Page;
use crate::base::{Diagnostic, Locale, NearPaths, RelPath, Span, Words, codes, nearest};
use crate::config::ElementsConfig;
use crate::content::data::{self, Data};
use crate::content::page::FrontMatter;
use crate::words;

/// Where `value` stands in the page's front matter, else the front matter.
fn span_of(origin: &Origin, front: &FrontMatter, value: &str) -> Span {
    let range = front.span.range();
    let text = origin.source.text.get(range.clone()).unwrap_or_default();
    let found = text.find(&format!("\"{value}\"")).map(|at| at + 1).or_else(|| text.find(value));
    found.map_or(front.span, |at| Span::new(range.start + at, range.start + at + value.len()))
}

fn at(origin: &Origin, front: &FrontMatter, value: &str, finding: Diagnostic) -> Diagnostic {
    finding.at(&origin.source, span_of(origin, front, value))
}

/// A former path as written (`old/name.md`, `old/name.html`, `vi/old/name.html`): its path below the content
/// folder, as a source path.
#[must_use]
pub fn former(alias: &str, locales: &[&Locale]) -> Option<RelPath> {
    let path = RelPath::new(alias.trim_start_matches('/')).ok().filter(|p| !p.as_str().is_empty())?;
    let own = |l: &&&Locale| path.parts().next() == Some(l.as_str()) && path.parts().nth(1).is_some();
    let path = match locales.iter().find(own) {
        Some(locale) => path.strip(&RelPath::new(locale.as_str()).ok()?)?,
        None => path,
    };
    Some(if path.extension() == "html" { path.with_extension("md") } else { path })
}

/// The former addresses of each page in one locale. One that another page has, now or before, is reported.
pub fn aliases(
    pages: &[Arc<Page>],
    fronts: &[&FrontMatter],
    origins: &[Origin],
    locales: &[&Locale],
    locale: &Locale,
) -> (Vec<Vec<RelPath>>, Vec<Diagnostic>) {
    let mut taken = Taken::new(pages, locale);
    let mut findings = Vec::new();
    let mut all = Vec::new();
    for (index, (front, origin)) in fronts.iter().zip(origins).enumerate() {
        let mut own = BTreeSet::new();
        for alias in &front.aliases {
            match taken.claim(alias, former(alias, locales), index) {
                Ok(path) => _ = own.insert(path),
                Err(finding) => findings.push(at(origin, front, alias, *finding)),
            }
        }
        all.push(own.into_iter().collect());
    }
    (all, findings)
}

/// Who has which address. Upper and lower case count as one, as on the systems that do not tell them apart.
struct Taken<'a> {
    pages: &'a [Arc<Page>],
    locale: &'a Locale,
    /// Of pages, and of former addresses so far.
    owners: BTreeMap<String, usize>,
    /// Of what every book has: files and folders.
    reserved: Vec<RelPath>,
}

impl<'a> Taken<'a> {
    fn new(pages: &'a [Arc<Page>], locale: &'a Locale) -> Self {
        let owners = pages.iter().enumerate().map(|(i, p)| (key(&p.path), i)).collect();
        let reserved = entries::reserved(locale, pages).iter().map(lower).collect();
        Self { pages, locale, owners, reserved }
    }

    /// The output path of an alias of the page at `index`, when nothing else has it.
    fn claim(&mut self, alias: &str, path: Option<RelPath>, index: usize) -> Result<RelPath, Box<Diagnostic>> {
        let fault = |message| Diagnostic::error(codes::ALIAS_TAKEN, message);
        if let Some((page, anchor)) = alias.split_once('#') {
            let message = words!(
                "a former address is a page's: `#{anchor}` cannot be led on",
                "địa chỉ cũ là của cả trang: không chuyển hướng riêng `#{anchor}` được"
            );
            return Err(Box::new(fault(message).help(words!(
                "write `{page}`, and give the heading its old id: `{{#{anchor}}}`",
                "hãy ghi `{page}`, và đặt lại mã cũ cho đề mục: `{{#{anchor}}}`"
            ))));
        }
        let Some(path) = path else {
            let message = words!("`{alias}` is no path of a page", "`{alias}` không phải đường dẫn của một trang");
            return Err(Box::new(fault(message)));
        };
        let path = output_path(self.locale, &path);
        let owner = self.owners.get(&key(&path)).copied();
        // An earlier alias of the same page is no harm; the page itself is.
        if let Some(owner) = owner
            && (owner != index || self.pages.get(index).is_some_and(|p| key(&p.path) == key(&path)))
        {
            let title = self.pages.get(owner).map_or("", |p| p.source.as_str());
            let message = words!("`{alias}` is an address of `{title}`", "`{alias}` là địa chỉ của `{title}`");
            return Err(Box::new(fault(message).help(no_alias())));
        }
        if self.reserved.iter().any(|reserved| reserved.holds(&lower(&path))) {
            let message = words!(
                "`{alias}` is the address of a page that every handbook has",
                "`{alias}` là địa chỉ của một trang mà cẩm nang nào cũng có"
            );
            return Err(Box::new(fault(message).help(no_alias())));
        }
        self.owners.insert(key(&path), index);
        Ok(path)
    }
}

fn key(path: &RelPath) -> String {
    path.as_str().to_lowercase()
}

fn lower(path: &RelPath) -> RelPath {
    RelPath::new(&key(path)).unwrap_or_default()
}

fn no_alias() -> Words {
    words!("delete it from `aliases`", "hãy xóa nó khỏi `aliases`")
}

/// Checks ids and paths that front matter names.
pub struct Check<'a> {
    /// Data.
    pub data: &'a Data,
    /// Pages.
    pub addresses: &'a Addresses,
    /// Pages that could not be read.
    pub unread: &'a Addresses,
    /// Files, for what was probably meant.
    pub near: &'a NearPaths<'a>,
    /// The framework.
    pub elements: &'a ElementsConfig,
}

impl Check<'_> {
    /// What is wrong in one page's front matter.
    #[must_use]
    pub fn page(&self, front: &FrontMatter, origin: &Origin) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let known: BTreeSet<&str> = self.data.sources.iter().map(|s| s.id.as_str()).collect();
        let document = front.document.iter().flat_map(|d| [Some(&d.id), d.replaced_by.as_ref()]).flatten();
        for id in front.sources.iter().chain(document) {
            findings.extend(data::unknown("source", id, &known).map(|f| at(origin, front, id, f)));
        }
        for step in front.entrances.iter().flat_map(|e| &e.steps) {
            let path = RelPath::new(step).ok();
            let named = |p: &RelPath| self.addresses.find(p).is_some() || self.unread.find(p).is_some();
            if path.as_ref().is_some_and(named) {
                continue;
            }
            let message = words!("`{step}` is no page of the book", "`{step}` không phải một trang của sách");
            let help = self.near.find(step).filter(|near| near != step).map(meant);
            let finding = Diagnostic::error(codes::LINK_BROKEN, message);
            findings.push(at(origin, front, step, Diagnostic { help, ..finding }));
        }
        findings
    }

    /// The elements among the pages: each has a number of its own, within the framework, and a known group.
    #[must_use]
    pub fn elements(&self, pages: &[Arc<Page>], fronts: &[&FrontMatter], origins: &[Origin]) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut taken: BTreeMap<u32, &Page> = BTreeMap::new();
        let expected = self.elements.expected;
        for ((page, front), origin) in pages.iter().zip(fronts).zip(origins) {
            let Some(element) = &page.element else { continue };
            let number = element.number;
            let mut report = |value: &str, message: Words, help: Option<Words>| {
                let finding = Diagnostic::error(codes::ELEMENT_SLOT, message);
                findings.push(at(origin, front, value, Diagnostic { help, ..finding }));
            };
            if number == 0 {
                report("number", words!("an element needs a number, from 1", "yếu tố cần có số, từ 1"), None);
            } else if expected > 0 && number > expected {
                let message = words!(
                    "the framework has {expected} elements; this one is number {number}",
                    "khung có {expected} yếu tố; yếu tố này mang số {number}"
                );
                report("number", message, None);
            } else if let Some(other) = taken.insert(number, page) {
                let other = &other.source;
                let message = words!("`{other}` is element {number} already", "`{other}` đã là yếu tố số {number}");
                report("number", message, None);
            }
            let groups = &self.elements.groups;
            if !groups.is_empty() && !groups.contains(&element.group) {
                let group = &element.group;
                let message = words!("there is no group `{group}`", "không có nhóm `{group}`");
                let help = nearest(group, groups.iter().map(String::as_str)).map(meant);
                report(group, message, help);
            }
        }
        findings
    }
}

fn meant(near: &str) -> Words {
    words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?")
}
