//! Everything below the content folder, read and parsed: tables of contents, pages of every locale, data.
//!
//! Owns which file is what: a locale's own folder, pages that SUMMARY.md lists, pages that it does not.
//! Pages are parsed in parallel and know nothing of each other; what joins them is `book`'s work.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::attached::{self, Attached};
use super::data::{self, Data};
use super::markdown::{self, ParseOptions};
use super::page::{PageKind, SourcePage, Spare};
use super::summary::{self, Summary};
use super::{document, front_matter, include};
use crate::base::{Diagnostic, Hash, Locale, NearPaths, RelPath, Severity, Source, SourceText, Span, codes};
use crate::config::Config;
use crate::files::Project;
use crate::words;

/// The table of contents' file name.
pub const SUMMARY: &str = "SUMMARY.md";

/// The step that parses a page.
const PARSED: &str = "page";

/// A handbook's content, parsed.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Tables of contents; the source locale's names the pages, the others' translate titles.
    pub summaries: BTreeMap<Locale, Summary>,
    /// Parsed pages of each locale by their path below the content folder (below `<locale>/` for a
    /// translation). Only pages that the table of contents lists.
    pub pages: BTreeMap<Locale, BTreeMap<RelPath, Arc<SourcePage>>>,
    /// Source pages translated by a catalog, where a locale has no page of its own. Filled by `i18n`.
    pub catalogued: BTreeMap<Locale, BTreeMap<RelPath, Arc<CataloguedPage>>>,
    /// Files of the source language that hold words and that its pages use, by their path below the content folder.
    pub attached: BTreeMap<RelPath, Attached>,
    /// What a catalog makes of their words: by locale, file and word. Filled by `i18n`.
    pub attached_words: BTreeMap<Locale, BTreeMap<RelPath, BTreeMap<String, String>>>,
    /// Data files.
    pub data: Data,
    /// All files below the content folder, by their path below it.
    pub files: BTreeSet<RelPath>,
}

impl Content {
    /// Gives the trees to the one book that is made of them: two of each are much of what a large handbook holds. For a
    /// handbook of one book, and only where no tree is looked at afterwards.
    pub fn give_away(&mut self) {
        let pages = self.pages.values_mut().flat_map(BTreeMap::values_mut);
        pages.filter_map(Arc::get_mut).for_each(SourcePage::give_away);
    }

    /// Whether a locale has its own file in the place of a source's.
    #[must_use]
    pub fn has_own(&self, locale: &Locale, path: &RelPath) -> bool {
        own_path(locale, path).is_some_and(|own| self.files.contains(&own))
    }
}

/// Where a locale's own file stands for a source's.
#[must_use]
pub fn own_path(locale: &Locale, path: &RelPath) -> Option<RelPath> {
    RelPath::new(locale.as_str()).and_then(|folder| folder.join(path.as_str())).ok()
}

/// A page translated message by message.
#[derive(Clone, Debug)]
pub struct CataloguedPage {
    /// The page; what has no translation keeps the source's words.
    pub page: SourcePage,
    /// Messages on the page.
    pub total: u32,
    /// Those that were translated.
    pub translated: u32,
}

/// Reads and parses the content folder. The findings include those of each page.
#[must_use]
pub fn load(project: &Project, config: &Config) -> (Content, Vec<Diagnostic>) {
    let (listed, mut findings) = project.list(&config.content);
    let files: BTreeSet<RelPath> = listed.iter().filter_map(|p| p.strip(&config.content)).collect();
    let loader = Loader { project, config, files: &files };
    let summaries = loader.summaries(&mut findings);
    let wanted = loader.wanted(summaries.get(&config.source), &mut findings);
    findings.extend(loader.untranslatable(&summaries));
    let pages = loader.pages(&wanted, &mut findings);
    let source_pages = pages.get(&config.source).into_iter().flat_map(|pages| pages.values().map(AsRef::as_ref));
    let attached = attached::load(project, config, &files, source_pages);
    findings.extend(loader.unlisted(&summaries, &wanted));
    let (data, found) = data::load(project, &join(&config.content, "data"));
    findings.extend(found);
    let (catalogued, attached_words) = (BTreeMap::new(), BTreeMap::new());
    (Content { summaries, pages, catalogued, attached, attached_words, data, files }, findings)
}

