//! Stocks: sheets of cards as they are sold, plain paper, and those a school adds.
//!
//! The geometry of the stocks that are sold was read from the template databases of gLabels and
//! LibreOffice.

use std::sync::LazyLock;

use serde::Serialize;

use crate::print::geometry::{Rect, Size, inch, mm};

/// US Letter, upright.
pub const LETTER: Size = inch(8.5, 11.0);
/// A4, upright.
pub const A4: Size = mm(210.0, 297.0);
const LETTER_LANDSCAPE: Size = inch(11.0, 8.5);
const A4_LANDSCAPE: Size = mm(297.0, 210.0);

/// A sheet of cards, in millimetres.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stock {
    /// The names by which it is asked for, the usual one first.
    pub names: Vec<String>,
    /// Width and height of the sheet.
    pub sheet: Size,
    /// Width and height of a card.
    pub card: Size,
    /// How many cards stand side by side, and how many one below the other.
    pub grid: (u8, u8),
    /// The first card's corner, from the sheet's top left.
    pub first: Size,
    /// From one card's corner to the next one's.
    pub pitch: Size,
    /// Whether it is plain paper, which is cut by hand.
    pub is_cut: bool,
}

/// How many cards a sheet has at most.
const MOST_PLACES: usize = 100;
/// How wide and high a card is at least, in millimetres.
const LEAST_CARD: f64 = 10.0;

type Row = (&'static str, Size, Size, (u8, u8), Size, Option<Size>);

/// Card stock as it is sold: names, sheet, card, columns and rows, the first card's corner, the pitch where cards
/// stand apart.
#[rustfmt::skip]
const SOLD: &[Row] = &[
    // US Letter.
    ("5371 8371 8871 28371", LETTER, inch(3.5, 2.0), (2, 5), inch(0.75, 0.5), None),
    ("8373 8869", LETTER, inch(3.5, 2.0), (2, 4), inch(0.5, 0.75), Some(inch(4.0, 2.5))),
    ("5388 8388 5386", LETTER, inch(5.0, 3.0), (1, 3), inch(1.75, 1.0), None),
    // Sources disagree on where the first card begins: 1.25 in with a pitch of 4.5 in, too.
    ("5389", LETTER, inch(6.0, 4.0), (1, 2), inch(1.25, 1.5), None),
    ("5392 5384 74541", LETTER, inch(4.0, 3.0), (2, 3), inch(0.25, 1.0), None),
    ("5395", LETTER, inch(3.375, 2.3333), (2, 4), inch(0.6875, 0.58333), Some(inch(3.75, 2.5))),
    ("5164 8164", LETTER, inch(4.0, 3.3333), (2, 3), inch(0.15625, 0.5), Some(inch(4.1875, 3.3333))),
    ("5163 8163", LETTER, inch(4.0, 2.0), (2, 5), inch(0.15625, 0.5), Some(inch(4.1875, 2.0))),
    ("5168", LETTER, inch(3.5, 5.0), (2, 2), inch(0.5, 0.5), Some(inch(4.0, 5.0))),
    ("8387", LETTER_LANDSCAPE, inch(5.5, 4.25), (2, 2), inch(0.0, 0.0), None),
    // A4.
    ("C32011-10", A4, mm(85.0, 54.0), (2, 5), mm(15.0, 13.5), Some(mm(95.0, 54.0))),
    ("C32015", A4, mm(85.0, 54.0), (2, 4), mm(17.0, 31.5), Some(mm(91.0, 60.0))),
    ("L7414", A4, mm(90.0, 52.0), (2, 5), mm(15.0, 18.5), None),
    ("L7413", A4, mm(90.0, 50.8), (2, 5), mm(15.0, 21.5), None),
    ("L7418", A4, mm(86.0, 55.0), (2, 4), mm(19.0, 38.5), None),
    ("L4785", A4, mm(80.0, 50.0), (2, 5), mm(18.0, 13.0), Some(mm(95.0, 55.0))),
    ("L7421", A4_LANDSCAPE, mm(139.37, 97.29), (2, 2), mm(9.13, 7.71), None),
];

/// Plain paper.
#[rustfmt::skip]
const PLAIN: &[Row] = &[
    ("letter", LETTER, LETTER, (1, 1), inch(0.0, 0.0), None),
    ("letter-halves", LETTER, inch(8.5, 5.5), (1, 2), inch(0.0, 0.0), None),
    ("letter-quarters", LETTER, inch(4.25, 5.5), (2, 2), inch(0.0, 0.0), None),
    ("letter-3x5", LETTER_LANDSCAPE, inch(5.0, 3.0), (2, 2), inch(0.5, 1.25), None),
    ("a4", A4, A4, (1, 1), mm(0.0, 0.0), None),
    ("a4-a6", A4, mm(105.0, 148.5), (2, 2), mm(0.0, 0.0), None),
    ("a4-a7", A4, mm(105.0, 74.0), (2, 4), mm(0.0, 0.5), None),
];

/// Every stock that is known without a site's own.
pub static STOCKS: LazyLock<Vec<Stock>> = LazyLock::new(|| {
    let rows = |rows: &'static [Row], is_cut| rows.iter().map(move |row| of_row(row, is_cut));
    rows(SOLD, false).chain(rows(PLAIN, true)).collect()
});

fn of_row(&(names, sheet, card, grid, first, pitch): &Row, is_cut: bool) -> Stock {
    let names = names.split(' ').map(str::to_owned).collect();
    Stock { names, sheet, card, grid, first, pitch: pitch.unwrap_or(card), is_cut }
}

/// The stock called `name` among a site's `own` and the known ones; letter case does not count.
pub fn stock<'a>(own: &'a [Stock], name: &str) -> Option<&'a Stock> {
    let is_named = |stock: &&Stock| stock.names.iter().any(|one| one.eq_ignore_ascii_case(name.trim()));
    own.iter().find(is_named).or_else(|| STOCKS.iter().find(is_named))
}

