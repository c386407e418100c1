//! Markdown stays within measure.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// Markdown is nested beyond measure and shown as text.
    ///
    /// Lists, quotes or brackets lie in one another more than 100 levels deep. That is hardly ever
    /// meant; a program may have written the file.
    NESTED_TOO_DEEP = "nested-too-deep", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let deep = entry.document.facts.remarks.iter().filter(|remark| remark.kind == RemarkKind::TooDeep);
    deep.map(|remark| {
        at(entry, remark.span, &NESTED_TOO_DEEP, "this is nested beyond measure, so it is shown as text")
            .help("write it with fewer levels; a backslash before a bracket makes it plain text")
    })
    .collect()
}
