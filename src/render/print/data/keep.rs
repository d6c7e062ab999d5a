//! What stays together on a page, told from what follows what: lead-ins with what they lead to, wide tables with their
//! headings on a turned page.

use super::columns;
use super::heights::Measure;
use super::parts::{Block, Clause, Inline, Item, Kind, Node, Picture};

/// Two lines of a small page: a remark before a box.
const REMARK: usize = 130;
/// The width of a blank for a name or a sentence.
pub(super) const WRITTEN: u16 = 12;
/// The width of a blank that takes what there is.
pub(super) const NARROW: u16 = 2;
/// A longer paragraph has lines enough to stand without what follows it.
const LEAD_IN: usize = 360;
/// So many columns may be too many for an upright page; the template measures.
const WIDE: usize = 7;

/// Marks paragraphs that lead to what follows them.
pub(super) fn lead_ins(blocks: &mut [Block], measure: Measure) {
    for at in 1..blocks.len() {
        let (before, after) = blocks.split_at_mut(at);
        // All that stands between a heading and a box says what the box is for; what stands below a table or another box may
        // speak of that.
        let first = matches!(before, [.., Block { kind: Kind::Heading { .. }, .. }, _]);
        let remarks = matches!(before, [.., Block { kind: Kind::Table(_) | Kind::Frame { .. }, .. }, _]);
        let one_line = before.last().is_some_and(|block| measure.wider().block(block) <= ONE);
        let (Some(Block { kind: Kind::P { c, lead }, .. }), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let announced = announces(c);
        let letters = columns::printed(c).chars().count();
        let leads = match next.kind {
            Kind::Figure { .. } | Kind::Turned { .. } => true,
            Kind::Table(_) => announced || letters <= REMARK,
            Kind::Frame { .. } => announced || letters <= REMARK && !remarks || first && letters <= 2 * REMARK,
            Kind::Heading { .. } | Kind::Rule => false,
            // A heading with one line below it would stand alone.
            _ if first && one_line => true,
            Kind::List { .. } | Kind::Clauses { .. } | Kind::Source { .. } | Kind::Quote { .. } => announced,
            _ => false,
        };
        *lead = leads && letters <= LEAD_IN;
    }
}

/// Whether a paragraph says that something follows.
fn announces(line: &[Inline]) -> bool {
    columns::printed(line).trim_end().ends_with([':', '：'])
}

/// Keeps a line that would stand alone at the head of a page, with something else below it, with the text before it.
pub(super) fn last_lines(blocks: &mut [Block], measure: Measure) {
    const FEW: f64 = 5.5;
    for at in 1..blocks.len() {
        let (before, after) = blocks.split_at_mut(at);
        let ends = after.get(1).is_none_or(|next| matches!(next.kind, Kind::Heading { .. } | Kind::Frame { .. }));
        let alone = after.first().is_some_and(|line| matches!(line.kind, Kind::P { .. }) && measure.block(line) <= ONE);
        let few = |block: &Block| measure.block(block) <= FEW;
        match before.last_mut() {
            Some(block) if ends && alone && few(block) => {
                if let Kind::P { lead, .. } = &mut block.kind {
                    *lead = true;
                }
            }
            Some(Block { kind: Kind::List { items, .. }, .. }) if ends && alone => {
                items.iter_mut().rev().take(1).for_each(|item| ask(item, TWO));
            }
            _ => {}
        }
    }
}

/// Boxes that may be broken, by their names.
const BOXES: [&str; 3] = ["example", "checklist", "worksheet"];

/// Lets boxes and tables be broken that would leave a hole on the page before, with the headings and lead-ins that go with
/// them; or lets these go, where what is left is short.
pub(super) fn holes(blocks: &mut [Block], measure: Measure) {
    let goes_along = |block: &&Block| matches!(block.kind, Kind::Heading { .. } | Kind::P { lead: true, .. });
    for at in 0..blocks.len() {
        let (before, after) = blocks.split_at_mut(at);
        let above: f64 = before.iter().rev().take_while(goes_along).map(|block| measure.block(block)).sum();
        let lines = after.first().map_or(0.0, |block| measure.block(block));
        match after.first_mut().map(|block| &mut block.kind) {
            Some(Kind::Frame { name, b, short, room, .. }) if BOXES.contains(&name.as_str()) => {
                if *short && !measure.keeps_with(above, b) && !(measure.keeps_with(0.0, b) && lets_go(before, measure))
                {
                    *short = false;
                    pieces(b, measure);
                }
                if !*short {
                    let alone = !measure.begins_below(above) && lets_go(before, measure);
                    *room = measure.first_piece(if alone { 0.0 } else { above });
                    b.iter_mut().for_each(torn);
                }
            }
            Some(Kind::Table(table)) if table.short && !measure.fits(above + lines) => {
                table.short = lets_go(before, measure) || table.rows.len() < 4;
            }
            _ => {}
        }
    }
}

/// Lets a paragraph stand without what it leads to, when it has lines enough and does not announce it.
fn lets_go(before: &mut [Block], measure: Measure) -> bool {
    let enough = before.last().is_some_and(|block| measure.block(block) >= TWO);
    match before.last_mut() {
        Some(Block { kind: Kind::P { c, lead }, .. }) if enough && *lead && !announces(c) => {
            *lead = false;
            true
        }
        _ => false,
    }
}

/// A table in a box that is broken is broken itself, where two rows are left on each page.
fn torn(block: &mut Block) {
    if let Kind::Table(table) = &mut block.kind {
        table.short &= table.rows.len() < 4;
    }
}

/// A longer item of a list is broken itself.
const UNBROKEN: f64 = 3.5;

/// No item of a line stands alone below what leads to its list, and no short one alone on the next page: the one before it
/// has room for it below, or for the first lines of a longer one.
/// A list of a few lines is not parted at all, nor one of three items to tick.
pub(super) fn neighbours(items: &mut [Item], tight: bool, measure: Measure) {
    const FEW: f64 = 5.5;
    const THREE: f64 = 9.0;
    let all: f64 = items.iter().map(|item| measure.item(item, tight)).sum();
    let ticked = items.len() <= 3 && items.iter().all(|item| item.task != "none");
    let most = if ticked { THREE } else { FEW };
    together(items, tight, if all <= most { all } else { TWO }, measure);
}

/// The first clause does not stand alone below what leads to it, nor the last one on the next page, where they are short.
pub(super) fn clauses(items: &mut [Clause], measure: Measure) {
    let lines: Vec<f64> = items.iter().map(|clause| measure.clause(clause)).collect();
    let count = items.len();
    for (at, clause) in items.iter_mut().enumerate().take(count.saturating_sub(1)) {
        let low = |at: usize, most: f64| lines.get(at).is_some_and(|lines| *lines <= most);
        clause.lead = at == 0 && low(0, TWO) || at + 2 == count && low(at, UNBROKEN) && low(at + 1, ONE);
    }
}

/// The last page of a chapter holds more than the end of its last list.
pub(super) fn endings(blocks: &mut [Block], measure: Measure) {
    const LINES: f64 = 5.0;
    if let Some(Block { kind: Kind::List { items, tight, .. }, .. }) = blocks.last_mut() {
        together(items, *tight, LINES, measure);
    }
}

/// Lines at most of what would stand alone; what a loose list has between two items counts as half a line.
const ONE: f64 = 1.5;
const TWO: f64 = 2.5;

/// At the end of a list so many lines go to the next page, or none; at its beginning no line is left alone.
fn together(items: &mut [Item], tight: bool, least: f64, measure: Measure) {
    let mut below = 0.0;
    for item in items.iter_mut().rev() {
        let lines = measure.item(item, tight);
        if lines > UNBROKEN && below > 0.0 {
            break;
        }
        ask(item, below);
        below += lines;
        if below > least {
            break;
        }
    }
    if let [first, second, ..] = items
        && measure.wider().item(first, tight) <= ONE
    {
        let lines = measure.item(second, tight);
        ask(first, second.below + if lines > UNBROKEN { TWO } else { lines });
    }
}

/// Asks for room below an item of text alone.
fn ask(item: &mut Item, lines: f64) {
    if matches!(item.b.as_slice(), [Block { kind: Kind::P { .. } | Kind::Plain { .. }, .. }]) {
        item.below = item.below.max(lines);
    }
}

/// A box that is broken shows at least so many lines on each of its pages.
const PIECE: f64 = 5.0;

/// Keeps the first paragraphs of a box that may be broken together, and its last ones: of a letter neither the address
/// nor the greeting is left alone.
pub(super) fn pieces(b: &mut [Block], measure: Measure) {
    let lines: Vec<f64> = b.iter().map(|block| measure.block(block)).collect();
    let stays = |block: &mut Block| {
        if let Kind::P { lead, .. } = &mut block.kind {
            *lead = true;
        }
    };
    let mut above = 0.0;
    for (block, lines) in b.iter_mut().zip(&lines) {
        above += lines;
        if above >= PIECE {
            break;
        }
        stays(block);
    }
    let mut below = 0.0;
    for (lines, block) in lines.iter().skip(1).zip(b.iter_mut()).rev() {
        below += lines;
        if below >= PIECE {
            break;
        }
        stays(block);
    }
}

/// Puts tables with many columns together with their headings and lead-ins, so that they can be turned. Only for the
/// blocks of a page itself: what is inside another block cannot have a page of its own.
pub(super) fn turned(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let columns = columns_of(&block);
        if columns < WIDE {
            kept.push(block);
            continue;
        }
        let mut b = kept.split_off(first_of_group(&kept));
        b.push(block);
        let words = widest(&b).unwrap_or_default();
        kept.push(Block { ids: Vec::new(), lang: String::new(), classes: Vec::new(), kind: Kind::Turned { words, b } });
    }
    kept
}

