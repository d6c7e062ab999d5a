//! End-to-end tests: each drives the library or the built binary on a small project.

// A test fails by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod attached;
mod beside;
mod book;
mod bundle;
mod catalogs;
mod checks;
mod cli;
mod config;
mod epub;
mod external;
mod forms;
mod handbook;
mod incremental;
mod index;
#[cfg(feature = "print")]
mod layout;
mod letters;
mod markdown;
mod markdown_limits;
mod numbering;
mod pictures;
#[cfg(feature = "print")]
mod press;
mod print;
#[cfg(feature = "print")]
mod print_preview;
#[cfg(feature = "print")]
mod printed;
mod robust;
mod serve;
mod site;
mod specification;
mod strings;
mod systems;
mod theme;
mod tidy;
mod tongues;
mod translate;
mod translate_check;
#[cfg(feature = "print")]
mod typesetting;
mod warm;
