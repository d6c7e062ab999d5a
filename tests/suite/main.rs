//! End-to-end tests: each drives the library or the built binary on a small project.

mod specification;
mod tidy;
