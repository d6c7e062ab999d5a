//! The book: what is assembled from a project's files, and what is reported about them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use camnang::base::{Diagnostic, RelPath, Source};
use camnang::book::ledger::{self, Upkeep};
use camnang::book::{assemble, model::Handbook};
use camnang::config;
use camnang::content;
use camnang::content::markdown::generated::Generated;
use camnang::content::markdown::tree::{Block, BlockKind, Image, Inline, Link, Target};
use camnang::content::markdown::walk::{self, Line, Visitor};
use camnang::files::Project;

fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

fn build(project: &Project) -> (Handbook, Vec<Diagnostic>) {
    let (config, mut findings) = config::load(&project.text(&path("handbook.toml")).unwrap());
    let config = config.unwrap();
    let (content, found) = content::load(project, &config);
    findings.extend(found);
    let (handbook, found) = assemble(project, Arc::new(config), &content);
    findings.extend(found);
    (handbook, findings)
}

fn upkeep(ledger: Option<&Source>, handbook: &Handbook) -> Upkeep {
    ledger::upkeep(ledger, handbook, &handbook.config.locales)
}

fn site(name: &str) -> (Handbook, Vec<Diagnostic>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites").join(name);
    build(&Project::open(&root).unwrap())
}

fn project(files: &[(&str, &str)]) -> Project {
    let config = ("handbook.toml", "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\", \"en\"]\n");
    let files = files.iter().chain([&config]).map(|(name, text)| (path(name), text.as_bytes().to_vec()));
    Project::in_memory(files.collect::<BTreeMap<_, _>>())
}

