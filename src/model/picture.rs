//! Pictures: at which sizes each one is published on this site.

use crate::image::sizes::{self, Purpose, Sizes};
use crate::model::claim::asset_route;
use crate::model::route::Route;
use crate::model::site::Site;
use crate::path::SitePath;
use crate::source::Source;

/// The sizes of the asset at `path`, which is published for `purpose`; `None` where it is no image.
pub fn sizes(site: &Site, path: &SitePath, purpose: Purpose) -> Option<Sizes> {
    let Some(Source::Asset(asset)) = site.source(path) else { return None };
    Some(sizes::sizes(asset.image.as_ref()?, asset.length, purpose))
}

/// The largest file that a page shows of the image at `path`: where it stands, its width and height in
/// pixels. `None` where it is no image.
pub fn largest(site: &Site, path: &SitePath) -> Option<(Route, u32, u32)> {
    offered(site, path)?.pop()
}

/// The smallest one; see [`largest`].
pub fn smallest(site: &Site, path: &SitePath) -> Option<(Route, u32, u32)> {
    offered(site, path)?.into_iter().next()
}

fn offered(site: &Site, path: &SitePath) -> Option<Vec<(Route, u32, u32)>> {
    let Some(Source::Asset(asset)) = site.source(path) else { return None };
    let facts = asset.image.as_ref()?;
    let purpose = site.assets.get(path).copied().unwrap_or(Purpose::Shown);
    let own = asset_route(site, path);
    let at = |(width, beside): (u32, Option<u32>)| {
        let route = beside.map_or_else(|| own.clone(), |beside| own.at_width(beside));
        (route, width, sizes::height(facts, width))
    };
    Some(sizes(site, path, purpose)?.offered.into_iter().map(at).collect())
}
