//! Changing one file of the site's own, as a whole or not at all.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::error::{Error, shown};
use super::open;
use crate::path::SitePath;

/// The path within the site in `root` of the file that somebody calls `file`: from where they are, or from
/// the site's folder.
///
/// # Errors
/// Where there is no such file, or it lies outside the site.
pub fn within(root: &Path, file: &Path) -> Result<SitePath, Error> {
    let root = root.canonicalize().map_err(|error| Error::io("open the folder", root, &error))?;
    // The file's own name is kept: a link is not what it leads to.
    let place = |file: &Path| Some(file.parent()?.canonicalize().ok()?.join(file.file_name()?));
    let here = if file.parent().is_some_and(|parent| parent.as_os_str().is_empty()) {
        place(&Path::new(".").join(file))
    } else {
        place(file)
    };
    let found = [here, place(&root.join(file))].into_iter().flatten().find(|place| place.is_file());
    let Some(found) = found else {
        return Err(Error::usage(
            format!("there is no file \"{}\"", shown(file)),
            "write its path as you see it from here, such as content/guides/two-by-ten.es.md",
        ));
    };
    let below = found.strip_prefix(&root).ok().and_then(|below| below.to_str());
    below.and_then(|below| SitePath::new(&below.replace('\\', "/"))).ok_or_else(|| {
        Error::usage(format!("\"{}\" is no file of this site", shown(file)), "name the site's folder with --root")
    })
}

/// Puts `new` in the place of `old`, which is all that the file `path` of the site in `root` holds.
///
/// # Errors
/// What the disk refuses, and where the file holds something else by now. It is as it was then.
pub fn replace(root: &Path, path: &SitePath, old: &str, new: &str) -> Result<(), Error> {
    let place = root.join(path.as_str());
    let (mut file, _) = open::regular(&place).map_err(|error| Error::io("read", &place, &error))?;
    let mut now = Vec::new();
    file.read_to_end(&mut now).map_err(|error| Error::io("read", &place, &error))?;
    if now != old.as_bytes() {
        return Err(Error::environment(
            format!("\"{path}\" was changed while it was looked at"),
            "run the command again",
        ));
    }
    let permissions = file.metadata().map_err(|error| Error::io("read", &place, &error))?.permissions();
    let beside = beside(&place);
    let write = || {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.write_all(new.as_bytes())?;
        file.set_permissions(permissions.clone())?;
        drop(file);
        fs::rename(&beside, &place)
    };
    write().map_err(|error| {
        // Nothing is left beside; if this fails too, there is nothing better to do.
        let _ = fs::remove_file(&beside);
        Error::io("write", &place, &error)
    })
}

fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.homeroom-{}", std::process::id()))
}
