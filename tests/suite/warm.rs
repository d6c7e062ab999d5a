//! Builds one after the other into one folder: what the one before left there makes a build quicker, never other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use camnang::build::{self, Along, BuildOptions, Outcome, Silent, Target};
use proptest::prelude::*;

use super::handbook::{Handbook, camnang, read_folder};
use super::incremental::{CONFIG, FILES, edit};

fn build(handbook: &Handbook, out: &str) -> Outcome {
    let options = BuildOptions {
        target: Target::Folder(Some(handbook.path(out))),
        locales: Vec::new(),
        minify: true,
        print: None,
        along: Along::default(),
        external: None,
    };
    build::run(&handbook.path(""), &options, &Silent)
}

/// Builds into a folder where nothing was built before, then into `public`; both must tell and make the same.
fn assert_as_clean(handbook: &Handbook, after: &str) -> Outcome {
    let lock = handbook.path("handbook.lock");
    let ledger = fs::read(&lock).ok();
    let _ = fs::remove_dir_all(handbook.path("clean"));
    let clean = build(handbook, "clean");
    let made = fs::read(&lock).ok();
    match ledger {
        Some(ledger) => fs::write(&lock, ledger).unwrap(),
        None => _ = fs::remove_file(&lock),
    }
    let warm = build(handbook, "public");
    assert_eq!(warm.findings, clean.findings, "findings after {after}");
    assert_eq!(warm.summary, clean.summary, "summary after {after}");
    assert_eq!(fs::read(&lock).ok(), made, "the ledger after {after}");
    assert_eq!(warm.files().collect::<Vec<_>>(), clean.files().collect::<Vec<_>>(), "files after {after}");
    if clean.published.is_some() {
        let (site, clean) = (handbook.site(), read_folder(&handbook.path("clean")));
        assert_eq!(site.keys().collect::<Vec<_>>(), clean.keys().collect::<Vec<_>>(), "files after {after}");
        for (name, bytes) in &clean {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(text(&site[name]), text(bytes), "{name} after {after}");
        }
    }
    warm
}

