//! What a rule is.

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::model::entry::Entry;
use crate::model::settings::Settings;
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
    /// At one entry at a time, and at nothing else of the site: what it finds is remembered with the entry.
    Entry(fn(&Around<'_>, &Entry) -> Vec<Diagnostic>),
    /// At one entry at a time, and at what it leads to.
    Linked(fn(&Site, &Entry) -> Vec<Diagnostic>),
    /// At the site as a whole.
    Site(fn(&Site) -> Vec<Diagnostic>),
}

/// What is the same for every entry.
#[derive(Debug)]
pub struct Around<'a> {
    /// What `site.yaml` says.
    pub settings: &'a Settings,
    /// What the clock of this build says.
    pub today: Day,
}

impl Look {
    /// What is found at `entry` by itself.
    pub fn at_entry(&self, around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
        match self {
            Self::Entry(look) => look(around, entry),
            Self::Linked(_) | Self::Site(_) => Vec::new(),
        }
    }

    /// What is found at `entry` and where it leads.
    pub fn at_links(&self, site: &Site, entry: &Entry) -> Vec<Diagnostic> {
        match self {
            Self::Linked(look) => look(site, entry),
            Self::Entry(_) | Self::Site(_) => Vec::new(),
        }
    }

    /// What is found at the site as a whole.
    pub fn at_site(&self, site: &Site) -> Vec<Diagnostic> {
        match self {
            Self::Site(look) => look(site),
            Self::Entry(_) | Self::Linked(_) => Vec::new(),
        }
    }
}

/// A finding at `span` of the entry's text, which is what the facts of its body speak of.
pub fn at(entry: &Entry, span: Span, code: &'static Code, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(code, message).at(entry.document.file(), entry.document.in_file(span))
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
