//! Codes: the kinds of findings, each with its name and its documentation.

use std::fmt;

/// One kind of finding. Its name is stable: sites write it in `checks:` and `allow:`.
#[derive(Debug)]
pub struct Code {
    /// The name, in kebab case, which reads well after "allow".
    pub name: &'static str,
    /// How grave such a finding is unless the site says otherwise.
    pub severity: Severity,
    /// Whether the site may set another level.
    pub level: Level,
    /// What it means and what to do, in Markdown; the first line is a summary.
    pub doc: &'static str,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published while there is one.
    Error,
    /// The site is published; with `--strict` it is not.
    Warning,
    /// Worth knowing.
    Note,
}

/// Whether a site may set the level of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The site may make it an error, a warning, a note, or turn it off.
    Adjustable,
    /// As adjustable, and looked for only where the site gives it a level.
    Asked,
    /// Nothing sensible could be published in spite of it.
    Fixed,
}

impl Severity {
    /// The word that is shown for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Declares the codes of a module: `/// documentation` then `NAME = "kebab-name", Severity, Level;`.
///
/// The doc comment is the documentation that `homeroom explain` shows; all of the module's codes
/// together are its `CODES`.
#[macro_export]
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident, $level:ident;)+) => {
        $(
            $(#[doc = $doc])+
            pub static $name: $crate::diagnostic::code::Code = $crate::diagnostic::code::Code {
                name: $text,
                severity: $crate::diagnostic::code::Severity::$severity,
                level: $crate::diagnostic::code::Level::$level,
                doc: concat!($($doc, "\n"),+),
            };
        )+
        /// Every code that is declared here.
        pub static CODES: &[&$crate::diagnostic::code::Code] = &[$(&$name),+];
    };
}
