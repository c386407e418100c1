//! Bare addresses in running text become links.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::bare;
use super::read::{Piece, Reading};

impl<'a> Reading<'a> {
    /// Whether `://` stands in `range`. The parser never cuts a text within it.
    pub(super) fn has_bare_in(&mut self, range: &Range<usize>) -> bool {
        if self.next_bare < range.start {
            self.next_bare = next_bare(self.text, range.start);
        }
        self.next_bare < range.end
    }

    /// Hands out `text` and the texts that follow it without a gap, addresses in them linked.
    /// The parser cuts running text at every character that could have meant something.
    pub(super) fn running_text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let run = range.start;
        let mut end = range.end;
        let mut texts = VecDeque::from([(text, range)]);
        while let Some((event, range)) = self.event() {
            match event {
                Event::Text(text) if range.start == end => {
                    end = range.end;
                    texts.push_back((text, range));
                }
                other => {
                    self.ahead = Some((other, range));
                    break;
                }
            }
        }
        let source = &self.text[run..end];
        let mut from = 0;
        while let Some(found) = bare::find(source, from) {
            from = found.end;
            self.link(&mut texts, run + found.start..run + found.end);
        }
        for (text, range) in texts {
            self.give(Piece::Markdown(Event::Text(text)), range);
        }
    }

    /// Hands out the `texts` before `address`, and it as a link; what is left begins after it.
    fn link(&mut self, texts: &mut VecDeque<(CowStr<'a>, Range<usize>)>, address: Range<usize>) {
        let mut target = String::new();
        while let Some((text, range)) = texts.pop_front() {
            if range.start >= address.end {
                texts.push_front((text, range));
                break;
            }
            let source = &self.text[range.clone()];
            // By its place, not by its letters: a line of addresses would be compared again for each.
            let is_as_written = std::ptr::eq::<str>(&*text, source);
            if range.end <= address.start || (range.start < address.start && !is_as_written) {
                self.give(Piece::Markdown(Event::Text(text)), range);
                continue;
            }
            let inner = range.start.max(address.start)..range.end.min(address.end);
            if range.start < inner.start {
                let before = CowStr::Borrowed(&self.text[range.start..inner.start]);
                self.give(Piece::Markdown(Event::Text(before)), range.start..inner.start);
            }
            if is_as_written {
                target.push_str(&self.text[inner.clone()]);
                if inner.end < range.end {
                    let after = CowStr::Borrowed(&self.text[inner.end..range.end]);
                    texts.push_front((after, inner.end..range.end));
                }
            } else if source.starts_with('&') {
                target.push_str(&text);
            } else {
                // Smart punctuation is for words: in an address the characters stay as they are.
                target.push_str(source);
            }
        }
        let target = CowStr::from(target);
        let link = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: target.clone(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        for event in [Event::Start(link), Event::Text(target), Event::End(TagEnd::Link)] {
            self.give(Piece::Markdown(event), address.clone());
        }
    }
}

/// Where `://` stands in `text` at or after byte `from`; the text's end where it does not.
pub(super) fn next_bare(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(colon) = text[at..].find(':').map(|colon| at + colon) {
        if text.as_bytes()[colon..].starts_with(b"://") {
            return colon;
        }
        at = colon + 1;
    }
    text.len()
}
