//! The site as a preview needs it: what somebody looks at first, the rest after it.
//!
//! Owns that order. The parts together are the site that `stages::make` makes.

use std::collections::BTreeMap;

use super::stages::{self, Assembled, Made};
use super::timing::Timer;
use super::{Outcome, Part, Stage};
use crate::book::model::Handbook;
use crate::files::Project;
use crate::render::search;
use crate::render::site::{self, SiteOptions, offline};

/// The file that each page's text begins in.
fn written_in(handbook: &Handbook) -> BTreeMap<String, String> {
    let pages = handbook.books.iter().flat_map(|book| &book.pages);
    pages.filter_map(|page| Some((page.path.to_string(), page.text.origin(0)?.0.path.to_string()))).collect()
}

/// `None` when the build was given up.
pub(super) fn make(
    project: &Project,
    assembled: &Assembled,
    mut options: SiteOptions,
    timer: &mut Timer,
    outcome: &mut Outcome,
) -> Option<Made> {
    let Assembled { config, handbook, theme, voices, pages, whole, .. } = assembled;
    timer.begins(Stage::Render, *pages);
    outcome.editor.clone_from(&config.editor);
    outcome.written_in = written_in(handbook);
    let awaited = timer.progress().awaited();
    if !awaited.is_empty() && !outcome.has_errors() {
        // Whoever waits is not made to wait for a build that was overtaken either.
        let never = SiteOptions { stop: crate::base::Stop::default(), ..options.clone() };
        let (artifacts, found) = site::render_pages(handbook, theme, voices, &never, &awaited);
        if found.is_empty() {
            timer.progress().ready(Part::Awaited, &artifacts);
        }
    }
    options.translation = stages::translation(project, assembled);
    let (mut artifacts, found) = site::render(handbook, theme, voices, &options);
    outcome.findings.extend(found);
    let stopped = |outcome: &mut Outcome| {
        outcome.given_up = options.stop.is_wished();
        outcome.given_up
    };
    if stopped(outcome) {
        return None;
    }
    let ledger = stages::ledger(project, handbook, &whole.locales, &mut outcome.findings);
    if !outcome.has_errors() {
        timer.progress().ready(Part::Pages, &artifacts);
    }
    let (index, missed) = search::render(handbook, voices, &options.memo, &options.stop);
    artifacts.extend(index);
    outcome.findings.extend(missed);
    if stopped(outcome) {
        return None;
    }
    let lists = offline::files(handbook, theme, voices, &artifacts);
    artifacts.extend(lists);
    Some(Made { artifacts, pages: *pages, ledger })
}
