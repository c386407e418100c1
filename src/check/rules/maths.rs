//! Formulas can be read.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A formula cannot be read, and is shown as it was typed.
    ///
    /// What stands between two `$`, or two `$$`, is a formula in LaTeX: `$\frac{1}{2}$`. A dollar sign
    /// that is meant as one is written `\$`.
    UNREADABLE_FORMULA = "unreadable-formula", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| match &remark.kind {
        RemarkKind::Formula(message) => Some(
            at(entry, remark.span, &UNREADABLE_FORMULA, format!("in this formula: {message}"))
                .help("correct the LaTeX, or write \\$ for a dollar sign"),
        ),
        _ => None,
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}
