//! A file of the site as it is published, for those who want its bytes one at a time.

use std::borrow::Cow;
use std::convert::Infallible;
use std::io::{self, Read};
use std::path::Path;

use super::pictures::Pictures;
use super::{open, read, walk};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::image;
use crate::image::problem::ImageProblem;
use crate::image::sizes::Cut;
use crate::output::Passed;
use crate::path::SitePath;

/// Above this many bytes a file is not read into memory.
const LARGE: u64 = 1 << 20;

/// What is published of the file `source` of a site, as it is now; with its pixels written anew where
/// there is a `cut`, of a picture that had the digest `known` when the site was read. `None` where it has
/// gone, or is about to be written.
///
/// # Errors
/// What keeps it from being read, or from being published.
pub fn published(
    pictures: &Pictures,
    source: &SitePath,
    known: Digest,
    cut: Option<Cut>,
) -> Result<Option<Passed>, Box<Diagnostic>> {
    if let Some(kept) = cut.and_then(|cut| pictures.kept(known, cut)) {
        return Ok(Some(Passed::Bytes(kept)));
    }
    let unreadable = |error: &io::Error| Box::new(walk::unreadable(Path::new(source.as_str()), error));
    let root = &pictures.root;
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
    let published = match cut {
        None => image::published(source.name(), &bytes).map(Cow::into_owned),
        Some(cut) => made(pictures, &bytes, cut),
    };
    match published {
        Ok(bytes) => Ok(Some(Passed::Bytes(bytes))),
        Err(problem) => Err(Box::new(read::image_finding(source, &problem))),
    }
}

fn made(pictures: &Pictures, bytes: &[u8], cut: Cut) -> Result<Vec<u8>, ImageProblem> {
    let mut all = Vec::new();
    let Ok(()) = pictures.make(Digest::of(bytes), bytes, [cut], |made| {
        all = made;
        Ok::<(), Infallible>(())
    })?;
    Ok(all)
}
