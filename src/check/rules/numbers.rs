//! A number that is shown says where it comes from and when.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::components::Data;
use crate::model::entry::Entry;
use crate::parse::typed::Step;

crate::codes! {
    /// A number is shown without its source or its day.
    ///
    /// Indicators, data and charts name where the number comes from (`source`) and for which day it holds
    /// (`as_of`), so that nobody quotes a number that has grown old.
    NUMBER_WITHOUT_SOURCE = "number-without-source", Error, Adjustable;
}

/// What to do where the source is missing.
const SOURCE: &str = "add `source:` with who counted, and where it is published";

/// What to do where the day is missing.
const DAY: &str = "add `as_of:` with the day for which the number holds, such as 2026-06-30";

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    charts(entry).into_iter().chain(chapter(entry)).collect()
}

/// Findings at the charts of the text.
fn charts(entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for component in &entry.components {
        let Data::Chart(chart) = &component.typed.data else { continue };
        let block = &entry.document.components[component.typed.at];
        if block.fields.0.is_empty() && !block.findings.is_empty() {
            continue;
        }
        let mut say = |field: &str, help: &str| {
            let said = format!("\"{}\" has no \"{field}\"", chart.title.trim());
            let mut finding = Diagnostic::new(&NUMBER_WITHOUT_SOURCE, said).help(help);
            finding.at = Some(entry.place_in(component, &[]));
            findings.push(finding);
        };
        if chart.source.as_deref().is_none_or(|source| source.trim().is_empty()) {
            say("source", SOURCE);
        }
        // A day that cannot be read has been named.
        if chart.as_of.is_none() && block.fields.get("as_of").is_none() {
            say("as_of", DAY);
        }
    }
    findings
}

/// Findings at the numbers of a playbook's chapter.
fn chapter(entry: &Entry) -> Vec<Diagnostic> {
    let Detail::Playbook(chapter) = &*entry.detail else { return Vec::new() };
    let indicators = chapter.indicators.iter().enumerate().map(|(at, indicator)| {
        let shown = indicator.baseline.is_some();
        ("indicators", at, &indicator.name, indicator.source.trim().is_empty(), shown && indicator.as_of.is_none())
    });
    let data = chapter
        .data
        .iter()
        .enumerate()
        .map(|(at, data)| ("data", at, &data.title, data.source.trim().is_empty(), data.as_of.is_none()));
    indicators
        .chain(data)
        .flat_map(|(field, number, name, no_source, no_day)| {
            let say = |missing: &str, help: &str| {
                at_field(
                    entry,
                    &[key(field), Step::Item(number)],
                    &NUMBER_WITHOUT_SOURCE,
                    format!("\"{name}\" has no \"{missing}\""),
                )
                .help(help)
            };
            let source = no_source.then(|| say("source", SOURCE));
            let day = no_day.then(|| say("as_of", DAY));
            source.into_iter().chain(day)
        })
        .collect()
}
