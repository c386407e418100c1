//! A download: a link that says what is behind it, and how large it is.

use crate::model::components::download::Download;
use crate::model::components::{Placed, Role};
use crate::model::link::Target;
use crate::render::components::{Scene, reference, within};
use crate::render::html::{self, escape};
use crate::source::Source;

/// What files with an ending are called.
const KINDS: &[(&str, &str)] = &[
    ("docx", "Word"),
    ("odp", "OpenDocument"),
    ("ods", "OpenDocument"),
    ("odt", "OpenDocument"),
    ("pptx", "PowerPoint"),
    ("xlsx", "Excel"),
];

/// Appends `download`; where the file is not there, its title alone.
pub(super) fn write(scene: &Scene<'_>, placed: &Placed, download: &Download, out: &mut String) {
    let name = download.file.rsplit('/').next().unwrap_or_default();
    let title = download.title.as_deref().map(str::trim).filter(|title| !title.is_empty()).unwrap_or(name);
    out.push_str("<p class=\"component download\">");
    let target = reference(placed, Role::File);
    match target.map(|(target, written)| scene.links.leads(target, written)) {
        Some(html::Target::Href { url, .. }) => {
            out.push_str("<a href=\"");
            escape::address(out, &url);
            within(out, "\">", title, "</a>");
        }
        _ => escape::text(out, title),
    }
    if let Some((Target::Asset(path), _)) = target
        && let Some(length) = scene.site.source(path).map(length)
    {
        let (key, number) = size(length);
        let words = scene.words();
        let size = words.filled(key, &[("size", &words.measured(&number, ""))]);
        let kind = kind(path.extension());
        within(out, " <span class=\"facts\">", &[&*kind, words.text("list_comma"), &size].concat(), "</span>");
    }
    if let Some(description) = &download.description {
        within(out, "<br>", description, "");
    }
    out.push_str("</p>\n");
}

fn length(source: &Source) -> u64 {
    match source {
        Source::Asset(asset) => asset.length,
        Source::Text(text) => text.body.len() as u64,
    }
}

/// What a file with this ending is called.
fn kind(ending: Option<&str>) -> String {
    let ending = ending.unwrap_or("file").to_lowercase();
    let known = KINDS.iter().find(|(known, _)| *known == ending);
    known.map_or_else(|| ending.to_uppercase(), |(_, name)| (*name).to_owned())
}

/// A size in steps of a thousand, as systems and browsers show it: the name of its words, and the number.
fn size(bytes: u64) -> (&'static str, String) {
    match bytes {
        0..1_000 => ("size_bytes", bytes.to_string()),
        1_000..999_500 => ("size_kilobytes", ((bytes + 500) / 1_000).to_string()),
        _ => ("size_megabytes", format!("{:.1}", bytes as f64 / 1_000_000.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_know_them() {
        assert_eq!(size(999), ("size_bytes", "999".to_owned()));
        assert_eq!(size(1_499), ("size_kilobytes", "1".to_owned()));
        assert_eq!(size(999_499), ("size_kilobytes", "999".to_owned()));
        assert_eq!(size(999_500), ("size_megabytes", "1.0".to_owned()));
        assert_eq!(size(1_234_567), ("size_megabytes", "1.2".to_owned()));
        assert_eq!((kind(Some("pdf")), kind(Some("DOCX")), kind(None)), ("PDF".into(), "Word".into(), "FILE".into()));
    }
}
