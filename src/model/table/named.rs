//! Findings in tables, as people who see a spreadsheet find them: by row and column.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::table::{MORE_FINDINGS, Table};
use crate::parse::document::Document;
use crate::parse::row::{Row, Unit};
use crate::parse::value::shortened;
use crate::path::SitePath;
use crate::source::Span;

/// How many findings are shown of one table.
const MOST: usize = 100;

/// `findings`, with row and column in the message of those that stand in one of `tables`; of a table with very
/// many the gravest.
pub fn named(findings: Vec<Diagnostic>, tables: &[Arc<Table>]) -> Vec<Diagnostic> {
    if tables.is_empty() {
        return findings;
    }
    let tables: BTreeMap<&SitePath, &Table> = tables.iter().map(|table| (&table.file, &**table)).collect();
    let mut found: BTreeMap<&SitePath, Vec<Diagnostic>> = BTreeMap::new();
    let mut all = Vec::with_capacity(findings.len());
    for finding in findings {
        match finding.at.as_ref().and_then(|at| tables.get_key_value(&at.file)) {
            Some((file, _)) => found.entry(file).or_default().push(finding),
            None => all.push(finding),
        }
    }
    for (file, findings) in found {
        let table = tables[file];
        let rows = in_order(table);
        let (findings, more) = bounded(table, findings);
        all.extend(findings.into_iter().map(|finding| with_row(table, &rows, finding)).chain(more));
    }
    crate::diagnostic::sort(&mut all);
    all
}

/// The gravest of `findings`, and how many others there are.
fn bounded(table: &Table, mut findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, Option<Diagnostic>) {
    if findings.len() <= MOST {
        return (findings, None);
    }
    findings.sort_by_key(|finding| finding.severity);
    let (more, gravest) = (findings.len() - MOST, findings[MOST].severity);
    findings.truncate(MOST);
    let end = table.text.body.trim_end().len();
    let mut finding = Diagnostic::new(&MORE_FINDINGS, format!("and {more} more in this table"))
        .at(&table.file, Span::new(end, end))
        .help("mend those that are shown, and look again");
    finding.severity = gravest;
    (findings, Some(finding))
}

/// The rows of `table` in the order in which they stand in it.
fn in_order(table: &Table) -> Vec<(&Row, &Document)> {
    let mut rows: Vec<(&Row, &Document)> =
        table.documents.iter().filter_map(|document| Some((&**document.row.as_ref()?, &**document))).collect();
    rows.sort_by_key(|(row, _)| row.span);
    rows
}

fn with_row(table: &Table, rows: &[(&Row, &Document)], mut finding: Diagnostic) -> Diagnostic {
    let name = |span: Option<Span>| name(table, rows, span?);
    if let Some(Name { row, key, full }) = finding.at.as_ref().and_then(|at| name(at.span))
        && !finding.message.starts_with(&row)
    {
        // What begins with the field's name would say it twice.
        let message = finding.message.strip_prefix(&format!("\"{key}\": ")).unwrap_or(&finding.message);
        finding.message = format!("{full}: {message}");
    }
    for label in finding.labels.iter_mut().filter(|label| label.at.file == table.file) {
        if let Some(Name { full, .. }) = name(label.at.span) {
            label.text = format!("{full}: {}", label.text);
        }
    }
    finding
}

/// What people call a place in a table.
struct Name {
    /// The row.
    row: String,
    /// The field that its column fills; empty where it is in none.
    key: String,
    /// The row and the column.
    full: String,
}

fn name(table: &Table, rows: &[(&Row, &Document)], span: Span) -> Option<Name> {
    let after = rows.partition_point(|(row, _)| row.span.start <= span.start);
    let (row, document) = rows[..after].last().filter(|(row, _)| span.start <= row.span.end)?;
    // What is about a row as a whole stands at its first byte.
    let is_whole = span.start == span.end && span.start == row.span.start;
    let is_in = |outer: Span| !is_whole && outer.start <= span.start && span.end <= outer.end;
    let source = table.text.body.as_str();
    let field = document
        .fields
        .0
        .iter()
        .find(|field| is_in(field.value.span) || row.unit == Unit::Entry && is_in(field.key_span));
    let column = match field {
        Some(field) => Some(match source.get(field.key_span.range()).map(|name| name.trim_matches(['"', ' '])) {
            Some(name) if !name.is_empty() => shortened(name),
            _ => field.key.clone(),
        }),
        None if row.id.is_some_and(is_in) => Some("id".to_owned()),
        None if row.body.span.end > row.span.start && is_in(row.body.span) => Some("body".to_owned()),
        None => None,
    };
    let word = if row.unit == Unit::Row { "column " } else { "" };
    let name = row.name();
    let full = column.map_or_else(|| name.clone(), |column| format!("{name}, {word}\"{column}\""));
    Some(Name { row: name, key: field.map(|field| field.key.clone()).unwrap_or_default(), full })
}
