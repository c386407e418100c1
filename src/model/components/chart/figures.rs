//! The figures of a chart: from its rows, or from a CSV file.

use std::collections::BTreeMap;

use crate::model::components::chart::{Chart, ChartKind};
use crate::model::components::number::{Decimal, decimal, digits, is_missing, is_percent, number};
use crate::parse::records::{Cell, Table};
use crate::source::Span;

/// How many series a chart shows at most.
pub const SERIES: usize = 6;

/// How many rows are looked at, and how many columns of numbers. A chart shows far fewer, and what a file
/// may cost is bounded by their product.
const ROWS: usize = 6_000;
const COLUMNS: usize = 4 * SERIES;

/// What a chart shows: for each series, a figure for each label or none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What the figures belong to, in their order.
    pub labels: Vec<String>,
    /// The series, in their order; one without a name where there is only one.
    pub series: Vec<Series>,
    /// What is counted; empty where nobody said.
    pub unit: String,
}

/// Figures that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What it is called; empty where it is the only one.
    pub name: String,
    /// Its figures, one for each label; `None` where there is no number.
    pub figures: Vec<Option<Figure>>,
}

/// A number, and how it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// Its digits, as many as were written, with a point before decimals and a hyphen before all of them where it
    /// is less than zero: `-1234.50`.
    pub text: String,
}

/// Where something stands that a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// The row of the component, from 0.
    Row(usize),
    /// A cell of the file.
    Cell {
        /// Its bytes in the file.
        span: Span,
        /// The row's number as a spreadsheet shows it.
        row: usize,
        /// The head of its column.
        column: String,
    },
}

/// What is wrong with the figures of a chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// What stands where a number belongs.
    NoNumber(Spot, String),
    /// A row has no label.
    NoLabel(Spot),
    /// A label, or a label in a series, has a second number.
    Twice(Spot, String),
    /// A field names a column that the file has not.
    NoColumn(&'static str, String),
    /// The file has no column of numbers beside the labels.
    TooFewColumns,
    /// There is no number at all.
    Nothing,
    /// There is one number.
    OneNumber(String),
    /// There are so many numbers.
    TooMany(usize),
    /// There are so many series.
    TooManySeries(usize),
    /// A slope has so many labels, and not two.
    NoSlope(usize),
}

/// One number as it was written.
struct Given<'a> {
    label: &'a str,
    series: &'a str,
    text: &'a str,
    spot: Spot,
    /// Where its label should be, for the first number of a row without one.
    unlabelled: Option<Spot>,
}

/// The figures of `chart`, read from `table` where it names a file, and what is wrong with them.
pub fn figures(chart: &Chart, table: Option<&Table>) -> (Figures, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let (given, usual) = match table {
        None => (of_rows(chart), Decimal::Point),
        Some(table) => {
            let usual = if table.has_free_comma { Decimal::Comma } else { Decimal::Point };
            (of_table(chart, table, &mut mistakes), usual)
        }
    };
    if !mistakes.is_empty() {
        return (Figures::default(), mistakes);
    }
    let figures = arranged(chart, &given, usual, &mut mistakes);
    judge(chart.kind, &figures, &mut mistakes);
    let rows = table.map_or(chart.rows.len(), |table| table.rows.len());
    if rows > ROWS {
        mistakes.retain(|mistake| !matches!(mistake, Mistake::TooMany(_)));
        mistakes.push(Mistake::TooMany(rows));
    }
    (figures, mistakes)
}

fn of_rows(chart: &Chart) -> Vec<Given<'_>> {
    let rows = chart.rows.iter().enumerate().take(ROWS);
    rows.map(|(at, row)| Given {
        label: row.label.trim(),
        series: row.series.as_deref().unwrap_or_default().trim(),
        text: row.value.as_deref().unwrap_or_default(),
        spot: Spot::Row(at),
        unlabelled: row.label.trim().is_empty().then_some(Spot::Row(at)),
    })
    .collect()
}

