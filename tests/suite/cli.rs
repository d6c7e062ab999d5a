//! The program as scripts and people meet it: commands, exit codes, what goes to which stream.

use crate::handbook::{Handbook, camnang, read_folder};

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn ran(mut command: assert_cmd::Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_new_handbook_builds_without_a_finding() {
    let folder = Handbook::empty();
    let dir = folder.path("sổ tay");
    let mut new = camnang();
    new.arg("new").arg(&dir);
    assert_eq!(ran(new).code, 0);
    let mut build = camnang();
    build.arg("build").arg(&dir).arg("--json");
    let built = ran(build);
    let told: serde_json::Value = serde_json::from_str(&built.out).unwrap();
    assert_eq!((built.code, &told["diagnostics"]), (0, &serde_json::json!([])), "{}", built.err);
    assert_eq!(told["locales"], serde_json::json!(["vi", "en"]));
    let site = read_folder(&dir.join("public"));
    for page in ["index.html", "vi/index.html", "en/cach-viet/mot-trang.html"] {
        assert!(site.contains_key(page), "{page} in {:?}", site.keys());
    }
}

#[test]
fn new_refuses_a_folder_that_holds_something() {
    let handbook = Handbook::empty().with("a.txt", "mine");
    let refused = ran(handbook.run("new", &[]));
    assert_eq!((refused.code, read_folder(&handbook.path("")).len()), (2, 1), "{}", refused.err);
    assert!(refused.err.contains("E0205"), "{}", refused.err);
}

#[test]
fn a_build_says_one_line_and_keeps_standard_output_free() {
    let built = ran(Handbook::small().run("build", &[]));
    assert_eq!((built.code, built.out.as_str()), (0, ""));
    assert_eq!(built.err.lines().count(), 1, "{}", built.err);
    assert!(built.err.starts_with("4 pages, 2 locales, ") && built.err.contains("; 0 warnings; "), "{}", built.err);
    assert!(!built.err.contains('\u{1b}'), "no escape sequences in a pipe");
}

#[test]
fn a_second_build_writes_nothing_and_changes_nothing() {
    let handbook = Handbook::small();
    ran(handbook.run("build", &[]));
    let first = handbook.site();
    let again = ran(handbook.run("build", &["--json"]));
    let told: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((&told["published"]["written"], &told["published"]["removed"]), (&0.into(), &0.into()));
    assert_eq!(handbook.site(), first);
}

#[test]
fn the_number_of_threads_does_not_reach_the_output() {
    let handbook = Handbook::small();
    let sites = ["1", "4"].map(|threads| {
        let out = handbook.path(&format!("out-{threads}"));
        let mut build = handbook.run("build", &["--out", out.to_str().unwrap()]);
        build.env("RAYON_NUM_THREADS", threads);
        assert_eq!(ran(build).code, 0);
        read_folder(&out)
    });
    assert!(sites[0].len() > 5 && sites[0] == sites[1]);
}

#[test]
fn all_faults_are_told_at_once_and_the_last_good_site_stays() {
    let handbook = Handbook::small();
    ran(handbook.run("build", &[]));
    let good = handbook.site();
    handbook.write("content/mot.md", "+++\ntitel = \"Một\"\n+++\n\nĐổi rồi.\n");
    handbook.write("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hay.md)\n");
    let built = ran(handbook.run("build", &[]));
    assert_eq!(built.code, 1);
    assert!(built.err.contains("content/mot.md:2:1: error["), "{}", built.err);
    assert!(built.err.contains("content/SUMMARY.md:2:"), "{}", built.err);
    assert!(built.err.contains("nothing written"), "{}", built.err);
    assert_eq!(handbook.site(), good);
}

#[test]
fn check_counts_and_writes_nothing() {
    let handbook = Handbook::small();
    handbook.write("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n[elements]\nexpected = 22\n");
    handbook.write("content/hai.md", "+++\ntitle = \"Hai\"\nkind = \"element\"\nnumber = 1\n+++\n\nChờ nguồn.\n");
    let checked = ran(handbook.run("check", &[]));
    assert!(checked.err.contains("22 expected, 1 with a page, 0 with an official source"), "{}", checked.err);
    assert!(!handbook.path("public").exists());
    let told: serde_json::Value = serde_json::from_str(&ran(handbook.run("check", &["--json"])).out).unwrap();
    assert_eq!(told["elements"], serde_json::json!({ "expected": 22, "described": 1, "with_source": 0 }));
}

#[test]
fn json_names_place_code_and_help() {
    let handbook = Handbook::small().with("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hay.md)\n");
    let told: serde_json::Value = serde_json::from_str(&ran(handbook.run("check", &["--json"])).out).unwrap();
    let found = told["diagnostics"].as_array().unwrap().iter().find(|d| d["severity"] == "error").unwrap();
    assert_eq!((&found["file"], &found["line"]), (&"content/SUMMARY.md".into(), &2.into()), "{found}");
    for key in ["code", "column", "message", "help"] {
        assert!(!found[key].is_null(), "{key} in {found}");
    }
    for key in ["pages", "locales", "seconds", "diagnostics", "artifacts"] {
        assert!(!told[key].is_null(), "{key}");
    }
}

#[test]
fn misuse_is_exit_code_2() {
    let handbook = Handbook::small();
    let content = handbook.path("content/site");
    let cases: [(&str, &[&str]); 4] = [
        ("build", &["--locale", "fr"]),
        ("build", &["--no-such-flag"]),
        ("build", &["--out", content.to_str().unwrap()]),
        ("brew", &[]),
    ];
    for (command, arguments) in cases {
        let refused = ran(handbook.run(command, arguments));
        assert_eq!(refused.code, 2, "{command} {arguments:?}: {}", refused.err);
    }
    assert_eq!(ran(Handbook::empty().run("build", &[])).code, 2);
    assert!(!content.exists() && !handbook.path("public").exists());
}

#[test]
fn messages_speak_the_systems_language_or_the_one_asked_for() {
    let handbook = Handbook::empty();
    let mut vietnamese = handbook.run("check", &[]);
    vietnamese.env("LC_ALL", "vi_VN.UTF-8");
    assert!(ran(vietnamese).err.contains("lỗi[E0204]: không có handbook.toml"));
    assert!(ran(handbook.run("check", &["--lang", "vi"])).err.contains("lỗi[E0204]"));
    assert!(ran(handbook.run("check", &[])).err.contains("error[E0204]"));
}

#[test]
fn one_language_alone_is_a_whole_site() {
    let handbook = Handbook::small();
    assert_eq!(ran(handbook.run("build", &["--locale", "en"])).code, 0);
    let site = handbook.site();
    assert!(site.contains_key("index.html") && site.contains_key("en/mot.html"), "{:?}", site.keys());
    assert!(!site.keys().any(|path| path.starts_with("vi/")));
}

#[test]
fn an_mdbook_tree_builds_with_a_five_line_configuration() {
    let handbook = Handbook::empty()
        .with(
            "handbook.toml",
            "title = \"Book\"\nsource = \"en\"\nlocales = [\"en\"]\ncontent = \"src\"\ni18n = \"po\"\n",
        )
        .with(
            "src/SUMMARY.md",
            "# Summary\n\n[Introduction](README.md)\n\n- [One](one/README.md)\n  - [In](one/in.md)\n",
        )
        .with("src/README.md", "# Introduction\n\nHello.\n")
        .with("src/one/README.md", "# One\n\n```rust\n{{#include code.rs:2}}\n```\n")
        .with("src/one/code.rs", "// first\nfn second() {}\n")
        .with("src/one/in.md", "# In\n\nBack to [one](README.md).\n");
    let built = ran(handbook.run("build", &[]));
    assert_eq!(built.code, 0, "{}", built.err);
    let site = handbook.site();
    let one = String::from_utf8_lossy(&site["en/one/index.html"]);
    assert!(one.contains("second") && !one.contains("first"), "{one}");
    assert!(site.contains_key("en/index.html"));
}

#[test]
fn a_catalog_translates_what_has_no_file_of_its_own() {
    let handbook = Handbook::small().with("i18n/en.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Ba\"\nmsgstr \"Three\"\n");
    handbook.write("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hai.md)\n- [Ba](ba.md)\n");
    handbook.write("content/ba.md", "# Ba\n\nBa\n");
    let built = ran(handbook.run("build", &[]));
    assert_eq!(built.code, 0, "{}", built.err);
    let page = String::from_utf8_lossy(&handbook.site()["en/ba.html"]).into_owned();
    assert!(page.contains("<p>Three") && !page.contains("<p>Ba"), "{page}");
}

#[test]
fn the_shipped_handbook_has_no_error() {
    // A check, not a build: a test adds nothing to the ledger of published addresses.
    let mut check = camnang();
    check.arg("check").arg(env!("CARGO_MANIFEST_DIR")).arg("--json");
    let checked = ran(check);
    let told: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
    assert_eq!(checked.code, 0, "{}", told["diagnostics"]);
    assert!(told["artifacts"].as_array().unwrap().iter().any(|a| a["path"] == "vi/index.html"));
}

#[test]
fn every_command_shows_examples() {
    for command in [
        vec![],
        vec!["new"],
        vec!["build"],
        vec!["serve"],
        vec!["check"],
        vec!["theme"],
        vec!["theme", "list"],
        vec!["completions"],
        vec!["man"],
    ] {
        let mut help = camnang();
        help.args(&command).arg("--help");
        let help = ran(help);
        assert!(help.code == 0 && help.out.contains("Examples:\n  camnang "), "{command:?}: {}", help.out);
    }
}

#[test]
fn theme_list_names_what_can_be_replaced_and_what_is() {
    let handbook = Handbook::small()
        .with("theme/templates/partials/footer.html", "<footer>ours</footer>")
        .with("i18n/vi.ftl", "next = Sau\n");
    let mut list = camnang();
    list.args(["theme", "list"]).arg(handbook.path("")).arg("--json");
    let told: serde_json::Value = serde_json::from_str(&ran(list).out).unwrap();
    let entries = told.as_array().unwrap();
    assert!(entries.iter().any(|e| e["name"] == "templates/page.html" && e["own"] == false), "{told}");
    let own: Vec<&str> = entries.iter().filter(|e| e["own"] == true).filter_map(|e| e["name"].as_str()).collect();
    assert_eq!(own, ["templates/partials/footer.html", "i18n/vi.ftl"]);
    assert!(entries.iter().any(|e| e["name"] == "i18n/lo.ftl" && e["own"] == false), "{told}");
}

#[test]
fn completions_are_written_for_shells() {
    for shell in ["bash", "fish", "zsh", "powershell"] {
        let mut completions = camnang();
        completions.args(["completions", shell]);
        assert!(ran(completions).out.contains("camnang"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_of_each_command_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for (language, words) in [("en", "Find faults without writing anything"), ("vi", "Tìm lỗi mà không ghi gì")] {
        let mut man = camnang();
        man.args(["--lang", language, "man"]).arg(folder.path().join(language));
        assert_eq!(ran(man).code, 0);
        let pages = read_folder(&folder.path().join(language));
        let names: Vec<&str> = pages.keys().map(String::as_str).collect();
        for name in ["camnang.1", "camnang-build.1", "camnang-check.1", "camnang-translate-status.1"] {
            assert!(names.contains(&name), "{names:?}");
        }
        assert!(!names.iter().any(|name| name.contains("help")), "{names:?}");
        let page = String::from_utf8_lossy(&pages["camnang-check.1"]);
        assert!(page.contains(".TH camnang-check 1") && page.contains(words), "{page}");
        assert!(page.contains("external") && page.contains(env!("CARGO_PKG_VERSION")), "{page}");
    }
    let mut refused = camnang();
    refused.arg("man").arg(folder.path().join("en/camnang.1"));
    let refused = ran(refused);
    assert!(refused.code == 1 && refused.err.contains("E0701"), "{}", refused.err);
}

#[test]
fn help_and_errors_of_the_command_speak_vietnamese() {
    let told = |arguments: &[&str]| {
        let mut command = camnang();
        command.args(["--lang", "vi"]).args(arguments);
        ran(command)
    };
    for command in [vec!["--help"], vec!["build", "--help"], vec!["translate", "stamp", "-h"], vec!["help", "print"]] {
        let help = told(&command);
        assert_eq!(help.code, 0, "{}", help.err);
        for part in ["Cách dùng: camnang ", "Tùy chọn:", "Ví dụ:\n  camnang ", "In lời trợ giúp này"] {
            assert!(help.out.contains(part), "{command:?} lacks {part}: {}", help.out);
        }
        for english in ["Usage", "Options", "Print ", "default:", "possible values", "Commands"] {
            assert!(!help.out.contains(english), "{command:?} says {english}: {}", help.out);
        }
    }
    for (arguments, expected) in [
        (vec!["biuld"], "lỗi: không có lệnh `biuld`\n  có phải bạn muốn viết `build`?"),
        (vec!["build", "--lokale", "vi"], "lỗi: không có tham số `--lokale`\n  có phải bạn muốn viết `--locale`?"),
        (
            vec!["print", "--format", "b5"],
            "lỗi: `--format <F>` không thể là `b5`\n  viết một trong: `book-a5`, `book-a4`",
        ),
        (vec!["translate", "stamp", "--date", "hôm nay"], "lỗi: `--date <DAY>` không thể là `hôm nay`"),
        (vec!["bundle"], "lỗi: thiếu tham số: --locale <L>"),
        (vec!["print", "--cover", "--page", "a.md"], "không dùng cùng lúc"),
        (vec!["serve", "--port"], "lỗi: `--port <N>` cần một giá trị"),
    ] {
        let refused = told(&arguments);
        assert!(refused.code == 2 && refused.err.contains(expected), "{expected}: {}", refused.err);
        assert!(refused.out.is_empty() && !refused.err.contains("error:"), "{}", refused.err);
    }
    let mut english = camnang();
    english.args(["--lang", "en", "biuld"]);
    assert!(ran(english).err.contains("error: unrecognized subcommand 'biuld'"));
}
