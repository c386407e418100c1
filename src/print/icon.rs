//! Small drawings: the shapes of themes, and what one can point at.
//!
//! Each is drawn on a square of 24 by 24, in outlines or filled, and means the same in black and white.

use serde::Serialize;

use crate::print::mark::{Mark, Piece};

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Icon {
    /// The shape of a theme by its place in the vocabulary: six shapes, filled or not.
    Theme(u8),
    /// A point before an item.
    Dot,
    /// A box to tick.
    Box,
    /// Good practice.
    Tick,
    /// With care.
    Triangle,
    /// Only with permission.
    Lock,
    /// Never.
    Cross,
    /// The sun.
    Sun,
    /// A cloud.
    Cloud,
    /// Rain.
    Rain,
    /// A storm.
    Storm,
    /// Nothing: not today.
    Blank,
    /// A hand that waves.
    Wave,
    /// A thumb.
    Thumb,
    /// A nod.
    Nod,
    /// A smile.
    Smile,
    /// Words that are said.
    Speech,
    /// Someone who walks past in peace.
    Quiet,
    /// A heart.
    Heart,
    /// An elbow's distance: two people who wave.
    Air,
}

/// Commands of a drawing: `M` and `L` with two numbers, `C` with six, `O` (a circle) with three, `Z` without.
/// A `*` before them fills the shape.
fn drawing(icon: Icon) -> &'static [&'static str] {
    match icon {
        Icon::Theme(at) => THEMES[usize::from(at) % THEMES.len()],
        Icon::Dot => &["* O 12 12 4"],
        Icon::Box => &["M 4 4 L 20 4 L 20 20 L 4 20 Z"],
        Icon::Tick => &["O 12 12 10", "M 7 12.5 L 10.7 16 L 17 8.5"],
        Icon::Triangle => &["M 12 3 L 22 20 L 2 20 Z", "M 12 9 L 12 14", "* O 12 17 1"],
        Icon::Lock => &["M 5 11 L 19 11 L 19 21 L 5 21 Z", "M 8 11 L 8 8 C 8 2.5 16 2.5 16 8 L 16 11"],
        Icon::Cross => &["M 7 2 L 17 2 L 22 7 L 22 17 L 17 22 L 7 22 L 2 17 L 2 7 Z", "M 8 8 L 16 16", "M 16 8 L 8 16"],
        Icon::Sun => &[
            "O 12 12 4.5",
            "M 12 1.5 L 12 4.5 M 12 19.5 L 12 22.5 M 1.5 12 L 4.5 12 M 19.5 12 L 22.5 12",
            "M 4.6 4.6 L 6.7 6.7 M 17.3 17.3 L 19.4 19.4 M 4.6 19.4 L 6.7 17.3 M 17.3 6.7 L 19.4 4.6",
        ],
        Icon::Cloud => &[CLOUD],
        Icon::Rain => &[LOW_CLOUD, "M 8 17 L 7 21 M 12.5 17 L 11.5 21 M 17 17 L 16 21"],
        Icon::Storm => &[LOW_CLOUD, "M 13 15 L 9.5 19 L 13.5 19 L 11 23"],
        Icon::Blank => &["M 3 3 L 21 3 L 21 21 L 3 21 Z"],
        Icon::Wave => &[HAND, "M 2.5 5 C 1.6 6.6 1.6 8.4 2.5 10 M 21.5 5 C 22.4 6.6 22.4 8.4 21.5 10"],
        Icon::Thumb => &[
            "M 3 11 L 7 11 L 7 21 L 3 21 Z",
            "M 7 12 L 11 3 C 14 2.6 14.6 5 13.6 9 L 19 9 C 21 9 21.4 11 20.8 12.5 L 18.6 19.5 C 18.2 20.6 17.4 21 16.4 21 L 7 21",
        ],
        Icon::Nod => &[
            "O 9.5 12 8",
            "* O 7 10 1 O 12 10 1",
            "M 7 15.2 L 12 15.2",
            "M 21 7 L 21 17 M 18.6 14.4 L 21 17 L 23.4 14.4",
        ],
        Icon::Smile => &[FACE, EYES, "M 7.5 14 C 9 17.5 15 17.5 16.5 14"],
        Icon::Speech => &[
            "M 4 4 L 20 4 C 21 4 22 5 22 6 L 22 14 C 22 15 21 16 20 16 L 11 16 L 6.5 20.5 L 6.5 16 L 4 16 C 3 16 2 15 2 14 L 2 6 C 2 5 3 4 4 4 Z",
            "M 6.5 8.5 L 17.5 8.5 M 6.5 11.8 L 14 11.8",
        ],
        Icon::Quiet => &[
            FACE,
            "M 7 10.5 C 7.8 11.5 9.2 11.5 10 10.5 M 14 10.5 C 14.8 11.5 16.2 11.5 17 10.5",
            "M 9.5 15.5 L 14.5 15.5",
        ],
        Icon::Heart => {
            &["M 12 21 C 2 14 1.5 9 3 6.5 C 5 3.2 10 3.5 12 7.5 C 14 3.5 19 3.2 21 6.5 C 22.5 9 22 14 12 21 Z"]
        }
        Icon::Air => {
            &[HAND, "M 3.4 9.5 L 1.6 9 M 4.4 5.6 L 2.8 4.4 M 7 2.4 L 6 0.8 M 18 2.4 L 19 0.8 M 20.6 5.6 L 22.2 4.4"]
        }
    }
}

