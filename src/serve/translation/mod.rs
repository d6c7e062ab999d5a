//! The preview for translators: a page beside its source, block by block, with what is left to do.
//!
//! Owns the addresses below `/_preview/translation`; what the page looks like is `html`'s. The script asks for the page
//! anew after each save and changes only the lines that differ.

mod html;

use std::path::Path;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use percent_encoding::percent_decode_str;

use super::http::{Preview, answer};
use super::own;
use super::speech::Speech;

/// Its addresses.
pub(super) fn routes() -> Router<Preview> {
    Router::new()
        .route("/translation", get(page))
        .route("/translation.js", get(script))
        .route("/translation.css", get(style))
}

/// `?page=` an output path or a path below the content folder, `&locale=` a language; both may be left out.
async fn page(Shared(mut preview): Shared<Preview>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let field = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let field = |name: &str| percent_decode_str(field(name).unwrap_or_default()).decode_utf8_lossy().into_owned();
    let (page, locale, speech) = (field("page"), field("locale"), Speech::of(&request, preview.voice.is_vietnamese()));
    // The first reader waits for the first build.
    let state = preview.states.wait_for(|state| state.builds > 0).await.map(|state| state.clone());
    let state = state.unwrap_or_default();
    let root = preview.root.to_string();
    let handbook = state.handbook.clone();
    // The catalog is read from the disk.
    let laid = tokio::task::spawn_blocking(move || handbook?.beside(Path::new(&root), &page, &locale)).await;
    let found = laid.ok().flatten();
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    own::page(status, html::page(found.as_ref(), &state, &preview.root, speech))
}

async fn script() -> Response {
    let script = concat!(
        include_str!("../spot.js"),
        include_str!("../overlay.js"),
        include_str!("../listen.js"),
        include_str!("translation.js"),
    );
    answer(StatusCode::OK, "js", script.into())
}

async fn style() -> Response {
    answer(StatusCode::OK, "css", concat!(include_str!("../live.css"), include_str!("translation.css")).into())
}
