//! The book as files, one room an edition. Renderers are pure: they read no file and write none.

pub mod html;
pub mod search;
pub mod site;
