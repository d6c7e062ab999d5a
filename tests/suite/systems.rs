//! What one system writes, another builds: line ends, marks at the start of files, strokes in paths, names that some
//! file systems cannot hold or cannot tell apart.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::handbook::Handbook;

/// A project that uses each kind of file an editor writes.
const FILES: [(&str, &str); 13] = [
    (
        "handbook.toml",
        "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"fr\"]\ndescription = \"\"\"Hai\ndòng\"\"\"\n",
    ),
    ("content/SUMMARY.md", "# Phần\n\n- [Một](mot.md)\n  - [Hai](nhanh/hai.md)\n- [Ba](ba.md)\n\n[Bốn](bon.md)\n"),
    (
        "content/mot.md",
        "+++\ntitle = \"Một\"\naudience = [\"citizen\"]\n+++\n\nXem [hai](nhanh/hai.md#muc)\\\nvà [@nguon].\n\n\
        :::checklist Việc\n- [ ] một\n- [x] hai\n:::\n\n::::example Giả định\n:::clauses\na) Thứ nhất;\n\nb) Thứ hai.\n:::\n::::\n\n\
        ```toml\nkey = 1\n\nother = 2\n```\n\n{{#include doan.txt:1:2}}\n",
    ),
    (
        "content/nhanh/hai.md",
        "---\ntitle: Hai\n---\n\n## Mục {#muc}\n\n| A | B |\n|---|---|\n| x | y |\n\n:::data so.csv \"Bảng\"\n:::\n\n[^n]: Ghi chú\n    hai dòng.\n\nChữ.[^n]\n",
    ),
    ("content/nhanh/so.csv", "Tên,Số\nHuế,1\n\"Hai\ndòng\",2\n"),
    (
        "content/ba.md",
        "# Ba\n\n<!-- camnang: allow W1008: thử -->\nHai  chỗ.\n\n> [!NOTE]\n> Nhớ.\n\n:::glossary\n:::\n",
    ),
    ("content/bon.md", "# Bốn\n\n:::sources\n:::\n\n:::worksheet Phiếu\nTên: ____\n\n____\n:::\n"),
    ("content/doan.txt", "Dòng một.\nDòng hai.\nDòng ba.\n"),
    ("content/en/ba.md", "# Three {#ba}\n\nText.\n"),
    (
        "content/data/sources.toml",
        "[[source]]\nid = \"nguon\"\nnumber = \"1/QĐ\"\nkind = \"decision\"\nstatus = \"read\"\ntitle = { vi = \"Quyết định\" }\n",
    ),
    (
        "content/data/glossary.toml",
        "[[term]]\nid = \"tn\"\nvi.term = \"Thuật ngữ\"\nvi.definition = \"\"\"Là\ntừ.\"\"\"\n",
    ),
    (
        "i18n/fr.po",
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Một\"\nmsgstr \"Un\"\n\nmsgid \"\"\n\"Dòng một.\\n\"\n\"Dòng hai.\"\nmsgstr \"Deux.\"\n",
    ),
    ("theme/css/zz.css", "main {\n  color: red;\n}\n"),
];

fn built(as_written: impl Fn(&str) -> String) -> (BTreeMap<String, Vec<u8>>, Value) {
    let handbook =
        FILES.iter().fold(Handbook::empty(), |handbook, (path, text)| handbook.with(path, &as_written(text)));
    let output = handbook.run("build", &["--json", "--epub"]).output().unwrap();
    let mut told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told:#}");
    let mut site = handbook.site();
    // Files that readers take away are as they were written.
    site.retain(|path, _| !path.ends_with(".csv"));
    (site, told["diagnostics"].take())
}

