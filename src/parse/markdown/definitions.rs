//! Definition lists, and what only looks like one.
//!
//! The parser takes every line that begins with a colon below a paragraph for a definition: `:30`,
//! `:)`, the fences `:::` of other generators. Here a definition begins with a colon and a blank; what
//! was meant otherwise becomes the paragraphs it would have been, its colons included.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Tag, TagEnd};

/// An event and its bytes.
type Placed<'a> = (Event<'a>, Range<usize>);

/// The parser's events, in which every definition list is meant as one.
pub(super) struct Definitions<'a, F: pulldown_cmark::BrokenLinkCallback<'a>> {
    events: OffsetIter<'a, F>,
    source: &'a str,
    queue: VecDeque<Placed<'a>>,
}

impl<'a, F: pulldown_cmark::BrokenLinkCallback<'a>> Definitions<'a, F> {
    /// The `events` of `source`.
    pub(super) fn new(events: OffsetIter<'a, F>, source: &'a str) -> Self {
        Self { events, source, queue: VecDeque::new() }
    }

    /// Reads the list that `first` begins to its end, and hands out what it is.
    fn list(&mut self, first: Placed<'a>) {
        let mut events = vec![first];
        let mut depth = 1;
        while depth > 0 {
            let Some(placed) = self.events.next() else { break };
            match placed.0 {
                Event::Start(Tag::DefinitionList) => depth += 1,
                Event::End(TagEnd::DefinitionList) => depth -= 1,
                _ => {}
            }
            events.push(placed);
        }
        let meant = meant(self.source, &events);
        if meant.iter().all(|meant| *meant) {
            self.queue.extend(events);
        } else {
            Plain { source: self.source, out: &mut self.queue, levels: Vec::new() }.write(events, &meant);
        }
    }
}

impl<'a, F: pulldown_cmark::BrokenLinkCallback<'a>> Iterator for Definitions<'a, F> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        if let Some(placed) = self.queue.pop_front() {
            return Some(placed);
        }
        let placed = self.events.next()?;
        if matches!(placed.0, Event::Start(Tag::DefinitionList)) {
            self.list(placed);
            return self.queue.pop_front();
        }
        Some(placed)
    }
}

