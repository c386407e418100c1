//! Translations: which version of its original each one is of.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Value as Json, json};

use crate::digest::Digest;
use crate::model::entry::Entry;
use crate::parse::document::{Document, parse};
use crate::parse::row::Unit;
use crate::parse::value::{Data, Field};
use crate::path::SitePath;
use crate::source::{Text, Tree};

/// The key of front matter that records which version of the original was translated.
pub const KEY: &str = "source";

/// What stands before a version in a spreadsheet.
const LETTER: char = 'v';

/// How a translation stands to its original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It is of the present version.
    Current,
    /// It is of another version: the present one, as it is to be written.
    Outdated(String),
    /// It does not say which version it is of: the present one, as it is to be written.
    Untold(String),
}

/// The digest by which a translation names the version of the text it translates: eight hexadecimal
/// letters. Line ends and a byte order mark do not count, as they differ from system to system.
pub fn source_of(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let plain = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() };
    Digest::of(plain.as_bytes()).short()
}

/// The version of `original`, which stands in `tree`, by which translations name it. Of a row that is what its
/// cells or keys say, in whatever order and however they are written: a spreadsheet program writes a table anew each
/// time it saves it.
pub fn version(original: &Document, tree: &Tree) -> String {
    if original.row.is_none() {
        return source_of(tree.text(&original.path).map_or("", |text| &text.body));
    }
    source_of(&json!(says(original)).to_string())
}

/// What a row says, by its keys. What it is called by, its id, is not among it.
pub(super) fn says(document: &Document) -> BTreeMap<&str, Json> {
    let fields = document.fields.0.iter().filter_map(|field| Some((field.key.as_str(), said(&field.value.data)?)));
    let body = document.row.as_ref().map(|row| row.text.body.trim()).filter(|body| !body.is_empty());
    fields.chain(body.map(|body| ("body", said_text(body)))).collect()
}

/// What a value says; `None` where it says nothing.
fn said(data: &Data) -> Option<Json> {
    Some(match data {
        Data::Empty => return None,
        Data::Bool(value) => json!(value.to_string()),
        Data::Integer(_, text) | Data::Number(_, text) | Data::Text(text) | Data::Cell(text) => said_text(text),
        Data::List(items) => items.iter().map(|item| said(&item.data)).collect(),
        Data::Map(fields) => {
            let fields: BTreeMap<&str, Option<Json>> =
                fields.0.iter().map(|field| (field.key.as_str(), said(&field.value.data))).collect();
            json!(fields)
        }
    })
}

fn said_text(text: &str) -> Json {
    json!(text.trim().replace("\r\n", "\n").replace('\r', "\n"))
}

/// `version` as `translation` writes it. In a spreadsheet a letter stands before it: a program would take
/// "00012345" or "1234567e8" for a number and "10dec2026" for a day, and save them as that.
pub fn written(version: &str, translation: &Document) -> String {
    let is_cell = translation.row.as_ref().is_some_and(|row| row.unit == Unit::Row);
    if is_cell { format!("{LETTER}{version}") } else { version.to_owned() }
}

/// How the entry stands to its original; `None` where it is no translation, or of nothing.
pub fn state(entry: &Entry) -> Option<State> {
    let now = entry.original.as_ref()?;
    let recorded = entry.common.source.as_deref().filter(|_| entry.has_own(KEY)).map(str::trim);
    Some(match recorded {
        Some(recorded) if recorded.trim_start_matches(LETTER).eq_ignore_ascii_case(now) => State::Current,
        Some(_) => State::Outdated(written(now, &entry.document)),
        None => State::Untold(written(now, &entry.document)),
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
        Some(field) => over(field, body, source),
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

/// The part of `body` that is the value of `field`, and what is to stand there: `source`.
pub(super) fn over(field: &Field, body: &str, source: &str) -> (Range<usize>, String) {
    let value = field.value.span.range();
    if !value.is_empty() {
        return (value, source.to_owned());
    }
    // `source:` without a value.
    let end = field.key_span.range().end;
    let colon = body[end..].find(':').map_or(end, |at| end + at + 1);
    (colon..colon, format!(" {source}"))
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
