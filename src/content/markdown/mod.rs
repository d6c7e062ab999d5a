//! Markdown to [`tree::Tree`].

pub mod tree;