/// The records that builds leave.
fn records(handbook: &Handbook) -> Vec<PathBuf> {
    let folder = fs::read_dir(handbook.path("public/.camnang/builds"));
    let mut files: Vec<PathBuf> = folder.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// What may be done to the folder behind a build's back. `at`: a place somewhere.
const DEEDS: [fn(&Handbook, usize); 6] = [
    |_, _| {},
    |handbook, at| with_one(&published(handbook), at, |file| fs::remove_file(file).unwrap()),
    |handbook, at| {
        with_one(&published(handbook), at, |file| {
            let length = fs::read(file).unwrap().len();
            fs::write(file, vec![b'x'; length]).unwrap();
        });
    },
    |handbook, at| {
        with_one(&records(handbook), at, |file| {
            let bytes = fs::read(file).unwrap();
            fs::write(file, &bytes[..at % bytes.len().max(1)]).unwrap();
        });
    },
    |handbook, at| {
        with_one(&records(handbook), at, |file| {
            let mut bytes = fs::read(file).unwrap();
            let place = at % bytes.len();
            bytes[place] ^= 1 << (at % 8);
            fs::write(file, bytes).unwrap();
        });
    },
    |handbook, _| _ = fs::remove_dir_all(handbook.path("public/.camnang/builds")),
];

fn published(handbook: &Handbook) -> Vec<PathBuf> {
    handbook.site().keys().map(|name| handbook.path("public").join(name)).collect()
}

fn with_one(files: &[PathBuf], at: usize, deed: impl Fn(&Path)) {
    if !files.is_empty() {
        deed(&files[at % files.len()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_edited_or_spoilt_a_build_makes_what_a_clean_one_makes(
        steps in prop::collection::vec((0..FILES.len() + DEEDS.len(), 0_usize..100_000, any::<bool>()), 4..9),
        first in prop::collection::vec(0_usize..3, FILES.len()),
    ) {
        let handbook = Handbook::empty();
        for (file, text) in first.iter().enumerate() {
            edit(&handbook, (file, *text % FILES[file].1.len(), false), 0);
        }
        handbook.write("handbook.toml", CONFIG);
        assert_as_clean(&handbook, "the first build");
        for (at, (what, which, rename)) in steps.iter().enumerate() {
            match what.checked_sub(FILES.len()) {
                // Half of all times as old as before: a file's time tells nothing.
                None => edit(&handbook, (*what, *which, *rename), 7),
                Some(deed) => DEEDS[deed](&handbook, *which),
            }
            assert_as_clean(&handbook, &format!("{:?}", &steps[..=at]));
        }
    }
}

/// Whether nothing at all had to be made.
fn is_spared(outcome: &Outcome) -> bool {
    outcome.site.is_none() && outcome.published.is_some_and(|published| published.written + published.removed == 0)
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let handbook = Handbook::small().with("content/thua.md", "# Không ai liệt kê\n");
    let first = assert_as_clean(&handbook, "nothing");
    assert!(!is_spared(&first));
    for _ in 0..2 {
        let again = assert_as_clean(&handbook, "nothing");
        assert!(is_spared(&again));
        assert_eq!(again.findings, first.findings);
        assert!(!again.findings.is_empty(), "it tells again what is wrong");
    }
    // The same length, the same time.
    let file = handbook.path("content/hai.md");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    handbook.write("content/hai.md", "+++\ntitle = \"Hai\"\n+++\n\nNội dunk.\n");
    fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    assert!(!is_spared(&assert_as_clean(&handbook, "a change that no time tells of")));
    // Another time alone.
    let now = SystemTime::now() + Duration::from_secs(60);
    fs::File::options().write(true).open(&file).unwrap().set_modified(now).unwrap();
    assert!(is_spared(&assert_as_clean(&handbook, "a new time")));
}

#[test]
fn of_many_pages_the_changed_one_is_made_and_written() {
    let listed: String = (0..30).map(|n| format!("- [Trang {n}](t{n}.md)\n")).collect();
    let mut handbook = Handbook::empty().with("handbook.toml", CONFIG).with("content/SUMMARY.md", &listed);
    for n in 0..30 {
        handbook = handbook.with(&format!("content/t{n}.md"), &format!("# Trang {n}\n\nNội dung số {n}.\n"));
    }
    assert_as_clean(&handbook, "nothing");
    let before = handbook.site();
    handbook.write("content/t7.md", "# Trang 7\n\nNội dung mới.\n");
    let outcome = assert_as_clean(&handbook, "one page changed");
    assert_eq!(outcome.counts["page"].made, 1, "no other page is read");
    // One page in three languages, none of which has a text of its own.
    assert_eq!(outcome.counts["file"].made, 3, "{:?}", outcome.counts);
    assert_eq!(outcome.counts["body"].made, 3);
    let after = handbook.site();
    let changed: Vec<&String> =
        after.iter().filter(|(name, bytes)| before.get(*name) != Some(*bytes)).map(|(n, _)| n).collect();
    assert_eq!(outcome.published.unwrap().written, changed.len(), "only what is other is written");
    let pages: Vec<&str> = changed.iter().map(|name| name.as_str()).filter(|name| name.ends_with(".html")).collect();
    assert_eq!(pages, ["en/t7.html", "fr/t7.html", "vi/t7.html"], "no page carries the state of the index");
}

const GLOSSARY: &str = "[[term]]
id = \"doi-ngoai\"
abbr = [\"TTĐN\"]
vi = { term = \"đối ngoại\", definition = \"Việc bên ngoài.\" }
en = { term = \"foreign affairs\", definition = \"What is outside.\" }
";
const SOURCES: &str = "[[source]]
id = \"nguon\"
number = \"1/QĐ\"
kind = \"decision\"
status = \"read\"
issuer.vi = \"Bộ\"
title.vi = \"Quyết định\"
date = \"2020\"
";
const STATISTICS: &str = "[[statistic]]
id = \"so-1\"
value = 5
unit.vi = \"tỉnh\"
label.vi = \"nhãn\"
as_of = \"2020\"
source = \"nguon\"
";

/// A handbook of small chapters that have a little of everything.
fn of_chapters(count: usize) -> Handbook {
    let listed: String = (0..count).map(|n| format!("- [Trang {n}](t{n}.md)\n")).collect();
    let mut handbook = Handbook::empty()
        .with("handbook.toml", CONFIG)
        .with("content/SUMMARY.md", &listed)
        .with("content/data/glossary.toml", GLOSSARY)
        .with("content/data/sources.toml", SOURCES)
        .with("content/data/statistics.toml", STATISTICS)
        .with("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>Chữ</text></svg>")
        .with("content/en/t3.md", "# Page 3\n\nWords in English, running and run.\n");
    for n in 0..count {
        handbook = handbook.with(&format!("content/t{n}.md"), &chapter(n, SAID[n % SAID.len()]));
    }
    handbook
}

fn chapter(n: usize, said: &str) -> String {
    format!("# Trang {n}\n\nChương số {n} của tập mẫu.\n\n{said}\n\n## Mục {{#muc}}\n\nXem [trang đầu](t0.md#muc).\n")
}

/// What a chapter may say: words that others have, rare ones, two ways to write one, stop words, terms, numbers and
/// dates, another language, marks that pages of others could need files for, more than a document's worth.
const SAID: [&str; 18] = [
    "Thông tin của tỉnh được đăng ngày 15 tháng 11 năm 2023.",
    "Thông tin đối ngoại là việc của mọi người, xem công văn 532/BTTTT-TTĐN.",
    "Cán bộ xã hoà giải và tuyên truyền, hoà thuận.",
    "Cán bộ xã hòa giải và tuyên truyền.",
    "Từ hiếm: khuếch trương. TTĐN và [nơi khác](https://x.vn).",
    "Thông tin của tỉnh. Thông tin của tỉnh. Thông tin của xã.",
    "Running runs and [run](lang:en), ai dùng AI.",
    "![Hình](a.svg)",
    "```toml\na = 1\n```",
    "Một câu có[^1] chú thích.\n\n[^1]: Ở đây.",
    ":::example Ví dụ\nNội dung ví dụ.\n:::",
    "",
    "<!-- camnang: allow W0330 -->\n\n> [!LẠ]\n> Lời.",
    "> [!LẠ]\n> Lời.",
    "Xem [](t1.md) và [](t2.md#muc), <b>đậm</b>.",
    "Theo [@nguon, đoạn 2] thì [](stat:so-1).",
    ":::statistic so-1\n:::",
    ":::sources\n:::",
];

/// Whether of all chapters those that changed were read alone.
fn is_made_alone(outcome: &Outcome) -> bool {
    outcome.site.is_none() && outcome.counts.get("page").is_some_and(|pages| pages.made < 4)
}

#[test]
fn a_changed_chapter_is_read_alone() {
    let handbook = of_chapters(8);
    assert_as_clean(&handbook, "nothing");
    let long = "Câu dài của một chương. ".repeat(1000);
    let alone = ["Thông tin khác của tỉnh.", "Từ chưa ai viết: nghuệch ngoạc.", "", "Thông tin của xã, 15/11."];
    for said in alone.iter().chain(&SAID[..2]) {
        handbook.write("content/t5.md", &chapter(5, said));
        let outcome = assert_as_clean(&handbook, said);
        assert!(is_made_alone(&outcome), "{said}: {:?}", outcome.counts);
        assert!(is_spared(&assert_as_clean(&handbook, "nothing")), "{said}");
    }
    // What others see of a chapter, and what is wrong with it, is everybody's affair.
    for said in [long.as_str(), "## Mục mới", "[vỡ](khong.md)", "Lời {{#include a.svg}}", ":::glossary\n:::"] {
        handbook.write("content/t5.md", &chapter(5, said));
        let outcome = assert_as_clean(&handbook, &said[..said.len().min(40)]);
        assert!(!is_made_alone(&outcome), "{}", &said[..said.len().min(40)]);
        handbook.write("content/t5.md", &chapter(5, ""));
        assert_as_clean(&handbook, "what it was");
    }
}

#[test]
fn words_become_frequent_and_cease_to_be() {
    let handbook = of_chapters(104);
    handbook.write("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n");
    assert_as_clean(&handbook, "nothing");
    // Frequent is what stands in two documents: of others only those are looked at that have the word.
    let said = ["khuếch trương thanh thế", "khuếch trương thanh thế", "thanh thế của tỉnh", "thanh thế khuếch", "", ""];
    for (n, said) in said.iter().enumerate() {
        handbook.write(&format!("content/t{}.md", 40 + n % 3), &chapter(40 + n % 3, said));
        assert!(is_made_alone(&assert_as_clean(&handbook, said)), "{n}: {said}");
    }
}

#[test]
fn what_is_known_of_pages_may_be_lost_or_spoilt() {
    let handbook = of_chapters(4);
    assert_as_clean(&handbook, "nothing");
    for at in 0..records(&handbook).len() * 3 {
        let files = records(&handbook);
        let file = &files[at % files.len()];
        let bytes = fs::read(file).unwrap();
        match at / files.len() {
            0 => fs::remove_file(file).unwrap(),
            1 => fs::write(file, &bytes[..bytes.len() / 2]).unwrap(),
            _ => fs::write(file, [&bytes[..], b"x"].concat()).unwrap(),
        }
        handbook.write("content/t2.md", &chapter(2, &format!("Lần {at}.")));
        assert_as_clean(&handbook, &format!("record {at}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_chapters_come_to_say_it_is_as_a_clean_build_has_it(
        count in 3_usize..8,
        steps in prop::collection::vec(prop::collection::vec((0_usize..8, 0..SAID.len(), 0..SAID.len()), 1..3), 3..8),
    ) {
        let handbook = of_chapters(count);
        assert_as_clean(&handbook, "the first build");
        for (at, step) in steps.iter().enumerate() {
            for (n, one, other) in step {
                let n = n % count;
                handbook.write(&format!("content/t{n}.md"), &chapter(n, &format!("{}\n\n{}", SAID[*one], SAID[*other])));
            }
            assert_as_clean(&handbook, &format!("{:?}", &steps[..=at]));
        }
    }
}

#[test]
fn other_ways_of_building_share_nothing() {
    let handbook = Handbook::small();
    handbook.run("build", &[]).assert().success();
    handbook.run("build", &["--locale", "vi"]).assert().success();
    assert!(!handbook.path("public/en/mot.html").exists());
    handbook.run("build", &[]).assert().success();
    assert!(handbook.path("public/en/mot.html").exists());
    handbook.run("build", &["--epub"]).assert().success();
    assert!(handbook.path("public/download").exists());
    assert_as_clean(&handbook, "other ways");
    assert!(!handbook.path("public/download").exists());
}

#[test]
fn what_a_killed_build_left_is_put_right() {
    let handbook = Handbook::small();
    assert_as_clean(&handbook, "nothing");
    for wait in [1, 4, 9, 16, 25, 36, 49, 64, 81, 100] {
        handbook.write("content/hai.md", &format!("+++\ntitle = \"Hai\"\n+++\n\nNội dung {wait}.\n"));
        let mut command = std::process::Command::new(camnang().get_program());
        let command = command.arg("build").arg(handbook.path("")).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        if wait % 2 == 0 {
            handbook.write("content/mot.md", &format!("+++\ntitle = \"Một\"\n+++\n\nXem [hai](hai.md) {wait}.\n"));
        }
        assert_as_clean(&handbook, "a kill");
    }
}
