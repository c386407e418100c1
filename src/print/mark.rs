//! What lies on a sheet: marks, and the parts of text or drawing that they make up.
//!
//! All lengths are points from the sheet's top left.

use std::ops::Range;
use std::sync::Arc;

/// One thing that is drawn.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A row of glyphs of one face.
    Glyphs(Glyphs),
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        width: f32,
        /// Whether it is broken into dashes.
        is_dashed: bool,
    },
    /// A code: the black modules of its rows.
    Code {
        /// The top left.
        at: (f32, f32),
        /// The side of a module.
        module: f32,
        /// Modules that touch in a row: from the left, from the top, how many.
        runs: Arc<[(u8, u8, u8)]>,
    },
    /// A drawing.
    Shape {
        /// Its pieces.
        pieces: Vec<Piece>,
        /// How thick its outline is; it is filled where there is none.
        outline: Option<f32>,
    },
}

/// A piece of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Begins at a point.
    Move(f32, f32),
    /// A straight line to a point.
    Line(f32, f32),
    /// A curve to the last point, drawn to the two before it.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Back to where it began.
    Close,
}

/// A row of glyphs, in the order in which they stand from left to right.
#[derive(Clone, Debug)]
pub struct Glyphs {
    /// Where the first one begins.
    pub x: f32,
    /// The line they stand on.
    pub y: f32,
    /// The size of the face.
    pub size: f32,
    /// The face, among those of the setter.
    pub face: usize,
    /// The text they come from.
    pub text: Arc<str>,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
}

/// A glyph; lengths are parts of the size.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u32,
    /// How far the next one stands from it.
    pub advance: f32,
    /// How far it is moved, to the right and up.
    pub moved: (f32, f32),
    /// The part of the text it stands for.
    pub text: Range<usize>,
}

/// What a part of a sheet is, for those who hear it.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The heading of a card.
    Heading,
    /// A passage.
    Passage,
    /// An item of a list.
    Item,
    /// A cell of a table; the rows of a table follow one another.
    Cell {
        /// The row, from 0.
        row: usize,
        /// Whether it heads its column.
        is_head: bool,
    },
    /// A drawing that says something, and what.
    Figure(String),
    /// Nothing to hear: lines, rulers, marks.
    Ornament,
}

/// Some marks that belong together, in reading order.
#[derive(Clone, Debug)]
pub struct Element {
    /// What they are.
    pub part: Part,
    /// The code of their language.
    pub language: Arc<str>,
    /// Whether it runs from right to left.
    pub is_rtl: bool,
    /// The marks.
    pub marks: Vec<Mark>,
}

impl Element {
    /// Marks that are not read out.
    pub fn ornament(marks: Vec<Mark>) -> Self {
        Self { part: Part::Ornament, language: "".into(), is_rtl: false, marks }
    }
}

impl Mark {
    /// A thin line.
    pub fn line(from: (f32, f32), to: (f32, f32)) -> Self {
        Self::Line { from, to, width: 0.6, is_dashed: false }
    }

    /// The outline of a rectangle with round corners.
    pub fn frame(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Self {
        let (r, right, bottom) = (radius.min(width / 2.0).min(height / 2.0), x + width, y + height);
        // How far a curve's handles lie from a quarter circle's ends.
        let k = r * 0.4477;
        let pieces = vec![
            Piece::Move(x + r, y),
            Piece::Line(right - r, y),
            Piece::Curve(right - k, y, right, y + k, right, y + r),
            Piece::Line(right, bottom - r),
            Piece::Curve(right, bottom - k, right - k, bottom, right - r, bottom),
            Piece::Line(x + r, bottom),
            Piece::Curve(x + k, bottom, x, bottom - k, x, bottom - r),
            Piece::Line(x, y + r),
            Piece::Curve(x, y + k, x + k, y, x + r, y),
            Piece::Close,
        ];
        Self::Shape { pieces, outline: Some(0.8) }
    }

    /// The outline of a circle.
    pub fn ring(x: f32, y: f32, radius: f32) -> Self {
        Self::frame(x - radius, y - radius, 2.0 * radius, 2.0 * radius, radius)
    }

    /// The same mark, moved.
    pub fn moved(mut self, by: (f32, f32)) -> Self {
        let put = |x: &mut f32, y: &mut f32| {
            *x += by.0;
            *y += by.1;
        };
        match &mut self {
            Self::Glyphs(glyphs) => put(&mut glyphs.x, &mut glyphs.y),
            Self::Code { at, .. } => put(&mut at.0, &mut at.1),
            Self::Line { from, to, .. } => {
                put(&mut from.0, &mut from.1);
                put(&mut to.0, &mut to.1);
            }
            Self::Shape { pieces, .. } => pieces.iter_mut().for_each(|piece| match piece {
                Piece::Move(x, y) | Piece::Line(x, y) => put(x, y),
                Piece::Curve(x1, y1, x2, y2, x, y) => {
                    put(x1, y1);
                    put(x2, y2);
                    put(x, y);
                }
                Piece::Close => {}
            }),
        }
        self
    }
}
