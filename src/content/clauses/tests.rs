//! Clause lists as official texts write them, tried label by label.

use std::sync::Arc;

use proptest::prelude::*;

use crate::base::{RelPath, Source, SourceText};
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, BlockKind};
use crate::content::markdown::{ParseOptions, parse};

fn blocks(text: &str) -> Vec<Block> {
    let source = Arc::new(Source::new(RelPath::new("a.md").unwrap_or_default(), text));
    let (tree, findings) = parse(&Arc::new(SourceText::whole(&source, 0)), &ParseOptions::default());
    assert_eq!(findings.len(), 0, "{findings:?}");
    tree.blocks
}

/// One line a clause: indentation, label, anchor, text.
fn outline(blocks: &[Block]) -> String {
    let mut out = String::new();
    lines(blocks, 0, &mut out);
    out
}

fn lines(blocks: &[Block], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match &block.kind {
            BlockKind::Clauses(clauses) => {
                for clause in clauses {
                    let id = clause.id.as_deref().unwrap_or("·");
                    let (text, rest) = match clause.blocks.split_first() {
                        Some((Block { kind: BlockKind::Plain(content), .. }, rest)) => (plain(content), rest),
                        _ => (String::new(), clause.blocks.as_slice()),
                    };
                    out.push_str(format!("{indent}{} [{id}] {text}", clause.label).trim_end());
                    out.push('\n');
                    lines(rest, depth + 1, out);
                }
            }
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => {
                out.push_str(&format!("{indent}¶ {}\n", plain(content)));
            }
            BlockKind::Heading { content, level, .. } => {
                let id = block.attributes.id.as_deref().unwrap_or_default();
                out.push_str(&format!("{indent}h{level} [{id}] {}\n", plain(content)));
            }
            _ => out.push_str(&format!("{indent}?\n")),
        }
    }
}

#[test]
fn letters_keep_their_labels_and_never_share_an_anchor() {
    let text = ":::clauses\na) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm\ne) Sáu\ng) Bảy\nh) Tám\n:::\n";
    let expect = "a) [a] Một\nb) [b] Hai\nc) [c] Ba\nd) [d] Bốn\nđ) [dd] Năm\ne) [e] Sáu\ng) [g] Bảy\nh) [h] Tám\n";
    assert_eq!(outline(&blocks(text)), expect);
    assert_eq!(outline(&blocks(&text.replace(")", ") **đậm**").replace('\n', "\n\n"))).matches("đậm").count(), 8);
}

#[test]
fn kinds_of_label_nest_however_the_lines_are_spaced() {
    let expect = "I. [i] Lớn\n  1. [i-1] Một\n    a) [i-1-a] Nhỏ:\n      - [·] gạch\n        + [·] cộng\n      - [·] gạch nữa\n    \
        b) [i-1-b] Nhỏ nữa\n  2. [i-2] Hai\n    ¶ Đoạn thêm\nII. [ii] Lớn nữa\n  1. [ii-1] Một\n";
    let tight = ":::clauses\nI. Lớn\n1. Một\na) Nhỏ:\n- gạch\n+ cộng\n- gạch nữa\n\nb) Nhỏ nữa\n\n2. Hai\n\nĐoạn thêm\n\nII. Lớn nữa\n1. Một\n:::\n";
    assert_eq!(outline(&blocks(tight)), expect);
    let lines = [
        "I. Lớn",
        "1. Một",
        "a) Nhỏ:",
        "- gạch",
        "+ cộng",
        "- gạch nữa",
        "b) Nhỏ nữa",
        "2. Hai",
        "Đoạn thêm",
        "II. Lớn nữa",
        "1. Một",
    ];
    assert_eq!(outline(&blocks(&format!(":::clauses\n{}\n:::\n", lines.join("\n\n")))), expect);
}

#[test]
fn a_clause_right_after_dashes_is_not_taken_for_their_text() {
    let text = ":::clauses\na) Một:\n- gạch;\n- gạch nữa.\nb) Hai\nc) Ba:\n- gạch\nd) Bốn\nđ) Năm\n:::\n";
    let expect = "a) [a] Một:\n  - [·] gạch;\n  - [·] gạch nữa.\nb) [b] Hai\nc) [c] Ba:\n  - [·] gạch\nd) [d] Bốn\nđ) [dd] Năm\n";
    assert_eq!(outline(&blocks(text)), expect);
}

