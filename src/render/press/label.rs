//! Labels and watermarks: lines of text set glyph by glyph in one face, of which only the glyphs used are kept.
//!
//! There is no shaping here: the face must have a glyph for each (composed) character. [`Face::can_set`]
//! tells; others are left out.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Codepoint, ParsedFont, PdfFont, TextItem};
use subsetter::GlyphRemapper;
use unicode_normalization::UnicodeNormalization;

/// A face cut down to what is written in it.
pub(super) struct Face {
    /// As printpdf embeds it.
    pub font: PdfFont,
    glyphs: BTreeMap<char, u16>,
    units: f64,
}

impl Face {
    /// Cuts `bytes` down to the characters of `texts`; those it lacks are left out.
    pub fn of(bytes: &[u8], texts: &[&str]) -> Result<Self, String> {
        let unreadable = || "the face of the labels cannot be read".to_owned();
        let whole = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or_else(unreadable)?;
        let characters: BTreeSet<char> = texts.iter().flat_map(|text| text.nfc()).collect();
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        let mut widths = BTreeMap::new();
        for character in characters {
            if let Some(old) = whole.lookup_glyph_index(u32::from(character)).filter(|old| *old != 0) {
                let new = remapper.remap(old);
                glyphs.insert(character, new);
                widths.insert(new, whole.get_glyph_width(old).unwrap_or_default());
            }
        }
        let subset = subsetter::subset(bytes, 0, &remapper).map_err(|e| e.to_string())?;
        let units = f64::from(whole.units_per_em.max(1));
        let font = ParsedFont {
            original_bytes: subset,
            // Six letters and a plus sign say that the face is not whole.
            font_name: Some("PRESSA+Label".to_owned()),
            codepoint_to_glyph: glyphs.iter().map(|(character, glyph)| (u32::from(*character), *glyph)).collect(),
            glyph_widths: widths,
            ..whole
        };
        Ok(Self { font: PdfFont::new(font), glyphs, units })
    }

    /// Whether it has a glyph for every character.
    pub fn can_set(&self, text: &str) -> bool {
        text.nfc().all(|character| self.glyphs.contains_key(&character))
    }

    /// The glyphs of a line.
    pub fn line(&self, text: &str) -> Vec<TextItem> {
        let glyph = |character: char| {
            let glyph = self.glyphs.get(&character)?;
            Some(Codepoint::with_cid(*glyph, 0.0, character.to_string()))
        };
        vec![TextItem::GlyphIds(text.nfc().filter_map(glyph).collect())]
    }

    /// Length of a line set at one point, in points.
    pub fn width(&self, text: &str) -> f64 {
        let widths = &self.font.parsed_font.glyph_widths;
        let width = |character: char| {
            self.glyphs.get(&character).and_then(|glyph| widths.get(glyph)).map_or(0.0, |width| f64::from(*width))
        };
        text.nfc().map(width).sum::<f64>() / self.units
    }
}
