//! Official letters: from the plain text of a letter to marked-up text, and the order within letter blocks.

use super::markdown::tree::Block;

/// Puts the body of a letter block (`letterhead`, `recipients`, `signature`) in order.
pub fn arrange(_name: &str, _blocks: &mut Vec<Block>) {}
