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

/// The twelve languages, each as CLDR 47 has it; `lo` writes the date in figures, which is its short form.
#[test]
fn numbers_and_dates_are_written_as_each_language_does() {
    let cases = [
        ("vi", "ngày 10/3/2023", "tháng 5/2026", "1.234.567"),
        ("en", "10 March 2023", "May 2026", "1,234,567"),
        ("zh-Hans", "2023年3月10日", "2026年5月", "1,234,567"),
        ("ja", "2023年3月10日", "2026年5月", "1,234,567"),
        ("ko", "2023년 3월 10일", "2026년 5월", "1,234,567"),
        ("fr", "10 mars 2023", "mai 2026", "1\u{202f}234\u{202f}567"),
        ("ru", "10 марта 2023 года", "май 2026 года", "1\u{a0}234\u{a0}567"),
        ("es", "10 de marzo de 2023", "mayo de 2026", "1.234.567"),
        ("lo", "ວັນທີ 10/3/2023", "ເດືອນ 5/2026", "1.234.567"),
        ("km", "ថ្ងៃទី 10 ខែមីនា ឆ្នាំ 2023", "ខែឧសភា ឆ្នាំ 2026", "1,234,567"),
        ("th", "10 มีนาคม ค.ศ. 2023", "พฤษภาคม ค.ศ. 2026", "1,234,567"),
        ("ar", "10 مارس 2023", "مايو 2026", "1,234,567"),
    ];
    for (tag, day, month, number) in cases {
        let strings = Strings::new(&locale(tag), None).0;
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(strings.date("2023-03-10")), day, "{tag}");
        assert_eq!(plain(strings.date("2026-05")), month, "{tag}");
        assert_eq!(strings.number(1_234_567), number, "{tag}");
    }
}

#[test]
fn every_plural_form_of_a_language_is_chosen() {
    let cases: [(&str, &[(u32, &str)]); 12] = [
        ("vi", &[(1, "1 trang"), (5, "5 trang")]),
        ("en", &[(0, "0 pages"), (1, "1 page"), (21, "21 pages")]),
        ("zh-Hans", &[(1, "1 页"), (5, "5 页")]),
        ("ja", &[(1, "1ページ"), (5, "5ページ")]),
        ("ko", &[(1, "1쪽"), (5, "5쪽")]),
        ("fr", &[(0, "0 page"), (1, "1 page"), (2, "2 pages")]),
        ("ru", &[(1, "1 страница"), (22, "22 страницы"), (11, "11 страниц"), (21, "21 страница")]),
        ("es", &[(1, "1 página"), (2, "2 páginas")]),
        ("lo", &[(1, "1 ໜ້າ"), (5, "5 ໜ້າ")]),
        ("km", &[(1, "1 ទំព័រ"), (5, "5 ទំព័រ")]),
        ("th", &[(1, "1 หน้า"), (5, "5 หน้า")]),
        (
            "ar",
            &[
                (0, "لا صفحات"),
                (1, "صفحة واحدة"),
                (2, "صفحتان"),
                (3, "3 صفحات"),
                (11, "11 صفحة"),
                (100, "100 صفحة"),
                (103, "103 صفحات"),
                (1003, "1,003 صفحات"),
                (111, "111 صفحة"),
            ],
        ),
    ];
    for (tag, counts) in cases {
        let strings = Strings::new(&locale(tag), None).0;
        for (count, words) in counts {
            let said = strings.text("pages-count", &[("count", (*count).into())]).replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(said, *words, "{tag} {count}");
        }
    }
}

/// A plural form and numbers that take it.
type Form<'a> = (&'a str, &'a [u32]);

