//! Opening a file without being led elsewhere or kept waiting.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// The regular file at `path`, opened for reading, and its length. A link at `path` itself is not
/// followed, and a pipe that took the file's place is not waited for.
///
/// # Errors
/// The system's, and [`io::ErrorKind::InvalidInput`] where it is no regular file.
pub(super) fn regular(path: &Path) -> io::Result<(File, u64)> {
    traced(path).map(|(file, metadata)| (file, metadata.len()))
}

/// The same with all that the system knows of it.
///
/// # Errors
/// As for [`regular`].
pub(super) fn traced(path: &Path) -> io::Result<(File, Metadata)> {
    let file = open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Whether `error` says that links lead round in a circle, or that there is a link where none is
/// followed.
pub(super) fn is_loop(error: &io::Error) -> bool {
    #[cfg(unix)]
    return error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    return false;
}

/// Whether `error` says that no more files can be open: nothing is known of the file then.
pub(super) fn is_exhausted(error: &io::Error) -> bool {
    #[cfg(unix)]
    let codes = [rustix::io::Errno::MFILE.raw_os_error(), rustix::io::Errno::NFILE.raw_os_error()];
    #[cfg(not(unix))]
    let codes = [4];
    error.raw_os_error().is_some_and(|code| codes.contains(&code))
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    Ok(File::from(open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    if path.symlink_metadata()?.is_file() { File::open(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}
