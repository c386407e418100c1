//! Raw HTML in a body: what is let through becomes elements, all else becomes text.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::open::Opened;
use super::raw::{Element, Token, tokens};
use super::read::{Piece, Reading, short};
use crate::parse::facts::RemarkKind;
use crate::source::Span;

/// The HTML of a block, its lines joined: quotes and lists around it leave gaps between them.
struct Block<'a> {
    html: CowStr<'a>,
    /// Where each line begins, in `html` and in the source.
    lines: Vec<(usize, usize)>,
}

impl<'a> Reading<'a> {
    /// One tag or comment in running text.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        for (token, piece) in tokens(html) {
            // Within quotes the lines of a tag have marks between them that its text has not.
            let place = match html.len() == range.len() {
                true => range.start + piece.start..range.start + piece.end,
                false => range.clone(),
            };
            match token {
                // Blocks in running text would end the paragraph in the browser's eyes.
                Token::Open(element, _) | Token::Close(element) if element.is_block() => {
                    let kind = match token {
                        Token::Close(_) => RemarkKind::UnbalancedHtml(element.name()),
                        _ => RemarkKind::RawHtml(element.name().to_owned()),
                    };
                    self.remark(kind, place.clone());
                    self.say(&html[piece], place);
                }
                token => self.inline_token(token, &html[piece], place),
            }
        }
    }

    /// A block of HTML, after its beginning: what it holds until its end.
    pub(super) fn html_block(&mut self) {
        let block = self.block();
        let mut in_paragraph = false;
        let mut end = block.place(&(0..0)).start;
        self.close_while(Opened::close_last_inline, end);
        for (token, piece) in tokens(&block.html) {
            let place = block.place(&piece);
            end = place.end;
            let mut text = &block.html[piece];
            match token {
                Token::Open(Element::Summary, _)
                    if self.is_summary_due() && self.opened.open(Element::Summary, place.start) =>
                {
                    self.give(Piece::Open(Element::Summary, None), place);
                    continue;
                }
                Token::Open(Element::Details, _) if !self.opened.in_summary() => {
                    self.end_paragraph(&mut in_paragraph, place.start);
                    if self.opened.open(Element::Details, place.start) {
                        self.give(Piece::Open(Element::Details, None), place);
                        continue;
                    }
                }
                Token::Close(element) if element.is_block() && self.closes(element, &mut in_paragraph, &place) => {
                    continue;
                }
                Token::Text if text.trim().is_empty() && !in_paragraph && !self.opened.in_summary() => continue,
                Token::Comment => {
                    self.comments.push(Span::new(place.start, place.end));
                    continue;
                }
                _ => {}
            }
            if !in_paragraph && !self.opened.in_summary() {
                self.give(Piece::Markdown(Event::Start(Tag::Paragraph)), place.clone());
                self.opened.enter();
                in_paragraph = true;
                text = text.trim_start();
            }
            match token {
                Token::Open(element, _) | Token::Close(element) if element.is_block() => {
                    self.remark(RemarkKind::UnbalancedHtml(element.name()), place.clone());
                    self.say(text, place);
                }
                token => self.inline_token(token, text, place),
            }
        }
        self.end_paragraph(&mut in_paragraph, end);
        if self.opened.in_summary() {
            self.close_while(Opened::close_last_inline, end);
        }
    }

    /// The joined lines of the block that has begun, up to its end.
    fn block(&mut self) -> Block<'a> {
        let mut block = Block { html: CowStr::Borrowed(""), lines: Vec::new() };
        let mut joined = String::new();
        while let Some((event, range)) = self.event() {
            match event {
                Event::Html(html) | Event::Text(html) => {
                    block.lines.push((joined.len(), range.start));
                    joined.push_str(&html);
                }
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        block.html = CowStr::from(joined);
        block
    }

    /// A token where running text stands.
    fn inline_token(&mut self, token: Token<'_>, text: &str, place: Range<usize>) {
        match token {
            Token::Comment => self.comments.push(Span::new(place.start, place.end)),
            Token::Open(element, _) if element.is_void() => self.give(Piece::Open(element, None), place),
            Token::Open(element, title) => {
                if self.opened.open(element, place.start) {
                    self.give(Piece::Open(element, title), place);
                } else {
                    self.remark(RemarkKind::TooDeep, place.clone());
                    self.say(text, place);
                }
            }
            Token::Close(element) if self.opened.holds(element) => self.close(element, &place),
            Token::Close(element) => {
                self.remark(RemarkKind::UnbalancedHtml(element.name()), place.clone());
                self.say(text, place);
            }
            Token::Refused(name) => {
                self.remark(RemarkKind::RawHtml(short(&name.to_ascii_lowercase())), place.clone());
                self.say(text, place);
            }
            Token::RefusedEnd | Token::Text => self.say(text, place),
        }
    }

    /// Closes what lies open within `element`, and it.
    fn close(&mut self, element: Element, place: &Range<usize>) {
        while let Some((inner, start)) = self.opened.close_last() {
            self.give(Piece::Close(inner), place.clone());
            if inner == element {
                return;
            }
            self.remark(RemarkKind::UnbalancedHtml(inner.name()), start..start + inner.name().len() + 1);
        }
    }

    /// Closes `element`, one that stands among blocks, if it is open here; whether it was.
    fn closes(&mut self, element: Element, in_paragraph: &mut bool, place: &Range<usize>) -> bool {
        if element == Element::Details {
            self.end_paragraph(in_paragraph, place.start);
        }
        let is_open = self.opened.holds(element);
        if is_open {
            self.close(element, place);
        }
        is_open
    }

    fn end_paragraph(&mut self, in_paragraph: &mut bool, at: usize) {
        if *in_paragraph {
            self.close_while(Opened::close_last, at);
            self.opened.leave();
            self.give(Piece::Markdown(Event::End(TagEnd::Paragraph)), at..at);
            *in_paragraph = false;
        }
    }

    fn say(&mut self, text: &str, place: Range<usize>) {
        self.give(Piece::Markdown(Event::Text(CowStr::from(text.to_owned()))), place);
    }
}

impl Block<'_> {
    /// The bytes of the source that `piece` of the joined lines stands for.
    fn place(&self, piece: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= byte).saturating_sub(1);
            self.lines.get(line).map_or(0, |(start, source)| source + byte - start)
        };
        at(piece.start)..at(piece.end.saturating_sub(1).max(piece.start)) + usize::from(!piece.is_empty())
    }
}
