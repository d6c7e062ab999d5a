//! Where the preview listens.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use tokio::net::TcpListener;

use super::{ServeOptions, refused};
use crate::base::Diagnostic;
use crate::words;

/// The port tried first.
const FIRST: u16 = 3000;
/// How many ports are tried when none was asked for.
const TRIES: u16 = 20;

/// Binds the port that was asked for, or the first free one.
pub(super) async fn listen(options: &ServeOptions) -> Result<TcpListener, Diagnostic> {
    let ports = match options.port {
        Some(port) => port..=port,
        None => FIRST..=FIRST + TRIES,
    };
    let mut refusal = None;
    for port in ports {
        match TcpListener::bind(SocketAddr::new(options.host, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => refusal = refusal.or(Some((port, error))),
        }
    }
    let (host, (port, error)) =
        (options.host, refusal.unwrap_or_else(|| (FIRST, std::io::ErrorKind::AddrInUse.into())));
    Err(refused(&words!("cannot listen at {host}, port {port}: {error}", "không mở được {host}, cổng {port}: {error}"))
        .help(words!("try another port: --port 8080", "hãy thử cổng khác: --port 8080")))
}

/// The address to open in a browser.
pub(super) fn shown(bound: SocketAddr) -> String {
    let port = bound.port();
    if bound.ip().is_unspecified() { format!("http://localhost:{port}/") } else { format!("http://{bound}/") }
}

/// The address at which another device in the network finds the preview.
pub(super) fn from_outside(bound: SocketAddr) -> String {
    let ip = if bound.ip().is_unspecified() { own_ip().unwrap_or(bound.ip()) } else { bound.ip() };
    format!("http://{}/", SocketAddr::new(ip, bound.port()))
}

/// The address that this machine would send from. Nothing is sent: a datagram socket that is connected only chooses its
/// way. The far end is one of those reserved for documentation.
fn own_ip() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_unspecified())
}
