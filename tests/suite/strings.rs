//! The interface's words: whole in every language that ships, replaced one by one, told when missing.

use std::sync::Arc;

use camnang::base::{Locale, RelPath, Source, codes};
use camnang::i18n::ui::{Strings, Value, shipped};

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn own(text: &str) -> Arc<Source> {
    Arc::new(Source::new(RelPath::new("i18n/vi.ftl").unwrap(), text))
}

#[test]
fn every_language_that_ships_is_whole() {
    let tags = shipped();
    for tag in ["vi", "en", "zh-Hans", "ja", "ko", "fr", "ru", "es", "lo", "km", "th", "ar"] {
        assert!(tags.iter().any(|t| t == tag), "{tag} does not ship");
        let (_, findings) = Strings::new(&locale(tag), None);
        assert!(findings.is_empty(), "{tag}: {findings:?}");
    }
}

#[test]
fn plurals_follow_the_language() {
    let minutes = |tag: &str, n: u32| Strings::new(&locale(tag), None).0.text("pages-count", &[("count", n.into())]);
    assert_eq!(minutes("en", 1), "1 page");
    assert_eq!(minutes("en", 5), "5 pages");
    assert_eq!(minutes("vi", 1), "1 trang");
    assert_eq!(minutes("ru", 3), "3 страницы");
    assert_eq!(minutes("ru", 5), "5 страниц");
    assert_eq!(minutes("ar", 2), "صفحتان");
}

#[test]
fn dates_are_written_as_far_as_they_are_known() {
    let cases = [
        ("vi", "2023-03-10", "ngày 10/3/2023"),
        ("vi", "2026-05", "tháng 5/2026"),
        ("vi", "2023", "năm 2023"),
        ("en", "2023-03-10", "10 March 2023"),
        ("fr", "2023-03-01", "1er mars 2023"),
        ("ja", "2023-03-10", "2023年3月10日"),
        ("en", "", ""),
        ("en", "soon", "soon"),
    ];
    for (tag, iso, expected) in cases {
        assert_eq!(Strings::new(&locale(tag), None).0.date(iso), expected, "{tag} {iso}");
    }
}

#[test]
fn a_handbook_replaces_single_words() {
    let (strings, findings) = Strings::new(&locale("vi"), Some(&own("home = Về nhà\nown-slogan = Đúng và duyên\n")));
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(strings.text("home", &[]), "Về nhà");
    assert_eq!(strings.text("next", &[]), "Trang sau");
    assert_eq!(strings.text("own-slogan", &[]), "Đúng và duyên");
}

#[test]
fn a_misspelt_key_is_told_with_the_nearest_one() {
    let (_, findings) = Strings::new(&locale("vi"), Some(&own("hom = Về nhà\n")));
    let finding = findings.first().unwrap();
    assert_eq!(finding.code, codes::STRINGS_UNKNOWN);
    assert!(finding.help.as_ref().unwrap().en.contains("“home”"));
}

#[test]
fn a_language_in_the_making_shows_english_and_names_what_is_missing() {
    let source = Arc::new(Source::new(RelPath::new("i18n/de.ftl").unwrap(), "home = Anfang\n"));
    let (strings, findings) = Strings::new(&locale("de"), Some(&source));
    assert_eq!(strings.text("next", &[]), "Next");
    assert!(findings.iter().all(|f| f.code == codes::STRINGS_MISSING));
    assert!(findings.iter().any(|f| f.message.en.contains("“next”") && f.message.en.contains("“de”")));
    let (_, none) = Strings::new(&locale("de"), None);
    assert_eq!(none.len(), 1);
}

#[test]
fn broken_fluent_is_told_with_its_line() {
    let (strings, findings) = Strings::new(&locale("vi"), Some(&own("home = Nhà\nnext = { \nmenu = Mục\n")));
    let finding = findings.iter().find(|f| f.code == codes::STRINGS_SYNTAX).unwrap();
    assert!(finding.place.as_ref().is_some_and(|p| p.line >= 2));
    assert_eq!(strings.text("home", &[]), "Nhà");
}

#[test]
fn isolation_marks_only_where_directions_mix() {
    let args = [("title", Value::Text("X"))];
    assert!(Strings::new(&locale("ar"), None).0.text("redirect-text", &args).contains('\u{2068}'));
    assert!(!Strings::new(&locale("vi"), None).0.text("redirect-text", &args).contains('\u{2068}'));
}
