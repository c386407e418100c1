//! Reading a site: from its folder to a tree of sources.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Error, shown};
use super::read::{self, Reading};
use super::trace::Trace;
use super::walk::{self, Walk};
use crate::diagnostic::{self, Diagnostic};
use crate::path::SitePath;
use crate::portion;
use crate::source::{HeldBack, Tree};

/// A site as it was read.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// All sources that could be read.
    pub tree: Tree,
    /// What could not be read, or not as it should be, in the order of places.
    pub findings: Vec<Diagnostic>,
    /// What was left aside on purpose, in the order of paths.
    pub held_back: Vec<HeldBack>,
    /// The files that have shrunk to nothing and are held as they were; see [`super::rescan::Empty`].
    pub shrunk: Vec<SitePath>,
    /// The sources that the last look found changed, new or gone, in the order of paths.
    pub changed: Vec<SitePath>,
    /// The site's folder, canonical.
    pub(super) root: PathBuf,
    /// The files that were listed.
    pub(super) files: BTreeMap<SitePath, Known>,
    /// What was found before any file was read.
    pub(super) listing: Vec<Diagnostic>,
}

/// What is known of a file besides its source.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Where its bytes are; elsewhere for a link.
    pub(super) place: PathBuf,
    pub(super) trace: Option<Trace>,
    pub(super) findings: Vec<Diagnostic>,
}

/// Reads the site in the folder `root`: `site.yaml`, and all that lies below `content/` and `themes/`.
///
/// Every file is read whatever is wrong with the others.
///
/// # Errors
/// Where there is no site in `root`.
pub fn scan(root: &Path) -> Result<Scan, Error> {
    let canonical = root.canonicalize().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::usage(
            format!("there is no folder \"{}\"", shown(root)),
            "go to the folder of your site, or name it with --root",
        ),
        _ => Error::io("open the folder", root, &error),
    })?;
    let walk = walked(root, &canonical)?;
    let readings: Vec<Reading> =
        walk.files.par_iter().with_max_len(portion::MOST).map(|(path, place)| read::file(path, place)).collect();
    refused(readings.iter())?;
    let mut scan = Scan { root: canonical, listing: walk.findings, held_back: walk.held_back, ..Scan::default() };
    scan.held_back.sort();
    for ((path, place), reading) in walk.files.into_iter().zip(readings) {
        if let Some(source) = reading.source {
            scan.tree.insert(path.clone(), source);
        }
        scan.files.insert(path, Known { place, trace: reading.trace, findings: reading.findings });
    }
    scan.gather_findings();
    Ok(scan)
}

/// That files stayed closed because too many are open: what was read says nothing of the site then.
pub(super) fn refused<'a>(mut readings: impl Iterator<Item = &'a Reading>) -> Result<(), Error> {
    if readings.any(|reading| reading.is_refused) { Err(too_many_open()) } else { Ok(()) }
}

fn too_many_open() -> Error {
    Error::environment(
        "the site cannot be read, as too many files are open".to_owned(),
        "close other programs and run the command again",
    )
}

/// All that is listed in the folder `canonical`, which its user calls `root`.
pub(super) fn walked(root: &Path, canonical: &Path) -> Result<Walk, Error> {
    let mut walk = Walk::default();
    walk.files.extend(configuration(root, canonical)?);
    walk::folder(canonical, "content", &mut walk);
    walk::folder(canonical, "themes", &mut walk);
    if walk.is_cut { Err(too_many_open()) } else { Ok(walk) }
}

impl Scan {
    /// Puts together what was found, in the order of places.
    pub(super) fn gather_findings(&mut self) {
        let of_files = self.files.values().flat_map(|known| &known.findings);
        self.findings = self.listing.iter().chain(of_files).cloned().collect();
        diagnostic::sort(&mut self.findings);
    }
}

fn configuration(root: &Path, canonical: &Path) -> Result<Option<(SitePath, PathBuf)>, Error> {
    let place = canonical.join("site.yaml");
    match place.symlink_metadata() {
        Ok(metadata) if metadata.is_file() => Ok(SitePath::new("site.yaml").map(|path| (path, place))),
        Ok(_) => Err(Error::usage(
            format!("\"{}\" is no file", shown(&root.join("site.yaml"))),
            "put the file itself there; a link or a folder is not read",
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let folder = shown(root);
            Err(if canonical.join("site.yml").is_file() {
                Error::usage(
                    format!("the site in \"{folder}\" is configured in \"site.yml\""),
                    "rename it to \"site.yaml\"",
                )
            } else {
                Error::usage(
                    format!("there is no \"site.yaml\" in \"{folder}\""),
                    "begin a site here with `homeroom init .`, or name the folder of yours with --root",
                )
            })
        }
        Err(error) => Err(Error::io("read", &root.join("site.yaml"), &error)),
    }
}
