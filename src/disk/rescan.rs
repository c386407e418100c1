//! Bringing a scan up to date: what has changed is read, everything else stays as it was.
//!
//! A scan that was brought up to date equals a new one of the same folder ([`super::scan::scan`]).

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::Error;
use super::read::{self, Reading};
use super::scan::{Known, Scan, walked};
use super::trace::Trace;
use super::{kind, walk};
use crate::path::SitePath;
use crate::source::Source;

/// How many files are looked at one by one; for more of them the whole folder is walked.
const FEW: usize = 64;

/// What happens to a text that had content and has none now: its editor may be about to write it.
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
        let readings: Vec<Option<Reading>> = walk
            .files
            .par_iter()
            .map(|(path, place)| {
                let known = self.files.get(path).filter(|known| known.place == *place);
                let trace = known.and_then(|known| known.trace.as_ref());
                let is_same = trace
                    .is_some_and(|trace| place.symlink_metadata().is_ok_and(|metadata| Trace::of(&metadata) == *trace));
                (!is_same).then(|| read::file(path, place))
            })
            .collect();
        let (mut files, mut tree) = (std::mem::take(&mut self.files), std::mem::take(&mut self.tree));
        self.shrunk.clear();
        self.changed.clear();
        for ((path, place), reading) in walk.files.into_iter().zip(readings) {
            let (known, source) = (files.remove(&path), tree.get(&path).cloned());
            tree.remove(&path);
            match (reading, known) {
                (None, Some(known)) => self.keep(path, known, source),
                (Some(reading), known) => self.take(path, place, reading, (known, source), empty),
                (None, None) => {}
            }
        }
        self.changed.extend(tree.iter().map(|(path, _)| path.clone()));
        self.changed.sort();
        self.listing = walk.findings;
        self.held_back = walk.held_back;
        self.held_back.sort();
        self.gather_findings();
        Ok(())
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
        self.changed.clear();
        for (path, place) in concerned {
            for path in self.links(&path, place).into_iter().chain([path]) {
                let known = self.files.remove(&path);
                let source = self.tree.get(&path).cloned();
                self.tree.remove(&path);
                self.shrunk.retain(|held| *held != path);
                if place.symlink_metadata().is_ok() {
                    let reading = read::file(&path, place);
                    self.take(path, place.clone(), reading, (known, source), empty);
                } else if source.is_some() {
                    self.changed.push(path);
                }
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
            let held = self.held_back.iter().map(|held| &held.path);
            let mut below = self.files.keys().chain(held).filter(|known| known.below(path.as_str()).is_some());
            let mut listed = listed.filter(|known| *known == path || known.below(path.as_str()).is_some());
            below.next().is_some() || listed.next().is_some()
        };
        if is_left_aside || was_more() {
            return false;
        }
        match place.symlink_metadata() {
            // A link that led to nothing before may lead to a new file.
            Ok(metadata) => {
                let is_known = self.files.get(path).is_some_and(|known| known.place == place);
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
        let Reading { source, findings, trace } = reading;
        let has_shrunk = matches!((&before, &source), (Some(Source::Text(before)), Some(Source::Text(now)))
            if now.body.is_empty() && !before.body.is_empty());
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
