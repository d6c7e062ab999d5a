//! The faces in which the covers of e-books are drawn: the theme's, and the system's for letters that those lack.

use std::sync::Arc;

use super::super::stages::Assembled;
use crate::base::Locale;
use crate::book::model::Book;
use crate::files::fonts::SystemFonts;
use crate::render::epub::{CoverFaces, CoverFonts};
use crate::render::print::{Faces, Glyphs, needed};

/// Of every locale whose cover can be drawn: one that lacks letters of the title would show boxes.
pub(super) fn fonts(assembled: &Assembled) -> CoverFonts {
    // A letter that the first face lacks is taken from any other: none of them may slant.
    let is_font = |name: &str| [".ttf", ".otf"].iter().any(|end| name.ends_with(end)) && !name.contains("italic");
    let files = assembled.theme.files().below("fonts/print").filter(|(name, _)| is_font(name));
    let theme: Vec<Arc<[u8]>> = files.map(|(_, file)| Arc::from(file.bytes.to_vec())).collect();
    let shown = Faces::of(theme.iter().map(Arc::clone));
    let system = SystemFonts::find(&[]);
    let locale = |book: &Book| -> Option<(Locale, CoverFaces)> {
        let (family, own) = foreign(book, &shown, &system)?;
        let files = theme.iter().cloned().chain(own).collect();
        Some((book.locale.locale.clone(), CoverFaces { family, files }))
    };
    assembled.handbook.books.iter().filter_map(locale).collect()
}

/// A family's name, `None` for the theme's own, and its files.
type Family = (Option<&'static str>, Vec<Arc<[u8]>>);

/// The family of a title's letters that the theme has not, and its files; `None` where the system lacks them too.
fn foreign(book: &Book, theme: &Faces, system: &SystemFonts) -> Option<Family> {
    let mut letters = Glyphs::default();
    letters.note(&book.locale.title, || None);
    letters.note(&book.locale.edition, || None);
    let lacking: Vec<char> = letters.iter().map(|(letter, _)| letter).filter(|letter| !theme.show(*letter)).collect();
    if lacking.is_empty() {
        return Some((None, Vec::new()));
    }
    let script = needed(&letters, theme, &book.locale.locale).into_iter().next()?;
    let files = system.read(script.head.file);
    let faces = Faces::of(files.iter().map(Arc::clone));
    lacking.iter().all(|letter| faces.show(*letter)).then_some((Some(script.head.name), files))
}
