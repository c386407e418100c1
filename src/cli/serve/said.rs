//! What a server says on the terminal: where it is, then one line a build.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::time::Duration;

use super::session::Session;
use crate::build::Assembled;
use crate::cli::ServeArgs;
use crate::cli::report::{counted, time};
use crate::diagnostic::code::Severity;
use crate::diagnostic::show::{Form, show};
use crate::diagnostic::text::line;
use crate::diagnostic::{Diagnostic, count};
use crate::model::collections::Kind;
use crate::path::SitePath;
use crate::serve::{self, Server};

/// The names that a server answers to besides those of this computer.
pub fn hosts(args: &ServeArgs) -> Vec<String> {
    let own = match args.host {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    std::iter::once(own).chain(args.allow_host.iter().cloned()).collect()
}

/// Where the site is shown.
pub fn address(server: &Server, base: &str) -> String {
    let address = server.address();
    match address.ip() {
        ip if ip.is_unspecified() => format!("http://127.0.0.1:{}{base}", address.port()),
        _ => format!("http://{address}{base}"),
    }
}

/// The first lines.
pub fn welcome(session: &Session, address: &str, args: &ServeArgs, other: Option<ErrorKind>) -> String {
    let mut text = format!("{} is at {address}\n", line(&session.title()));
    if let Some(why) = other {
        let port = args.port.unwrap_or(serve::USUAL_PORT);
        let why = if why == ErrorKind::AddrInUse { "is taken" } else { "may not be used by you" };
        text.push_str(&format!("  port {port} {why}, so it is another one\n"));
    }
    if !args.host.is_loopback() {
        text.push_str("  other devices on this network can read it");
        text.push_str(if args.allow_host.is_empty() {
            " once you name this computer with --allow-host\n"
        } else {
            "\n"
        });
    }
    let origin = address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    text.push_str(&format!("  all pages and findings: {origin}/_homeroom/\n  Ctrl-C ends it\n"));
    text
}

/// That edits are looked for instead of being told.
pub fn blind(reason: &str) -> String {
    format!("{reason}, so edits are looked for every second\n")
}

/// What the first build is.
pub fn started(
    pages: &BTreeMap<Kind, usize>,
    findings: &[Diagnostic],
    assembled: &Assembled,
    took: Duration,
) -> String {
    let total: usize = pages.values().sum();
    format!("{}, {}{}\n", counted(total, "entry", "entries"), time(took.as_millis()), outcome(findings, assembled, &[]))
}

/// What a rebuild was.
pub fn rebuilt(changed: &[SitePath], findings: &[Diagnostic], assembled: &Assembled, took: Duration) -> String {
    let what = match changed {
        [] => "the files of the site".to_owned(),
        [one] => line(one.as_str()),
        [first, second] => format!("{}, {}", line(first.as_str()), line(second.as_str())),
        [first, ..] => format!("{} and {} more files", line(first.as_str()), changed.len() - 1),
    };
    format!("{what}: {}{}\n", time(took.as_millis()), outcome(findings, assembled, changed))
}

/// How many errors and warnings there are, and the first error: one in what has `changed`, where there is one.
fn outcome(findings: &[Diagnostic], assembled: &Assembled, changed: &[SitePath]) -> String {
    let (errors, warnings, _) = count(findings);
    let mut parts = String::new();
    for (many, one, several) in [(errors, "error", "errors"), (warnings, "warning", "warnings")] {
        if many > 0 {
            parts.push_str(&format!(", {}", counted(many, one, several)));
        }
    }
    let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
    let is_new = |finding: &&Diagnostic| finding.at.as_ref().is_some_and(|at| changed.contains(&at.file));
    if let Some(first) = errors().find(is_new).or_else(|| errors().next()) {
        let shown = show(std::slice::from_ref(first), Form::Short, &|path| assembled.text(path));
        parts.push_str(&format!("\n  {}", shown.trim_end()));
    }
    parts
}

/// Findings in a form that tells whether they are the same.
pub fn brief(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {:?} {}", finding.code.name, finding.at, finding.message)).collect()
}
