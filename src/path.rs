//! Paths that mean the same on every system: relative, `/`-separated, UTF-8.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// The path of a source below the site's root, such as `content/guides/two-by-ten.md`.
///
/// It is relative, separated by `/` on every system, and has no empty, `.` or `..` segment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SitePath(Arc<str>);

/// The path of an output below the published folder, such as `guides/two-by-ten/index.html`.
///
/// It has the form of a [`SitePath`] and is a type of its own because a source and an output are
/// never exchanged for one another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct OutputPath(Arc<str>);

impl SitePath {
    /// The path written as `text`; `None` where it is empty, absolute, or has an empty, `.` or
    /// `..` segment or a backslash.
    pub fn new(text: &str) -> Option<Self> {
        is_plain(text).then(|| Self(text.into()))
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last segment.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The last segment's ending without its dot; `None` where there is none.
    pub fn extension(&self) -> Option<&str> {
        let (stem, extension) = self.name().rsplit_once('.')?;
        (!stem.is_empty()).then_some(extension)
    }

    /// The folder's path without a final `/`; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// What follows the folder `folder` and its `/`; `None` where the path does not lie below it.
    pub fn below(&self, folder: &str) -> Option<&str> {
        self.0.strip_prefix(folder)?.strip_prefix('/')
    }
}

impl OutputPath {
    /// The path written as `text`, by the rules of [`SitePath::new`].
    pub fn new(text: &str) -> Option<Self> {
        is_plain(text).then(|| Self(text.into()))
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Maps by path are asked with plain text too.
impl Borrow<str> for SitePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The folders below `content/` whose entries may also stand in tables; the collections say the same, which a
/// test holds.
pub const TABLE_FOLDERS: &[&str] = &["messages", "prompts", "thoughts"];

/// Whether the file at `path` is a table of entries, one a row: CSV or YAML in a folder where these may be.
pub fn is_table(path: &SitePath) -> bool {
    let is_ending = |ending: &str| ["csv", "tsv", "yaml", "yml"].iter().any(|one| ending.eq_ignore_ascii_case(one));
    let folder = || path.below("content").and_then(|below| below.split_once('/')).map(|(folder, _)| folder);
    path.extension().is_some_and(is_ending) && folder().is_some_and(|folder| TABLE_FOLDERS.contains(&folder))
}

/// What two paths share when some file system takes them for one: the same letters without regard
/// to case (Windows, macOS) and to how accents are composed (macOS).
pub fn folded(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// `reference` resolved against the folder `folder`; `None` where it climbs above the root.
///
/// Both are `/`-separated; `.` and empty segments are dropped, `..` goes up one folder.
pub fn join(folder: &str, reference: &str) -> Option<String> {
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in reference.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop()?;
            }
            other => segments.push(other),
        }
    }
    Some(segments.join("/"))
}

/// The way from the folder `from` to the path `to`, both below one root, such as `../prompts/x.md`.
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').filter(|s| !s.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(to.len() - 1);
    let mut way = "../".repeat(from.len() - shared);
    way.push_str(&to[shared..].join("/"));
    way
}

/// Why `segment` cannot be a file's name on some system a site is published from; `None` where it can.
pub fn unportable(segment: &str) -> Option<&'static str> {
    let stem = segment.split('.').next().unwrap_or(segment).trim_end();
    let lower = stem.to_ascii_lowercase();
    let numbered = |name: &str| lower.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    let reserved = ["con", "prn", "aux", "nul"].contains(&lower.as_str()) || numbered("com") || numbered("lpt");
    if segment.is_empty() || segment == "." || segment == ".." {
        Some("it holds a part that is no name")
    } else if reserved {
        Some("Windows reserves this name")
    } else if segment.chars().any(char::is_control) {
        Some("it holds a control character")
    } else if segment.chars().any(is_bidi_control) {
        Some("it holds an invisible character that changes the direction of text")
    } else if segment.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Some("it holds one of the characters < > : \" | ? * \\")
    } else if segment.ends_with(['.', ' ']) {
        Some("it ends with a dot or a blank")
    } else if segment.len() > 200 {
        Some("it is longer than 200 bytes")
    } else {
        None
    }
}

