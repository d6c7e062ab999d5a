//! What a page's headings give: its title, its sections and their numbers.
//!
//! Owns numbering within a page. Only headings that stand at the top of the page count: one inside an
//! example belongs to the example.

use super::model::Section;
use crate::content::markdown::text::plain;
use crate::content::markdown::tree::{Block, BlockKind, Tree};

/// Sections numbered deeper than this would be noise.
const DEEPEST_NUMBER: usize = 3;

/// A page's leading heading.
pub struct Heading {
    /// Its text.
    pub text: String,
    /// Its anchor.
    pub id: Option<String>,
    /// The language of its text where it is not the page's.
    pub lang: Option<String>,
}

/// Takes a leading level-1 heading out of the body. With a title of its own the page
/// keeps a heading that says something else.
pub fn take_title(tree: &mut Tree, own: Option<&str>) -> Option<Heading> {
    let first = tree.blocks.iter().position(|b| !is_comment(b))?;
    let BlockKind::Heading { level: 1, content, .. } = &tree.blocks.get(first)?.kind else { return None };
    let text = plain(content).trim().to_owned();
    if own.is_some_and(|own| own.trim() != text) {
        return None;
    }
    let heading = tree.blocks.remove(first);
    Some(Heading { text, id: heading.attributes.id.clone(), lang: heading.lang.map(String::from) })
}

fn is_comment(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Html(html) if html.trim_start().starts_with("<!--"))
}

/// Lists the page's sections; numbers them below `chapter` when `numbered`.
pub fn sections(tree: &mut Tree, chapter: Option<&str>, numbered: bool) -> Vec<Section> {
    let top = tree.blocks.iter().filter_map(level).min().unwrap_or(2);
    let mut counters: Vec<u32> = Vec::new();
    let mut sections = Vec::new();
    for block in &mut tree.blocks {
        let BlockKind::Heading { level, content, number } = &mut block.kind else { continue };
        let depth = usize::from(*level - top) + 1;
        let counted = !block.attributes.classes.iter().any(|c| c == "unnumbered");
        if numbered && counted && depth <= DEEPEST_NUMBER {
            *number = Some(count(&mut counters, depth, chapter).into());
        }
        let id = block.attributes.id.clone().unwrap_or_default();
        let (title, number) = (plain(content).trim().to_owned(), number.as_deref().map(str::to_owned));
        sections.push(Section { level: *level, id, title, number, lang: block.lang.as_deref().map(str::to_owned) });
    }
    sections
}

fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    }
}

/// A level that is skipped counts as one, not as zero: 2.1.1, never 2.0.1.
fn count(counters: &mut Vec<u32>, depth: usize, chapter: Option<&str>) -> String {
    counters.truncate(depth);
    if counters.len() == depth
        && let Some(last) = counters.last_mut()
    {
        *last += 1;
    }
    counters.resize(depth, 1);
    let own = counters.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
    chapter.map_or(own.clone(), |chapter| format!("{chapter}.{own}"))
}
