//! The language that a reader's browser asks for: faults are told in Vietnamese or English.

use axum::extract::Request;
use axum::http::Uri;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::base::Words;

/// One of the two languages of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    English,
    Vietnamese,
}

impl Speech {
    /// What `lang` in an address asks for.
    pub(super) fn of(uri: &Uri) -> Self {
        let mut fields = uri.query().unwrap_or_default().split('&');
        let asked = fields.find_map(|field| field.strip_prefix("lang=")).unwrap_or_default();
        if asked.split('-').next() == Some("vi") { Self::Vietnamese } else { Self::English }
    }

    /// What an address asks for, else what the browser prefers.
    pub(super) fn of_request(request: &Request) -> Self {
        let asked = request.uri().query().is_some_and(|query| query.split('&').any(|field| field.starts_with("lang=")));
        let prefers = |request: &Request| request.headers().get(ACCEPT_LANGUAGE)?.to_str().ok().map(str::to_owned);
        match prefers(request) {
            Some(prefers) if !asked && prefers.starts_with("vi") => Self::Vietnamese,
            _ => Self::of(request.uri()),
        }
    }

    /// Its tag.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Vietnamese => "vi",
        }
    }

    /// The words in it.
    pub(super) fn pick(self, words: &Words) -> &str {
        match self {
            Self::English => &words.en,
            Self::Vietnamese => &words.vi,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_asked_for_and_english_is_the_rest() {
        for (address, speech) in [
            ("/events?page=vi/a.html&lang=vi-VN", Speech::Vietnamese),
            ("/events?lang=vi", Speech::Vietnamese),
            ("/events?lang=fr", Speech::English),
            ("/events?page=vi", Speech::English),
            ("/events", Speech::English),
        ] {
            assert_eq!(Speech::of(&address.parse().unwrap()), speech, "{address}");
        }
    }
}