/// What keeps something called `name` among the files for itself: the system, an editor, a download.
/// `None` where people have put it there.
pub fn dropping(name: &str) -> Option<&'static str> {
    let lower = name.to_ascii_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_of_sed = lower.len() == 9 && lower.starts_with("sed") && name[3..].chars().any(|c| c.is_ascii_uppercase());
    if [".ds_store", "thumbs.db", "desktop.ini", ".localized", "icon\r", "__macosx"].contains(&lower.as_str()) {
        Some("the system keeps this file for its own windows")
    } else if name.starts_with("~$") {
        Some("an office program keeps this while a document is open")
    } else if lower == "node_modules" {
        Some("packages of another program are never published")
    } else if ["part", "filepart", "crdownload"].contains(&ending) {
        Some("a download that is not finished")
    } else if name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || ["bak", "orig", "swp", "swo", "swx", "tmp", "crswap", "kate-swp", "autosave", "save"].contains(&ending)
        || ending.starts_with("sb-")
        || name.contains("___jb_")
        || is_of_sed
        // Vim tries whether it can write by making a file of this name.
        || name == "4913"
    {
        Some("a copy that an editor left behind")
    } else {
        None
    }
}

/// Whether `c` is an invisible character that can make text read other than it is.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_plain(text: &str) -> bool {
    !text.contains('\\') && text.split('/').all(|s| !s.is_empty() && s != "." && s != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_way_leads_back_to_where_it_was_made_for() {
        for (from, to) in [("", "a.md"), ("a/b", "a/c/d.md"), ("a", "a"), ("x/y", "a.md"), ("a/b", "a/b/c")] {
            assert_eq!(join(from, &relative(from, to)).as_deref(), Some(to), "{from} → {to}");
        }
    }

    #[test]
    fn tables_are_told_by_their_folder_and_ending() {
        let is = |text: &str| is_table(&SitePath::new(text).expect("a path"));
        assert!(is("content/prompts/a.csv") && is("content/prompts/deep/A.ES.CSV") && is("content/prompts/a.yml"));
        assert!(!is("content/prompts/a.md") && !is("content/a.csv") && !is("content/data/a.csv") && !is("site.yaml"));
        assert!(!is("content/prompts") && !is("content/static/prompts/a.csv") && !is("themes/prompts/a.yaml"));
    }

    #[test]
    fn a_path_that_climbs_or_is_absolute_is_no_site_path() {
        for text in ["", "/a", "a//b", "../a", "a/./b", "a\\b", "a/"] {
            assert!(SitePath::new(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_programs_leave_is_told_from_what_people_write() {
        for name in [
            "4913",
            "a.md~",
            "#a.md#",
            "a.tmp",
            ".DS_Store",
            "a.md___jb_tmp___",
            "~$a.docx",
            "a.md.sb-1a-b",
            "sedAb3dEf",
            "Icon\r",
            "a.PART",
        ] {
            assert!(dropping(name).is_some(), "{name}");
        }
        for name in ["a.md", "4914", "a~b.md", "img.png", "swp", "sediments", "seds", "save", "a.sb"] {
            assert!(dropping(name).is_none(), "{name}");
        }
    }

    #[test]
    fn names_that_some_system_refuses_are_told_apart() {
        for name in ["con", "NUL.html", "com1", "a:b", "a\u{202e}b", "a\nb", "dot.", "..", ""] {
            assert!(unportable(name).is_some(), "{name:?}");
        }
        for name in ["console", "a-b", "común", "com10", "com²", "b\u{e9}¿x", "مرحبا"] {
            assert!(unportable(name).is_none(), "{name:?}");
        }
    }
}
