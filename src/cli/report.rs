//! What is said on the terminal.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::cli::{CONTENT, ENVIRONMENT, FINE, Format, USAGE};
use crate::diagnostic::code::Severity;
use crate::diagnostic::show::show;
use crate::diagnostic::text::{Texts, line, plain};
use crate::diagnostic::{Diagnostic, count, json};
use crate::disk::commit::Commit;
use crate::disk::error::{Class, Error};
use crate::model::collections::Kind;
use crate::model::config;
use crate::model::entry::Role;
use crate::model::site::Site;
use crate::source::HeldBack;

/// How many findings of one code are shown with their lines; the other forms show all.
const SHOWN_IN_FULL: usize = 100;

/// Writes to the standard output. A reader that went away is no reason to fail.
pub fn say(text: &str) {
    let _ = anstream::stdout().write_all(text.as_bytes());
}

/// Writes to the standard error output.
pub fn complain(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Says why the disk's work was not done, and gives the exit code.
pub fn failed(error: &Error) -> u8 {
    let help = error.help.as_deref().map(|help| format!("\n  help: {}", plain(help))).unwrap_or_default();
    complain(&format!("error: {}{help}\n", plain(&error.message)));
    match error.class {
        Class::Content => CONTENT,
        Class::Usage => USAGE,
        Class::Environment => ENVIRONMENT,
        Class::Interrupted => super::signals::code(),
    }
}

/// What a run found and did.
pub struct Outcome<'a> {
    /// The findings.
    pub findings: &'a [Diagnostic],
    /// The texts they point into.
    pub texts: &'a Texts<'a>,
    /// The pages of each kind.
    pub pages: BTreeMap<Kind, usize>,
    /// What was not published.
    pub held_back: &'a [HeldBack],
    /// Where it was published and what was written; `None` where nothing was.
    pub published: Option<(&'a Path, Commit)>,
    /// How long it took, in milliseconds.
    pub milliseconds: u128,
    /// Whether warnings fail.
    pub strict: bool,
}

impl Outcome<'_> {
    /// The exit code that follows from the findings.
    pub fn code(&self) -> u8 {
        let fails = |finding: &&Diagnostic| {
            finding.severity == Severity::Error || self.strict && finding.severity == Severity::Warning
        };
        let mut failing = self.findings.iter().filter(fails).peekable();
        if failing.peek().is_none() {
            return FINE;
        }
        let unreadable = failing.clone().any(|finding| finding.code.name == crate::disk::codes::UNREADABLE.name);
        if unreadable {
            return ENVIRONMENT;
        }
        let configured = failing.any(|finding| finding.at.as_ref().is_some_and(|at| at.file.as_str() == config::FILE));
        if configured { USAGE } else { CONTENT }
    }

    /// Says it in the form asked for.
    pub fn report(&self, format: Format, quiet: bool) {
        match format {
            Format::Json => say(&format!("{}\n", self.json())),
            Format::Human => {
                complain(&self.human(if quiet { Severity::Warning } else { Severity::Note }));
                if !quiet {
                    say(&self.summary());
                }
            }
            Format::Short | Format::Github => {
                say(&show(self.findings, format.form(), self.texts));
                if !quiet {
                    say(&self.summary());
                }
            }
        }
    }

    /// The findings that are at least as grave as `least`, for people.
    fn human(&self, least: Severity) -> String {
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        let mut text = String::new();
        for finding in self.findings.iter().filter(|finding| finding.severity <= least) {
            let many = shown.entry(finding.code.name).or_default();
            *many += 1;
            if *many <= SHOWN_IN_FULL {
                let form = if finding.severity == Severity::Note { Format::Short } else { Format::Human };
                text.push_str(&show(std::slice::from_ref(finding), form.form(), self.texts));
            }
        }
        for (code, many) in shown.iter().filter(|(_, many)| **many > SHOWN_IN_FULL) {
            text.push_str(&format!("and {} more of \"{code}\"; --format short lists all\n", many - SHOWN_IN_FULL));
        }
        text
    }

    fn summary(&self) -> String {
        let (errors, warnings, notes) = count(self.findings);
        let failed = self.code() != FINE;
        let pages: Vec<String> = Kind::ALL
            .iter()
            .filter_map(|kind| Some((kind, *self.pages.get(kind)?)))
            .map(|(kind, many)| counted(many, kind.name_of(many), kind.plural()))
            .collect();
        let total: usize = self.pages.values().sum();
        let of = if pages.is_empty() { String::new() } else { format!(": {}", pages.join(", ")) };
        let mut text = String::new();
        if !self.held_back.is_empty() && !failed {
            text.push_str(&format!("held back: {}\n", self.held_back.len()));
            for held in self.held_back {
                text.push_str(&format!("  {} ({})\n", line(held.path.as_str()), held.reason));
            }
        }
        let counts: Vec<String> = [(errors, "error"), (warnings, "warning"), (notes, "note")]
            .iter()
            .filter(|(many, _)| *many > 0)
            .map(|(many, word)| counted(*many, word, &format!("{word}s")))
            .collect();
        let counts = if counts.is_empty() { "nothing to mend".to_owned() } else { counts.join(", ") };
        match &self.published {
            Some((output, commit)) => {
                text.push_str(&format!("{}{of}\n", counted(total, "entry", "entries")));
                text.push_str(&format!(
                    "{}: {} written, {} unchanged, {} removed, in {}\n",
                    plain(&output.display().to_string()),
                    counted(commit.written, "file", "files"),
                    commit.unchanged,
                    commit.removed,
                    time(self.milliseconds),
                ));
            }
            None if failed => text.push_str("nothing was published\n"),
            None => text.push_str(&format!(
                "{}{of}; checked in {}\n",
                counted(total, "entry", "entries"),
                time(self.milliseconds)
            )),
        }
        text + &counts + "\n"
    }

    fn json(&self) -> serde_json::Value {
        let (errors, warnings, notes) = count(self.findings);
        let pages: BTreeMap<&str, usize> = self.pages.iter().map(|(kind, many)| (kind.name(), *many)).collect();
        let held: Vec<_> =
            self.held_back.iter().map(|held| json!({ "path": held.path, "reason": held.reason })).collect();
        let files = self.published.as_ref().map(|(_, commit)| {
            json!({ "written": commit.written, "unchanged": commit.unchanged, "removed": commit.removed, "bytes": commit.bytes })
        });
        json!({
            "ok": self.code() == FINE,
            "findings": json::values(self.findings, self.texts),
            "counts": { "errors": errors, "warnings": warnings, "notes": notes },
            "pages": pages,
            "files": files,
            "heldBack": held,
            "milliseconds": u64::try_from(self.milliseconds).unwrap_or(u64::MAX),
        })
    }
}

/// How many entries of each kind a site publishes; sections' own pages count as pages.
pub fn pages(site: &Site) -> BTreeMap<Kind, usize> {
    let mut pages = BTreeMap::new();
    for entry in &site.entries {
        let kind = if entry.role == Role::Section { Kind::Page } else { entry.kind() };
        *pages.entry(kind).or_default() += 1;
    }
    pages
}

/// What a site holds back, with what reading it left aside, in the order of paths.
pub fn held_back(site: &Site, aside: &[HeldBack]) -> Vec<HeldBack> {
    let mut all: Vec<HeldBack> = site.held_back.iter().chain(aside).cloned().collect();
    all.sort();
    all
}

/// So many of what is called `one` or `several`.
pub fn counted(many: usize, one: &str, several: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { several })
}

/// A time in words.
pub fn time(milliseconds: u128) -> String {
    if milliseconds < 1000 { format!("{milliseconds} ms") } else { format!("{:.1} s", milliseconds as f64 / 1000.0) }
}
