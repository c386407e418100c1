//! Tables say what stands in their columns.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A table's header is empty.
    ///
    /// Somebody who listens to a table hears the header with each cell. Write what stands in each
    /// column into the first row.
    TABLE_WITHOUT_HEADER = "table-without-header", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let tables = entry.document.facts.remarks.iter().filter(|remark| remark.kind == RemarkKind::TableWithoutHeader);
    tables
        .map(|remark| {
            at(entry, remark.span, &TABLE_WITHOUT_HEADER, "this table's header is empty")
                .help("write what stands in each column into the first row")
        })
        .collect()
}
