//! Writing one file where its user says: whole or not at all, and never over one of another kind.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use super::error::{Error, shown};

/// Writes `bytes` to `place`. A file that is there is replaced where it begins with `mark`, as an older one of ours
/// does; the folder must be there.
///
/// # Errors
/// Where something else is there, and what the disk refuses. What was there is as it was.
pub fn export(place: &Path, bytes: &[u8], mark: &[u8]) -> Result<(), Error> {
    let failed = |error: &io::Error| Error::io("write", place, error);
    match place.symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => {
            let help = "name a file in it, such as cards.pdf";
            return Err(Error::usage(format!("\"{}\" is a folder", shown(place)), help));
        }
        Ok(metadata) if !metadata.is_file() => {
            let help = "choose another name; a link is not followed";
            return Err(Error::usage(format!("\"{}\" is no file", shown(place)), help));
        }
        Ok(_) if !begins_with(place, mark).map_err(|error| failed(&error))? => {
            let help = "nothing was written over it; choose another name, or move the file away";
            return Err(Error::usage(format!("\"{}\" is there already, and is no such file", shown(place)), help));
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                let help = "make the folder first, or choose another one";
                return Err(Error::usage(format!("there is no folder \"{}\"", shown(folder)), help));
            }
        }
        Err(error) => return Err(failed(&error)),
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let beside = place.with_file_name(format!(".{}.homeroom-{}", name.trim_start_matches('.'), std::process::id()));
    let written = fs::OpenOptions::new().write(true).create_new(true).open(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, place)
    });
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        failed(&error)
    })
}

/// Whether there is a folder at `place`.
pub fn is_folder(place: &Path) -> bool {
    place.is_dir()
}

fn begins_with(place: &Path, mark: &[u8]) -> io::Result<bool> {
    let mut start = Vec::new();
    fs::File::open(place)?.take(mark.len() as u64).read_to_end(&mut start)?;
    Ok(start == mark)
}