/// The same of some chapters alone, by their paths below the content folder: each in every locale. Findings are those of
/// these pages; whoever asks knows what else there is to tell.
#[must_use]
pub fn load_some(project: &Project, config: &Config, chapters: &BTreeSet<RelPath>) -> (Content, Vec<Diagnostic>) {
    let (listed, _) = project.list(&config.content);
    let files: BTreeSet<RelPath> = listed.iter().filter_map(|p| p.strip(&config.content)).collect();
    let loader = Loader { project, config, files: &files };
    let (summaries, mut findings) = (loader.summaries(&mut Vec::new()), Vec::new());
    let wanted: Vec<Wanted> = chapters.iter().flat_map(|path| loader.editions(path)).collect();
    let pages = loader.pages(&wanted, &mut findings);
    let (data, _) = data::load(project, &join(&config.content, "data"));
    (Content { summaries, pages, data, files, ..Content::default() }, findings)
}

/// Reads one page: front matter, includes, Markdown.
///
/// # Errors
/// When the file cannot be read.
pub fn parse_page(project: &Project, file: &RelPath, path: &RelPath) -> Result<Arc<SourcePage>, Box<Diagnostic>> {
    let source = project.text(file).map_err(Box::new)?;
    let memo = project.memo();
    let key = Hash::of_value(&(path, &source.path, source.hash, source.recomposed));
    // What is kept under this key includes nothing, so that no other file had a part in it.
    if let Some(known) = memo.find::<SourcePage>(PARSED, key) {
        return Ok(memo.get_found(PARSED, known));
    }
    if !source.text.contains(include::MARK) {
        return Ok(memo.get(PARSED, key, || parse(&source, path, key, None)));
    }
    let (_, offset, _) = front_matter::split(&source);
    let expanded = include::expand(project, &source, offset);
    let key = Hash::of_value(&(key, &expanded));
    Ok(memo.get(PARSED, key, || parse(&source, path, key, Some(expanded))))
}

fn parse(
    source: &Arc<Source>,
    path: &RelPath,
    key: Hash,
    expanded: Option<(SourceText, Vec<Diagnostic>)>,
) -> SourcePage {
    let (front, offset, mut findings) = front_matter::split(source);
    let (text, found) = expanded.unwrap_or_else(|| (SourceText::whole(source, offset), Vec::new()));
    findings.extend(found);
    let letter = front.kind == PageKind::Document;
    findings.extend(document::lint(&text, letter));
    let text = Arc::new(if letter { document::rewrite(&text) } else { text });
    let (mut tree, found) = markdown::parse(&text, &ParseOptions::default());
    findings.extend(found);
    let (attached, source, hash) = (attached::named(path, &mut tree), Arc::clone(source), source.hash);
    // Lists that grew while they were read hold up to four times what is in them; a copy holds no more than that.
    let tree = tree.clone();
    let spare = Spare::default();
    SourcePage { path: path.clone(), front, tree, source, text, hash, key, attached, findings, spare }
}

/// A page to parse: locale, file in the project, path that names it.
type Wanted = (Locale, RelPath, RelPath);

struct Loader<'a> {
    project: &'a Project,
    config: &'a Config,
    files: &'a BTreeSet<RelPath>,
}