/// For each term in `events`, in their order, whether all that stands below it is meant as a definition.
fn meant(source: &str, events: &[Placed<'_>]) -> Vec<bool> {
    let (mut meant, mut open) = (Vec::new(), Vec::new());
    for (event, range) in events {
        match event {
            Event::Start(Tag::DefinitionList) => open.push(0),
            Event::End(TagEnd::DefinitionList) => drop(open.pop()),
            Event::Start(Tag::DefinitionListTitle) => {
                if let Some(term) = open.last_mut() {
                    *term = meant.len();
                }
                meant.push(true);
            }
            Event::Start(Tag::DefinitionListDefinition) if !is_definition(source, range) => {
                if let Some(is_meant) = open.last().and_then(|term| meant.get_mut(*term)) {
                    *is_meant = false;
                }
            }
            _ => {}
        }
    }
    meant
}

/// Where the colon of the definition at `range` stands.
fn colon(source: &str, range: &Range<usize>) -> usize {
    let text = &source[range.clone()];
    range.start + text.len() - text.trim_start_matches([' ', '\t']).len()
}

fn is_definition(source: &str, range: &Range<usize>) -> bool {
    matches!(source.as_bytes().get(colon(source, range) + 1), Some(b' ' | b'\t'))
}

/// Whether a blank line stands before the line that holds byte `at`.
fn is_apart(source: &str, at: usize) -> bool {
    let mut above = source[..at].trim_end_matches([' ', '\t', '>']).trim_end_matches('\n').trim_end_matches('\r');
    above = above.rsplit('\n').next().unwrap_or_default();
    source[..at].ends_with("\n\n") || above.trim_matches([' ', '\t', '>', '\r']).is_empty()
}

/// Writes terms without definitions as paragraphs.
struct Plain<'a, 'q> {
    source: &'a str,
    out: &'q mut VecDeque<Placed<'a>>,
    /// What is open, outermost first.
    levels: Vec<Level>,
}

#[derive(Clone, Copy, PartialEq)]
enum Level {
    /// A list of which nothing is open in the page.
    List,
    /// One that is open in the page.
    Open,
    /// One whose present term is none.
    None,
    /// The same, and a paragraph of ours is open.
    Paragraph,
    /// Anything else.
    Other,
}

impl<'a> Plain<'a, '_> {
    fn write(&mut self, events: Vec<Placed<'a>>, meant: &[bool]) {
        let mut terms = meant.iter();
        let mut events = events.into_iter().peekable();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::DefinitionList) => {
                    self.close(range.start);
                    self.levels.push(Level::List);
                }
                Event::End(TagEnd::DefinitionList) => {
                    self.close(range.end);
                    if self.levels.pop() == Some(Level::Open) {
                        self.out.push_back((Event::End(TagEnd::DefinitionList), range));
                    }
                }
                Event::Start(Tag::DefinitionListTitle) => {
                    let is_meant = terms.next().copied().unwrap_or(true);
                    self.term(is_meant, range);
                }
                Event::End(TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition) if self.is_none() => {}
                Event::Start(Tag::DefinitionListDefinition) if self.is_none() => {
                    let is_block = matches!(events.peek(), Some((Event::Start(Tag::Paragraph), _)));
                    if is_block && is_apart(self.source, range.start) {
                        self.close(range.start);
                    }
                    self.mark(&range);
                }
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => {
                    self.levels.pop();
                    self.out.push_back((Event::End(tag), range));
                }
                Event::Rule => {
                    self.close(range.start);
                    self.out.push_back((Event::Rule, range));
                }
                other => {
                    self.open(range.start);
                    self.out.push_back((other, range));
                }
            }
        }
    }

    fn is_none(&self) -> bool {
        matches!(self.levels.last(), Some(Level::None | Level::Paragraph))
    }

    /// A term begins, which is one or not.
    fn term(&mut self, is_meant: bool, range: Range<usize>) {
        self.close(range.start);
        let Some(level) = self.levels.last_mut() else { return };
        match (is_meant, *level) {
            (true, Level::Open) | (false, Level::None) => {}
            (true, _) => self.out.push_back((Event::Start(Tag::DefinitionList), range.start..range.start)),
            (false, Level::Open) => {
                self.out.push_back((Event::End(TagEnd::DefinitionList), range.start..range.start));
            }
            (false, _) => {}
        }
        *level = if is_meant { Level::Open } else { Level::None };
        if is_meant {
            self.levels.push(Level::Other);
            self.out.push_back((Event::Start(Tag::DefinitionListTitle), range));
        }
    }

    /// Hands out the colon of the definition at `range`.
    fn mark(&mut self, range: &Range<usize>) {
        let at = colon(self.source, range);
        if self.levels.last() == Some(&Level::Paragraph) {
            self.out.push_back((Event::SoftBreak, range.start..range.start));
        }
        self.open(at);
        let end = at + if is_definition(self.source, range) { 2 } else { 1 };
        self.out.push_back((Event::Text(CowStr::Borrowed(&self.source[at..end])), at..end));
    }

    /// Begins `tag`: a block ends the paragraph of ours, and running text begins one. A paragraph goes
    /// on in the one that holds its colon.
    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let is_inline =
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. });
        if is_inline {
            self.open(range.start);
        } else if matches!(tag, Tag::Paragraph) && self.ends_with_mark() {
            // What was begun for the colon becomes the paragraph itself.
            if let Some(level) = self.levels.last_mut() {
                *level = Level::None;
            }
            self.levels.push(Level::Other);
            return;
        } else {
            self.close(range.start);
        }
        self.levels.push(Level::Other);
        self.out.push_back((Event::Start(tag), range));
    }

    /// Whether the last event is a colon in a paragraph of ours.
    fn ends_with_mark(&self) -> bool {
        self.levels.last() == Some(&Level::Paragraph)
            && matches!(self.out.back(), Some((Event::Text(text), _)) if text.trim_end() == ":")
    }

    fn open(&mut self, at: usize) {
        if let Some(level @ Level::None) = self.levels.last_mut() {
            *level = Level::Paragraph;
            self.out.push_back((Event::Start(Tag::Paragraph), at..at));
        }
    }

    fn close(&mut self, at: usize) {
        if let Some(level @ Level::Paragraph) = self.levels.last_mut() {
            *level = Level::None;
            self.out.push_back((Event::End(TagEnd::Paragraph), at..at));
        }
    }
}
