//! Markdown that nobody writes on purpose: deep, huge, arbitrary. Never a panic, never quadratic time.

use std::time::{Duration, Instant};

use camnang::base::Span;
use camnang::content::markdown::tree::{Block, BlockKind};
use proptest::prelude::*;

use crate::markdown::{html, tree};

/// Runs on a thread with as little stack as any of ours has.
fn on_a_small_stack(run: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn nesting_past_the_limit_is_laid_flat_and_told_once() {
    for opening in ["> ", ">", "- ", "1. ", "> - "] {
        let text = format!("{}words", opening.repeat(10_000));
        on_a_small_stack(move || {
            let (tree, findings) = tree(&text);
            assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["W0326"]);
            drop(tree);
            let html = html(&text);
            assert!(html.contains("words") && html.len() < 10_000);
        });
    }
}

#[test]
fn deep_marks_keep_their_words() {
    for (open, close) in [("*a ", " b*"), ("[", "](u)"), ("![", "](u)"), ("~~a ", " b~~"), ("<b>", "</b>")] {
        let text = format!("{}words{}", open.repeat(5_000), close.repeat(5_000));
        on_a_small_stack(move || assert!(html(&text).contains("words")));
    }
    let directives = ":::card\n".repeat(5_000) + "words";
    on_a_small_stack(move || assert!(html(&directives).contains("words")));
}

/// Ten times the text may take about ten times as long: the allowance is wide, quadratic time is wider.
#[test]
fn time_grows_with_the_text_and_not_faster() {
    let time = |text: &str| {
        let start = Instant::now();
        html(text);
        start.elapsed()
    };
    for piece in [
        "- một hai\n",
        "- một\n\n",
        "## Mục\n\n",
        ":::card\na\n:::\n",
        ":::\n",
        "a <b>c</b>\n\n",
        "<div>\n\na\n\n",
        "<b>a ",
        "a[^1] ",
        "[@a, b] ",
        "[@a",
        "(www.a",
        "a@",
        "____/",
        "|a",
        "a\n: b\n\n",
        "![",
        "**a *b ",
        "<!-- ",
        "`a",
        "[^a]: b\n",
    ] {
        let (small, large) = (piece.repeat(2_000), piece.repeat(20_000));
        // A busy machine can slow down any one run; what is quadratic stays slow.
        let mut runs = std::iter::repeat_with(|| (time(&small), time(&large))).take(4);
        let linear = runs.any(|(short, long)| long < short * 40 + Duration::from_millis(300));
        assert!(linear, "{piece:?} takes too long");
    }
}

fn spans(blocks: &[Block], found: &mut Vec<Span>) {
    for block in blocks {
        found.push(block.span);
        match &block.kind {
            BlockKind::List { items, .. } => items.iter().for_each(|i| spans(&i.blocks, found)),
            BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => spans(blocks, found),
            BlockKind::Directive(directive) => spans(&directive.blocks, found),
            BlockKind::Definitions(list) => list.iter().flat_map(|d| &d.definitions).for_each(|b| spans(b, found)),
            _ => {}
        }
    }
}

fn check_spans(text: &str) {
    let (tree, findings) = tree(text);
    let mut found = Vec::new();
    spans(&tree.blocks, &mut found);
    tree.footnotes.iter().for_each(|f| spans(&f.blocks, &mut found));
    for span in found {
        assert!(text.get(span.range()).is_some(), "{span:?} of {} bytes: {text:?}", text.len());
    }
    assert!(findings.iter().all(|f| f.place.is_some()));
}

/// Pieces of Markdown that act on each other.
const PIECES: [&str; 36] = [
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "  \n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "](x)",
    "![",
    "____ ",
    "[@a, b]",
    "[^1]",
    "\n[^1]: ",
    "\n: ",
    "<div>",
    "</div>",
    "<b>",
    "\n:::card A\n",
    "\n:::\n",
    "\n::::example\n",
    "\n::::\n",
    "|a|b|\n|-|-|\n",
    "&amp;",
    "<!-- ",
    " -->",
    "www.a.vn ",
    "## ",
    "{#x} ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_tree_and_spans_within_it(text in "\\PC{0,200}") {
        check_spans(&text);
        html(&text);
    }

    #[test]
    fn every_word_stays_in_the_tree(picks in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..60)) {
        let mut text = String::new();
        for (n, (piece, word)) in picks.iter().enumerate() {
            text.push_str(PIECES[*piece]);
            if *word {
                text.push_str(&format!("word{n}x "));
            }
        }
        check_spans(&text);
        html(&text);
        let shown = format!("{:?}", tree(&text).0);
        for (n, (_, word)) in picks.iter().enumerate() {
            prop_assert!(!word || shown.contains(&format!("word{n}x")), "word{}x of {:?} is lost", n, text);
        }
    }
}
