//! Includes by mdBook's rules, tried on a project in memory.

use std::collections::BTreeMap;

use super::*;

/// Expands `main.md` of a made-up project: its text, and findings as `file:line code message (help)`.
fn expand_main(files: &[(&str, &str)]) -> (String, Vec<String>) {
    let path = |name: &str| RelPath::new(name).unwrap_or_default();
    let files: BTreeMap<_, _> = files.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
    let project = Project::in_memory(files);
    let source = project.text(&path("book/main.md")).unwrap();
    let (text, findings) = expand(&project, &source, 0);
    let line = |d: &Diagnostic| {
        let place = d.place.as_ref().map_or(String::new(), |p| format!("{}:{}", p.path, p.line));
        format!(
            "{place} {} {}{}",
            d.code,
            d.message.en,
            d.help.as_ref().map_or(String::new(), |h| format!(" ({})", h.en))
        )
    };
    (text.text().to_owned(), findings.iter().map(line).collect())
}

const CODE: &str =
    "one\n// ANCHOR: part\ntwo\n// ANCHOR: inner\nthree\n// ANCHOR_END: inner\n// ANCHOR_END: part\nlast\n";

#[test]
fn lines_and_anchors_are_chosen_as_mdbook_does() {
    let cases = [
        ("c.rs", CODE.trim_end_matches('\n')),
        ("c.rs:1", "one"),
        ("c.rs:3:5", "two\n// ANCHOR: inner\nthree"),
        ("c.rs:8:", "last"),
        ("c.rs::1", "one"),
        ("c.rs:part", "two\nthree"),
        ("c.rs:inner", "three"),
    ];
    for (target, expect) in cases {
        for name in ["include", "rustdoc_include"] {
            let main = format!("A\n{{{{#{name} {target}}}}}\nB");
            let (text, found) = expand_main(&[("book/main.md", &main), ("book/c.rs", CODE)]);
            assert_eq!((text, found), (format!("A\n{expect}\nB"), vec![]), "{target}");
        }
    }
}

#[test]
fn includes_nest_relative_to_their_own_file_and_drop_front_matter() {
    let (text, found) = expand_main(&[
        ("book/main.md", "<{{#include ../parts/a.md}}>"),
        ("parts/a.md", "+++\ntitle = \"A\"\n+++\na {{#include deep/b.md:1}}\n"),
        ("parts/deep/b.md", "b {{#include c.md}}\nnot this\n"),
        ("parts/deep/c.md", "c\n"),
    ]);
    assert_eq!((text.as_str(), found), ("<a b c>", vec![]));
}

#[test]
fn escaped_titles_and_playgrounds() {
    let (text, found) = expand_main(&[
        ("book/main.md", "{{#title T}}\\{{#include x}}\n{{#playground p.rs editable}}\n"),
        ("book/p.rs", "fn main() {}\n"),
    ]);
    assert_eq!(text, "{{#include x}}\n```rust,editable\nfn main() {}\n```\n\n");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn what_is_missing_is_named_with_the_nearest() {
    let (text, found) = expand_main(&[
        (
            "book/main.md",
            "{{#include cc.rs}}\n{{#include c.rs:prt}}\n{{#include c.rs:90:}}\n{{#include ../../x}}\n{{#include /etc/x}}\n{{#include ../far/away.xml}}",
        ),
        ("book/c.rs", CODE),
    ]);
    assert!(text.starts_with("{{#include cc.rs}}"), "what cannot be included stays to be seen");
    assert_eq!(
        found,
        [
            "book/main.md:1 E0201 `book/cc.rs` does not exist (did you mean `c.rs`?)",
            "book/main.md:2 E0305 `book/c.rs` has no anchor `prt` (did you mean `part`?)",
            "book/main.md:3 E0305 `book/c.rs` has no lines 90: (it has 8 lines)",
            "book/main.md:4 E0203 `../../x` is outside the project (paths are relative to the file they are written in)",
            "book/main.md:5 E0203 `/etc/x` is outside the project (paths are relative to the file they are written in)",
            "book/main.md:6 E0201 `far/away.xml` does not exist (paths are relative to the file they are written in)",
        ]
    );
}

#[test]
fn circles_end() {
    let (_, found) = expand_main(&[("book/main.md", "{{#include a.md}}"), ("book/a.md", "a\n{{#include a.md}}")]);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("book/a.md:2 E0306 includes nest too deep: book/a.md → book/a.md"), "{found:?}");
}

#[test]
fn includes_that_multiply_are_stopped() {
    let ten = |next: &str| format!("{{{{#include {next}}}}}").repeat(10);
    let names: Vec<String> = (0..9).map(|n| format!("book/{n}.md")).collect();
    let mut files: Vec<(&str, String)> = vec![("book/main.md", ten("0.md"))];
    files.extend(
        names
            .iter()
            .enumerate()
            .map(|(n, name)| (name.as_str(), if n == 8 { "x".repeat(10_000) } else { ten(&format!("{}.md", n + 1)) })),
    );
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let (text, found) = expand_main(&borrowed);
    assert!(text.len() < 2 * LARGEST);
    assert!(found.len() == 1, "{found:?}");
}

#[test]
fn every_byte_leads_back_to_its_file() {
    let files = [("book/main.md", "A\n{{#include b.md}}\nC\n"), ("book/b.md", "x\ny\n")];
    let path = |name: &str| RelPath::new(name).unwrap_or_default();
    let project = Project::in_memory(files.iter().map(|(n, t)| (path(n), t.as_bytes().to_vec())).collect());
    let source = project.text(&path("book/main.md")).unwrap();
    let (text, _) = expand(&project, &source, 0);
    let place = |word: &str| {
        let at = text.text().find(word).unwrap();
        text.place((at..at + 1).into()).map(|p| format!("{}:{}", p.path, p.line))
    };
    assert_eq!(place("y").as_deref(), Some("book/b.md:2"));
    assert_eq!(place("C").as_deref(), Some("book/main.md:3"));
}
