//! What a source's name says of it: text, asset, or held back.

use crate::path::{SitePath, dropping, is_table};

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
    &["html", "css", "js", "mjs", "svg", "txt", "json", "xml", "xsl", "webmanifest", "yaml", "yml", "md", "ftl"];

/// How the file at `path` is taken in.
pub(super) fn of(path: &SitePath) -> Kind {
    let ending = path.extension().unwrap_or_default();
    let text = match (path.below("content"), path.below("themes")) {
        (Some(below), _) => ending == "md" && !below.starts_with("static/") || is_table(path) || is_data(below),
        (_, Some(_)) => THEME_TEXTS.contains(&ending.to_ascii_lowercase().as_str()),
        _ => true,
    };
    if text { Kind::Text } else { Kind::Asset }
}

/// Whether the file at `below` of `content/` holds numbers for charts. Other CSV files are passed on, in whatever
/// encoding.
fn is_data(below: &str) -> bool {
    below.starts_with("data/") && below.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Why something called `name` is not taken in, whatever it is.
pub(super) fn held_back(name: &str) -> Option<&'static str> {
    dropping(name)
        .or_else(|| name.starts_with('.').then_some("files and folders that begin with a dot are never published"))
}

/// Why the file at `path`, which looks like a page, is none.
pub(super) fn nearly_a_page(path: &SitePath) -> Option<&'static str> {
    let below = path.below("content")?;
    let ending = path.extension()?;
    if below.starts_with("static/") {
        None
    } else if path.name().to_ascii_lowercase().ends_with(".md.txt") {
        Some("pages end in \".md\", and this has \".txt\" after it: rename the file")
    } else if ["markdown", "mdown", "mkd", "mdx"].iter().any(|other| ending.eq_ignore_ascii_case(other)) {
        Some("pages end in \".md\": rename the file")
    } else if ending != "md" && ending.eq_ignore_ascii_case("md") {
        Some("pages end in \".md\" in small letters: rename the file")
    } else {
        None
    }
}
