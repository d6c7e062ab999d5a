//! What must not break the program: kills at any moment, hostile and huge input, threads.
//!
//! Drives the built binary on projects made on the spot.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn camnang() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.env("LC_ALL", "en_US.UTF-8").stdin(Stdio::null());
    command
}

fn write(root: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

const HANDBOOK: &str = "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n";

/// A project of `pages` chapters whose every page says `version`.
fn project(root: &Path, pages: usize, version: &str) {
    let names: Vec<String> = (0..pages).map(|n| format!("chuong-{n}.md")).collect();
    let summary: String = names.iter().map(|n| format!("- [Chương {n}]({n})\n")).collect();
    let text = format!("{version} và vài chữ nữa. ").repeat(40);
    write(root, &[("handbook.toml", HANDBOOK), ("content/SUMMARY.md", &format!("# T\n\n{summary}"))]);
    for name in &names {
        write(root, &[(&format!("content/{name}"), &format!("# {name}\n\n{text}\n\n![a](hinh-{version}.svg)\n"))]);
    }
    let svg =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><title>{version}</title></svg>");
    write(root, &[(&format!("content/hinh-{version}.svg"), &svg)]);
}

fn build(root: &Path) -> Output {
    camnang().arg("build").arg(root).output().unwrap()
}

fn assert_built(root: &Path) {
    let output = build(root);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                found.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

/// The published files, without our records.
fn site(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = files(&root.join("public"));
    all.retain(|path, _| !path.starts_with(".camnang"));
    all
}

/// Every published file is one of the two versions', whole, and every image a page names is there.
fn assert_readable(root: &Path, versions: [&BTreeMap<PathBuf, Vec<u8>>; 2]) {
    let now = site(root);
    assert!(now.contains_key(Path::new("index.html")), "no way in");
    for (path, bytes) in &now {
        assert!(versions.iter().any(|v| v.get(path) == Some(bytes)), "{} is neither old nor new", path.display());
        let text = String::from_utf8_lossy(bytes);
        if path.extension().is_some_and(|e| e == "html") {
            for name in text.split(['"', ' ', '=', '>', '\'']).filter(|w| w.contains("hinh-")) {
                let image = path.parent().unwrap().join(name);
                let image = image.components().fold(PathBuf::new(), |mut out, part| {
                    if part.as_os_str() == ".." {
                        out.pop();
                    } else {
                        out.push(part);
                    }
                    out
                });
                assert!(now.contains_key(&image), "{} names {}, which is gone", path.display(), image.display());
            }
        }
    }
}

#[test]
fn a_build_killed_at_random_leaves_a_readable_site_and_the_next_one_repairs_it() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut references = Vec::new();
    let mut longest = Duration::ZERO;
    for version in ["cu", "moi"] {
        project(root, 60, version);
        let started = Instant::now();
        assert_built(root);
        longest = longest.max(started.elapsed());
        references.push(site(root));
    }
    let mut killed = 0;
    let mut state = 7_u32;
    for round in 0..40 {
        let version = ["cu", "moi"][round % 2];
        fs::remove_dir_all(root.join("content")).unwrap();
        project(root, 60, version);
        let mut child = camnang().arg("build").arg(root).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        std::thread::sleep(longest.mul_f64(f64::from(state >> 8) / f64::from(1 << 24)));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        assert_readable(root, [&references[0], &references[1]]);
        if round % 4 == 3 {
            assert_built(root);
            assert!(site(root) == references[round % 2], "the repaired site is not the built one");
        }
    }
    assert!(killed > 5, "only {killed} builds were killed in time");
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/gallery");
    let mut outputs = Vec::new();
    for threads in ["1", "1", "2", "7"] {
        let out = root.join(format!("out-{}", outputs.len()));
        let status =
            camnang().arg("build").arg(&gallery).arg("--out").arg(&out).env("RAYON_NUM_THREADS", threads).output();
        let output = status.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut all = files(&out);
        // What a build leaves for the next one knows when files were written.
        all.retain(|path, _| !path.ends_with("lock") && !path.starts_with(".camnang/builds"));
        outputs.push(all);
    }
    assert!(outputs.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(outputs[0].len() > 20);
}

/// Builds a project with one chapter and says how it ended; a panic or a signal fails the test.
fn survives(name: &str, chapter: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("handbook.toml", HANDBOOK), ("content/SUMMARY.md", "# T\n\n- [Một](mot.md)\n")]);
    fs::write(folder.path().join("content/mot.md"), chapter).unwrap();
    let output = build(folder.path());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{name}: {:?}\n{said}", output.status);
    assert!(!said.contains("panicked"), "{name}: {said}");
    assert!(output.status.success() || said.contains("mot.md"), "{name}: a fault that names no file: {said}");
    output
}

