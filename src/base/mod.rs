//! The words every other room speaks: diagnostics, sources, paths, locales, artifacts.
//!
//! Owns plain data and its rules. May not do input or output, and imports no other room.

mod address;
pub mod archive;
mod artifact;
pub mod codes;
mod composed;
mod diagnostic;
pub mod guide;
mod hash;
mod letters;
mod locale;
mod memo;
mod near_paths;
mod path;
mod said;
mod source;
pub mod stamp;
mod stop;
mod stored;
pub mod threads;

pub use address::is_safe;
pub use artifact::{Artifact, ArtifactKind, Listed};
pub use composed::is_composed;
pub use diagnostic::{Diagnostic, Place, Severity, Words, nearest};
pub use hash::{Hash, Hasher};
pub use letters::plain_letters;
pub use locale::{Direction, Locale, LocaleError};
pub use memo::{Count, Memo};
pub use near_paths::NearPaths;
pub use path::{PathError, RelPath, escape_address};
pub use said::Said;
pub use source::{Piece, Source, SourceText, Span};
pub use stamp::Stamp;
pub use stop::Stop;
pub use stored::{Later, Stored, Unread, restore_bytes, store_bytes};
