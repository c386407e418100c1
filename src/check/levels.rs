//! Levels: what a site makes of findings, and what a page excuses.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::{Code, Level};
use crate::diagnostic::nearest::nearest;
use crate::model::assemble::item;
use crate::model::config::{self, Config};
use crate::model::site::Site;
use crate::path::SitePath;
use crate::source::Span;

crate::codes! {
    /// An `allow:` excuses nothing.
    ///
    /// The page has no such finding any more. Take the name out, so that a new one is not overlooked.
    UNUSED_ALLOW = "unused-allow", Warning, Adjustable;
    /// `checks:` or `allow:` names a finding that does not exist.
    ///
    /// `homeroom explain` lists all names.
    UNKNOWN_CHECK = "unknown-check", Error, Adjustable;
    /// `checks:` or `allow:` names a finding whose level cannot be changed.
    ///
    /// Nothing sensible could be published in spite of it, so it stays an error.
    FIXED_CHECK = "fixed-check", Error, Adjustable;
}

/// `findings` without those that a page allows, at the levels of the site's `checks:`, and with what
/// is wrong about both.
pub fn apply(site: &Site, findings: Vec<Diagnostic>, codes: &[&'static Code]) -> Vec<Diagnostic> {
    let known: BTreeMap<&str, &Code> = codes.iter().map(|code| (code.name, *code)).collect();
    let (allowed, mut all) = allowed(site, &known);
    all.extend(named_in_config(site, &known));
    let mut used = BTreeSet::new();
    for finding in findings {
        match excuse(&allowed, &finding) {
            Some(excuse) => {
                used.insert(std::ptr::from_ref(excuse));
            }
            None => all.push(finding),
        }
    }
    for ((file, name), excuses) in &allowed {
        for excuse in excuses.iter().filter(|excuse| !used.contains(&std::ptr::from_ref(*excuse))) {
            let message = format!("\"{name}\" is allowed here, but nothing is found that it would excuse");
            all.push(Diagnostic::new(&UNUSED_ALLOW, message).at(file, excuse.at).help("take the name out of `allow`"));
        }
    }
    all.into_iter().filter_map(|finding| levelled(&site.settings.config, finding)).collect()
}

/// `finding` at the level that `config` asks for; `None` where it turns it off.
pub fn levelled(config: &Config, mut finding: Diagnostic) -> Option<Diagnostic> {
    if finding.code.level == Level::Fixed {
        return Some(finding);
    }
    if let Some(level) = config.checks.get(finding.code.name) {
        finding.severity = level.severity()?;
    }
    Some(finding)
}

/// What is allowed, by file and name.
type Allowed = BTreeMap<(SitePath, String), Vec<Excuse>>;

/// One name in an `allow:`.
struct Excuse {
    /// What it is for: its row; `None` where it is for the whole file.
    row: Option<Span>,
    /// Where it stands.
    at: Span,
}

/// What excuses `finding`.
fn excuse<'a>(allowed: &'a Allowed, finding: &Diagnostic) -> Option<&'a Excuse> {
    let at = finding.excused_at().filter(|_| !allowed.is_empty())?;
    let excuses = allowed.get(&(at.file.clone(), finding.code.name.to_owned()))?;
    // Rows stand one after the other, and so do the excuses of a table.
    let start = at.span.unwrap_or_default().start;
    let after = excuses.partition_point(|excuse| excuse.row.is_none_or(|row| row.start <= start));
    excuses[..after].last().filter(|excuse| excuse.row.is_none_or(|row| start <= row.end))
}

fn allowed(site: &Site, known: &BTreeMap<&str, &Code>) -> (Allowed, Vec<Diagnostic>) {
    let (mut allowed, mut findings) = (Allowed::new(), Vec::new());
    for entry in &site.entries {
        for (number, name) in entry.common.allow.iter().enumerate() {
            let place = entry.place(&item("allow", number));
            let span = place.span.unwrap_or_default();
            match named(name, known) {
                None => {
                    let row = entry.document.row.as_ref().map(|row| row.span);
                    let key = (entry.document.file().clone(), name.clone());
                    allowed.entry(key).or_default().push(Excuse { row, at: span });
                }
                Some(finding) => findings.push(finding.at(entry.document.file(), span)),
            }
        }
    }
    allowed.values_mut().for_each(|excuses| excuses.sort_by_key(|excuse| excuse.row));
    (allowed, findings)
}

fn named_in_config(site: &Site, known: &BTreeMap<&str, &Code>) -> Vec<Diagnostic> {
    let Some(checks) = site.settings.fields.get("checks") else { return Vec::new() };
    let crate::parse::value::Data::Map(fields) = &checks.value.data else { return Vec::new() };
    let wrong =
        |field: &crate::parse::value::Field| Some(named(&field.key, known)?.at(&config::file(), field.key_span));
    fields.0.iter().filter_map(wrong).collect()
}

fn named(name: &str, known: &BTreeMap<&str, &Code>) -> Option<Diagnostic> {
    match known.get(name) {
        None => {
            let near = nearest(name, known.keys().copied()).map(|near| format!("did you mean \"{near}\"?"));
            let help = near.unwrap_or_else(|| "`homeroom explain` lists all names".to_owned());
            Some(Diagnostic::new(&UNKNOWN_CHECK, format!("there is no finding \"{name}\"")).help(help))
        }
        Some(code) if code.level == Level::Fixed => Some(
            Diagnostic::new(&FIXED_CHECK, format!("the level of \"{name}\" cannot be changed"))
                .help("take the line out and mend what is found"),
        ),
        Some(_) => None,
    }
}
