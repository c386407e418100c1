//! Staging: the next site, put together beside the published one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::published::{Foreign, Kind};
use super::remove;

/// A folder in which the next site is put together. It is made when the first file is written, and
/// removed when this is dropped, unless it was handed over to be published.
#[derive(Debug)]
pub(super) struct Stage {
    folder: PathBuf,
    handed_over: bool,
}

/// What one thread remembers, so that it makes each folder once.
#[derive(Debug, Default)]
pub(super) struct Folders {
    last: PathBuf,
}

impl Stage {
    /// The staging folder `folder`, which is not there yet.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, handed_over: false }
    }

    /// Writes a new file.
    pub(super) fn write(&self, folders: &mut Folders, path: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.create(folders, path)?;
        file.write_all(bytes)?;
        complete(&file, bytes.len() as u64)
    }

    /// Writes a new file of what `reader` gives, `length` bytes.
    pub(super) fn copy(&self, folders: &mut Folders, path: &str, reader: &mut dyn Read, length: u64) -> io::Result<()> {
        let mut file = self.create(folders, path)?;
        io::copy(reader, &mut file)?;
        complete(&file, length)
    }

    /// Puts the file at `path` of the folder `from` here too: the same file where the disk allows a
    /// second name, else a copy.
    pub(super) fn link(&self, folders: &mut Folders, from: &Path, path: &Path) -> io::Result<()> {
        let (source, target) = (from.join(path), self.folder.join(path));
        folders.make_for(&target)?;
        if fs::hard_link(&source, &target).is_ok() {
            return Ok(());
        }
        if !source.symlink_metadata()?.is_file() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let _ = fs::remove_file(&target);
        fs::copy(&source, &target).map(|_| ())
    }

    /// Carries something over that is not ours; what has gone meanwhile is gone.
    pub(super) fn carry(&self, folders: &mut Folders, from: &Path, foreign: &Foreign) -> io::Result<()> {
        let path = Path::new(&foreign.path);
        let source = from.join(path);
        let carried = match foreign.kind {
            Kind::Folder => make_folder(&self.folder.join(path)),
            Kind::Link => fs::read_link(&source).and_then(|goal| {
                let target = self.folder.join(path);
                folders.make_for(&target)?;
                symlink(&goal, &target, &source)
            }),
            Kind::File | Kind::Other => self.link(folders, from, path),
        };
        match carried {
            Err(error) if error.kind() == io::ErrorKind::NotFound && source.symlink_metadata().is_err() => Ok(()),
            other => other,
        }
    }

    /// Gives the folder at `path` the permissions that it has below `from`.
    pub(super) fn permit(&self, from: &Path, path: &Path) -> io::Result<()> {
        let (Ok(theirs), Ok(ours)) = (from.join(path).metadata(), self.folder.join(path).metadata()) else {
            return Ok(());
        };
        if theirs.permissions() == ours.permissions() {
            return Ok(());
        }
        fs::set_permissions(self.folder.join(path), theirs.permissions())
    }

    /// Whether the file at `path` is there with all its `length` bytes.
    pub(super) fn verify(&self, path: &str, length: u64) -> io::Result<()> {
        let metadata = self.folder.join(path).symlink_metadata()?;
        if metadata.is_file() && metadata.len() == length { Ok(()) } else { Err(incomplete()) }
    }

    /// From here on the folder is no longer removed.
    pub(super) fn hand_over(mut self) {
        self.handed_over = true;
    }

    fn create(&self, folders: &mut Folders, path: &str) -> io::Result<File> {
        let target = self.folder.join(path);
        folders.make_for(&target)?;
        OpenOptions::new().write(true).create_new(true).open(&target)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.handed_over {
            let _ = remove::folder(&self.folder);
        }
    }
}

impl Folders {
    fn make_for(&mut self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else { return Ok(()) };
        // Comparing the text, not its parts: this is asked for every file.
        if self.last.as_os_str() != folder.as_os_str() {
            make_folder(folder)?;
            folder.clone_into(&mut self.last);
        }
        Ok(())
    }
}

/// Makes a folder, and those around it where they are missing; another thread may do the same.
fn make_folder(folder: &Path) -> io::Result<()> {
    let made = match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(folder.parent().ok_or(error)?)?;
            fs::create_dir(folder)
        }
        other => other,
    };
    match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

fn complete(file: &File, length: u64) -> io::Result<()> {
    if file.metadata()?.len() == length { Ok(()) } else { Err(incomplete()) }
}

fn incomplete() -> io::Error {
    io::Error::new(io::ErrorKind::WriteZero, "the disk did not keep all of the file")
}

#[cfg(unix)]
fn symlink(goal: &Path, target: &Path, _: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(goal, target)
}

#[cfg(windows)]
fn symlink(goal: &Path, target: &Path, source: &Path) -> io::Result<()> {
    if source.is_dir() {
        std::os::windows::fs::symlink_dir(goal, target)
    } else {
        std::os::windows::fs::symlink_file(goal, target)
    }
}
