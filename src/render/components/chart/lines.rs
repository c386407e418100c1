//! Lines: how numbers went, and what changed between two times.

use super::drawing::{Anchor, Drawing};
use super::label::{apart, wrapped};
use super::scale::Scale;
use crate::model::components::chart::figures::{Figure, Figures, Series};
use crate::render::components::words::Words;

/// How high the plot is, and a line of words, in `em`.
const HEIGHT: f64 = 13.0;
const LINE: f64 = 1.3;

/// Above the plot there is room for the words over its highest point.
const TOP: f64 = 1.6;

/// How much of the width a character takes on a narrow phone.
const CHARACTER: f64 = 2.3;

/// How many characters of a name stand in a line beside the plot.
const NAME: usize = 12;

/// Draws `figures` as lines through their labels, with an axis.
pub(super) fn line(drawing: &mut Drawing, figures: &Figures, words: &Words<'_>) {
    let scale = Scale::round(figures.all().map(|(_, _, figure)| figure.value));
    let is_alone = figures.series.len() == 1 && figures.series.iter().all(|series| series.name.is_empty());
    let ticks: Vec<(f64, String)> =
        scale.ticks().into_iter().map(|tick| (tick, words.measured(&scale.digits(tick), &figures.unit))).collect();
    let longest = ticks.iter().map(|(_, said)| said.chars().count()).max().unwrap_or_default();
    let gutter = (longest as f64 * CHARACTER + 4.0).min(30.0);
    let end = if is_alone { 100.0 } else { 58.0 };
    let (first, last) = (gutter + 3.0, end - 4.5);
    let count = figures.labels.len();
    let x = |at: usize| {
        if count > 1 { first + (last - first) * at as f64 / (count - 1) as f64 } else { (first + last) / 2.0 }
    };
    let y = |value: f64| TOP + HEIGHT * (1.0 - scale.at(value));
    for (tick, said) in &ticks {
        let class = if *tick == 0.0 && scale.has_zero() { "zero" } else { "grid" };
        drawing.line((gutter, y(*tick)), (end, y(*tick)), class);
        drawing.words(said, (gutter - 1.5, y(*tick) + 0.35), 0.0, Anchor::End, "quiet");
    }
    for (number, series) in figures.series.iter().enumerate() {
        segments(drawing, series, number, &x, &y);
    }
    drawing.height = TOP + HEIGHT;
    below(drawing, &figures.labels, &x, last - first);
    if is_alone {
        beside_points(drawing, figures, words, &x, &y);
    } else {
        let ends: Vec<(usize, &Figure)> = ends(figures).collect();
        names(drawing, figures, words, &ends, end + 1.0, &y);
    }
}

/// Draws `figures` as lines between two times.
pub(super) fn slope(drawing: &mut Drawing, figures: &Figures, words: &Words<'_>) {
    let scale = Scale::round(figures.all().map(|(_, _, figure)| figure.value));
    let said = |figure: &Figure| words.measured(&figure.text, &figures.unit);
    let longest = figures.all().map(|(_, _, figure)| said(figure).chars().count()).max().unwrap_or_default();
    let (left, right) = ((longest as f64 * CHARACTER + 6.5).clamp(10.0, 30.0), 56.0);
    let x = |at: usize| if at == 0 { left } else { right };
    let top = TOP + LINE;
    let y = |value: f64| top + HEIGHT * (1.0 - scale.at(value));
    for (at, label) in figures.labels.iter().enumerate().take(2) {
        let anchor = if at == 0 { Anchor::Start } else { Anchor::End };
        drawing.words(label, (x(at), LINE - 0.3), 0.0, anchor, "strong");
        drawing.line((x(at), top - 0.6), (x(at), top + HEIGHT + 0.6), "grid");
    }
    for (number, series) in figures.series.iter().enumerate() {
        segments(drawing, series, number, &x, &y);
    }
    drawing.height = top + HEIGHT + 1.0;
    let firsts: Vec<&Figure> = figures.series.iter().filter_map(|series| series.figures.first()?.as_ref()).collect();
    let mut blocks: Vec<(f64, f64)> = firsts.iter().map(|figure| (y(figure.value) - LINE / 2.0, LINE)).collect();
    apart(&mut blocks, drawing.height);
    for (figure, (top, _)) in firsts.iter().zip(blocks) {
        drawing.words(&said(figure), (left, top + LINE - 0.3), -0.7, Anchor::End, "");
    }
    let ends: Vec<(usize, &Figure)> = figures
        .series
        .iter()
        .enumerate()
        .filter_map(|(number, series)| Some((number, series.figures.get(1)?.as_ref()?)))
        .collect();
    names(drawing, figures, words, &ends, right, &y);
}

/// The last number of each series.
fn ends(figures: &Figures) -> impl Iterator<Item = (usize, &Figure)> {
    let last = |series: &'_ Series| series.figures.iter().rposition(Option::is_some);
    figures.series.iter().enumerate().filter_map(move |(number, series)| {
        last(series).and_then(|at| series.figures[at].as_ref()).map(|figure| (number, figure))
    })
}

