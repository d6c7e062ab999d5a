//! From parsed files to the handbook. The steps, each in a file of its own:
//!
//! 1. `outline`: which pages there are, in which order, with which numbers: once for all locales.
//! 2. `texts`: for each locale the text of each page: its own, translated, or the source's.
//! 3. `sections`, `words`, `index_terms`: what a page tells about itself.
//! 4. `records`: the data files in the locale's words.
//! 5. `generated`, `table`: blocks made from other pages and data; citations get their names.
//! 6. `glossary`: the first use of each term.
//! 7. `anchors`, `addresses`: every place that a link can lead to, of all books.
//! 8. `links`, `raw_html`, `assets`: every link and image.
//! 9. `front`: former addresses, and the checks of what front matter names.
//!
//! Everything is looked up in maps made beforehand, so that time grows with the text, not with its square.
//! Pages are worked on in parallel; what they share is finished before. `draft` has the steps of one book.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::addresses::Addresses;
use super::assets::Assets;
use super::draft::Draft;
use super::front::{self, Check};
use super::glossary::Linker;
use super::known::Known;
use super::links::{Places, Resolver};
use super::model::{Handbook, TextOrigin};
use super::outline::Outline;
use crate::base::{Diagnostic, Hash, Locale, Memo, NearPaths, RelPath, codes};
use crate::config::{Config, LocaleConfig};
use crate::content::Content;
use crate::content::summary::Summary;
use crate::files::Project;
use crate::words;

/// Puts the books together. Bad content is reported and the rest goes on.
#[must_use]
pub fn assemble(project: &Project, config: Arc<Config>, content: &Content) -> (Handbook, Vec<Diagnostic>) {
    let (handbook, findings, _) = put_together(project, config, content, false);
    (handbook, findings)
}

/// The same, with what a build that makes some pages again has to know of all of them.
#[must_use]
pub fn assemble_known(
    project: &Project,
    config: Arc<Config>,
    content: &Content,
) -> (Handbook, Vec<Diagnostic>, Option<Known>) {
    put_together(project, config, content, true)
}

/// `known`: whether what is known of all pages is asked for.
fn put_together(
    project: &Project,
    config: Arc<Config>,
    content: &Content,
    known: bool,
) -> (Handbook, Vec<Diagnostic>, Option<Known>) {
    let (mut findings, memo) = (Vec::new(), project.memo());
    let outline = outline(&config, content, memo);
    let assets = Assets::new(project, &config, content);
    let locales: Vec<&Locale> = config.locales.iter().map(|l| &l.locale).collect();
    let begin = |l: &LocaleConfig| Draft::new(&config, content, &outline, l, memo);
    let mut drafts: Vec<Draft> = config.locales.par_iter().map(begin).collect();

    let linkers: HashMap<Locale, Arc<Linker>> = drafts.par_iter().map(|d| d.linker(memo)).collect();
    for draft in &mut drafts {
        findings.extend(draft.aliases(&locales));
        findings.extend(draft.fill(&config, &assets, &linkers, memo));
    }

    let translations = |p: &&RelPath| p.parts().next().is_some_and(|f| locales.iter().any(|l| l.as_str() == f));
    let near = NearPaths::new(content.files.iter().filter(|p| !translations(p)).map(RelPath::as_str));
    let addresses = addresses(&outline, &drafts, &locales, memo);
    let books: Vec<Places> = drafts.iter().map(Draft::places).collect();
    let unread = unread(&config, content);
    let (raw_html, state) = (config.raw_html, Hash::of_value(&(&books, addresses.key, unread.key, &content.files)));
    let resolver = Resolver {
        addresses: &addresses,
        unread: &unread,
        books: &books,
        assets: &assets,
        raw_html,
        near: &near,
        state,
    };
    for (draft, places) in drafts.iter_mut().zip(&books) {
        findings.extend(draft.resolve(&resolver, places, memo));
    }
    findings.extend(missing_anchors(&config, &drafts, &books));

    let check =
        Check { data: &content.data, addresses: &addresses, unread: &unread, near: &near, elements: &config.elements };
    for draft in &drafts {
        findings.extend(draft.check(&check));
    }
    let known = known.then(|| Known {
        former: former(&drafts, &locales),
        books: drafts.iter().zip(&books).map(|(draft, places)| draft.known(places)).collect(),
    });
    let books = drafts.into_iter().map(Draft::finish).collect();
    let (assets, unread) = assets.finish();
    findings.extend(unread);
    // A translated page and its fallback may tell the same; the order of work must not show.
    let findings: BTreeSet<Diagnostic> = findings.into_iter().collect();
    (Handbook { config, books, assets }, findings.into_iter().collect(), known)
}

