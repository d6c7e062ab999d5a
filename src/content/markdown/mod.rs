//! Markdown to [`tree::Tree`].

pub mod generated;
pub mod tree;
