//! The beginning of a translation: what is to be put into the other language, and nothing else.

use crate::model::collections::Kind;
use crate::model::schema::described;
use crate::model::translation::{KEY, source_of};
use crate::parse::document::Document;
use crate::parse::yaml::write;

/// The fields with sentences that are the same in every language: names of people and papers, numbers.
/// A translation takes them from its original.
const SAME: &[&str] =
    &["number", "owner", "version", "citation", "citations", "teller", "legal", "slug", "aliases", "allow", "tags"];

/// The text of a new translation of the `document` with the text `original`, an entry of `kind`, with its
/// title where somebody has put it into the other language already.
///
/// The fields of a translation lie over those of its original, so what both share is not repeated.
pub fn begun(kind: Kind, document: &Document, original: &str, title: Option<&str>) -> String {
    let fields = described(kind).fields;
    let is_told = |name: &str| {
        fields.iter().any(|field| field.name == name && field.takes.has_text()) && !SAME.contains(&name) && name != KEY
    };
    let mut text = "---\n".to_owned();
    if let Some(title) = title {
        text.push_str(&format!("title: {}\n", write::scalar(title)));
    }
    for (at, field) in document.fields.0.iter().enumerate() {
        let is_title = field.key == "title";
        if is_told(&field.key) && !(is_title && title.is_some()) {
            let next = document.fields.0.get(at + 1);
            let end = next.map_or(document.front_matter.end, |next| next.key_span.start) as usize;
            text.push_str(lines(original, field.key_span.start as usize, end));
        }
    }
    text.push_str(&format!("{KEY}: {}\n", source_of(original)));
    text.push_str("draft: true  # held back until this line is deleted\n---\n");
    text.push_str(&original[document.body.range()]);
    text.replace("\r\n", "\n")
}

/// The whole lines from the one that begins at `start` to the one in which `end` stands, without it.
/// Nothing where other keys stand on the same line.
fn lines(text: &str, start: usize, end: usize) -> &str {
    let end = if end < text.len() { text[..end].rfind('\n').map_or(end, |at| at + 1) } else { end };
    let begins_a_line = start == 0 || text[..start].ends_with('\n');
    if begins_a_line && start < end { &text[start..end] } else { "" }
}
