//! A drawing as a picture of points: shops and older readers show no SVG on their shelves.
//!
//! Owns that the same drawing and faces give the same bytes: no font of the machine is looked for.

use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// An SVG as a PNG of its own size, with text in these faces; `None` where it cannot be drawn or a face is missing.
pub fn png(drawing: &str, faces: &[Arc<[u8]>]) -> Option<Vec<u8>> {
    let mut fonts = fontdb::Database::new();
    for face in faces {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(Arc::clone(face))));
    }
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(drawing, &options).ok()?;
    let size = tree.size().to_int_size();
    let mut points = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::identity(), &mut points.as_mut());
    // Opaque: the ground covers all of it.
    let colours: Vec<u8> = points.data().chunks_exact(4).flat_map(|point| [point[0], point[1], point[2]]).collect();
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive)
        .write_image(&colours, size.width(), size.height(), ExtendedColorType::Rgb8)
        .ok()?;
    Some(out)
}
