//! The e-book as a reader's program meets it: what is in the container, where links lead, notes, dates.
//! Whether it keeps to the standard EPUBCheck says (`tests/all epub`).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::handbook::Handbook;

fn handbook() -> Handbook {
    Handbook::empty()
        .with(
            "handbook.toml",
            "title = \"Sổ tay & <b>\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\nedition_date = \"2026-05-19\"\n",
        )
        .with("content/SUMMARY.md", "# Mục lục\n\n# Phần một\n\n- [Một](mot.md)\n  - [Hai](phan/hai.md)\n- [Nháp]()\n")
        .with(
            "content/mot.md",
            "+++\ntitle = \"Một\"\n+++\n\nXem [hai](phan/hai.md#muc), [số liệu](so.csv), [ngoài](https://a.vn/?b=1&c=2).[^a]\n\n\
             <p>Dòng<br>thô&nbsp;<img src=\"hinh.svg\" alt=\"Hình\"></p>\n\n- [x] xong\n\n[^a]: Chú thích.\n",
        )
        .with("content/phan/hai.md", "+++\ntitle = \"Hai\"\n+++\n\n## Mục {#muc}\n\n![Hình](../hinh.svg)\n")
        .with("content/hinh.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>")
        .with("content/so.csv", "a,b\n1,2\n")
}

fn built(handbook: &Handbook) -> BTreeMap<String, Vec<u8>> {
    let output = handbook.run("build", &["--epub"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    handbook.site()
}

/// The files of an e-book, as text where they are.
fn unpacked(book: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned())
        })
        .collect()
}

#[test]
fn links_lead_to_chapters_of_the_book_and_files_of_the_website_lose_theirs() {
    let site = built(&handbook());
    let book = unpacked(&site["download/handbook-vi.epub"]);
    let page = &book["EPUB/vi/mot.xhtml"];
    assert!(page.contains("<a href=\"phan/hai.xhtml#muc\">hai</a>"), "{page}");
    assert!(page.contains("<span>số liệu</span>"), "{page}");
    assert!(page.contains("href=\"https://a.vn/?b=1&amp;c=2\""), "{page}");
    assert!(page.contains("<br/>thô\u{a0}<img src=\"../media/hinh."), "{page}");
    assert!(page.contains("☑") && !page.contains("<input"), "{page}");
    assert!(book["EPUB/vi/phan/hai.xhtml"].contains("id=\"muc\""));
    assert!(book.keys().any(|name| name.starts_with("EPUB/media/hinh.")), "{:?}", book.keys());
    assert!(!book.keys().any(|name| name.contains("so.")), "{:?}", book.keys());
}

#[test]
fn a_note_opens_where_it_is_referred_to_and_leads_back() {
    let site = built(&handbook());
    let page = &unpacked(&site["download/handbook-vi.epub"])["EPUB/vi/mot.xhtml"];
    let reference = "<a id=\"_fnref.3a1\" href=\"#_fn.3a1\"";
    assert!(page.contains(reference) && page.contains("epub:type=\"noteref\" role=\"doc-noteref\""), "{page}");
    assert!(page.contains("<aside id=\"_fn.3a1\" epub:type=\"footnote\" role=\"doc-footnote\">"), "{page}");
    assert!(page.contains("role=\"doc-backlink\" href=\"#_fnref.3a1\""), "{page}");
}

#[test]
fn the_container_says_what_it_is() {
    let site = built(&handbook());
    let book = unpacked(&site["download/handbook-vi.epub"]);
    let package = &book["EPUB/package.opf"];
    for said in [
        "<dc:title>Sổ tay &amp; &lt;b&gt;</dc:title>",
        "<dc:language>vi</dc:language>",
        "<meta property=\"dcterms:modified\">2026-05-19T00:00:00Z</meta>",
        "<meta property=\"schema:accessModeSufficient\">textual</meta>",
        "<meta property=\"schema:accessibilityHazard\">none</meta>",
        "properties=\"nav\"",
        "properties=\"cover-image\"",
    ] {
        assert!(package.contains(said), "{said} in {package}");
    }
    let nav = &book["EPUB/nav.xhtml"];
    assert!(nav.contains("<span>Phần một</span>") && nav.contains("href=\"vi/phan/hai.xhtml\""), "{nav}");
    assert!(nav.contains("epub:type=\"landmarks\"") && !nav.contains("page-list") && !nav.contains("Nháp"), "{nav}");
    // A page that nobody translated says so, in the language of the book.
    let english = &unpacked(&site["download/handbook-en.epub"])["EPUB/en/mot.xhtml"];
    assert!(english.contains("class=\"notice\"") && english.contains("lang=\"vi\" xml:lang=\"vi\""), "{english}");
}

