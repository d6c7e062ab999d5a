//! The open page follows the build: a script on every page listens to events, patches what it shows, or tells what is
//! wrong over the last good page. Only the preview adds it; no published page has it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::Voice;
use super::http::{Preview, answer};
use super::own;
use super::readers::Reader;
use super::speech::Speech;
use super::state::{State, path_of};
use super::trace::Step;
use crate::base::{Diagnostic, Hash, escape_address, guide};
use crate::build::Snapshot;

/// Where pages find the script, below [`own::BASE`].
const SCRIPT: &str = "/live.js";

/// What open pages ask for.
pub(super) fn routes() -> Router<Preview> {
    Router::new().route("/events", get(events)).route(SCRIPT, get(script)).route("/live.css", get(style))
}

/// A stream of states: the present one at once, then each new one. The query names the page that is open and the hash
/// of what it shows, so that only news of this page are sent.
async fn events(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let mut states = preview.states.clone();
    states.mark_changed();
    let query = request.uri().query().unwrap_or_default();
    let field = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let address = percent_decode_str(field("page").unwrap_or_default()).decode_utf8_lossy();
    let page = path_of(&address);
    let shown = field("shown").unwrap_or_default().to_owned();
    let open = Open {
        _reader: preview.readers.open(&page),
        page,
        shown,
        told: None,
        speech: Speech::of(&request, preview.voice.is_vietnamese()),
        voice: preview.voice,
        root: preview.root,
    };
    let stream = stream::unfold((states, open), |(mut states, mut open)| async move {
        states.changed().await.ok()?;
        let state = states.borrow_and_update().clone();
        let data = open.news(&state).to_string();
        Some((Ok::<_, Infallible>(Event::default().data(data)), (states, open)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

async fn script() -> Response {
    answer(
        StatusCode::OK,
        "js",
        concat!(
            include_str!("patch.js"),
            include_str!("spot.js"),
            include_str!("overlay.js"),
            include_str!("listen.js"),
            include_str!("live.js"),
        )
        .into(),
    )
}

async fn style() -> Response {
    answer(StatusCode::OK, "css", include_str!("live.css").into())
}

/// A page with the script that knows which version of the page it shows.
pub(super) fn with_script(page: &[u8]) -> Vec<u8> {
    let shown = Hash::of(page).short();
    let script = format!("<script src=\"{}{SCRIPT}\" data-shown=\"{shown}\" defer></script>", own::BASE);
    let at = rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(at);
    [before, script.as_bytes(), after].concat()
}

/// What is shown when no build has made a site yet; the overlay says why.
pub(super) fn page_without_site() -> Vec<u8> {
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>camnang</title><body></body></html>";
    with_script(page.as_bytes())
}

/// A page that is open in a browser.
struct Open {
    page: String,
    /// Hash of what the browser shows.
    shown: String,
    /// The warnings that the browser knows.
    told: Option<Arc<[Diagnostic]>>,
    speech: Speech,
    voice: Arc<dyn Voice>,
    /// The handbook's folder, for editors.
    root: Arc<str>,
    /// Counted as open while it lives.
    _reader: Option<Reader>,
}

impl Open {
    /// What the browser is to be told of a state.
    fn news(&mut self, state: &State) -> Value {
        let site = state.site.as_ref();
        let found = site.and_then(|site| site.find(&self.page));
        let hash = found.map(|(_, bytes)| Hash::of(bytes).short());
        let html = found.filter(|_| hash.as_ref() != Some(&self.shown));
        let html = html.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let file = state.handbook.as_ref().and_then(|handbook| handbook.written_in(&self.page)).unwrap_or_default();
        let told = |findings: &[Diagnostic]| {
            findings.iter().map(|f| finding(f, state, &self.page, self.speech)).collect::<Vec<_>>()
        };
        // Long lists are sent once.
        let told_before = self.told.as_ref().is_some_and(|before| Arc::ptr_eq(before, &state.warnings));
        let warnings = (!told_before).then(|| told(&state.warnings));
        self.told = Some(Arc::clone(&state.warnings));
        let news = json!({
            "builds": state.builds,
            "translated": state.handbook.as_ref().is_some_and(Snapshot::is_translated),
            "shown": hash,
            "html": html,
            "gone": found.is_none() && site.is_some_and(|site| site.complete),
            "file": file,
            "editor": state.editor.as_ref().map(|address| json!({ "address": address, "root": &*self.root })),
            "lang": self.speech.tag(),
            "errors": told(&state.errors),
            "warnings": warnings,
        });
        if !news["html"].is_null() {
            state.trace.at(Step::Sent);
            self.voice.followed(&self.page, &state.trace.steps());
        }
        if let Some(hash) = hash {
            self.shown = hash;
        }
        news
    }
}

/// A finding as the overlay shows it; `open` is the page it is shown on.
pub(super) fn finding(finding: &Diagnostic, state: &State, open: &str, speech: Speech) -> Value {
    let place = finding.place.as_ref();
    let around = place.and_then(|place| state.around.get(&(place.path.clone(), place.line)));
    let spots = around.map(|around| around.spots.as_slice()).unwrap_or_default();
    // Of several languages' pages the one that is open.
    let spot = spots.iter().find(|spot| spot.page.as_str() == open).or(spots.first());
    json!({
        "code": finding.code,
        "place": place.map(|p| format!("{}:{}:{}", p.path, p.line, p.column)),
        "file": place.map(|p| p.path.as_str()),
        "line": place.map(|p| p.line),
        "column": place.map(|p| p.column),
        "width": place.map(|p| p.width),
        "excerpt": place.map(|p| p.excerpt.as_str()),
        "before": around.map(|lines| &lines.before),
        "after": around.map(|lines| &lines.after),
        "spot": spot.map(|spot| json!({ "page": spot.page.as_str(), "blocks": spot.blocks, "row": spot.row })),
        "guide": guide(finding, state, speech),
        "message": speech.pick(&finding.message),
        "help": finding.help.as_ref().map(|help| speech.pick(help)),
    })
}

/// Where the site shows how it is written, when it has the chapters for editors: in the reader's language if it is there.
fn guide(finding: &Diagnostic, state: &State, speech: Speech) -> Option<Value> {
    let section = guide::section(finding)?;
    let page = state.handbook.as_ref()?.page_of(section.page, speech.tag())?;
    let address = format!("/{}#{}", escape_address(page.as_str()), section.anchor);
    Some(json!({ "title": speech.pick(&section.title()), "address": address }))
}

fn rfind(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let page = String::from_utf8(with_script(b"<body>x</body></html>")).unwrap();
        let (before, after) = page.split_once("<script src=\"/_preview/live.js\" data-shown=\"").unwrap();
        assert_eq!((before, after.split_once('"').unwrap().1), ("<body>x", " defer></script></body></html>"));
    }
}
