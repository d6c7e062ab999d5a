//! What a reader fills in: fields named by the words that ask, days, choices, and what stays paper.

use camnang::base::codes;

use super::site::rendered;

/// The article of a page with this body.
fn article(body: &str) -> (String, Vec<&'static str>) {
    let page = format!("+++\ntitle = \"Một\"\n+++\n\n{body}\n");
    let files = [
        ("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\"]\n"),
        ("content/SUMMARY.md", "[Đầu](index.md)\n\n- [Một](mot.md)\n"),
        ("content/index.md", "+++\ntitle = \"Sổ tay\"\nkind = \"start\"\n+++\n\nLời chào.\n"),
        ("content/mot.md", page.as_str()),
    ];
    let (site, findings) = rendered(&files, false);
    let html = &site["vi/mot.html"];
    let start = html.find("<div class=\"prose\">").unwrap();
    let end = start + html[start..].find("</article>").unwrap();
    (html[start..end].to_owned(), findings.iter().map(|finding| finding.code).collect())
}

/// The spoken names of all fields, in order.
fn names(html: &str) -> Vec<&str> {
    let fields = html.split(['<']).filter(|tag| tag.contains("class=\"field\"") || tag.contains("role=\"radiogroup\""));
    fields.filter_map(|tag| tag.split("aria-label=\"").nth(1)?.split('"').next()).collect()
}

#[test]
fn a_field_is_named_by_the_words_that_ask() {
    let (html, _) = article(
        ":::worksheet Sổ sự cố\n**1. Số vụ** ____; vụ đáng kể: ngày ____, kết quả ____.\n\n\
         | Mã | Mục tiêu | Hạn |\n|---|---|---|\n| M1 | ____ | ____ |\n| ____ | ____ | ____ / ____ |\n\nNhận xét: ____\n\n____\n:::",
    );
    assert_eq!(
        names(&html),
        [
            "1. Số vụ",
            "vụ đáng kể: ngày",
            "kết quả",
            "M1, Mục tiêu",
            "M1, Hạn",
            "Mã",
            "Mục tiêu",
            "Hạn",
            "Hạn (2)",
            "Nhận xét",
            "Sổ sự cố",
        ]
    );
}

#[test]
fn a_field_that_ends_its_line_takes_the_rest_of_it() {
    let (html, _) = article(":::worksheet Tờ khai\nHọ tên: ____\n\nSố ____, ngày ____.\n:::");
    assert_eq!(html.matches("<textarea").count(), 1);
    assert_eq!(html.matches("<input class=\"field\"").count(), 2);
}

#[test]
fn days_and_choices_are_fields_in_a_worksheet_and_words_elsewhere() {
    let line = "Gửi [trước 15/11](date:11-15), xong ngày [____](date:), loại [mới / sửa](choice:).";
    let (html, findings) = article(&format!(":::worksheet Tờ khai\n{line}\n:::"));
    assert_eq!(findings, Vec::<&str>::new());
    assert!(html.contains("<time datetime=\"11-15\">trước 15/11</time>"));
    assert!(html.contains("type=\"date\" aria-label=\"Gửi trước 15/11, xong ngày\""), "{html}");
    assert_eq!(names(&html)[1], "loại");
    assert_eq!(html.matches("type=\"radio\"").count(), 2);

    let (html, _) = article(line);
    assert!(html.contains("<time datetime=\"11-15\">") && !html.contains("<input"));
    assert!(html.contains("☐ mới") && html.contains("class=\"blank\""));
}

#[test]
fn what_is_no_day_is_told() {
    for wrong in ["date:2026-02-30", "date:15-11", "date:soon", "choice:a"] {
        let (_, findings) = article(&format!("[Hạn]({wrong})"));
        assert_eq!(findings, [codes::FIELD_VALUE], "{wrong}");
    }
}

#[test]
fn blanks_of_letters_stay_lines() {
    let (html, _) = article(":::signature\n**____**\n:::\n\nĐiền ____ vào đây.");
    assert!(!html.contains("class=\"field\"") && html.contains("class=\"blank\""));
}

#[test]
fn a_table_grows_when_its_last_row_is_numbered_or_all_blanks() {
    let grows = |rows: &str| {
        article(&format!(":::worksheet Tờ\n| Mã | Việc |\n|---|---|\n{rows}\n:::")).0.contains("form-more")
    };
    assert!(grows("| M1 | ____ |"));
    assert!(grows("| ____ | ____ đến ____ |"));
    assert!(!grows("| 6. Theo dõi | ____ |"));
    assert!(!grows("| M1 | đã ghi |"));
}
