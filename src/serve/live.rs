//! The open page follows the build: a script on every page listens to events and reloads, or shows
//! what is wrong over the last good page. Only the preview adds it; no published page has it.

use std::convert::Infallible;

use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde_json::json;

use super::Voice;
use super::http::{Preview, answer};
use super::state::State;

pub(super) const EVENTS: &str = "/__camnang/events";
pub(super) const SCRIPT: &str = "/__camnang/live.js";
pub(super) const STYLE: &str = "/__camnang/live.css";

/// A stream of states: the present one at once, then each new one.
pub(super) async fn events(Shared(preview): Shared<Preview>) -> Response {
    let mut states = preview.states.clone();
    states.mark_changed();
    let stream = stream::unfold((states, preview.voice), |(mut states, voice)| async move {
        states.changed().await.ok()?;
        let data = told(&states.borrow_and_update(), voice.as_ref());
        Some((Ok::<_, Infallible>(Event::default().data(data)), (states, voice)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

pub(super) async fn script() -> Response {
    answer(StatusCode::OK, "js", include_str!("live.js").into())
}

pub(super) async fn style() -> Response {
    answer(StatusCode::OK, "css", include_str!("live.css").into())
}

/// A page with the script that knows which version of the site it shows.
pub(super) fn with_script(page: &[u8], version: &str) -> Vec<u8> {
    let script = format!("<script src=\"{SCRIPT}\" data-version=\"{version}\" defer></script>");
    let at = rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(at);
    [before, script.as_bytes(), after].concat()
}

/// What is shown when no build has made a site yet; the overlay says why.
pub(super) fn page_without_site() -> Vec<u8> {
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>camnang</title><body></body></html>";
    with_script(page.as_bytes(), "")
}

fn told(state: &State, voice: &dyn Voice) -> String {
    let errors = state.errors.iter().map(|finding| {
        let place = finding.place.as_ref();
        json!({
            "code": finding.code,
            "place": place.map(|p| format!("{}:{}:{}", p.path, p.line, p.column)),
            "excerpt": place.map(|p| p.excerpt.as_str()),
            "message": voice.pick(&finding.message),
            "help": finding.help.as_ref().map(|help| voice.pick(help)),
        })
    });
    json!({
        "builds": state.builds,
        "version": state.site.as_ref().map(|site| site.version.as_str()).unwrap_or_default(),
        "errors": errors.collect::<Vec<_>>(),
    })
    .to_string()
}

fn rfind(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_the_body() {
        let page = String::from_utf8(with_script(b"<body>x</body></html>", "v1")).unwrap();
        let script = "<script src=\"/__camnang/live.js\" data-version=\"v1\" defer></script>";
        assert_eq!(page, format!("<body>x{script}</body></html>"));
        assert!(String::from_utf8(with_script(b"<p>x", "")).unwrap().starts_with("<p>x<script"));
    }
}
