//! Letters as they arrive: what each line of a plain letter becomes.

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::base::{RelPath, Severity, Source};
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, BlockKind, Tree};
use crate::content::markdown::{ParseOptions, parse};

fn source_text(text: &str) -> SourceText {
    SourceText::whole(&Arc::new(Source::new(RelPath::new("a.md").unwrap_or_default(), text)), 0)
}

fn read(text: &str) -> Tree {
    let (tree, findings) = parse(&Arc::new(rewrite(&source_text(text))), &ParseOptions::default());
    assert_eq!(findings, []);
    tree
}

/// One line a block: what it is, its anchor or class, how its text begins.
fn outline(blocks: &[Block], depth: usize, out: &mut String) {
    let line = |text: &str, out: &mut String| out.push_str(&format!("{}{}\n", "  ".repeat(depth), text.trim_end()));
    for block in blocks {
        let class = block.attributes.classes.join(" ");
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let id = block.attributes.id.as_deref().unwrap_or_default();
                line(&format!("h{level} #{id} {}", plain(content)), out);
            }
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => {
                let class = if class.is_empty() { "p" } else { &class };
                line(&format!("{class} {}", shortened(&plain(content))), out);
            }
            _ => {}
        }
        match &block.kind {
            BlockKind::Clauses(clauses) => {
                for clause in clauses {
                    let (first, rest) = match clause.blocks.split_first() {
                        Some((Block { kind: BlockKind::Plain(content), .. }, rest)) => (plain(content), rest),
                        _ => (String::new(), clause.blocks.as_slice()),
                    };
                    let id = clause.id.as_ref().map_or(String::new(), |id| format!("#{id} "));
                    line(&format!("{} {id}{}", clause.label, shortened(&first)), out);
                    outline(rest, depth + 1, out);
                }
            }
            BlockKind::List { items, tight, .. } => {
                line(&format!("list {} {class}", if *tight { "tight" } else { "loose" }), out);
                items.iter().for_each(|item| outline(&item.blocks, depth + 1, out));
            }
            BlockKind::Directive(directive) => {
                line(&format!(":::{}", directive.name), out);
                outline(&directive.blocks, depth + 1, out);
            }
            _ => {}
        }
    }
}

/// The first words and the last ones: where a joined paragraph ends is part of the outline.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 12 {
        text.to_owned()
    } else {
        format!("{} … {}", words[..6].join(" "), words[words.len() - 4..].join(" "))
    }
}

/// Every letter of `tests/sites/letters` has the outline that stands beside it.
#[test]
fn letters_have_their_outlines() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/letters");
    let folder = site.join("content");
    let mut letters: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    letters.retain(|path| path.extension().is_some_and(|e| e == "md") && !path.ends_with("SUMMARY.md"));
    letters.sort();
    assert!(letters.len() >= 5);
    for path in letters {
        let raw = std::fs::read_to_string(&path).unwrap();
        let source = Arc::new(Source::new(RelPath::new("a.md").unwrap_or_default(), &raw));
        let (front, body, findings) = crate::content::front_matter::split(&source);
        assert_eq!((front.kind, findings), (crate::content::page::PageKind::Document, vec![]));
        let tree = read(&source.text[body..]);
        let mut found = String::new();
        outline(&tree.blocks, 0, &mut found);
        assert_eq!(words_of(&tree.blocks), source_words(&source.text[body..]), "{}", path.display());
        let pinned = site.join(path.file_name().unwrap()).with_extension("outline.txt");
        if std::env::var_os("UPDATE_OUTLINES").is_some() {
            std::fs::write(&pinned, &found).unwrap();
        }
        let wanted = std::fs::read_to_string(&pinned).unwrap_or_default();
        assert_eq!(found, wanted, "{}", path.display());
    }
}

/// All words; marks of emphasis and of lists and the kinds of space aside.
fn source_words(text: &str) -> String {
    let marks = |c: char| matches!(c, '*' | '_' | '-' | '+' | '\u{a0}') || c.is_whitespace();
    text.replace(marks, "")
}

fn words_of(blocks: &[Block]) -> String {
    let mut words = String::new();
    collect(blocks, &mut words);
    source_words(&words)
}

fn collect(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) | BlockKind::Plain(content) => {
                words.push_str(&plain(content));
            }
            BlockKind::Clauses(clauses) => clauses.iter().for_each(|clause| {
                words.push_str(&clause.label);
                collect(&clause.blocks, words);
            }),
            BlockKind::List { items, .. } => items.iter().for_each(|item| collect(&item.blocks, words)),
            BlockKind::Directive(directive) => collect(&directive.blocks, words),
            _ => {}
        }
    }
}

fn html_free(text: &str) -> String {
    let mut out = String::new();
    outline(&read(text).blocks, 0, &mut out);
    out
}

