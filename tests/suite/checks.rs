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

/// What `check` tells of a page beyond the codes of a build, as `line CODE`.
fn told(handbook: &Handbook, file: &str) -> Vec<String> {
    let mut check = camnang();
    let output = check.arg("check").arg(handbook.path(".")).arg("--json").output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let here = report["diagnostics"].as_array().unwrap().iter().filter(|d| d["file"] == file);
    here.map(|d| format!("{} {}", d["line"], d["code"].as_str().unwrap())).collect()
}

const DATA: &str = "[[place]]\nold = \"Thái Bình\"\nnow = \"Hưng Yên\"\nto = \"2025-07-01\"\n";
const TERMS: &str =
    "[[term]]\nid = \"ttdn\"\nabbr = [\"TTĐN\"]\nvi.term = \"thông tin đối ngoại\"\nvi.definition = \"Việc.\"\n";

/// Body (its first line is line 5), what is told of it.
const CASES: [(&str, &[&str]); 35] = [
    ("## Một\n\n#### Hai", &["7 W0904"]),
    ("## Một\n\n### Hai\n\n## Ba\n\n### Hai", &[]),
    ("## Một\n\n### Hai\n\n### Hai", &["9 W1001"]),
    ("| a | |\n|---|---|\n| b | c |", &["5 W1002"]),
    ("| | |\n|---|---|\n| b | c |", &[]),
    ("| | a |\n|---|---|\n| b | c |", &[]),
    ("Hai  chỗ trống.", &["5 W1008"]),
    ("Mã `a  b` thì được.  \nDòng sau.", &[]),
    ("Chữ Lаtinh và Ðà Nẵng.", &["5 W1007", "5 W1007"]),
    ("Nói “thế này” và \"thế kia\".", &["5 W1009"]),
    ("Nói \"thế này\".", &[]),
    ("Nói “thế này.", &["5 W1009"]),
    ("Hòa, thủy và hoà.", &["5 W1010"]),
    ("Hòa, thủy, quý, hoàn, thuế.", &[]),
    ("Việc thông tin đối ngoài.", &["5 W1011"]),
    ("Việc thông tin đối ngoại, gõ thong tin doi ngoai.", &[]),
    ("Ở Thái Bình có lúa.", &["5 W1012"]),
    ("Ở Thái Bình (nay thuộc Hưng Yên), bên Thái Bình Dương.", &[]),
    ("Bên Thái Bình Dương.", &[]),
    ("Gọi chị Hoa 0912 345 678.", &["5 W0901", "5 W1013"]),
    ("Thư: [a@so.gov.vn](mailto:a@so.gov.vn)", &["5 W1013", "5 W1013"]),
    ("Thư: <ai@example.vn>, máy bàn 024 3123 4567.", &["5 W0901"]),
    ("<!-- camnang: allow W1008: thử -->\nHai  chỗ.\n\nHai  chỗ.", &["8 W1008"]),
    ("<!-- camnang: allow W1007 W1008 -->\n\nHai  chỗ.", &["5 W1015"]),
    ("```html\n<!-- camnang: allow W1008 -->\n```", &[]),
    ("<!-- camnang: allow E0420 -->\n[a](khong-co.md)", &["6 E0420"]),
    ("![](hinh.svg)", &["5 W0905"]),
    ("Sở VHTT đã trả lời.\n\nSở VHTT đã hẹn.", &["5 W1016"]),
    ("Sở VHTT đã trả lời.\n\nSở Văn hoá và Thể thao (VHTT) đã hẹn.", &[]),
    ("Việc TTĐN, theo 765/BTTTT-TTĐN, mục IV, tệp PDF.", &[]),
    ("Cán bộ xã gửi báo cáo về\n\nđúng nơi.", &["7 W0307"]),
    ("Đầu mối\n\nlà người nhận tin.", &[]),
    ("Cán bộ xã gửi báo cáo.\n\nđúng nơi.", &[]),
    ("CHÚ Ý KỸ. KHO: giữ kho.", &[]),
    ("<!-- camnang: allow W1016 -->\nSở VHTT đã trả lời.", &[]),
];

#[test]
fn a_check_tells_of_what_an_editor_should_look_at() {
    for (body, wanted) in CASES {
        let page = format!("+++\ntitle = \"Một\"\n+++\n\n{body}\n");
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><title>a</title></svg>";
        let mut handbook = Handbook::small().with("content/mot.md", &page).with("content/data/places.toml", DATA);
        handbook = handbook.with("content/data/glossary.toml", TERMS);
        if body.contains("hinh.svg") {
            handbook.write("content/hinh.svg", svg);
        }
        assert_eq!(told(&handbook, "content/mot.md"), wanted, "{body}");
    }
}

