//! What keeps the disk's work from being done, in words.

use std::fmt;
use std::io;
use std::path::Path;

use crate::diagnostic::Diagnostic;

/// Why nothing was read or published.
#[derive(Clone, Debug)]
pub struct Error {
    /// What kind of failure it is; the exit code follows from it.
    pub class: Class,
    /// What is there, lower case, without a full stop, paths as the user wrote them.
    pub message: String,
    /// What to do, as an action.
    pub help: Option<String>,
    /// The findings that making the outputs brought to light; empty except for [`Class::Content`].
    pub findings: Vec<Diagnostic>,
}

/// The kinds of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The site's own files are to blame: exit code 1.
    Content,
    /// The command asks for something that is not done: exit code 2.
    Usage,
    /// The disk, its permissions or another program are to blame: exit code 3.
    Environment,
    /// Somebody asked to stop.
    Interrupted,
}

impl Error {
    pub(super) fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Class::Usage, message, help)
    }

    pub(super) fn environment(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Class::Environment, message, help)
    }

    pub(super) fn content(message: impl Into<String>, findings: Vec<Diagnostic>) -> Self {
        Self { class: Class::Content, message: message.into(), help: None, findings }
    }

    pub(super) fn interrupted() -> Self {
        Self {
            class: Class::Interrupted,
            message: "stopped before anything was published".into(),
            help: None,
            findings: Vec::new(),
        }
    }

    /// That `doing` (as in `cannot write`) failed on `path` with `error`.
    pub(super) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let (what, help) = words(error);
        Self {
            help: help.map(str::to_owned),
            ..Self::new(Class::Environment, format!("cannot {doing} \"{}\": {what}", shown(path)), "")
        }
    }

    fn new(class: Class, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { class, message: message.into(), help: Some(help.into()), findings: Vec::new() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// A path as it is shown: as it was written, with control characters spelled out, since a name may
/// hold what a terminal obeys.
pub(super) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if text.chars().any(char::is_control) {
        text.chars().flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect()
    } else {
        text.into_owned()
    }
}

/// What the system's error `error` means, and what to do where there is something to do.
pub(super) fn words(error: &io::Error) -> (String, Option<&'static str>) {
    use io::ErrorKind as Kind;
    let (what, help) = match error.kind() {
        Kind::NotFound => ("it is not there", None),
        Kind::PermissionDenied => {
            ("permission denied", Some("give yourself the right to it, or ask whoever manages the computer"))
        }
        Kind::StorageFull | Kind::QuotaExceeded => {
            ("no space is left on the disk", Some("free some space and run the command again"))
        }
        Kind::ReadOnlyFilesystem => {
            ("the disk can only be read", Some("choose another folder with --output, on a disk that can be written"))
        }
        Kind::InvalidFilename => {
            ("its name is too long for this disk", Some("shorten the name of the page or the folder"))
        }
        Kind::NotADirectory => ("a file stands where a folder is needed", None),
        Kind::CrossesDevices | Kind::ResourceBusy => (
            "it is on another disk than the folder around it",
            Some("choose a folder inside it with --output; a folder that is a disk of its own cannot be swapped"),
        ),
        Kind::FileTooLarge => ("it is larger than the disk allows", None),
        _ if error.raw_os_error() == Some(24) => {
            ("too many files are open", Some("raise the limit with \"ulimit -n 4096\" and run the command again"))
        }
        _ => {
            return (
                error.to_string().to_lowercase(),
                Some("run the command again; if it fails again, check the disk"),
            );
        }
    };
    (what.to_owned(), help)
}
