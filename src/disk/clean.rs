//! Cleaning: what we published is taken away, and nothing else.

use std::io;
use std::path::Path;

use super::error::Error;
use super::guard::{self, Place, Target};
use super::manifest::{self, Manifest};
use super::pictures::Pictures;
use super::published::{self, Kind};
use super::{lock, produce, swap};
use crate::path::OutputPath;

/// What cleaning did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clean {
    /// How many files were removed, the manifest apart.
    pub removed: usize,
    /// Files of ours that somebody has changed since; they are kept.
    pub changed: Vec<OutputPath>,
    /// How many files and links stay that we never wrote.
    pub foreign: usize,
}

/// Removes from the output folder of `place` every file that is still as we published it, then our
/// manifest, and the folders that are empty by that; and the site's cache. An output that is not there is
/// clean.
///
/// # Errors
/// Where the folder is not ours, or the disk refuses.
pub fn clean(place: &Place<'_>, interrupted: &(dyn Fn() -> bool + Sync)) -> Result<Clean, Error> {
    let target = guard::check(place)?;
    let _lock = lock::take(&target, interrupted)?;
    swap::recover(&target)?;
    let target = guard::check(place)?;
    Pictures::of(place.root).forget();
    let Some(manifest) = manifest::read(&target)?.map(|known| known.files) else { return Ok(Clean::default()) };
    let cannot = |path: &Path, error: &io::Error| Error::io("remove", &target.shown(path), error);
    let mut content = published::walk(&target.output, &manifest).map_err(|error| cannot(Path::new(""), &error))?;
    content.ours.sort();
    let mut done =
        Clean { foreign: content.foreign.iter().filter(|f| f.kind != Kind::Folder).count(), ..Clean::default() };
    for path in content.ours {
        if interrupted() {
            return Err(Error::interrupted());
        }
        if is_as_written(&target, &manifest, &path) {
            let name = Path::new(path.as_str());
            std::fs::remove_file(target.output.join(name)).map_err(|error| cannot(name, &error))?;
            done.removed += 1;
        } else {
            done.changed.push(path);
        }
    }
    let name = Path::new(manifest::NAME);
    std::fs::remove_file(target.output.join(name)).map_err(|error| cannot(name, &error))?;
    content.folders.sort();
    for folder in content.folders.iter().rev().map(Path::new).chain([Path::new("")]) {
        remove_empty(&target.output.join(folder)).map_err(|error| cannot(folder, &error))?;
    }
    Ok(done)
}

fn is_as_written(target: &Target, manifest: &Manifest, path: &OutputPath) -> bool {
    manifest
        .get(path)
        .is_some_and(|stamp| produce::digest_at(&target.output.join(path.as_str()), stamp.length) == Some(stamp.digest))
}

fn remove_empty(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir(folder) {
        Err(error) if matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotFound) => Ok(()),
        other => other,
    }
}
