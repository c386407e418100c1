//! How the text of a page is cut into files, by sizes that are known before anything is computed.

use crate::model::entry::Entry;
use crate::search::pages::Part;

/// How many bytes of a page's text one file has, or a little more.
const TEXT: usize = 5_500;
/// The most files of one page's text; what comes after them is found, and not shown.
const MOST_TEXTS: usize = 24;

/// How many files the text of an entry has.
pub fn pieces(entry: &Entry) -> usize {
    (entry.text.body.len() / TEXT + 1).min(MOST_TEXTS)
}

/// What the file of a text is called below its folder: as the page, `index` for the home page.
pub fn text_name(entry: &Entry, part: usize) -> Option<String> {
    let path = entry.spot.path.as_ref()?.as_str();
    let page = path.strip_suffix("/index.html").unwrap_or("index");
    Some(if part == 0 { format!("{page}.js") } else { format!("{page}.{}.js", part + 1) })
}

/// In which piece of the text each part stands; a page has not as many where it is very long.
pub fn places(parts: &[&Part]) -> Vec<usize> {
    let mut before = 0;
    let place = |part: &&Part| {
        let place = before / TEXT;
        before += part.texts.iter().map(|text| text.len() + 1).sum::<usize>();
        place
    };
    parts.iter().map(place).collect()
}
