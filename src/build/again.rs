//! A build in which the text of a few chapters is all that has changed.
//!
//! Owns what such a build need not do: read the other chapters. It makes the pages of these chapters, puts what they say
//! into the search index, and writes the files that are others now. `None` wherever that might not be all there is to do
//! (another heading, something wrong with a chapter, a translation by catalog): then everything is made. What was kept
//! for it, the build before has to have kept: see `warm`.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::outcome::{Outcome, Summary};
use super::stages::{self, Assembled, Dress};
use super::timing::Timer;
use super::{BuildOptions, Stage, Target, config_path, pictures};
use crate::base::{Artifact, Diagnostic, Hash, Memo, RelPath};
use crate::book::model::{Handbook, Page};
use crate::book::{Known, again};
use crate::config::{self, Config};
use crate::content;
use crate::files::{Answers, Project};
use crate::output::{self, Published, Seal};
use crate::render::named::Names;
use crate::render::pictures::is_picture;
use crate::render::search::{self, Figures};
use crate::render::site::{self, SiteOptions, offline};

/// What the build before found and left.
pub(super) struct Before {
    pub answers: Answers,
    pub seal: Seal,
    pub found: Vec<Diagnostic>,
    pub summary: Summary,
    /// Files in which comments allowed something.
    pub allowed: Vec<RelPath>,
    /// Of the index of each book.
    pub figures: Vec<Figures>,
    pub known: Known,
}

/// A page in a book: the places of both.
type Place = (usize, usize);

/// Makes what the files in `changed` are part of. Afterwards `before` is what this build found and left.
pub(super) fn run(
    project: &Project,
    out: &Path,
    options: &BuildOptions,
    mut before: Before,
    changed: &[RelPath],
    timer: &mut Timer,
) -> Option<(Outcome, Before)> {
    let memo = Arc::clone(project.memo());
    let build = memo.begin();
    timer.begins(Stage::Book, changed.len());
    let (config, chapters) = chapters(project, options, &before, changed)?;
    let (loaded, dress) =
        rayon::join(|| content::load_some(project, &config, &chapters), || stages::dress(project, &config, &config));
    let ((content, found), Dress { theme, voices, catalogs, .. }) = (loaded, dress);
    if !found.is_empty() || !catalogs.is_empty() {
        return None;
    }
    let whole = config.clone();
    let config = Arc::new(config);
    let again::Again { mut handbook, pages } =
        again::again(project, Arc::clone(&config), &content, &before.known, &chapters)?;
    let minutes = site::minutes(&handbook);
    for (book, page, made) in &pages {
        before.known.count(*book, *page, made.words);
        *handbook.books.get_mut(*book)?.pages.get_mut(*page)? = Arc::clone(made);
    }
    if minutes != site::minutes(&handbook) {
        return None;
    }
    let places: Vec<Place> = pages.iter().map(|(book, page, _)| (*book, *page)).collect();
    let shown = only(&handbook, &pages);
    let of_all = before.summary.pages;
    let mut assembled =
        Assembled { config, handbook: shown, theme, voices, pages: of_all, untranslated: None, content: None, whole };
    let pictures = shown_pictures(&mut assembled, out)?;
    assembled.handbook = handbook;
    let site = SiteOptions { minify: options.minify, pictures, memo: Arc::clone(&memo), ..SiteOptions::default() };

    timer.begins(Stage::Render, pages.len());
    let work = Work { assembled: &assembled, out, seal: &before.seal };
    let mut files = work.pages(&pages, &site)?;
    timer.begins(Stage::Search, pages.len());
    files.extend(work.index(&places, &mut before.figures)?);
    files.extend(work.lists(&files)?);

    timer.begins(Stage::Publish, files.len());
    before.answers = before.answers.with(project.answers()?, changed)?;
    let published = output::replace(out, &before.seal, &files).ok()??;
    before.seal = before.seal.with(out, &files)?;
    memo.end(build);
    Some((outcome(out, &before, published, &memo), before))
}

fn outcome(out: &Path, before: &Before, published: Published, memo: &Memo) -> Outcome {
    let files: Vec<(RelPath, u64)> = before.seal.files().map(|(path, length)| (path.clone(), length)).collect();
    Outcome {
        findings: before.found.clone(),
        summary: before.summary.clone(),
        published: Some(Published { unchanged: files.len() - published.written, ..published }),
        out: out.to_owned(),
        reads: before.answers.paths(),
        unchanged: files,
        counts: memo.counts(),
        spent: memo.spent(),
        ..Outcome::default()
    }
}

