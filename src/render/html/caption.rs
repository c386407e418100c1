//! Captions: a paragraph `Table: …` beside a table.

use std::iter::Peekable;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::escape;
use super::table::Table;
use super::write::Page;
use crate::parse::markdown::read::Piece;

impl<'a, 's> Page<'a, 's> {
    /// Whether a paragraph that begins with `piece` may be a caption.
    pub(super) fn is_caption(&self, piece: Option<&(Piece<'a>, Range<usize>)>) -> bool {
        matches!(piece, Some((Piece::Markdown(Event::Text(text)), _)) if self.caption_mark(text).is_some())
    }

    /// What a caption begins with, where `text` begins so.
    pub(super) fn caption_mark(&self, text: &str) -> Option<&'s str> {
        [self.settings.words.caption, "Table:"].into_iter().find(|mark| !mark.is_empty() && text.starts_with(mark))
    }

    /// Reads a paragraph that may be a caption: of the table before it, or else of one after it.
    pub(super) fn caption<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(&mut self, pieces: &mut Peekable<I>) {
        let before = self.ended.take_if(|table| table.caption.is_none());
        self.end_table();
        let page = mem::take(&mut self.out);
        let mut mark = "";
        if let Some((Piece::Markdown(Event::Text(text)), _)) = pieces.next() {
            mark = self.caption_mark(&text).unwrap_or_default();
            self.text(text[mark.len()..].trim_start());
        }
        while let Some((piece, range)) =
            pieces.next_if(|(piece, _)| *piece != Piece::Markdown(Event::End(TagEnd::Paragraph)))
        {
            self.piece(piece, &range);
        }
        pieces.next();
        let caption = Some(mem::replace(&mut self.out, page)).filter(|caption| !caption.trim().is_empty());
        let is_table_next = matches!(pieces.peek(), Some((Piece::Markdown(Event::Start(Tag::Table(_))), _)));
        match before {
            Some(mut table) => {
                table.caption = caption;
                table.write(&self.settings.words, &mut self.out);
            }
            None if is_table_next => self.caption = caption,
            None => {
                self.line();
                self.out.push_str("<p>");
                escape::text(&mut self.out, mark);
                if let Some(caption) = caption {
                    self.out.push(' ');
                    self.out.push_str(&caption);
                }
                self.out.push_str("</p>\n");
            }
        }
    }

    pub(super) fn end_table(&mut self) {
        if let Some(table) = self.ended.take() {
            table.write(&self.settings.words, &mut self.out);
        }
    }

    pub(super) fn with_table(&mut self, step: fn(&mut Table, &mut String)) {
        if let Some((table, _)) = &mut self.table {
            step(table, &mut self.out);
        }
    }
}