#[test]
fn line_ends_and_marks_of_windows_change_nothing() {
    let (site, told) = built(str::to_owned);
    assert!(site.len() > 30 && site.keys().any(|path| path.ends_with(".epub")), "{:?}", site.keys());
    for (name, other) in [
        ("line ends of Windows", (|text: &str| text.replace('\n', "\r\n")) as fn(&str) -> String),
        ("a mark at the start", |text| format!("\u{feff}{text}")),
        ("both", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
    ] {
        let (same, told_again) = built(other);
        assert_eq!(told, told_again, "{name}");
        assert_eq!(site.keys().collect::<Vec<_>>(), same.keys().collect::<Vec<_>>(), "{name}");
        for (path, bytes) in &site {
            assert!(same[path] == *bytes, "{path} differs with {name}");
        }
    }
}

/// What a check tells: `file:line CODE`.
fn told(handbook: &Handbook) -> Vec<String> {
    let output = handbook.run("check", &["--json"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let place = |d: &Value| format!("{}:{}", d["file"].as_str().unwrap_or_default(), d["line"].as_u64().unwrap_or(0));
    let all = report["diagnostics"].as_array().unwrap();
    all.iter().map(|d| format!("{} {}", place(d), d["code"].as_str().unwrap())).collect()
}

#[test]
fn paths_may_be_written_with_the_strokes_of_windows_and_are_told_with_ours() {
    let handbook = Handbook::small()
        .with("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hai.md)\n- [Ba](nhanh\\ba.md)\n")
        .with(
            "content/nhanh/ba.md",
            "# Ba\n\n[một](..\\mot.md) ![Hình](..\\hinh\\a.svg)\n\n[vỡ](..\\nhanh\\khong.md)\n",
        )
        .with("content/hinh/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    assert_eq!(told(&handbook), ["content/nhanh/ba.md:5 E0420"]);
    handbook.write("content/nhanh/ba.md", "# Ba\n\n[một](..\\mot.md)\n");
    assert!(handbook.run("build", &[]).output().unwrap().status.success());
    let page = String::from_utf8(handbook.site().remove("vi/nhanh/ba.html").unwrap()).unwrap();
    assert!(page.contains("href=../mot.html>một<"), "{page}");
}

#[test]
#[cfg(unix)]
fn names_that_another_system_cannot_hold_are_told() {
    for name in ["con.md", "aux.md", "nhanh/Lpt1.md", "a:b.md", "hoi?.md", "cuoi /x.md", "cham./x.md"] {
        let handbook = Handbook::small().with(&format!("content/{name}"), "# Thừa\n");
        let found = told(&handbook);
        assert!(found.iter().any(|line| line.ends_with("E0203")), "{name}: {found:?}");
    }
}

#[test]
#[cfg(unix)]
fn names_that_differ_by_case_alone_are_told() {
    let handbook = Handbook::small()
        .with("content/SUMMARY.md", "- [Một](mot.md)\n- [Hai](hai.md)\n- [HAI](HAI.md)\n")
        .with("content/HAI.md", "# Hai lớn\n");
    let found = told(&handbook);
    assert!(found.iter().any(|line| line.ends_with("E0404")), "{found:?}");
    assert_eq!(handbook.run("build", &[]).output().unwrap().status.code(), Some(1));
    // A link in another case leads nowhere on any system, whatever this one makes of it.
    let page = "+++\ntitle = \"Một\"\n+++\n\n[hai](Hai.md)\n";
    assert_eq!(told(&Handbook::small().with("content/mot.md", page)), ["content/mot.md:5 E0420"]);
}

#[test]
fn long_paths_are_built() {
    let folder = "một thư mục có tên rất dài để vượt quá giới hạn cũ của hệ thống".repeat(2);
    let path = format!("{folder}/{folder}/trang.md");
    let handbook = Handbook::small()
        .with("content/SUMMARY.md", &format!("- [Một](mot.md)\n- [Hai](hai.md)\n- [Dài](<{path}>)\n"))
        .with(&format!("content/{path}"), "# Dài\n\n[một](../../mot.md)\n");
    let output = handbook.run("build", &[]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(handbook.site().contains_key(&format!("vi/{folder}/{folder}/trang.html")));
}
