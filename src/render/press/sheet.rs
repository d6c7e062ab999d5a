//! A sheet: where its pages lie and where it is cut. Lengths are millimetres from the lower left corner.

/// Width and height in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f64,
    /// Up.
    pub height: f64,
}

impl Size {
    /// A size of so many millimetres.
    #[must_use]
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    pub(super) fn turned(self) -> Self {
        Self::new(self.height, self.width)
    }

    /// Whether something of another size lies on it, up to a third of a millimetre.
    fn holds(self, other: Self) -> bool {
        other.width <= self.width + 0.3 && other.height <= self.height + 0.3
    }
}

/// A rectangle in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    pub fn new(x: f64, y: f64, size: Size) -> Self {
        Self { x, y, width: size.width, height: size.height }
    }

    /// In the middle of a sheet.
    pub fn centred(size: Size, sheet: Size) -> Self {
        Self::new((sheet.width - size.width) / 2.0, (sheet.height - size.height) / 2.0, size)
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn top(&self) -> f64 {
        self.y + self.height
    }

    /// Larger by so much on each side.
    pub fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }
}

/// Paper that sheets are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stock {
    /// Sheets of ISO 216 A sizes from an office printer, cut nowhere: marks keep within the margins.
    #[default]
    Office,
    /// Raw sheets of ISO 217 SRA sizes, trimmed after printing: there is room for marks and bleed.
    Press,
}

impl Stock {
    /// The smallest sheet, lying across, that holds what is to be printed with the room its marks need.
    pub(super) fn sheet(self, printed: Size) -> Size {
        let (sizes, room): (&[Size], f64) = match self {
            Self::Office => (&[Size::new(297.0, 210.0), Size::new(420.0, 297.0), Size::new(594.0, 420.0)], 0.0),
            Self::Press => (&[Size::new(320.0, 225.0), Size::new(450.0, 320.0), Size::new(640.0, 450.0)], MARK_ROOM),
        };
        let needed = Size::new(printed.width + 2.0 * room, printed.height + 2.0 * room);
        sizes.iter().copied().find(|size| size.holds(needed)).unwrap_or(needed)
    }
}

/// What crop marks and registration marks take beyond the cut on each side, in millimetres.
pub(super) const MARK_ROOM: f64 = 7.5;

/// The side a book is bound on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// Text runs from left to right.
    #[default]
    Left,
    /// Text runs from right to left.
    Right,
}

/// A side of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Printed on one side only.
    Only,
    /// Printed first.
    Front,
    /// Printed second.
    Back,
}

/// What a sheet's label says, in numbers that count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// Which signature, of how many. One of one is not worth a word.
    pub signature: (usize, usize),
    /// Which sheet (of its signature), of how many.
    pub sheet: (usize, usize),
    /// Which side.
    pub side: Side,
}

/// A page on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Which page of the file, from 0.
    pub page: usize,
    /// Where its trimmed area lies.
    pub area: Area,
    /// What of it shows: its area and the bleed that no other page owns.
    pub visible: Area,
}

/// A line of a mark, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stroke {
    pub from: (f64, f64),
    pub to: (f64, f64),
    pub dashed: bool,
}

/// One side of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sheet {
    pub size: Size,
    pub places: Vec<Place>,
    /// What is left after cutting.
    pub cut: Area,
    /// How far print goes beyond the cut.
    pub bleed: f64,
    /// Thin lines: where to cut and fold.
    pub strokes: Vec<Stroke>,
    /// Centres of registration marks, printed on every plate.
    pub targets: Vec<(f64, f64)>,
    /// Lower left corner of the label and the size of its type in points.
    pub label: Option<((f64, f64), f64)>,
    pub name: SheetName,
}
