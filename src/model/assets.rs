//! Assets: which of the files beside the pages are published.

use std::collections::{BTreeMap, BTreeSet};

use crate::image::sizes::Purpose;
use crate::model::components::Role;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::path::{SitePath, TABLE_FOLDERS, is_table};
use crate::source::HeldBack;

/// Finds the assets that are published, and what for: those that an entry refers to, the site's social image,
/// and those below `content/static/`.
pub(super) fn find(site: &mut Site) {
    let mut assets = BTreeMap::new();
    let mut tables = BTreeSet::new();
    let mut publish = |path: SitePath, purpose: Purpose| {
        assets.entry(path).and_modify(|known| *known = both(*known, purpose)).or_insert(purpose);
    };
    for entry in &site.entries {
        entry.links.iter().filter_map(asset).for_each(|path| publish(path, Purpose::File));
        entry.images.iter().filter_map(asset).for_each(|path| publish(path, Purpose::Shown));
        for component in &entry.components {
            for (reference, target) in component.typed.data.references().iter().zip(&component.targets) {
                let Some(path) = asset(target) else { continue };
                match reference.role {
                    Role::Table => drop(tables.insert(path)),
                    Role::Image => publish(path, Purpose::Shown),
                    Role::Link | Role::File => publish(path, Purpose::File),
                }
            }
        }
    }
    let social = site.social_image().filter(|path| site.raster(path).is_some());
    social.into_iter().for_each(|path| publish(path, Purpose::File));
    // The rows of a table are pages; itself it is no file to pass on.
    let others = site.places.others.iter().filter(|path| !is_table(path));
    let (fixed, beside): (Vec<_>, Vec<_>) = others.partition(|path| path.below("content/static").is_some());
    fixed.into_iter().for_each(|path| publish(path.clone(), Purpose::File));
    // What a chart shows is published in it.
    let unused = beside.into_iter().filter(|path| !assets.contains_key(*path) && !tables.contains(*path));
    site.held_back.extend(unused.map(|path| HeldBack { path: path.clone(), reason: unused_reason(path) }));
    site.assets = assets;
    site.held_back.sort();
}

fn both(one: Purpose, other: Purpose) -> Purpose {
    if one == other { one } else { Purpose::ShownFile }
}

/// Why an asset that no page refers to is held back.
fn unused_reason(path: &SitePath) -> String {
    let is_kept_for_itself = |ending: &str| ["xlsx", "xlsm", "xls", "ods", "numbers"].contains(&ending);
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let folder = path.below("content").and_then(|below| below.split('/').next()).unwrap_or_default();
    if is_kept_for_itself(&ending) && TABLE_FOLDERS.contains(&folder) {
        return format!("no published page refers to it; to make {folder} of its rows, save it as \"CSV UTF-8\"");
    }
    if ["doc", "docx", "odt", "rtf", "pages", "txt"].contains(&ending.as_str()) {
        return "no published page refers to it; to make a page of it, put its text into a file that ends in \".md\""
            .to_owned();
    }
    "no published page refers to it".to_owned()
}

fn asset(target: &Target) -> Option<SitePath> {
    match target {
        Target::Asset(path) => Some(path.clone()),
        _ => None,
    }
}
