//! Lengths on paper, in millimetres from the top left.

use serde::Serialize;

/// Points in a millimetre; a point is a 72nd of an inch.
pub const POINTS: f64 = 72.0 / 25.4;

/// Millimetres to the right and down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Size {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A rectangle on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rect {
    /// From the left edge of the sheet.
    pub x: f64,
    /// From its top edge.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Down.
    pub height: f64,
}

/// A size in millimetres.
pub const fn mm(x: f64, y: f64) -> Size {
    Size { x, y }
}

/// A size given in inches.
pub const fn inch(x: f64, y: f64) -> Size {
    Size { x: x * 25.4, y: y * 25.4 }
}

/// Millimetres in points.
#[expect(clippy::cast_possible_truncation, reason = "a sheet is a few hundred millimetres")]
pub fn points(mm: f64) -> f32 {
    (mm * POINTS) as f32
}

impl Size {
    /// Whether it is wider than high.
    pub fn is_landscape(self) -> bool {
        self.x > self.y
    }
}

impl Rect {
    /// The rectangle of `size` at `at`.
    pub fn new(at: Size, size: Size) -> Self {
        Self { x: at.x, y: at.y, width: size.x, height: size.y }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Moved to the right and down.
    pub fn moved(self, by: Size) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// What is left of it inside a rim.
    pub fn within(self, rim: Size) -> Self {
        let (width, height) = ((self.width - 2.0 * rim.x).max(0.0), (self.height - 2.0 * rim.y).max(0.0));
        Self { x: self.x + rim.x, y: self.y + rim.y, width, height }
    }

    /// The left and the right half.
    pub fn halves(self) -> (Self, Self) {
        let width = self.width / 2.0;
        (Self { width, ..self }, Self { x: self.x + width, width, ..self })
    }

    /// Whether it lies on a sheet of this size, to a hundredth of a millimetre.
    pub fn lies_on(&self, sheet: Size) -> bool {
        const SLACK: f64 = 0.01;
        self.x >= -SLACK && self.y >= -SLACK && self.right() <= sheet.x + SLACK && self.bottom() <= sheet.y + SLACK
    }
}
