//! `handbook.toml`: as written (`schema`), then validated (`resolve`).
//!
//! Takes text, not paths. May import `base` only.

mod resolve;

pub use resolve::{Config, ElementsConfig, LocaleConfig, Numbering};
