//! The website: every page of every book, and what leads to them.
//!
//! Owns which files the site has and what templates are given; how they look is the theme's affair.
//! The procedure: one `Frame` a book; each page is viewed, rendered and minified on its own, in
//! parallel; then redirects, contents, index, search, language choice, 404, sitemap. May do no I/O.

mod alphabet;
mod body;
mod contents;
mod document;
mod entry;
mod frame;
mod head;
mod links;
mod minify;
mod nav;
pub mod offline;
mod page;
mod search;
mod start;
mod translation;
pub mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Artifact, ArtifactKind, Diagnostic, Locale, RelPath};
use crate::book::model::{Book, Handbook};
use crate::i18n::translation::status::LocaleStatus;
use crate::i18n::ui::Strings;
use crate::render::html::Spoken;
use crate::render::html::highlight::Highlighter;
use crate::render::pictures::Pictures;
use crate::theme::{Theme, Voice};
use frame::{Frame, Site};
use view::View;

/// What one build of the site may decide.
#[derive(Clone, Debug, Default)]
pub struct SiteOptions {
    /// Minify the HTML.
    pub minify: bool,
    /// Mark what is not translated with a class: for the preview.
    pub mark_untranslated: bool,
    /// How far each language has got, to be told on a page; empty: there is no such page.
    pub translation: Vec<LocaleStatus>,
    /// Files to take along, by locale.
    pub downloads: BTreeMap<Locale, Vec<Download>>,
    /// Images in their sizes.
    pub pictures: Pictures,
    /// Pages as files of their own: output path of the page → that of the file.
    pub page_files: BTreeMap<RelPath, RelPath>,
}

/// A file to take along: made by another renderer, only named here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// What it is, in the locale's words.
    pub title: String,
    /// `PDF`, `ZIP`, `EPUB`.
    pub format: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its output path.
    pub path: RelPath,
}

/// Renders the whole site: the theme's assets, the handbook's, every page, and what leads to them.
#[must_use]
pub fn render(
    handbook: &Handbook,
    theme: &Theme,
    strings: &BTreeMap<Locale, Arc<Strings>>,
    options: &SiteOptions,
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    let mut out = Output { artifacts: Vec::new(), findings: Vec::new() };
    out.artifacts.extend(theme.assets.iter().cloned());
    out.artifacts.extend(handbook.assets.iter().cloned());
    let highlighter = Highlighter::new();
    let site = Site { handbook, theme, all_strings: strings, highlighter: &highlighter, options };
    for book in &handbook.books {
        if let Some(frame) = Frame::new(&site, book) {
            render_book(&frame, &mut out);
            if frame.source_book().is_some_and(|lead| std::ptr::eq(lead, book)) {
                render_entries(&frame, &mut out);
            }
        }
    }
    out.findings.sort();
    out.findings.dedup();
    (out.artifacts, out.findings)
}

fn render_entries(frame: &Frame<'_>, out: &mut Output) {
    let voice = frame.theme.voice(Arc::new(Spoken(Arc::clone(frame.strings))));
    for (path, template, view) in entry::views(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, template, &view);
    }
    out.artifacts.extend(entry::machine_readable(frame));
}

/// What has been rendered so far.
struct Output {
    artifacts: Vec<Artifact>,
    findings: Vec<Diagnostic>,
}

impl Output {
    fn add(
        &mut self,
        frame: &Frame<'_>,
        voice: &Voice<'_>,
        path: RelPath,
        kind: ArtifactKind,
        template: &str,
        view: &View,
    ) {
        match html(frame, voice, template, view) {
            Ok(bytes) => self.artifacts.push(Artifact::new(path, kind, bytes)),
            Err(findings) => self.findings.extend(findings),
        }
    }
}

fn render_book(frame: &Frame<'_>, out: &mut Output) {
    let voice = frame.theme.voice(Arc::new(Spoken(Arc::clone(frame.strings))));
    let rendered: Vec<Result<Artifact, Vec<Diagnostic>>> = (0..frame.book.pages.len())
        .into_par_iter()
        .map(|index| {
            let (template, view) = page::view(frame, index);
            let kind = if view.start.is_some() { ArtifactKind::Entry } else { ArtifactKind::Page };
            let bytes = html(frame, &voice, template, &view)?;
            Ok(Artifact::new(frame.book.pages[index].path.clone(), kind, bytes))
        })
        .collect();
    for result in rendered {
        match result {
            Ok(artifact) => out.artifacts.push(artifact),
            Err(findings) => out.findings.extend(findings),
        }
    }
    if let Some((path, view)) = start::stand_in(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "start.html", &view);
    }
    if let Some((path, view)) = contents::view(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "contents.html", &view);
    }
    for (path, view) in alphabet::views(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "index.html", &view);
    }
    if let Some((path, view)) = translation::view(frame) {
        out.add(frame, &voice, path, ArtifactKind::Entry, "translation.html", &view);
    }
    let (path, view) = search::view(frame);
    out.add(frame, &voice, path, ArtifactKind::Entry, "search.html", &view);
    out.artifacts.extend(search::words(frame));
    for (path, view) in entry::redirects(frame) {
        out.add(frame, &voice, path, ArtifactKind::Page, "redirect.html", &view);
    }
}

fn html(frame: &Frame<'_>, voice: &Voice<'_>, template: &str, view: &View) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let text = voice.render(template, view)?;
    Ok(if frame.options.minify { minify::html(&text) } else { text.into_bytes() })
}

/// The page of `book` with the same source as a page of another.
fn same_page<'a>(book: &'a Book, source: &RelPath) -> Option<&'a crate::book::model::Page> {
    book.index.get(source).and_then(|index| book.pages.get(*index))
}