const THEMES: [&[&str]; 12] = [
    &["* O 12 12 9"],
    &["* M 4 4 L 20 4 L 20 20 L 4 20 Z"],
    &["* M 12 3 L 22 20 L 2 20 Z"],
    &["* M 12 2 L 22 12 L 12 22 L 2 12 Z"],
    &["* M 7 3 L 17 3 L 22 12 L 17 21 L 7 21 L 2 12 Z"],
    &["* M 9 3 L 15 3 L 15 9 L 21 9 L 21 15 L 15 15 L 15 21 L 9 21 L 9 15 L 3 15 L 3 9 L 9 9 Z"],
    &["O 12 12 9"],
    &["M 4 4 L 20 4 L 20 20 L 4 20 Z"],
    &["M 12 3 L 22 20 L 2 20 Z"],
    &["M 12 2 L 22 12 L 12 22 L 2 12 Z"],
    &["M 7 3 L 17 3 L 22 12 L 17 21 L 7 21 L 2 12 Z"],
    &["M 9 3 L 15 3 L 15 9 L 21 9 L 21 15 L 15 15 L 15 21 L 9 21 L 9 15 L 3 15 L 3 9 L 9 9 Z"],
];
const CLOUD: &str =
    "M 7 19 C 2 19 1 13 5.5 12 C 5 6 13 4.5 15 9.5 C 20 8.5 23 12.5 21.5 16 C 20.8 18 19.5 19 17.5 19 Z";
const LOW_CLOUD: &str =
    "M 7 15 C 2 15 1 9 5.5 8 C 5 2 13 0.5 15 5.5 C 20 4.5 23 8.5 21.5 12 C 20.8 14 19.5 15 17.5 15 Z";
const HAND: &str = "M 6.5 13 L 6.5 7 C 6.5 5.4 8.8 5.4 8.8 7 L 8.8 11 L 8.8 4.6 C 8.8 3 11.2 3 11.2 4.6 L 11.2 11 L 11.2 4 C 11.2 2.4 13.6 2.4 13.6 4 L 13.6 11 L 13.6 5.6 C 13.6 4 16 4 16 5.6 L 16 13.5 L 17.6 11.4 C 18.6 10 20.4 11 19.6 12.6 L 16.6 18.6 C 15.6 20.6 14 21.5 12 21.5 C 8.6 21.5 6.5 19.4 6.5 16 Z";
const FACE: &str = "O 12 12 9";
const EYES: &str = "* O 9 10 1.1 O 15 10 1.1";

impl Icon {
    /// Its marks with the top left at `x`, `y`, `side` points wide and high.
    pub fn marks(self, (x, y): (f32, f32), side: f32) -> Vec<Mark> {
        let scale = side / 24.0;
        let outline = (1.7 * scale).max(0.6);
        let marks = drawing(self).iter().map(|line| {
            let commands = line.trim_start_matches("* ");
            let pieces = pieces(commands, (x, y), scale);
            Mark::Shape { pieces, outline: (!line.starts_with('*')).then_some(outline) }
        });
        marks.collect()
    }
}

fn pieces(commands: &str, (x, y): (f32, f32), scale: f32) -> Vec<Piece> {
    let mut words = commands.split(' ');
    let mut pieces = Vec::new();
    while let Some(command) = words.next() {
        let mut number = || words.next().and_then(|word| word.parse::<f32>().ok()).unwrap_or_default() * scale;
        match command {
            "M" => pieces.push(Piece::Move(x + number(), y + number())),
            "L" => pieces.push(Piece::Line(x + number(), y + number())),
            "C" => pieces.push(Piece::Curve(
                x + number(),
                y + number(),
                x + number(),
                y + number(),
                x + number(),
                y + number(),
            )),
            "O" => {
                let ring = Mark::ring(x + number(), y + number(), number());
                if let Mark::Shape { pieces: ring, .. } = ring {
                    pieces.extend(ring);
                }
            }
            _ => pieces.push(Piece::Close),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_stays_near_its_square() {
        for icon in [Icon::Sun, Icon::Rain, Icon::Storm, Icon::Wave, Icon::Thumb, Icon::Nod, Icon::Cross, Icon::Air] {
            for mark in icon.marks((0.0, 0.0), 24.0) {
                let Mark::Shape { pieces, .. } = mark else { panic!("no shape") };
                for piece in pieces {
                    if let Piece::Move(x, y) | Piece::Line(x, y) = piece {
                        assert!((-0.5..=24.5).contains(&x) && (-0.5..=24.5).contains(&y), "{icon:?}: {x} {y}");
                    }
                }
            }
        }
    }
}
