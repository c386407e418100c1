//! The pieces of a body, as the facts and the page both read them.
//!
//! 1. The parser's events, with bytes of the whole source.
//! 2. `definitions`: what only looks like a definition list is none.
//! 3. `html`: raw HTML becomes elements that are let through, balanced whatever the
//!    author wrote, and text.
//! 4. `autolink`: bare addresses in running text become links. Words between two prices are no formula.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::mem;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::autolink::next_bare;
use super::definitions::Definitions;
use super::open::Opened;
use super::raw::Element;
use crate::parse::facts::{Remark, RemarkKind};
use crate::parse::maths;
use crate::source::Span;

/// A piece of a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// An event of the parser, never one of raw HTML.
    Markdown(Event<'a>),
    /// The beginning of an element that is let through, or a void one as a whole, and its title.
    Open(Element, Option<String>),
    /// The end of an element that is let through.
    Close(Element),
    /// Folded text begins without a summary.
    SummaryMissing,
}

/// The pieces of a body in their order, each with its bytes in the whole source.
///
/// Elements that are let through are balanced: each is closed before the block or the Markdown around
/// it ends, and an end without a beginning is text.
pub struct Reading<'a> {
    events: Definitions<'a, Undefined>,
    pub(super) ahead: Option<(Event<'a>, Range<usize>)>,
    /// What was read and not handed out yet.
    queue: VecDeque<(Piece<'a>, Range<usize>)>,
    pub(super) text: &'a str,
    pub(super) offset: usize,
    pub(super) opened: Opened,
    /// Whether the last piece began folded text.
    summary_due: bool,
    has_raw: bool,
    /// Where `://` stands next; the text's end where it does not.
    pub(super) next_bare: usize,
    /// How many links, images and code blocks are open: there is no bare address in them.
    literal: usize,
    remarks: Rc<RefCell<Vec<Remark>>>,
    pub(super) comments: Vec<Span>,
}

/// Notes references in full and collapsed form without a definition, and defines none.
/// A label alone in brackets is ordinary prose far too often to be worth a word.
struct Undefined {
    offset: usize,
    remarks: Rc<RefCell<Vec<Remark>>>,
}

impl<'a> BrokenLinkCallback<'a> for Undefined {
    fn handle_broken_link(&mut self, link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            let kind = RemarkKind::UndefinedReference(short(&link.reference));
            let span = Span::new(link.span.start, link.span.end).moved(self.offset);
            self.remarks.borrow_mut().push(Remark { kind, span });
        }
        None
    }
}

/// The pieces of `body` in `text`.
pub fn read(text: &str, body: Span) -> Reading<'_> {
    let source = &text[body.range()];
    let offset = body.range().start;
    let remarks = Rc::new(RefCell::new(Vec::new()));
    let undefined = Undefined { offset, remarks: Rc::clone(&remarks) };
    Reading {
        events: Definitions::new(
            Parser::new_with_broken_link_callback(source, options(), Some(undefined)).into_offset_iter(),
            source,
        ),
        ahead: None,
        queue: VecDeque::new(),
        text,
        offset,
        opened: Opened::default(),
        summary_due: false,
        has_raw: source.contains('<'),
        next_bare: next_bare(text, offset),
        literal: 0,
        remarks,
        comments: Vec::new(),
    }
}

/// `text` cut to a length that a message can show.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(100) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

impl<'a> Reading<'a> {
    /// What was noticed in all that was read, and the places of comments.
    pub(super) fn noticed(self) -> (Vec<Remark>, Vec<Span>) {
        (self.remarks.take(), self.comments)
    }

    /// Notes `kind` at `range`.
    pub(super) fn remark(&self, kind: RemarkKind, range: Range<usize>) {
        self.remarks.borrow_mut().push(Remark { kind, span: Span::new(range.start, range.end) });
    }

    /// Hands `piece` out next. Folded text has a summary before anything else.
    pub(super) fn give(&mut self, piece: Piece<'a>, range: Range<usize>) {
        if self.summary_due && piece != Piece::Open(Element::Summary, None) {
            self.queue.push_back((Piece::SummaryMissing, range.start..range.start));
        }
        self.summary_due = matches!(piece, Piece::Open(Element::Details, _));
        self.queue.push_back((piece, range));
    }

