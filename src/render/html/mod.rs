//! A tree as a fragment of semantic HTML5.
//!
//! Owns the HTML of every block and inline; web page, e-book and search share it. Pure: the same tree and
//! context give the same bytes. Knows no template and no style: classes are what the theme hangs its rules on.
//! Nothing here depends on white space between elements, which minifying removes.

mod bidi;
mod blocks;
mod context;
mod directives;
pub mod escape;
mod footnotes;
mod forms;
mod generated;
pub mod highlight;
mod inlines;
mod letters;
mod lists;
mod media;
pub mod moved;
pub mod notices;
mod raw;
mod tables;
mod words;
mod writer;
mod xhtml;

pub use context::{Forms, HtmlContext, Labels, Links, RawHtml};
pub use forms::has_forms;
pub use generated::slot_anchor;
pub use words::{Spoken, Words};
pub use xhtml::xhtml;

use crate::content::markdown::tree::{Inline, Tree};
use writer::Writer;

/// The HTML of a page's body, its footnotes at the end.
#[must_use]
pub fn body(tree: &Tree, context: &HtmlContext) -> String {
    let mut writer = Writer::new(tree, context);
    writer.blocks(&tree.blocks);
    writer.footnotes();
    writer.out
}

/// The HTML of a line of text: a title, a caption.
#[must_use]
pub fn line(inlines: &[Inline], context: &HtmlContext) -> String {
    let tree = Tree::default();
    let mut writer = Writer::new(&tree, context);
    writer.inlines(inlines);
    writer.out
}
