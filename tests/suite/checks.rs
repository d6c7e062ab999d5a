//! What `camnang check` finds beyond a build: numbers that no source stands behind.

use crate::handbook::{Handbook, camnang};

const SOURCES: &str = "[[source]]\nid = \"cv-1\"\nshort = \"Công văn 1\"\nnumber = \"1/BTT\"\ndate = \"2026-05\"\n\
    kind = \"letter\"\nstatus = \"read\"\nissuer = \"Bộ\"\ntitle = \"Về việc làm\"\n";

/// The lines of a page at which a number without a source is reported.
fn uncited(body: &str) -> Vec<u64> {
    let page = format!("+++\ntitle = \"Một\"\n+++\n\n{body}\n");
    let handbook = Handbook::small().with("content/data/sources.toml", SOURCES).with("content/mot.md", &page);
    let mut check = camnang();
    let output = check.arg("check").arg(handbook.path(".")).arg("--json").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter().filter(|d| d["code"] == "W0901");
    found.map(|d| d["line"].as_u64().unwrap() - 4).collect()
}

#[test]
fn a_number_without_a_source_is_reported_where_it_stands() {
    let cases: [(&str, &[u64]); 12] = [
        ("Có 57 tỉnh.", &[1]),
        ("Có 57 tỉnh [@cv-1].", &[]),
        ("Ba việc, mục 2.3, khổ A4.", &[]),
        ("Có 57 tỉnh.[^n]\n\n[^n]: Theo [@cv-1].", &[]),
        ("Có 57 tỉnh.[^n]\n\n[^n]: Ta tự đếm.", &[1]),
        ("Văn bản nêu [@cv-1]:\n\n- 57 tỉnh\n- trước 15/11", &[]),
        ("Văn bản nêu:\n\n- 57 tỉnh\n- trước 15/11", &[3]),
        ("| a | b |\n|---|---|\n| 57 | tỉnh [@cv-1] |", &[]),
        (":::example Giả định\nCó 57 bài.\n:::", &[]),
        ("## Của ta {.own-figures}\n\n57 bài.\n\n### Nhỏ hơn\n\n58 bài.\n\n## Khác\n\n59 bài.", &[11]),
        ("Xem [công văn số 57](hai.md).", &[]),
        ("> [!NOTE]\n> Đạt 5% năm 2023.", &[1]),
    ];
    for (body, wanted) in cases {
        assert_eq!(uncited(body), wanted, "{body}");
    }
}

#[test]
fn a_build_does_not_stop_to_ask_for_sources() {
    let handbook = Handbook::small().with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nCó 57 tỉnh.\n");
    let mut build = camnang();
    let output = build.arg("build").arg(handbook.path(".")).arg("--json").output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stdout).contains("W0901"));
}

#[test]
fn the_shipped_handbook_names_a_source_for_every_number() {
    let mut check = camnang();
    let output = check.arg("check").arg(env!("CARGO_MANIFEST_DIR")).arg("--json").output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found: Vec<_> = report["diagnostics"].as_array().unwrap().iter().filter(|d| d["code"] == "W0901").collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn raw_html_that_the_policy_keeps_from_running_is_told() {
    let pass = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n[markdown]\nraw_html = true\n";
    let body = "<script>alert(1)</script>\n\n<p style=\"color:red\">Đỏ</p>\n\nMột <b onclick=\"x()\">chữ</b>.\n\n\
        <script src=\"own.js\"></script>\n\n<script type=\"application/json\">{}</script>\n\n<p class=\"a\">Yên</p>\n";
    let lines = |config: &str| {
        let handbook = Handbook::small().with("handbook.toml", config).with("content/own.js", "");
        handbook.write("content/mot.md", &format!("# Một\n\n{body}"));
        let output = handbook.run("check", &["--json"]).output().unwrap();
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = report["diagnostics"].as_array().unwrap().iter().filter(|d| d["code"] == "W0427");
        found.map(|d| d["line"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(lines(pass), [3, 5, 7]);
    assert_eq!(lines(&pass.replace("true", "false")), [0; 0], "what is taken out needs no word");
}
