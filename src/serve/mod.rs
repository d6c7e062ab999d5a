//! The preview: builds into memory, serves it on this machine, follows every save.
//!
//! Owns the server, the watcher and the small script that reloads an open page. Prints nothing: what
//! there is to say goes to a [`Voice`]. The last good site stays up while a later build has errors,
//! which an overlay shows. May import `base` and `build` only.
//!
//! One thread follows saves and makes what is open in a browser; it is told of changes by a channel and drains what
//! piled up while it worked, so a save is picked up at once, without a waiting time, and never twice. Another makes the
//! rest of the site.

mod address;
mod builder;
mod guard;
mod http;
mod live;
mod mounts;
mod own;
mod print;
mod readers;
mod rest;
mod speech;
mod state;
mod trace;
mod translation;
mod turn;
mod watch;

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use crate::base::{Diagnostic, Words, codes};
use crate::build::{self, Outcome};
use crate::words;
use guard::Guard;

pub use trace::Step;

/// How to serve.
#[derive(Clone, Debug)]
pub struct ServeOptions {
    /// Address to listen at.
    pub host: IpAddr,
    /// Port; when `None`, the first free one from 3000 on.
    pub port: Option<u16>,
    /// Look for changes instead of being told.
    pub poll: bool,
}

/// Who says what the preview has to say.
pub trait Voice: Send + Sync {
    /// Whether it speaks Vietnamese: then the preview does, whatever a browser prefers.
    fn is_vietnamese(&self) -> bool;
    /// The site can be read at this address.
    fn serving(&self, address: &str);
    /// Pages can be seen beside their source at this address.
    fn translating(&self, address: &str);
    /// The printed pages can be seen at this address.
    fn printing(&self, address: &str);
    /// A build is done.
    fn built(&self, outcome: &Outcome, time: Duration);
    /// An open page was brought up to date after a save: what took how long.
    fn followed(&self, page: &str, steps: &[(Step, Duration)]);
    /// Others in the network can read the preview, at this address.
    fn open_to_others(&self, address: &str);
    /// What a finding of this code means; `None` for none of ours.
    fn explain(&self, code: &str) -> Option<Words>;
    /// How the thing is written that a finding of this code is about.
    fn sample(&self, code: &str) -> Option<Words>;
    /// Something worth knowing.
    fn note(&self, finding: &Diagnostic);
}

/// Serves the handbook in `root` until the program is interrupted.
///
/// # Errors
/// When the address cannot be listened at.
pub fn run(root: &Path, options: &ServeOptions, voice: Arc<dyn Voice>) -> Result<(), Diagnostic> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(|error| {
            refused(&words!("the server cannot start: {error}", "không khởi động được máy chủ: {error}"))
        })?;
    let served = runtime.block_on(serve(root, options, voice));
    // Readers may hang on to their event streams; nobody waits for them.
    runtime.shutdown_background();
    served
}

async fn serve(root: &Path, options: &ServeOptions, voice: Arc<dyn Voice>) -> Result<(), Diagnostic> {
    let listener = address::listen(options).await?;
    let bound = listener.local_addr().map_err(|e| refused(&words!("no address: {e}", "không có địa chỉ: {e}")))?;
    if !options.host.is_loopback() {
        voice.note(&open_to_others());
    }
    let readers = readers::Readers::default();
    let turn = turn::Turn::default();
    let states = builder::start(root.to_owned(), options.poll, Arc::clone(&voice), readers.clone(), turn.clone());
    let shown = address::shown(bound);
    voice.serving(&shown);
    if build::beside::is_translated(root) {
        voice.translating(&format!("{}{}/translation", shown.trim_end_matches('/'), own::BASE));
    }
    voice.printing(&format!("{}{}/print", shown.trim_end_matches('/'), own::BASE));
    if !options.host.is_loopback() {
        voice.open_to_others(&address::from_outside(bound));
    }
    let router = http::router(
        http::Preview { states, voice, readers, desks: print::Desks::new(turn), root: whole(root) },
        Guard::new(options.host),
    );
    tokio::select! {
        ended = answer(listener, router) => ended,
        _ = tokio::signal::ctrl_c() => Ok(()),
    }
}

/// The folder as an editor is told of it: with `/` on every system, without one at its end.
fn whole(root: &Path) -> Arc<str> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let text = root.to_string_lossy().replace('\\', "/");
    text.trim_start_matches("//?/").trim_end_matches('/').into()
}

async fn answer(listener: TcpListener, router: axum::Router) -> Result<(), Diagnostic> {
    // Events are small and must not wait for the network to ask for more.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    axum::serve(listener, router)
        .await
        .map_err(|error| refused(&words!("the server stopped: {error}", "máy chủ dừng: {error}")))
}

fn refused(message: &Words) -> Diagnostic {
    Diagnostic::error(codes::SERVER_ADDRESS, message.clone())
}

fn open_to_others() -> Diagnostic {
    Diagnostic::warning(
        codes::SERVER_OPEN,
        words!("everybody on this network can read the preview", "mọi người trong mạng này đều đọc được bản xem thử"),
    )
    .help(words!("leave out --host to keep it to this machine", "bỏ --host để chỉ máy này xem được"))
}