impl Loader<'_> {
    /// Locales that have a folder of their own.
    fn translations(&self) -> impl Iterator<Item = &Locale> {
        self.config.locales.iter().map(|l| &l.locale).filter(|l| **l != self.config.source)
    }

    fn summaries(&self, findings: &mut Vec<Diagnostic>) -> BTreeMap<Locale, Summary> {
        let mut summaries = BTreeMap::new();
        let own = |locale: &Locale| join(&RelPath::new(locale.as_str()).unwrap_or_default(), SUMMARY);
        let mut read = |locale: &Locale, path: RelPath, findings: &mut Vec<Diagnostic>| match self
            .project
            .text(&join(&self.config.content, path.as_str()))
        {
            Ok(source) => {
                let key = Hash::of_value(&(&source.path, source.hash, source.recomposed));
                let parsed = self.project.memo().get("table of contents", key, || summary::parse(&source));
                let (summary, found) = (parsed.0.clone(), parsed.1.clone());
                // A path that cannot be read is told of already.
                let sound = found.iter().all(|f| f.severity != Severity::Error);
                if *locale == self.config.source && sound && summary.lines().all(|l| l.path.is_none()) {
                    findings.push(no_page(&source));
                }
                findings.extend(found);
                summaries.insert(locale.clone(), summary);
            }
            Err(finding) => findings.push(finding),
        };
        let main = RelPath::new(SUMMARY).unwrap_or_default();
        if self.files.contains(&main) {
            read(&self.config.source, main, findings);
        } else {
            findings.push(self.no_summary());
        }
        for locale in self.translations().filter(|l| self.files.contains(&own(l))) {
            read(locale, own(locale), findings);
        }
        summaries
    }

    fn no_summary(&self) -> Diagnostic {
        let folder = if self.config.content.as_str().is_empty() { "." } else { self.config.content.as_str() };
        let message = words!("`{folder}` has no `SUMMARY.md`", "`{folder}` không có `SUMMARY.md`");
        // A translation's own stays where it is.
        let own = |path: &str| self.translations().any(|l| path.split('/').next() == Some(l.as_str()));
        let named = |path: &&str| path.to_lowercase().ends_with("summary.md") && !own(path);
        let near = self.files.iter().map(RelPath::as_str).find(named);
        let help = match near {
            Some(near) => words!("rename or move `{near}`", "hãy đổi tên hoặc chuyển `{near}`"),
            None => words!(
                "write one that lists the chapters in order: `- [Title](page.md)`",
                "hãy viết tệp ấy, liệt kê các chương theo thứ tự: `- [Tên](trang.md)`"
            ),
        };
        Diagnostic::error(codes::SUMMARY_MISSING, message).help(help).in_file(&join(&self.config.content, SUMMARY))
    }

    /// Chapters of a translated table of contents that the book does not have: their titles are shown nowhere.
    fn untranslatable(&self, summaries: &BTreeMap<Locale, Summary>) -> Vec<Diagnostic> {
        let Some(source) = summaries.get(&self.config.source) else { return Vec::new() };
        let known: BTreeSet<&RelPath> = source.lines().filter_map(|l| l.path.as_ref()).collect();
        let near = NearPaths::new(known.iter().map(|p| p.as_str()));
        let mut findings = Vec::new();
        for summary in self.translations().filter_map(|l| summaries.get(l)) {
            let listed = summary.lines().filter_map(|l| Some((l.path.as_ref()?, l.span)));
            for (path, span) in listed.filter(|(path, _)| !known.contains(path)) {
                findings.push(untranslatable(summary, path, span, near.find(path.as_str())));
            }
        }
        findings
    }

    /// The listed pages that exist, in every locale; a listed page without a file is reported.
    fn wanted(&self, summary: Option<&Summary>, findings: &mut Vec<Diagnostic>) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        let mut seen = BTreeMap::new();
        let near = NearPaths::new(self.markdown().map(RelPath::as_str));
        let Some(summary) = summary else { return wanted };
        for line in summary.lines() {
            let Some(path) = &line.path else { continue };
            let address = address_key(path);
            if let Some(first) = seen.insert(address, line.span) {
                findings.push(twice(summary, path, line.span, first));
                continue;
            }
            if !self.files.contains(path) {
                findings.push(missing(summary, path, line.span, near.find(path.as_str())));
                continue;
            }
            wanted.extend(self.editions(path));
        }
        wanted
    }

    /// A chapter's file, and those of its translations.
    fn editions(&self, path: &RelPath) -> Vec<Wanted> {
        let mut wanted = vec![(self.config.source.clone(), join(&self.config.content, path.as_str()), path.clone())];
        for locale in self.translations() {
            let own = join(&RelPath::new(locale.as_str()).unwrap_or_default(), path.as_str());
            if self.files.contains(&own) {
                wanted.push((locale.clone(), join(&self.config.content, own.as_str()), path.clone()));
            }
        }
        wanted
    }

    fn markdown(&self) -> impl Iterator<Item = &RelPath> {
        self.files.iter().filter(|p| matches!(p.extension().as_str(), "md" | "markdown"))
    }

    fn pages(
        &self,
        wanted: &[Wanted],
        findings: &mut Vec<Diagnostic>,
    ) -> BTreeMap<Locale, BTreeMap<RelPath, Arc<SourcePage>>> {
        let parsed: Vec<_> = wanted.par_iter().map(|(_, file, path)| parse_page(self.project, file, path)).collect();
        let mut pages: BTreeMap<Locale, BTreeMap<RelPath, Arc<SourcePage>>> = BTreeMap::new();
        for ((locale, _, path), result) in wanted.iter().zip(parsed) {
            match result {
                Ok(page) => {
                    findings.extend(page.findings.iter().cloned());
                    pages.entry(locale.clone()).or_default().insert(path.clone(), page);
                }
                Err(finding) => findings.push(*finding),
            }
        }
        pages
    }

    /// Markdown files that are no page of the book: forgotten, or a translation of nothing. Files that a
    /// page includes are neither.
    fn unlisted(&self, summaries: &BTreeMap<Locale, Summary>, wanted: &[Wanted]) -> Vec<Diagnostic> {
        if !summaries.contains_key(&self.config.source) {
            return Vec::new();
        }
        let used: BTreeSet<RelPath> = self.project.reads().into_iter().collect();
        let known: BTreeSet<&RelPath> = wanted.iter().map(|(_, file, _)| file).collect();
        self.markdown()
            .filter(|path| {
                let file = join(&self.config.content, path.as_str());
                !known.contains(&file) && !used.contains(&file)
            })
            .map(|path| self.unlisted_finding(path))
            .collect()
    }

    fn unlisted_finding(&self, path: &RelPath) -> Diagnostic {
        let file = join(&self.config.content, path.as_str());
        let first = path.parts().next().unwrap_or_default();
        if self.translations().any(|l| l.as_str() == first) {
            let rest = path.as_str().split_once('/').map_or("", |(_, rest)| rest);
            let message = words!("this translates no page of the book", "tệp này không dịch trang nào của sách");
            let help = words!(
                "`SUMMARY.md` lists no `{rest}`: rename this file as its source page is named, or delete it",
                "`SUMMARY.md` không có `{rest}`: hãy đặt tên tệp theo trang nguồn, hoặc xóa đi"
            );
            return Diagnostic::warning(codes::TRANSLATION_UNKNOWN, message).help(help).in_file(&file);
        }
        let message = words!(
            "this page is not in `SUMMARY.md` and is not built",
            "trang này không có trong `SUMMARY.md` nên không được dựng"
        );
        let help = words!("add the line `- [Title]({path})`", "hãy thêm dòng `- [Tên]({path})`");
        Diagnostic::warning(codes::PAGE_UNLISTED, message).help(help).in_file(&file)
    }
}

