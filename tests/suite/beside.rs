//! A page beside its source: which text stands beside which, how far each is, where it is written.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use camnang::build::beside::{SideBySide, Stand, Way};
use camnang::build::{self, BuildOptions, Library, Progress, Snapshot, Stage};

use super::translate::{copy_of, translated};

/// Keeps the handbook of a build.
#[derive(Default)]
struct Keep(Mutex<Option<Snapshot>>);

impl Progress for Keep {
    fn begins(&self, _: Stage, _: usize) {}

    fn assembled(&self, handbook: &Snapshot) {
        *self.0.lock().unwrap() = Some(handbook.clone());
    }
}

fn beside(root: &Path, page: &str, locale: &str) -> Option<SideBySide> {
    let options = BuildOptions::preview();
    let keep = Keep::default();
    let _ = build::begin(root, &options, &keep, &Arc::new(Library::default()));
    let snapshot = keep.0.lock().unwrap().clone().unwrap();
    snapshot.beside(root, page, locale)
}

/// Each pair as “how far: source | translation”.
fn shown(laid: &SideBySide) -> Vec<String> {
    let words = |side: Option<&build::beside::Side>| {
        side.map(|side| side.words.iter().map(|run| run.text.as_str()).collect::<String>()).unwrap_or_default()
    };
    let pair = |pair: &build::beside::Pair| {
        format!("{:?}: {} | {}", pair.stand, words(pair.source.as_ref()), words(pair.target.as_ref()))
    };
    laid.beside.pairs.iter().map(pair).collect()
}

const CATALOG: &str = "msgid \"Nhiệm vụ\"\nmsgstr \"Tâches\"\n\n#, fuzzy\n#| msgid \"Nhớ ghi rõ nguồn.\"\nmsgid \"Nhớ ghi nguồn.\"\nmsgstr \"Citez **vos** sources.\"\n\nmsgid \"Báo cáo.\"\nmsgstr \"\"\n";

#[test]
fn a_catalogs_page_is_laid_message_by_message_with_the_lines_of_both_files() {
    let project = copy_of("translate");
    fs::write(project.path().join("i18n/fr.po"), CATALOG).unwrap();
    let laid = beside(project.path(), "fr/quy-che.html", "").unwrap();
    assert_eq!((laid.source.tag.as_str(), laid.target.tag.as_str(), &laid.beside.way), ("vi", "fr", &Way::Catalog));
    let all = shown(&laid);
    for expected in [
        "Done: Nhiệm vụ | Tâches",
        "Fuzzy: Nhớ ghi nguồn. | Citez vos sources.",
        "Missing: Báo cáo. | ",
        "Missing: Ô một | ",
    ] {
        assert!(all.iter().any(|line| line == expected), "{expected} in {all:#?}");
    }
    assert_eq!(laid.beside.count(Stand::Done), 1);
    assert_eq!(laid.beside.count(Stand::Fuzzy), 1);
    assert_eq!(laid.beside.count(Stand::Missing), all.len() - 2);
    let at = |stand| laid.beside.pairs.iter().find(|pair| pair.stand == stand).unwrap();
    let done = at(Stand::Done);
    let place = |side: &Option<build::beside::Side>| side.as_ref().map(|s| format!("{}:{}", s.path, s.line)).unwrap();
    assert_eq!((place(&done.source), place(&done.target)), ("content/quy-che.md:3".into(), "i18n/fr.po:2".into()));
    assert_eq!(done.heading, 2);
    let guess = at(Stand::Fuzzy);
    assert_eq!((place(&guess.target), guess.was.as_deref()), ("i18n/fr.po:7".into(), Some("Nhớ ghi rõ nguồn.")));
    let strong: Vec<_> = guess.target.as_ref().unwrap().words.iter().filter(|run| run.strong).collect();
    assert!(matches!(strong.as_slice(), [run] if run.text == "vos"), "{strong:?}");
    // As many as the command counts for the page.
    let status: serde_json::Value = serde_json::from_str(&translated(project.path(), &["status", "--json"])).unwrap();
    let french = status["locales"].as_array().unwrap().iter().find(|l| l["locale"] == "fr").unwrap().clone();
    let page = french["pages"].as_array().unwrap().iter().find(|p| p["path"] == "quy-che.md").unwrap().clone();
    assert_eq!(page["translated"], 1);
    assert_eq!(page["fuzzy"], 1);
}

#[test]
fn a_page_of_its_own_is_laid_by_headings_and_says_what_is_stale_missing_or_added() {
    let project = copy_of("translate");
    let own = project.path().join("content/en/quy-che.md");
    let source = project.path().join("content/quy-che.md");
    fs::write(&source, "# Quy chế\n\nMở đầu.\n\n## Nhiệm vụ\n\nMột.\n\nHai.\n\n## Mới\n\nBa.\n\n## Kết thúc\n\nBốn.\n")
        .unwrap();
    fs::write(&own, "# Rules\n\nOpening.\n\n## Tasks {#nhiem-vu}\n\nOne.\n\n## End {#ket-thuc}\n\nFour.\n\nFive.\n")
        .unwrap();
    translated(project.path(), &["stamp", "--date", "2026-11-20"]);
    let laid = beside(project.path(), "/en/quy-che.html", "").unwrap();
    assert_eq!(laid.beside.way, Way::Whole);
    let expected = [
        "Done: Quy chế | Rules",
        "Done: Mở đầu. | Opening.",
        "Done: Nhiệm vụ | Tasks",
        "Done: Một. | One.",
        "Missing: Hai. | ",
        "Missing: Mới | ",
        "Missing: Ba. | ",
        "Done: Kết thúc | End",
        "Done: Bốn. | Four.",
        "Added:  | Five.",
    ];
    assert_eq!(shown(&laid), expected);
    fs::write(&source, fs::read_to_string(&source).unwrap().replace("Một.", "Một!")).unwrap();
    let laid = beside(project.path(), "quy-che.md", "en").unwrap();
    assert_eq!((laid.beside.way.clone(), laid.beside.date.as_deref()), (Way::Stale, Some("2026-11-20")));
    assert_eq!((laid.beside.count(Stand::Stale), laid.beside.count(Stand::Done)), (6, 0));
}

#[test]
fn addresses_that_mean_nothing_are_answered_with_nothing() {
    let project = copy_of("translate");
    for (page, locale) in [("no.md", "fr"), ("quy-che.md", "xx"), ("quy-che.md", "vi"), ("../handbook.toml", "fr")] {
        assert!(beside(project.path(), page, locale).is_none(), "{page} {locale}");
    }
    // Without a page the first one, without a language that of the address, else the first that is translated to.
    assert_eq!(beside(project.path(), "", "").unwrap().at, 0);
    assert_eq!(beside(project.path(), "vi/quy-che.html", "").unwrap().target.tag, "en");
    assert_eq!(beside(project.path(), "ar/quy-che.html", "").unwrap().target.dir, "rtl");
}
