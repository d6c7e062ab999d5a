//! Languages: the interface's words, locale data, and when two spellings are one word.
//!
//! May import `base`, `files`, `config`, `content`. Knows no page of a book and no HTML.

pub mod catalog;
pub mod collate;
pub mod fold;
pub mod numbers;
mod plurals;
pub mod po;
pub mod translation;
pub mod ui;
pub mod words;
