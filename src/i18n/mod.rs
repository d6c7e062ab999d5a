//! Languages: the interface's words, and locale data.
//!
//! May import `base`, `files`, `config`, `content`. Knows no page of a book and no HTML.

pub mod catalog;
pub mod collate;
pub mod numbers;
pub mod po;
pub mod ui;
