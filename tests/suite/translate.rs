//! Catalogs from the source and back: what is extracted, merged and counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use camnang::base::RelPath;
use camnang::i18n::catalog::Key;
use camnang::i18n::po::{self, File, Message};

/// A copy of a project below `tests/sites`, to be written to.
pub fn copy_of(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name), folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// Runs `camnang translate …` in a folder.
pub fn translate(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_camnang"));
    command.args(["--lang", "en", "translate"]).arg(arguments[0]).arg(folder).args(&arguments[1..]);
    command.output().unwrap()
}

/// The same, which must go well; standard output.
pub fn translated(folder: &Path, arguments: &[&str]) -> String {
    let output = translate(folder, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn catalog(path: &Path) -> File {
    let (file, findings) = po::read(&RelPath::new("i18n/x.po").unwrap(), &fs::read_to_string(path).unwrap());
    assert_eq!(findings, []);
    file
}

fn messages(path: &Path) -> Vec<Message> {
    catalog(path).items.iter().map(|item| item.message().clone()).filter(|m| !m.is_header()).collect()
}

fn ids(path: &Path) -> Vec<String> {
    messages(path).into_iter().filter(|m| !m.obsolete).map(|m| m.id).collect()
}

/// The bytes of every file of a folder.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries.filter(|p| p.is_file()).map(|p| (p.clone(), fs::read(&p).unwrap())).collect()
}

#[test]
fn messages_are_those_of_mdbooks_tools_where_markdown_parses_alike() {
    let project = copy_of("mdbook-xgettext");
    translated(project.path(), &["extract"]);
    let ours = ids(&project.path().join("po/handbook.pot"));
    let theirs = ids(&project.path().join("messages.pot"));
    // The title of SUMMARY.md is shown nowhere.
    let theirs: Vec<String> = theirs.into_iter().filter(|id| id != "Summary").collect();
    let keys = |ids: &[String]| ids.iter().map(|id| Key::of_text(id)).collect::<BTreeSet<_>>();
    assert_eq!(keys(&ours), keys(&theirs));

    let spelt: BTreeSet<&String> = ours.iter().collect();
    let otherwise: Vec<&String> = theirs.iter().filter(|id| !spelt.contains(id)).collect();
    // Marks inside words, where theirs are lost; code that is indented, which we put between fences.
    assert!(otherwise.len() == 2 && otherwise[0].contains("and_**both**_marks"), "{otherwise:#?}");
    let commented = messages(&project.path().join("po/handbook.pot"));
    let commented = commented.iter().find(|m| m.id.starts_with("A paragraph with")).unwrap();
    assert_eq!(
        (commented.extracted[0].as_str(), commented.references[0].as_str()),
        ("be careful here", "src/part/blocks.md:40")
    );
}

#[test]
fn a_catalog_made_by_mdbooks_tools_translates_every_message() {
    let project = copy_of("mdbook-xgettext");
    let mut file = catalog(&project.path().join("messages.pot"));
    for item in file.items.iter_mut().filter(|item| !item.message().is_header()) {
        let message = item.message().clone();
        item.set(Message {
            texts: vec![if message.id.contains("](") { message.id.clone() } else { message.id.replace('e', "ê") }],
            ..message
        });
    }
    fs::create_dir(project.path().join("po")).unwrap();
    fs::write(project.path().join("po/vi.po"), file.to_text()).unwrap();
    let status: serde_json::Value = serde_json::from_str(&translated(project.path(), &["status", "--json"])).unwrap();
    let vi = &status["locales"][0];
    assert_eq!((&vi["missing"], &vi["fuzzy"]), (&0.into(), &0.into()), "{vi:#}");
    assert!(vi["translated"].as_u64() > Some(45));

    let built = Command::new(env!("CARGO_BIN_EXE_camnang")).arg("build").arg(project.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let page = |path: &str| fs::read_to_string(project.path().join("public/vi").join(path)).unwrap();
    for path in ["index.html", "part/texts.html", "part/blocks.html", "part/code.html"] {
        let page = page(path);
        let body = page.split("<article").nth(1).unwrap_or(&page);
        assert!(!body.split("</article").next().unwrap().contains("lang=en"), "untranslated in {path}: {page}");
    }
    assert!(page("part/code.html").contains("A commênt"));
}

#[test]
fn every_kind_of_text_is_a_message_with_its_places() {
    let project = copy_of("translate");
    translated(project.path(), &["extract"]);
    let messages = messages(&project.path().join("i18n/handbook.pot"));
    let found: BTreeMap<&str, Vec<&str>> =
        messages.iter().map(|m| (m.id.as_str(), m.references.iter().map(String::as_str).collect())).collect();
    for (id, places) in [
        ("Trang đầu", vec!["content/SUMMARY.md:3", "content/index.md:2"]),
        ("Phần một", vec!["content/SUMMARY.md:5"]),
        ("Sổ tay này để thử bản dịch.", vec!["content/index.md:3"]),
        ("Tôi là người dân", vec!["content/index.md:8"]),
        ("Năm phút là xong.", vec!["content/index.md:9"]),
        ("Đọc [quy chế](quy-che.md#nhiem-vu) trước ngày 15/11/2026, có 22 yếu tố[^1].", vec!["content/index.md:13"]),
        ("Theo công văn 765.", vec!["content/index.md:15"]),
        ("Nhiệm vụ", vec!["content/quy-che.md:3"]),
        ("Lập kế hoạch;", vec!["content/quy-che.md:7"]),
        ("Nhớ ghi nguồn.", vec!["content/quy-che.md:12"]),
        ("Từ khó", vec!["content/quy-che.md:14"]),
        ("Lời giải nghĩa của từ khó.", vec!["content/quy-che.md:15"]),
        ("Một ví dụ hay", vec!["content/quy-che.md:17"]),
        ("![Sơ đồ](so-do.svg \"Hình 1: Quy trình\")", vec!["content/quy-che.md:21"]),
        ("Cột hai", vec!["content/quy-che.md:23"]),
        ("Ô hai", vec!["content/quy-che.md:25"]),
        ("Bảng số liệu", vec!["content/bieu-mau.md:3"]),
        ("Điền vào chỗ trống: ____ trước khi gửi.", vec!["content/bieu-mau.md:6"]),
        ("Việc định làm.", vec!["content/data/glossary.toml:2"]),
    ] {
        assert_eq!(found.get(id), Some(&places), "{id}");
    }
    // What a language has itself is not asked for again: the whole page, the glossary.
    let english = ids(&project.path().join("i18n/en.po"));
    let has = |id: &str| english.iter().any(|found| found == id);
    assert!(has("Phần một") && !has("Nhiệm vụ") && !has("Việc định làm."), "{english:#?}");
}

#[test]
fn a_merge_keeps_all_that_was_translated_and_a_second_one_changes_nothing() {
    let project = copy_of("translate");
    let folder = project.path().join("i18n");
    translated(project.path(), &["extract"]);
    let text = fs::read_to_string(folder.join("fr.po")).unwrap();
    let all = messages(&folder.join("fr.po"));
    let of = |id: &str| all.iter().find(|m| m.id == id).unwrap();
    let changed = of("Câu này sẽ đổi một chữ trong lần sửa sau.");
    assert!(changed.is_fuzzy());
    assert_eq!(changed.texts, ["Cette phrase changera d'un mot à la prochaine révision."]);
    assert_eq!(changed.previous.id.as_deref(), Some("Câu này sẽ đổi một chữ trong lần sửa nào đó."));
    let form = of("Biểu mẫu");
    assert_eq!((form.is_fuzzy(), form.previous.id.as_deref()), (true, Some("Biểu mẫu cũ")));
    assert_eq!((of("Quy chế").texts[0].as_str(), of("Quy chế").translator.len()), ("Règlement", 1));
    assert!(of("Đã bỏ từ lâu").obsolete);
    assert!(text.contains("\"X-Poedit-Basepath: ..\\n\"") && text.starts_with("# Traduction du carnet\n"));

    let before = bytes(&folder);
    translated(project.path(), &["extract"]);
    assert_eq!(bytes(&folder), before);

    let page = project.path().join("content/bieu-mau.md");
    let source = fs::read_to_string(&page).unwrap();
    fs::write(&page, source.replace("\nCâu này sẽ biến mất.\n", "")).unwrap();
    translated(project.path(), &["extract"]);
    let gone = fs::read_to_string(folder.join("fr.po")).unwrap();
    assert!(gone.contains("#~ msgid \"Câu này sẽ biến mất.\"\n#~ msgstr \"Cette phrase disparaîtra.\"\n"), "{gone}");
    fs::write(&page, source).unwrap();
    translated(project.path(), &["extract"]);
    let back = messages(&folder.join("fr.po"));
    let back = back.iter().find(|m| m.id == "Câu này sẽ biến mất.").unwrap();
    assert!(!back.obsolete && back.texts == ["Cette phrase disparaîtra."]);
}

#[test]
fn a_catalog_with_faults_is_told_of_and_left_alone() {
    let project = copy_of("translate");
    let path = project.path().join("i18n/fr.po");
    let broken = fs::read_to_string(&path).unwrap() + "\nmsgid \"x\nnonsense\n";
    fs::write(&path, &broken).unwrap();
    let output = translate(project.path(), &["extract"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("i18n/fr.po:26:7: error[E0501]") && told.contains("i18n/fr.po:27:1: error[E0501]"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    assert!(project.path().join("i18n/ar.po").is_file(), "the others are written");
}

/// GNU gettext, where it is installed.
fn gettext(tool: &str, arguments: &[&Path]) -> Option<Output> {
    match Command::new(tool).env("LC_ALL", "C").args(arguments).output() {
        Ok(output) => Some(output),
        Err(_) => {
            eprintln!("{tool} is not installed: not compared with it");
            None
        }
    }
}

#[test]
fn gettexts_tools_count_the_same_and_lose_nothing() {
    let project = copy_of("translate");
    translated(project.path(), &["extract"]);
    let path = project.path().join("i18n/fr.po");
    let status: serde_json::Value = serde_json::from_str(&translated(project.path(), &["status", "--json"])).unwrap();
    let locales = status["locales"].as_array().unwrap();
    let french = locales.iter().find(|l| l["locale"] == "fr").unwrap();
    let Some(counted) =
        gettext("msgfmt", &["--check".as_ref(), "--statistics".as_ref(), "-o".as_ref(), "/dev/null".as_ref(), &path])
    else {
        return;
    };
    let counted = String::from_utf8_lossy(&counted.stderr).into_owned();
    let (translated_count, fuzzy, missing) = (&french["translated"], &french["fuzzy"], &french["missing"]);
    let expected =
        format!("{translated_count} translated messages, {fuzzy} fuzzy translations, {missing} untranslated messages.");
    assert!(counted.contains(&expected), "{expected} / {counted}");

    let saved = project.path().join("saved.po");
    gettext("msgcat", &["-o".as_ref(), &saved, &path]).unwrap();
    assert_eq!(messages(&saved), messages(&path));
    assert_eq!(catalog(&saved).header(), catalog(&path).header());
    fs::copy(&saved, &path).unwrap();
    translated(project.path(), &["extract"]);
    assert_eq!(fs::read(&path).unwrap(), fs::read(&saved).unwrap(), "what msgcat wrote stays as it wrote it");
}

#[test]
fn a_po_library_of_another_language_loses_nothing() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/po-tools/bin/python");
    let python = if own.is_file() { own } else { PathBuf::from("python3") };
    let project = copy_of("translate");
    translated(project.path(), &["extract"]);
    let (path, saved) = (project.path().join("i18n/fr.po"), project.path().join("saved.po"));
    let script = "import polib, sys; polib.pofile(sys.argv[1], encoding='utf-8').save(sys.argv[2])";
    let run = Command::new(python).args(["-c", script]).args([&path, &saved]).output();
    // tests/all installs it; a machine without it compares with gettext alone.
    let Some(run) = run.ok().filter(|run| run.status.success()) else {
        return eprintln!("polib is not installed: not compared with it");
    };
    assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(messages(&saved), messages(&path));
    assert_eq!(catalog(&saved).header(), catalog(&path).header());
    fs::copy(&saved, &path).unwrap();
    translated(project.path(), &["extract"]);
    assert_eq!(fs::read(&path).unwrap(), fs::read(&saved).unwrap(), "what polib wrote stays as it wrote it");
}
