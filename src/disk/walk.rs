//! Walking the site's folders: which files there are, and what else lies among them.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::codes;
use super::error::{shown, words};
use super::{kind, open};
use crate::diagnostic::Diagnostic;
use crate::path::SitePath;
use crate::source::HeldBack;

/// What a walk found.
#[derive(Default)]
pub(super) struct Walk {
    /// The files to be read: the path in the site, and where the bytes are (elsewhere for a link).
    pub(super) files: Vec<(SitePath, PathBuf)>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) held_back: Vec<HeldBack>,
    /// Whether the system refused to open any more: then there is more than this.
    pub(super) is_cut: bool,
}

/// Walks the folder `name` of the site at `root`, which is canonical. A folder that is not there is
/// empty.
pub(super) fn folder(root: &Path, name: &str, walk: &mut Walk) {
    let top = root.join(name);
    match top.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
        Ok(metadata) => {
            let what = if metadata.is_symlink() { "a link" } else { "no folder" };
            let finding = Diagnostic::new(&codes::LINK_REFUSED, format!("\"{name}\" is {what}"));
            return walk.findings.push(finding.help(format!("put the folder \"{name}\" itself into the site")));
        }
        Err(error) => return walk.findings.push(unreadable(Path::new(name), &error)),
    }
    let mut entries = WalkDir::new(&top).follow_links(false).min_depth(1).into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) => {
                if take(root, &entry, walk) == Descent::Skip && entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Err(error) => {
                let path =
                    error.path().and_then(|path| path.strip_prefix(root).ok()).unwrap_or(Path::new(name)).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into());
                walk.is_cut |= open::is_exhausted(&error);
                // Gone between being listed and being opened: it was not there.
                if error.kind() != std::io::ErrorKind::NotFound {
                    walk.findings.push(unreadable(&path, &error));
                }
            }
        }
    }
}

/// That the file or folder `path`, relative to the site's root, cannot be read.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let (what, help) = words(error);
    let finding = Diagnostic::new(&codes::UNREADABLE, format!("\"{}\" cannot be read: {what}", shown(path)));
    let finding = match site_path(path) {
        Some(file) => finding.in_file(&file),
        None => finding,
    };
    finding.help(help.unwrap_or("see whether your editor can open it"))
}

/// `path`, relative to the site's root, as a path of the site.
pub(super) fn site_path(path: &Path) -> Option<SitePath> {
    let text = path.to_str()?;
    if cfg!(windows) { SitePath::new(&text.replace('\\', "/")) } else { SitePath::new(text) }
}

/// `path` relative to `root`, with which it begins. Its text is cut, as its parts would be compared for
/// every file.
fn below<'a>(root: &Path, path: &'a Path) -> &'a Path {
    let cut = || path.to_str()?.strip_prefix(root.to_str()?)?.strip_prefix(std::path::MAIN_SEPARATOR);
    cut().map(Path::new).or_else(|| path.strip_prefix(root).ok()).unwrap_or(path)
}

#[derive(PartialEq, Eq)]
enum Descent {
    Enter,
    Skip,
}

fn take(root: &Path, entry: &DirEntry, walk: &mut Walk) -> Descent {
    let relative = below(root, entry.path());
    let Some(path) = site_path(relative) else {
        walk.findings.push(unusable_name(relative));
        return Descent::Skip;
    };
    if let Some(reason) = kind::held_back(path.name()) {
        walk.held_back.push(HeldBack { path, reason: reason.to_owned() });
        return Descent::Skip;
    }
    let file_type = entry.file_type();
    if file_type.is_dir() {
        return Descent::Enter;
    }
    if let Some(reason) = kind::nearly_a_page(&path) {
        walk.held_back.push(HeldBack { path, reason: reason.to_owned() });
    } else if file_type.is_file() {
        walk.files.push((path, entry.path().to_owned()));
    } else if file_type.is_symlink() {
        match link_target(root, entry.path()) {
            Ok(target) => walk.files.push((path, target)),
            Err(why) => walk.findings.push(
                Diagnostic::new(&codes::LINK_REFUSED, format!("\"{path}\" is a link {why}"))
                    .in_file(&path)
                    .help("put the file itself where the link is, or delete the link"),
            ),
        }
    } else {
        walk.findings.push(not_a_file(&path));
    }
    Descent::Skip
}

/// That there is no file at `path` but something else.
pub(super) fn not_a_file(path: &SitePath) -> Diagnostic {
    Diagnostic::new(&codes::NOT_A_FILE, format!("\"{path}\" is no file but a pipe, a socket or a device"))
        .in_file(path)
        .help("delete it or move it out of the folder")
}

fn unusable_name(relative: &Path) -> Diagnostic {
    let name = relative.file_name().map(|name| name.as_encoded_bytes().escape_ascii().to_string()).unwrap_or_default();
    let folder = relative.parent().map(shown).unwrap_or_default();
    let what = if relative.to_str().is_some() { "holds a backslash" } else { "is not UTF-8" };
    let finding = Diagnostic::new(&codes::UNUSABLE_NAME, format!("the name \"{name}\" in \"{folder}\" {what}"));
    match relative.parent().and_then(site_path) {
        Some(folder) => finding.in_file(&folder),
        None => finding,
    }
    .help("rename it; letters, digits, \"-\" and \"_\" are safe everywhere")
}

/// The file that the link at `path` stands for, or where it leads instead. `root` is canonical.
pub(super) fn link_target(root: &Path, path: &Path) -> Result<PathBuf, &'static str> {
    let target = path.canonicalize().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => "to nothing",
        _ if open::is_loop(&error) => "that leads back to itself",
        _ => "that cannot be followed",
    })?;
    let below = target.strip_prefix(root).map_err(|_| "to a place outside the site")?;
    let metadata = target.symlink_metadata().map_err(|_| "to nothing")?;
    if metadata.is_dir() {
        return Err("to a folder");
    }
    if !metadata.is_file() {
        return Err("to something that is no file");
    }
    let hidden =
        below.components().any(|part| part.as_os_str().to_str().is_none_or(|name| kind::held_back(name).is_some()));
    if hidden || below == Path::new("site.yaml") { Err("to a file that is never published") } else { Ok(target) }
}
