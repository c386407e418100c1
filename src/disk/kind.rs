//! What a source's name says of it: text, asset, or held back.

use crate::path::SitePath;

/// How a file of the site is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Read as text.
    Text,
    /// Passed on as it is.
    Asset,
}

/// The endings of a theme's files that are read as text.
const THEME_TEXTS: &[&str] =
    &["html", "css", "js", "mjs", "svg", "txt", "json", "xml", "xsl", "webmanifest", "yaml", "yml", "md"];

/// Endings of what editors and offices leave behind.
const DROPPINGS: &[&str] = &["bak", "orig", "swp", "swo", "tmp"];

/// How the file at `path` is taken in.
pub(super) fn of(path: &SitePath) -> Kind {
    let ending = path.extension().unwrap_or_default();
    let text = match (path.below("content"), path.below("themes")) {
        (Some(below), _) => ending == "md" && !below.starts_with("static/"),
        (_, Some(_)) => THEME_TEXTS.contains(&ending.to_ascii_lowercase().as_str()),
        _ => true,
    };
    if text { Kind::Text } else { Kind::Asset }
}

/// Why something called `name` is not taken in, whatever it is.
pub(super) fn held_back(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    if [".ds_store", "thumbs.db", "desktop.ini", ".localized"].contains(&lower.as_str()) {
        Some("the system keeps this file for its own windows")
    } else if name.starts_with('.') {
        Some("files and folders that begin with a dot are never published")
    } else if name.ends_with('~') || (name.starts_with('#') && name.ends_with('#')) || DROPPINGS.contains(&ending) {
        Some("a copy that an editor left behind")
    } else if name.starts_with("~$") {
        Some("an office program keeps this while a document is open")
    } else {
        None
    }
}

/// Why the file at `path`, which looks like a page, is none.
pub(super) fn nearly_a_page(path: &SitePath) -> Option<&'static str> {
    let below = path.below("content")?;
    let ending = path.extension()?;
    if below.starts_with("static/") {
        None
    } else if ["markdown", "mdown", "mkd", "mdx"].iter().any(|other| ending.eq_ignore_ascii_case(other)) {
        Some("pages end in \".md\": rename the file")
    } else if ending != "md" && ending.eq_ignore_ascii_case("md") {
        Some("pages end in \".md\" in small letters: rename the file")
    } else {
        None
    }
}
