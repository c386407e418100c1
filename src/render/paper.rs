//! The style sheets of stocks: where cards lie on their sheets, for printing from the browser.
//!
//! It follows from the same table and the same imposition as the PDFs. Lengths are millimetres.

use std::fmt::Write as _;

use serde::Serialize;

use crate::model::paper::Printer;
use crate::print::geometry::Rect;
use crate::print::impose::{Setup, Turn};
use crate::print::stock::{STOCKS, Stock};

/// The name of the style sheet with the sizes of sheets.
pub const SHEETS: &str = "stocks.css";
/// The name of the one with the places of cards on them.
pub const PLACES: &str = "places.css";

/// The style sheets for the known stocks and a site's `own`, with what its printer is off by.
pub fn style_sheets(own: &[Stock], printer: &Printer) -> [(&'static str, String); 2] {
    let mut sheets = String::from("/* The sizes of sheets: made from the table of stocks. */\n\n@layer print {\n");
    let mut places =
        String::from("/* Where cards lie on their sheets: made from the table of stocks. */\n\n@layer print {\n");
    for stock in all(own) {
        let class = class(own, stock);
        let (width, height) = (short(stock.sheet.x), short(stock.sheet.y));
        // A string takes all that is written to it.
        let _ = writeln!(sheets, "@page {class} {{ size: {width}mm {height}mm; margin: 0; }}");
        let _ = writeln!(sheets, ".{class} {{ page: {class}; inline-size: {width}mm; block-size: {height}mm; }}");
        write_places(&mut places, stock, &class, printer);
    }
    [(SHEETS, sheets + "}\n"), (PLACES, places + "}\n")]
}

/// A stock, as readers choose it.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// The class of what lies on it.
    class: String,
    /// The names by which it is known.
    names: String,
    /// The size of a card in millimetres.
    size: String,
    /// How many cards a sheet holds.
    count: usize,
    /// Whether it is cut by hand.
    is_cut: bool,
    /// The paper: `Letter`, `A4`, or nothing.
    paper: &'static str,
}

/// Every stock with more than one card on a sheet, a site's `own` first.
pub fn listed(own: &[Stock]) -> Vec<Listed> {
    let of = |stock: &Stock| Listed {
        class: class(own, stock),
        names: stock.names.join(", "),
        size: format!("{} × {} mm", tenths(stock.card.x), tenths(stock.card.y)),
        count: stock.places(),
        is_cut: stock.is_cut,
        paper: match (stock.is_letter(), stock.is_a4()) {
            (true, _) => "Letter",
            (_, true) => "A4",
            _ => "",
        },
    };
    all(own).filter(|stock| stock.places() > 1).map(of).collect()
}

/// A length to a tenth, as people write it.
pub fn tenths(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// Every stock that can be printed on, a site's own first; a known one whose name it has taken is left out.
fn all(own: &[Stock]) -> impl Iterator<Item = &Stock> {
    let is_taken = |stock: &&Stock| own.iter().any(|other| other.name().eq_ignore_ascii_case(stock.name()));
    let own = own.iter().filter(|stock| stock.is_possible());
    own.chain(STOCKS.iter().filter(move |stock| !is_taken(stock)))
}

/// The class of what lies on a stock. A site's own are numbered, as a name can be anything.
pub fn class(own: &[Stock], stock: &Stock) -> String {
    match own.iter().position(|other| other == stock) {
        Some(at) => format!("stock-own-{}", at + 1),
        None => format!("stock-{}", stock.name().to_lowercase()),
    }
}

fn write_places(css: &mut String, stock: &Stock, class: &str, printer: &Printer) {
    for (name, turn) in
        [("plain", Turn::None), ("long", Turn::LongEdge), ("short", Turn::ShortEdge), ("fold", Turn::Fold)]
    {
        let setup = Setup { turn, skip: 0, offset: printer.offset.0, back_offset: printer.back_offset.0 };
        let (side, rim) = (setup.side(stock), setup.rim(stock));
        let spots: Vec<_> = setup.spots(stock, stock.places()).into_iter().filter(|spot| spot.sheet == 0).collect();
        let [width, height, across, down] = [side.x, side.y, rim.x, rim.y].map(short);
        let _ = writeln!(
            css,
            ".{class}.{name} .card {{ --places: {}; inline-size: {width}mm; block-size: {height}mm; padding: {down}mm {across}mm; }}",
            spots.len()
        );
        for (at, spot) in spots.iter().enumerate() {
            let mut put = |kind: &str, rect: Rect| {
                let (left, top) = (short(rect.x), short(rect.y));
                let _ = writeln!(css, ".{class}.{name} .{kind}-{at} {{ left: {left}mm; top: {top}mm; }}");
            };
            put("front", spot.front);
            if let Some(back) = spot.back {
                put("back", back);
            }
        }
    }
}

/// A length to a thousandth.
fn short(length: f64) -> String {
    let text = format!("{length:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