/// The lines between neighbours that both have a number, and the marks where there are few.
fn segments(drawing: &mut Drawing, series: &Series, number: usize, x: &dyn Fn(usize) -> f64, y: &dyn Fn(f64) -> f64) {
    let points: Vec<Option<(f64, f64)>> = series
        .figures
        .iter()
        .enumerate()
        .map(|(at, figure)| figure.as_ref().map(|figure| (x(at), y(figure.value))))
        .collect();
    for pair in points.windows(2) {
        if let [Some(from), Some(to)] = pair {
            drawing.line(*from, *to, &format!("line s{number}"));
        }
    }
    let is_alone = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| points[before]);
        before.is_none() && points.get(at + 1).copied().flatten().is_none()
    };
    let has_marks = points.len() <= 26;
    for (at, point) in points.iter().enumerate() {
        if let Some(point) = point.filter(|_| has_marks || is_alone(at)) {
            drawing.mark(point, 0.0, number);
        }
    }
}

/// The labels below the plot, as many as there is room for, the first and the last among them.
fn below(drawing: &mut Drawing, labels: &[String], x: &dyn Fn(usize) -> f64, room: f64) {
    let lines: Vec<Vec<String>> = labels.iter().map(|label| wrapped(label, 10)).collect();
    let widest = lines.iter().flatten().map(|line| line.chars().count()).max().unwrap_or(1);
    let places = (room / ((widest + 2) as f64 * CHARACTER)).floor().max(1.0) as usize;
    let last = labels.len().saturating_sub(1);
    let step = if last <= places { 1 } else { last.div_ceil(places.max(1)) };
    let mut most = 0;
    for (at, lines) in lines.iter().enumerate() {
        let is_shown = at == last || at % step == 0 && last - at >= step;
        if !is_shown {
            continue;
        }
        let anchor = if at == last && last > 0 {
            Anchor::End
        } else if at == 0 && last > 0 {
            Anchor::Start
        } else {
            Anchor::Middle
        };
        let edge = match anchor {
            Anchor::Start => -1.0,
            Anchor::Middle => 0.0,
            Anchor::End => 1.0,
        };
        for (number, line) in lines.iter().enumerate() {
            drawing.words(line, (x(at), drawing.height + LINE * (number + 1) as f64 + 0.2), edge, anchor, "quiet");
        }
        most = most.max(lines.len());
    }
    drawing.height += LINE * most as f64 + 0.6;
}

/// The numbers over the points of the only line: all where there are few, else the ends, the lowest and
/// the highest.
fn beside_points(
    drawing: &mut Drawing,
    figures: &Figures,
    words: &Words<'_>,
    x: &dyn Fn(usize) -> f64,
    y: &dyn Fn(f64) -> f64,
) {
    let Some(series) = figures.series.first() else { return };
    let points: Vec<(usize, &Figure)> =
        series.figures.iter().enumerate().filter_map(|(at, figure)| Some((at, figure.as_ref()?))).collect();
    let by_value = |a: &&(usize, &Figure), b: &&(usize, &Figure)| a.1.value.total_cmp(&b.1.value);
    let chosen = [points.first(), points.last(), points.iter().max_by(by_value), points.iter().min_by(by_value)];
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let all = if points.len() <= 6 { points.iter().map(Some).collect() } else { chosen.to_vec() };
    for (at, figure) in all.into_iter().flatten() {
        let said = words.measured(&figure.text, &figures.unit);
        let at = *at;
        let (x, half) = (x(at), said.chars().count() as f64 * CHARACTER / 2.0);
        if taken.iter().any(|(from, to)| x - half < *to && x + half > *from) {
            continue;
        }
        taken.push((x - half, x + half));
        let is_first = at == 0;
        let is_last = at + 1 == figures.labels.len();
        let (anchor, shift) = match (is_first, is_last) {
            (true, false) => (Anchor::Start, -0.4),
            (false, true) => (Anchor::End, 0.4),
            _ => (Anchor::Middle, 0.0),
        };
        let place = y(figure.value);
        let value = |at: usize| series.figures.get(at).and_then(|figure| Some(figure.as_ref()?.value));
        // In a valley the lines stand above the point, and the words below it.
        let is_valley = !is_first
            && !is_last
            && [at.checked_sub(1).and_then(value), value(at + 1)].iter().flatten().all(|other| *other > figure.value);
        let below = place + 1.5;
        let foot = if is_valley && below < TOP + HEIGHT { below } else { place - 0.7 };
        drawing.words(&said, (x, foot), shift, anchor, "strong");
    }
}

/// The names of series and their last numbers, beside their ends.
fn names(
    drawing: &mut Drawing,
    figures: &Figures,
    words: &Words<'_>,
    ends: &[(usize, &Figure)],
    x: f64,
    y: &dyn Fn(f64) -> f64,
) {
    let lines: Vec<Vec<String>> = ends
        .iter()
        .map(|(number, figure)| {
            let said = words.measured(&figure.text, &figures.unit);
            std::iter::once(said).chain(wrapped(&figures.series[*number].name, NAME)).collect()
        })
        .collect();
    let mut blocks: Vec<(f64, f64)> = ends
        .iter()
        .zip(&lines)
        .map(|((_, figure), lines)| (y(figure.value) - LINE / 2.0, LINE * lines.len() as f64 + 0.2))
        .collect();
    apart(&mut blocks, drawing.height);
    for ((lines, (top, _)), (number, _)) in lines.iter().zip(blocks).zip(ends) {
        drawing.mark((x, top + LINE - 0.65), 0.9, *number);
        for (at, line) in lines.iter().enumerate() {
            let class = if at == 0 { "strong" } else { "" };
            drawing.words(line, (x, top + LINE * (at + 1) as f64 - 0.3), 1.7, Anchor::Start, class);
        }
        drawing.height = drawing.height.max(top + LINE * lines.len() as f64 + 0.2);
    }
}
