//! Images in their sizes: what pages name, what editions carry, what is kept, what is told of bad ones.

use std::collections::BTreeMap;
use std::path::Path;

use crate::handbook::{Handbook, read_folder};

/// The project with photographs, as a handbook of a test's own.
fn photographs() -> Handbook {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/pictures");
    let files = read_folder(&folder).into_iter().filter(|(path, _)| path != "handbook.lock");
    files.fold(Handbook::empty(), |handbook, (path, bytes)| handbook.with_bytes(&path, &bytes))
}

fn built(handbook: &Handbook) -> BTreeMap<String, Vec<u8>> {
    let output = handbook.run("build", &["--out", handbook.path("out").to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read_folder(&handbook.path("out"))
}

fn text<'f>(files: &'f BTreeMap<String, Vec<u8>>, path: &str) -> &'f str {
    std::str::from_utf8(&files[path]).unwrap()
}

#[test]
fn a_photograph_is_offered_in_sizes_and_formats_and_stands_upright() {
    let handbook = photographs();
    let files = built(&handbook);
    let page = text(&files, "vi/hinh-chup.html");
    for part in ["<source", "image/avif", "480w", "840w", "min(100vw,", "loading=lazy"] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    // The camera lay on its side: 540 × 840 in the file, 840 × 540 to the eye.
    assert!(page.contains("width=840") && page.contains("height=540"), "{page}");
    let named = |ending: &str| files.keys().filter(|path| path.starts_with("media/") && path.ends_with(ending)).count();
    assert_eq!((named(".avif"), named(".jpg")), (2, 3), "{:?}", files.keys().collect::<Vec<_>>());
    let avif: usize = files.iter().filter(|(path, _)| path.ends_with(".avif")).map(|(_, bytes)| bytes.len()).sum();
    let jpeg: usize = files.iter().filter(|(path, _)| path.contains("cho-chieu-")).map(|(_, bytes)| bytes.len()).sum();
    assert!(avif < jpeg, "{avif} against {jpeg}");
    // What a camera writes beside a picture stays at home, but in the file that was linked to as it is.
    let tells = files.iter().filter(|(_, bytes)| bytes.windows(16).any(|bytes| bytes == b"Camera of a test"));
    assert_eq!(tells.count(), 1);
}

#[test]
fn sizes_are_kept_made_again_when_lost_and_the_same_each_time() {
    let handbook = photographs();
    let first = built(&handbook);
    let kept = handbook.path("out/.camnang/images");
    let file = || std::fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    assert_eq!(file().len(), 2);
    // Cut short, as by a killed run or a full disk; and something a killed run left.
    let broken = file().remove(0);
    std::fs::write(&broken, b"half").unwrap();
    std::fs::write(kept.join("left-over"), b"").unwrap();
    // Else there would be nothing to do.
    std::fs::remove_dir_all(handbook.path("out/.camnang/builds")).unwrap();
    assert_eq!(pages_and_media(&built(&handbook)), pages_and_media(&first));
    assert_eq!(file().len(), 2);
    std::fs::remove_dir_all(handbook.path("out")).unwrap();
    assert_eq!(pages_and_media(&built(&handbook)), pages_and_media(&first));
}

fn pages_and_media(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&String, &Vec<u8>> {
    files.iter().filter(|(path, _)| !path.starts_with(".camnang")).collect()
}

#[test]
fn editions_that_are_carried_hold_one_file_an_image() {
    let handbook = photographs();
    let out = handbook.path("out");
    let output =
        handbook.run("build", &["--epub", "--bundle", "--single", "--out", out.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in ["epub", "zip"] {
        let bytes = std::fs::read(out.join(format!("download/handbook-vi.{name}"))).unwrap();
        let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let images: Vec<_> = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .filter(|name| name.contains("cho-chieu"))
            .collect();
        assert_eq!(images.len(), 1, "{images:?}");
        assert!(images[0].ends_with(".jpg"));
    }
    let single = std::fs::read_to_string(out.join("download/handbook-vi.html")).unwrap();
    assert!(single.contains("data:image/jpeg") && !single.contains("image/avif"));
}

#[test]
fn bad_images_are_told_of_at_their_line_and_do_no_harm() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/pictures/content/hinh");
    let (jpeg, png) =
        (std::fs::read(folder.join("cho-chieu.jpg")).unwrap(), std::fs::read(folder.join("bon-khoi.png")).unwrap());
    let mut bomb = png.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let page = "# Một\n\n![Cụt](cut.png)\n\nChữ ![Nhầm](nham.png) chữ\n\n![Bom](bom.png)\n\n![Rác](rac.jpg)\n";
    let handbook = Handbook::small()
        .with("content/mot.md", page)
        .with_bytes("content/cut.png", &png[..png.len() / 2])
        .with_bytes("content/nham.png", &jpeg)
        .with_bytes("content/bom.png", &bomb)
        .with_bytes("content/rac.jpg", b"rac");
    for command in ["build", "check"] {
        let output = handbook.run(command, &["--json"]).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let told: Vec<_> = said["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["file"] == "content/mot.md")
            .map(|finding| (finding["code"].as_str().unwrap().to_owned(), finding["line"].as_u64().unwrap()))
            .collect();
        for wanted in [("W0426", 3), ("W0428", 5), ("E0426", 7), ("W0426", 9)] {
            let found = told.iter().filter(|(code, line)| (code.as_str(), *line) == wanted).count();
            assert_eq!(found, 1, "{command}: {wanted:?} in {told:?}");
        }
    }
}
