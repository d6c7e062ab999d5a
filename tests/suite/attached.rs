//! Words of drawings and of tables made from data: from the file to the catalog and back into every edition.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::translate::{copy_of, translated};

fn build(folder: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_camnang")).args(["--lang", "en", "build"]).arg(folder).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("public").join(path)).unwrap()
}

/// The published drawing that a page shows.
fn drawing(folder: &Path, path: &str) -> String {
    let html = page(folder, path);
    let (_, address) =
        html.split_once("<img alt=\"Sơ đồ\" decoding=async").and_then(|(_, i)| i.split_once("src=../")).unwrap();
    let (name, _) = address.split_once(".svg").unwrap();
    page(folder, &format!("{name}.svg"))
}

/// Fills the empty translation of a message of a file.
fn translate_word(catalog: &Path, file: &str, id: &str, text: &str) {
    let po = fs::read_to_string(catalog).unwrap();
    let entry = format!("msgctxt \"{file}\"\nmsgid \"{id}\"\nmsgstr \"");
    assert!(po.contains(&format!("{entry}\"\n")), "{entry} in {po}");
    fs::write(catalog, po.replace(&entry, &format!("{entry}{text}"))).unwrap();
}

#[test]
fn words_of_a_drawing_and_of_a_table_are_messages_with_their_file_as_context() {
    let project = copy_of("translate");
    translated(project.path(), &["extract"]);
    let template = fs::read_to_string(project.path().join("i18n/handbook.pot")).unwrap();
    for entry in [
        "#. Words in a drawing: keep them about as short.\n#: content/so-do.svg:1\nmsgctxt \"so-do.svg\"\nmsgid \"Ba bước\"\n",
        "#: content/so-do.svg:4\nmsgctxt \"so-do.svg\"\nmsgid \"Báo cáo\"\n",
        "#: content/so.csv:1\nmsgctxt \"so.csv\"\nmsgid \"Tên\"\n",
    ] {
        assert!(template.contains(entry), "{entry} in {template}");
    }
    assert!(!template.contains("msgid \"22\""), "a number needs no translator");
}

#[test]
fn one_drawing_gives_each_language_its_own_and_tells_what_is_not_translated() {
    let project = copy_of("translate");
    let catalog = project.path().join("i18n/fr.po");
    translated(project.path(), &["extract"]);
    translate_word(&catalog, "so-do.svg", "Ba bước", "Trois pas & demi");
    translate_word(&catalog, "so.csv", "Tên", "**Nom**");
    build(project.path());
    let french = drawing(project.path(), "fr/quy-che.html");
    assert!(french.starts_with("<svg xml:lang=\"fr\" "), "{french}");
    assert!(french.contains("<title>Trois pas &amp; demi</title>"), "{french}");
    assert!(french.contains("<text xml:lang=\"vi\" x=\"8\" y=\"56\">Báo cáo</text>"), "{french}");
    let source = fs::read_to_string(project.path().join("content/so-do.svg")).unwrap();
    assert_eq!(drawing(project.path(), "vi/quy-che.html"), source);
    let table = page(project.path(), "fr/bieu-mau.html");
    assert!(table.contains("<strong>Nom</strong>") && table.contains("<span lang=vi>Huế</span>"), "{table}");
    assert!(page(project.path(), "vi/bieu-mau.html").contains("<td>Huế"), "the source says nothing of itself");

    // The same words again are the same file; a file of the locale's own wins.
    let before = page(project.path(), "fr/quy-che.html");
    build(project.path());
    assert_eq!(page(project.path(), "fr/quy-che.html"), before);
    fs::create_dir_all(project.path().join("content/fr")).unwrap();
    fs::write(project.path().join("content/fr/so-do.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    build(project.path());
    assert_eq!(drawing(project.path(), "fr/quy-che.html"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    translated(project.path(), &["extract"]);
    let after = fs::read_to_string(&catalog).unwrap();
    assert!(after.contains("#~ msgctxt \"so-do.svg\"\n#~ msgid \"Ba bước\""), "{after}");
}