#[test]
fn hostile_chapters_are_built_or_refused() {
    let deep = |piece: &str, times: usize| format!("{}x\n", piece.repeat(times));
    let cases = [
        ("empty", String::new()),
        ("nothing but a byte order mark", "\u{feff}".into()),
        ("windows line ends", "\u{feff}# Một\r\n\r\nchữ\r\n".into()),
        ("decomposed text", "# To\u{0302}\u{0309}ng quan\n\n[a](#to\u{0302}\u{0309}ng)\n".into()),
        ("deep quotes", deep("> ", 10_000)),
        ("deep lists", (0..3_000).map(|n| format!("{}- x\n", " ".repeat(n * 2))).collect()),
        ("deep emphasis", deep("*a **b ", 20_000)),
        ("open brackets", deep("[", 100_000)),
        ("open images", deep("![", 50_000)),
        ("open directives", ":::example x\n".repeat(5_000)),
        ("closed directives", ":::\n".repeat(5_000)),
        ("open raw html", deep("<div><b>", 20_000)),
        ("raw html blocks", "<div>\n\n".repeat(5_000)),
        ("long list", (0..10_000).map(|n| format!("{n}. mục thứ {n}\n")).collect()),
        ("wide table", format!("|{}\n|{}\n|{}\n", " a |".repeat(5_000), "--|".repeat(5_000), " b |".repeat(5_000))),
        ("many headings", (0..10_000).map(|_| "## Mục\n\nchữ\n\n".to_owned()).collect()),
        ("many notes", (0..5_000).map(|n| format!("a[^{n}]\n\n[^{n}]: chú\n\n")).collect()),
        ("backticks", (1..2_000).map(|n| format!("{} ", "`".repeat(n))).collect()),
        ("clauses", format!(":::clauses\n{}:::\n", "a) x\nb) y\n- z\n".repeat(3_000))),
        ("front matter never closed", "+++\ntitle = \"x\"\n".into()),
        ("null bytes", "a\0b\n".into()),
        ("marks of our own", "<!--cn:0-->\n\n:::example\n<!--cn:1-->\n:::\n".into()),
    ];
    for (name, chapter) in cases {
        survives(name, chapter.as_bytes());
    }
}

#[test]
fn a_chapter_of_ten_megabytes_is_built() {
    let chapter =
        format!("# Dài\n\n{}", "Một đoạn văn bình thường với **chữ đậm** và [liên kết](#dai).\n\n".repeat(130_000));
    assert!(chapter.len() > 10_000_000);
    assert!(survives("ten megabytes", chapter.as_bytes()).status.success());
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_place() {
    let output = survives("latin", b"# M\xe9t\n");
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_project_is_read_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("du-an");
    let secret = folder.path().join("secret.md");
    fs::write(&secret, "the secret words").unwrap();
    write(
        &root,
        &[
            ("handbook.toml", HANDBOOK),
            ("content/SUMMARY.md", "# T\n\n- [Một](mot.md)\n- [Hai](hai.md)\n- [Ba](../../secret.md)\n"),
            ("content/mot.md", "# Một\n\n{{#include ../../secret.md}}\n\n![x](../../secret.md)\n\n[y](/etc/passwd)\n"),
        ],
    );
    std::os::unix::fs::symlink(&secret, root.join("content/hai.md")).unwrap();
    let output = build(&root);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("hai.md") && said.contains("mot.md") && said.contains("SUMMARY.md"), "{said}");
    assert!(!said.contains("the secret words"), "{said}");
    assert!(!root.join("public").join("index.html").exists());
}

#[test]
fn the_output_folder_may_be_no_source_and_no_way_out() {
    let said = |output: &str, link: bool| {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("du-an");
        project(&root, 1, "cu");
        write(&root, &[("handbook.toml", &format!("{HANDBOOK}output = \"{output}\"\n"))]);
        #[cfg(unix)]
        if link {
            std::os::unix::fs::symlink(folder.path(), root.join("link")).unwrap();
        }
        let built = build(&root);
        assert!(!folder.path().join("public").exists() && !root.join("content/index.html").exists());
        (built.status.code(), String::from_utf8_lossy(&built.stderr).into_owned())
    };
    for output in ["content", "./content", "content/x", "i18n", "theme", ".", ".git"] {
        let (code, words) = said(output, false);
        assert!(code == Some(1) && words.contains("handbook.toml:4"), "{output}: {words}");
    }
    if cfg!(unix) {
        let (code, words) = said("link/public", true);
        assert!(code == Some(1) && words.contains("link"), "{words}");
    }
}

#[test]
fn a_fault_leaves_the_last_good_site() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path(), 3, "cu");
    assert_built(folder.path());
    let before = site(folder.path());
    write(folder.path(), &[("content/chuong-0.md", "# Hỏng\n\n[x](khong-co.md)\n\n:::exampel\n:::\n")]);
    let output = build(folder.path());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("khong-co.md") && said.contains("exampel"), "all faults in one run: {said}");
    assert!(site(folder.path()) == before);
}

#[test]
fn a_build_with_faults_still_puts_right_what_a_killed_one_left() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    project(root, 3, "cu");
    assert_built(root);
    let before = site(root);
    // Killed while staging: nothing was decided yet.
    write(root, &[("public/.camnang/staging/0", "half a pa"), ("content/chuong-0.md", "[x](khong-co.md)\n")]);
    assert_eq!(build(root).status.code(), Some(1));
    assert!(!root.join("public/.camnang/staging").exists());
    assert!(site(root) == before);
}
