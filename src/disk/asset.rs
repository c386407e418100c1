//! A file of the site as it is published, for those who want its bytes one at a time.

use std::io::Read;
use std::path::Path;

use super::{open, read, walk};
use crate::diagnostic::Diagnostic;
use crate::image;
use crate::path::SitePath;

/// The bytes that are published of the file `source` of the site in `root`, which is canonical, as it
/// is now.
///
/// # Errors
/// What keeps it from being read, or from being published.
pub fn published(root: &Path, source: &SitePath) -> Result<Vec<u8>, Box<Diagnostic>> {
    let unreadable = |error: &std::io::Error| Box::new(walk::unreadable(Path::new(source.as_str()), error));
    let place = walk::link_target(root, &root.join(source.as_str()))
        .map_err(|_| unreadable(&std::io::ErrorKind::NotFound.into()))?;
    let (file, _) = open::regular(&place).map_err(|error| unreadable(&error))?;
    let mut bytes = Vec::new();
    file.take(read::MOST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    match image::published(source.name(), &bytes) {
        Ok(clean) => Ok(clean.into_owned()),
        Err(problem) => Err(Box::new(read::image_finding(source, &problem))),
    }
}
