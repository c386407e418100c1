//! The guard: which folder a site may be published into.
//!
//! Several generators have deleted their users' work because an output folder was mistyped. Here a
//! folder must be empty or carry our marker, and must not be one that holds sources; no flag goes
//! round this.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{Error, shown};
use super::{cache, manifest};

/// Where a site lies, and where it is published.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// The folder to publish into, as the user wrote it; it need not exist.
    pub output: &'a Path,
    /// The user's home folder where it is known; it is never published into.
    pub home: Option<&'a Path>,
}

/// An output folder that has passed the guard.
#[derive(Debug)]
pub(super) struct Target {
    /// The folder without links and `..`.
    pub(super) output: PathBuf,
    /// The folder as the user wrote it.
    written: PathBuf,
    /// The folder around it.
    pub(super) parent: PathBuf,
    /// Our own folder beside it: lock, journal, staging.
    pub(super) work: PathBuf,
}

impl Target {
    /// The path of something in the output, to be shown; the output itself where `below` is empty.
    pub(super) fn shown(&self, below: impl AsRef<Path>) -> PathBuf {
        if below.as_ref().as_os_str().is_empty() { self.written.clone() } else { self.written.join(below) }
    }

    /// The folder in which the next site is put together.
    pub(super) fn staging(&self) -> PathBuf {
        self.work.join("staging")
    }
}

/// Whether a site may be published into the output of `place`, told before anything is read or made.
///
/// # Errors
/// Where it may not.
pub fn look(place: &Place<'_>) -> Result<(), Error> {
    check(place).map(|_| ())
}

/// The output of `place`, resolved.
///
/// # Errors
/// A usage error where the folder must not be written.
pub(super) fn check(place: &Place<'_>) -> Result<Target, Error> {
    let written = place.output;
    let output = resolve(written).map_err(|error| Error::io("open the output folder", written, &error))?;
    let root = resolve(place.root).map_err(|error| Error::io("open the folder", place.root, &error))?;
    refuse_sources(place, &output, &root)?;
    let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
        return Err(refusal(written, "is the root of the disk"));
    };
    let mut work = OsString::from(".");
    work.push(name);
    work.push(".homeroom");
    let target = Target { parent: parent.to_owned(), work: parent.join(work), written: written.to_owned(), output };
    refuse_foreign(&target)?;
    Ok(target)
}

fn refuse_sources(place: &Place<'_>, output: &Path, root: &Path) -> Result<(), Error> {
    let refuse = |what: &str| Err(refusal(place.output, what));
    if output.parent().is_none() {
        return refuse("is the root of the disk");
    }
    if let Some(home) = place.home.and_then(|home| resolve(home).ok()).filter(|home| home.parent().is_some())
        && home.starts_with(output)
    {
        return refuse(if home == output { "is your home folder" } else { "contains your home folder" });
    }
    if root == output {
        return refuse("is the site's own folder");
    }
    if root.starts_with(output) {
        return refuse("contains the site's own folder");
    }
    for name in ["content", "themes"] {
        let sources = resolve(&root.join(name)).unwrap_or_else(|_| root.join(name));
        for sources in [root.join(name), sources] {
            if output.starts_with(&sources) {
                return refuse(&format!("lies in \"{name}\", where the site's sources are"));
            }
            if sources.starts_with(output) {
                return refuse(&format!("contains \"{name}\", where the site's sources are"));
            }
        }
    }
    if output.starts_with(root.join(cache::NAME)) {
        return refuse("is where homeroom keeps pictures that it made smaller");
    }
    if output.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git")) {
        return refuse("lies in a repository's \".git\"");
    }
    match enclosing_repository(root) {
        Some(repository) if repository.starts_with(output) => refuse("contains the site's repository"),
        _ => Ok(()),
    }
}

/// Refuses a folder that holds files and not our marker.
fn refuse_foreign(target: &Target) -> Result<(), Error> {
    let entries = match std::fs::read_dir(&target.output) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(refusal(&target.written, "is a file"));
        }
        Err(error) => return Err(Error::io("open the output folder", &target.written, &error)),
    };
    let names: io::Result<Vec<OsString>> = entries.map(|entry| entry.map(|entry| entry.file_name())).collect();
    let mut names = names.map_err(|error| Error::io("read the output folder", &target.written, &error))?;
    // Whether it is a manifest of ours is seen when it is read, under the lock.
    if names.iter().any(|name| name == manifest::NAME) {
        return Ok(());
    }
    names.retain(|name| name != ".git" && name != "CNAME");
    names.sort();
    if names.is_empty() {
        return Ok(());
    }
    let some: Vec<String> = names.iter().take(3).map(|name| format!("\"{}\"", shown(Path::new(name)))).collect();
    let more = if names.len() > 3 { format!(" and {} more", names.len() - 3) } else { String::new() };
    let message =
        format!("\"{}\" holds files that homeroom did not write: {}{more}", shown(&target.written), some.join(", "));
    Err(Error::usage(message, "choose an empty or a new folder with --output, or move these files away"))
}

fn refusal(written: &Path, what: &str) -> Error {
    Error::usage(
        format!("the site cannot be published into \"{}\": it {what}", shown(written)),
        "choose another folder with --output, such as \"public\"",
    )
}

/// `path` without links and `..`, as the system would walk it; what does not exist yet is taken as
/// it is written.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut resolved = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            other => {
                resolved.push(other);
                match resolved.symlink_metadata() {
                    Ok(_) => resolved = resolved.canonicalize()?,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(resolved)
}

fn enclosing_repository(root: &Path) -> Option<&Path> {
    root.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())
}
