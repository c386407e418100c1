//! Pictures: at which sizes each one is published on this site.

use crate::image::sizes::{self, Purpose, Sizes};
use crate::model::site::Site;
use crate::path::SitePath;
use crate::source::Source;

/// The sizes of the asset at `path`, which is published for `purpose`; `None` where it is no image.
pub fn sizes(site: &Site, path: &SitePath, purpose: Purpose) -> Option<Sizes> {
    let Some(Source::Asset(asset)) = site.source(path) else { return None };
    Some(sizes::sizes(asset.image.as_ref()?, asset.length, purpose))
}
