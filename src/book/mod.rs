//! The handbook as one resolved model: pages, numbers, links, data.
//!
//! May import everything above it but `theme`. Renders nothing, writes nothing.

mod assemble;
pub mod model;
mod outline;
mod sections;
mod texts;
mod words;

pub use assemble::{assemble, output_path};
