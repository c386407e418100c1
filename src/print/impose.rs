//! Where the cards of a deck lie on their sheets, fronts and backs.
//!
//! A back is its front's rectangle reflected about the axis about which the printer turns the sheet. Offsets are
//! in the printer's coordinates: they move what is printed, and are not reflected.

use serde::Serialize;

use crate::print::geometry::{Rect, Size};
use crate::print::stock::Stock;

/// How far from a card's edge nothing is printed, in millimetres: dies and scissors are off by some.
const SAFE: f64 = 3.5;
/// What printers leave blank, and a ruler above it.
const RULED: f64 = 14.0;
/// What most printers leave blank at the edge of a sheet, in millimetres.
pub const MARGIN: f64 = 6.35;

/// How the back of a card comes to be behind its front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Turn {
    /// The printer turns the sheet about its long edge.
    LongEdge,
    /// The printer turns the sheet about its short edge.
    ShortEdge,
    /// Front and back stand side by side and are folded.
    Fold,
    /// There are no backs.
    None,
}

/// What moves the cards of a deck on their sheets.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Setup {
    /// How backs come behind fronts.
    pub turn: Turn,
    /// How many places of the first sheet are left free.
    pub skip: usize,
    /// Moves all that is printed.
    pub offset: Size,
    /// Moves what is printed on backs, too.
    pub back_offset: Size,
}

/// Where one card lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The sheet, from 0.
    pub sheet: usize,
    /// Its front.
    pub front: Rect,
    /// Its back: on the other side, or beside the front where it is folded.
    pub back: Option<Rect>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { turn: Turn::None, skip: 0, offset: Size::default(), back_offset: Size::default() }
    }
}

impl Setup {
    /// Where `count` cards lie on `stock`.
    pub fn spots(&self, stock: &Stock, count: usize) -> Vec<Spot> {
        let cells = self.cells(stock);
        if cells.is_empty() {
            return Vec::new();
        }
        let used = self.skip.min(stock.places().saturating_sub(1));
        // Where no pair is left on the sheet, a new one is begun.
        let free = (used * cells.len()).div_ceil(stock.places()) % cells.len();
        (free..free + count)
            .map(|at| {
                let (front, back) = cells[at % cells.len()];
                Spot { sheet: at / cells.len(), front, back }
            })
            .collect()
    }

    /// The size of a card's side: the stock's, or half of it where each card is folded by itself.
    pub fn side(&self, stock: &Stock) -> Size {
        self.cells(stock).first().map_or(stock.card, |(front, _)| Size { x: front.width, y: front.height })
    }

    /// How far from a side's edges nothing is printed: as far everywhere, so that fronts and backs are alike.
    pub fn rim(&self, stock: &Stock) -> Size {
        let plain = Self { offset: Size::default(), back_offset: Size::default(), ..*self };
        let all = plain.cells(stock);
        let rects = all.iter().flat_map(|(front, back)| [Some(*front), *back]).flatten();
        let (mut x, mut y) = (SAFE, SAFE);
        for rect in rects {
            x = x.max(MARGIN - rect.x).max(MARGIN - (stock.sheet.x - rect.right()));
            y = y.max(MARGIN - rect.y).max(MARGIN - (stock.sheet.y - rect.bottom()));
        }
        // Where one card is the whole sheet, the ruler needs room at its foot.
        let is_whole = stock.grid.1 == 1 && stock.sheet.y - stock.card_at(0).bottom() < RULED;
        if is_whole { Size { x: x.max(RULED), y: y.max(RULED) } } else { Size { x, y } }
    }

    /// The front and the back of each place of a sheet.
    fn cells(&self, stock: &Stock) -> Vec<(Rect, Option<Rect>)> {
        let back = Size { x: self.offset.x + self.back_offset.x, y: self.offset.y + self.back_offset.y };
        let place = |at: usize| stock.card_at(at);
        let all = 0..stock.places();
        match self.turn {
            Turn::None => all.map(|at| (place(at).moved(self.offset), None)).collect(),
            Turn::LongEdge | Turn::ShortEdge => all
                .map(|at| {
                    let behind = reflected(place(at), stock.sheet, self.turn).moved(back);
                    (place(at).moved(self.offset), Some(behind))
                })
                .collect(),
            Turn::Fold if are_pairs(stock) => all
                .step_by(2)
                .map(|at| (place(at).moved(self.offset), Some(place(at + 1).moved(self.offset))))
                .collect(),
            Turn::Fold => {
                all.map(|at| place(at).moved(self.offset).halves()).map(|(front, back)| (front, Some(back))).collect()
            }
        }
    }
}

