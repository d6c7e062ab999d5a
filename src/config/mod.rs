//! `handbook.toml`: as written (`schema`), checked (`validate`), as used (`resolve`).
//!
//! Takes text, not paths. May import `base` only.

mod check;
mod languages;
mod press;
mod resolve;
mod schema;
mod table;
mod validate;

use crate::base::{Diagnostic, Source};

pub use check::CheckConfig;
pub use press::{PressConfig, SheetStock};
pub use resolve::{Config, ElementsConfig, Inherited, LocaleConfig, Numbering, PrintConfig, PrintLinks};

/// The name of the file in a handbook's folder.
pub const FILE_NAME: &str = "handbook.toml";

/// Reads a configuration and finds everything that is wrong with it, in the order of its lines.
/// Where a value is wrong its default stands in; `None` when that cannot be.
#[must_use]
pub fn load(source: &Source) -> (Option<Config>, Vec<Diagnostic>) {
    let (written, mut found) = schema::read(source);
    let config = validate::validate(written, &mut found);
    let mut findings = found.list;
    findings.sort();
    (config, findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Direction, RelPath};

    fn load_text(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
        load(&Source::new(RelPath::new(FILE_NAME).unwrap(), text))
    }

    #[test]
    fn three_keys_are_enough() {
        let (config, findings) = load_text("title = 'T'\nsource = 'vi'\nlocales = ['vi', 'ar', 'zh-hans']\n");
        assert_eq!(findings, []);
        let config = config.unwrap();
        let names: Vec<_> = config.locales.iter().map(|l| (l.locale.as_str(), l.name.as_str(), l.direction)).collect();
        assert_eq!(
            names,
            [
                ("vi", "Tiếng Việt", Direction::Ltr),
                ("ar", "العربية", Direction::Rtl),
                ("zh-Hans", "简体中文", Direction::Ltr)
            ]
        );
        assert_eq!((config.content.as_str(), config.output.as_str()), ("content", "public"));
        assert!(config.base_url.is_none() && !config.raw_html && config.locales.iter().all(|l| l.title == "T"));
    }

    #[test]
    fn a_base_url_ends_in_a_slash() {
        let text = "title = 'T'\nsource = 'vi'\nlocales = ['vi']\nbase_url = 'https://a.vn/b'\n";
        assert_eq!(load_text(text).0.unwrap().base_url.as_deref(), Some("https://a.vn/b/"));
    }

    #[test]
    fn languages_keep_their_own_title_and_direction() {
        let text =
            "title = 'T'\nsource = 'vi'\nlocales = ['vi', 'en']\n[locale.en]\ntitle = 'E'\nname = 'N'\ndir = 'rtl'\n";
        let english = load_text(text).0.unwrap().locales.remove(1);
        assert_eq!((english.title.as_str(), english.name.as_str(), english.direction), ("E", "N", Direction::Rtl));
    }

    #[test]
    fn any_bytes_of_toml_are_answered_without_a_panic() {
        for text in
            ["", "=", "[", "[[locale]]", "locales = 3\nsource = []", "title", "[locale]\nen = 1", "a.b.c = 1\na = 2"]
        {
            let (_, findings) = load_text(text);
            assert!(!findings.is_empty(), "{text}");
        }
    }
}
