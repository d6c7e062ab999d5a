//! The handbook as one resolved model: pages, numbers, links, data.
//!
//! May import everything above it but `theme`. Renders nothing, writes nothing.

mod addresses;
pub mod again;
mod anchors;
mod assemble;
mod assets;
mod draft;
pub mod entries;
mod front;
mod generated;
mod glossary;
mod index_terms;
mod known;
pub mod ledger;
mod links;
pub mod model;
mod outline;
mod raw_html;
mod records;
mod sections;
mod table;
mod texts;
mod told;
mod words;

pub use assemble::{assemble, assemble_known, output_path};
pub use known::{Known, Pack};
pub use outline::roman;