/// Findings as `code file:line help`.
fn told(findings: &[Diagnostic]) -> Vec<String> {
    let line = |d: &Diagnostic| {
        let place = d.place.as_ref().map_or(String::new(), |p| format!("{}:{}", p.path, p.line));
        let help = d.help.as_ref().map_or("", |h| h.en.as_str());
        format!("{} {place} {help}", d.code)
    };
    findings.iter().map(line).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Every link and image of a page, with its text.
#[derive(Default)]
struct Targets(Vec<(String, Target)>);

impl Visitor for Targets {
    fn line(&mut self, _: Line, content: &mut Vec<Inline>, _: camnang::base::Span) {
        walk::inlines(content, &mut |inline| match inline {
            Inline::Link(link) => {
                let Link { content, target, .. } = link.as_ref();
                self.0.push((content::markdown::text::plain(content), target.clone()));
            }
            Inline::Image(image) => self.figure(image),
            Inline::Term { content, target, .. } => {
                self.0.push((content::markdown::text::plain(content), target.as_ref().clone()));
            }
            Inline::Citation(citation) => self.0.push((citation.label.clone(), citation.target.clone())),
            _ => {}
        });
    }

    fn figure(&mut self, image: &mut Image) {
        self.0.push((String::new(), image.target.clone()));
    }
}

/// Every link of the handbook leads to a page with that anchor, or to a file that is published.
fn all_links_lead_somewhere(handbook: &Handbook) -> usize {
    let pages: BTreeMap<&RelPath, BTreeSet<&str>> = handbook
        .books
        .iter()
        .flat_map(|b| &b.pages)
        .map(|p| (&p.path, p.anchors.iter().map(String::as_str).collect()))
        .collect();
    let files: BTreeSet<&RelPath> = handbook.assets.iter().map(|a| &a.path).collect();
    let mut count = 0;
    for page in handbook.books.iter().flat_map(|b| &b.pages) {
        let mut targets = Targets::default();
        walk::tree(&mut page.tree.clone(), &mut targets);
        for (text, target) in targets.0 {
            count += 1;
            let well = match &target {
                Target::Page { path, anchor } => pages
                    .get(path)
                    .is_some_and(|a| anchor.as_deref().is_none_or(|id| id.starts_with("fn:") || a.contains(id))),
                Target::Asset(path) => files.contains(path),
                Target::Statistic { path, anchor, .. } => path.as_ref().is_none_or(|path| {
                    pages.get(path).is_some_and(|a| anchor.as_deref().is_none_or(|id| a.contains(id)))
                }),
                Target::External => true,
                Target::Unresolved | Target::Broken => false,
            };
            assert!(well, "{}: “{text}” leads to {target:?}", page.path);
        }
    }
    count
}

#[test]
fn a_tree_made_for_mdbook_builds_with_five_lines() {
    let (handbook, findings) = site("mdbook-tree");
    assert_eq!(told(&findings), Vec::<String>::new());
    let book = &handbook.books[0];
    let paths: Vec<&str> = book.pages.iter().map(|p| p.path.as_str()).collect();
    assert_eq!(paths, ["en/index.html", "en/guide/index.html", "en/guide/installing.html", "en/appendix.html"]);
    let titles: Vec<&str> = book.parts.iter().map(|p| p.title.as_str()).collect();
    assert_eq!(titles, ["", "Getting started", ""]);
    assert_eq!(book.pages[1].title, "Guide");
    assert_eq!(all_links_lead_somewhere(&handbook), 2 * 7);
}

#[test]
fn every_fault_is_told_at_its_line_with_what_was_meant() {
    let (_, findings) = site("book-faults");
    let expected = [
        "E0403 content/SUMMARY.md:5 did you mean `a/mot.md`?",
        "E0404 content/SUMMARY.md:6 list each page once",
        "E0411 content/data/sources.toml:3 did you mean `letter`?",
        "E0411 content/data/sources.toml:4 did you mean `title`?",
        "E0411 content/data/statistics.toml:1 ",
        "E0413 content/so.csv:3 a cell that holds a comma stands in double quotes",
        "E0414 content/a/mot.md:11 did you mean `cv-1`?",
        "E0414 content/a/mot.md:11 did you mean `so`?",
        "E0414 content/a/mot.md:3 did you mean `cv-1`?",
        "E0420 content/a/mot.md:9 did you mean `../hai.md`?",
        "E0421 content/a/mot.md:9 did you mean `#muc`?",
        "E0422 content/a/mot.md:13 write the path of a file that is there, as seen from this one",
        "E0423 content/a/mot.md:4 delete it from `aliases`",
        "E0424 content/hai.md:4 ",
        "E0424 content/hai.md:5 did you mean `nen-tang`?",
        "W0401 content/khong-liet-ke.md:1 add the line `- [Title](khong-liet-ke.md)`",
        "W0403 content/en/a/mot.md:1 give the translated heading the same id: `{#muc-tieu}`",
    ];
    assert_eq!(told(&findings), expected);
}

#[test]
fn the_shipped_handbook_has_no_broken_link() {
    let (handbook, findings) = build(&Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
    let faults: Vec<String> = told(&findings).into_iter().filter(|f| f.starts_with('E')).collect();
    assert_eq!(faults, Vec::<String>::new());
    assert!(all_links_lead_somewhere(&handbook) > 1000);
}

#[test]
fn a_handbook_without_a_table_of_contents_says_so() {
    let (handbook, findings) = build(&project(&[("content/a.md", "x")]));
    assert_eq!(
        told(&findings),
        ["E0401 content/SUMMARY.md:1 write one that lists the chapters in order: `- [Title](page.md)`"]
    );
    assert_eq!(handbook.books.len(), 2);
}

#[test]
fn a_table_of_contents_that_says_less_than_it_seems_to_is_told() {
    let of = |files: &[(&str, &str)]| told(&build(&project(files)).1);
    let lists = "list the chapters in order: `- [Title](page.md)`";
    assert!(of(&[("content/SUMMARY.md", "words\n")]).contains(&format!("E0406 content/SUMMARY.md:1 {lists}")));
    assert_eq!(of(&[("content/SUMMARY.md", "# S\n")]), [format!("E0406 content/SUMMARY.md:1 {lists}")]);
    assert_eq!(
        of(&[("content/en/SUMMARY.md", "- [A](a.md)\n"), ("content/a.md", "x")]),
        ["E0401 content/SUMMARY.md:1 write one that lists the chapters in order: `- [Title](page.md)`"]
    );
    assert_eq!(
        of(&[
            ("content/SUMMARY.md", "- [A](chapter.md)\n"),
            ("content/chapter.md", "x"),
            ("content/en/SUMMARY.md", "- [A](chapter.md)\n- [B](chaptr.md)\n- [C](quite/other.md)\n"),
        ]),
        [
            "W0402 content/en/SUMMARY.md:2 did you mean `chapter.md`?",
            "W0402 content/en/SUMMARY.md:3 add the chapter to the source's `SUMMARY.md`, or delete this line",
        ]
    );
}

#[test]
fn groups_and_alerts_that_do_not_exist_are_told_with_the_nearest() {
    let text = ":::elements nen-tag\n:::\n\n> [!NOTES]\n> x\n\n> [!tip] x\n\n> [!NOTE]\n> x\n\n> [!zzzzzzz]\n";
    let element = "+++\nkind = \"element\"\nnumber = 1\ngroup = \"nen-tang\"\n+++\n";
    let (_, findings) = build(&project(&[
        ("content/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n"),
        ("content/a.md", text),
        ("content/b.md", element),
    ]));
    assert_eq!(
        told(&findings),
        [
            "E0414 content/a.md:1 did you mean `nen-tang`?",
            "W0330 content/a.md:12 one of: NOTE, TIP, IMPORTANT, WARNING, CAUTION",
            "W0330 content/a.md:4 did you mean `[!NOTE]`?",
            "W0330 content/a.md:7 put what follows on the next line, after `>`",
        ]
    );
}

#[test]
fn images_that_are_none_and_links_to_nowhere_good_are_told() {
    let source = "[[source]]\nid = \"a\"\nkind = \"law\"\nstatus = \"read\"\ntitle = \"T\"\nurl = \"javascript:x\"\n";
    let (_, findings) = build(&project(&[
        ("content/SUMMARY.md", "- [A](a.md)\n"),
        ("content/a.md", "![b](bad.png) [ok](tel:113)\n\n[x](javascript:alert)\n\n![c](c.svg)\n"),
        ("content/bad.png", "text"),
        ("content/c.svg", "<svg/>"),
        ("content/data/sources.toml", source),
    ]));
    let codes: Vec<String> =
        told(&findings).iter().map(|f| f.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(codes, ["W0425 content/a.md:3", "W0425 content/data/sources.toml:6", "W0426 content/a.md:1"]);
}

#[test]
fn a_page_that_cannot_be_read_is_told_once() {
    let config = "title = \"T\"\nsource = \"vi\"\nlocales = [\"vi\"]\n";
    let start = "+++\nkind = \"start\"\n[[entrances]]\nrole = \"citizen\"\ntitle = \"E\"\nsteps = [\"b.md\"]\n+++\n[x](b.md#y) [](b.html)\n";
    let files: [(&str, &[u8]); 4] = [
        ("handbook.toml", config.as_bytes()),
        ("content/SUMMARY.md", b"- [A](a.md)\n- [B](b.md)\n"),
        ("content/a.md", start.as_bytes()),
        ("content/b.md", b"\xff\xfe"),
    ];
    let files = files.map(|(name, bytes)| (path(name), bytes.to_vec()));
    let findings = told(&build(&Project::in_memory(files.into())).1);
    assert!(findings.len() == 1 && findings[0].starts_with("E0202 content/b.md"), "{findings:?}");
}

#[test]
fn links_resolve_in_each_locale_as_if_the_text_stood_in_the_source() {
    let (handbook, findings) = build(&project(&[
        ("content/SUMMARY.md", "# S\n- [A](a/x.md)\n- [B](b.md)\n"),
        ("content/a/x.md", "[](../b.md#m) ![i](i.svg) [en](../en/b.md)"),
        ("content/a/i.svg", "vi"),
        ("content/en/a/x.md", "[](../b.md#m) ![i](i.svg)"),
        ("content/en/a/i.svg", "en"),
        ("content/b.md", "# B\n\n## Mục {#m}\n"),
    ]));
    assert_eq!(told(&findings), Vec::<String>::new());
    let mut targets = Vec::new();
    for book in &handbook.books {
        let mut found = Targets::default();
        walk::tree(&mut book.pages[0].tree.clone(), &mut found);
        targets.extend(found.0);
    }
    let page = |p: &str, a: Option<&str>| Target::Page { path: path(p), anchor: a.map(str::to_owned) };
    assert_eq!(targets[0], ("Mục".to_owned(), page("vi/b.html", Some("m"))));
    assert_eq!(targets[2], ("en".to_owned(), page("en/b.html", None)));
    assert_eq!(targets[3], ("Mục".to_owned(), page("en/b.html", Some("m"))));
    let media = |n: usize| matches!(&targets[n].1, Target::Asset(p) if p.as_str().starts_with("media/"));
    assert!(media(1) && media(4) && targets[1].1 != targets[4].1);
}

#[test]
fn an_alias_that_no_redirect_can_serve_is_told_where_it_stands() {
    let faulty = |alias: &str| {
        let text = format!("+++\naliases = [\"{alias}\"]\n+++\n");
        let files =
            [("content/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n"), ("content/a.md", &*text), ("content/b.md", "y")];
        told(&build(&project(&files)).1)
    };
    for alias in ["index.md", "README.md", "contents.html", "404.md", "a.md", "A.md", "B.html", "en/index.html"] {
        assert_eq!(faulty(alias), ["E0423 content/a.md:2 delete it from `aliases`"], "{alias}");
    }
    assert_eq!(faulty("old.md#x"), ["E0423 content/a.md:2 write `old.md`, and give the heading its old id: `{#x}`"]);
    assert_eq!(faulty("old.md\", \"old.html"), Vec::<String>::new());
}

#[test]
fn an_address_that_vanishes_is_told_until_an_alias_leads_on() {
    let before = project(&[
        ("content/SUMMARY.md", "- [A](a.md)\n- [B](b.md)\n"),
        ("content/a.md", "## X\n"),
        ("content/b.md", "y"),
    ]);
    let ledger = upkeep(None, &build(&before).0).text.unwrap();
    assert!(ledger.ends_with("a.html\na.html#x\nb.html\n"), "{ledger}");
    let source = Source::new(path("handbook.lock"), &ledger);
    assert_eq!(upkeep(Some(&source), &build(&before).0), Default::default());

    let moved = |front: &str| {
        let text = format!("{front}## X\n");
        let after = project(&[
            ("content/SUMMARY.md", "- [A](c.md)\n- [B](b.md)\n"),
            ("content/c.md", &text),
            ("content/b.md", "y"),
        ]);
        upkeep(Some(&source), &build(&after).0)
    };
    let lost = moved("");
    assert_eq!(lost.findings.iter().filter_map(|f| Some(f.place.as_ref()?.line)).collect::<Vec<_>>(), [7, 8]);
    assert!(
        lost.text.unwrap().contains("a.html#x\nb.html\nc.html\nc.html#x\n"),
        "nothing is taken out, what is new is added"
    );
    assert_eq!(moved("+++\naliases = [\"a.md\"]\n+++\n").findings, []);
}

#[test]
fn a_redirect_or_a_language_that_vanishes_is_told() {
    let with = |front: &str| {
        let text = format!("{front}x");
        build(&project(&[("content/SUMMARY.md", "- [A](a.md)\n"), ("content/a.md", &text)])).0
    };
    let before = with("+++\naliases = [\"old/a.md\"]\n+++\n");
    let text = upkeep(None, &before).text.unwrap();
    assert!(text.ends_with("\nlocale: en\nlocale: vi\na.html\nold/a.html\n"), "{text}");
    let source = Source::new(path("handbook.lock"), &text);
    assert_eq!(upkeep(Some(&source), &before), Upkeep::default());

    let lost = upkeep(Some(&source), &with(""));
    assert_eq!(
        told(&lost.findings),
        [
            "W0404 handbook.lock:8 give the page that took its place (`a.html`?) `aliases = [\"old/a.md\"]`, or delete this line"
        ]
    );
    assert_eq!(lost.text, None, "nothing is taken out");

    // A build of some languages only is no loss of the others.
    let configured = &before.config.locales;
    let dropped = ledger::upkeep(Some(&source), &before, &configured[..1]);
    assert_eq!(
        told(&dropped.findings),
        [
            "W0404 handbook.lock:5 put `en` back into `locales` of `handbook.toml`, or delete this line to give them all up"
        ]
    );

    let old = Source::new(path("handbook.lock"), "a.html\n");
    assert_eq!(upkeep(Some(&old), &before), Upkeep { text: Some(text), findings: Vec::new() });
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    /// Whatever pages a book has and however they name each other, a link that is not reported leads somewhere.
    #[test]
    fn links_of_any_book_lead_to_pages_that_exist(links in proptest::collection::vec((0usize..6, 0usize..6, 0usize..4), 0..24)) {
        let names = ["index", "a/README", "a/b", "a/c/d", "e", "f/g h"];
        let here = |n: usize| path(&format!("{}.md", names[n]));
        let mut files: Vec<(String, String)> = names.iter().enumerate().map(|(n, name)| {
            let body: String = links.iter().filter(|(from, ..)| *from == n).map(|(_, to, form)| {
                let way = here(n).relative_to(&here(*to)).replace(' ', "%20");
                match form {
                    0 => format!("[]({way})\n\n"),
                    1 => format!("[x](/{}#muc)\n\n", here(*to).as_str().replace(' ', "%20")),
                    2 => format!("[x]({})\n\n", way.replace(".md", ".html")),
                    _ => format!("<a href=\"{way}\">x</a>\n\n"),
                }
            }).collect();
            (format!("content/{name}.md"), format!("# T{n}\n\n## Mục {{#muc}}\n\n{body}"))
        }).collect();
        let summary: String = names.iter().map(|name| format!("- [x]({}.md)\n", name.replace(' ', "%20"))).collect();
        files.push(("content/SUMMARY.md".to_owned(), summary));
        let borrowed: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let (handbook, findings) = build(&project(&borrowed));
        proptest::prop_assert_eq!(told(&findings), Vec::<String>::new());
        all_links_lead_somewhere(&handbook);
    }
}

#[test]
fn statistics_that_contradict_each_other_are_told_once_where_they_stand_side_by_side() {
    let statistic = |id: &str, value: u32, more: &str| {
        format!(
            "[[statistic]]\nid = \"{id}\"\nvalue = {value}\nlabel = \"Tỉnh\"\nas_of = \"2020\"\nsource = \"cv\"\n{more}"
        )
    };
    let statistics =
        [statistic("a", 55, "conflicts = [\"b\"]\n"), statistic("b", 56, ""), statistic("c", 7, "")].concat();
    let page =
        "# Một\n\n:::statistic b\n:::\n\n:::statistic a\n:::\n\n:::statistic c\n:::\n\nchữ\n\n:::statistic a\n:::\n";
    let (handbook, _) = build(&project(&[
        ("content/SUMMARY.md", "- [Một](mot.md)\n"),
        ("content/mot.md", page),
        ("content/data/statistics.toml", &statistics),
        ("content/data/sources.toml", "[[source]]\nid = \"cv\"\ntitle = \"Công văn\"\nkind = \"letter\"\n"),
    ]));
    let card = |block: &Block| {
        let BlockKind::Directive(directive) = &block.kind else { return None };
        let Some(Generated::Statistic(card)) = &directive.generated else { return None };
        Some((card.id.clone(), card.conflicts.len(), block.attributes.id_aliases.join(" ")))
    };
    let cards: Vec<_> = handbook.books[0].pages[0].tree.blocks.iter().filter_map(card).collect();
    let names = cards.iter().map(|(id, others, _)| (id.as_str(), *others)).collect::<Vec<_>>();
    assert_eq!(names, [("b", 1), ("c", 0), ("a", 1)]);
    // What led to the second leads to the first.
    assert_eq!(cards[0].2, "a");
}
