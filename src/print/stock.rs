//! Stocks: sheets of cards as they are sold, and plain paper.
//!
//! The geometry of the stocks that are sold was read from the template databases of gLabels and
//! LibreOffice.

/// A sheet of cards, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stock {
    /// The names by which it is asked for, the usual one first.
    pub names: &'static [&'static str],
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
}

/// Millimetres to the right and down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

const fn mm(x: f64, y: f64) -> Size {
    Size { x, y }
}

const fn inch(x: f64, y: f64) -> Size {
    Size { x: x * 25.4, y: y * 25.4 }
}

const LETTER: Size = inch(8.5, 11.0);
const LETTER_LANDSCAPE: Size = inch(11.0, 8.5);
const A4: Size = mm(210.0, 297.0);
const A4_LANDSCAPE: Size = mm(297.0, 210.0);

const fn close(names: &'static [&'static str], sheet: Size, card: Size, columns: u8, rows: u8, first: Size) -> Stock {
    Stock { names, sheet, card, grid: (columns, rows), first, pitch: card }
}

const fn apart(
    names: &'static [&'static str],
    sheet: Size,
    card: Size,
    columns: u8,
    rows: u8,
    first: Size,
    pitch: Size,
) -> Stock {
    Stock { names, sheet, card, grid: (columns, rows), first, pitch }
}

/// Every stock that is known without a site's own.
#[rustfmt::skip]
pub const STOCKS: &[Stock] = &[
    // US Letter.
    close(&["5371", "8371", "8871", "28371"], LETTER, inch(3.5, 2.0), 2, 5, inch(0.75, 0.5)),
    apart(&["8373", "8869"], LETTER, inch(3.5, 2.0), 2, 4, inch(0.5, 0.75), inch(4.0, 2.5)),
    close(&["5388", "8388", "5386"], LETTER, inch(5.0, 3.0), 1, 3, inch(1.75, 1.0)),
    // Sources disagree on where the first card begins: 1.25 in with a pitch of 4.5 in, too.
    close(&["5389"], LETTER, inch(6.0, 4.0), 1, 2, inch(1.25, 1.5)),
    close(&["5392", "5384", "74541"], LETTER, inch(4.0, 3.0), 2, 3, inch(0.25, 1.0)),
    apart(&["5395"], LETTER, inch(3.375, 2.3333), 2, 4, inch(0.6875, 0.58333), inch(3.75, 2.5)),
    apart(&["5164", "8164"], LETTER, inch(4.0, 3.3333), 2, 3, inch(0.15625, 0.5), inch(4.1875, 3.3333)),
    apart(&["5163", "8163"], LETTER, inch(4.0, 2.0), 2, 5, inch(0.15625, 0.5), inch(4.1875, 2.0)),
    apart(&["5168"], LETTER, inch(3.5, 5.0), 2, 2, inch(0.5, 0.5), inch(4.0, 5.0)),
    close(&["8387"], LETTER_LANDSCAPE, inch(5.5, 4.25), 2, 2, inch(0.0, 0.0)),
    // A4.
    apart(&["C32011-10"], A4, mm(85.0, 54.0), 2, 5, mm(15.0, 13.5), mm(95.0, 54.0)),
    apart(&["C32015"], A4, mm(85.0, 54.0), 2, 4, mm(17.0, 31.5), mm(91.0, 60.0)),
    close(&["L7414"], A4, mm(90.0, 52.0), 2, 5, mm(15.0, 18.5)),
    close(&["L7413"], A4, mm(90.0, 50.8), 2, 5, mm(15.0, 21.5)),
    close(&["L7418"], A4, mm(86.0, 55.0), 2, 4, mm(19.0, 38.5)),
    apart(&["L4785"], A4, mm(80.0, 50.0), 2, 5, mm(18.0, 13.0), mm(95.0, 55.0)),
    close(&["L7421"], A4_LANDSCAPE, mm(139.37, 97.29), 2, 2, mm(9.13, 7.71)),
    // Plain paper.
    close(&["letter"], LETTER, LETTER, 1, 1, inch(0.0, 0.0)),
    close(&["letter-halves"], LETTER, inch(8.5, 5.5), 1, 2, inch(0.0, 0.0)),
    close(&["letter-quarters"], LETTER, inch(4.25, 5.5), 2, 2, inch(0.0, 0.0)),
    close(&["letter-3x5"], LETTER_LANDSCAPE, inch(5.0, 3.0), 2, 2, inch(0.5, 1.25)),
    close(&["a4"], A4, A4, 1, 1, mm(0.0, 0.0)),
    close(&["a4-a6"], A4, mm(105.0, 148.5), 2, 2, mm(0.0, 0.0)),
    close(&["a4-a7"], A4, mm(105.0, 74.0), 2, 4, mm(0.0, 0.5)),
];

/// The stock called `name`; letter case does not count.
pub fn stock(name: &str) -> Option<&'static Stock> {
    let is_named = |stock: &&Stock| stock.names.iter().any(|one| one.eq_ignore_ascii_case(name.trim()));
    STOCKS.iter().find(is_named)
}

/// The names of all stocks.
pub fn names() -> impl Iterator<Item = &'static str> {
    STOCKS.iter().flat_map(|stock| stock.names.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_card_lies_on_its_sheet_and_on_no_other_card() {
        for stock in STOCKS {
            let (columns, rows) = (f64::from(stock.grid.0), f64::from(stock.grid.1));
            let right = stock.first.x + (columns - 1.0) * stock.pitch.x + stock.card.x;
            let bottom = stock.first.y + (rows - 1.0) * stock.pitch.y + stock.card.y;
            assert!(right <= stock.sheet.x + 0.01 && bottom <= stock.sheet.y + 0.01, "{stock:?}: {right} {bottom}");
            assert!(stock.pitch.x >= stock.card.x && stock.pitch.y >= stock.card.y, "{stock:?}");
        }
        let mut all: Vec<String> = names().map(str::to_lowercase).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), names().count(), "a name twice");
        assert_eq!(stock("c32015").map(|stock| stock.grid), Some((2, 4)));
    }
}
