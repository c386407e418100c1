//! A file of the site as it is published, for those who want its bytes one at a time.

use std::io::{self, Read};
use std::path::Path;

use super::{open, read, walk};
use crate::diagnostic::Diagnostic;
use crate::image;
use crate::output::Passed;
use crate::path::SitePath;

/// Above this many bytes a file is not read into memory.
const LARGE: u64 = 1 << 20;

/// What is published of the file `source` of the site in `root`, which is canonical, as it is now.
/// `None` where it has gone, or is about to be written.
///
/// # Errors
/// What keeps it from being read, or from being published.
pub fn published(root: &Path, source: &SitePath) -> Result<Option<Passed>, Box<Diagnostic>> {
    let unreadable = |error: &io::Error| Box::new(walk::unreadable(Path::new(source.as_str()), error));
    let Ok(place) = walk::link_target(root, &root.join(source.as_str())) else { return Ok(None) };
    let (file, length) = match open::regular(&place) {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
    };
    let is_image = image::kind_of(source.name()) != image::Kind::Other;
    if length > LARGE && !is_image {
        return Ok(Some(Passed::File(file, length)));
    }
    // An image without content is about to be written.
    if length == 0 && is_image {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(read::MOST)).unwrap_or_default());
    file.take(read::MOST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    match image::published(source.name(), &bytes) {
        Ok(std::borrow::Cow::Borrowed(_)) => Ok(Some(Passed::Bytes(bytes))),
        Ok(std::borrow::Cow::Owned(clean)) => Ok(Some(Passed::Bytes(clean))),
        Err(problem) => Err(Box::new(read::image_finding(source, &problem))),
    }
}
