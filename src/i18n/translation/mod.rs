//! The work of translators: what is to be translated, what is, and whether it is right.
//!
//! Owns making and merging catalog files (`wanted`, `merge`, `similar`, `header`) and counting them
//! (`status`). Knows no disk: it is given files and gives files.

pub mod header;
pub mod merge;
mod similar;
pub mod status;
pub mod wanted;
