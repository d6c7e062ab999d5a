//! The answers: files of the site, pages with the live script added, a page for a site that is not there.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::sync::watch::Receiver;

use super::Voice;
use super::guard::Guard;
use super::live;
use super::own;
use super::print::Desks;
use super::readers::Readers;
use super::state::{State, path_of};

/// What every answer may need.
#[derive(Clone)]
pub(super) struct Preview {
    pub states: Receiver<State>,
    pub voice: Arc<dyn Voice>,
    pub readers: Readers,
    /// Books that somebody looks at on paper.
    pub desks: Desks,
    /// The handbook's folder, whole.
    pub root: Arc<str>,
}

pub(super) fn router(preview: Preview, guard: Guard) -> Router {
    Router::new()
        .nest(own::BASE, own::routes())
        .fallback(get(file))
        .layer(from_fn_with_state(guard, check))
        .with_state(preview)
}

async fn check(Shared(guard): Shared<Guard>, request: Request, next: Next) -> Response {
    if guard.allows(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This preview answers this machine only.\n").into_response()
}

async fn file(Shared(mut preview): Shared<Preview>, request: Request) -> Response {
    let address = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    // The first reader waits for the first build rather than meet an empty site.
    let begun = preview.states.wait_for(|state| state.builds > 0 || state.handbook.is_some()).await;
    let state = begun.map(|state| state.clone()).unwrap_or_default();
    if let Some(page) = now(&state, &address).await {
        return page;
    }
    // Whoever asks for what is just being made waits rather than get what it was.
    let there = |state: &State| {
        state.builds > 0 && state.site.as_ref().is_none_or(|site| site.complete || site.find(&address).is_some())
    };
    let ready = preview.states.wait_for(there).await.map(|state| state.clone());
    let state = ready.unwrap_or_default();
    let Some(site) = &state.site else { return answer(StatusCode::OK, "html", live::page_without_site().into()) };
    if let Some((path, bytes)) = site.find(&address) {
        return send(StatusCode::OK, path, bytes);
    }
    if site.is_folder(&address) {
        let to = format!("{}/", request.uri().path());
        return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response();
    }
    match site.find("/404.html") {
        Some((path, bytes)) => send(StatusCode::NOT_FOUND, path, bytes),
        None => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    }
}

/// A page of a site that is still being made: made at once, for whoever asks.
async fn now(state: &State, address: &str) -> Option<Response> {
    if state.site.as_ref().is_some_and(|site| site.complete || site.find(address).is_some()) {
        return None;
    }
    let (handbook, path) = (state.handbook.clone()?, path_of(address));
    let wanted = path.clone();
    let made = tokio::task::spawn_blocking(move || handbook.make(&wanted)).await.ok()??;
    let page = made.iter().find(|artifact| artifact.path.as_str() == path)?;
    Some(send(StatusCode::OK, &path, &page.bytes))
}

fn send(status: StatusCode, path: &str, bytes: &Arc<[u8]>) -> Response {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension == "html" {
        return answer(status, extension, live::with_script(bytes).into());
    }
    answer(status, extension, Body::from(bytes.to_vec()))
}

pub(super) fn answer(status: StatusCode, extension: &str, body: Body) -> Response {
    let mut headers = HeaderMap::new();
    let fixed =
        [(CONTENT_TYPE, content_type(extension)), (CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    for (name, value) in fixed {
        headers.insert(name, axum::http::HeaderValue::from_static(value));
    }
    (status, headers, body).into_response()
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "epub" => "application/epub+zip",
        "zip" => "application/zip",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}
