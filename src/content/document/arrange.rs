//! The order within letter blocks: which line of a letterhead is the number, the subject, the date.
//!
//! Works on parsed blocks, so that `:::letterhead` in a chapter and the letterhead of a whole letter are one
//! thing. Says what a paragraph is by a class; where it then stands is the renderers' work.

use std::ops::Range;

use super::words;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Attributes, Block, BlockKind, Inline, Written};

/// Characters that a blank in a letterhead is wide.
const NUMBER_BLANK: u16 = 6;
const DAY_BLANK: u16 = 4;

/// Puts the body of a letter block (`letterhead`, `recipients`, `signature`) in order.
pub fn arrange(name: &str, blocks: &mut Vec<Block>) {
    match name {
        "letterhead" => letterhead(blocks),
        "recipients" => recipients(blocks),
        "signature" => signature(blocks),
        _ => {}
    }
}

/// Each line that opens a part of its own becomes a paragraph with a class.
fn letterhead(blocks: &mut Vec<Block>) {
    let mut done = Vec::with_capacity(blocks.len());
    let mut addressed = false;
    for mut block in blocks.drain(..) {
        let BlockKind::Paragraph(content) = block.kind else {
            if addressed {
                block.attributes.classes.push("letter-addressee".to_owned());
            }
            done.push(block);
            continue;
        };
        for mut line in parts(content) {
            let class = class(&plain(&line), addressed);
            addressed |= class == "letter-addressee";
            match class {
                "letter-number" => blanks(&mut line, number_blanks),
                "letter-date" => blanks(&mut line, date_blanks),
                _ => {}
            }
            let attributes = Attributes::from(Written { classes: vec![class.to_owned()], ..Written::default() });
            done.push(Block {
                kind: BlockKind::Paragraph(line),
                attributes,
                span: block.span,
                lang: block.lang.clone(),
            });
        }
    }
    *blocks = done;
}

fn class(text: &str, addressed: bool) -> &'static str {
    if addressed || words::is_addressee(text) {
        "letter-addressee"
    } else if words::is_number(text) || text.to_lowercase().starts_with("số:") {
        "letter-number"
    } else if words::is_subject(text) {
        "letter-subject"
    } else if words::is_date(text) {
        "letter-date"
    } else if words::is_motto(text) {
        "letter-motto"
    } else {
        "letter-agency"
    }
}

/// Cuts a paragraph before each line that opens a part, and a number from a date on the same line.
fn parts(content: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in content {
        match inline {
            Inline::SoftBreak | Inline::HardBreak => lines.push(Vec::new()),
            Inline::Text(text) => match date_start(&text) {
                Some(at) => {
                    let (before, date) = text.split_at(at);
                    push(&mut lines, Inline::Text(before.trim_end().to_owned()));
                    lines.push(vec![Inline::Text(date.to_owned())]);
                }
                None => push(&mut lines, Inline::Text(text)),
            },
            inline => push(&mut lines, inline),
        }
    }
    let mut parts: Vec<Vec<Inline>> = Vec::new();
    let mut before = "";
    for line in lines {
        let text = plain(&line);
        let kind = class(&text, false);
        match parts.last_mut() {
            // A subject goes on over several lines; other parts are one line each.
            Some(part) if kind == "letter-agency" && matches!(before, "letter-subject" | "letter-addressee") => {
                part.push(Inline::SoftBreak);
                part.extend(line);
            }
            _ => {
                parts.push(line);
                before = kind;
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn push(lines: &mut [Vec<Inline>], inline: Inline) {
    if let Some(line) = lines.last_mut() {
        line.push(inline);
    }
}

/// Where `Hà Nội, ngày …` starts in a text that says something else before.
fn date_start(text: &str) -> Option<usize> {
    let comma = text.find(", ngày")?;
    let place_word = |word: &&str| word.starts_with(char::is_uppercase) && !word.contains(['/', ':', '*']);
    let words = text[..comma].split(' ').rev().take_while(place_word).take(5);
    let length = words.map(|word| word.len() + 1).sum::<usize>().checked_sub(1)?;
    (length > 0 && length < comma).then_some(comma - length)
}

/// A blank to put in: which bytes it takes the place of, how wide it is, whether a space follows it.
type Gap = (Range<usize>, u16, bool);

/// Puts blanks into the text of a line, a space before each.
fn blanks(line: &mut Vec<Inline>, find: fn(&str) -> Vec<Gap>) {
    let mut done = Vec::with_capacity(line.len());
    for inline in line.drain(..) {
        let Inline::Text(text) = inline else {
            done.push(inline);
            continue;
        };
        let (mut from, mut space) = (0, "");
        for (gap, width, spaced) in find(&text) {
            done.push(Inline::Text(format!("{space}{} ", &text[from..gap.start])));
            done.push(Inline::Blank(width));
            (from, space) = (gap.end, if spaced { " " } else { "" });
        }
        if from < text.len() {
            done.push(Inline::Text(format!("{space}{}", &text[from..])));
        }
    }
    *line = done;
}

/// `Số: /…` has its number still to come.
fn number_blanks(text: &str) -> Vec<Gap> {
    let Some(start) = text.find(':').map(|colon| colon + 1) else { return Vec::new() };
    let end = start + unfilled(&text[start..]);
    if text[end..].starts_with('/') { vec![(start..end, NUMBER_BLANK, false)] } else { Vec::new() }
}

/// `ngày tháng năm 2023` has its day and month still to come.
fn date_blanks(text: &str) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (word, next) in [("ngày", "tháng"), ("tháng", "năm")] {
        let Some(start) = text.find(word).map(|at| at + word.len()) else { continue };
        let end = start + unfilled(&text[start..]);
        if end > start && text[end..].starts_with(next) {
            gaps.push((start..end, DAY_BLANK, true));
        }
    }
    gaps
}

/// How much of a text's start is space and leaders.
fn unfilled(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…')).len()
}

fn recipients(blocks: &mut [Block]) {
    if let Some(first) = blocks.first_mut()
        && let BlockKind::Paragraph(content) = &first.kind
        && plain(content).trim_end().ends_with(':')
    {
        first.attributes.classes.push("letter-label".to_owned());
    }
}

/// Posts stand one below the other, the name last.
fn signature(blocks: &mut [Block]) {
    let last = blocks.len().saturating_sub(1);
    for (index, block) in blocks.iter_mut().enumerate() {
        let BlockKind::Paragraph(content) = &mut block.kind else { continue };
        stack(content);
        let text = plain(content);
        let class = if index == last && words::is_name(&text) {
            "letter-name"
        } else if words::is_capitals(&text) {
            "letter-post"
        } else {
            "letter-remark"
        };
        block.attributes.classes.push(class.to_owned());
    }
}

fn stack(content: &mut [Inline]) {
    for inline in content {
        match inline {
            Inline::SoftBreak => *inline = Inline::HardBreak,
            Inline::Strong(inner) | Inline::Emphasis(inner) => stack(inner),
            _ => {}
        }
    }
}
