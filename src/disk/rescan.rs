//! Bringing a scan up to date: what has changed is read, everything else stays as it was.
//!
//! A scan that was brought up to date equals a new one of the same folder ([`super::scan::scan`]).

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::Error;
use super::read::{self, Reading};
use super::scan::{Known, Scan, refused, walked};
use super::trace::Trace;
use super::{kind, walk};
use crate::path::SitePath;
use crate::portion;
use crate::source::Source;

/// How many files are looked at one by one; for more of them the whole folder is walked.
const FEW: usize = 64;

/// What a look at a file brought.
enum Looked {
    /// It is as it was.
    Same,
    /// It was read.
    Read(Box<Reading>),
    /// It was read for the first time.
    New(Box<Reading>),
}

/// What happens to a file that had content and has none now: its editor may be about to write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// It stays as it was, and is named in [`Scan::shrunk`].
    Hold,
    /// It is taken as it is.
    Take,
}

impl Scan {
    /// The site's folder, canonical.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Looks at every file. One with the same device, number, length and times as before is taken to be
    /// unchanged where those times lay more than two seconds back when it was read; all others are read.
    ///
    /// # Errors
    /// Where there is no site any more; the scan stays as it was.
    pub fn look_at_all(&mut self, empty: Empty) -> Result<(), Error> {
        let walk = walked(&self.root, &self.root)?;
        let looked: Vec<Looked> =
            walk.files.par_iter().with_max_len(portion::MOST).map(|(path, place)| self.look(path, place)).collect();
        refused(looked.iter().filter_map(|looked| match looked {
            Looked::Read(reading) | Looked::New(reading) => Some(&**reading),
            Looked::Same => None,
        }))?;
        self.changed.clear();
        // What is held has no trace, so it was read again, and is held again where that is right.
        self.shrunk.clear();
        let known = looked.iter().filter(|looked| !matches!(looked, Looked::New(_))).count();
        let gone = if known == self.files.len() { Vec::new() } else { self.gone(&walk.files) };
        for ((path, place), looked) in walk.files.into_iter().zip(looked) {
            if let Looked::Read(reading) | Looked::New(reading) = looked {
                let known = self.files.remove(&path);
                let source = self.tree.take(&path);
                self.take(path, place, *reading, (known, source), empty);
            }
        }
        for path in gone {
            self.files.remove(&path);
            if self.tree.take(&path).is_some() {
                self.changed.push(path);
            }
        }
        self.changed.sort();
        self.listing = walk.findings;
        self.held_back = walk.held_back;
        self.held_back.sort();
        self.gather_findings();
        Ok(())
    }

    /// What a look at a listed file brings.
    fn look(&self, path: &SitePath, place: &Path) -> Looked {
        let Some(known) = self.files.get(path) else { return Looked::New(Box::new(read::file(path, place))) };
        let trace = known.trace.as_ref().filter(|_| known.place.as_os_str() == place.as_os_str());
        let is_same =
            trace.is_some_and(|trace| place.symlink_metadata().is_ok_and(|metadata| Trace::of(&metadata) == *trace));
        if is_same { Looked::Same } else { Looked::Read(Box::new(read::file(path, place))) }
    }

    /// The known files that are not among those `listed`.
    fn gone(&self, listed: &[(SitePath, PathBuf)]) -> Vec<SitePath> {
        let listed: BTreeSet<&SitePath> = listed.iter().map(|(path, _)| path).collect();
        self.files.keys().filter(|path| !listed.contains(path)).cloned().collect()
    }

    /// Looks at the files at these absolute paths only, as far as they are files: what lies elsewhere is
    /// overlooked, and folders, links and names that stand for more have everything looked at.
    ///
    /// # Errors
    /// As for [`Scan::look_at_all`].
    pub fn look_at(&mut self, paths: &[PathBuf], empty: Empty) -> Result<(), Error> {
        let concerned = paths.iter().filter_map(|path| Some((self.concerned(path)?, path)));
        let concerned: Vec<(SitePath, &PathBuf)> = concerned.collect();
        if concerned.len() > FEW || concerned.iter().any(|(path, place)| !self.is_plain(path, place)) {
            return self.look_at_all(empty);
        }
        let paths = concerned.into_iter().flat_map(|(path, place)| {
            self.links(&path, place).into_iter().chain([path]).map(move |path| (path, place))
        });
        let read = |place: &PathBuf, path: &SitePath| place.symlink_metadata().is_ok().then(|| read::file(path, place));
        let readings: Vec<_> = paths.map(|(path, place)| (read(place, &path), path, place)).collect();
        refused(readings.iter().filter_map(|(reading, ..)| reading.as_ref()))?;
        self.changed.clear();
        for (reading, path, place) in readings {
            let known = self.files.remove(&path);
            let source = self.tree.take(&path);
            self.shrunk.retain(|held| *held != path);
            match reading {
                Some(reading) => self.take(path, place.clone(), reading, (known, source), empty),
                None if source.is_some() => self.changed.push(path),
                None => {}
            }
        }
        self.gather_findings();
        Ok(())
    }

