//! Charts have numbers that can be drawn.

use crate::check::rule::{Look, Rule, key};
use crate::diagnostic::nearest::suggestion;
use crate::diagnostic::{Diagnostic, Location};
use crate::model::components::chart::Chart;
use crate::model::components::chart::figures::{Mistake, SERIES, Spot, figures};
use crate::model::components::{Data, Placed};
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::parse::records::{self, Table};
use crate::parse::typed::Step;
use crate::parse::value::shortened;
use crate::path::SitePath;
use crate::source::Source;

crate::codes! {
    /// Something stands in a chart's numbers that is no number.
    ///
    /// A value is digits with a decimal sign, or nothing where there is no number. What is counted
    /// stands in `unit`.
    CHART_NUMBER = "chart-number", Error, Adjustable;
    /// A label of a chart has two numbers.
    ///
    /// Each label has one number, or one in each series.
    CHART_REPEATED_LABEL = "chart-repeated-label", Error, Adjustable;
    /// A number of a chart belongs to nothing.
    ///
    /// Each row has a label: a month, a grade. It stands below the bar and in the table.
    CHART_EMPTY_LABEL = "chart-empty-label", Error, Adjustable;
    /// A chart names a column that its file has not.
    ///
    /// The names of columns stand in the first row of the CSV file.
    CHART_COLUMN = "chart-column", Error, Adjustable;
    /// A chart has no numbers at all, or they stand in two places.
    ///
    /// Write `rows:` with a `label` and a `value` each, or name a CSV file: `data: data/visits.csv`.
    CHART_WITHOUT_NUMBERS = "chart-without-numbers", Error, Adjustable;
    /// A chart of one number says less than a sentence.
    ///
    /// Write the number in the text, with its source and its day.
    CHART_OF_ONE_NUMBER = "chart-of-one-number", Warning, Adjustable;
    /// A chart has more numbers than anybody can read.
    ///
    /// Bars and dots are at most 50, points of lines 400, ends of slopes 24, series 6. Draw fewer, or
    /// show a table. A chart that is allowed to be larger shows its table alone.
    CHART_TOO_LARGE = "chart-too-large", Error, Adjustable;
    /// A slope has two labels, its two times.
    ///
    /// Each line of a slope is a series with a number at both. For more times, `kind: line` is right.
    CHART_SLOPE = "chart-slope", Error, Adjustable;
}

/// How many findings one chart may have.
const MOST: usize = 20;

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let charts = entry.components.iter().filter_map(|component| match &component.typed.data {
        Data::Chart(chart) => Some((component, chart)),
        _ => None,
    });
    charts.flat_map(|(component, chart)| judge(site, entry, component, chart)).collect()
}

fn judge(site: &Site, entry: &Entry, component: &Placed, chart: &Chart) -> Vec<Diagnostic> {
    let place = |path: &[Step]| entry.place_in(component, path);
    let block = &entry.document.components[component.typed.at];
    if block.fields.0.is_empty() && !block.findings.is_empty() {
        return Vec::new();
    }
    let Some(Target::Asset(path)) = component.targets.first() else {
        if chart.data.is_some() {
            return Vec::new();
        }
        let mistakes = figures(chart, None).1;
        return mistakes.iter().take(MOST).map(|mistake| finding(mistake, None, &place)).collect();
    };
    if !chart.rows.is_empty() {
        let said = "the numbers of this chart stand here and in a file";
        return vec![
            located(Diagnostic::new(&CHART_WITHOUT_NUMBERS, said), place(&[key("rows")]))
                .help("keep one of `rows:` and `data:`"),
        ];
    }
    let Some(Source::Text(text)) = site.source(path) else { return Vec::new() };
    let (table, mut findings) = records::table(path, &text.body);
    if findings.is_empty() {
        let mistakes = figures(chart, Some(&table)).1;
        findings.extend(mistakes.iter().take(MOST).map(|mistake| finding(mistake, Some((path, &table)), &place)));
    }
    let read = |finding: Diagnostic| match finding.at.as_ref().is_some_and(|at| at.file == *path) {
        true => finding.read_at(place(&[key("data")]), "this chart reads it"),
        false => finding,
    };
    findings.into_iter().map(read).collect()
}

