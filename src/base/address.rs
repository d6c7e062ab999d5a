//! Where a link may lead.
//!
//! Owns the list of schemes; what is not on it is reported by those who read and left out by those who render.

/// Schemes a link may have. Everything else could run in the page or read from the reader's machine.
const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "sms", "ftp"];

/// Whether a link may lead to this address: relative, or of a scheme that is no danger.
#[must_use]
pub fn is_safe(address: &str) -> bool {
    // Browsers drop these before they look for a scheme.
    let bare: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    match bare.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dangerous_schemes_are_known_in_any_spelling() {
        for bad in [
            "javascript:alert(1)",
            "JaVa\tScript:x",
            " data:text/html,x",
            "vbscript:x",
            "\u{1}javascript:x",
            "file:///etc",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
        for good in ["a/b.html", "#x", "?q=a:b", "./a:b", "https://a.vn", "MAILTO:a@b.vn", "//cdn/x"] {
            assert!(is_safe(good), "{good}");
        }
    }
}
