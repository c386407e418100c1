//! Making the outputs: each one's bytes are made, compared with the published file, and written to
//! staging where they differ. No more of them is in memory than there are threads.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::error::Error;
use super::guard::Target;
use super::manifest::{Known, Stamp};
use super::pictures::Pictures;
use super::stage::{Folders, Stage};
use super::{open, read, walk};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::image;
use crate::image::sizes::Cut;
use crate::output::{Content, Output, Outputs};
use crate::path::{OutputPath, SitePath};
use crate::portion;

mod picture;

use picture::Wanted;

/// Above this many bytes an asset is passed on in pieces.
const SMALL: u64 = 1 << 20;

/// An output that was made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made {
    pub(super) stamp: Stamp,
    /// Whether it differs from the published file and lies in staging.
    pub(super) staged: bool,
}

/// What the outputs are made from and for.
pub(super) struct Order<'a> {
    pub(super) pictures: &'a Pictures,
    pub(super) target: &'a Target,
    pub(super) stage: &'a Stage,
    /// Whether there is a published site to compare with.
    pub(super) compare: bool,
    pub(super) interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// Makes all `outputs`, in the order of their paths.
///
/// # Errors
/// All findings that making them brought to light, or the first thing that the disk refused.
pub(super) fn all(order: &Order<'_>, outputs: &Outputs) -> Result<Vec<Made>, Error> {
    std::thread::scope(|scope| {
        outputs.ahead().iter().for_each(|work| drop(scope.spawn(|| work())));
        each(order, outputs)
    })
}

fn each(order: &Order<'_>, outputs: &Outputs) -> Result<Vec<Made>, Error> {
    let outputs: Vec<(&OutputPath, &Output)> = outputs.iter().collect();
    let stop = AtomicBool::new(false);
    let made: Vec<Result<Vec<(usize, Made)>, Failure>> = pieces(&outputs)
        .par_iter()
        .with_max_len(portion::MOST)
        .map_init(Worker::default, |worker, piece| {
            if stop.load(Ordering::Relaxed) || (order.interrupted)() {
                stop.store(true, Ordering::Relaxed);
                return Err(Failure::Stopped);
            }
            let made = match piece {
                Piece::One(at) => {
                    let (path, output) = outputs[*at];
                    one(order, worker, path, &output.content).map(|made| vec![(*at, made)])
                }
                Piece::Picture(picture) => picture::all(order, worker, &outputs, picture),
            };
            if matches!(made, Err(Failure::Disk(_))) {
                stop.store(true, Ordering::Relaxed);
            }
            made
        })
        .collect();
    let mut done = Vec::with_capacity(outputs.len());
    let (mut findings, mut stopped) = (Vec::new(), false);
    for made in made {
        match made {
            Ok(made) => done.extend(made),
            Err(Failure::Finding(finding)) => findings.push(*finding),
            Err(Failure::Disk(error)) => return Err(error),
            Err(Failure::Stopped) => stopped = true,
        }
    }
    done.sort_unstable_by_key(|(at, _)| *at);
    match findings.len() {
        _ if stopped => Err(Error::interrupted()),
        0 => Ok(done.into_iter().map(|(_, made)| made).collect()),
        failed => {
            Err(Error::content(format!("{failed} of {} files could not be made", outputs.len()), merged(findings)))
        }
    }
}

/// What is made in one piece of work.
enum Piece<'a> {
    /// The output at this position.
    One(usize),
    /// A picture at all its sizes, which is decoded once.
    Picture(Wanted<'a>),
}

/// The pieces of work that make all outputs; pictures take longest and come first.
fn pieces<'a>(outputs: &[(&'a OutputPath, &'a Output)]) -> Vec<Piece<'a>> {
    let mut pictures: BTreeMap<(&SitePath, Digest), Vec<(usize, Cut)>> = BTreeMap::new();
    let mut others = Vec::with_capacity(outputs.len());
    for (at, (_, output)) in outputs.iter().enumerate() {
        match &output.content {
            Content::Asset { source, digest, cut: Some(cut) } => {
                pictures.entry((source, *digest)).or_default().push((at, *cut));
            }
            Content::Asset { .. } | Content::Made(_) => others.push(Piece::One(at)),
        }
    }
    let wanted = |((source, digest), cuts)| Piece::Picture(Wanted { source, digest, cuts });
    pictures.into_iter().map(wanted).chain(others).collect()
}

#[derive(Default)]
struct Worker {
    folders: Folders,
    buffer: Vec<u8>,
}

enum Failure {
    Finding(Box<Diagnostic>),
    Disk(Error),
    Stopped,
}

fn one(order: &Order<'_>, worker: &mut Worker, path: &OutputPath, content: &Content) -> Result<Made, Failure> {
    match content {
        Content::Made(make) => whole(order, worker, path, &make().map_err(Failure::Finding)?),
        Content::Asset { source, digest, .. } => asset(order, worker, path, source, *digest),
    }
}

fn whole(order: &Order<'_>, worker: &mut Worker, path: &OutputPath, bytes: &[u8]) -> Result<Made, Failure> {
    let stamp = Stamp { length: bytes.len() as u64, digest: Digest::of(bytes) };
    if order.compare && is_published(&order.target.output.join(path.as_str()), bytes, &mut worker.buffer) {
        return Ok(Made { stamp, staged: false });
    }
    order.stage.write(&mut worker.folders, path.as_str(), bytes).map_err(|error| cannot_write(order, path, &error))?;
    Ok(Made { stamp, staged: true })
}

