//! Who may ask: pages of this preview and people at this machine, not other sites in the same browser.
//!
//! A foreign site can point its own name at 127.0.0.1 and so read a preview as its own (DNS
//! rebinding). The `Host` it sends then is its name; ours are `localhost` and bare addresses.

use std::net::IpAddr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, Uri};

/// The rule for one server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guard {
    /// The server listens to more than this machine: any bare address may be how it is reached.
    open: bool,
}

impl Guard {
    pub(super) fn new(host: IpAddr) -> Self {
        Self { open: !host.is_loopback() }
    }

    /// Whether a request with these headers is answered. A page that asks from elsewhere says so in `Origin`: only the
    /// very address that it asks is its own, port included.
    pub(super) fn allows(self, headers: &HeaderMap) -> bool {
        let Some(host) = headers.get(HOST).and_then(text).and_then(authority) else { return false };
        let own = |origin: &HeaderValue| {
            let origin = text(origin).and_then(|origin| origin.parse::<Uri>().ok());
            origin.and_then(|origin| origin.into_parts().authority).is_some_and(|origin| origin == host)
        };
        self.is_ours(host.host()) && headers.get(ORIGIN).is_none_or(own)
    }

    fn is_ours(self, name: &str) -> bool {
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        match bare.parse::<IpAddr>() {
            Ok(address) => self.open || address.is_loopback(),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        }
    }
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

/// `host:port`, whatever form it has.
fn authority(text: &str) -> Option<Authority> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(listening: &str, host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        Guard::new(listening.parse().unwrap()).allows(&headers)
    }

    #[test]
    fn only_this_machines_names_are_answered() {
        for (listening, host, origin, allowed) in [
            ("127.0.0.1", "localhost:3000", None, true),
            ("127.0.0.1", "127.0.0.1:3000", Some("http://127.0.0.1:3000"), true),
            ("127.0.0.1", "[::1]:3000", None, true),
            ("127.0.0.1", "evil.example", None, false),
            ("127.0.0.1", "localhost.evil.example:3000", None, false),
            ("127.0.0.1", "192.168.1.5:3000", None, false),
            ("0.0.0.0", "192.168.1.5:3000", None, true),
            ("0.0.0.0", "evil.example:3000", None, false),
            ("127.0.0.1", "localhost:3000", Some("http://evil.example"), false),
            ("127.0.0.1", "localhost:3000", Some("null"), false),
            ("127.0.0.1", "localhost:3000", Some("http://localhost:8080"), false),
            ("127.0.0.1", "localhost:3000", Some("http://127.0.0.1:3000"), false),
            ("0.0.0.0", "192.168.1.5:3000", Some("http://192.168.1.5:3000"), true),
            ("0.0.0.0", "192.168.1.5:3000", Some("http://192.168.1.6:3000"), false),
        ] {
            assert_eq!(allows(listening, host, origin), allowed, "{listening} {host} {origin:?}");
        }
    }

    #[test]
    fn a_request_without_host_is_refused() {
        assert!(!Guard::new(IpAddr::from([127, 0, 0, 1])).allows(&HeaderMap::new()));
    }
}
