//! Publishing, and publishing that is killed after every single step.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;
use crate::base::{ArtifactKind, RelPath};

type Site = Vec<(&'static str, ArtifactKind, &'static str)>;

fn artifacts(site: &Site) -> Vec<Artifact> {
    site.iter().map(|(p, k, b)| Artifact::new(RelPath::new(p).unwrap(), *k, b.as_bytes())).collect()
}

fn old_site() -> Site {
    use ArtifactKind::{Asset, Entry, Page};
    vec![
        ("assets/a1.css", Asset, "old style"),
        ("vi/index.html", Page, "uses assets/a1.css"),
        ("vi/gone.html", Page, "uses assets/a1.css"),
        ("vi/file", Page, "becomes a folder"),
        ("vi/deep/er/x.html", Page, "becomes a file"),
        ("index.html", Entry, "old entry"),
    ]
}

fn new_site() -> Site {
    use ArtifactKind::{Asset, Entry, Page};
    vec![
        ("assets/a2.css", Asset, "new style"),
        ("vi/index.html", Page, "now uses assets/a2.css"),
        ("vi/new/page.html", Page, "uses assets/a2.css"),
        ("vi/file/inner.html", Page, "uses assets/a2.css"),
        ("vi/deep", Page, "a file"),
        ("en/index.html", Entry, "uses assets/a2.css"),
        ("en/new/page.html", Page, "uses assets/a2.css"),
        ("en/search/w0.js", Asset, "a language of its own"),
        ("media/x.svg", Asset, "a folder of assets"),
        ("index.html", Entry, "new entry"),
    ]
}

/// All files of a folder but our records.
fn files(root: &Path) -> BTreeMap<String, String> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, root, &mut found);
    found.retain(|name, _| !name.starts_with(RECORDS));
    found
}

fn expected(site: &Site) -> BTreeMap<String, String> {
    site.iter().map(|(p, _, b)| ((*p).to_owned(), (*b).to_owned())).collect()
}

/// Every page that is there is whole, old or new, and the asset it names is there.
fn assert_readable(root: &Path, after: usize) {
    let (old, new, now) = (expected(&old_site()), expected(&new_site()), files(root));
    for (name, text) in &now {
        assert!(old.get(name) == Some(text) || new.get(name) == Some(text), "{name} torn after {after} steps");
        if let Some(asset) = text.split(' ').find(|w| w.starts_with("assets/")) {
            assert!(now.contains_key(asset), "{name} names {asset}, which is gone after {after} steps");
        }
    }
    assert!(now.contains_key("index.html") && now.contains_key("vi/index.html"), "no way in after {after} steps");
}

#[test]
fn a_kill_after_any_step_leaves_a_readable_site_and_the_next_run_repairs_it() {
    for after in 0.. {
        let folder = tempfile::tempdir().unwrap();
        publish(folder.path(), &artifacts(&old_site())).unwrap();
        let killed =
            publish_on(Disk::failing_after(folder.path(), after), &artifacts(&new_site()), &|_| false).is_err();
        assert_readable(folder.path(), after);
        recover(folder.path()).unwrap();
        let repaired = files(folder.path());
        assert!(repaired == expected(&old_site()) || repaired == expected(&new_site()), "half a site after {after}");
        publish(folder.path(), &artifacts(&new_site())).unwrap();
        assert_eq!(files(folder.path()), expected(&new_site()), "after {after} steps");
        if !killed {
            assert!(after > 20, "the fuse never burnt");
            break;
        }
    }
}

#[test]
fn a_repair_that_is_killed_itself_is_repaired() {
    for first in 8..40 {
        for second in 0..12 {
            let folder = tempfile::tempdir().unwrap();
            publish(folder.path(), &artifacts(&old_site())).unwrap();
            let _ = publish_on(Disk::failing_after(folder.path(), first), &artifacts(&new_site()), &|_| false);
            let _ = journal::recover(&Disk::failing_after(folder.path(), second));
            assert_readable(folder.path(), first);
            publish(folder.path(), &artifacts(&new_site())).unwrap();
            assert_eq!(files(folder.path()), expected(&new_site()), "after {first} and {second} steps");
        }
    }
}