#[test]
fn what_is_written_counts_not_what_markdown_counts() {
    let text = ":::clauses\n1. Một\n\n3. Ba\n\n7. Bảy\n:::\n";
    assert_eq!(outline(&blocks(text)), "1. [1] Một\n3. [3] Ba\n7. [7] Bảy\n");
    let nested = ":::clauses\n1. Một\n   a) Trong một\n   b) Cũng trong\n2. Hai\n   - gạch\n:::\n";
    assert_eq!(
        outline(&blocks(nested)),
        "1. [1] Một\n  a) [1-a] Trong một\n  b) [1-b] Cũng trong\n2. [2] Hai\n  - [·] gạch\n"
    );
    let dotted = ":::clauses\n1. Một\n1.1. Trong một\n1.2. Nữa\n2. Hai\n:::\n";
    assert_eq!(outline(&blocks(dotted)), "1. [1] Một\n  1.1. [1-1] Trong một\n  1.2. [1-2] Nữa\n2. [2] Hai\n");
}

#[test]
fn anchors_stand_under_their_heading() {
    let text = "## Mục {#muc}\n\n:::clauses\na) Một\n:::\n\n## Khác {#khac}\n\n:::clauses\na) Một\n:::\n\n:::clauses\na) Nữa\n:::\n\n:::clauses {#dieu-1}\na) Nữa\n:::\n";
    let found = outline(&blocks(text));
    let ids: Vec<&str> = found.lines().filter_map(|l| l.split(['[', ']']).nth(1)).collect();
    assert_eq!(ids, ["muc", "muc-a", "khac", "khac-a", "khac-a-2", "dieu-1-a"]);
}

#[test]
fn a_wrapped_line_that_looks_like_a_label_stays_text() {
    let text = ":::clauses\na) Trước ngày\n15. Sau đó gửi về\nc) không phải\nb) Hai\n:::\n";
    assert_eq!(outline(&blocks(text)), "a) [a] Trước ngày 15. Sau đó gửi về c) không phải\nb) [b] Hai\n");
    assert_eq!(outline(&blocks(":::clauses\nLời dẫn:\na) Một\n:::\n")), "¶ Lời dẫn:\na) [a] Một\n");
    assert_eq!(
        outline(&blocks(":::clauses\n**a) Đậm.** Thường\n**b)** Hai\n:::\n")),
        "a) [a] Đậm. Thường\nb) [b] Hai\n"
    );
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("I. ".to_owned()),
        Just("II. ".to_owned()),
        (1u32..40).prop_map(|n| format!("{n}. ")),
        "[a-eđg-z]\\) ",
        Just("- ".to_owned()),
        Just("+ ".to_owned()),
        Just(String::new()),
        (1u32..9).prop_map(|n| format!("{n}) ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_and_no_anchor_is_shared(
        lines in prop::collection::vec((label(), "[a-zA-ZđĐ]{2,6}( [a-zđ]{2,5}){0,3}", 1usize..3), 1..30)
    ) {
        let text: String = lines.iter().map(|(l, t, gap)| format!("{l}{t}{}", "\n".repeat(*gap))).collect();
        let found = blocks(&format!(":::clauses\n{text}\n:::\n"));
        let mut words = Vec::new();
        let mut ids = Vec::new();
        collect(&found, &mut words, &mut ids);
        let wanted: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        prop_assert_eq!(words, wanted);
        let count = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
    }
}

fn collect(blocks: &[Block], words: &mut Vec<String>, ids: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Clauses(clauses) => {
                for clause in clauses {
                    words.push(clause.label.clone());
                    ids.extend(clause.id.clone());
                    collect(&clause.blocks, words, ids);
                }
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| collect(&item.blocks, words, ids)),
            BlockKind::Paragraph(c) | BlockKind::Plain(c) | BlockKind::Heading { content: c, .. } => {
                words.extend(plain(c).split_whitespace().map(str::to_owned));
            }
            _ => {}
        }
    }
}
