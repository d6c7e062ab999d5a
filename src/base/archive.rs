//! Files packed into one ZIP, in memory.
//!
//! Owns what makes the same files give the same bytes: order as given, one fixed date, one way of packing.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{Diagnostic, codes};
use crate::words;

/// A file of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    /// Its path in the archive, `/`-separated.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What only grows when it is packed again.
const PACKED: [&str; 9] = ["png", "jpg", "jpeg", "webp", "avif", "woff2", "pdf", "epub", "zip"];

/// Packs files in the order given. The file `mimetype` stays as it is: readers of e-books look for its bytes.
///
/// # Errors
/// When the format cannot hold them: more than 4 GB, a name of more than 64 kB.
pub fn zip<'a>(files: impl IntoIterator<Item = Packed<'a>>) -> Result<Vec<u8>, Diagnostic> {
    pack(files).map_err(|error| {
        Diagnostic::error(
            codes::ARCHIVE,
            words!("the files do not fit into a ZIP: {error}", "không nén được các tệp thành ZIP: {error}"),
        )
    })
}

fn pack<'a>(files: impl IntoIterator<Item = Packed<'a>>) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    for file in files {
        let extension = file.name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let stored = file.name == "mimetype" || PACKED.contains(&extension.to_ascii_lowercase().as_str());
        let options = match stored {
            true => options.compression_method(CompressionMethod::Stored),
            false => options.compression_method(CompressionMethod::Deflated).compression_level(Some(9)),
        };
        writer.start_file(file.name, options)?;
        writer.write_all(file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_give_the_same_bytes_and_mimetype_lies_open() {
        let text = "xin chào ".repeat(100);
        let files = || {
            [
                Packed { name: "mimetype", bytes: b"application/epub+zip" },
                Packed { name: "đường/tệp.txt", bytes: text.as_bytes() },
            ]
        };
        let once = zip(files()).unwrap();
        assert_eq!(once, zip(files()).unwrap());
        assert_eq!(&once[30..58], b"mimetypeapplication/epub+zip");
        assert!(once.len() < text.len());
    }
}
