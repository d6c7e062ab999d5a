//! The page of all contents: from it everything can be reached.

use super::frame::Frame;
use super::head::about;
use super::links::Links;
use super::nav;
use super::view::View;
use crate::base::RelPath;

/// Its path and view.
pub fn view(frame: &Frame<'_>) -> Option<(RelPath, View)> {
    let path = frame.facts.contents.clone();
    let links = Links::From(path.clone());
    let mut view = frame.view(&links);
    let title = frame.strings.text("contents-title", &[]);
    view.head.title = format!("{title} · {}", frame.book.locale.title);
    view.head.description = about(frame, &title);
    view.languages = frame.languages(&links, |_, facts| facts.contents.clone());
    let parts = frame.book.parts.iter().zip(&frame.facts.parts);
    view.contents = parts.map(|(part, facts)| nav::whole(frame, &links, part, facts)).collect();
    Some((path, view))
}
