//! Anchors: every heading gets one, and no two things in a page share one.
//!
//! Owns uniqueness within a page. What an author wrote keeps its form; what is made from words gives way.
//! Owns too which anchors no author may have, because the frame of a page and its footnotes have them.

use std::collections::{BTreeMap, BTreeSet};

use super::slug::slug;
use super::text::plain;
use super::tree::{Block, BlockKind, Clause, Tree};
use crate::base::Span;
use crate::content::clauses;

/// The anchors of one page that are taken.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// Takes an anchor as it is; false when it was taken before.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }

    /// Takes `wanted`, or the first of `wanted-2`, `wanted-3`, … that is free.
    pub fn unique(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        while !self.take(&id) {
            let number = self.next.entry(wanted.to_owned()).or_insert(1);
            *number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }
}

/// Whether an anchor is one of the page's frame (`_menu`) or of footnotes (`fn:1`): no slug begins so.
#[must_use]
pub fn is_reserved(id: &str) -> bool {
    ["_", "fn:", "fnref:"].iter().any(|start| id.starts_with(start))
}

/// What is wrong with an anchor that an author wrote.
pub(super) enum Fault {
    /// It stands twice.
    Twice,
    /// It is none of an author's; what stands there instead.
    Reserved(String),
}

/// Gives every heading its anchor and makes all anchors of the page unique. Returns what is wrong with those
/// that an author wrote, and where.
pub(super) fn assign(tree: &mut Tree) -> Vec<(String, Span, Fault)> {
    let mut pass = Pass { ids: Ids::default(), faults: Vec::new(), under: String::new() };
    let mut lists: Vec<&mut Vec<Block>> = vec![&mut tree.blocks];
    lists.extend(tree.footnotes.iter_mut().map(|f| &mut f.blocks));
    for blocks in &mut lists {
        pass.written(blocks);
    }
    for blocks in &mut lists {
        pass.made(blocks);
    }
    pass.faults
}

struct Pass {
    ids: Ids,
    faults: Vec<(String, Span, Fault)>,
    /// The anchor of the heading before: what clauses stand under.
    under: String,
}

impl Pass {
    /// First what authors wrote, so that nothing made from words can take it.
    fn written(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if let Some(id) = block.attributes.id.take_if(|id| !is_reserved(id)) {
                if self.ids.take(&id) {
                    block.attributes.id = Some(id);
                } else {
                    block.attributes.id = Some(self.ids.unique(&id));
                    self.faults.push((id, block.span, Fault::Twice));
                }
            }
            // The first block of a statistic is where links to it lead.
            if let (BlockKind::Directive(directive), None) = (&block.kind, &block.attributes.id)
                && directive.name == "statistic"
                && self.ids.take(&directive.argument)
            {
                block.attributes.id = Some(directive.argument.clone());
            }
            for list in children(&mut block.kind) {
                self.written(list);
            }
        }
    }

    fn made(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.renamed(block);
            if let (BlockKind::Heading { content, .. }, None) = (&block.kind, &block.attributes.id) {
                let slug = slug(&plain(content));
                block.attributes.id = Some(self.ids.unique(if slug.is_empty() { "muc" } else { &slug }));
            }
            match &mut block.kind {
                BlockKind::Heading { .. } => self.under = block.attributes.id.clone().unwrap_or_default(),
                BlockKind::Clauses(clauses) => {
                    let under = block.attributes.id.clone().unwrap_or_else(|| self.under.clone());
                    self.clauses(clauses, &under);
                }
                kind => children(kind).into_iter().for_each(|list| self.made(list)),
            }
        }
    }

    /// An anchor that is none of an author's is made from its words.
    fn renamed(&mut self, block: &mut Block) {
        if let Some(id) = block.attributes.id.take_if(|id| is_reserved(id)) {
            let slug = slug(&id);
            let instead = self.ids.unique(if slug.is_empty() { "muc" } else { &slug });
            block.attributes.id = Some(instead.clone());
            self.faults.push((id, block.span, Fault::Reserved(instead)));
        }
    }

    /// Clauses are named after what they stand under and their labels: `iii-3-b`.
    fn clauses(&mut self, list: &mut [Clause], under: &str) {
        let heading = std::mem::take(&mut self.under);
        for clause in list {
            self.under = clauses::anchor_path(&clause.label, under);
            if clauses::label::anchor(&clause.label).is_some() {
                clause.id = Some(self.ids.unique(&self.under));
            }
            self.made(&mut clause.blocks);
        }
        self.under = heading;
    }
}

/// The lists of blocks directly inside a block.
pub fn children(kind: &mut BlockKind) -> Vec<&mut Vec<Block>> {
    match kind {
        BlockKind::List { items, .. } => items.iter_mut().map(|i| &mut i.blocks).collect(),
        BlockKind::Clauses(clauses) => clauses.iter_mut().map(|c| &mut c.blocks).collect(),
        BlockKind::Definitions(list) => list.iter_mut().flat_map(|d| d.definitions.iter_mut()).collect(),
        BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => vec![blocks],
        BlockKind::Directive(directive) => vec![&mut directive.blocks],
        BlockKind::Heading { .. }
        | BlockKind::Paragraph(_)
        | BlockKind::Plain(_)
        | BlockKind::Code { .. }
        | BlockKind::Table(_)
        | BlockKind::Figure { .. }
        | BlockKind::Rule
        | BlockKind::Html(_) => Vec::new(),
    }
}
