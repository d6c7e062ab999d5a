//! Latin letters whose stroke or ligature is no mark to Unicode: taking marks away leaves them.

/// The plain letters that a small letter stands for.
#[must_use]
pub fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        _ => return None,
    })
}