#[test]
fn what_was_put_aside_and_never_published_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (out, records) = (folder.path().join("out"), folder.path().join("out").join(RECORDS));
    let begun = |site: &Site| {
        let mut publication = Publication::begin(&out).unwrap();
        publication.add(&artifacts(site));
        assert!(records.join("staging").is_dir(), "files are put aside at once");
        publication
    };
    drop(begun(&old_site()));
    assert!(!out.exists(), "nothing was there before");
    publish(&out, &artifacts(&old_site())).unwrap();
    let given_up = begun(&new_site());
    assert_eq!(publish(&out, &artifacts(&new_site())).unwrap_err()[0].code, codes::OUTPUT_BUSY);
    drop(given_up);
    assert_eq!(files(&out), expected(&old_site()));
    assert!(!records.join("staging").exists());
    let (published, listed) = begun(&new_site()).finish(&|_| false).unwrap();
    assert_eq!((published.written, listed.len()), (10, 10));
    assert_eq!(files(&out), expected(&new_site()));
}

#[test]
fn only_what_changed_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let first = publish(folder.path(), &artifacts(&old_site())).unwrap();
    assert_eq!(first, Published { written: 6, unchanged: 0, removed: 0 });
    let again = publish(folder.path(), &artifacts(&old_site())).unwrap();
    assert_eq!(again, Published { written: 0, unchanged: 6, removed: 0 });
    fs::write(folder.path().join("vi/index.html"), "tampered with").unwrap();
    assert_eq!(publish(folder.path(), &artifacts(&old_site())).unwrap().written, 1);
}

#[test]
fn foreign_files_are_neither_deleted_nor_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path(), &artifacts(&old_site())).unwrap();
    fs::write(folder.path().join("vi/CNAME"), "foreign").unwrap();
    fs::write(folder.path().join("vi/deep/er/foreign"), "foreign").unwrap();
    let faults = publish(folder.path(), &artifacts(&new_site())).unwrap_err();
    assert_eq!(faults.iter().map(|d| d.code).collect::<Vec<_>>(), [codes::OUTPUT_FOREIGN]);
    assert_eq!(files(folder.path())["vi/index.html"], "uses assets/a1.css");
    fs::remove_file(folder.path().join("vi/deep/er/foreign")).unwrap();
    publish(folder.path(), &artifacts(&new_site())).unwrap();
    publish(folder.path(), &[]).unwrap();
    assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), ["vi/CNAME"]);
}

#[test]
fn all_collisions_are_named_in_one_run() {
    use ArtifactKind::Page;
    let folder = tempfile::tempdir().unwrap();
    let names = ["a.html", "A.html", "b", "b/c", ".camnang/x"];
    let site: Site = names.into_iter().map(|n| (n, Page, "")).collect();
    let faults = publish(folder.path(), &artifacts(&site)).unwrap_err();
    assert!(faults.iter().all(|d| d.code == codes::OUTPUT_COLLISION));
    assert_eq!(faults.len(), 3);
}

#[cfg(unix)]
#[test]
fn links_inside_the_output_folder_are_not_followed() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("vi")).unwrap();
    let faults = publish(folder.path(), &artifacts(&old_site())).unwrap_err();
    assert!(faults.iter().all(|d| d.code == codes::OUTPUT_FOREIGN));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn records_that_cannot_be_read_are_named_with_the_cure() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path(), &artifacts(&old_site())).unwrap();
    fs::write(folder.path().join(RECORDS).join("manifest.json"), "{").unwrap();
    let faults = publish(folder.path(), &artifacts(&new_site())).unwrap_err();
    assert_eq!(faults[0].code, codes::OUTPUT_RECORDS);
    assert!(faults[0].message.en.contains("manifest.json"));
    fs::remove_dir_all(folder.path().join(RECORDS)).unwrap();
    assert_eq!(publish(folder.path(), &artifacts(&old_site())).unwrap().unchanged, 6);
}

#[test]
fn a_folder_in_use_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path(), &artifacts(&old_site())).unwrap();
    let _held = lock(&Disk::new(folder.path())).unwrap();
    assert_eq!(publish(folder.path(), &artifacts(&new_site())).unwrap_err()[0].code, codes::OUTPUT_BUSY);
}