    /// Whether folded text has just begun, so that its summary may follow.
    pub(super) fn is_summary_due(&self) -> bool {
        self.summary_due
    }

    /// The parser's next event.
    pub(super) fn event(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        self.ahead.take().or_else(|| {
            let (event, range) = self.events.next()?;
            Some((event, range.start + self.offset..range.end + self.offset))
        })
    }

    /// Closes elements that `last` names, one after the other, and says that they were not.
    pub(super) fn close_while(&mut self, last: fn(&mut Opened) -> Option<(Element, usize)>, at: usize) {
        while let Some((element, start)) = last(&mut self.opened) {
            self.remark(RemarkKind::UnbalancedHtml(element.name()), start..start + element.name().len() + 1);
            self.give(Piece::Close(element), at..at);
        }
    }

    /// Whether `event` is a piece as it is; if so, what it opens or closes is noted.
    fn passes(&mut self, event: &Event<'a>, range: &Range<usize>) -> bool {
        if self.summary_due {
            return false;
        }
        match event {
            Event::Text(_) => self.literal > 0 || !self.has_bare_in(range),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) | Event::Html(_) => false,
            Event::InlineMath(content) => !maths::is_prose(content, &self.text[range.end..]),
            Event::Start(tag) => {
                if self.has_raw {
                    if self.opened.is_in_element() && !is_inline(tag) {
                        return false;
                    }
                    self.opened.enter();
                }
                self.literal += usize::from(is_literal(&tag.to_end()));
                true
            }
            Event::End(tag) => {
                if self.has_raw {
                    if self.opened.is_in_element() {
                        return false;
                    }
                    self.opened.leave();
                }
                self.literal -= usize::from(is_literal(tag));
                true
            }
            _ => true,
        }
    }

    /// Hands out what `event` stands for.
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html_block(),
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, range),
            Event::Text(text) if self.literal == 0 && self.has_bare_in(&range) => self.running_text(text, range),
            Event::InlineMath(content) if maths::is_prose(&content, &self.text[range.end..]) => {
                let text = CowStr::Borrowed(&self.text[range.clone()]);
                self.give(Piece::Markdown(Event::Text(text)), range);
            }
            Event::Start(tag) => {
                self.literal += usize::from(is_literal(&tag.to_end()));
                if !is_inline(&tag) {
                    self.close_while(Opened::close_last_inline, range.start);
                }
                self.opened.enter();
                self.give(Piece::Markdown(Event::Start(tag)), range);
            }
            Event::End(tag) => {
                self.literal -= usize::from(is_literal(&tag));
                self.close_while(Opened::close_last, range.end);
                self.opened.leave();
                self.give(Piece::Markdown(Event::End(tag)), range);
            }
            other => self.give(Piece::Markdown(other), range),
        }
    }

    /// What is left when there are no more events.
    fn last(&mut self) -> Option<(Piece<'a>, Range<usize>)> {
        let end = self.text.len();
        self.close_while(Opened::close_last, end);
        if mem::take(&mut self.summary_due) {
            self.queue.push_front((Piece::SummaryMissing, end..end));
        }
        self.queue.pop_front()
    }
}

impl<'a> Iterator for Reading<'a> {
    type Item = (Piece<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            // Nearly every event is a piece as it is. It is moved as seldom as can be: events are large.
            if self.queue.is_empty() && self.ahead.is_none() {
                let Some((event, range)) = self.events.next() else { return self.last() };
                let range = range.start + self.offset..range.end + self.offset;
                if self.passes(&event, &range) {
                    return Some((Piece::Markdown(event), range));
                }
                self.take(event, range);
            } else if let Some(piece) = self.queue.pop_front() {
                return Some(piece);
            } else if let Some((event, range)) = self.ahead.take() {
                self.take(event, range);
            }
        }
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_MATH
}

fn is_literal(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock)
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