#[test]
fn bold_that_markdown_leaves_as_stars_is_mended() {
    for (letter, bold) in
        [("Công văn **số:**532 gửi xã.", "số"), ("Xã **Suối Mây **đã báo.", "Suối Mây"), ("a**“chữ”**b.", "chữ")]
    {
        let tree = read(letter);
        let BlockKind::Paragraph(content) = &tree.blocks[0].kind else { panic!() };
        let strong = content.iter().find_map(|inline| match inline {
            crate::content::markdown::tree::Inline::Strong(inner) => Some(plain(inner)),
            _ => None,
        });
        assert_eq!(strong.as_deref(), Some(bold), "{letter}");
        assert!(!plain(content).contains('*'));
    }
}

#[test]
fn the_closing_mark_does_not_leave_its_word() {
    assert_eq!(html_free("Xin cảm ơn ./.\n"), "p Xin cảm ơn\u{a0}./.\n");
    assert_eq!(html_free("Xin cảm ơn./.\n"), "p Xin cảm ơn./.\n");
}

#[test]
fn markdown_of_the_author_stays() {
    let text = "## Mục\n\n```\nI. KHÔNG PHẢI MỤC\n\na) không\n```\n\n:::signature\nKT. GIÁM ĐỐC\n:::\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let rewritten = rewrite(&source_text(text)).text().to_owned();
    for line in text.lines().filter(|line| !line.is_empty()) {
        assert!(rewritten.contains(line), "{line}\n{rewritten}");
    }
    assert!(!rewritten.contains(":::clauses"));
}

#[test]
fn findings_name_their_lines() {
    let text = "Văn bản này nói về việc xây dựng hình ảnh của địa phương và nâng cao\n\nvị thế của xã.\n\n**Danh sách****I. Các xã**\n\nCông văn **số:**5\n";
    let lines = |repaired| -> Vec<(&str, u32, Severity)> {
        let found = lint(&source_text(text), repaired);
        found.iter().map(|d| (d.code, d.place.as_ref().map_or(0, |p| p.line), d.severity)).collect()
    };
    assert_eq!(
        lines(false),
        [("W0307", 3, Severity::Warning), ("W0308", 5, Severity::Warning), ("W0309", 7, Severity::Warning),]
    );
    assert!(lines(true).iter().all(|(_, _, severity)| *severity == Severity::Note));
    let clean = "Một đoạn.\n\nthường\n\n- danh sách\n\nviết tiếp\n\n`**a****b**` mã\n\n***đậm nghiêng*** và **đậm**\n";
    assert_eq!(lint(&source_text(clean), false), []);
}

fn piece() -> impl Strategy<Value = String> {
    let word = "[A-ZĐ][a-zđ]{1,6}|[a-zđ]{2,6}";
    let sentence = prop::collection::vec(word, 1..9).prop_map(|words| words.join(" "));
    let label = prop_oneof![
        Just(""),
        Just("I. "),
        Just("II. "),
        Just("1. "),
        Just("2. "),
        Just("a) "),
        Just("b) "),
        Just("đ) "),
        Just("- "),
        Just("+ "),
        Just("Số: /"),
        Just("V/v "),
        Just("Kính gửi: "),
        Just("Nơi nhận:\n\n- "),
        Just("**KT. BỘ TRƯỞNG**\n\n"),
        Just("Hà Nội, ngày tháng năm 2020\n"),
        Just("2020. "),
        Just("PHỤ LỤC "),
    ];
    let end = prop_oneof![Just(""), Just("."), Just(";"), Just(":"), Just(" ./.")];
    (label, sentence, end).prop_map(|(label, sentence, end)| format!("{label}{sentence}{end}"))
}

#[test]
fn text_torn_from_a_title_is_kept() {
    let text = "2020. Đđ\n\nđa\n";
    let (tree, _) = parse(&Arc::new(rewrite(&source_text(text))), &ParseOptions::default());
    assert_eq!(words_of(&tree.blocks), source_words(text));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_letter_is_lost(pieces in prop::collection::vec((piece(), 1usize..3), 0..20)) {
        let text: String = pieces.iter().map(|(piece, gap)| format!("{piece}{}", "\n".repeat(*gap))).collect();
        let (tree, _) = parse(&Arc::new(rewrite(&source_text(&text))), &ParseOptions::default());
        prop_assert_eq!(words_of(&tree.blocks), source_words(&text));
    }

    #[test]
    fn any_text_is_taken(text in "\\PC{0,80}(\n{1,2}[-*#:>|`a-z0-9. )]{0,9}\\PC{0,30}){0,9}") {
        let text = source_text(&text);
        let rewritten = rewrite(&text);
        let _ = lint(&text, false);
        let _ = parse(&Arc::new(rewritten), &ParseOptions::default());
    }
}
