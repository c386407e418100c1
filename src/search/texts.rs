//! The texts of a page, by its parts, so that a result can show the words where they stand.

use serde_json::json;

use crate::model::entry::EntryIndex;
use crate::model::site::Site;
use crate::search::pages::{self, Part};
use crate::search::pieces::{places, text_name};
use crate::search::script::script;

/// How many bytes of one part are kept, or a few less.
const LONGEST: usize = 3_000;

/// The bytes of the file that has the parts in the piece `piece` of the text of an entry.
pub fn text(site: &Site, at: EntryIndex, piece: usize) -> Vec<u8> {
    let entry = site.entry(at);
    let found = pages::found(entry, Vec::new());
    let parts: Vec<&Part> = found.iter().flat_map(|found| &found.parts).collect();
    let mut own = Vec::new();
    let mut first = None;
    for (number, (part, of)) in parts.iter().zip(places(&parts)).enumerate() {
        if of == piece {
            first.get_or_insert(number);
            own.push((part.heading.as_str(), cut(&part.texts.join(" "), LONGEST)));
        }
    }
    let name = text_name(entry, piece).unwrap_or_default();
    script(&["texts/", &name].concat(), None, &json!([first.unwrap_or(0), own]).to_string())
}

/// The beginning of `text`, at most `most` bytes, up to the end of a word where there is one.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let end = text[..end].rfind(' ').unwrap_or(end);
    text[..end].to_owned()
}