/// Where the headings and paragraphs begin that stand before what comes next. Without a heading only what leads to it.
fn first_of_group(before: &[Block]) -> usize {
    let short = |c: &[Inline]| columns::printed(c).chars().count() <= LEAD_IN;
    let paragraphs = |block: &&Block| matches!(&block.kind, Kind::P { c, .. } if short(c));
    let headings = |block: &&Block| matches!(block.kind, Kind::Heading { .. });
    let text = before.iter().rev().take(2).take_while(paragraphs).count();
    let heads = before.iter().rev().skip(text).take_while(headings).count();
    let leads = before.iter().rev().take_while(|block| matches!(block.kind, Kind::P { lead: true, .. })).count();
    before.len() - if heads > 0 { text + heads } else { leads }
}

/// Lets high pictures of a page that have captions go to the foot of a page. A picture inside another block stays there, and
/// so does one without a caption: nothing would say what it belongs to.
pub(super) fn floats(blocks: &mut [Block]) {
    for at in 0..blocks.len() {
        let (before, after) = blocks.split_at_mut(at);
        if let Some(Block { kind: Kind::Figure { caption, float, picture }, .. }) = after.first_mut() {
            *float = !caption.is_empty() && is_high(picture);
            if let (true, Some(Block { kind: Kind::P { lead, .. }, .. })) = (*float, before.last_mut()) {
                *lead = false;
            }
        }
    }
}