#[test]
fn the_start_page_names_it_with_its_size_and_the_bytes_stay_the_same() {
    let one = handbook();
    let first = built(&one);
    let start = String::from_utf8(first["vi/index.html"].clone()).unwrap();
    assert!(start.contains("../download/handbook-vi.epub") && start.contains("EPUB · "), "{start}");
    let second = built(&handbook());
    assert!(first["download/handbook-vi.epub"] == second["download/handbook-vi.epub"]);
    one.run("build", &[]).output().unwrap();
    let without = one.site();
    assert!(!without.contains_key("download/handbook-vi.epub"));
    assert!(!String::from_utf8_lossy(&without["vi/index.html"]).contains(".epub"));
}

#[cfg(feature = "print")]
#[test]
fn its_cover_is_a_picture_that_shelves_show() {
    let site = built(&handbook());
    for locale in ["vi", "en"] {
        let epub = &site[&format!("download/handbook-{locale}.epub")];
        let mut archive = zip::ZipArchive::new(Cursor::new(epub)).unwrap();
        let mut cover = Vec::new();
        archive.by_name("EPUB/cover.png").unwrap().read_to_end(&mut cover).unwrap();
        let size = imagesize::blob_size(&cover).unwrap();
        assert_eq!((size.width, size.height), (1200, 1600));
        // Words are drawn: the ground alone packs to far less.
        assert!((20_000..150_000).contains(&cover.len()), "{} bytes", cover.len());
        let book = unpacked(epub);
        let package = &book["EPUB/package.opf"];
        assert!(package.contains("media-type=\"image/png\" properties=\"cover-image\""), "{package}");
        assert!(book["EPUB/cover.xhtml"].contains("src=\"cover.png\""));
    }
}

#[test]
fn an_image_has_the_ending_of_what_it_is() {
    // The smallest GIF, called a photograph.
    let gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";
    let one = handbook().with_bytes("content/anh.jpg", gif);
    let one = one.with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\n![Ảnh](anh.jpg)\n");
    let book = unpacked(&built(&one)["download/handbook-vi.epub"]);
    let name = book.keys().find(|name| name.contains("media/anh.")).unwrap();
    assert!(name.ends_with(".gif"), "{name}");
    assert!(book["EPUB/vi/mot.xhtml"].contains(&format!("src=\"..{}\"", name.strip_prefix("EPUB").unwrap())));
    assert!(book["EPUB/package.opf"].contains("media-type=\"image/gif\""));
}

#[cfg(feature = "print")]
#[test]
fn its_page_list_is_that_of_the_printed_book_whether_it_was_set_just_now_or_before() {
    let one = handbook()
        .with("content/SUMMARY.md", "# Phần một\n\n- [Một](mot.md)\n  - [Hai](phan/hai.md)\n- [Ba](ba.md)\n")
        .with("content/ba.md", &format!("# Ba\n\nChữ.\n\n{}", "Một đoạn không có đề mục nào ở trên.\n\n".repeat(60)));
    let printed = || {
        let output = one.run("build", &["--epub", "--print", "--locale", "vi"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut site = one.site();
        let start = String::from_utf8_lossy(&site["vi/index.html"]).into_owned();
        for (file, kind) in [("print/vi/book-a5.pdf", "PDF"), ("download/handbook-vi.epub", "EPUB")] {
            assert!(start.contains(&format!("../{file}")) && start.contains(&format!("{kind} · ")), "{file}: {start}");
        }
        site.remove("download/handbook-vi.epub").unwrap()
    };
    let (first, again) = (printed(), printed());
    assert!(first == again, "the second build takes the PDF as it was");
    let book = unpacked(&first);
    let nav = &book["EPUB/nav.xhtml"];
    let list = nav.split("epub:type=\"page-list\"").nth(1).and_then(|rest| rest.split("</nav>").next()).unwrap();
    // Each chapter opens on a right-hand page; what is below one goes on.
    let first = list.contains("<li><a href=\"vi/mot.xhtml\">1</a></li>");
    assert!(first && list.contains("<li><a href=\"vi/ba.xhtml\">3</a></li>"), "{list}");
    // A page on which no heading stands begins at a paragraph.
    assert!(list.contains("<li><a href=\"vi/ba.xhtml#__page-4\">4</a></li>"), "{list}");
    let text = &book["EPUB/vi/ba.xhtml"];
    assert!(text.contains("role=\"doc-pagebreak\" id=\"__page-4\" aria-label=\"4\"></span><p>Một đoạn"), "{text}");
    assert!(!text.contains("data-at"), "{text}");
    let package = &book["EPUB/package.opf"];
    assert!(package.contains("pageNavigation") && package.contains("<meta property=\"pageBreakSource\">"), "{package}");
    assert!(package.contains("Số trang là của sách in khổ A5."), "{package}");
    let without = unpacked(&built(&handbook())["download/handbook-vi.epub"]);
    let package = &without["EPUB/package.opf"];
    assert!(package.contains("<meta property=\"pageBreakSource\">none</meta>"), "{package}");
    assert!(
        package.contains("Sách không có danh sách số trang in.") && !package.contains("pageNavigation"),
        "{package}"
    );
}
