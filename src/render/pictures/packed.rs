//! An image's sizes as one row of bytes, to be kept between builds.

use serde::{Deserialize, Serialize};

use super::{File, Made};

#[derive(Serialize, Deserialize)]
struct Head {
    width: u32,
    height: u32,
    files: Vec<(u32, String, usize)>,
}

/// A line that says what there is, then the files one after the other.
#[must_use]
pub fn pack(made: &Made) -> Vec<u8> {
    let files = made.files.iter().map(|file| (file.width, file.extension.clone(), file.bytes.len())).collect();
    let mut out = serde_json::to_vec(&Head { width: made.width, height: made.height, files }).unwrap_or_default();
    out.push(b'\n');
    made.files.iter().for_each(|file| out.extend_from_slice(&file.bytes));
    out
}

/// The image that was packed; `None` when these bytes are none.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Made> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let head: Head = serde_json::from_slice(&bytes[..end]).ok()?;
    let mut rest = &bytes[end + 1..];
    let mut files = Vec::new();
    for (width, extension, length) in head.files {
        let (file, after) = rest.split_at_checked(length)?;
        files.push(File { width, extension, bytes: file.to_vec() });
        rest = after;
    }
    (rest.is_empty() && !files.is_empty()).then_some(Made { width: head.width, height: head.height, files })
}
