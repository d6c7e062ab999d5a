//! A view as the bytes of a file.
//!
//! Owns when a file need not be made again: when its template would be given the very same data, which is hashed rather
//! than any list of what could have changed it.

use std::sync::Arc;

use super::body::Body;
use super::frame::Frame;
use super::minify;
use super::view::{Page, View};
use crate::base::{Diagnostic, Hash};
use crate::theme::Voice;

/// The step that makes a file.
pub const FILE: &str = "file";
/// Files that an earlier run made, as they stand in the output folder.
pub const STANDING: &str = "standing file";

/// What a view became.
pub type Made = Result<Arc<[u8]>, Vec<Diagnostic>>;

/// Renders a view; with the hash of what it was made from, where anything is kept. `body`: the text of its page, which is
/// not in the view yet. `tags`: those of pages rendered before.
pub fn of(
    frame: &Frame<'_>,
    voice: &Voice,
    template: &str,
    view: View,
    body: Option<&Body<'_>>,
    tags: &mut minify::Tags,
) -> (Made, Option<Hash>) {
    let memo = &frame.options.memo;
    if !memo.keeps() {
        return (make(frame, voice, template, filled(view, body), tags), None);
    }
    let words = (frame.theme.key, frame.strings.key, frame.options.minify);
    let key = Hash::of_value(&(template, &view, body.map(|body| body.facts.hash), words));
    let made = match memo.find::<Made>(STANDING, key) {
        Some(found) => memo.get_found(FILE, found),
        None => memo.get(FILE, key, || make(frame, voice, template, filled(view, body), tags)),
    };
    (Made::clone(&made), Some(key))
}

fn make(frame: &Frame<'_>, voice: &Voice, template: &str, view: View, tags: &mut minify::Tags) -> Made {
    let memo = &frame.options.memo;
    let text = memo.timed("templates", || voice.render(template, &view))?;
    let small = || if frame.options.minify { minify::html(&text, tags) } else { text };
    Ok(memo.timed("minify", small).into())
}

fn filled(mut view: View, body: Option<&Body<'_>>) -> View {
    if let (Some(Page { body: empty, .. }), Some(body)) = (&mut view.page, body) {
        body.html().clone_into(empty);
    }
    view
}