#[test]
fn what_nobody_uses_and_what_disagrees_is_told_of() {
    let statistics = "[[statistic]]\nid = \"s-a\"\nvalue = 55\nlabel = \"Tỉnh\"\nas_of = \"2020\"\nsource = \"cv-1\"\n\
        [[statistic]]\nid = \"s-b\"\nvalue = 56\nlabel = \"Tỉnh\"\nas_of = \"2020\"\nsource = \"cv-1\"\n";
    let extra = "\n[[source]]\nid = \"cv-2\"\nnumber = \"2/BTT\"\ndate = \"2026-05\"\nkind = \"letter\"\nstatus = \"read\"\ntitle = \"T\"\n";
    let page = "+++\ntitle = \"Một\"\n+++\n\n:::statistic s-a\n:::\n";
    let handbook = Handbook::small()
        .with("content/mot.md", page)
        .with("content/thua.csv", "a,b\n1,2\n")
        .with("content/data/sources.toml", &format!("{SOURCES}{extra}"))
        .with("content/data/statistics.toml", statistics);
    assert_eq!(told(&handbook, "content/thua.csv"), ["1 W1003"]);
    assert_eq!(told(&handbook, "content/data/sources.toml"), ["12 W1004"]);
    assert_eq!(told(&handbook, "content/data/statistics.toml"), ["8 W1004", "8 W1005"]);
}

#[test]
fn letters_and_marks_apart_and_together_are_told_of() {
    let mixed = "+++\ntitle = \"Một\"\n+++\n\nTo\u{302}i và đó.\n";
    let handbook = Handbook::small().with("content/mot.md", mixed);
    assert_eq!(told(&handbook, "content/mot.md"), ["1 W1006"]);
}

#[test]
fn a_page_may_be_promised_short_and_contacts_may_be_named() {
    let settings = "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n\
        [check]\ncontacts = [\"mot.md\"]\n[check.words]\ncitizen = 5\n";
    let page = "+++\ntitle = \"Một\"\naudience = [\"citizen\"]\n+++\n\nGọi chị Hoa 0912 345 678 sáng mai nhé.\n";
    let handbook = Handbook::small().with("handbook.toml", settings).with("content/mot.md", page);
    assert_eq!(told(&handbook, "content/mot.md"), ["1 W1014"]);
    // What is said of a page as a whole is allowed in its front matter.
    let allowed = page.replace("audience", "# camnang: allow W1014: trang dài có lý do\naudience");
    handbook.write("content/mot.md", &allowed);
    assert_eq!(told(&handbook, "content/mot.md"), [""; 0]);
    handbook.write("content/mot.md", &allowed.replace("Gọi chị Hoa 0912 345 678 sáng mai nhé", "Ngắn"));
    assert_eq!(told(&handbook, "content/mot.md"), ["3 W1015"]);
}

#[test]
fn a_file_without_comments_is_allowed_in_the_configuration() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n";
    let handbook = Handbook::small()
        .with("content/mot.md", "# Một\n\nHai.\n")
        .with("content/so-lieu/cu.csv", "Năm,Số\n2020,1\n")
        .with("content/hinh/cu.svg", drawing);
    assert_eq!(told(&handbook, "content/so-lieu/cu.csv"), ["1 W1003"]);
    assert_eq!(told(&handbook, "content/hinh/cu.svg"), ["1 W1003"]);
    let config = std::fs::read_to_string(handbook.path("handbook.toml")).unwrap();
    let allow = |codes: &str| {
        let table = format!("{config}\n[check.allow]\n\"so-lieu/cu.csv\" = [{codes}]\n");
        handbook.write("handbook.toml", &table);
    };
    allow("\"W1003\"");
    handbook.write("content/hinh/cu.svg", &format!("<!-- camnang: allow W1003: bản gốc -->\n{drawing}"));
    for file in ["content/so-lieu/cu.csv", "content/hinh/cu.svg", "handbook.toml"] {
        assert_eq!(told(&handbook, file), [""; 0], "{file}");
    }
    // What is not found needs no leave, and a fault is not allowed away.
    allow("\"W1003\", \"W1012\", \"E0420\"");
    let line = config.lines().count() + 3;
    assert_eq!(told(&handbook, "handbook.toml"), [format!("{line} W1015"), format!("{line} E0103")]);
}

#[test]
fn findings_go_to_code_hosts() {
    let handbook =
        Handbook::small().with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\n[a](khong-co.md) Hai  chỗ.\n");
    let mut check = camnang();
    let output = check.arg("check").arg(handbook.path(".")).arg("--sarif").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let sarif: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["fullDescription"]["text"].as_str().unwrap().len() > 40);
        let region = &result["locations"][0]["physicalLocation"];
        assert_eq!(region["artifactLocation"]["uri"], "content/mot.md");
        assert_eq!(region["region"]["startLine"], 5);
    }
}

#[test]
fn a_code_is_explained_in_the_readers_language() {
    let explain = |arguments: &[&str]| camnang().arg("explain").args(arguments).output().unwrap();
    let vietnamese = explain(&["w1012", "--lang", "vi"]);
    assert!(String::from_utf8_lossy(&vietnamese.stdout).contains("địa danh"));
    assert_eq!(explain(&["W9999"]).status.code(), Some(2));
    assert!(String::from_utf8_lossy(&explain(&["E042O"]).stderr).contains("E0420"));
    assert!(String::from_utf8_lossy(&explain(&[]).stdout).lines().count() > 100);
}
