//! The cache: pictures whose pixels were written anew, kept from one build to the next.
//!
//! It lies in a hidden folder of the site, one file an entry, named by the digest of what the entry was
//! made of. An entry begins with the digest of the rest: one that was cut short or damaged is none, and
//! is made again. Nothing depends on it but time, so whatever the disk refuses here is no error, and the
//! folder can be deleted at any moment.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{open, read};
use crate::digest::Digest;

/// Its name in the site's folder.
pub(super) const NAME: &str = ".homeroom-cache";

/// Keeps the folder out of repositories without a line in the site's own `.gitignore`.
const IGNORE: (&str, &str) =
    (".gitignore", "# homeroom keeps pictures here that it made smaller; delete it any time\n*\n");

/// What an unfinished entry's name ends in.
const UNFINISHED: &str = ".new";

/// The length of a digest in letters.
const LETTERS: usize = 32;

/// A site's cache.
#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    unfinished: AtomicU64,
}

impl Cache {
    /// The cache of the site in the folder `root`, which need not be there.
    pub(super) fn of(root: &Path) -> Self {
        Self { folder: root.join(NAME), unfinished: AtomicU64::new(0) }
    }

    /// The bytes that were kept for `key`, if they are as they were.
    pub(super) fn read(&self, key: Digest) -> Option<Vec<u8>> {
        let (file, length) = open::regular(&self.real()?.join(key.to_string())).ok()?;
        let mut digest = [0; LETTERS];
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(read::MOST)).ok()?);
        let mut file = file.take(read::MOST);
        file.read_exact(&mut digest).ok()?;
        file.read_to_end(&mut bytes).ok()?;
        let digest = std::str::from_utf8(&digest).ok().and_then(Digest::parse)?;
        (Digest::of(&bytes) == digest).then_some(bytes)
    }

    /// Keeps `bytes` for `key`, if the disk allows it. Another process may do the same at this moment:
    /// both write a file of their own and give it its name when it is whole.
    pub(super) fn write(&self, key: Digest, bytes: &[u8]) {
        let number = self.unfinished.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.folder.join(format!("{key}.{}-{number}{UNFINISHED}", std::process::id()));
        let written = self.make().and_then(|()| {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&unfinished)?;
            file.write_all(Digest::of(bytes).to_string().as_bytes())?;
            file.write_all(bytes)?;
            fs::rename(&unfinished, self.folder.join(key.to_string()))
        });
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
    }

    /// Removes the entries that are not among `used`, and what a killed process left; the folder too
    /// where nothing stays. What we have not written stays.
    pub(super) fn keep(&self, used: &BTreeSet<Digest>) {
        let Some(entries) = self.real().and_then(|folder| fs::read_dir(folder).ok()) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let is_old = name.to_str().and_then(key).is_some_and(|key| key.is_none_or(|key| !used.contains(&key)));
            if is_old {
                let _ = fs::remove_file(entry.path());
            }
        }
        if used.is_empty() && self.holds_only_its_mark() {
            let _ = fs::remove_file(self.folder.join(IGNORE.0));
            let _ = fs::remove_dir(&self.folder);
        } else {
            let _ = self.mark();
        }
    }

    /// The folder, where it is one: a link would lead elsewhere.
    fn real(&self) -> Option<&Path> {
        self.folder.symlink_metadata().ok().filter(fs::Metadata::is_dir).map(|_| &*self.folder)
    }

    fn make(&self) -> io::Result<()> {
        match fs::create_dir(&self.folder) {
            Ok(()) => self.mark(),
            Err(_) if self.real().is_some() => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn mark(&self) -> io::Result<()> {
        match OpenOptions::new().write(true).create_new(true).open(self.folder.join(IGNORE.0)) {
            Ok(mut file) => file.write_all(IGNORE.1.as_bytes()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn holds_only_its_mark(&self) -> bool {
        let names = fs::read_dir(&self.folder).map(|entries| entries.map(|entry| entry.map(|entry| entry.file_name())));
        names.is_ok_and(|mut names| names.all(|name| name.is_ok_and(|name| name == IGNORE.0)))
    }
}

/// What the file called `name` is kept for: `Some(None)` where it is unfinished, `None` where it is none
/// of ours.
fn key(name: &str) -> Option<Option<Digest>> {
    let (digest, rest) = name.split_at_checked(LETTERS)?;
    let digest = Digest::parse(digest)?;
    match rest {
        "" => Some(Some(digest)),
        rest => (rest.starts_with('.') && rest.ends_with(UNFINISHED)).then_some(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder.join(NAME)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn an_entry_is_given_back_whole_or_not_at_all() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::of(folder.path());
        let key = Digest::of(b"a key");
        assert_eq!(cache.read(key), None);
        cache.write(key, b"a picture");
        assert_eq!(cache.read(key).as_deref(), Some(&b"a picture"[..]));
        let file = folder.path().join(NAME).join(key.to_string());
        let whole = fs::read(&file)?;
        for length in 0..whole.len() {
            fs::write(&file, &whole[..length])?;
            assert_eq!(cache.read(key), None, "{length} bytes");
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&file, &damaged)?;
            assert_eq!(cache.read(key), None, "byte {at}");
        }
        cache.write(key, b"a picture");
        assert_eq!(cache.read(key).as_deref(), Some(&b"a picture"[..]));
        Ok(())
    }

    #[test]
    fn what_is_not_used_goes_and_what_is_not_ours_stays() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let cache = Cache::of(folder.path());
        let (used, old) = (Digest::of(b"used"), Digest::of(b"old"));
        cache.write(used, b"1");
        cache.write(old, b"2");
        for name in [format!("{old}.99-0.new"), "notes.txt".to_owned(), format!("{old}.txt")] {
            fs::write(folder.path().join(NAME).join(name), "")?;
        }
        cache.keep(&BTreeSet::from([used]));
        assert_eq!(names(folder.path()).len(), 4);
        assert!(cache.read(used).is_some() && cache.read(old).is_none());
        cache.keep(&BTreeSet::new());
        assert_eq!(names(folder.path()), [".gitignore", &*format!("{old}.txt"), "notes.txt"]);
        for name in [format!("{old}.txt"), "notes.txt".to_owned()] {
            fs::remove_file(folder.path().join(NAME).join(name))?;
        }
        cache.keep(&BTreeSet::new());
        assert!(!folder.path().join(NAME).exists());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_its_place_is_not_followed() -> io::Result<()> {
        let (folder, elsewhere) = (tempfile::tempdir()?, tempfile::tempdir()?);
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(NAME))?;
        let cache = Cache::of(folder.path());
        cache.write(Digest::of(b"key"), b"1");
        assert_eq!(fs::read_dir(elsewhere.path())?.count(), 0);
        let foreign = elsewhere.path().join(Digest::of(b"other").to_string());
        fs::write(&foreign, "mine")?;
        cache.keep(&BTreeSet::new());
        assert!(foreign.exists());
        Ok(())
    }
}
