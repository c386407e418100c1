//! Links by label find their label.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A link's label is nowhere defined.
    ///
    /// `[text][label]` needs a line `[label]: address` somewhere in the same file.
    UNDEFINED_REFERENCE = "undefined-reference", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| {
        let RemarkKind::UndefinedReference(label) = &remark.kind else { return None };
        let label = crate::parse::value::shortened(label);
        Some(
            at(entry, remark.span, &UNDEFINED_REFERENCE, format!("the label \"{label}\" is nowhere defined"))
                .help(format!("write a line `[{label}]: address` below, or write the link as [words](address)")),
        )
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}
