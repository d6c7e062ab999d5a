//! A handbook of official letters, built as a reader sees it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// Letters build without faults, and their parts are in the pages.
#[test]
fn letters_build_with_their_parts_in_place() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/letters");
    // A build keeps its ledger beside the sources: work on a copy.
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    fs::copy(site.join("handbook.toml"), folder.path().join("handbook.toml")).unwrap();
    for letter in fs::read_dir(site.join("content")).unwrap() {
        let letter = letter.unwrap();
        fs::copy(letter.path(), folder.path().join("content").join(letter.file_name())).unwrap();
    }
    let out = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("camnang").unwrap();
    let done = command.arg("build").arg(folder.path()).arg("--out").arg(out.path()).assert().success();
    let told = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert!(told.contains("note[W0308]") && !told.contains("warning["), "{told}");
    let page = |name: &str| fs::read_to_string(out.path().join("vi").join(name)).unwrap().replace('"', "");
    let plan = page("huong-dan-ke-hoach.html");
    for part in
        ["letter-part letterhead", "id=iii-2-b", "id=i-1-d", "id=i-1-dd", "letter-part recipients", "letter-name"]
    {
        assert!(plan.contains(part), "{part}");
    }
    let list = page("xin-y-kien.html");
    assert!(list.contains("role=group") && list.contains("class=blank") && !list.contains("**"));
    let news = page("tin-tuc.html");
    assert_eq!(news.matches("<h1").count(), 1);
}