/// Whether cards touch side by side, so that two of them can be folded into one.
fn are_pairs(stock: &Stock) -> bool {
    stock.grid.0.is_multiple_of(2) && stock.grid.0 > 0 && (stock.pitch.x - stock.card.x).abs() < 0.01
}

/// `rect` as it lies on the other side of the sheet.
fn reflected(rect: Rect, sheet: Size, turn: Turn) -> Rect {
    let is_about_vertical = sheet.is_landscape() == (turn == Turn::ShortEdge);
    match is_about_vertical {
        true => Rect { x: sheet.x - rect.right(), ..rect },
        false => Rect { y: sheet.y - rect.bottom(), ..rect },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::geometry::mm;
    use crate::print::stock::{STOCKS, stock};

    fn setup(turn: Turn) -> Setup {
        Setup { turn, ..Setup::default() }
    }

    #[test]
    fn a_back_lies_behind_its_front_when_the_sheet_is_turned() {
        for stock in STOCKS.iter() {
            for turn in [Turn::LongEdge, Turn::ShortEdge] {
                for spot in setup(turn).spots(stock, stock.places()) {
                    let back = spot.back.expect("a back");
                    let is_same = |a: f64, b: f64| (a - b).abs() < 1e-9;
                    let long_is_vertical = stock.sheet.y > stock.sheet.x;
                    let behind = match long_is_vertical == (turn == Turn::LongEdge) {
                        true => is_same(stock.sheet.x - back.right(), spot.front.x) && is_same(back.y, spot.front.y),
                        false => is_same(stock.sheet.y - back.bottom(), spot.front.y) && is_same(back.x, spot.front.x),
                    };
                    assert!(behind && back.lies_on(stock.sheet), "{} {turn:?}: {spot:?}", stock.name());
                }
            }
        }
    }

    #[test]
    fn an_offset_is_the_printers_and_is_not_reflected() {
        let stock = stock(&[], "L4785").expect("a stock");
        let moved = Setup { offset: mm(1.0, 2.0), back_offset: mm(0.5, 0.0), ..setup(Turn::LongEdge) };
        let (plain, moved) = (setup(Turn::LongEdge).spots(stock, 1)[0], moved.spots(stock, 1)[0]);
        assert_eq!(moved.front, plain.front.moved(mm(1.0, 2.0)));
        assert_eq!(moved.back, plain.back.map(|back| back.moved(mm(1.5, 2.0))));
    }

    #[test]
    fn cards_that_touch_are_folded_in_pairs_and_others_each_by_itself() {
        let [touching, single] = ["letter-quarters", "letter-halves"].map(|name| stock(&[], name).expect("a stock"));
        let pair = setup(Turn::Fold).spots(touching, 1)[0];
        assert_eq!(pair.back.map(|back| (back.x, back.y)), Some((pair.front.right(), pair.front.y)));
        assert_eq!((pair.front.width, setup(Turn::Fold).spots(touching, 3)[2].sheet), (touching.card.x, 1));
        assert_eq!(setup(Turn::Fold).side(single), mm(single.card.x / 2.0, single.card.y));
    }

    #[test]
    fn places_that_are_used_up_are_left_free_on_the_first_sheet_only() {
        let stock = stock(&[], "5388").expect("a stock");
        let spots = Setup { skip: 2, ..setup(Turn::None) }.spots(stock, 3);
        assert_eq!(spots.iter().map(|spot| spot.sheet).collect::<Vec<_>>(), [0, 1, 1]);
        assert_eq!((spots[0].front, spots[1].front), (stock.card_at(2), stock.card_at(0)));
    }
}
