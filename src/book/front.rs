//! What the front matter of pages says of other pages and of data: former addresses, sources, documents,
//! elements, entrances.
//!
//! Owns the checks of those fields. Their form is `content::front_matter`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::Addresses;
use super::assemble::{Origin, output_path};
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
    pages: &[Page],
    fronts: &[&FrontMatter],
    origins: &[Origin],
    locales: &[&Locale],
    locale: &Locale,
) -> (Vec<Vec<RelPath>>, Vec<Diagnostic>) {
    let mut taken: BTreeMap<RelPath, usize> = pages.iter().enumerate().map(|(i, p)| (p.path.clone(), i)).collect();
    let mut findings = Vec::new();
    let mut all = Vec::new();
    for (index, (front, origin)) in fronts.iter().zip(origins).enumerate() {
        let mut own = BTreeSet::new();
        for alias in &front.aliases {
            let Some(path) = former(alias, locales) else {
                let message = words!("`{alias}` is no path of a page", "`{alias}` không phải đường dẫn của một trang");
                findings.push(at(origin, front, alias, Diagnostic::error(codes::ALIAS_TAKEN, message)));
                continue;
            };
            let path = output_path(locale, &path);
            match taken.insert(path.clone(), index) {
                Some(other) if other != index => {
                    taken.insert(path, other);
                    let title = pages.get(other).map_or("", |p| p.source.as_str());
                    let message = words!("`{alias}` is an address of `{title}`", "`{alias}` là địa chỉ của `{title}`");
                    findings.push(at(origin, front, alias, Diagnostic::error(codes::ALIAS_TAKEN, message)));
                }
                Some(_) if pages.get(index).is_some_and(|p| p.path == path) => {}
                _ => _ = own.insert(path),
            }
        }
        all.push(own.into_iter().collect());
    }
    (all, findings)
}

/// Checks ids and paths that front matter names.
pub struct Check<'a> {
    /// Data.
    pub data: &'a Data,
    /// Pages.
    pub addresses: &'a Addresses,
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
            if path.as_ref().is_some_and(|p| self.addresses.find(p).is_some()) {
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
    pub fn elements(&self, pages: &[Page], fronts: &[&FrontMatter], origins: &[Origin]) -> Vec<Diagnostic> {
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
