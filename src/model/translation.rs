//! Translations: which version of its original each one is of.

use crate::digest::Digest;
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::parse::document::{Document, parse};
use crate::path::SitePath;
use crate::source::Text;

/// The key of front matter that records which version of the original was translated.
pub const KEY: &str = "source";

/// How a translation stands to its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is of the present version.
    Current,
    /// It is of another version: the present one's digest.
    Outdated(String),
    /// It does not say which version it is of: the present one's digest.
    Untold(String),
}

/// The digest by which a translation names the version of the text it translates: eight hexadecimal
/// letters. Line ends and a byte order mark do not count, as they differ from system to system.
pub fn source_of(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let plain = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    Digest::of(plain.as_bytes()).short()
}

/// The file that `document` translates, by its name; `None` where the name has no language.
pub fn original_path(document: &Document) -> Option<SitePath> {
    document.language.as_ref()?;
    let name = format!("{}.md", document.stem);
    SitePath::new(&match document.path.folder() {
        "" => name,
        folder => format!("{folder}/{name}"),
    })
}

/// How the entry stands to its original; `None` where it is no translation, or of nothing.
pub fn state(site: &Site, entry: &Entry) -> Option<State> {
    if entry.language.is_main() {
        return None;
    }
    let original = site.tree().text(&original_path(&entry.document)?)?;
    let now = source_of(&original.body);
    Some(match entry.common.source.as_deref().map(str::trim) {
        Some(recorded) if recorded.eq_ignore_ascii_case(&now) => State::Current,
        Some(_) => State::Outdated(now),
        None => State::Untold(now),
    })
}

/// `text`, the translation at `path`, recording that it is of the version `source`. Only that line differs.
/// `None` where its front matter cannot be read.
pub fn recorded(path: &SitePath, text: &Text, source: &str) -> Option<String> {
    let document = parse(path, text);
    if document.is_unreadable() {
        return None;
    }
    let body = &text.body;
    let line_end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let (place, written) = match document.fields.get(KEY) {
        Some(field) if field.value.span.start < field.value.span.end => (field.value.span.range(), source.to_owned()),
        // `source:` without a value.
        Some(field) => {
            let end = field.key_span.range().end;
            let colon = body[end..].find(':').map_or(end, |at| end + at + 1);
            (colon..colon, format!(" {source}"))
        }
        None if document.front_matter.start > 0 && document.body.start > document.front_matter.end => {
            let end = document.front_matter.range().end;
            let gap = if body[..end].ends_with('\n') { "" } else { line_end };
            (end..end, format!("{gap}{KEY}: {source}{line_end}"))
        }
        None => {
            let start = body.len() - body.trim_start_matches('\u{feff}').len();
            (start..start, format!("---{line_end}{KEY}: {source}{line_end}---{line_end}{line_end}"))
        }
    };
    let mut new = body.clone();
    new.replace_range(place, &written);
    Some(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let path = SitePath::new("content/a.es.md").expect("a path");
        recorded(&path, &Text::new(text.to_owned()), "1f3a9c2e").expect("a text")
    }

    #[test]
    fn only_the_line_of_the_version_is_touched() {
        assert_eq!(
            told("---\ntitle: A # b\nsource: 00000000  # old\n---\nX\n"),
            "---\ntitle: A # b\nsource: 1f3a9c2e  # old\n---\nX\n"
        );
        assert_eq!(told("---\r\ntitle: A\r\n---\r\nX"), "---\r\ntitle: A\r\nsource: 1f3a9c2e\r\n---\r\nX");
        assert_eq!(told("---\nsource:\ntitle: A\n---\n"), "---\nsource: 1f3a9c2e\ntitle: A\n---\n");
        assert_eq!(told("---\nsource: \"0\"\n---\n"), "---\nsource: 1f3a9c2e\n---\n");
        assert_eq!(told("\u{feff}# A\n"), "\u{feff}---\nsource: 1f3a9c2e\n---\n\n# A\n");
        assert_eq!(told("---\n---\nX"), "---\nsource: 1f3a9c2e\n---\nX");
    }

    #[test]
    fn line_ends_are_no_other_version() {
        assert_eq!(source_of("\u{feff}a\r\nb\r\n"), source_of("a\nb\n"));
        assert_ne!(source_of("a"), source_of("b"));
        assert_eq!(source_of("a").len(), 8);
    }
}
