//! The lock: one build of an output folder at a time.
//!
//! The lock is held by the kernel and freed with the process, however that ends. Its file lies in
//! our folder beside the output, and its holder takes both away; so whoever gets a lock looks
//! whether its file is still the one that others would find.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::{Error, shown};
use super::guard::Target;
use super::remove;

/// How often a taken lock is tried again, and how long is waited in between: half a minute in all.
const TRIES: u32 = 600;
const PAUSE: Duration = Duration::from_millis(50);

/// The right to write an output folder, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock<'a> {
    _beside: Beside<'a>,
    _file: File,
}

/// Takes the lock of `target`; waits while another build has it.
///
/// # Errors
/// Where the other build goes on for too long, or the folder around the output cannot be written.
pub(super) fn take<'a>(target: &'a Target, interrupted: &(dyn Fn() -> bool + Sync)) -> Result<Lock<'a>, Error> {
    let cannot = |error: io::Error| Error::io("write beside", &target.shown(""), &error);
    let mut beside = Beside { target, held: false, made: missing_parents(target) };
    std::fs::create_dir_all(&target.parent).map_err(cannot)?;
    let path = target.work.join("lock");
    let mut tries = 0;
    loop {
        match std::fs::create_dir(&target.work) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => refuse_stranger(target)?,
            Err(error) => return Err(cannot(error)),
        }
        let mut file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
            Ok(file) => file,
            // The last holder took the folder away at this very moment.
            Err(error) if error.kind() == io::ErrorKind::NotFound && tries < TRIES => {
                tries += 1;
                continue;
            }
            // A killed run's folder may have lost its permissions since. The lock's file is never
            // replaced: somebody may hold it.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied && tries < TRIES => {
                tries += 1;
                if !(remove::unlock(&target.work) | remove::unlock(&path)) {
                    return Err(cannot(error));
                }
                continue;
            }
            Err(error) => return Err(cannot(error)),
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => {
                beside.held = true;
                sign(&mut file).map_err(cannot)?;
                return Ok(Lock { _beside: beside, _file: file });
            }
            Ok(()) => tries += 1,
            Err(TryLockError::WouldBlock) if interrupted() => return Err(Error::interrupted()),
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(PAUSE);
                tries += 1;
            }
            Err(TryLockError::Error(error)) => return Err(cannot(error)),
        }
        if tries >= TRIES {
            return Err(held(target, &mut file));
        }
    }
}

/// What was made around the output for the lock's sake. Dropping it takes that away, the lock's file
/// while the lock is still held; what cannot be removed is left to the next build, and a folder that
/// is not empty stays.
#[derive(Debug)]
struct Beside<'a> {
    target: &'a Target,
    held: bool,
    /// Folders around the output that were not there, the innermost first.
    made: Vec<PathBuf>,
}

impl Drop for Beside<'_> {
    fn drop(&mut self) {
        if self.held {
            let _ = std::fs::remove_file(self.target.work.join("lock"));
        }
        let _ = std::fs::remove_dir(&self.target.work);
        for folder in &self.made {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

fn missing_parents(target: &Target) -> Vec<PathBuf> {
    let is_missing =
        |folder: &&Path| folder.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    target.parent.ancestors().take_while(is_missing).map(Path::to_owned).collect()
}

/// Our folder is a folder: never a link that leads elsewhere.
fn refuse_stranger(target: &Target) -> Result<(), Error> {
    match target.work.symlink_metadata() {
        Ok(metadata) if !metadata.is_dir() => Err(Error::usage(
            format!("\"{}\" beside the output is no folder", shown(&target.work)),
            "delete it; homeroom keeps its own files there while it works",
        )),
        _ => Ok(()),
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "{}", std::process::id())
}

fn held(target: &Target, file: &mut File) -> Error {
    let mut process = String::new();
    let _ = file.take(20).read_to_string(&mut process);
    let by = if process.is_empty() || !process.bytes().all(|byte| byte.is_ascii_digit()) {
        "another homeroom".to_owned()
    } else {
        format!("another homeroom (process {process})")
    };
    Error::environment(
        format!("{by} has been writing \"{}\" for more than half a minute", shown(&target.shown(""))),
        "wait until it is done, or stop it, and run the command again",
    )
}

/// Whether `file` is what others find at `path`.
fn is_at(file: &File, path: &Path) -> bool {
    match (file.metadata(), path.symlink_metadata()) {
        (Ok(ours), Ok(theirs)) => same(&ours, &theirs),
        _ => false,
    }
}

#[cfg(unix)]
fn same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn same(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_lock_on_a_file_that_was_taken_away_is_none() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("lock");
        let first = File::create(&path)?;
        assert!(is_at(&first, &path));
        std::fs::remove_file(&path)?;
        assert!(!is_at(&first, &path));
        let second = File::create(&path)?;
        assert!(is_at(&second, &path) && !is_at(&first, &path));
        Ok(())
    }
}
