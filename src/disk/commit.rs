//! Publishing: the output folder becomes exactly what the outputs say, or stays as it is.

use std::path::Path;

use rayon::prelude::*;

use super::error::{Error, shown};
use super::guard::{self, Place, Target};
use super::manifest::{self, Manifest};
use super::pictures::Pictures;
use super::produce::{self, Made, Order};
use super::published::{self, Foreign, Kind, Published};
use super::stage::{Folders, Stage};
use super::{lock, swap};
use crate::output::Outputs;
use crate::path::OutputPath;

/// What publishing did, in files and bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commit {
    /// Files that are new or differ from those published before.
    pub written: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files of ours that are no longer published.
    pub removed: usize,
    /// The bytes of the files written.
    pub bytes_written: u64,
    /// The bytes of all files published.
    pub bytes: u64,
}

/// Publishes `outputs` into the output folder of `place`.
///
/// `interrupted` is asked before each output and before the swap; once it says so, nothing is
/// published.
///
/// # Errors
/// Where the folder may not be written, an output cannot be made, or the disk refuses. Then the
/// folder is as it was.
pub fn commit(place: &Place<'_>, outputs: &Outputs, interrupted: &(dyn Fn() -> bool + Sync)) -> Result<Commit, Error> {
    if let Some((path, output)) = outputs.iter().find(|(path, _)| manifest::is_reserved(path)) {
        let message = format!("{} would be published as \"{path}\", a name that is not free", output.maker);
        return Err(Error::content(message, Vec::new()));
    }
    let target = guard::check(place)?;
    let _lock = lock::take(&target, interrupted)?;
    swap::recover(&target)?;
    // What was recovered, or written while the lock was waited for, is looked at again.
    let target = guard::check(place)?;
    let known = manifest::read(&target)?;
    let exists = swap::is_there(&target.output).map_err(|error| Error::io("open", &target.shown(""), &error))?;
    if let Some(known) = known.as_ref().filter(|_| exists)
        && produce::is_all_published(&target, known, outputs)
    {
        let bytes = known.files.values().map(|stamp| stamp.length).sum();
        return Ok(Commit { unchanged: known.files.len(), bytes, ..Commit::default() });
    }
    let stage = Stage::new(target.staging());
    let root = place.root.canonicalize().map_err(|error| Error::io("open", place.root, &error))?;
    let pictures = Pictures::of(&root);
    let order = Order { pictures: &pictures, target: &target, stage: &stage, compare: exists, interrupted };
    let made = produce::all(&order, outputs)?;
    let next: Manifest = outputs.iter().zip(&made).map(|((path, _), made)| (path.clone(), made.stamp)).collect();
    let next_bytes = manifest::bytes(&next, outputs.inputs());
    let mut done = tally(&made);
    let last = known.map(|known| known.files).unwrap_or_default();
    if exists && done.written == 0 && last == next {
        pictures.keep_only(outputs);
        return Ok(done);
    }
    let content = if exists { published::walk(&target.output, &last) } else { Ok(Published::default()) };
    let content = content.map_err(|error| Error::io("read", &target.shown(""), &error))?;
    let foreign = to_carry(&target, outputs, &made, content.foreign)?;
    done.removed = content.ours.iter().filter(|path| outputs.get(path).is_none()).count();
    fill(&order, outputs, &made, &foreign, &next_bytes)?;
    verify(&order, outputs, &made)?;
    if interrupted() {
        return Err(Error::interrupted());
    }
    stage.hand_over();
    swap::swap(&target)?;
    pictures.keep_only(outputs);
    Ok(done)
}

fn tally(made: &[Made]) -> Commit {
    let written = || made.iter().filter(|made| made.staged);
    Commit {
        written: written().count(),
        unchanged: made.len() - written().count(),
        removed: 0,
        bytes_written: written().map(|made| made.stamp.length).sum(),
        bytes: made.iter().map(|made| made.stamp.length).sum(),
    }
}

