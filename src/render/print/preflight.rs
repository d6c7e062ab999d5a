//! What would keep a page from being printed well, found before it is set and told at the Markdown line.
//!
//! Owns these findings. The PDF standard would refuse the whole book for most of them, without naming a line.

use crate::base::{Diagnostic, Place, RelPath, codes};
use crate::words;

/// An image that is no file of the handbook.
pub(super) fn image_elsewhere(source: &str) -> Diagnostic {
    let message = words!(
        "the image `{source}` is not a file of the handbook: its words are printed instead",
        "hình `{source}` không phải tệp của cẩm nang: bản in thay bằng lời của hình"
    );
    Diagnostic::warning(codes::PRINT_IMAGE, message)
        .help(words!("put the file into the content folder", "hãy đặt tệp vào thư mục nội dung"))
}

/// What keeps an image file from being printed, if anything does.
pub(super) fn image(source: &str, path: &RelPath, bytes: &[u8]) -> Option<Diagnostic> {
    let kinds: &[(&str, &[u8])] = &[
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("jpg", b"\xff\xd8\xff"),
        ("jpeg", b"\xff\xd8\xff"),
        ("gif", b"GIF8"),
        ("webp", b"RIFF"),
    ];
    let extension = path.extension();
    let known = match kinds.iter().find(|(kind, _)| *kind == extension) {
        Some((_, start)) => bytes.starts_with(start),
        None => extension == "svg" && String::from_utf8_lossy(bytes).contains("<svg"),
    };
    if known {
        return None;
    }
    let message = words!("the image `{source}` cannot be printed", "không in được hình `{source}`");
    Some(
        Diagnostic::warning(codes::PRINT_IMAGE, message)
            .help(words!("use PNG, JPEG, WebP, GIF or SVG", "hãy dùng PNG, JPEG, WebP, GIF hoặc SVG")),
    )
}

/// A letter that no font at hand shows, and the package that brings one. Without letters of the book's `own` script
/// there is no book; others have a sign in their place.
pub(super) fn no_glyph(
    c: char,
    (script, package): (&str, Option<&str>),
    own: bool,
    place: Option<&Place>,
) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(c));
    let finding = if own {
        let message = words!(
            "no font at hand shows “{c}” ({script}, {code}): this language is not printed",
            "không có phông chữ nào hiện được “{c}” ({script}, {code}): ngôn ngữ này chưa in được"
        );
        Diagnostic::error(codes::PRINT_FONT, message)
    } else {
        let message = words!(
            "no font at hand shows “{c}” ({script}, {code}): “{STAND_IN}” is printed for each such letter",
            "không có phông chữ nào hiện được “{c}” ({script}, {code}): mỗi chữ như vậy in thành “{STAND_IN}”"
        );
        Diagnostic::warning(codes::PRINT_STAND_IN, message)
    };
    let help = match package {
        Some(package) => words!(
            "install the fonts: apt install {package} (or put Noto fonts into your fonts folder)",
            "hãy cài phông: apt install {package} (hoặc chép phông Noto vào thư mục phông chữ)"
        ),
        None => words!("use another sign, or words", "hãy dùng ký hiệu khác, hoặc viết bằng chữ"),
    };
    finding.help(help).at_place(place.cloned())
}

/// What is printed for a letter that no font shows: seen at once, read aloud as a sign, and in the theme's own faces.
pub(super) const STAND_IN: char = '◊';
