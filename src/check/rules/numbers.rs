//! A number that is shown says where it comes from and when.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::entry::Entry;
use crate::parse::typed::Step;

crate::codes! {
    /// A number is shown without its source or its day.
    ///
    /// Indicators and data name where the number comes from (`source`) and for which day it holds
    /// (`as_of`), so that nobody quotes a number that has grown old.
    NUMBER_WITHOUT_SOURCE = "number-without-source", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
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
            let source = no_source.then(|| say("source", "add `source:` with who counted, and where it is published"));
            let day = no_day
                .then(|| say("as_of", "add `as_of:` with the day for which the number holds, such as 2026-06-30"));
            source.into_iter().chain(day)
        })
        .collect()
}
