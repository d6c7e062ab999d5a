//! The preview's own addresses, below `/_preview/`: what no published site has.
//!
//! Owns which they are and what every answer of theirs carries. Each kind of preview is a file or folder of its own
//! that brings its `routes()`; the guard lies over all of them.

use axum::Router;
use axum::extract::{Path, Request, State as Shared};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::http::{Preview, answer};
use super::live;
use super::print;
use super::speech::Speech;
use super::translation;

/// Below which everything of the preview's own lies.
pub(super) const BASE: &str = "/_preview";

/// As strict as the policy of the site's pages.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'",
);

/// All of them, relative to [`BASE`].
pub(super) fn routes() -> Router<Preview> {
    Router::new()
        .merge(live::routes())
        .merge(print::routes())
        .merge(translation::routes())
        .route("/explain/{code}", get(explain))
        .fallback(nothing)
}

/// An HTML page of the preview's own.
pub(super) fn page(status: StatusCode, html: String) -> Response {
    let mut response = answer(status, "html", html.into());
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, POLICY);
    response
}

/// Text as it stands in HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What a finding of some code means.
async fn explain(Shared(preview): Shared<Preview>, Path(code): Path<String>, request: Request) -> Response {
    let Some(meaning) = preview.voice.explain(&code) else { return nothing().await };
    let speech = Speech::of(&request, preview.voice.is_vietnamese());
    let sample = preview.voice.sample(&code).map(|sample| escape(speech.pick(&sample)));
    let sample = sample.map(|sample| format!("<pre tabindex=\"0\">{sample}</pre>")).unwrap_or_default();
    let (lang, code, text) = (speech.tag(), escape(&code), escape(speech.pick(&meaning)));
    page(
        StatusCode::OK,
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{code}</title>\
            <meta name=\"viewport\" content=\"width=device-width\">\
            <link rel=\"stylesheet\" href=\"{BASE}/live.css\"></head>\
            <body class=\"camnang-explain\"><main><h1>{code}</h1><p>{text}</p>{sample}</main></body></html>"
        ),
    )
}

async fn nothing() -> Response {
    (StatusCode::NOT_FOUND, "There is no such page.\n").into_response()
}
