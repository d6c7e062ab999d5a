//! How thick paper is, and what follows from it.
//!
//! Apparent specific volume, called bulk, is thickness by grammage (ISO 534): one gram a square metre
//! at one cubic centimetre a gram is one micrometre.

/// A paper stock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    /// Grams a square metre.
    pub gsm: f64,
    /// Cubic centimetres a gram.
    pub bulk: f64,
}

impl Default for Paper {
    /// Office paper: 80 g/m² of 1.25 cm³/g, a tenth of a millimetre thick.
    fn default() -> Self {
        Self { gsm: 80.0, bulk: 1.25 }
    }
}

impl Paper {
    /// Thickness of one leaf in millimetres.
    #[must_use]
    pub fn thickness(&self) -> f64 {
        self.gsm * self.bulk / 1000.0
    }

    /// Width of the spine of a glued book in millimetres: its leaves, two pages each, lie on each other.
    /// The cover's own paper wraps around them and adds nothing between its folds.
    #[must_use]
    pub fn spine(&self, pages: usize) -> f64 {
        pages.div_ceil(2) as f64 * self.thickness()
    }

    /// How far a sheet's pages move towards the spine, in millimetres, so that their margins are even once
    /// the booklet is trimmed: each sheet inside another is pushed out by the thickness of one.
    /// `depth` counts from the outermost sheet, which is 0.
    #[must_use]
    pub fn creep(&self, depth: usize) -> f64 {
        depth as f64 * self.thickness()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thickness_spine_and_creep_follow_from_grammage_and_bulk() {
        let office = Paper::default();
        assert!((office.thickness() - 0.1).abs() < 1e-9);
        // 200 pages are 100 leaves of a tenth of a millimetre.
        assert!((office.spine(200) - 10.0).abs() < 1e-9);
        assert!((office.spine(201) - 10.1).abs() < 1e-9);
        // A signature of 32 pages has 8 sheets; the innermost lies in 7 others.
        assert!((office.creep(0)).abs() < 1e-9 && (office.creep(7) - 0.7).abs() < 1e-9);
        let coated = Paper { gsm: 150.0, bulk: 0.8 };
        assert!((coated.thickness() - 0.12).abs() < 1e-9);
    }
}
