//! What a rule is.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::parse::typed::Step;
use crate::source::Span;

/// A rule: the codes it may raise, and how it looks for them.
#[derive(Debug)]
pub struct Rule {
    /// The codes it may raise; their documentation is the rule's.
    pub codes: &'static [&'static Code],
    /// How it looks.
    pub look: Look,
}

/// Where a rule looks.
#[derive(Debug)]
pub enum Look {
    /// At one entry at a time.
    Entry(fn(&Site, &Entry) -> Vec<Diagnostic>),
    /// At the site as a whole.
    Site(fn(&Site) -> Vec<Diagnostic>),
}

impl Look {
    /// What is found at `entry`.
    pub fn at_entry(&self, site: &Site, entry: &Entry) -> Vec<Diagnostic> {
        match self {
            Self::Entry(look) => look(site, entry),
            Self::Site(_) => Vec::new(),
        }
    }

    /// What is found at the site as a whole.
    pub fn at_site(&self, site: &Site) -> Vec<Diagnostic> {
        match self {
            Self::Entry(_) => Vec::new(),
            Self::Site(look) => look(site),
        }
    }
}

/// A finding at `span` of the entry's file.
pub fn at(entry: &Entry, span: Span, code: &'static Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, message).at(&entry.document.path, span)
}

/// A finding at the value to which `path` leads, or at the start of the entry's file.
pub fn at_field(entry: &Entry, path: &[Step], code: &'static Code, message: impl Into<String>) -> Diagnostic {
    let mut finding = Diagnostic::new(code, message);
    finding.at = Some(entry.place(path));
    finding
}

/// A step to the value of `key`.
pub fn key(key: &str) -> Step {
    Step::Key(key.to_owned())
}
