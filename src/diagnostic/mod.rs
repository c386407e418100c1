//! Findings: what is wrong, where, and what to type instead.
//!
//! Every stage returns its findings as values of one type, [`Diagnostic`]; only the command line
//! shows them, in one of four forms ([`human`], [`short`], [`json`], [`github`]).

pub mod code;
pub mod github;
pub mod human;
pub mod json;
pub mod nearest;
pub mod short;
pub mod show;
pub mod text;

use crate::path::SitePath;
use crate::source::Span;
use code::{Code, Severity};

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Which kind of finding it is.
    pub code: &'static Code,
    /// How grave it is here: the code's own severity, or what the site's `checks:` made of it.
    pub severity: Severity,
    /// What is there, lower case, without a full stop, names quoted.
    pub message: String,
    /// Where; `None` where no file is to blame.
    pub at: Option<Location>,
    /// The page that brings it to light, by its start, where it lies in a file that the page reads; that page may
    /// excuse it.
    pub through: Option<Box<Location>>,
    /// Further places that explain it.
    pub labels: Vec<Label>,
    /// What to do, as an action.
    pub help: Option<String>,
}

/// A place a finding points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file.
    pub file: SitePath,
    /// The bytes; `None` where the whole file is meant.
    pub span: Option<Span>,
}

/// A further place of a finding, and what is there.
#[derive(Clone, Debug)]
pub struct Label {
    /// The place.
    pub at: Location,
    /// What is there.
    pub text: String,
    /// What it is to the finding.
    pub role: LabelRole,
}

/// What a further place is to a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelRole {
    /// It explains it.
    Explains,
    /// There a page reads the file in which it lies: that page may excuse it.
    Reads,
}

impl Diagnostic {
    /// A finding of the kind `code` that says `message`, without a place yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { code, severity: code.severity, message, at: None, through: None, labels: Vec::new(), help: None }
    }

    /// The same finding, at `span` of `file`.
    pub fn at(mut self, file: &SitePath, span: Span) -> Self {
        self.at = Some(Location { file: file.clone(), span: Some(span) });
        self
    }

    /// The same finding, about `file` as a whole.
    pub fn in_file(mut self, file: &SitePath) -> Self {
        self.at = Some(Location { file: file.clone(), span: None });
        self
    }

    /// The same finding, with a further place.
    pub fn label(mut self, file: &SitePath, span: Option<Span>, text: impl Into<String>) -> Self {
        let at = Location { file: file.clone(), span };
        self.labels.push(Label { at, text: text.into(), role: LabelRole::Explains });
        self
    }

    /// The same finding, which lies in a file that a page reads at this place.
    pub fn read_at(mut self, at: Location, text: impl Into<String>) -> Self {
        self.labels.push(Label { at, text: text.into(), role: LabelRole::Reads });
        self
    }

    /// The place in a page at which an `allow` excuses it.
    pub fn excused_at(&self) -> Option<&Location> {
        let reads = self.labels.iter().find(|label| label.role == LabelRole::Reads);
        reads.map(|label| &label.at).or(self.at.as_ref())
    }

    /// The same finding, with what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Puts findings in the order of their places: by file, then byte, then code and message; those
/// without a place come first. Findings that are the same in all of these are one, the gravest of them.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        (&a.at, a.code.name, &a.message, a.severity).cmp(&(&b.at, b.code.name, &b.message, b.severity))
    });
    findings.dedup_by(|a, b| a.at == b.at && a.code.name == b.code.name && a.message == b.message);
}

/// How many findings there are of each severity: errors, warnings, notes.
pub fn count(findings: &[Diagnostic]) -> (usize, usize, usize) {
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    (of(Severity::Error), of(Severity::Warning), of(Severity::Note))
}