/// The chapters that files hold, by their paths below the content folder. `None` where a file is none, or where a chapter
/// had anything wrong with it: what is told of it may be another thing now.
fn chapters(
    project: &Project,
    options: &BuildOptions,
    before: &Before,
    changed: &[RelPath],
) -> Option<(Config, BTreeSet<RelPath>)> {
    let source = project.text(&config_path()).ok()?;
    let config = config::load(&source).0?;
    if !options.locales.is_empty() || config.translation_status_page {
        return None;
    }
    let known: BTreeSet<&RelPath> = before.known.chapters().collect();
    let chapter = |file: &RelPath| {
        let path = file.strip(&config.content)?;
        let own = config.locales.iter().filter_map(|l| path.strip(&RelPath::new(l.locale.as_str()).ok()?));
        let mut named = own.chain([path.clone()]).filter(|path| known.contains(path));
        named.next().filter(|_| named.next().is_none())
    };
    let chapters: BTreeSet<RelPath> = changed.iter().map(chapter).collect::<Option<_>>()?;
    let told: BTreeSet<&RelPath> =
        before.found.iter().filter_map(|f| Some(&f.place.as_ref()?.path)).chain(&before.allowed).collect();
    let files = |chapter: &RelPath| {
        let own = config.locales.iter().filter_map(|l| content::own_path(&l.locale, chapter));
        own.chain([chapter.clone()]).filter_map(|path| config.content.join(path.as_str()).ok()).collect::<Vec<_>>()
    };
    let quiet = chapters.iter().flat_map(files).all(|file| !told.contains(&file));
    quiet.then_some((config, chapters))
}

/// A handbook of some pages alone.
fn only(handbook: &Handbook, pages: &[(usize, usize, Arc<Page>)]) -> Handbook {
    let mut books = Vec::new();
    for (at, book) in handbook.books.iter().enumerate() {
        let own = pages.iter().filter(|(of, ..)| *of == at).map(|(.., page)| Arc::clone(page)).collect();
        books.push(crate::book::model::Book { pages: own, ..book.without_pages() });
    }
    Handbook { config: Arc::clone(&handbook.config), books, assets: handbook.assets.clone() }
}

/// What pages are told of their images. `None` where one has not been made yet, or something is wrong with it.
fn shown_pictures(assembled: &mut Assembled, out: &Path) -> Option<crate::render::pictures::Pictures> {
    let mut told = Outcome::default();
    let images: Vec<RelPath> =
        assembled.handbook.assets.iter().map(|asset| asset.path.clone()).filter(is_picture).collect();
    let prepared = pictures::prepare(assembled, Some(out), &Target::Nothing, &mut told);
    let made = images.iter().all(|image| prepared.pictures.contains_key(image));
    (made && told.findings.is_empty()).then_some(prepared.pictures)
}

/// Files of the output folder that are made again.
struct Work<'a> {
    assembled: &'a Assembled,
    out: &'a Path,
    seal: &'a Seal,
}

impl Work<'_> {
    fn read(&self, path: &RelPath) -> Option<Vec<u8>> {
        std::fs::read(self.out.join(path.parts().collect::<std::path::PathBuf>())).ok()
    }

    fn differs(&self, file: &Artifact) -> bool {
        self.seal.hash(&file.path) != Some(Hash::of(&file.bytes))
    }

    /// The pages that are others now. `None` where one needs other files than before.
    fn pages(&self, pages: &[(usize, usize, Arc<Page>)], site: &SiteOptions) -> Option<Vec<Artifact>> {
        let Assembled { handbook, theme, voices, .. } = self.assembled;
        let wanted: BTreeSet<RelPath> = pages.iter().map(|(.., page)| page.path.clone()).collect();
        let (mut files, found) = site::render_pages(handbook, theme, voices, site, &wanted);
        files.retain(|file| wanted.contains(&file.path));
        if !found.is_empty() || files.len() != wanted.len() {
            return None;
        }
        files.retain(|file| self.differs(file));
        let shared = self.seal.files().map(|(path, _)| path).chain(site.pictures.keys());
        let names = Names::new(shared)?;
        let same = |file: &Artifact| Some(names.of(&self.read(&file.path)?) == names.of(&file.bytes));
        files.iter().all(|file| same(file) == Some(true)).then_some(files)
    }

    fn index(&self, places: &[Place], figures: &mut [Figures]) -> Option<Vec<Artifact>> {
        let Assembled { handbook, voices, .. } = self.assembled;
        let (read, hash) = (|path: &RelPath| self.read(path), |path: &RelPath| self.seal.hash(path));
        search::again(handbook, voices, places, figures, search::Published { read: &read, hash: &hash })
    }

    /// The lists of what a reader may keep.
    fn lists(&self, files: &[Artifact]) -> Option<Vec<Artifact>> {
        let mut lists = Vec::new();
        for locale in self.assembled.config.locales.iter().map(|l| &l.locale) {
            let path = offline::list_path(locale);
            if self.seal.hash(&path).is_some() {
                lists.push(offline::again(locale, &self.read(&path)?, files)?);
            }
        }
        lists.retain(|list| self.differs(list));
        Some(lists)
    }
}
