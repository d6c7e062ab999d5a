//! What is carried without a connection: a ZIP of one language and a file with all its pages.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::handbook::{Handbook, read_folder};

fn handbook() -> Handbook {
    Handbook::small()
        .with("content/mot.md", "+++\ntitle = \"Một\"\n+++\n\nXem [hai](hai.md#muc).\n\n![Hình](a.svg)\n")
        .with("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\n## Mục {#muc}\n\nNội dung </script> lạ.\n")
        .with("content/en/mot.md", "+++\ntitle = \"One\"\n+++\n\n![Picture](b.svg)\n")
        .with("content/en/hai.md", "+++\ntitle = \"Two\"\n+++\n\n## Part {#muc}\n")
        .with("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")
        .with("content/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>")
}

/// Runs `camnang bundle` and gives the file it wrote and what it said.
fn bundled(handbook: &Handbook, name: &str, arguments: &[&str]) -> (Vec<u8>, String) {
    let out = handbook.path(name);
    let mut run = handbook.run("bundle", &["--locale", "vi", "--out", out.to_str().unwrap()]);
    let output = run.args(arguments).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (std::fs::read(out).unwrap(), said)
}

fn unpacked(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn the_zip_holds_one_language_and_what_its_pages_use() {
    let handbook = handbook();
    let (zip, said) = bundled(&handbook, "a.zip", &[]);
    let files = unpacked(&zip);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert!(names.contains(&"Mo-cam-nang.html") && names.contains(&"handbook/vi/mot.html"), "{names:?}");
    assert!(names.contains(&"handbook/vi/search/index.js"), "{names:?}");
    assert!(names.iter().any(|n| n.starts_with("handbook/media/a.")), "{names:?}");
    for left in
        ["handbook/en/", "handbook/media/b.", "handbook/index.html", "handbook/404.html", "handbook/assets/languages."]
    {
        assert!(!names.iter().any(|name| name.starts_with(left)), "{left} in {names:?}");
    }
    // Whatever the page that opens it names is there.
    let opening = String::from_utf8_lossy(&files["Mo-cam-nang.html"]);
    for name in opening.split('"').filter(|value| value.starts_with("handbook/")) {
        assert!(files.contains_key(name), "{name} in {names:?}");
    }
    assert!(opening.contains("Hãy giải nén trước"), "{opening}");
    let page = String::from_utf8_lossy(&files["handbook/vi/mot.html"]);
    assert!(!page.contains("hreflang"), "a switch to a language that is not there: {page}");
    assert!(said.contains("pages: ") && said.contains("search: ") && said.contains(" kB"), "{said}");
    assert!(!handbook.path("public").exists(), "nothing is published");
}

#[cfg(feature = "print")]
#[test]
fn the_zip_takes_the_printed_book_along_when_asked() {
    let (zip, said) = bundled(&handbook(), "a.zip", &["--pdf"]);
    let files = unpacked(&zip);
    assert!(files["handbook/print/vi/reading-a4.pdf"].starts_with(b"%PDF-"), "{:?}", files.keys());
    let start = String::from_utf8_lossy(&files["handbook/vi/index.html"]);
    assert!(start.contains("../print/vi/reading-a4.pdf") && start.contains("PDF · "), "{start}");
    assert!(said.contains("printed editions: 1 file"), "{said}");
}

#[test]
fn the_one_file_names_no_other_and_allows_only_what_is_inside() {
    let (bytes, _) = bundled(&handbook(), "a.html", &["--single"]);
    let html = String::from_utf8(bytes).unwrap();
    assert!(
        html.contains("href=\"#hai:muc\"") && html.contains("id=\"hai:muc\"") && html.contains("id=\"hai\""),
        "{html}"
    );
    assert!(html.contains("src=\"data:image/svg+xml;base64,"), "{html}");
    assert!(html.contains("default-src 'none'; script-src 'sha256-"), "{html}");
    for outside in ["src=\"../", "href=\"../", "url(be-", "<link", "<script src"] {
        assert!(!html.contains(outside), "{outside}");
    }
    // Text of a page cannot end the script that holds the index.
    assert_eq!(html.matches("</script>").count(), 2);
}

#[test]
fn the_same_handbook_gives_the_same_files() {
    for arguments in [[].as_slice(), &["--single"]] {
        assert!(bundled(&handbook(), "a", arguments).0 == bundled(&handbook(), "b", arguments).0);
    }
}

#[test]
fn a_build_names_them_on_the_start_page_with_their_sizes() {
    let handbook = handbook();
    let output = handbook.run("build", &["--bundle", "--single"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let site = handbook.site();
    let start = String::from_utf8_lossy(&site["en/index.html"]);
    for file in ["download/handbook-en.zip", "download/handbook-en.html"] {
        assert!(site.contains_key(file) && start.contains(&format!("../{file}")), "{file}: {start}");
    }
    assert_eq!(read_folder(&handbook.path("public/download")).len(), 4);
}

#[test]
fn a_language_that_is_not_there_is_misuse_and_faults_write_nothing() {
    let handbook = handbook();
    let unknown = handbook.run("bundle", &["--locale", "xx"]).output().unwrap();
    assert_eq!(unknown.status.code(), Some(2));
    handbook.write("content/mot.md", "+++\ntitel = 1\n+++\n");
    let out = handbook.path("a.zip");
    let faulty = handbook.run("bundle", &["--locale", "vi", "--out", out.to_str().unwrap()]).output().unwrap();
    assert_eq!((faulty.status.code(), out.exists()), (Some(1), false));
}