/// The names of all stocks, a site's `own` first.
pub fn names(own: &[Stock]) -> impl Iterator<Item = &str> {
    own.iter().chain(STOCKS.iter()).flat_map(|stock| stock.names.iter().map(String::as_str))
}

impl Stock {
    /// The usual name.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// How many cards a sheet holds.
    pub fn places(&self) -> usize {
        usize::from(self.grid.0) * usize::from(self.grid.1)
    }

    /// The card at `place`, counted from 0 along the rows.
    pub fn card_at(&self, place: usize) -> Rect {
        let columns = usize::from(self.grid.0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a sheet has few cards")]
        let (column, row) = ((place % columns) as f64, (place / columns) as f64);
        Rect::new(mm(self.first.x + column * self.pitch.x, self.first.y + row * self.pitch.y), self.card)
    }

    /// Whether the paper is US Letter.
    pub fn is_letter(&self) -> bool {
        let (short, long) = (self.sheet.x.min(self.sheet.y), self.sheet.x.max(self.sheet.y));
        (short - LETTER.x).abs() < 1.0 && (long - LETTER.y).abs() < 1.0
    }

    /// Whether the paper is one that A4 printers take, and not US Letter.
    pub fn is_a4(&self) -> bool {
        let (short, long) = (self.sheet.x.min(self.sheet.y), self.sheet.x.max(self.sheet.y));
        (short - A4.x).abs() < 1.0 && (long - A4.y).abs() < 1.0
    }

    /// Whether `other` is for the same paper, either way up.
    pub fn is_on_paper_of(&self, other: &Self) -> bool {
        let sides = |stock: &Self| (stock.sheet.x.min(stock.sheet.y), stock.sheet.x.max(stock.sheet.y));
        let ((short, long), (other_short, other_long)) = (sides(self), sides(other));
        (short - other_short).abs() < 1.0 && (long - other_long).abs() < 1.0
    }

    /// Whether it is one that can be printed on: a sheet between 70 millimetres and half a metre, at most a hundred cards
    /// of at least a centimetre, each on the sheet and on no other one.
    pub fn is_possible(&self) -> bool {
        let last = self.card_at(self.places().saturating_sub(1));
        let is_apart = |pitch: f64, card: f64, count: u8| count < 2 || pitch >= card - 0.01;
        self.has_paper()
            && self.has_cards()
            && self.card_at(0).lies_on(self.sheet)
            && last.lies_on(self.sheet)
            && is_apart(self.pitch.x, self.card.x, self.grid.0)
            && is_apart(self.pitch.y, self.card.y, self.grid.1)
    }

    /// Whether its sheet is one that printers take.
    pub fn has_paper(&self) -> bool {
        [self.sheet.x, self.sheet.y].iter().all(|length| (70.0..=500.0).contains(length))
    }

    /// Whether it has cards, not too many, each large enough to print on.
    pub fn has_cards(&self) -> bool {
        (1..=MOST_PLACES).contains(&self.places()) && self.card.x >= LEAST_CARD && self.card.y >= LEAST_CARD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_lies_on_its_sheet_and_on_no_other_card() {
        for stock in STOCKS.iter() {
            assert!(stock.is_possible(), "{stock:?}");
        }
        let mut all: Vec<String> = names(&[]).map(str::to_lowercase).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), names(&[]).count(), "a name twice");
        assert_eq!(stock(&[], "c32015").map(|stock| stock.grid), Some((2, 4)));
    }

    #[test]
    fn a_stock_of_ones_own_goes_before_the_known_one() {
        let own = Stock { names: vec!["5371".to_owned()], grid: (1, 1), ..STOCKS[0].clone() };
        assert_eq!(stock(&[own], "5371").map(Stock::places), Some(1));
    }

    #[test]
    fn a_card_that_does_not_lie_on_its_sheet_is_found() {
        let wide = Stock { pitch: inch(5.0, 2.0), ..STOCKS[0].clone() };
        let over = Stock { pitch: inch(3.0, 2.0), ..STOCKS[0].clone() };
        assert!(!wide.is_possible() && !over.is_possible());
    }
}
