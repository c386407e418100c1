//! Reading one file of the site.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::kind::{self, Kind};
use super::trace::Trace;
use super::{codes, open, text, walk};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::image;
use crate::image::problem::ImageProblem;
use crate::path::{SitePath, is_table};
use crate::source::{Asset, Source};

/// What a text may have at most, in bytes.
const MOST_TEXT: u64 = 5 * 1024 * 1024;

/// What a table may have at most, in bytes: it is many texts in one.
const MOST_TABLE: u64 = 20 * 1024 * 1024;

/// What a file may have before readers wait for it, in bytes.
const MUCH: u64 = 25_000_000;

/// What a file may have at most, in bytes; GitHub refuses more.
pub(super) const MOST: u64 = 100_000_000;

/// What reading a file gave: the source where there is one to work with, and findings.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) source: Option<Source>,
    pub(super) findings: Vec<Diagnostic>,
    /// What tells later that it is still the same; `None` where nothing does.
    pub(super) trace: Option<Trace>,
    /// Whether the system refused to open any more files, so that nothing is known of this one.
    pub(super) is_refused: bool,
}

/// Reads the file `path` of the site, whose bytes are at `place`. A file that has gone since it was
/// listed gives nothing.
pub(super) fn file(path: &SitePath, place: &Path) -> Reading {
    let (file, metadata) = match open::traced(place) {
        Ok(opened) => opened,
        Err(error) => return failed(path, &error),
    };
    let (length, trace) = (metadata.len(), Trace::of(&metadata).settled());
    let read = match kind::of(path) {
        Kind::Text => read_text(path, file, length),
        Kind::Asset => read_asset(path, file, length),
    };
    read.map_or_else(|error| failed(path, &error), |reading| Reading { trace, ..reading })
}

fn failed(path: &SitePath, error: &io::Error) -> Reading {
    let finding = match error.kind() {
        io::ErrorKind::NotFound => return Reading::default(),
        io::ErrorKind::InvalidInput => walk::not_a_file(path),
        _ if open::is_loop(error) => walk::not_a_file(path),
        _ => walk::unreadable(Path::new(path.as_str()), error),
    };
    Reading { findings: vec![finding], is_refused: open::is_exhausted(error), ..Reading::default() }
}

fn read_text(path: &SitePath, file: File, length: u64) -> io::Result<Reading> {
    let (most, said, help) = if is_table(path) {
        (MOST_TABLE, "a table may have 20 MiB", "split it into several files")
    } else {
        (MOST_TEXT, "a text may have 5 MiB", "split it into several pages")
    };
    let refuse = |length| Ok(too_large(path, length, said, help));
    if length > most {
        return refuse(length);
    }
    let bytes = bytes(file, length, most + 1)?;
    if bytes.len() as u64 > most {
        return refuse(bytes.len() as u64);
    }
    let (text, mut findings) = text::read(path, bytes);
    if let Err(problem) = image::inspect(path.name(), text.body.as_bytes()) {
        findings.push(image_finding(path, &problem));
    }
    Ok(Reading { source: Some(Source::Text(Arc::new(text))), findings, ..Reading::default() })
}

fn read_asset(path: &SitePath, mut file: File, length: u64) -> io::Result<Reading> {
    let refuse = |length| {
        too_large(path, length, "a file may have 100 MB", "make it smaller, or put it elsewhere and link to it")
    };
    if length > MOST {
        return Ok(refuse(length));
    }
    let mut findings = Vec::new();
    let mut face = None;
    let (digest, length, image) = if is_face(path) && length <= MUCH {
        let bytes = bytes(file, length, MUCH + 1)?;
        let known = (Digest::of(&bytes), bytes.len() as u64, None);
        face = Some(Arc::from(bytes));
        known
    } else if image::kind_of(path.name()) == image::Kind::Other {
        let (digest, length) = Digest::of_reader(&mut Read::by_ref(&mut file).take(MOST + 1))?;
        (digest, length, None)
    } else {
        let bytes = bytes(file, length, MOST + 1)?;
        let facts = image::inspect(path.name(), &bytes).unwrap_or_else(|problem| {
            findings.push(image_finding(path, &problem));
            None
        });
        (Digest::of(&bytes), bytes.len() as u64, facts)
    };
    if length > MOST {
        return Ok(refuse(length));
    }
    if length > MUCH {
        let message = format!("this file has {}; readers wait for more than 25 MB", megabytes(length));
        findings.push(
            Diagnostic::new(&codes::LARGE_FILE, message)
                .in_file(path)
                .help("export it with fewer pixels, or compress it"),
        );
    }
    Ok(Reading { source: Some(Source::Asset(Asset { digest, length, image, face })), findings, ..Reading::default() })
}

/// Whether the file at `path` is a face in which cards are set.
fn is_face(path: &SitePath) -> bool {
    let is_font =
        path.extension().is_some_and(|ending| ["ttf", "otf"].iter().any(|one| ending.eq_ignore_ascii_case(one)));
    let below = path.below("themes").and_then(|below| below.split_once('/'));
    is_font && below.is_some_and(|(_, below)| below.starts_with("faces/"))
}

/// That the image at `path` has a problem.
pub(super) fn image_finding(path: &SitePath, problem: &ImageProblem) -> Diagnostic {
    let code = if matches!(problem, ImageProblem::UnsafeSvg(_)) { &codes::UNSAFE_SVG } else { &codes::IMAGE };
    Diagnostic::new(code, problem.message()).in_file(path).help(problem.help())
}

fn too_large(path: &SitePath, length: u64, cap: &str, help: &str) -> Reading {
    let message = format!("this file has {}; {cap} at most", megabytes(length));
    let finding = Diagnostic::new(&codes::FILE_TOO_LARGE, message).in_file(path).help(help);
    Reading { findings: vec![finding], ..Reading::default() }
}

fn megabytes(length: u64) -> String {
    format!("{}.{} MB", length / 1_000_000, length % 1_000_000 / 100_000)
}

/// What `file` holds, which had `length` bytes when it was opened; at most `most` of them.
fn bytes(mut file: File, length: u64, most: u64) -> io::Result<Vec<u8>> {
    let expected = usize::try_from(length.min(most)).unwrap_or_default();
    let mut bytes = vec![0; expected + 1];
    // One byte more is asked for than there should be, so nearly every file is read by one call.
    let read = loop {
        match file.read(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    bytes.truncate(read);
    if read != expected {
        file.take(most.saturating_sub(read as u64)).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
