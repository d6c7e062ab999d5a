//! Translations that went wrong or old: what is found, what is stamped, what readers and editors see of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::translate::{copy_of, translate, translated};

fn build(folder: &Path) {
    let built = Command::new(env!("CARGO_BIN_EXE_camnang")).arg("build").arg(folder).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("public").join(path)).unwrap()
}

#[test]
fn every_fault_of_every_catalog_is_told_with_its_place_in_one_run() {
    let project = copy_of("translate");
    fs::write(
        project.path().join("i18n/fr.po"),
        "msgid \"Theo công văn 765.\"\nmsgstr \"Selon la lettre 756.\"\n\nmsgid \"Câu này sẽ biến mất.\"\nmsgstr \"Câu này sẽ biến mất.\"\n\nmsgid broken\n",
    )
    .unwrap();
    fs::write(
        project.path().join("i18n/ar.po"),
        "#, fuzzy\nmsgid \"Theo công văn 765.\"\nmsgstr \"1\"\n\nmsgid \"Điền vào chỗ trống: ____ trước khi gửi.\"\nmsgstr \"املأ الفراغ قبل الإرسال.\"\n",
    )
    .unwrap();
    let output = translate(project.path(), &["check"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    for expected in [
        "i18n/ar.po:6:1: error[E0504]: the translation lacks `____`",
        "i18n/fr.po:2:1: error[E0505]: numbers differ: in the source 765, in the translation 756",
        "i18n/fr.po:5:1: warning[W0508]: the translation is the source's text",
        "i18n/fr.po:7:7: error[E0501]",
        "3 errors, 3 warnings",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    assert!(!told.contains("ar.po:3"), "a guess is not judged: {told}");
}

#[test]
fn a_stamp_says_what_a_page_was_made_from_and_a_changed_source_makes_it_stale() {
    let project = copy_of("translate");
    let own = project.path().join("content/en/quy-che.md");
    let before = fs::read_to_string(&own).unwrap();
    translated(project.path(), &["stamp", "--date", "2026-11-20"]);
    let after = fs::read_to_string(&own).unwrap();
    assert!(after.ends_with(&before) && after.contains("translated = 2026-11-20\n"), "{after}");
    assert!(translated(project.path(), &["status"]).contains("1, 0 stale, 0 unstamped"));
    build(project.path());
    assert!(!page(project.path(), "en/quy-che.html").contains("class=notice"));

    let source = project.path().join("content/quy-che.md");
    fs::write(&source, fs::read_to_string(&source).unwrap() + "\nThêm một câu.\n").unwrap();
    build(project.path());
    let stale = page(project.path(), "en/quy-che.html");
    assert!(
        stale.contains("Translation of 20 November 2026; the original text (Tiếng Việt) has changed since."),
        "{stale}"
    );
    assert!(stale.contains("href=../vi/quy-che.html hreflang=vi"), "{stale}");
    let status: serde_json::Value = serde_json::from_str(&translated(project.path(), &["status", "--json"])).unwrap();
    let pages = status["locales"][0]["pages"].as_array().unwrap();
    let rules = pages.iter().find(|p| p["path"] == "quy-che.md").unwrap();
    assert_eq!((&rules["way"], &rules["date"]), (&"stale".into(), &"2026-11-20".into()));

    translated(project.path(), &["stamp"]);
    assert_eq!(fs::read_to_string(&own).unwrap(), after, "nobody has looked at it yet");
    translated(project.path(), &["stamp", "--page", "content/en/quy-che.md", "--date", "2026-11-21"]);
    assert!(translated(project.path(), &["status"]).contains("1, 0 stale, 0 unstamped"));
    let wrong = translate(project.path(), &["stamp", "--page", "content/en/khong-co.md"]);
    assert_eq!(wrong.status.code(), Some(1));
}

#[test]
fn what_is_not_translated_falls_back_with_its_language_and_links_and_anchors_survive() {
    let project = copy_of("translate");
    fs::write(
        project.path().join("i18n/fr.po"),
        "msgid \"Nhiệm vụ\"\nmsgstr \"Tâches\"\n\n#, fuzzy\nmsgid \"Nhớ ghi nguồn.\"\nmsgstr \"Citez vos sources.\"\n\nmsgid \"Một ví dụ hay\"\nmsgstr \"Un bon exemple\"\n\nmsgid \"Cột hai\"\nmsgstr \"Colonne deux\"\n\nmsgid \"Việc thứ nhất:\"\nmsgstr \"Première chose :\"\n\nmsgid \"Đọc [quy chế](quy-che.md#nhiem-vu) trước ngày 15/11/2026, có 22 yếu tố[^1].\"\nmsgstr \"Lisez le [règlement](quy-che.md#nhiem-vu) avant le 15/11/2026 ; il y a 22 éléments[^1].\"\n\nmsgid \"kế hoạch\"\nmsgstr \"plan\"\n\nmsgid \"Tôi là người dân\"\nmsgstr \"Je suis un citoyen\"\n\nmsgid \"Phần một\"\nmsgstr \"Première partie\"\n\nmsgid \"Bảng số liệu\"\nmsgstr \"Tableau des chiffres\"\n\nmsgid \"![Sơ đồ](so-do.svg \\\"Hình 1: Quy trình\\\")\"\nmsgstr \"![Schéma](so-do.svg \\\"Figure 1 : le parcours\\\")\"\n",
    )
    .unwrap();
    build(project.path());
    let rules = page(project.path(), "fr/quy-che.html");
    assert!(rules.contains("id=nhiem-vu>Tâches"), "the source's anchor leads to the translated heading: {rules}");
    assert!(rules.contains("<p lang=vi>Nhớ ghi nguồn."), "a guess is not shown: {rules}");
    assert!(rules.contains("Un bon exemple") && rules.contains("Première chose :"), "{rules}");
    assert!(rules.contains("Colonne deux") && rules.contains("<span lang=vi>Cột một</span>"), "cell by cell: {rules}");
    assert!(rules.contains("alt=Schéma") && rules.contains("Figure 1 : le parcours"), "{rules}");
    let start = page(project.path(), "fr/index.html");
    assert!(start.contains("href=quy-che.html#nhiem-vu>règlement"), "{start}");
    assert!(start.contains("Je suis un citoyen") && start.contains("Première partie"), "{start}");
    assert!(start.contains("fn:1") || start.contains("fn-1"), "the note is still referred to: {start}");
    assert!(page(project.path(), "fr/bieu-mau.html").contains("Tableau des chiffres"));
    assert!(page(project.path(), "fr/thuat-ngu.html").contains("plan"), "words of data files");
    assert!(!rules.contains("camnang-untranslated"), "only the preview marks what is left");
}

#[test]
fn the_preview_marks_what_a_catalog_leaves() {
    use camnang::build::{self, BuildOptions, Silent};
    let project = copy_of("translate");
    fs::write(project.path().join("i18n/fr.po"), "msgid \"Nhiệm vụ\"\nmsgstr \"Tâches\"\n").unwrap();
    let options = BuildOptions::preview();
    let outcome = build::run(project.path(), &options, &Silent);
    let site = outcome.site.unwrap();
    let page = |path: &str| {
        let artifact = site.iter().find(|a| a.path.as_str() == path).unwrap();
        String::from_utf8(artifact.bytes.to_vec()).unwrap()
    };
    let rules = page("fr/quy-che.html");
    let note =
        rules.split("<p class=\"camnang-untranslated\" lang=\"vi\"").nth(1).and_then(|rest| rest.split_once('>'));
    assert!(note.is_some_and(|(_, words)| words.starts_with("Nhớ ghi nguồn.")), "{rules}");
    assert!(rules.contains("<span class=\"camnang-untranslated\" lang=\"vi\">Ô một</span>"), "{rules}");
    assert!(!page("vi/quy-che.html").contains("camnang-untranslated"), "the source is no fallback of itself");
    assert!(!page("en/quy-che.html").contains("camnang-untranslated"), "a page of its own has nothing left");
}

#[test]
fn each_word_of_a_mixed_glossary_says_its_own_language() {
    let project = copy_of("translate");
    let catalog = project.path().join("i18n/fr.po");
    fs::write(&catalog, "msgid \"kế hoạch\"\nmsgstr \"plan\"\n").unwrap();
    build(project.path());
    let glossary = page(project.path(), "fr/thuat-ngu.html");
    assert!(glossary.contains("lang=vi"), "the page itself is not translated: {glossary}");
    assert!(glossary.contains("<dt><span lang=fr>plan</span>"), "{glossary}");
    assert!(glossary.contains("<dd>Việc định làm.</dd>"), "what is in the page's language need not say so: {glossary}");

    fs::write(&catalog, "msgid \"kế hoạch\"\nmsgstr \"plan\"\n\nmsgid \"Thuật ngữ\"\nmsgstr \"Glossaire\"\n").unwrap();
    build(project.path());
    let glossary = page(project.path(), "fr/thuat-ngu.html");
    assert!(glossary.contains("<dt>plan<"), "{glossary}");
    assert!(glossary.contains("<dd><span lang=vi>Việc định làm.</span></dd>"), "{glossary}");
}

#[test]
fn a_page_of_the_site_tells_how_far_each_language_has_got() {
    let project = copy_of("translate");
    let published = || {
        fs::read_dir(project.path().join("public/fr")).unwrap().any(|f| f.unwrap().file_name() == "translation.html")
    };
    build(project.path());
    assert!(!published(), "nobody asked for it");
    let config = project.path().join("handbook.toml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, text + "\n[translation]\nstatus_page = true\n").unwrap();
    translated(project.path(), &["extract"]);
    translated(project.path(), &["stamp", "--date", "2026-11-20"]);
    let source = project.path().join("content/quy-che.md");
    fs::write(&source, fs::read_to_string(&source).unwrap() + "\nThêm một câu.\n").unwrap();
    build(project.path());
    let english = page(project.path(), "en/translation.html");
    assert!(english.contains("the original has changed since the translation · 20 November 2026"), "{english}");
    assert!(page(project.path(), "en/index.html").contains("<a href=translation.html>Translation status</a>"));
    assert!(page(project.path(), "ar/translation.html").contains("dir=rtl"));

    // It says what the command says.
    let status: serde_json::Value = serde_json::from_str(&translated(project.path(), &["status", "--json"])).unwrap();
    let french = status["locales"].as_array().unwrap().iter().find(|l| l["locale"] == "fr").unwrap().clone();
    let row = ["translated", "fuzzy", "missing", "words_left", "whole", "stale"]
        .map(|key| format!("<td class=align-right>{}</td>", french[key]))
        .concat();
    assert!(english.contains(&row), "{row} in {english}");

    // A page of that name keeps its address.
    fs::write(project.path().join("content/translation.md"), "# Trang khác\n").unwrap();
    let summary = project.path().join("content/SUMMARY.md");
    fs::write(&summary, fs::read_to_string(&summary).unwrap() + "\n- [Trang khác](translation.md)\n").unwrap();
    build(project.path());
    assert!(page(project.path(), "vi/translation.html").contains("Trang khác"));
    assert!(page(project.path(), "vi/all-translation.html").contains("Tình trạng bản dịch"));
}

#[test]
fn hostile_catalogs_are_told_of_and_never_stop_the_rest() {
    let header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: fr\\n\"\n\n";
    let glossary = "msgid \"Thuật ngữ\"\nmsgstr \"Glossaire\"\n";
    let with = |rest: &str| format!("{header}{rest}");
    let latin = header.replace("UTF-8", "ISO-8859-1") + glossary;
    let plural = "msgid \"Một\"\nmsgid_plural \"Nhiều\"\nmsgstr[0] \"Un\"\nmsgstr[1] \"Plusieurs\"\n\n";
    let cases: Vec<(&str, String, &[&str], bool)> = vec![
        ("charset", latin, &["fr.po:2:1: warning[W0513]: the header says charset=ISO-8859-1"], true),
        ("plurals", with(plural) + glossary, &["fr.po:2:1: error[E0514]: messages have plural forms"], true),
        ("windows", with(glossary).replace('\n', "\r\n"), &[], true),
        ("mark", format!("\u{feff}{}", with(glossary)), &["fr.po:1:1: error[E0514]: the file begins"], true),
        ("empty", String::new(), &[], false),
        ("huge", with(&glossary.replace("Glossaire", &"Glossaire ".repeat(20_000))), &[], true),
        ("nested", with(&glossary.replace("Glossaire", &"[".repeat(20_000))), &[], true),
        ("quoted", with(&glossary.replace("Glossaire", &"> ".repeat(20_000))), &[], true),
        ("twice", with(&format!("{glossary}\n{glossary}")), &["fr.po:9:1: error[E0502]"], false),
        ("open", with("msgid \"Thuật ngữ\nmsgstr \"x\"\n"), &["fr.po:6:7: error[E0501]"], false),
        ("cut", with("msgid \"Thuật ngữ\"\n"), &["fr.po:6:1: error[E0501]: a message without msgstr"], false),
        ("word", with("msgidd \"x\"\n"), &["fr.po:6:1: error[E0501]"], false),
        ("escape", with("msgid \"Thuật ngữ\"\nmsgstr \"a\\q\"\n"), &["fr.po:7:8: error[E0501]"], false),
        ("late", with("msgid \"x\"\n# note\nmsgstr \"y\"\n"), &["fr.po:7:1: error[E0501]: a comment inside"], false),
        ("half", with("#~ msgid \"x\"\nmsgstr \"y\"\n"), &["fr.po:7:1: error[E0501]: #~ stands"], false),
        (
            "index",
            with("msgid \"x\"\nmsgid_plural \"y\"\nmsgstr[1] \"z\"\n"),
            &["fr.po:8:1: error[E0501]: `msgstr[1]`"],
            false,
        ),
        ("second", with("msgstr \"y\"\n"), &["fr.po:6:1: error[E0501]: `msgstr` stands"], false),
        ("sign", with("msgid \"x\\004y\"\nmsgstr \"z\"\n"), &["fr.po:6:7: error[E0501]: a text holds"], false),
        (
            "both",
            with(&format!("{glossary}\n#~ {}", glossary.trim().replace('\n', "\n#~ "))) + "\n",
            &["fr.po:9:4: error[E0514]"],
            true,
        ),
        ("ends", with(&glossary.replace("Glossaire", "Glossaire\\n")), &["fr.po:7:1: error[E0514]"], true),
        ("several", with(&glossary.replace("Glossaire", "Glos\" \"saire")), &[], true),
        ("gone", with(&format!("{glossary}\n#~| msgid \"Cũ\"\n#~ msgid \"Cũ hơn\"\n#~ msgstr \"Vieux\"\n")), &[], true),
    ];
    for (name, catalog, expected, builds) in cases {
        let project = copy_of("translate");
        fs::write(project.path().join("i18n/fr.po"), catalog).unwrap();
        let output = translate(project.path(), &["check"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!told.contains("panicked"), "{name}: {told}");
        expected.iter().for_each(|line| assert!(told.contains(line), "{name}: {line} in {told}"));
        assert_eq!(
            output.status.code(),
            Some(i32::from(expected.iter().any(|e| e.contains("error")))),
            "{name}: {told}"
        );
        if builds {
            build(project.path());
            assert!(page(project.path(), "fr/thuat-ngu.html").contains("<html dir=ltr lang=fr"), "{name}");
        }
    }
}

/// What `msgfmt --check` refuses is an error here, what it lets pass is none. Without gettext nothing is compared.
#[test]
fn msgfmt_and_the_check_refuse_the_same_catalogs() {
    const HEADER: &str =
        "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";
    const PLURAL: &str = "\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n";
    const FORMS: &str = "\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n";
    let message = "\nmsgid \"a\"\nmsgstr \"b\"\n";
    let obsolete = "\n#~ msgid \"a\"\n#~ msgstr \"b\"\n";
    let cases = [
        message.to_owned(),
        format!("{message}{obsolete}"),
        format!("{obsolete}{message}"),
        format!("{obsolete}{obsolete}"),
        format!("{message}\nmsgctxt \"k\"\nmsgid \"a\"\nmsgstr \"b\"\n"),
        "\nmsgid \"a\\n\"\nmsgstr \"b\"\n".to_owned(),
        "\nmsgid \"a\"\nmsgstr \"\\nb\"\n".to_owned(),
        "\n#, fuzzy\nmsgid \"a\\n\"\nmsgstr \"b\"\n".to_owned(),
        format!("{FORMS}{PLURAL}msgstr[1] \"d\"\n"),
        format!("{FORMS}{PLURAL}"),
        format!("{PLURAL}msgstr[1] \"d\"\n"),
        format!("{FORMS}{PLURAL}msgstr[2] \"d\"\n"),
        format!("{}{PLURAL}msgstr[1] \"d\"\n", FORMS.replace("> 1", "/ 0")),
        format!("{}{PLURAL}msgstr[1] \"d\"\n", FORMS.replace("(n > 1)", "(n >")),
        format!("{}{PLURAL}msgstr[1] \"d\"\n", FORMS.replace("(n > 1)", "n%3")),
        "\nmsgid \"a\"\n# x\nmsgstr \"b\"\n".to_owned(),
        "\n#~ msgid \"a\"\nmsgstr \"b\"\n".to_owned(),
        "\nmsgid \"a\\004b\"\nmsgstr \"b\"\n".to_owned(),
        "\nmsgid \"a\" \"b\"\nmsgstr \"b\"\n".to_owned(),
        "\nmsgid \"a\"\nmsgstr[0] \"b\"\n".to_owned(),
        "\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"b\"\n".to_owned(),
        "\nmsgstr \"b\"\n".to_owned(),
        "\n#, python-format\nmsgid \"%(a)s có\"\nmsgstr \"%(b)s a\"\n".to_owned(),
    ];
    let project = copy_of("translate");
    let file = project.path().join("i18n/fr.po");
    for case in cases {
        fs::write(&file, format!("{HEADER}{case}")).unwrap();
        let refused = Command::new("msgfmt").args(["--check", "-o", "/dev/null"]).arg(&file).output();
        let Ok(refused) = refused.map(|output| !output.status.success()) else { return };
        let ours = translate(project.path(), &["check"]);
        let told = String::from_utf8_lossy(&ours.stderr).into_owned();
        assert_eq!(ours.status.code(), Some(i32::from(refused)), "{case}: {told}");
    }
}

/// A catalog is one locale's: no other locale's file is written when it changes.
#[test]
fn a_changed_catalog_rewrites_its_own_locale_only() {
    let project = copy_of("translate");
    let catalog = project.path().join("i18n/fr.po");
    fs::write(&catalog, "msgid \"Nhiệm vụ\"\nmsgstr \"Tâches\"\n").unwrap();
    build(project.path());
    let public = project.path().join("public");
    let written = || {
        let mut found = std::collections::BTreeMap::new();
        let mut open = vec![public.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() && entry.file_name() != ".camnang" {
                    open.push(path);
                } else if path.is_file() {
                    found.insert(
                        path.strip_prefix(&public).unwrap().to_owned(),
                        entry.metadata().unwrap().modified().unwrap(),
                    );
                }
            }
        }
        found
    };
    let before = written();
    fs::write(&catalog, "msgid \"Nhiệm vụ\"\nmsgstr \"Missions\"\n").unwrap();
    build(project.path());
    let after = written();
    let rewritten: Vec<_> =
        after.iter().filter(|(path, time)| before.get(*path) != Some(*time)).map(|(p, _)| p).collect();
    assert!(rewritten.iter().any(|path| path.ends_with("fr/quy-che.html")), "{rewritten:?}");
    assert!(rewritten.iter().all(|path| path.starts_with("fr")), "{rewritten:?}");
    assert!(page(project.path(), "fr/quy-che.html").contains(">Missions"));
}
