//! The swap: the staged folder takes the place of the published one.
//!
//! Where the system can exchange two names in one step, it is done so. Elsewhere the published
//! folder is moved aside and the staged one into its place; between the two steps there is no site,
//! and the journal says that the next run is to go on. A repository in the output is moved, since
//! it may be large and is none of our business; the journal covers that too.
//!
//! In our folder beside the output, `staging` is either the next site or what is left of the last
//! one; `old` is the last site, and is there only in the middle of a swap in two steps; `journal`
//! is there while a swap is under way; `litter0` and so on are what could not be removed, kept out of
//! the way of every build until it can be.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Error, shown};
use super::guard::Target;
use super::{manifest, remove};

/// How the names of what could not be removed begin.
const LITTER: &str = "litter";

/// Publishes the staged folder. The last site is removed; where that fails the next run does it.
///
/// # Errors
/// Where it cannot be done; then the output is as it was, now or after the next run.
pub(super) fn swap(target: &Target) -> Result<(), Error> {
    let done = begin(target).map_err(Failure::Undone).and_then(|()| change_places(target));
    let cannot = |error: io::Error| Error::io("publish into", &target.shown(""), &error);
    match done {
        Err(Failure::Halfway(error)) => {
            Err(Error { help: Some("run the command again: it finishes what was begun".to_owned()), ..cannot(error) })
        }
        Ok(()) | Err(Failure::Undone(_)) => {
            let _ = fs::remove_file(journal(target));
            let _ = clear(target);
            match done {
                Err(Failure::Undone(error)) => Err(cannot(error)),
                _ => Ok(()),
            }
        }
    }
}

/// Finishes or clears away what a killed run left, under the lock.
///
/// # Errors
/// Where that cannot be done, or where it is not ours to decide.
pub(super) fn recover(target: &Target) -> Result<(), Error> {
    match finish(target) {
        Ok(None) => Ok(()),
        Ok(Some(place)) => Err(left_over(target, &place)),
        Err(error) => {
            let cannot = Error::io("finish the interrupted build of", &target.shown(""), &error);
            let help = match error.kind() {
                io::ErrorKind::PermissionDenied => Some(format!(
                    "give yourself the right to \"{}\" and all that is in it, and run the command again",
                    shown(&target.work)
                )),
                _ => cannot.help.clone(),
            };
            Err(Error { help, ..cannot })
        }
    }
}

fn begin(target: &Target) -> io::Result<()> {
    fs::write(journal(target), "the staged site is complete; a swap is under way\n")
}

fn change_places(target: &Target) -> Result<(), Failure> {
    let (staging, output) = (&target.staging(), &target.output);
    if !is_there(output).map_err(Failure::Undone)? {
        return place(staging, output).map_err(Failure::Undone);
    }
    match exchange(staging, output) {
        Ok(()) => match move_repository(staging, output) {
            Ok(()) => Ok(()),
            Err(error) => {
                exchange(staging, output)?;
                Err(Failure::Undone(error))
            }
        },
        Err(error) if is_impossible(&error) => in_two_steps(target),
        Err(error) => Err(Failure::Undone(error)),
    }
}

/// Goes on where a killed run stopped; gives the place of something that it dares not decide.
fn finish(target: &Target) -> io::Result<Option<PathBuf>> {
    let (staging, old, output) = (target.staging(), old(target), &target.output);
    // To move a folder, or what is in it, takes the right to write it.
    for ours in [&staging, &old] {
        remove::unlock(ours);
    }
    sweep(target);
    if is_there(&old)? {
        finish_two_steps(target)?;
        if is_there(&old)? {
            return Ok(Some(old));
        }
    }
    if is_there(&staging.join(".git"))? {
        if is_there(&output.join(".git"))? {
            return Ok(Some(staging.join(".git")));
        }
        if !is_there(output)? {
            fs::create_dir(output)?;
        }
        move_repository(&staging, output)?;
    }
    clear(target)?;
    remove_file(&journal(target))?;
    Ok(None)
}