fn untranslatable(summary: &Summary, path: &RelPath, span: Span, near: Option<&str>) -> Diagnostic {
    let message = words!(
        "the book has no chapter `{path}`: a translated table of contents only gives titles",
        "sách không có chương `{path}`: mục lục bản dịch chỉ đặt tên chương"
    );
    let help = match near {
        Some(near) => words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"),
        None => words!(
            "add the chapter to the source's `SUMMARY.md`, or delete this line",
            "hãy thêm chương vào `SUMMARY.md` của bản gốc, hoặc xóa dòng này"
        ),
    };
    Diagnostic::warning(codes::TRANSLATION_UNKNOWN, message).help(help).at(&summary.source, span)
}

fn no_page(source: &Source) -> Diagnostic {
    let message = words!("this table of contents lists no page", "mục lục này không liệt kê trang nào");
    let help = words!(
        "list the chapters in order: `- [Title](page.md)`",
        "hãy liệt kê các chương theo thứ tự: `- [Tên](trang.md)`"
    );
    Diagnostic::error(codes::SUMMARY_EMPTY, message).help(help).in_file(&source.path)
}

/// A chapter whose file is not there.
fn missing(summary: &Summary, path: &RelPath, span: Span, near: Option<&str>) -> Diagnostic {
    let message = words!("there is no file `{path}`", "không có tệp `{path}`");
    let help = match near {
        Some(near) => words!("did you mean `{near}`?", "có phải bạn muốn viết `{near}`?"),
        None => words!(
            "write it, or leave the path empty while it is a draft: `[Title]()`",
            "hãy viết tệp ấy, hoặc để trống đường dẫn khi chưa viết: `[Tên]()`"
        ),
    };
    Diagnostic::error(codes::SUMMARY_FILE, message).help(help).at(&summary.source, span)
}

/// What two pages may not share: the address, with `README.md` as `index.md`, on a system that does not
/// tell case apart.
fn address_key(path: &RelPath) -> String {
    let key = path.with_extension("").as_str().to_lowercase();
    key.strip_suffix("readme.").map_or(key.clone(), |folder| format!("{folder}index."))
}

fn twice(summary: &Summary, path: &RelPath, span: Span, first: Span) -> Diagnostic {
    let line = summary.source.place(first).line;
    let message = words!(
        "`{path}` has the same address as the chapter on line {line}",
        "`{path}` trùng địa chỉ với chương ở dòng {line}"
    );
    let help = words!("list each page once", "mỗi trang chỉ liệt kê một lần");
    Diagnostic::error(codes::SUMMARY_TWICE, message).help(help).at(&summary.source, span)
}

/// A path below a folder; both are known to be well formed.
fn join(folder: &RelPath, path: &str) -> RelPath {
    folder.join(path).unwrap_or_default()
}

impl Default for Summary {
    fn default() -> Self {
        Self::empty(&Arc::new(Source::new(RelPath::default(), "")))
    }
}