/// Whether a picture as wide as a small page's text takes more than a quarter of its height.
fn is_high(picture: &Picture) -> bool {
    const WIDTH: u32 = 420;
    const HIGH: u32 = 160;
    picture.h.saturating_mul(WIDTH.min(picture.w)) > HIGH.saturating_mul(picture.w)
}

/// Puts the addressees of a letter and the signature after them into one block: they stand side by side.
pub(super) fn closings(blocks: Vec<Block>) -> Vec<Block> {
    let named = |block: &Block, wanted: &str| matches!(&block.kind, Kind::Frame { name, .. } if name == wanted);
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match kept.pop_if(|last| named(last, "recipients") && named(&block, "signature")) {
            Some(recipients) => kept.push(joined(vec![recipients, block])),
            None => kept.push(block),
        }
    }
    kept
}

fn joined(b: Vec<Block>) -> Block {
    let kind =
        Kind::Frame { name: "closing".to_owned(), label: String::new(), title: Vec::new(), b, short: true, room: 0.0 };
    Block { ids: Vec::new(), lang: String::new(), classes: Vec::new(), kind }
}

fn columns_of(block: &Block) -> usize {
    tables(block).map(|table| table.columns.len()).max().unwrap_or_default()
}

/// What the columns of the widest table must have room for.
fn widest(blocks: &[Block]) -> Option<Vec<String>> {
    let tables = blocks.iter().flat_map(tables);
    tables.max_by_key(|table| table.columns.len()).map(|table| table.words.clone())
}