/// What of `foreign` goes into the next site; a file that is just what we publish becomes ours.
fn to_carry(target: &Target, outputs: &Outputs, made: &[Made], foreign: Vec<Foreign>) -> Result<Vec<Foreign>, Error> {
    if foreign.is_empty() {
        return Ok(foreign);
    }
    let staged: std::collections::BTreeMap<&str, bool> =
        outputs.iter().zip(made).map(|((path, _), made)| (path.as_str(), made.staged)).collect();
    let mut carried = Vec::with_capacity(foreign.len());
    for entry in foreign {
        let text = entry.path.to_str().unwrap_or_default();
        match (staged.get(text), entry.kind) {
            (Some(false), Kind::File) => continue,
            (Some(_), _) => return Err(occupied(target, &entry, text)),
            (None, _) => {}
        }
        let around = text.match_indices('/').map(|(at, _)| &text[..at]).find(|folder| staged.contains_key(folder));
        if let Some(output) = around {
            return Err(occupied(target, &entry, output));
        }
        let below = format!("{text}/");
        let within = staged.range(below.as_str()..).next().filter(|(path, _)| path.starts_with(&below));
        if let (Some((output, _)), false) = (within, entry.kind == Kind::Folder || text.is_empty()) {
            return Err(occupied(target, &entry, output));
        }
        carried.push(entry);
    }
    Ok(carried)
}

fn occupied(target: &Target, foreign: &Foreign, output: &str) -> Error {
    let what = match foreign.kind {
        Kind::Folder => "a folder",
        _ => "a file",
    };
    let place = shown(&target.shown(&foreign.path));
    Error::environment(
        format!("\"{place}\" is {what} that homeroom did not write, and \"{output}\" is to be published there"),
        "move it to \"content/static/\" if it belongs to the site, or delete it",
    )
}

/// Puts into staging what is not there yet.
fn fill(
    order: &Order<'_>,
    outputs: &Outputs,
    made: &[Made],
    foreign: &[Foreign],
    manifest: &[u8],
) -> Result<(), Error> {
    let Order { target, stage, .. } = order;
    let cannot = |path: &Path, error| Error::io("write", &target.shown(path), &error);
    let unchanged: Vec<&OutputPath> =
        outputs.iter().zip(made).filter(|(_, made)| !made.staged).map(|((path, _), _)| path).collect();
    unchanged.par_iter().try_for_each_init(Folders::default, |folders, path| {
        let path = Path::new(path.as_str());
        stage.link(folders, &target.output, path).map_err(|error| cannot(path, error))
    })?;
    foreign.par_iter().try_for_each_init(Folders::default, |folders, entry| {
        stage.carry(folders, &target.output, entry).map_err(|error| cannot(Path::new(&entry.path), error))
    })?;
    stage
        .write(&mut Folders::default(), manifest::NAME, manifest)
        .map_err(|error| cannot(Path::new(manifest::NAME), error))?;
    // The innermost first: a folder may come to forbid what is done in it.
    let folders = foreign.iter().filter(|entry| entry.kind == Kind::Folder).map(|entry| Path::new(&entry.path));
    for folder in folders.rev().chain(order.compare.then_some(Path::new(""))) {
        stage.permit(&target.output, folder).map_err(|error| cannot(folder, error))?;
    }
    Ok(())
}

/// Looks whether everything is in staging, whole. What was written there was looked at when it was written.
fn verify(order: &Order<'_>, outputs: &Outputs, made: &[Made]) -> Result<(), Error> {
    let linked: Vec<(&OutputPath, u64)> = outputs
        .iter()
        .zip(made)
        .filter(|(_, made)| !made.staged)
        .map(|((path, _), made)| (path, made.stamp.length))
        .collect();
    linked.par_iter().try_for_each(|(path, length)| {
        let verified = order.stage.verify(path.as_str(), *length);
        verified.map_err(|error| Error::io("write", &order.target.shown(path.as_str()), &error))
    })
}