/// Removes what is in staging. What cannot be removed, say a folder of another user, is moved out of
/// the way, so that it keeps nobody from building.
fn clear(target: &Target) -> io::Result<()> {
    let Err(error) = remove::folder(&target.staging()) else { return Ok(()) };
    for number in 0.. {
        let aside = target.work.join(format!("{LITTER}{number}"));
        if !is_there(&aside)? {
            return fs::rename(target.staging(), aside).map_err(|_| error);
        }
    }
    Err(error)
}

/// Removes what could not be removed before, where it can be now.
fn sweep(target: &Target) {
    let Ok(entries) = fs::read_dir(&target.work) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(LITTER) {
            let _ = remove::folder(&entry.path());
        }
    }
}

/// Why a swap did not come to its end.
enum Failure {
    /// Everything is as it was.
    Undone(io::Error),
    /// The journal says how the next run goes on.
    Halfway(io::Error),
}

/// What fails while something is being undone is left to the journal.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Halfway(error)
    }
}

fn in_two_steps(target: &Target) -> Result<(), Failure> {
    let (staging, old) = (target.staging(), old(target));
    fs::rename(&target.output, &old).map_err(Failure::Undone)?;
    if let Err(error) = fs::rename(&staging, &target.output) {
        fs::rename(&old, &target.output)?;
        return Err(Failure::Undone(error));
    }
    if let Err(error) = move_repository(&old, &target.output) {
        fs::rename(&target.output, &staging)?;
        fs::rename(&old, &target.output)?;
        return Err(Failure::Undone(error));
    }
    // From here on the last site is litter, and is called so.
    let _ = fs::rename(&old, &staging);
    Ok(())
}

fn finish_two_steps(target: &Target) -> io::Result<()> {
    let (staging, old, output) = (target.staging(), old(target), &target.output);
    // Somebody may have made a folder where the site was moved aside. An empty one gives way.
    if is_there(output)? && !is_there(&output.join(manifest::NAME))? && fs::remove_dir(output).is_err() {
        return Ok(());
    }
    if !is_there(output)? {
        if !(is_there(&journal(target))? && is_there(&staging)?) {
            return fs::rename(&old, output);
        }
        fs::rename(&staging, output)?;
    }
    if is_there(&old.join(".git"))? && is_there(&output.join(".git"))? {
        return Ok(());
    }
    move_repository(&old, output)?;
    clear(target)?;
    fs::rename(&old, &staging)
}

fn left_over(target: &Target, place: &Path) -> Error {
    Error::environment(
        format!(
            "an interrupted build left files in \"{}\", and \"{}\" has others of the same name",
            shown(place),
            shown(&target.shown(""))
        ),
        "move one of the two away, keep what is yours, and run the command again",
    )
}

fn move_repository(from: &Path, to: &Path) -> io::Result<()> {
    if is_there(&from.join(".git"))? { fs::rename(from.join(".git"), to.join(".git")) } else { Ok(()) }
}

fn journal(target: &Target) -> PathBuf {
    target.work.join("journal")
}

fn old(target: &Target) -> PathBuf {
    target.work.join("old")
}

/// Whether there is something at `path`. A disk that cannot tell is an error: what seems absent is
/// overwritten or removed.
pub(super) fn is_there(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error),
    }
}

fn remove_file(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Whether `error` says that this system or disk cannot exchange names.
fn is_impossible(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let impossible = [Errno::NOSYS, Errno::INVAL, Errno::OPNOTSUPP, Errno::NOTSUP];
        impossible.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::Unsupported
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Moves the staged folder to where nothing is.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn place(staging: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, staging, CWD, output, RenameFlags::NOREPLACE).map_err(io::Error::from) {
        Err(error) if is_impossible(&error) => fs::rename(staging, output),
        other => other,
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn place(staging: &Path, output: &Path) -> io::Result<()> {
    fs::rename(staging, output)
}