    /// The path of the site that `place` is; `None` where a scan does not go.
    fn concerned(&self, place: &Path) -> Option<SitePath> {
        let path = walk::site_path(place.strip_prefix(&self.root).ok()?)?;
        let is_read = ["content", "themes"].iter().any(|top| path.as_str() == *top || path.below(top).is_some());
        (is_read || path.as_str() == "site.yaml").then_some(path)
    }

    /// Whether `path` is a file, or was one, and nothing else can have changed with it.
    fn is_plain(&self, path: &SitePath, place: &Path) -> bool {
        let is_left_aside = path.as_str().split('/').any(|name| kind::held_back(name).is_some())
            || kind::nearly_a_page(path).is_some()
            || self.held_back.iter().any(|held| held.path == *path);
        let listed = self.listing.iter().filter_map(|finding| Some(&finding.at.as_ref()?.file));
        let was_more = || {
            let first = format!("{path}/");
            let from = (Bound::Included(first.as_str()), Bound::Unbounded);
            let is_folder =
                self.files.range::<str, _>(from).next().is_some_and(|(known, _)| known.as_str().starts_with(&first));
            let mut held = self.held_back.iter().filter(|held| held.path.as_str().starts_with(&first));
            let mut listed = listed.filter(|known| *known == path || known.below(path.as_str()).is_some());
            is_folder || held.next().is_some() || listed.next().is_some()
        };
        // Other links may have led through it; of them is known only where they ended.
        let was_link = || self.files.get(path).is_some_and(|known| known.place != place);
        if is_left_aside || was_link() || was_more() {
            return false;
        }
        match place.symlink_metadata() {
            // A link that led to nothing before may lead to a new file.
            Ok(metadata) => {
                let is_known = self.files.contains_key(path);
                metadata.is_file() && is_in_place(place) && (is_known || self.listing.is_empty())
            }
            Err(_) => path.as_str() != "site.yaml" && self.links(path, place).is_empty(),
        }
    }

    /// The other paths whose bytes are at `place`.
    fn links(&self, path: &SitePath, place: &Path) -> Vec<SitePath> {
        let is_there = |known: &Known| known.place.as_os_str() == place.as_os_str();
        self.files
            .iter()
            .filter(|(link, known)| *link != path && is_there(known))
            .map(|(link, _)| link.clone())
            .collect()
    }

    fn keep(&mut self, path: SitePath, known: Known, source: Option<Source>) {
        if let Some(source) = source {
            self.tree.insert(path.clone(), source);
        }
        self.files.insert(path, known);
    }

    /// Takes what was read, or holds what was there before.
    fn take(
        &mut self,
        path: SitePath,
        place: PathBuf,
        reading: Reading,
        (known, before): (Option<Known>, Option<Source>),
        empty: Empty,
    ) {
        let Reading { source, findings, trace, .. } = reading;
        let length = |source: &Option<Source>| match source {
            Some(Source::Text(text)) => Some(text.body.len() as u64),
            Some(Source::Asset(asset)) => Some(asset.length),
            None => None,
        };
        let has_shrunk = length(&source) == Some(0) && length(&before).is_some_and(|length| length > 0);
        if has_shrunk && empty == Empty::Hold {
            self.shrunk.push(path.clone());
            let findings = known.map(|known| known.findings).unwrap_or_default();
            return self.keep(path, Known { place, trace: None, findings }, before);
        }
        let source = match (source, before) {
            // What is the same shares its memory.
            (Some(now), Some(before)) if is_same(&now, &before) => Some(before),
            (None, None) => None,
            (source, _) => {
                self.changed.push(path.clone());
                source
            }
        };
        self.keep(path, Known { place, trace, findings }, source);
    }
}

/// Whether no link leads to where `place` is.
fn is_in_place(place: &Path) -> bool {
    place.parent().is_some_and(|folder| folder.canonicalize().is_ok_and(|canonical| canonical == folder))
}

fn is_same(one: &Source, other: &Source) -> bool {
    match (one, other) {
        (Source::Text(one), Source::Text(other)) => one.digest == other.digest,
        (Source::Asset(one), Source::Asset(other)) => one == other,
        _ => false,
    }
}