fn tables(block: &Block) -> Box<dyn Iterator<Item = &super::parts::Table> + '_> {
    match &block.kind {
        Kind::Table(table) => Box::new(std::iter::once(table)),
        Kind::Frame { b, .. } => Box::new(b.iter().flat_map(tables)),
        _ => Box::new(std::iter::empty()),
    }
}

/// Blanks at the end of a line go on to the line's end; of a line that is made of blanks and their names, all share it.
///
/// `least`: what is written there asks for a line so wide, which goes on below rather than be shorter; in the narrow cells of a
/// table, for none.
pub(super) fn fill_lines(line: &mut [Inline], least: u16) {
    const NAME: usize = 30;
    for part in line.split_mut(|inline| matches!(inline, Inline::Node(Node::Br))) {
        let closing = |inline: &Inline| matches!(inline, Inline::Text(t) if t.chars().all(|c| " .;,".contains(c)));
        let last = part.iter().rposition(|inline| !closing(inline));
        let Some(last) = last.filter(|at| matches!(part.get(*at), Some(Inline::Node(Node::Blank { .. })))) else {
            continue;
        };
        let blanks = part.iter().filter(|inline| matches!(inline, Inline::Node(Node::Blank { .. }))).count();
        let is_form = blanks > 1 && columns::printed(part).chars().count() <= NAME * blanks;
        for (at, inline) in part.iter_mut().enumerate() {
            if let Inline::Node(Node::Blank { fill, n, .. }) = inline {
                *fill = at == last || is_form;
                *n = if *fill && blanks == 1 { least.max(*n) } else { *n };
            }
        }
        if let (true, [.., Inline::Text(text), Inline::Node(Node::Blank { with, .. })]) =
            (least > 0, part.get_mut(..=last).unwrap_or_default())
        {
            *with = asking(text);
        }
    }
}

/// Takes from a text its last word, with which a blank stands: it asks for what is written.
fn asking(text: &mut String) -> String {
    const LONG: usize = 20;
    let Some(words) = text.strip_suffix(' ') else { return String::new() };
    let from = words.rfind(' ').map_or(0, |space| space + 1);
    let word = words.get(from..).unwrap_or_default().to_owned();
    if word.is_empty() || word.chars().count() > LONG {
        return String::new();
    }
    text.truncate(from);
    word
}

/// Whether a cell holds nothing but a blank: it is the cell that is written in.
pub(super) fn is_blank(line: &[Inline]) -> bool {
    let blank = |inline: &Inline| matches!(inline, Inline::Node(Node::Blank { .. }));
    let space = |inline: &Inline| matches!(inline, Inline::Text(t) if t.trim().is_empty());
    line.iter().any(blank) && line.iter().all(|inline| blank(inline) || space(inline))
}

/// Whether a cell holds blanks and marks alone, or nothing.
pub(super) fn has_no_words(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Text(text) => text.chars().all(|c| !c.is_alphanumeric()),
        Inline::Node(node) => matches!(node, Node::Blank { .. }),
    })
}

