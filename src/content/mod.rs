//! From Markdown files to trees: discovery, front matter, directives, clauses.
//!
//! May import `base`, `files`, `config`. Knows no other page's content, no locale's words, no HTML.

pub mod front_matter;
pub mod directives;
pub mod markdown;
pub mod page;