/// CLDR 49's own samples of whole numbers for each form (plurals.xml, `@integer`). Vietnamese has two forms since then.
#[test]
fn plural_forms_are_those_of_cldr() {
    const ONLY: &[Form] = &[("other", &[0, 1, 2, 5, 15, 100, 103, 1_000, 10_000, 100_000, 1_000_000])];
    const ONE: Form = ("one", &[1]);
    let cases: [(&str, &[Form]); 12] = [
        ("vi", &[("one", &[0, 1]), ("other", &[2, 3, 5, 15, 100, 101, 1_000, 10_000, 100_000, 1_000_000])]),
        ("zh-Hans", ONLY),
        ("ja", ONLY),
        ("ko", ONLY),
        ("lo", ONLY),
        ("km", ONLY),
        ("th", ONLY),
        ("en", &[ONE, ("other", &[0, 2, 16, 21, 100, 101, 1_000, 1_000_000])]),
        ("fr", &[("one", &[0, 1]), ("many", &[1_000_000]), ("other", &[2, 17, 100, 101, 1_000, 10_000, 100_000])]),
        ("es", &[ONE, ("many", &[1_000_000]), ("other", &[0, 2, 16, 100, 1_000, 10_000, 100_000])]),
        (
            "ru",
            &[
                ("one", &[1, 21, 31, 41, 51, 61, 71, 81, 101, 1_001]),
                ("few", &[2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 43, 44, 52, 53, 54, 62, 102, 1_002]),
                ("many", &[0, 5, 11, 12, 14, 19, 100, 111, 112, 1_000, 10_000, 100_000, 1_000_000]),
            ],
        ),
        (
            "ar",
            &[
                ("zero", &[0]),
                ONE,
                ("two", &[2]),
                ("few", &[3, 10, 103, 104, 105, 106, 107, 108, 109, 110, 1_003]),
                ("many", &[11, 26, 99, 111, 199, 1_011]),
                ("other", &[100, 101, 102, 200, 201, 202, 300, 502, 600, 1_000, 10_000, 100_000, 1_000_000]),
            ],
        ),
    ];
    const FORMS: &str = "own-form = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n";
    for (tag, forms) in cases {
        let (strings, findings) = Strings::new(&locale(tag), Some(&own(FORMS)));
        assert!(findings.is_empty(), "{tag}: {findings:?}");
        for (form, numbers) in forms {
            for number in *numbers {
                assert_eq!(strings.text("own-form", &[("count", (*number).into())]), *form, "{tag} {number}");
            }
        }
    }
}

/// A handbook's own words may ask in every way that Fluent has.
#[test]
fn forms_exact_numbers_and_ordinals_are_told_apart() {
    let text = "own-left = { $count ->\n    [0] none\n    [one] a single one\n   *[other] { $count } of them\n}\n\
        own-place = { NUMBER($count, type: \"ordinal\") ->\n    [one] { $count }st\n    [two] { $count }nd\n   *[other] { $count }th\n}\n\
        own-nested = { $kind ->\n    [page] { $count ->\n        [one] page\n       *[other] pages\n    }\n   *[other] things\n}\n\
        own-plain = { NUMBER($count, useGrouping: \"false\") }\n";
    let strings = Strings::new(&locale("en"), Some(&own(text))).0;
    let said = |key: &str, n: u32| strings.text(key, &[("count", n.into()), ("kind", Value::Text("page"))]);
    assert_eq!(
        [said("own-left", 0), said("own-left", 1), said("own-left", 2_345)],
        ["none", "a single one", "2,345 of them"]
    );
    assert_eq!([said("own-place", 21), said("own-place", 22), said("own-place", 1_104)], ["21st", "22nd", "1,104th"]);
    assert_eq!([said("own-nested", 1), said("own-nested", 2)], ["page", "pages"]);
    assert_eq!(said("own-plain", 2_026), "2026");
}

#[test]
fn numbers_within_sentences_are_grouped_as_the_language_does() {
    let cases = [
        ("vi", "1.234 trang"),
        ("en", "1,234 pages"),
        ("zh-Hans", "1,234 页"),
        ("ja", "1,234ページ"),
        ("ko", "1,234쪽"),
        ("fr", "1\u{202f}234 pages"),
        ("ru", "1\u{a0}234 страницы"),
        ("es", "1234 páginas"),
        ("lo", "1.234 ໜ້າ"),
        ("km", "1,234 ទំព័រ"),
        ("th", "1,234 หน้า"),
        ("ar", "1,234 صفحة"),
    ];
    for (tag, words) in cases {
        let said = Strings::new(&locale(tag), None).0.text("pages-count", &[("count", 1_234_u32.into())]);
        assert_eq!(said.replace(['\u{2068}', '\u{2069}'], ""), words, "{tag}");
    }
}
