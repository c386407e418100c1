//! Making new files of a site: all of them or none, and never over one that is there.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::{Error, shown};
use crate::path::{SitePath, unportable};

/// Writes `files`, paths and texts, into the folder `root`; the folder and those around the files are made
/// where they are missing.
///
/// # Errors
/// Where one of them is there already or cannot be, and what the disk refuses. Nothing was written then.
pub fn files(root: &Path, files: &[(SitePath, String)]) -> Result<(), Error> {
    for (path, _) in files {
        if let Some((part, why)) = path.as_str().split('/').find_map(|part| Some((part, unportable(part)?))) {
            return Err(Error::usage(format!("a file cannot be called \"{part}\": {why}"), "choose another name"));
        }
    }
    refuse_taken(root, files)?;
    let mut made = Made::default();
    for (path, text) in files {
        if let Err(error) = made.file(root, path, text) {
            made.undo();
            return Err(error);
        }
    }
    Ok(())
}

/// Refuses where something is where a file is to be, or a folder around it is none.
fn refuse_taken(root: &Path, files: &[(SitePath, String)]) -> Result<(), Error> {
    let taken: Vec<String> = files
        .iter()
        .filter(|(path, _)| root.join(path.as_str()).symlink_metadata().is_ok())
        .map(|(path, _)| format!("\"{path}\""))
        .collect();
    match &taken[..] {
        [] => {}
        [one] => {
            let help = "nothing was written over it; open it, or choose another name";
            return Err(Error::usage(format!("{one} is there already"), help));
        }
        [..] => {
            let help = "nothing was written; choose an empty or a new folder, or move these files away";
            return Err(Error::usage(format!("these files are there already: {}", taken.join(", ")), help));
        }
    }
    for (path, _) in files {
        for folder in Path::new(path.folder()).ancestors().filter(|folder| !folder.as_os_str().is_empty()) {
            match root.join(folder).symlink_metadata() {
                Ok(metadata) if !metadata.is_dir() => {
                    return Err(Error::usage(
                        format!("\"{}\" is no folder, so \"{path}\" cannot be written", shown(folder)),
                        "move it away; a link to a folder is not followed",
                    ));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// What was made so far, to be taken away again where the rest fails.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn file(&mut self, root: &Path, path: &SitePath, text: &str) -> Result<(), Error> {
        let place = root.join(path.as_str());
        self.folder(place.parent().unwrap_or(root))?;
        new(&place, text).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                Error::usage(format!("\"{path}\" is there already"), "nothing was written over it; choose another name")
            }
            _ => Error::io("write", &place, &error),
        })?;
        self.files.push(place);
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Error> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && folder.symlink_metadata().is_err())
            .collect();
        for folder in missing.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.folders.push(folder.to_owned()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(Error::io("make the folder", folder, &error)),
            }
        }
        Ok(())
    }

    /// Takes away what was made; what somebody else has put into a folder meanwhile keeps it.
    fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Makes the file `place`, whole from its first moment, unless something is there.
fn new(place: &Path, text: &str) -> io::Result<()> {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let beside = place.with_file_name(format!(".{}.homeroom-{}", name.trim_start_matches('.'), std::process::id()));
    let write = |place: &Path| {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(place)?;
        file.write_all(text.as_bytes())
    };
    let written = write(&beside).and_then(|()| match fs::hard_link(&beside, place) {
        // Some disks know no second name of a file; there, it is whole a moment later.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => write(place).inspect_err(|error| {
            if error.kind() != io::ErrorKind::AlreadyExists {
                let _ = fs::remove_file(place);
            }
        }),
        linked => linked,
    });
    let removed = fs::remove_file(&beside);
    written.and(removed)
}
