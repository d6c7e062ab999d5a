//! The language of the preview's own words: faults are told in Vietnamese or English.

use axum::extract::Request;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::base::Words;

/// One of the two languages of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speech {
    English,
    Vietnamese,
}

impl Speech {
    /// What an address asks for; else Vietnamese where the program itself speaks it (`vietnamese`), for an editor's
    /// browser is often an English one; else what the browser prefers.
    pub(super) fn of(request: &Request, vietnamese: bool) -> Self {
        let query = request.uri().query().unwrap_or_default();
        let asked = query.split('&').find_map(|field| field.strip_prefix("lang="));
        let own = vietnamese.then_some("vi");
        let prefers = || request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let tag = asked.or(own).or_else(prefers).unwrap_or_default();
        if tag.split(['-', ',', ';']).next() == Some("vi") { Self::Vietnamese } else { Self::English }
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
    use axum::body::Body;

    use super::*;

    fn speech(address: &str, prefers: &str, vietnamese: bool) -> Speech {
        let request = Request::builder().uri(address).header(ACCEPT_LANGUAGE, prefers).body(Body::empty()).unwrap();
        Speech::of(&request, vietnamese)
    }

    #[test]
    fn vietnamese_is_asked_for_and_english_is_the_rest() {
        use Speech::{English, Vietnamese};
        for (address, prefers, expected, of_vietnamese) in [
            ("/events?page=vi/a.html&lang=vi-VN", "en", Vietnamese, Vietnamese),
            ("/events?lang=vi", "", Vietnamese, Vietnamese),
            ("/events?lang=fr", "vi", English, English),
            ("/events?page=vi", "", English, Vietnamese),
            ("/print", "vi-VN,vi;q=0.9,en;q=0.8", Vietnamese, Vietnamese),
            ("/print", "vi;q=0.9", Vietnamese, Vietnamese),
            ("/print", "en-US,vi;q=0.5", English, Vietnamese),
        ] {
            assert_eq!(speech(address, prefers, false), expected, "{address} {prefers}");
            assert_eq!(speech(address, prefers, true), of_vietnamese, "{address} {prefers}");
        }
    }
}
