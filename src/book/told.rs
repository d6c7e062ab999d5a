//! Statistics that contradict each other tell of each other: standing side by side they are told once.

use crate::content::markdown::generated::{Generated, StatisticCard};
use crate::content::markdown::tree::{Block, BlockKind};

/// Leaves out statistics that the one before them tells already; what leads to them leads there.
pub fn once(blocks: &mut Vec<Block>) {
    for block in blocks.iter_mut() {
        if let BlockKind::Directive(directive) = &mut block.kind {
            once(&mut directive.blocks);
        }
    }
    if !blocks.iter().zip(blocks.iter().skip(1)).any(|(before, block)| tells(before, block)) {
        return;
    }
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in std::mem::take(blocks) {
        match kept.last_mut() {
            Some(before) if tells(before, &block) => {
                let attributes = &mut before.attributes;
                attributes.id_aliases.append(&mut block.attributes.id_aliases);
                attributes.id_aliases.extend(block.attributes.id.take());
            }
            _ => kept.push(block),
        }
    }
    *blocks = kept;
}

/// Whether the first shows the second as what contradicts it.
fn tells(before: &Block, block: &Block) -> bool {
    let told = card(block).map(|card| &card.id);
    card(before).is_some_and(|card| card.conflicts.iter().any(|other| Some(&other.id) == told))
}

fn card(block: &Block) -> Option<&StatisticCard> {
    match &block.kind {
        BlockKind::Directive(directive) => match &directive.generated {
            Some(Generated::Statistic(card)) => Some(card),
            _ => None,
        },
        _ => None,
    }
}
