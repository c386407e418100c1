//! Bars and dots: for each number a line of words, and under it the bar or the dot.

use super::drawing::{Anchor, Drawing};
use super::label::wrapped;
use super::scale::Scale;
use crate::model::components::chart::ChartKind;
use crate::model::components::chart::figures::{Figure, Figures};
use crate::render::components::words::Words;

/// How many characters of a label stand in a line beside its number on a narrow phone.
const LABEL: usize = 30;

/// How high a line of words is, a bar, the space between two, and that between groups, in `em`.
const LINE: f64 = 1.4;
const BAR: f64 = 0.85;
const BETWEEN: f64 = 0.35;
const APART: f64 = 0.75;

/// Draws `figures` as bars from zero, or as dots on lines.
pub(super) fn draw(drawing: &mut Drawing, kind: ChartKind, figures: &Figures, words: &Words<'_>) {
    let values = || figures.all().map(|(_, _, figure)| figure.value);
    // A share is seen against the whole.
    let whole = (figures.unit == "%" && values().all(|value| (0.0..=100.0).contains(&value))).then_some(100.0);
    let scale = match kind {
        ChartKind::Bar => Scale::from_zero(values().chain(whole)),
        _ => Scale::round(values()),
    };
    let has_series = figures.series.len() > 1 || figures.series.iter().any(|series| !series.name.is_empty());
    let top = drawing.height;
    for (at, label) in figures.labels.iter().enumerate() {
        if has_series {
            heading(drawing, label);
        }
        for (number, series) in figures.series.iter().enumerate() {
            let figure = series.figures[at].as_ref();
            let name = if has_series { &series.name } else { label };
            let mark = (kind == ChartKind::Dot && has_series).then_some(number);
            caption(drawing, name, &said(figure, figures, words), mark, !has_series);
            if kind == ChartKind::Bar {
                bar(drawing, figure, &scale, number);
            }
        }
        if kind == ChartKind::Dot {
            dots(drawing, at, figures, &scale);
        }
        drawing.height += APART - BETWEEN;
    }
    let zero = 100.0 * scale.at(0.0);
    if kind == ChartKind::Dot {
        axis(drawing, &scale, figures, words);
    } else if values().any(|value| value < 0.0) {
        let bottom = drawing.height;
        drawing.line((zero, top), (zero, bottom), "zero");
    }
}

/// A number in words, or that there is none.
fn said(figure: Option<&Figure>, figures: &Figures, words: &Words<'_>) -> String {
    figure.map_or_else(|| words.text("no_data").to_owned(), |figure| words.measured(&figure.text, &figures.unit))
}

fn heading(drawing: &mut Drawing, label: &str) {
    for line in wrapped(label, LABEL + 8) {
        drawing.height += LINE;
        drawing.words(&line, (0.0, drawing.height - 0.3), 0.0, Anchor::Start, "strong");
    }
}

/// The name of a number and the number itself, in one line or more.
fn caption(drawing: &mut Drawing, name: &str, value: &str, mark: Option<usize>, is_strong: bool) {
    let shift = if mark.is_some() { 1.2 } else { 0.0 };
    let mut lines = wrapped(name, LABEL);
    if lines.is_empty() {
        lines.push(String::new());
    }
    let top = drawing.height;
    for line in &lines {
        drawing.height += LINE;
        drawing.words(line, (0.0, drawing.height - 0.3), shift, Anchor::Start, "");
    }
    if let Some(series) = mark {
        drawing.mark((0.0, top + LINE - 0.65), 0.4, series);
    }
    drawing.words(value, (100.0, drawing.height - 0.3), 0.0, Anchor::End, if is_strong { "strong" } else { "" });
}

fn bar(drawing: &mut Drawing, figure: Option<&Figure>, scale: &Scale, series: usize) {
    let zero = 100.0 * scale.at(0.0);
    let y = drawing.height;
    match figure {
        Some(figure) => drawing.bar(zero, 100.0 * scale.at(figure.value), y, BAR, &format!("amount s{series}")),
        None => drawing.bar(0.0, 100.0, y, BAR, "gap"),
    }
    drawing.height += BAR + BETWEEN;
}

/// The dots of all series for the label at `label`, on one line.
fn dots(drawing: &mut Drawing, label: usize, figures: &Figures, scale: &Scale) {
    let y = drawing.height + 0.5;
    drawing.line((1.0, y), (99.0, y), "track");
    for (number, series) in figures.series.iter().enumerate() {
        if let Some(figure) = &series.figures[label] {
            drawing.mark((1.0 + 98.0 * scale.at(figure.value), y), 0.0, number);
        }
    }
    drawing.height += 1.0 + BETWEEN;
}

/// The ends of the scale, and zero where it lies between them.
fn axis(drawing: &mut Drawing, scale: &Scale, figures: &Figures, words: &Words<'_>) {
    let ticks = scale.ticks();
    let y = drawing.height + LINE - 0.3;
    let said = |tick: f64| words.measured(&scale.digits(tick), &figures.unit);
    for (at, tick) in ticks.iter().enumerate() {
        let anchor = match at {
            0 => Anchor::Start,
            at if at + 1 == ticks.len() => Anchor::End,
            _ if *tick == 0.0 && (0.3..0.7).contains(&scale.at(0.0)) => Anchor::Middle,
            _ => continue,
        };
        drawing.words(&said(*tick), (1.0 + 98.0 * scale.at(*tick), y), 0.0, anchor, "quiet");
    }
    drawing.height += LINE;
}
