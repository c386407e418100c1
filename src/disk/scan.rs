//! Reading a site: from its folder to a tree of sources.

use std::path::Path;

use rayon::prelude::*;

use super::error::{Error, shown};
use super::read::{self, Reading};
use super::walk::{self, Walk};
use crate::diagnostic::{self, Diagnostic};
use crate::path::SitePath;
use crate::source::{HeldBack, Source, Tree};

/// A site as it was read.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// All sources that could be read.
    pub tree: Tree,
    /// What could not be read, or not as it should be, in the order of places.
    pub findings: Vec<Diagnostic>,
    /// What was left aside on purpose, in the order of paths.
    pub held_back: Vec<HeldBack>,
}

/// Reads the site in the folder `root`: `site.yaml`, and all that lies below `content/` and `themes/`.
///
/// Texts that are as they were in the tree `last` share their memory with it. Every file is read
/// whatever is wrong with the others.
///
/// # Errors
/// Where there is no site in `root`.
pub fn scan(root: &Path, last: Option<&Tree>) -> Result<Scan, Error> {
    let canonical = root.canonicalize().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::usage(
            format!("there is no folder \"{}\"", shown(root)),
            "go to the folder of your site, or name it with --root",
        ),
        _ => Error::io("open the folder", root, &error),
    })?;
    let mut walk = Walk::default();
    walk.files.extend(configuration(root, &canonical)?);
    walk::folder(&canonical, "content", &mut walk);
    walk::folder(&canonical, "themes", &mut walk);
    Ok(read_all(walk, last))
}

fn configuration(root: &Path, canonical: &Path) -> Result<Option<(SitePath, std::path::PathBuf)>, Error> {
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
                    "write a file site.yaml with a line `title: The name of your hub`, or name the site's folder with --root",
                )
            })
        }
        Err(error) => Err(Error::io("read", &root.join("site.yaml"), &error)),
    }
}

/// Reads the files in parallel; what comes of it is put in order afterwards.
fn read_all(walk: Walk, last: Option<&Tree>) -> Scan {
    let Walk { files, mut findings, mut held_back } = walk;
    let readings: Vec<Reading> = files.par_iter().map(|(path, place)| read::file(path, place)).collect();
    let mut tree = Tree::default();
    for ((path, _), reading) in files.into_iter().zip(readings) {
        findings.extend(reading.findings);
        if let Some(source) = reading.source {
            let source = shared(&path, source, last);
            tree.insert(path, source);
        }
    }
    diagnostic::sort(&mut findings);
    held_back.sort();
    Scan { tree, findings, held_back }
}

/// `source`, or the one that `last` has at `path` where their texts are the same.
fn shared(path: &SitePath, source: Source, last: Option<&Tree>) -> Source {
    match (&source, last.and_then(|last| last.text(path))) {
        (Source::Text(text), Some(known)) if known == text => Source::Text(known.clone()),
        _ => source,
    }
}
