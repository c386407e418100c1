//! Findings about images, at the place where a page shows the image: its author looks there.

use crate::diagnostic::{Diagnostic, Location};
use crate::disk;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::path::SitePath;
use crate::source::Span;

/// The findings that matter to the site, those about images where they are shown. What is wrong with an
/// image that no page shows keeps nothing from being published.
pub(super) fn placed(site: &Site, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings
        .into_iter()
        .filter_map(|finding| if is_about_image(&finding) { shown(site, finding) } else { Some(finding) })
        .collect()
}

fn is_about_image(finding: &Diagnostic) -> bool {
    [disk::codes::IMAGE.name, disk::codes::UNSAFE_SVG.name].contains(&finding.code.name)
}

fn shown(site: &Site, finding: Diagnostic) -> Option<Diagnostic> {
    let Some(Location { file, span: None }) = &finding.at else { return Some(finding) };
    if file.below("content").is_none() {
        return Some(finding);
    }
    site.assets.get(file)?;
    let place = site.entries.iter().find_map(|entry| image(entry, file).map(|span| (entry, span)));
    let place = place.or_else(|| site.entries.iter().find_map(|entry| link(entry, file).map(|span| (entry, span))));
    let Some((entry, span)) = place else { return Some(finding) };
    let image = file.clone();
    let document = &entry.document;
    Some(finding.at(document.file(), document.in_file(span)).label(&image, None, "the image"))
}

fn image(entry: &Entry, file: &SitePath) -> Option<Span> {
    let mut images = entry.document.facts.images.iter().zip(&entry.images);
    images.find(|(_, target)| leads_to(target, file)).map(|(image, _)| image.span)
}

fn link(entry: &Entry, file: &SitePath) -> Option<Span> {
    let mut links = entry.document.facts.links.iter().zip(&entry.links);
    links.find(|(_, target)| leads_to(target, file)).map(|(link, _)| link.span)
}

fn leads_to(target: &Target, file: &SitePath) -> bool {
    matches!(target, Target::Asset(path) if path == file)
}
