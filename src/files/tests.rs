//! What reading a project promises, tried on real folders.

use super::*;

fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

fn on_disk(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let file = folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let project = Project::open(folder.path()).unwrap();
    (folder, project)
}

#[test]
fn a_decomposed_name_on_disk_is_found_by_its_composed_path() {
    let (_folder, project) = on_disk(&[("hi\u{0300}nh/a\u{0309}nh.md", b"x")]);
    assert_eq!(project.text(&path("hình/ảnh.md")).unwrap().text, "x");
    assert_eq!(project.list(&path("hình")).0, [path("hình/ảnh.md")]);
}

#[test]
fn decomposed_text_is_composed() {
    let (_folder, project) = on_disk(&[("a.md", "to\u{0302}\u{0309}ng".as_bytes())]);
    assert_eq!(project.text(&path("a.md")).unwrap().text, "tổng");
}

#[test]
fn letter_case_counts_on_every_system() {
    let (_folder, project) = on_disk(&[("a/B.md", b"x")]);
    assert!(project.exists(&path("a/B.md")));
    let missing = project.text(&path("a/b.md")).unwrap_err();
    assert_eq!((missing.code, missing.help.unwrap().en.as_str()), ("E0201", "did you mean `B.md`?"));
}

#[test]
fn lists_are_recursive_sorted_and_without_dot_names() {
    let (_folder, project) = on_disk(&[("c/b/x.md", b""), ("c/a.md", b""), ("c/.git/y", b""), ("d.md", b"")]);
    let (files, findings) = project.list(&path("c"));
    assert_eq!((files, findings), (vec![path("c/a.md"), path("c/b/x.md")], vec![]));
    assert_eq!(project.list(&path("none")), (vec![], vec![]));
}

#[test]
fn text_that_is_not_utf8_is_reported_at_its_line() {
    let (_folder, project) = on_disk(&[("a.md", b"m\xc3\xb4t\nhai \xff")]);
    let place = project.text(&path("a.md")).unwrap_err().place.unwrap();
    assert_eq!((place.line, place.column), (2, 5));
}

#[test]
fn one_build_sees_one_state_of_a_file() {
    let (folder, project) = on_disk(&[("a.md", b"first")]);
    assert_eq!(project.text(&path("a.md")).unwrap().text, "first");
    std::fs::write(folder.path().join("a.md"), "second").unwrap();
    assert_eq!(project.text(&path("a.md")).unwrap().text, "first");
    assert_eq!(project.reads(), [path("a.md")]);
}

#[test]
fn files_past_the_limit_are_refused_unread() {
    let (folder, project) = on_disk(&[("a.bin", b"")]);
    let file = std::fs::OpenOptions::new().write(true).open(folder.path().join("a.bin")).unwrap();
    file.set_len(LARGEST_FILE + 1).unwrap();
    assert_eq!(project.bytes(&path("a.bin")).unwrap_err().code, "E0202");
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_project_are_refused_and_loops_end() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret"), "s").unwrap();
    let (folder, project) = on_disk(&[("c/a.md", b"a")]);
    symlink(outside.path(), folder.path().join("c/out")).unwrap();
    symlink(folder.path().join("c"), folder.path().join("c/up")).unwrap();
    symlink(folder.path().join("c/a.md"), folder.path().join("c/b.md")).unwrap();
    assert_eq!(project.text(&path("c/b.md")).unwrap().text, "a");
    assert_eq!(project.text(&path("c/out/secret")).unwrap_err().code, "E0203");
    let (files, findings) = project.list(&path("c"));
    assert_eq!(files, [path("c/a.md"), path("c/b.md")]);
    assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["E0203", "E0203"]);
}

#[test]
fn a_project_in_memory_answers_alike() {
    let files = [("c/a.md", "x"), ("c/d/e.md", "y")].map(|(p, t)| (path(p), t.as_bytes().to_vec()));
    let project = Project::in_memory(files.into_iter().collect());
    assert!(project.exists(&path("c/a.md")) && project.is_folder(&path("c/d")) && !project.exists(&path("c/d")));
    assert_eq!(project.list(&path("c")).0.len(), 2);
    assert_eq!(project.text(&path("c/f.md")).unwrap_err().code, "E0201");
}
