//! The list of stocks.

use crate::print::stock::{STOCKS, Stock};
use crate::render::paper::tenths;

/// Every stock with its names, its paper and its cards, a site's `own` first.
pub fn listed(own: &[Stock]) -> String {
    let rows: Vec<[String; 4]> = own.iter().chain(STOCKS.iter()).map(row).collect();
    let widest = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [widest(0), widest(1), widest(2)];
    let line = |[name, paper, card, others]: &[String; 4]| {
        let [first, second, third] = widths;
        format!("{name:first$}  {paper:second$}  {card:third$}  {others}").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

fn row(stock: &Stock) -> [String; 4] {
    let paper = match (stock.is_a4(), stock.sheet.is_landscape()) {
        (true, false) => "A4".to_owned(),
        (true, true) => "A4 landscape".to_owned(),
        (false, _) if !stock.is_letter() => format!("{} × {} mm", tenths(stock.sheet.x), tenths(stock.sheet.y)),
        (false, false) => "Letter".to_owned(),
        (false, true) => "Letter landscape".to_owned(),
    };
    let inches = format!("{} × {} in", hundredths(stock.card.x / 25.4), hundredths(stock.card.y / 25.4));
    let size = format!("{} × {} mm", tenths(stock.card.x), tenths(stock.card.y));
    let card = format!("{} to a sheet, {size} ({inches})", stock.places());
    let others = stock.names.get(1..).unwrap_or_default().join(", ");
    let others = if others.is_empty() { others } else { format!("also {others}") };
    [stock.name().to_owned(), paper, card, others]
}

fn hundredths(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}
