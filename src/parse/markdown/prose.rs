//! The words of a body that are read as running text: without code, formulas, pictures and notes' numbers.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::depth;
use super::read::{Piece, read};
use crate::source::Span;

/// The text of one block: a paragraph, a heading, an item of a list, a cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its words without markup.
    pub text: String,
    /// Where its parts stand: the byte in `text` where each begins, and the one in the source.
    places: Vec<(usize, usize)>,
}

impl Passage {
    /// Where in the source the byte `at` of the text stands.
    pub fn place(&self, at: usize) -> usize {
        let next = self.places.partition_point(|(start, _)| *start <= at);
        next.checked_sub(1).map_or(0, |part| self.places[part].1 + (at - self.places[part].0))
    }

    fn push(&mut self, text: &str, at: usize) {
        self.places.push((self.text.len(), at));
        self.text.push_str(text);
    }
}

/// The passages of `body` in `text`; none where it nests too deep to be read.
pub fn prose(text: &str, body: Span) -> Vec<Passage> {
    if depth::too_deep(&text[body.range()]).is_some() {
        return Vec::new();
    }
    let (mut passages, mut passage) = (Vec::new(), Passage::default());
    // How many code blocks and pictures are open.
    let mut hidden = 0usize;
    for (piece, range) in read(text, body) {
        let Piece::Markdown(event) = piece else { continue };
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            Event::Start(tag) if is_inline(&tag.to_end()) => {}
            Event::End(tag) if is_inline(&tag) => {}
            Event::Start(_) | Event::End(_) => passages.push(std::mem::take(&mut passage)),
            Event::Text(text) => passage.push(&text, range.start),
            Event::SoftBreak | Event::HardBreak => passage.push(" ", range.start),
            _ => {}
        }
    }
    passages.push(passage);
    passages.retain(|passage| !passage.text.trim().is_empty());
    passages
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_passages_and_code_is_none() {
        let text = "# Title\n\nOne *two*\nthree `four`.[^1] ![alt](a.png)\n\n- item\n- [link](a.md)\n\n```yaml\ncode\n```\n\n| a | b |\n|---|---|\n| c | |\n\n> [!TIP]\n> Tip\n\n[^1]: Note\n";
        let passages = prose(text, Span::new(0, text.len()));
        let texts: Vec<&str> = passages.iter().map(|passage| passage.text.trim()).collect();
        assert_eq!(texts, ["Title", "One two three .", "item", "link", "a", "b", "c", "Tip", "Note"]);
        for word in ["two", "three", "link", "Note"] {
            let passage = passages.iter().find(|passage| passage.text.contains(word)).expect(word);
            let at = passage.place(passage.text.find(word).expect(word));
            assert_eq!(&text[at..at + word.len()], word);
        }
    }
}
