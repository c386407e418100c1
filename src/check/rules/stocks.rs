//! The stocks of a site's own are possible: each has a name, and its cards lie on the sheet beside one another.

use crate::check::rule::{Look, Rule};
use crate::diagnostic::Diagnostic;
use crate::model::config;
use crate::model::site::Site;
use crate::parse::value::Data;
use crate::print::stock::Stock;
use crate::source::Span;

crate::codes! {
    /// A stock below `stocks:` in `site.yaml` cannot be: its cards do not lie on the sheet, or lie on one another.
    ///
    /// Lengths are millimeters, or inches where they end in `in`. `first` is the corner of the first card from the
    /// sheet's top left, `pitch` the way from one card's corner to the next one's:
    /// `- {name: "1234", sheet: letter, card: [3.5in, 2in], columns: 2, rows: 5, first: [0.75in, 0.5in]}`.
    IMPOSSIBLE_STOCK = "impossible-stock", Error, Fixed;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let stocks = &site.settings.stocks;
    let same = |at: usize, stock: &Stock| {
        let is_named = |other: &Stock| other.name().eq_ignore_ascii_case(stock.name());
        stocks[..at].iter().any(is_named).then(|| {
            (format!("there are two stocks called \"{}\"", stock.name()), "give one of them another name".to_owned())
        })
    };
    let all = stocks.iter().enumerate();
    all.filter_map(|(at, stock)| {
        let (said, help) = wrong(stock).or_else(|| same(at, stock))?;
        Some(found(site, at, said, help))
    })
    .collect()
}

/// What is wrong with a stock, and what to do.
fn wrong(stock: &Stock) -> Option<(String, String)> {
    let name = stock.name();
    if name.is_empty() {
        return Some(("a stock has no name".to_owned(), "add `name:`, such as the number on the package".to_owned()));
    }
    if stock.card.x <= 0.0 || stock.card.y <= 0.0 {
        let help = "add `card: [width, height]` in millimeters, such as card: [85, 54]".to_owned();
        return Some((format!("the cards of the stock \"{name}\" have no size"), help));
    }
    if stock.is_possible() {
        return None;
    }
    if !stock.has_paper() {
        let help = "write the width and the height of the sheet in millimeters, each from 70 to 500".to_owned();
        return Some((format!("the stock \"{name}\" has a sheet that no printer takes"), help));
    }
    if !stock.has_cards() {
        let help = "a sheet has from 1 to 100 cards, each at least 10 mm wide and high: look at card, columns and rows";
        return Some((
            format!("the stock \"{name}\" has too many cards, none, or cards too small to print on"),
            help.to_owned(),
        ));
    }
    let last = stock.card_at(stock.places().saturating_sub(1));
    let message = format!("the cards of the stock \"{name}\" do not lie on its sheet one beside the other");
    let help = format!(
        "the last card ends {:.1} mm from the left and {:.1} mm from the top, and the sheet has {:.1} × {:.1} mm: look at card, columns, rows, first and pitch",
        last.right(),
        last.bottom(),
        stock.sheet.x,
        stock.sheet.y
    );
    Some((message, help))
}

fn found(site: &Site, at: usize, said: String, help: String) -> Diagnostic {
    let stocks = site.settings.fields.get("stocks").map(|field| &field.value);
    let one = stocks.and_then(|stocks| match &stocks.data {
        Data::List(list) => list.get(at).map(|value| value.span),
        _ => None,
    });
    let span: Span = one.or(stocks.map(|stocks| stocks.span)).unwrap_or_default();
    Diagnostic::new(&IMPOSSIBLE_STOCK, said).at(&config::file(), span).help(help)
}
