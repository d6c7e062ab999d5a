//! Camnang turns a folder of Markdown chapters into a multilingual static website.
//!
//! One flow, no way back: `files` reads, `config` and `content` parse, `i18n` translates,
//! `book` assembles and resolves, `render` makes artifacts, `output` writes them. `build` is the
//! only room that names every stage. What each room may import is held by `tests/suite/tidy.rs`.

pub mod base;
pub mod book;
pub mod build;
pub mod check;
pub mod cli;
pub mod config;
pub mod content;
pub mod files;
pub mod i18n;
pub mod output;
pub mod render;
pub mod serve;
pub mod theme;