/// A cell of blanks with nothing but marks between them, “____ / ____”, is one line however narrow it is.
pub(super) fn narrow_blanks(line: &mut [Inline]) {
    if !has_no_words(line) {
        return;
    }
    for inline in line {
        match inline {
            Inline::Text(text) => *text = text.replace(' ', "\u{a0}"),
            Inline::Node(Node::Blank { n, fill, .. }) => (*n, *fill) = (NARROW, true),
            Inline::Node(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Format;

    fn block(kind: Kind) -> Block {
        Block { ids: Vec::new(), lang: String::new(), classes: Vec::new(), kind }
    }

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.to_owned())]
    }

    fn list(count: usize) -> Block {
        let b = || vec![block(Kind::Plain { c: text("Một dòng") })];
        let items = (0..count).map(|_| Item { task: "none", below: 0.0, b: b() }).collect();
        block(Kind::List { start: 0, tight: true, items })
    }

    fn below(list: &Block) -> Vec<f64> {
        let Kind::List { items, .. } = &list.kind else { panic!("still a list") };
        items.iter().map(|item| item.below).collect()
    }

    #[test]
    fn the_last_items_of_a_chapter_go_to_its_last_page_together() {
        let mut blocks = [list(9)];
        endings(&mut blocks, Measure::of(Format::BookA5));
        assert_eq!(below(&blocks[0]), [1.0, 0.0, 0.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0]);
    }

    #[test]
    fn a_list_of_a_few_lines_is_whole() {
        let mut short = list(4);
        let Kind::List { items, .. } = &mut short.kind else { panic!("still a list") };
        neighbours(items, true, Measure::of(Format::BookA5));
        assert_eq!(below(&short), [3.0, 2.0, 1.0, 0.0]);
    }

    #[test]
    fn a_box_lets_the_words_above_it_go_and_a_long_one_is_broken() {
        let boxed = |lines: usize| {
            let b = vec![list(lines)];
            let (name, label) = ("checklist".to_owned(), String::new());
            block(Kind::Frame { name, label, title: Vec::new(), b, short: true, room: 0.0 })
        };
        let heading =
            || block(Kind::Heading { level: 2, depth: 1, number: String::new(), c: text("a"), plain: "a".to_owned() });
        for (lines, announced, whole) in [(3, false, true), (3, true, false), (12, false, false)] {
            let words = format!("{}{}", "a ".repeat(100), if announced { ":" } else { "." });
            let mut blocks = [heading(), block(Kind::P { c: text(&words), lead: true }), boxed(lines)];
            holes(&mut blocks, Measure::of(Format::BookA5));
            let Kind::Frame { short, .. } = blocks[2].kind else { panic!("still a box") };
            let Kind::P { lead, .. } = blocks[1].kind else { panic!("still a paragraph") };
            assert_eq!((short, lead), (whole, announced), "{lines} {announced}");
        }
    }

    #[test]
    fn a_blank_stands_with_the_word_that_asks_for_it() {
        let blank = |fill| Inline::Node(Node::Blank { n: 4, fill, with: String::new() });
        let mut line = vec![Inline::Text("Nguồn và ngày: ".to_owned()), blank(false)];
        fill_lines(&mut line, WRITTEN);
        let [Inline::Text(before), Inline::Node(Node::Blank { with, fill: true, .. })] = line.as_slice() else {
            panic!("a text and a blank that fills its line")
        };
        assert_eq!((before.as_str(), with.as_str()), ("Nguồn và ", "ngày:"));
        // The space after words in bold is no word: it stays.
        let mut line = vec![Inline::Text(" ".to_owned()), blank(false)];
        fill_lines(&mut line, WRITTEN);
        assert!(matches!(&line[0], Inline::Text(space) if space == " "));
        // Not in cells, which are narrow.
        let mut cell = vec![Inline::Text("bỏ ".to_owned()), blank(false)];
        fill_lines(&mut cell, 0);
        assert!(matches!(&cell[1], Inline::Node(Node::Blank { with, .. }) if with.is_empty()));
    }
}
