//! Findings as JSON, for other programs.

use serde_json::{Value, json};

use crate::diagnostic::text::{Texts, places};
use crate::diagnostic::{Diagnostic, Location};

/// `findings` as one JSON list, on one line.
pub fn show(findings: &[Diagnostic], texts: &Texts<'_>) -> String {
    format!("{}\n", values(findings, texts))
}

/// `findings` as a JSON value: a list of objects with `code`, `severity`, `message`, `file`, `line`,
/// `column`, `endLine`, `endColumn` (each `null` where there is none), `help` and `labels`.
pub fn values(findings: &[Diagnostic], texts: &Texts<'_>) -> Value {
    findings.iter().map(|finding| value(finding, texts)).collect()
}

fn value(finding: &Diagnostic, texts: &Texts<'_>) -> Value {
    let mut value = place(finding.at.as_ref(), texts);
    value["code"] = json!(finding.code.name);
    value["severity"] = json!(finding.severity.word());
    value["message"] = json!(finding.message);
    value["help"] = json!(finding.help);
    value["labels"] = finding
        .labels
        .iter()
        .map(|label| {
            let mut value = place(Some(&label.at), texts);
            value["message"] = json!(label.text);
            value
        })
        .collect();
    value
}

fn place(at: Option<&Location>, texts: &Texts<'_>) -> Value {
    let places = at.and_then(|at| places(at, texts));
    json!({
        "file": at.map(|at| at.file.as_str()),
        "line": places.map(|(start, _)| start.line),
        "column": places.map(|(start, _)| start.column),
        "endLine": places.map(|(_, end)| end.line),
        "endColumn": places.map(|(_, end)| end.column),
    })
}
