//! The book as files, one room an edition. Renderers are pure: they read no file and write none.

pub mod bundle;
pub mod epub;
mod form;
pub mod html;
pub mod named;
pub mod pictures;
#[cfg(feature = "print")]
pub mod press;
#[cfg(feature = "print")]
pub mod print;
pub mod proof;
pub mod search;
pub mod site;

pub use form::Format;
