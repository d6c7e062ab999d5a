//! The print preview: a book's pages beside the page of the website, in step with each other and with every save.
//!
//! Owns its addresses below `/_preview/print` and what is sent to the script there. Pages are drawn when they are asked
//! for. Nothing of it is in any published site.

mod desk;

use std::convert::Infallible;
use std::str::FromStr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::http::{Preview, answer};
use super::live::finding;
use super::own;
use super::speech::Speech;
use super::state::State;
use crate::base::{Diagnostic, Severity};
use crate::build::{Format, Proof, ProofOrder, Stand};
pub(super) use desk::Desks;
use desk::Shown;

/// A click this far above a block still means it, in points: the upper part of a letter.
const ABOVE: f64 = 6.0;

/// A drawing is nothing but one, also when it is opened by itself.
const DRAWN: HeaderValue = HeaderValue::from_static("default-src 'none'; img-src data:; style-src 'unsafe-inline'");

/// The addresses below `/_preview`.
pub(super) fn routes() -> Router<Preview> {
    Router::new()
        .route("/print", get(page))
        .route("/print/events", get(events))
        .route("/print/page/{name}", get(drawing))
        .route("/print/at", get(at))
        .route("/print/where", get(place))
        .route("/print.js", get(script))
        .route("/print.css", get(|| async { answer(StatusCode::OK, "css", include_str!("print.css").into()) }))
}

async fn page(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let html = format!("<html lang=\"{}\">", Speech::of(&request, preview.voice.is_vietnamese()).tag());
    own::page(StatusCode::OK, include_str!("print.html").replacen("<html lang=\"en\">", &html, 1))
}

async fn script() -> Response {
    answer(
        StatusCode::OK,
        "js",
        concat!(
            include_str!("../spot.js"),
            include_str!("../overlay.js"),
            include_str!("../listen.js"),
            include_str!("print.js"),
        )
        .into(),
    )
}

/// What a query asks for, by name.
struct Query(String);

impl Query {
    fn of(request: &Request) -> Self {
        Self(request.uri().query().unwrap_or_default().to_owned())
    }

    fn text(&self, name: &str) -> Option<String> {
        let value = self.0.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
        Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
    }

    fn value<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }

    /// The book; the first language in the first form when none is named. `None` for one that is not there.
    fn order(&self, state: &State) -> Option<ProofOrder> {
        let languages = state.handbook.as_ref()?.languages();
        let locale = match self.text("locale").filter(|locale| !locale.is_empty()) {
            Some(locale) => languages.iter().any(|(tag, _)| *tag == locale).then_some(locale)?,
            None => languages.first()?.0.clone(),
        };
        let named = self.text("form").unwrap_or_default();
        let format = Format::BOOKS.into_iter().find(|format| format.name() == named).unwrap_or(Format::BookA5);
        Some(ProofOrder { locale, format })
    }
}

