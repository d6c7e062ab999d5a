//! An address as a QR code.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The code as an SVG; `None` when the address is too long for one.
pub(super) fn svg(address: &str) -> Option<String> {
    // Paper is read in bad light and on folds: a quarter of the code may be lost.
    let code = QrCode::with_error_correction_level(address, EcLevel::Q)
        .or_else(|_| QrCode::with_error_correction_level(address, EcLevel::L))
        .ok()?;
    Some(code.render::<svg::Color<'_>>().quiet_zone(false).build())
}
