//! The handbook as one resolved model: pages, numbers, links, data.
//!
//! May import everything above it but `theme`. Renders nothing, writes nothing.

pub mod model;
