//! Findings as workflow commands of GitHub Actions.
//!
//! Source: "Workflow commands for GitHub Actions", setting an error, warning or notice message.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::diagnostic::text::{Texts, line, places};

/// `finding` as one workflow command.
pub fn show(finding: &Diagnostic, texts: &Texts<'_>) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(at) = &finding.at {
        properties.push(format!("file={}", property(at.file.as_str())));
        if let Some((start, end)) = places(at, texts) {
            properties.push(format!(
                "line={},col={},endLine={},endColumn={}",
                start.line, start.column, end.line, end.column
            ));
        }
    }
    properties.push(format!("title={}", finding.code.name));
    let help = finding.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
    format!("::{command} {}::{}\n", properties.join(","), data(&format!("{}{help}", finding.message)))
}

fn data(text: &str) -> String {
    line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
