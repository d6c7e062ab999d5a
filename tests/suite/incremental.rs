//! Building again and again: whatever was edited in between, the result is that of a build that knows nothing.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use camnang::base::{Artifact, Diagnostic};
use camnang::build::{self, BuildOptions, Library, Outcome, Silent};
use proptest::prelude::*;

use super::handbook::Handbook;

/// Files and what may stand in each. An edit puts one of the texts there, or takes the file away.
pub const FILES: [(&str, &[&str]); 16] = [
    (
        "handbook.toml",
        &[
            CONFIG,
            "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"fr\"]\n[numbering]\nchapters = true\nsections = true\n",
            "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"fr\"]\n[markdown]\nraw_html = true\n[elements]\nexpected = 2\n",
            "title = \n",
        ],
    ),
    (
        "content/SUMMARY.md",
        &[
            "# Mục lục\n\n- [Một](mot.md)\n- [Hai](hai.md)\n- [Ba](ba.md)\n",
            "- [Một](mot.md)\n  - [Hai](hai.md)\n",
            "# Phần\n\n- [Ba](ba.md)\n- [Một](mot.md)\n- [Nháp]()\n",
            "- [Hai](hai.md)\n- [Mất](mat.md)\n- [Hai](hai.md)\n",
        ],
    ),
    (
        "content/mot.md",
        &[
            "# Một\n\nXem [hai](hai.md#muc), ![hình](a.svg) và [@nguon].\n\n:::data so.csv \"Bảng\"\n:::\n",
            "# Một mới\n\n## Mục {#muc}\n\n{{#include doan.md}}\n\nThuật ngữ. [](hai.md)\n",
            "+++\naliases = [\"cu.md\"]\n+++\n# Một\n\n:::sources\n:::\n\n:::statistic so-1\n:::\n\n[vỡ](khong.md)\n",
            "+++\ntitel = \"Một\"\n+++\n\nHỏng.\n",
        ],
    ),
    (
        "content/hai.md",
        &[
            "# Hai\n\n## Mục {#muc}\n\nChữ, stat: [](stat:so-1).\n",
            "# Hai\n\n## Mục khác {#khac}\n\nThuật ngữ và <b onclick=x>thô</b>.\n",
            "+++\nkind = \"element\"\nnumber = 1\n+++\n# Yếu tố\n\n[một](mot.md#muc)\n",
        ],
    ),
    ("content/ba.md", &["# Ba\n\n:::glossary\n:::\n", "# Ba\n\n:::elements\n:::\n\n```rust\nfn main() {}\n```\n"]),
    ("content/doan.md", &["Đoạn dùng chung.\n", "Đoạn khác, [hai](hai.md).\n"]),
    ("content/so.csv", &["Tên,Số\nHuế,1\n", "Tên,Số\nHuế,2,3\n"]),
    (
        "content/a.svg",
        &[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><text>Chữ</text></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><text>Lời</text></svg>",
        ],
    ),
    ("content/en/hai.md", &["# Two\n\n## Place {#muc}\n\nText.\n", "# Two\n\nNo place.\n"]),
    ("content/fr/so.csv", &["Nom,Nombre\nHuế,1\n"]),
    (
        "content/data/glossary.toml",
        &[
            "[[term]]\nid = \"thuat-ngu\"\nvi.term = \"Thuật ngữ\"\nvi.definition = \"Là từ.\"\nen.term = \"Term\"\n",
            "[[term]]\nid = \"tn\"\nvi.term = \"Chữ\"\nvi.definition = \"Khác.\"\n",
        ],
    ),
    (
        "content/data/sources.toml",
        &[
            "[[source]]\nid = \"nguon\"\nnumber = \"1/QĐ\"\nkind = \"decision\"\nstatus = \"read\"\ntitle = { vi = \"Quyết định\" }\n",
        ],
    ),
    (
        "content/data/statistics.toml",
        &[
            "[[statistic]]\nid = \"so-1\"\nvalue = 5\nunit = { vi = \"tỉnh\" }\nlabel = { vi = \"nhãn\" }\nas_of = \"2020\"\nsource = \"nguon\"\n",
        ],
    ),
    (
        "i18n/fr.po",
        &[
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Một\"\nmsgstr \"Un\"\n\nmsgid \"Đoạn dùng chung.\"\nmsgstr \"Commun.\"\n",
            "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\nmsgid \"Hai\"\nmsgstr \"Deux\"\n\nmsgctxt \"a.svg\"\nmsgid \"Chữ\"\nmsgstr \"Texte\"\n",
            "msgid broken\n",
        ],
    ),
    ("theme/css/zz.css", &["main { color: red }", "main { color: blue }", "main {{"]),
    ("theme/templates/partials/extra.html", &["<p>a</p>", "<p>{{ page.title }}</p>", "{% if %}"]),
];

pub const CONFIG: &str = "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\", \"fr\"]\n";

/// One edit: a file, one of its texts (past the last: it is deleted), and whether it is saved by renaming.
pub type Edit = (usize, usize, bool);

