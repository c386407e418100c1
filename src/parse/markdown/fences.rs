//! Fenced blocks that name no language of code, with the places of their lines.

use super::code;
use crate::parse::facts::Fence;
use crate::source::Span;

/// A code block while it is read.
#[derive(Default)]
pub(super) struct Block {
    /// The language that its fence names.
    pub(super) language: Option<String>,
    /// Its text so far.
    pub(super) text: String,
    /// Where the parts of the text stand, as in [`Fence::places`]; only where the language is unknown.
    pub(super) places: Vec<(usize, usize)>,
}

impl Block {
    /// Adds `text`, which stands at byte `at` of the source.
    pub(super) fn push(&mut self, text: &str, at: usize) {
        if self.language.as_deref().is_some_and(|language| code::grammar(language).is_none()) {
            self.places.push((self.text.len(), at));
        }
        self.text.push_str(text);
    }
}

/// The block `span` of `source` with its first line at `opening`, which names `name`.
pub(super) fn fence(
    source: &str,
    name: &str,
    opening: Span,
    span: Span,
    text: String,
    places: Vec<(usize, usize)>,
) -> Fence {
    let line = &source[opening.range()];
    let info = line.trim_start_matches(['`', '~']).trim_start();
    // The name was made lower case, which may change its length.
    let after = info.find(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | ':')).map_or("", |end| &info[end..]);
    let (start, length) = (opening.range().start + line.len() - after.len(), after.trim_end().len());
    let blank = after.len() - after.trim_start().len();
    let more = (blank < length).then(|| Span::new(start + blank, start + length));
    Fence { name: name.to_owned(), more, span, opening, text, places }
}