/// Whether the published files are just what `outputs` would give, told without making any: they were
/// made of the same inputs, and each is still as it was written.
pub(super) fn is_all_published(target: &Target, known: &Known, outputs: &Outputs) -> bool {
    known.made_of.is_some()
        && known.made_of == outputs.inputs()
        && known.files.len() == outputs.len()
        && outputs.iter().zip(known.files.keys()).all(|((path, _), known)| path == known)
        && known
            .files
            .par_iter()
            .all(|(path, stamp)| digest_at(&target.output.join(path.as_str()), stamp.length) == Some(stamp.digest))
}

/// A published file that cannot be read is one that differs.
fn is_published(place: &Path, bytes: &[u8], buffer: &mut Vec<u8>) -> bool {
    let Ok((mut file, length)) = open::regular(place) else { return false };
    if length != bytes.len() as u64 {
        return false;
    }
    buffer.resize(bytes.len(), 0);
    file.read_exact(buffer).is_ok() && buffer == bytes
}

fn asset(
    order: &Order<'_>,
    worker: &mut Worker,
    path: &OutputPath,
    source: &SitePath,
    digest: Digest,
) -> Result<Made, Failure> {
    let (mut file, length) = opened(order, source)?;
    if length > SMALL && image::kind_of(source.name()) == image::Kind::Other {
        return large(order, worker, path, source, (file, length), digest);
    }
    let bytes = all_of(&mut file, source, digest)?;
    match image::published(source.name(), &bytes) {
        Ok(clean) => whole(order, worker, path, &clean),
        Err(problem) => Err(Failure::Finding(Box::new(read::image_finding(source, &problem)))),
    }
}

fn opened(order: &Order<'_>, source: &SitePath) -> Result<(File, u64), Failure> {
    let (root, shown) = (&order.pictures.root, Path::new(source.as_str()));
    let place = walk::link_target(root, &root.join(shown)).map_err(|_| changed(source))?;
    open::regular(&place).map_err(|error| unreadable(shown, &error))
}

/// What the file `source` holds, which must have the digest `digest`.
fn all_of(file: &mut File, source: &SitePath, digest: Digest) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = file.take(read::MOST + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(Path::new(source.as_str()), &error))?;
    if Digest::of(&bytes) == digest { Ok(bytes) } else { Err(changed(source)) }
}

/// Passes a large file on in pieces; it is read twice where it differs from the published one.
fn large(
    order: &Order<'_>,
    worker: &mut Worker,
    path: &OutputPath,
    source: &SitePath,
    (mut file, length): (File, u64),
    digest: Digest,
) -> Result<Made, Failure> {
    let shown = Path::new(source.as_str());
    let stamp = Stamp { length, digest };
    let published = order.target.output.join(path.as_str());
    if order.compare && digest_at(&published, length) == Some(digest) {
        return Ok(Made { stamp, staged: false });
    }
    let (read, _) =
        Digest::of_reader(&mut Read::by_ref(&mut file).take(length)).map_err(|error| unreadable(shown, &error))?;
    if read != digest {
        return Err(changed(source));
    }
    file.rewind().map_err(|error| unreadable(shown, &error))?;
    order
        .stage
        .copy(&mut worker.folders, path.as_str(), &mut file.take(length), length)
        .map_err(|error| cannot_write(order, path, &error))?;
    Ok(Made { stamp, staged: true })
}

/// The digest of the regular file at `place`, where it has `length` bytes and can be read.
pub(super) fn digest_at(place: &Path, length: u64) -> Option<Digest> {
    let (mut file, found) = open::regular(place).ok().filter(|(_, found)| *found == length)?;
    Digest::of_reader(&mut file).ok().filter(|(_, read)| *read == found).map(|(digest, _)| digest)
}

fn changed(source: &SitePath) -> Failure {
    let message = format!("\"{source}\" was changed while the site was being built");
    Failure::Disk(Error::environment(message, "run the command again"))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Disk(Error::io("read", path, error))
}

fn cannot_write(order: &Order<'_>, path: &OutputPath, error: &io::Error) -> Failure {
    Failure::Disk(Error::io("write", &order.target.shown(path.as_str()), error))
}

/// Findings that are the same are one, which says how many there are.
fn merged(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut merged: Vec<(Diagnostic, usize)> = Vec::new();
    for finding in findings {
        let same = merged.iter_mut().find(|(known, _)| {
            known.code.name == finding.code.name
                && known.at == finding.at
                && known.message == finding.message
                && known.help == finding.help
        });
        match same {
            Some((_, times)) => *times += 1,
            None => merged.push((finding, 1)),
        }
    }
    let tell = |(finding, times): (Diagnostic, usize)| match times - 1 {
        0 => finding,
        1 => Diagnostic { message: format!("{} (and 1 other page)", finding.message), ..finding },
        more => Diagnostic { message: format!("{} (and {more} other pages)", finding.message), ..finding },
    };
    merged.into_iter().map(tell).collect()
}