pub fn edit(handbook: &Handbook, (file, text, rename): Edit, at: u64) {
    let (name, texts) = FILES[file % FILES.len()];
    let path = handbook.path(name);
    let Some(text) = texts.get(text % (texts.len() + 1)) else {
        let _ = fs::remove_file(path);
        return;
    };
    if rename {
        handbook.write("aside", text);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::rename(handbook.path("aside"), &path).unwrap();
    } else {
        handbook.write(name, text);
    }
    // Old enough that what is known of the file is trusted.
    let day = SystemTime::now() - Duration::from_secs(86_400) + Duration::from_secs(at);
    fs::File::options().write(true).open(&path).unwrap().set_modified(day).unwrap();
}

type Seen = (Vec<(String, Vec<u8>)>, Vec<Diagnostic>, Vec<String>);

/// All that a build tells and makes, in an order of its own.
fn seen(outcome: &Outcome) -> Seen {
    let file = |a: &Artifact| (a.path.to_string(), a.bytes.to_vec());
    let mut files: Vec<_> = outcome.site.iter().flatten().map(file).collect();
    files.sort();
    let reads = outcome.reads.iter().map(ToString::to_string).collect();
    (files, outcome.findings.clone(), reads)
}

fn assert_same(again: &Outcome, clean: &Outcome, after: &str) {
    let ((files, findings, _), (clean_files, clean_findings, _)) = (seen(again), seen(clean));
    assert_eq!(findings, clean_findings, "findings after {after}");
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&files), names(&clean_files), "files after {after}");
    for ((name, bytes), (_, clean)) in files.iter().zip(&clean_files) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(clean), "{name} after {after}");
    }
    assert_eq!(again.summary, clean.summary, "summary after {after}");
}

/// Sequences tried: few each time, as many as `PROPTEST_CASES` says when somebody has the time.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_gives_what_a_clean_build_gives(
        edits in prop::collection::vec((0..FILES.len(), 0_usize..5, any::<bool>()), 4..10),
        first in prop::collection::vec(0_usize..3, FILES.len()),
    ) {
        let handbook = Handbook::empty();
        for (file, text) in first.iter().enumerate() {
            edit(&handbook, (file, *text % FILES[file].1.len(), false), 0);
        }
        handbook.write("handbook.toml", CONFIG);
        let library = Arc::new(Library::new());
        let root = handbook.path("");
        assert_same(
            &build::run_with(&root, &BuildOptions::preview(), &Silent, &library),
            &build::run(&root, &BuildOptions::preview(), &Silent),
            "the first build",
        );
        for (at, one) in edits.iter().enumerate() {
            edit(&handbook, *one, at as u64 + 1);
            let again = build::run_with(&root, &BuildOptions::preview(), &Silent, &library);
            assert_same(&again, &build::run(&root, &BuildOptions::preview(), &Silent), &format!("{:?}", &edits[..=at]));
        }
    }
}

/// What each step made in a build after an edit.
fn made(handbook: &Handbook, library: &Arc<Library>, step: &str) -> usize {
    let outcome = build::run_with(&handbook.path(""), &BuildOptions::preview(), &Silent, library);
    outcome.counts.get(step).map_or(0, |count| count.made)
}

#[test]
fn a_changed_page_alone_is_made_again() {
    let handbook = Handbook::small();
    let library = Arc::new(Library::new());
    assert_eq!(made(&handbook, &library, "page"), 4);
    assert_eq!(made(&handbook, &library, "body"), 0);
    handbook.write("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nNội dung mới.\n");
    assert_eq!(made(&handbook, &library, "page"), 1);
    handbook.write("content/en/hai.md", "+++\ntitle = \"Two\"\n+++\n\nNew text.\n");
    assert_eq!(made(&handbook, &library, "body"), 1);
    handbook.write("content/en/hai.md", "+++\ntitle = \"Two\"\n+++\n\nNewer text.\n");
    // The page, and no page that only names it.
    assert_eq!(made(&handbook, &library, "file"), 1);
    assert_eq!(made(&handbook, &library, "file"), 0);
}

#[test]
fn a_changed_catalog_rebuilds_its_locale_only() {
    let handbook = Handbook::small()
        .with("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"fr\", \"lo\"]\n")
        .with("i18n/fr.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Nội dung.\"\nmsgstr \"Texte.\"\n")
        .with("i18n/lo.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Nội dung.\"\nmsgstr \"x\"\n");
    for locale in ["mot", "hai"] {
        let _ = fs::remove_file(handbook.path(&format!("content/en/{locale}.md")));
    }
    let library = Arc::new(Library::new());
    let _ = made(&handbook, &library, "translation");
    handbook.write("i18n/fr.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Nội dung.\"\nmsgstr \"Contenu.\"\n");
    let outcome = build::run_with(&handbook.path(""), &BuildOptions::preview(), &Silent, &library);
    let count = |step: &str| outcome.counts.get(step).map_or(0, |count| count.made);
    // Of three books with two pages each: the one page of the one language that says something else.
    assert_eq!((count("translation"), count("begun"), count("body"), count("search index")), (1, 1, 1, 1));
}