fn outline(config: &Config, content: &Content, memo: &Memo) -> Arc<Outline> {
    let pages = content.pages.get(&config.source);
    let exists = |path: &RelPath| pages.is_some_and(|p| p.contains_key(path));
    let Some(summary) = content.summaries.get(&config.source) else { return Arc::default() };
    let all = pages.into_iter().flat_map(BTreeMap::keys).collect::<Vec<_>>();
    let key = Hash::of_value(&(&summary.source.path, summary.source.hash, config.numbering, all));
    memo.get("outline", key, || Outline::new(summary, config.numbering, exists))
}

/// Pages that the table of contents lists and whose file is there, but could not be read.
fn unread(config: &Config, content: &Content) -> Addresses {
    let pages = content.pages.get(&config.source);
    let listed = content.summaries.get(&config.source).into_iter().flat_map(Summary::lines);
    let unread = listed
        .filter_map(|line| line.path.as_ref())
        .filter(|path| content.files.contains(path) && !pages.is_some_and(|p| p.contains_key(*path)));
    Addresses::new(unread.collect::<Vec<_>>().into_iter(), std::iter::empty())
}

fn addresses(outline: &Outline, drafts: &[Draft<'_>], locales: &[&Locale], memo: &Memo) -> Arc<Addresses> {
    let former = former(drafts, locales);
    let former = former.iter().map(|(path, index)| (path.as_str(), *index));
    let paths = outline.pages.iter().map(|s| &s.path);
    memo.get("addresses", Addresses::key(paths.clone(), former.clone()), || Addresses::new(paths, former))
}

/// Former source paths, and which page has each.
fn former(drafts: &[Draft<'_>], locales: &[&Locale]) -> Vec<(String, usize)> {
    let mut former = Vec::new();
    for front in drafts.iter().map(|d| &d.fronts) {
        for (index, front) in front.iter().enumerate() {
            former.extend(front.aliases.iter().filter_map(|a| Some((front::former(a, locales)?.to_string(), index))));
        }
    }
    former
}

/// Addresses are printed: what one can point at in the source must be there in every translation.
fn missing_anchors(config: &Config, drafts: &[Draft<'_>], books: &[Places]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(source) = books.iter().find(|b| b.locale == config.source) else { return findings };
    for (draft, book) in drafts.iter().zip(books).filter(|(_, b)| b.locale != config.source) {
        for (index, page) in draft.pages().iter().enumerate() {
            let (Some(theirs), Some(own), true) =
                (source.pages.get(index), book.pages.get(index), matches!(page.origin, TextOrigin::Whole { .. }))
            else {
                continue;
            };
            let missing: Vec<&str> = theirs.anchors().stable().filter(|id| own.anchors().find(id).is_none()).collect();
            let Some(first) = missing.first() else { continue };
            let all = missing.join("`, `#");
            let message = words!(
                "the source page can be linked to at `#{all}`, this translation cannot",
                "trang nguồn có chỗ để dẫn tới `#{all}`, bản dịch này thì không"
            );
            let help = words!(
                "give the translated heading the same id: `{{#{first}}}`",
                "hãy đặt cho đề mục đã dịch cùng mã: `{{#{first}}}`"
            );
            let finding = Diagnostic::warning(codes::TRANSLATION_ANCHOR, message).help(help);
            findings.extend(draft.origins.get(index).map(|o| finding.in_file(&o.source.path)));
        }
    }
    findings
}

/// Where a page is published: `vi/khung/tong-quan.html`. A folder's `README.md` is its index.
#[must_use]
pub fn output_path(locale: &Locale, source: &RelPath) -> RelPath {
    let folder = source.parent();
    let name = if source.stem().eq_ignore_ascii_case("readme") { "index" } else { source.stem() };
    let root = RelPath::new(locale.as_str()).unwrap_or_default();
    root.join(folder.as_str()).and_then(|p| p.join(&format!("{name}.html"))).unwrap_or_default()
}
