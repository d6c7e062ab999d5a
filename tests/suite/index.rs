//! The index from A to Z, and the page of search results as a reader without JavaScript meets it.

use super::site::rendered;

/// A book in two languages with terms, marked words and headings that repeat.
fn small() -> Vec<(&'static str, String)> {
    vec![
        ("handbook.toml", "title = \"Sổ\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\nbase_url = \"https://a.example/\"\n".into()),
        ("content/SUMMARY.md", "# Sổ\n\n- [Đại sứ](dai-su.md)\n- [Dân](dan.md)\n- [Thuật ngữ](thuat-ngu.md)\n".into()),
        (
            "content/dai-su.md",
            "+++\ntitle = \"Đại sứ\"\n+++\n\nMột [ấn phẩm](index:).\n\n## II. Mục tiêu {#muc-tieu}\n\nMột [hạt nhân](<index:cốt lõi>) và [hạt nhân](<index:cốt lõi>).\n\n#### Quá nhỏ\n\nChữ.\n".into(),
        ),
        ("content/dan.md", "+++\ntitle = \"Dân\"\n+++\n\n## Mục tiêu {#muc-tieu}\n\nChữ.\n".into()),
        ("content/thuat-ngu.md", "+++\ntitle = \"Thuật ngữ\"\n+++\n\n:::glossary\n:::\n".into()),
        (
            "content/data/glossary.toml",
            "[[term]]\nid = \"ttdn\"\nabbr = [\"TTĐN\"]\nvi = { term = \"thông tin đối ngoại\", definition = \"Tin ra ngoài.\" }\nen = { term = \"external information\", definition = \"News.\" }\n".into(),
        ),
    ]
}

fn site(files: &[(&'static str, String)]) -> std::collections::BTreeMap<String, String> {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let (site, findings) = rendered(&files, false);
    assert!(findings.is_empty(), "{findings:?}");
    site
}

/// The words of an index page, a line each, with their places.
fn lines(html: &str) -> Vec<String> {
    let groups = html.split("<ul class=\"index-list\">").skip(1).filter_map(|group| group.split("</section>").next());
    groups.flat_map(str::lines).filter(|line| line.starts_with("<li>")).map(str::to_owned).collect()
}

#[test]
fn letters_stand_in_the_order_of_the_language() {
    let site = site(&small());
    let page = &site["vi/a-z.html"];
    let heads: Vec<&str> = page.split("<h2 id=\"_").skip(1).filter_map(|h| h.split(['>', '<']).nth(1)).collect();
    assert_eq!(heads, ["Â", "C", "D", "Đ", "M", "T"]);
}

#[test]
fn a_word_leads_to_its_section_and_stands_once() {
    let site = site(&small());
    let lines = lines(&site["vi/a-z.html"]);
    let line = |word: &str| lines.iter().filter(|l| l.contains(word)).cloned().collect::<Vec<_>>();
    assert_eq!(line(">cốt lõi<"), ["<li><a href=\"dai-su.html#muc-tieu\">cốt lõi</a> <small>Đại sứ</small></li>"]);
    assert_eq!(line(">ấn phẩm<"), ["<li><a href=\"dai-su.html\">ấn phẩm</a> <small>Đại sứ</small></li>"]);
    assert_eq!(
        line(">TTĐN<"),
        ["<li><a href=\"thuat-ngu.html#ttdn\">TTĐN</a> <small>thông tin đối ngoại</small></li>"]
    );
    assert_eq!(line("Quá nhỏ"), Vec::<String>::new());
    let both = "<li><span>Mục tiêu</span><ul><li><a href=\"dai-su.html#muc-tieu\">Đại sứ</a></li><li><a href=\"dan.html#muc-tieu\">Dân</a></li></ul></li>";
    assert_eq!(line("Mục tiêu"), [both]);
}

#[test]
fn an_untranslated_word_names_its_language() {
    let site = site(&small());
    assert!(site["en/a-z.html"].contains("<a href=\"dai-su.html\" lang=\"vi\" dir=\"auto\">Đại sứ</a>"));
}

#[test]
fn a_long_index_is_cut_by_letter_and_letters_keep_their_addresses() {
    let mut files = small();
    let mut text = String::from("+++\ntitle = \"Dân\"\n+++\n");
    for number in 0..900 {
        text.push_str(&format!("\n## Việc {number}\n\nChữ.\n"));
    }
    files[3].1 = text;
    let site = site(&files);
    let overview = &site["vi/a-z.html"];
    for address in ["a-z/v.html", "a-z/u111.html", "a-z/ue2.html"] {
        assert!(overview.contains(&format!("href=\"{address}\"")), "{address}");
        assert!(site.contains_key(&format!("vi/{address}")), "{address}");
    }
    let (first, second) = (&site["vi/a-z/v.html"], &site["vi/a-z/v-2.html"]);
    assert_eq!((lines(first).len(), lines(second).len()), (500, 400));
    assert!(first.contains("href=\"v-2.html\"") && second.contains("href=\"v.html\""));
    assert!(second.contains("href=\"../dan.html#"));
    assert!(!site.contains_key("vi/a-z/q.html"));
}

#[test]
fn search_leads_to_the_index_and_stands_outside_the_sitemap() {
    let site = site(&small());
    let page = &site["vi/search.html"];
    assert!(page.contains("<meta name=\"description\" content=\"Tìm trong sách. "));
    assert!(page.contains("href=\"a-z.html\""));
    assert!(!site["sitemap.xml"].contains("search.html"));
    for (path, html) in site.iter().filter(|(path, _)| path.starts_with("vi/") && path.ends_with(".html")) {
        assert!(html.contains("class=\"search-open\""), "{path} has no way to search");
    }
}

#[test]
fn the_words_of_the_script_are_in_the_language_of_the_book() {
    let site = site(&small());
    assert!(site["vi/search/words.js"].contains("\"search-count\":\"Tìm thấy {count} trang\""));
    assert!(site["en/search/words.js"].contains("\"search-count\":\"Pages found: {count}\""));
    let words: Vec<&String> =
        site.iter().filter(|(path, _)| path.ends_with("words.js")).map(|(_, text)| text).collect();
    assert_eq!(words.len(), 2);
}

#[test]
fn a_page_of_the_author_keeps_its_name() {
    let mut files = small();
    files[1].1 = "# Sổ\n\n- [Tìm](search.md)\n- [A](a-z/a.md)\n".into();
    files.push(("content/search.md", "+++\ntitle = \"Tìm\"\n+++\n\nChữ.\n".into()));
    files.push(("content/a-z/a.md", "+++\ntitle = \"A\"\n+++\n\nChữ.\n".into()));
    files.retain(|(path, _)| {
        !["content/dai-su.md", "content/dan.md", "content/thuat-ngu.md", "content/data/glossary.toml"].contains(path)
    });
    let site = site(&files);
    assert!(site["vi/search.html"].contains("<article"));
    assert!(site["vi/all-search.html"].contains("id=\"_search\""));
    assert!(site["vi/index-a-z.html"].contains("index-group"));
}
