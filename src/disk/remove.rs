//! Removing a folder with all that is in it, on all processors: the last site is as large as the new.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

/// Removes the folder `folder`, if it is there. Links are removed, never followed.
///
/// # Errors
/// The system's; what was removed until then is gone.
pub(super) fn folder(folder: &Path) -> io::Result<()> {
    match content(folder).and_then(|()| fs::remove_dir(folder)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn content(folder: &Path) -> io::Result<()> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    folders.par_iter().try_for_each(|below| self::folder(below))
}