fn located(mut finding: Diagnostic, at: Location) -> Diagnostic {
    finding.at = Some(at);
    finding
}

fn finding(mistake: &Mistake, file: Option<(&SitePath, &Table)>, place: &dyn Fn(&[Step]) -> Location) -> Diagnostic {
    let whole = || place(&[key(if file.is_some() { "data" } else { "rows" })]);
    let at = |spot: &Spot, field: &str| match (spot, file) {
        (Spot::Cell { span, .. }, Some((path, _))) => Location { file: path.clone(), span: Some(*span) },
        (Spot::Row(row), _) => place(&[key("rows"), Step::Item(*row), key(field)]),
        (Spot::Cell { .. }, None) => whole(),
    };
    let named = |spot: &Spot| match spot {
        Spot::Row(row) => format!("in row {} of this chart", row + 1),
        Spot::Cell { row, column, .. } => format!("in row {row}, column \"{}\"", shortened(column)),
    };
    match mistake {
        Mistake::NoNumber(spot, text) => {
            let said = format!("{} stands \"{}\", which is no number", named(spot), shortened(text));
            located(Diagnostic::new(&CHART_NUMBER, said), at(spot, "value"))
                .help("write digits alone, or nothing where there is no number; what is counted goes into `unit:`")
        }
        Mistake::Twice(spot, label) => {
            let said = format!("{} \"{}\" has a second number", named(spot), shortened(label));
            located(Diagnostic::new(&CHART_REPEATED_LABEL, said), at(spot, "label"))
                .help("keep one of them, or give each a `series:` of its own")
        }
        Mistake::NoLabel(spot) => {
            let said = match spot {
                Spot::Row(_) => format!("{} the label is empty", named(spot)),
                Spot::Cell { .. } => format!("{} stands no label", named(spot)),
            };
            located(Diagnostic::new(&CHART_EMPTY_LABEL, said), at(spot, "label"))
                .help("write what the number is of, such as a month, or delete the row")
        }
        Mistake::NoColumn(field, name) => {
            let said = format!("the file has no column \"{}\"", shortened(name));
            let finding = located(Diagnostic::new(&CHART_COLUMN, said), place(&[key(field)]));
            let heads = file.map(|(_, table)| &table.head.cells[..]).unwrap_or_default();
            let help = suggestion(name, heads.iter().map(|cell| cell.text.as_str()));
            finding.help(
                help.unwrap_or_else(|| "write the names of the columns into the first row of the file".to_owned()),
            )
        }
        Mistake::TooFewColumns => located(Diagnostic::new(&CHART_COLUMN, "the file has no column of numbers"), whole())
            .help("give it a column of labels and a column of numbers, with their names in the first row"),
        Mistake::Nothing => located(Diagnostic::new(&CHART_WITHOUT_NUMBERS, "this chart has no numbers"), whole())
            .help("add `rows:` and below it lines such as `- {label: May, value: 12}`, or `data: data/visits.csv`"),
        Mistake::OneNumber(text) => located(
            Diagnostic::new(&CHART_OF_ONE_NUMBER, format!("this is a chart of one number, {}", shortened(text))),
            whole(),
        )
        .help("write it in a sentence, with its source and its day, or add what it is compared with"),
        Mistake::TooMany(count) => {
            located(Diagnostic::new(&CHART_TOO_LARGE, format!("this chart has {count} numbers")), whole())
                .help("draw the few that matter, or sums of them (by month, by grade), and link to the file with all")
        }
        Mistake::TooManySeries(count) => located(
            Diagnostic::new(&CHART_TOO_LARGE, format!("this chart has {count} series, and {SERIES} can be told apart")),
            whole(),
        )
        .help("make two charts of it, or draw the few series that matter"),
        Mistake::NoSlope(count) => {
            let labels = if *count == 1 { "1 label".to_owned() } else { format!("{count} labels") };
            located(
                Diagnostic::new(&CHART_SLOPE, format!("a slope has two labels, its two times, and this has {labels}")),
                whole(),
            )
            .help("give each `series:` a value at the same two labels, or write `kind: line`")
        }
    }
}
