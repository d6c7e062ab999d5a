//! From the bytes of an image to its sizes: decoded within limits, turned upright, its colours made sRGB, what a
//! camera wrote beside it (place, time, device) left out.

use std::borrow::Cow;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use moxcms::{ColorProfile, Layout, TransformOptions};
use ravif::{Encoder, Img, RGB8, RGBA8};

use super::{File, Made, WIDTHS};
use crate::base::RelPath;

/// What no reader's phone and no printer needs: more is a mistake, or an attack.
const MOST_PIXELS: u64 = 50_000_000;
/// Longest side; within the limits of all formats.
const MOST_LONG: u32 = 16_000;
/// Bytes that decoding may take.
const MOST_BYTES: u64 = 512 << 20;

/// Of 100: no difference to be seen at arm's length.
const AVIF_QUALITY: f32 = 62.0;
/// Of 10: the quickest; slower gains some percent and takes minutes.
const AVIF_SPEED: u8 = 10;
const JPEG_QUALITY: u8 = 80;

/// Why an image is not made into sizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be decoded; the decoder's words.
    Unreadable(String),
    /// It has more pixels than is sensible: width and height.
    TooLarge(u32, u32),
    /// Its name says another format than its bytes: the extension it should have.
    Misnamed(&'static str),
}

/// What the first bytes tell, without decoding: an image too large, or with another format's name.
///
/// # Errors
/// The fault.
pub fn look(path: &RelPath, bytes: &[u8]) -> Result<(), Fault> {
    if let Ok(size) = imagesize::blob_size(bytes) {
        let side = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (width, height) = (side(size.width), side(size.height));
        if width.max(height) > MOST_LONG || u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Fault::TooLarge(width, height));
        }
    }
    let Ok(format) = image::guess_format(bytes) else { return Ok(()) };
    match (format, path.extension().as_str()) {
        (ImageFormat::Jpeg, "png" | "webp") => Err(Fault::Misnamed("jpg")),
        (ImageFormat::Png, "jpg" | "jpeg" | "webp") => Err(Fault::Misnamed("png")),
        (ImageFormat::WebP, "jpg" | "jpeg" | "png") => Err(Fault::Misnamed("webp")),
        (ImageFormat::Gif, "jpg" | "jpeg" | "png" | "webp") => Err(Fault::Misnamed("gif")),
        _ => Ok(()),
    }
}

/// How many pixels an image says it has; 0 when it does not.
#[must_use]
pub fn pixels(bytes: &[u8]) -> u64 {
    imagesize::blob_size(bytes).map_or(0, |size| size.width as u64 * size.height as u64)
}

/// Whether an image can be decoded.
///
/// # Errors
/// The fault.
pub fn check(bytes: &[u8]) -> Result<(), Fault> {
    decode(bytes).map(drop)
}

/// All sizes of an image. The same bytes always give the same files.
///
/// # Errors
/// An image that cannot be decoded, or not within the limits.
pub fn make(bytes: &[u8]) -> Result<Made, Fault> {
    let (image, lossy) = decode(bytes)?;
    let (width, height) = (image.width(), image.height());
    let mut made = Made { width, height, files: Vec::new() };
    let mut avif = Vec::new();
    for wanted in widths(width) {
        let resized = if wanted == width { Cow::Borrowed(&image) } else { Cow::Owned(narrowed(&image, wanted)) };
        let plain = if lossy && !image.color().has_alpha() { jpeg(&resized)? } else { png(&resized)? };
        let small = encode_avif(&resized)?;
        avif.push(File { width: wanted, extension: "avif".to_owned(), bytes: small });
        made.files.push(plain);
    }
    // Flat drawings of few colours may be smaller as they are: then a second format has no use.
    let weight = |files: &[File]| files.iter().map(|file| file.bytes.len()).sum::<usize>();
    if weight(&avif) < weight(&made.files) {
        made.files.splice(..0, avif);
    }
    Ok(made)
}

/// The widths of an image: none wider than it is, none that differs little from the next.
fn widths(own: u32) -> Vec<u32> {
    let most = own.min(WIDTHS[WIDTHS.len() - 1]);
    let narrower = WIDTHS.into_iter().filter(|width| width * 10 <= most * 9);
    narrower.chain([most]).collect()
}

/// The image upright, in 8-bit sRGB, and whether it was of a lossy format.
fn decode(bytes: &[u8]) -> Result<(DynamicImage, bool), Fault> {
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) =
        (Some(MOST_LONG), Some(MOST_LONG), Some(MOST_BYTES));
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(unreadable)?;
    let lossy = matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::WebP));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge(width, height));
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let mut image = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    image.apply_orientation(turned);
    let mut image: DynamicImage =
        if image.color().has_alpha() { image.into_rgba8().into() } else { image.into_rgb8().into() };
    if let Some(profile) = profile {
        in_srgb(&mut image, &profile);
    }
    Ok((image, lossy))
}

/// Colours of another space look dull where the profile is left out. One that cannot be read is passed over.
fn in_srgb(image: &mut DynamicImage, profile: &[u8]) {
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return };
    let layout = if image.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let options = TransformOptions::default();
    let Ok(transform) = from.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options) else { return };
    let mut out = vec![0; image.as_bytes().len()];
    if transform.transform(image.as_bytes(), &mut out).is_err() {
        return;
    }
    let (width, height) = (image.width(), image.height());
    let converted = match layout {
        Layout::Rgba => image::RgbaImage::from_raw(width, height, out).map(DynamicImage::from),
        _ => image::RgbImage::from_raw(width, height, out).map(DynamicImage::from),
    };
    if let Some(converted) = converted {
        *image = converted;
    }
}

fn narrowed(image: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(image.height()) * u64::from(width) / u64::from(image.width().max(1));
    image.resize_exact(width, u32::try_from(height.max(1)).unwrap_or(1), FilterType::CatmullRom)
}

fn jpeg(image: &DynamicImage) -> Result<File, Fault> {
    let mut bytes = Vec::new();
    image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)).map_err(unreadable)?;
    Ok(File { width: image.width(), extension: "jpg".to_owned(), bytes })
}

fn png(image: &DynamicImage) -> Result<File, Fault> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
    image.write_with_encoder(encoder).map_err(unreadable)?;
    Ok(File { width: image.width(), extension: "png".to_owned(), bytes })
}

/// One thread: the number of tiles, and with it the bytes, would follow the number of threads.
fn encode_avif(image: &DynamicImage) -> Result<Vec<u8>, Fault> {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let encoder = Encoder::new().with_quality(AVIF_QUALITY).with_speed(AVIF_SPEED).with_num_threads(Some(1));
    let encoded = if let Some(image) = image.as_rgba8() {
        let pixels: Vec<RGBA8> = image.pixels().map(|p| RGBA8::new(p[0], p[1], p[2], p[3])).collect();
        encoder.encode_rgba(Img::new(&pixels, width, height))
    } else {
        let pixels: Vec<RGB8> = image.to_rgb8().pixels().map(|p| RGB8::new(p[0], p[1], p[2])).collect();
        encoder.encode_rgb(Img::new(&pixels, width, height))
    };
    encoded.map(|encoded| encoded.avif_file).map_err(unreadable)
}

fn unreadable(error: impl std::fmt::Display) -> Fault {
    Fault::Unreadable(error.to_string())
}
