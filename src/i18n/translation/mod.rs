//! The work of translators: what is to be translated, what is, and whether it is right.
//!
//! Owns making and merging catalog files (`wanted`, `merge`, `similar`, `header`) and counting them
//! (`status`), laying a page beside its source (`beside`), and finding what is wrong in them, probably (`faults`,
//! `features`, `scripts`) or to gettext's tools (`gettext`, `plural_forms`). Knows no disk: it is given files and gives files.

pub mod beside;
pub mod faults;
mod features;
pub mod gettext;
pub mod header;
pub mod merge;
mod plural_forms;
mod scripts;
mod similar;
pub mod status;
pub mod wanted;
