//! Sizes, formats, limits: with images drawn here.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};

use super::*;

/// Something like a photograph: soft changes and grain.
fn photo(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761).wrapping_add(y.wrapping_mul(40_503)) >> 13) as u8 % 24;
        let level = |n: u32, all: u32| u8::try_from(n * 220 / all.max(1)).unwrap_or(220);
        Rgb([level(x, width) + grain, level(y, height) + grain, 90 + grain])
    })
    .into()
}

fn bytes(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

#[test]
fn a_photograph_comes_in_every_width_it_has_pixels_for_and_packs_without_loss() {
    let source = bytes(&photo(600, 100), ImageFormat::Jpeg);
    let made = make(&source).unwrap();
    assert_eq!((made.width, made.height), (600, 100));
    let sizes: Vec<_> = made.files.iter().map(|f| (f.extension.as_str(), f.width)).collect();
    assert_eq!(sizes, [("avif", 480), ("avif", 600), ("jpg", 480), ("jpg", 600)]);
    assert_eq!(make(&source).unwrap(), made, "the same bytes give the same files");
    assert_eq!(unpack(&pack(&made)).as_ref(), Some(&made));
    assert_eq!(unpack(&pack(&made)[1..]), None);
    let short = pack(&made);
    assert_eq!(unpack(&short[..short.len() - 1]), None);
    let path = RelPath::new("media/a.1.jpeg").unwrap();
    assert_eq!(carried(&path, &made).map(|file| (file.extension.as_str(), file.width)), Some(("jpg", 600)));
}

#[test]
fn what_is_transparent_stays_so_and_small_images_are_not_blown_up() {
    let image = RgbaImage::from_fn(60, 40, |x, y| image::Rgba([x as u8 * 4, y as u8 * 6, 10, (x * y % 256) as u8]));
    let made = make(&bytes(&image.into(), ImageFormat::Png)).unwrap();
    assert!(made.files.iter().all(|file| file.width == 60));
    let png = made.files.iter().find(|file| file.extension == "png").unwrap();
    let again = image::load_from_memory(&png.bytes).unwrap();
    assert_eq!(again.to_rgba8().get_pixel(30, 20)[3], (30 * 20 % 256) as u8);
}

#[test]
fn bad_images_are_faults() {
    let whole = bytes(&photo(400, 300), ImageFormat::Png);
    assert!(matches!(make(&whole[..whole.len() / 2]), Err(Fault::Unreadable(_))));
    assert!(matches!(make(b""), Err(Fault::Unreadable(_))));
    let path = |name: &str| RelPath::new(name).unwrap();
    assert_eq!(look(&path("a.jpg"), &whole), Err(Fault::Misnamed("png")));
    assert_eq!(look(&path("a.png"), &whole), Ok(()));
    // A PNG that claims 50,000 × 50,000 pixels in a few bytes.
    let mut bomb = whole;
    bomb[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    assert_eq!(look(&path("a.png"), &bomb), Err(Fault::TooLarge(50_000, 50_000)));
    assert!(make(&bomb).is_err());
}

#[test]
fn names_say_the_width_and_hold_a_hash() {
    let file = File { width: 800, extension: "avif".to_owned(), bytes: vec![1] };
    let name = named(&RelPath::new("media/hinh/cho.phien.0123456789.jpg").unwrap(), &file);
    assert!(name.as_str().starts_with("media/hinh/cho.phien-800.") && name.as_str().ends_with(".avif"), "{name}");
}
