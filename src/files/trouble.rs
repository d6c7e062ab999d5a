//! Why a file could not be read, and how that is told to the author.

use std::io;

use crate::base::{Diagnostic, RelPath, Source, Span, codes, nearest};
use crate::words;

#[derive(Debug)]
pub(super) enum Trouble {
    Missing,
    Leaves,
    NotAFile,
    TooLarge,
    Io(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::Missing } else { Self::Io(error) }
    }
}

impl Trouble {
    /// The finding about `path`; `siblings` are the names in its folder, for "did you mean".
    pub(super) fn at(&self, path: &RelPath, siblings: &[String]) -> Diagnostic {
        match self {
            Self::Missing => missing(path, siblings),
            Self::Leaves => Diagnostic::error(
                codes::PATH_FORBIDDEN,
                words!(
                    "`{path}` is a link that leads out of the project",
                    "`{path}` là liên kết dẫn ra ngoài thư mục dự án"
                ),
            )
            .help(words!(
                "copy the file into the project instead of linking to it",
                "hãy chép tệp vào dự án thay vì tạo liên kết"
            )),
            Self::NotAFile => Diagnostic::error(
                codes::FILE_UNREADABLE,
                words!(
                    "`{path}` is a folder or a device, not a file",
                    "`{path}` là thư mục hoặc thiết bị, không phải tệp"
                ),
            ),
            Self::TooLarge => Diagnostic::error(
                codes::FILE_UNREADABLE,
                words!("`{path}` is larger than 64 MB", "`{path}` lớn hơn 64 MB"),
            )
            .help(words!("split it, or make it smaller", "hãy chia nhỏ hoặc giảm dung lượng tệp")),
            Self::Io(error) => Diagnostic::error(
                codes::FILE_UNREADABLE,
                words!("`{path}` cannot be read: {error}", "không đọc được `{path}`: {error}"),
            ),
        }
    }
}

fn missing(path: &RelPath, siblings: &[String]) -> Diagnostic {
    let finding = Diagnostic::error(codes::FILE_MISSING, words!("`{path}` does not exist", "không có tệp `{path}`"));
    match nearest(path.name(), siblings.iter().map(String::as_str)) {
        Some(near) => finding.help(words!("did you mean `{near}`?", "có phải ý bạn là `{near}`?")),
        None => finding,
    }
}

/// The finding about bytes that are no UTF-8 from `valid` on.
pub(super) fn not_utf8(path: &RelPath, raw: &[u8], valid: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(raw.get(..valid).unwrap_or_default());
    let source = Source::new(path.clone(), &before);
    let end = source.text.len();
    Diagnostic::error(codes::FILE_UNREADABLE, words!("`{path}` is not UTF-8 text", "`{path}` không phải văn bản UTF-8"))
        .at(&source, Span::new(end, end))
        .help(words!("save it again with the encoding UTF-8", "hãy lưu lại tệp với bảng mã UTF-8"))
}
