//! An address as a QR code.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// Dots in a row that a code of 14 millimetres has room for: a third of a millimetre each.
const DOTS: usize = 45;

/// The code as an SVG; `None` when there is no address, or one too long for a code.
pub(super) fn svg(address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    // Paper is read in bad light and on folds: a quarter of the code may be lost, less of a long address whose dots would
    // be too small for a telephone.
    let levels = [EcLevel::Q, EcLevel::M, EcLevel::L];
    let mut codes = levels.iter().filter_map(|level| QrCode::with_error_correction_level(address, *level).ok());
    let code = codes.find(|code| code.width() <= DOTS || code.error_correction_level() == EcLevel::L)?;
    Some(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