/// A stream of what is seen of a book: its pages by their looks, so that only those are drawn that changed.
async fn events(Shared(mut preview): Shared<Preview>, request: Request) -> Response {
    let query = Query::of(&request);
    let there = |state: &State| state.handbook.is_some() || state.builds > 0;
    let state = preview.states.wait_for(there).await.map(|state| state.clone()).unwrap_or_default();
    let order = query.order(&state);
    let watched = order.as_ref().map(|order| preview.desks.look(order, &preview.states));
    let (looker, shown) = watched.map_or((None, None), |(looker, shown)| (Some(looker), Some(shown)));
    let speech = Speech::of(&request, preview.voice.is_vietnamese());
    let follow = Follow { preview, order, shown, speech, _looker: looker, first: true };
    let stream = stream::unfold(follow, |mut follow| async move {
        follow.next().await?;
        let data = follow.news().to_string();
        Some((Ok::<_, Infallible>(Event::default().data(data)), follow))
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

/// Somebody who looks at a book.
struct Follow {
    preview: Preview,
    order: Option<ProofOrder>,
    shown: Option<tokio::sync::watch::Receiver<Shown>>,
    speech: Speech,
    _looker: Option<desk::Looker>,
    first: bool,
}

impl Follow {
    /// Waits for news of the book, or of the site: its faults are told here too.
    async fn next(&mut self) -> Option<()> {
        if std::mem::take(&mut self.first) {
            return Some(());
        }
        let states = self.preview.states.changed();
        match &mut self.shown {
            Some(shown) => tokio::select! {
                told = shown.changed() => told.ok(),
                told = states => told.ok(),
            },
            None => states.await.ok(),
        }
    }

    fn news(&mut self) -> Value {
        let state = self.preview.states.borrow_and_update().clone();
        let shown = self.shown.as_mut().map(|shown| shown.borrow_and_update().clone()).unwrap_or_default();
        let (errors, warnings): (Vec<&Diagnostic>, Vec<_>) =
            shown.findings.iter().partition(|finding| finding.severity == Severity::Error);
        let told =
            |findings: &[&Diagnostic]| findings.iter().map(|f| finding(f, &state, "", self.speech)).collect::<Vec<_>>();
        let errors: Vec<&Diagnostic> = state.errors.iter().chain(errors).collect();
        let pages = shown.proof.as_ref().map(|proof| pages(proof));
        let languages = state.handbook.as_ref().map(|snapshot| snapshot.languages()).unwrap_or_default();
        json!({
            "lang": self.speech.tag(),
            "save": shown.save,
            "working": shown.working || shown.proof.as_ref().is_some_and(|proof| !proof.settled),
            "locale": self.order.as_ref().map(|order| &order.locale),
            "form": self.order.as_ref().map(|order| order.format.name()),
            "forms": Format::BOOKS.map(Format::name),
            "languages": languages,
            "pages": pages,
            "editor": state.editor.as_ref().map(|address| json!({ "address": address, "root": &*self.preview.root })),
            "errors": told(&errors),
            "warnings": told(&warnings),
        })
    }
}

/// Number, look, width and height of each page.
fn pages(proof: &Proof) -> Vec<Value> {
    proof.pages.iter().map(|page| json!([page.number, page.look, page.width, page.height])).collect()
}

/// The book that a question is about, as it is seen now.
fn proof(preview: &Preview, query: &Query) -> Option<Arc<Proof>> {
    let order = query.order(&preview.states.borrow())?;
    let shown = preview.desks.find(&order)?;
    shown.borrow().proof.clone()
}

async fn drawing(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let query = Query::of(&request);
    let name = request.uri().path().rsplit('/').next().unwrap_or_default();
    let number = name.strip_suffix(".svg").and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
    // Drawing takes milliseconds: other answers do not wait for it.
    let draw = move || {
        let svg = proof(&preview, &query)?.draw(number?);
        let order = query.order(&preview.states.borrow())?;
        preview.desks.drawn(&order)?.add();
        svg
    };
    let drawn = tokio::task::spawn_blocking(draw).await;
    match drawn.ok().flatten() {
        Some(svg) => {
            let mut drawing = answer(StatusCode::OK, "svg", svg.into());
            drawing.headers_mut().insert(CONTENT_SECURITY_POLICY, DRAWN);
            drawing
        }
        None => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    }
}

/// What stands at a place of a printed page.
async fn at(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let query = Query::of(&request);
    let asked = || Some((query.value::<usize>("page")?.checked_sub(1)?, query.value("x")?, query.value("y")?));
    let found = asked().and_then(|asked| Some(told(&proof(&preview, &query)?.stands, asked)));
    answer(StatusCode::OK, "json", found.flatten().unwrap_or(Value::Null).to_string().into())
}

fn told(stands: &[Stand], (page, x, y): (usize, f64, f64)) -> Option<Value> {
    let (stand, next) = standing(stands, page, x, y)?;
    let mark = &stand.mark;
    // Of a block that takes several lines, the line that stands as far down as the place does.
    let end = next.filter(|next| next.page == page && next.y > stand.y).map_or(stand.y, |next| next.y);
    let lines = f64::from(mark.lines);
    let inside = stand.page == page && end > stand.y;
    let down = if inside { ((y - stand.y) / (end - stand.y) * lines).clamp(0.0, lines - 1.0) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between no line and all of them")]
    let line = mark.line + down.floor() as u32;
    Some(json!({
        "file": mark.file.as_str(), "line": line, "column": if line == mark.line { mark.column } else { 1 },
        "page": mark.page.as_str(), "blocks": [[mark.block, mark.nth]], "row": mark.row,
    }))
}

/// The block that begins last before a place, and the one after it. Of blocks side by side it is the one the place is
/// under.
fn standing(stands: &[Stand], page: usize, x: f64, y: f64) -> Option<(&Stand, Option<&Stand>)> {
    let after = stands.partition_point(|stand| (stand.page, stand.y) <= (page, y + ABOVE));
    let last = stands.get(..after)?.last().or(stands.first())?;
    let level = |stand: &&Stand| stand.page == last.page && (stand.y - last.y).abs() < 1.0;
    let row = stands.get(..after)?.iter().rev().take_while(level);
    let beside = row.filter(|stand| stand.x <= x + ABOVE).max_by(|a, b| a.x.total_cmp(&b.x)).unwrap_or(last);
    Some((beside, stands.get(after)))
}

/// Where a block of the website's page stands on paper.
async fn place(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let query = Query::of(&request);
    let found = || {
        let (page, block) = (query.text("path")?, query.text("block").unwrap_or_default());
        let (nth, row) = (query.value::<usize>("nth").unwrap_or_default(), query.value::<usize>("row"));
        let proof = proof(&preview, &query)?;
        let of_page = || proof.stands.iter().filter(|stand| stand.mark.page.as_str() == page.trim_start_matches('/'));
        let same = |stand: &&Stand| stand.mark.block == block && stand.mark.nth == nth;
        let exact = of_page().find(|stand| same(stand) && stand.mark.row == row);
        let stand = exact.or_else(|| of_page().find(same)).or_else(|| of_page().next())?;
        Some(json!({ "page": stand.page + 1, "x": stand.x, "y": stand.y }))
    };
    answer(StatusCode::OK, "json", found().unwrap_or(Value::Null).to_string().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::proof::Mark;

    fn stand(page: usize, x: f64, y: f64, line: u32, lines: u32) -> Stand {
        let mark = Mark {
            page: Default::default(),
            block: String::new(),
            nth: 0,
            row: None,
            file: Default::default(),
            line,
            column: 3,
            lines,
        };
        Stand { page, x, y, mark }
    }

    fn line(stands: &[Stand], page: usize, x: f64, y: f64) -> u64 {
        told(stands, (page, x, y)).and_then(|told| told["line"].as_u64()).unwrap_or_default()
    }

    #[test]
    fn a_place_is_that_of_the_block_it_lies_in() {
        let stands = [stand(0, 50.0, 100.0, 1, 1), stand(0, 50.0, 200.0, 3, 4), stand(0, 50.0, 280.0, 9, 1)];
        for (y, expected) in
            [(20.0, 1), (150.0, 1), (196.0, 3), (201.0, 3), (225.0, 4), (270.0, 6), (281.0, 9), (500.0, 9)]
        {
            assert_eq!(line(&stands, 0, 60.0, y), expected, "{y}");
        }
    }

    #[test]
    fn what_goes_on_over_a_page_is_found_there() {
        let stands = [stand(0, 50.0, 400.0, 7, 1), stand(1, 50.0, 300.0, 9, 1)];
        assert_eq!((line(&stands, 1, 60.0, 100.0), line(&stands, 1, 60.0, 310.0)), (7, 9));
    }

    #[test]
    fn of_two_side_by_side_it_is_the_one_below_which_the_place_lies() {
        let stands = [stand(0, 50.0, 100.0, 1, 1), stand(0, 250.0, 100.0, 5, 1)];
        assert_eq!((line(&stands, 0, 60.0, 120.0), line(&stands, 0, 300.0, 120.0)), (1, 5));
    }
}
