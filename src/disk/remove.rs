//! Removing a folder with all that is in it, on all processors: the last site is as large as the new.

use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

/// Removes the folder `folder`, if it is there. Links are removed, never followed. A folder that we may
/// not change is made one that we may; what still cannot be removed stays, alone.
///
/// # Errors
/// The first of the system's.
pub(super) fn folder(folder: &Path) -> io::Result<()> {
    let attempt = || content(folder).and_then(|()| fs::remove_dir(folder));
    let removed = match attempt() {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && unlock(folder) => attempt(),
        other => other,
    };
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Gives ourselves all rights to the folder or file `ours`, which only we use; says whether that
/// changed anything. Never for a file that is published: it may be the same one elsewhere.
#[cfg(unix)]
pub(super) fn unlock(ours: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let Ok(metadata) = ours.symlink_metadata() else { return false };
    let rights = match metadata.file_type() {
        kind if kind.is_dir() => 0o700,
        kind if kind.is_file() => 0o600,
        _ => return false,
    };
    let mode = metadata.permissions().mode();
    mode & rights != rights && fs::set_permissions(ours, fs::Permissions::from_mode(mode | rights)).is_ok()
}

/// Elsewhere a folder's mode does not keep its owner from what is in it.
#[cfg(not(unix))]
pub(super) fn unlock(_: &Path) -> bool {
    false
}

fn content(folder: &Path) -> io::Result<()> {
    let mut folders = Vec::new();
    let mut removed = Ok(());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            removed = removed.and(fs::remove_file(entry.path()));
        }
    }
    let below = folders.par_iter().map(|below| self::folder(below)).reduce(|| Ok(()), io::Result::and);
    removed.and(below)
}
