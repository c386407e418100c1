//! Findings, one line each: `content/guides/x.md:4:1: error[unknown-field]: … (what to do)`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::text::{Texts, line, places};

/// `finding` on one line.
pub fn show(finding: &Diagnostic, texts: &Texts<'_>) -> String {
    let place = match &finding.at {
        None => String::new(),
        Some(at) => match places(at, texts) {
            Some((start, _)) => format!("{}:{}:{}: ", line(at.file.as_str()), start.line, start.column),
            None => format!("{}: ", line(at.file.as_str())),
        },
    };
    let help = finding.help.as_deref().map(|help| format!(" ({})", line(help))).unwrap_or_default();
    format!("{place}{}[{}]: {}{help}\n", finding.severity, finding.code.name, line(&finding.message))
}
