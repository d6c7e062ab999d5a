//! From Markdown files to trees: discovery, front matter, directives, clauses.
//!
//! May import `base`, `files`, `config`. Knows no other page's content, no locale's words, no HTML.

pub mod attached;
pub mod clauses;
pub mod data;
pub mod day;
pub mod directives;
pub mod document;
pub mod faults;
pub mod front_matter;
pub mod include;
mod load;
pub mod markdown;
pub mod page;
pub mod summary;

pub use load::{CataloguedPage, Content, load, load_some, own_path, parse_page};
