//! A page that a catalog translates in part says of every passage in which language it is.

use crate::handbook::Handbook;

const PO: &str = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=1; plural=0;\\n\"\n\n\
    msgid \"Một đoạn văn.\"\nmsgstr \"一段文字。\"\n\nmsgid \"Bắt đầu\"\nmsgstr \"开始\"\n\n\
    msgid \"Mã\"\nmsgstr \"编号\"\n";

fn handbook() -> Handbook {
    Handbook::empty()
        .with("handbook.toml", "title = \"Sổ tay\"\nsource = \"vi\"\nlocales = [\"vi\", \"zh-Hans\"]\nedition = \"bản thử\"\n")
        .with("content/SUMMARY.md", "# Mục lục\n\n- [Bắt đầu](mot.md)\n- [Trang hai](hai.md)\n")
        .with(
            "content/mot.md",
            "+++\ntitle = \"Trang thứ nhất\"\ndescription = \"Một câu chưa dịch.\"\n+++\n\nMột đoạn văn.\n\n## Mục chưa dịch {#muc}\n\n\
             Xem [](hai.md) và [](#muc).\n\n:::data so.csv \"Bảng chưa dịch\"\n:::\n\n\
             :::worksheet Phiếu chưa dịch\n| Mã | Người làm việc này |\n|---|---|\n| M1 | ____ |\n:::\n",
        )
        .with("content/hai.md", "# Bắt đầu\n\nMột đoạn văn.\n")
        .with("content/so.csv", "Tên,Số\nHuế,1\n")
        .with("i18n/zh-Hans.po", PO)
}

#[test]
fn what_a_catalog_leaves_untranslated_says_its_language_wherever_it_is_shown() {
    let one = handbook();
    let output = one.run("build", &["--epub"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site = one.site();
    let page = |path: &str| String::from_utf8(site[path].clone()).unwrap().replace(['"', '\n'], "");
    let first = page("zh-Hans/mot.html");
    for said in [
        // Title and lead; a heading, whose own link speaks the page's language.
        "class=page-title dir=auto lang=vi>Trang thứ nhất",
        "class=lead dir=auto lang=vi>Một câu chưa dịch.",
        "<h2 id=muc lang=vi>Mục chưa dịch",
        "class=self-link href=#muc lang=zh-Hans",
        // A table's caption names its region, two texts a box, its column a field.
        "<caption id=_table-1><span lang=vi>Bảng chưa dịch",
        "aria-labelledby=_table-1 class=table-scroll",
        "aria-labelledby=_box-1 _box-1-title",
        "id=_box-1-title><span lang=vi>Phiếu chưa dịch",
        "aria-label=M1, Người làm việc này class=field lang=vi",
        // The edition, the handbook's name.
        "<span dir=auto lang=vi>bản thử</span>",
        "<span dir=auto lang=vi>Sổ tay</span>",
    ] {
        assert!(first.contains(said), "{said} in {first}");
    }
    // The second page's title is translated, the heading is not: both are shown in an untranslated paragraph.
    assert!(
        first.contains("<a href=hai.html><span lang=zh-Hans>开始</span></a> và <a href=#muc>Mục chưa dịch</a>"),
        "{first}"
    );
    let index = page("zh-Hans/a-z.html");
    for said in ["lang=vi>Trang thứ nhất", "lang=vi>Mục chưa dịch"] {
        assert!(index.contains(said), "{said} in {index}");
    }
    assert!(page("zh-Hans/hai.html").contains("<span dir=auto lang=vi>Trang thứ nhất</span>"));
    // What search shows of the first page: its title in one language, its text in another.
    let shown = site.iter().filter(|(path, _)| path.starts_with("zh-Hans/search/f"));
    let shown: Vec<String> = shown.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let first = shown.iter().find(|text| text.contains("\"t\":\"Trang thứ nhất\""));
    assert!(first.is_some_and(|text| text.contains("\"k\":\"vi\"")), "{shown:?}");
}