fn of_table<'a>(chart: &'a Chart, table: &'a Table, mistakes: &mut Vec<Mistake>) -> Vec<Given<'a>> {
    let mut column = |field: &'static str, name: &str| {
        let found = table.column(name);
        if found.is_none() {
            mistakes.push(Mistake::NoColumn(field, name.to_owned()));
        }
        found
    };
    let label = chart.label.as_deref().map_or(Some(0), |name| column("label", name));
    let series = chart.series.as_deref().map(|name| column("series", name));
    let values: Vec<Option<usize>> = chart.value.iter().take(COLUMNS).map(|name| column("value", name)).collect();
    let others = (0..table.head.cells.len()).find(|at| Some(*at) != label && Some(Some(*at)) != series);
    let values: Vec<usize> =
        if values.is_empty() { others.into_iter().collect() } else { values.into_iter().flatten().collect() };
    let Some(label) = label else { return Vec::new() };
    if values.is_empty() {
        if mistakes.is_empty() {
            mistakes.push(Mistake::TooFewColumns);
        }
        return Vec::new();
    }
    let text = |cell: Option<&'a Cell>| cell.map_or("", |cell| cell.text.as_str());
    let has_several = values.len() > 1;
    let mut given = Vec::new();
    for row in table.rows.iter().take(ROWS) {
        let spot = |at: usize| {
            let cell = row.cell(at);
            Spot::Cell {
                span: cell.map_or(row.span, |cell| cell.span),
                row: row.number,
                column: text(table.head.cell(at)).to_owned(),
            }
        };
        let mut unlabelled = text(row.cell(label)).is_empty().then(|| spot(label));
        for at in &values {
            let head = text(table.head.cell(*at));
            let named = series.flatten().map_or("", |series| text(row.cell(series)));
            given.push(Given {
                label: text(row.cell(label)),
                series: if has_several { head } else { named },
                text: text(row.cell(*at)),
                spot: spot(*at),
                unlabelled: unlabelled.take(),
            });
        }
    }
    given
}

