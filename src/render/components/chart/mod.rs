//! A chart: a drawing that needs no script, its words, and its table.
//!
//! 1. [`scale`] maps numbers to places; [`label`] breaks words into lines and keeps them apart.
//! 2. [`bars`] and [`lines`] draw on a [`drawing::Drawing`]: places across are parts of the width, places
//!    down are heights of a line of text, so that words keep their size on a phone, on a wide screen, on
//!    paper, and in the size that the reader has set.
//! 3. [`table`] writes the numbers.
//!
//! Every number is written beside what stands for it: there is no legend, and nothing is told by colour.

mod bars;
mod drawing;
mod label;
mod lines;
mod scale;
mod table;

use crate::model::components::chart::figures::{Figure, Figures, SERIES, figures};
use crate::model::components::chart::{Chart, ChartKind};
use crate::model::components::{Placed, Role};
use crate::model::link::Target;
use crate::parse::records;
use crate::render::components::words::Words;
use crate::render::components::{Scene, day, reference, within};
use crate::render::html::escape;
use crate::render::words::Filling;
use drawing::Drawing;

/// Appends `chart` and says whether there is anything to draw.
pub(super) fn write(scene: &Scene<'_>, placed: &Placed, chart: &Chart, out: &mut String) -> bool {
    let table = match reference(placed, Role::Table) {
        Some((Target::Asset(path), _)) => scene.site.tree().text(path).map(|text| records::table(path, &text.body).0),
        Some(_) => return false,
        None => None,
    };
    let figures = figures(chart, table.as_ref()).0;
    if figures.count() == 0 {
        return false;
    }
    let words = &scene.words();
    let id = format!("chart:{}", placed.typed.at + 1);
    within(out, "<figure class=\"component chart\">\n<figcaption>", &chart.title, "</figcaption>\n");
    if figures.count() > chart.kind.most() || figures.series.len() > SERIES {
        within(out, "<p>", words.text("chart_not_drawn"), "</p>\n");
    } else {
        let mut drawing = Drawing::new(scene.entry.language.direction() == "rtl");
        match chart.kind {
            ChartKind::Bar | ChartKind::Dot => bars::draw(&mut drawing, chart.kind, &figures, words),
            ChartKind::Line => lines::line(&mut drawing, &figures, words),
            ChartKind::Slope => lines::slope(&mut drawing, &figures, words),
        }
        let described = chart.description.clone().filter(|text| !text.trim().is_empty());
        let described = described.unwrap_or_else(|| description(chart, &figures, words));
        drawing.write(&id, &chart.title, &described, out);
    }
    source(scene, chart, out);
    within(out, "<details>\n<summary>", words.text("chart_numbers"), "</summary>\n");
    table::write(&id, chart, &figures, words, out);
    out.push_str("</details>\n</figure>\n");
    true
}

/// What can be seen in a chart, in words.
fn description(chart: &Chart, figures: &Figures, words: &Words<'_>) -> String {
    let named = |found: Option<(&str, &str, &Figure)>| {
        found.map_or_else(String::new, |(label, series, figure)| {
            let value = words.measured(&figure.text, &figures.unit);
            let label = match series {
                "" => label.to_owned(),
                series => [label, words.text("list_comma"), series].concat(),
            };
            words.filled("chart_value_at", &[("value", &value), ("label", &label)])
        })
    };
    // Of equal numbers the first is named.
    let low = named(figures.all().reduce(|best, next| if next.2.value < best.2.value { next } else { best }));
    let high = named(figures.all().reduce(|best, next| if next.2.value > best.2.value { next } else { best }));
    let count = i64::try_from(figures.count()).unwrap_or(i64::MAX);
    let kind = words.chart(chart.kind);
    let places = [
        ("kind", Filling::Text(&kind)),
        ("count", Filling::Number(count)),
        ("low", Filling::Text(&low)),
        ("high", Filling::Text(&high)),
    ];
    let said = words.0.with("chart_shows", &places);
    match figures.missing() {
        0 => said,
        missing => [&*said, " ", &words.counted("chart_missing", missing)].concat(),
    }
}

/// Appends where the numbers come from, and for which day they hold.
fn source(scene: &Scene<'_>, chart: &Chart, out: &mut String) {
    let words = scene.words();
    let source = chart.source.as_deref().map(str::trim).filter(|source| !source.is_empty());
    if source.is_none() && chart.as_of.is_none() {
        return;
    }
    out.push_str("<p class=\"source\">");
    if let Some(source) = source {
        let said = words.filled("chart_source", &[("source", source)]);
        escape::text(out, &said);
        out.push_str(if said.ends_with(['.', '!', '?']) { " " } else { ". " });
    }
    if let Some(as_of) = chart.as_of {
        day(out, scene, &words.filled("chart_as_of", &[("day", "{}")]), as_of);
        out.push('.');
    }
    out.push_str("</p>\n");
}
