//! Catalogs from end to end: a tree made for mdBook, with the catalog that its tools keep.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn a_catalog_translates_pages_titles_and_the_contents_and_marks_the_rest() {
    let out = tempfile::tempdir().unwrap();
    let tree = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/mdbook-tree");
    let built =
        Command::new(env!("CARGO_BIN_EXE_camnang")).arg("build").arg(&tree).arg("--out").arg(out.path()).output();
    let built = built.unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let page = |path: &str| fs::read_to_string(out.path().join(path)).unwrap();

    let introduction = page("vi/index.html");
    assert!(introduction.contains("Giới thiệu"), "the heading: {introduction}");
    assert!(introduction.contains("Hãy đọc"), "the paragraph: {introduction}");
    assert!(introduction.contains("guide/installing.html#step-one"), "its links lead on: {introduction}");
    assert!(page("vi/contents.html").contains("Cài đặt"), "titles in the contents");

    let installing = page("vi/guide/installing.html");
    assert!(installing.contains("Bước một") && installing.contains("id=step-one"), "anchors stay: {installing}");
    let english = installing.find("lang=en").expect("what is not translated says so");
    assert!(english > 0);

    let source = page("en/index.html");
    assert!(source.contains("Introduction") && !source.contains("Giới thiệu"));
}