/// The figures in the order in which labels and series first appear.
fn arranged(chart: &Chart, given: &[Given<'_>], usual: Decimal, mistakes: &mut Vec<Mistake>) -> Figures {
    let written = || given.iter().map(|given| given.text).filter(|text| !is_missing(text));
    let decimal = decimal(written(), usual);
    let (mut labels, mut names) = (Order::default(), Order::default());
    for given in given {
        labels.add(given.label);
        names.add(given.series);
    }
    let mut series: Vec<Series> = names
        .all
        .iter()
        .map(|name| Series { name: (*name).to_owned(), figures: vec![None; labels.all.len()] })
        // Where there are more, that is said, and nothing is drawn.
        .take(COLUMNS)
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    for given in given {
        let (label, name) = (labels.places[given.label], names.places[given.series]);
        mistakes.extend(given.unlabelled.clone().map(Mistake::NoLabel));
        if !seen.insert((label, name)) {
            // Two rows without a label are not the same thing twice.
            if given.label.is_empty() {
                continue;
            }
            let said = if given.series.is_empty() {
                given.label.to_owned()
            } else {
                format!("{}, {}", given.label, given.series)
            };
            mistakes.push(Mistake::Twice(given.spot.clone(), said));
            continue;
        }
        if is_missing(given.text) {
            continue;
        }
        match number(given.text, decimal) {
            Some(value) => {
                let text = digits(given.text, decimal);
                if let Some(series) = series.get_mut(name) {
                    series.figures[label] = Some(Figure { value, text });
                }
            }
            None => mistakes.push(Mistake::NoNumber(given.spot.clone(), given.text.to_owned())),
        }
    }
    let is_in_percent = written().next().is_some() && written().all(is_percent);
    let unit = chart.unit.clone().unwrap_or_else(|| if is_in_percent { "%".to_owned() } else { String::new() });
    Figures { labels: labels.all.into_iter().map(str::to_owned).collect(), series, unit: unit.trim().to_owned() }
}

/// Words in the order in which they first appear.
#[derive(Default)]
struct Order<'a> {
    all: Vec<&'a str>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Order<'a> {
    fn add(&mut self, word: &'a str) {
        let next = self.all.len();
        if *self.places.entry(word).or_insert(next) == next {
            self.all.push(word);
        }
    }
}

fn judge(kind: ChartKind, figures: &Figures, mistakes: &mut Vec<Mistake>) {
    let count = figures.count();
    if count == 0 {
        // Where every value is wrong, that has been said.
        if mistakes.is_empty() {
            mistakes.push(Mistake::Nothing);
        }
        return;
    }
    if figures.series.len() > SERIES {
        mistakes.push(Mistake::TooManySeries(figures.series.len()));
    }
    if count > kind.most() {
        mistakes.push(Mistake::TooMany(count));
    } else if count == 1 && mistakes.is_empty() {
        let all = figures.series.iter().flat_map(|series| &series.figures);
        mistakes.extend(all.flatten().next().map(|figure| Mistake::OneNumber(figure.text.clone())));
    } else if kind == ChartKind::Slope && figures.labels.len() != 2 {
        mistakes.push(Mistake::NoSlope(figures.labels.len()));
    }
}

impl Figures {
    /// How many numbers there are.
    pub fn count(&self) -> usize {
        self.series.iter().map(|series| series.figures.iter().flatten().count()).sum()
    }

    /// Every number with its label and the name of its series, in the order of the labels.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, &Figure)> {
        self.labels.iter().enumerate().flat_map(move |(at, label)| {
            let figures = self.series.iter().map(move |series| (series.name.as_str(), series.figures[at].as_ref()));
            figures.filter_map(move |(name, figure)| Some((label.as_str(), name, figure?)))
        })
    }

    /// How many numbers are missing.
    pub fn missing(&self) -> usize {
        self.labels.len() * self.series.len() - self.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::components::chart::Row;

    fn chart(rows: &[(&str, &str, &str)]) -> Chart {
        let row = |(label, value, series): &(&str, &str, &str)| Row {
            label: (*label).to_owned(),
            value: Some((*value).to_owned()),
            series: Some((*series).to_owned()).filter(|series| !series.is_empty()),
        };
        Chart { rows: rows.iter().map(row).collect(), ..Chart::default() }
    }

    #[test]
    fn rows_become_a_figure_for_each_label_and_series() {
        let (found, mistakes) =
            figures(&chart(&[("a", "1 %", "x"), ("b", "-2 %", "x"), ("a", "0,5 %", "y"), ("c", "–", "y")]), None);
        assert_eq!(mistakes, []);
        assert_eq!((found.labels.join(" "), found.unit.as_str(), found.missing()), ("a b c".to_owned(), "%", 3));
        let values: Vec<f64> = found.all().map(|(_, _, figure)| figure.value).collect();
        assert_eq!(values, [1.0, 0.5, -2.0]);
    }

    #[test]
    fn a_file_of_many_rows_and_columns_costs_no_more_than_its_bound() {
        let heads: Vec<String> = (0..500).map(|at| format!("c{at}")).collect();
        let row = "1,".repeat(500) + "1\n";
        let text = format!("label,{}\n", heads.join(",")) + &row.repeat(7_000);
        let file = crate::path::SitePath::new("content/data/a.csv").expect("a path");
        let (table, _) = crate::parse::records::table(&file, &text);
        let wide = Chart { value: heads, ..Chart::default() };
        let (found, mistakes) = figures(&wide, Some(&table));
        assert_eq!(found.series.len(), COLUMNS);
        assert!(mistakes.contains(&Mistake::TooMany(7_000)));
    }

    #[test]
    fn what_cannot_be_drawn_is_named() {
        let of = |rows: &[(&str, &str, &str)]| figures(&chart(rows), None).1;
        assert_eq!(of(&[]), [Mistake::Nothing]);
        assert_eq!(of(&[("a", "", "")]), [Mistake::Nothing]);
        assert_eq!(of(&[("a", "5", "")]), [Mistake::OneNumber("5".to_owned())]);
        assert_eq!(of(&[("a", "many", ""), ("b", "2", "")]), [Mistake::NoNumber(Spot::Row(0), "many".to_owned())]);
        assert_eq!(
            of(&[("a", "1", ""), ("a", "2", ""), ("b", "3", "")]),
            [Mistake::Twice(Spot::Row(1), "a".to_owned())]
        );
        let many: Vec<(String, &str, &str)> = (0..5_000).map(|at| (at.to_string(), "1", "")).collect();
        let many: Vec<(&str, &str, &str)> =
            many.iter().map(|(label, value, series)| (label.as_str(), *value, *series)).collect();
        assert_eq!(of(&many), [Mistake::TooMany(5_000)]);
    }
}
