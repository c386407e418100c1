//! The manifest: the one file that marks an output folder as ours and lists what we wrote there.

use std::collections::BTreeMap;
use std::io::{self, Read};

use serde::{Deserialize, Serialize};

use super::error::{Error, shown};
use super::guard::Target;
use super::open;
use crate::digest::Digest;
use crate::path::OutputPath;

/// Its name in the output folder.
pub(super) const NAME: &str = ".homeroom.json";

/// What is read of a manifest at most, in bytes: room for a million files.
const MOST: u64 = 200_000_000;

/// The files that we wrote.
pub(super) type Manifest = BTreeMap<OutputPath, Stamp>;

/// A manifest as it was found.
pub(super) struct Known {
    /// The files.
    pub(super) files: Manifest,
    /// The digest of what they were made of, where it is told.
    pub(super) made_of: Option<Digest>,
}

/// What tells whether a file is still as we wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) length: u64,
    pub(super) digest: Digest,
}

#[derive(Serialize, Deserialize)]
struct Line<'a> {
    path: &'a str,
    length: u64,
    digest: &'a str,
}

#[derive(Deserialize)]
struct Written<'a> {
    homeroom: u32,
    #[serde(default)]
    made_of: Option<&'a str>,
    #[serde(borrow)]
    files: Vec<Line<'a>>,
}

/// The manifest in the output folder; `None` where there is none.
///
/// # Errors
/// Where there is something that we cannot have written: then nothing is known to be ours.
pub(super) fn read(target: &Target) -> Result<Option<Known>, Error> {
    let path = target.output.join(NAME);
    let bytes = match open::regular(&path).and_then(|(file, _)| {
        let mut bytes = Vec::new();
        file.take(MOST).read_to_end(&mut bytes)?;
        Ok(bytes)
    }) {
        Ok(bytes) => bytes,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) if error.kind() == io::ErrorKind::InvalidInput || open::is_loop(&error) => {
            return Err(strange(target));
        }
        Err(error) => return Err(Error::io("read", &target.shown(NAME), &error)),
    };
    match parse(&bytes) {
        Some(known) => Ok(Some(known)),
        None => Err(strange(target)),
    }
}

/// The manifest as it is written: sorted, one file a line, nothing of this computer or this day.
pub(super) fn bytes(manifest: &Manifest, made_of: Option<Digest>) -> Vec<u8> {
    let lines = manifest.iter().map(|(path, stamp)| {
        let digest = stamp.digest.to_string();
        serde_json::to_string(&Line { path: path.as_str(), length: stamp.length, digest: &digest }).unwrap_or_default()
    });
    let lines: Vec<String> = lines.collect();
    let made_of = made_of.map(|digest| format!("\"made_of\":\"{digest}\",")).unwrap_or_default();
    format!(
        "{{\"homeroom\":1,{made_of}\"note\":\"homeroom wrote the files listed here and removes no others\",\"files\":[\n{}\n]}}\n",
        lines.join(",\n")
    )
    .into_bytes()
}

/// Whether nothing of ours may be called `path`: the manifest's own name, and everything of a
/// repository.
pub(super) fn is_reserved(path: &OutputPath) -> bool {
    let first = path.as_str().split('/').next().unwrap_or_default();
    first.eq_ignore_ascii_case(".git") || first.eq_ignore_ascii_case(NAME)
}

fn parse(bytes: &[u8]) -> Option<Known> {
    let written: Written<'_> = serde_json::from_slice(bytes).ok()?;
    let lines = (written.homeroom == 1).then_some(written.files)?;
    let files = lines
        .into_iter()
        .map(|line| {
            let path = OutputPath::new(line.path).filter(|path| !is_reserved(path))?;
            Some((path, Stamp { length: line.length, digest: Digest::parse(line.digest)? }))
        })
        .collect::<Option<Manifest>>()?;
    Some(Known { files, made_of: written.made_of.and_then(Digest::parse) })
}

fn strange(target: &Target) -> Error {
    Error::usage(
        format!("\"{}\" is not as homeroom wrote it, so nothing in that folder is touched", shown(&target.shown(NAME))),
        "delete the folder if nothing in it is yours, or choose another one with --output",
    )
}
