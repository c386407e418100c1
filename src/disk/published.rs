//! What is in the output folder now, and which of it is not ours.

use std::ffi::{OsStr, OsString};
use std::io;
use std::ops::Bound;
use std::path::Path;

use rayon::prelude::*;

use super::manifest::{self, Manifest};
use crate::path::OutputPath;

/// The content of an output folder, the repository and the manifest at its top left out. Only real
/// folders are looked into, so everything in it is really there.
#[derive(Debug, Default)]
pub(super) struct Published {
    /// The manifest's files that are there.
    pub(super) ours: Vec<OutputPath>,
    /// The folders that hold, or held, files of ours.
    pub(super) folders: Vec<OsString>,
    /// What we did not write, folders before what is in them.
    pub(super) foreign: Vec<Foreign>,
}

/// Something that we did not write.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Foreign {
    /// Its path in the output, separated by `/`.
    pub(super) path: OsString,
    pub(super) kind: Kind,
}

/// What something in the output folder is. Links are never followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Folder,
    File,
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// Walks `output`, where `manifest` lists what is ours.
///
/// # Errors
/// Where a folder cannot be read: its content could not be carried over.
pub(super) fn walk(output: &Path, manifest: &Manifest) -> io::Result<Published> {
    let mut published = folder(output, OsStr::new(""), manifest)?;
    published.foreign.sort();
    Ok(published)
}

fn folder(output: &Path, below: &OsStr, manifest: &Manifest) -> io::Result<Published> {
    let mut found = Published::default();
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(output.join(below))? {
        let entry = entry?;
        let name = entry.file_name();
        if below.is_empty() && (name == ".git" || name == manifest::NAME) {
            continue;
        }
        let path = joined(below, &name);
        match kind(entry.file_type()?) {
            Kind::Folder => {
                if path.to_str().is_some_and(|text| is_our_folder(text, manifest)) {
                    found.folders.push(path.clone());
                } else {
                    found.foreign.push(Foreign { path: path.clone(), kind: Kind::Folder });
                }
                folders.push(path);
            }
            kind => match path.to_str().and_then(|text| manifest.get_key_value(text)) {
                Some((ours, _)) if kind == Kind::File => found.ours.push(ours.clone()),
                _ => found.foreign.push(Foreign { path, kind }),
            },
        }
    }
    let below = folders.par_iter().map(|path| folder(output, path, manifest)).collect::<io::Result<Vec<_>>>()?;
    for more in below {
        found.ours.extend(more.ours);
        found.folders.extend(more.folders);
        found.foreign.extend(more.foreign);
    }
    Ok(found)
}

fn kind(file_type: std::fs::FileType) -> Kind {
    match file_type {
        _ if file_type.is_dir() => Kind::Folder,
        _ if file_type.is_file() => Kind::File,
        _ if file_type.is_symlink() => Kind::Link,
        _ => Kind::Other,
    }
}

fn is_our_folder(path: &str, manifest: &Manifest) -> bool {
    let below = format!("{path}/");
    let from = (Bound::Included(below.as_str()), Bound::Unbounded);
    manifest.range::<str, _>(from).next().is_some_and(|(file, _)| file.as_str().starts_with(&below))
}

fn joined(folder: &OsStr, name: &OsStr) -> OsString {
    let mut path = folder.to_owned();
    if !path.is_empty() {
        path.push("/");
    }
    path.push(name);
    path
}
