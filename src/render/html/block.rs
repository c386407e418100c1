//! Blocks whose end depends on what they hold: headings, paragraphs, code, alerts, footnotes.

use std::iter::Peekable;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};

use super::footnotes::push;
use super::write::Page;
use super::{Anchors, escape};
use crate::parse::markdown::ids::is_token;
use crate::parse::markdown::read::Piece;

impl<'a> Page<'a, '_> {
    /// Begins a heading. One without words is none among the facts, and would be read out as nothing:
    /// what it holds stands in a paragraph.
    pub(super) fn start_heading(&mut self, level: u8, classes: &[CowStr<'_>], range: &Range<usize>) {
        self.line();
        let start = self.out.len();
        let at = self.facts.headings.binary_search_by_key(&range.start, |heading| heading.span.range().start);
        let heading = at.ok().map(|at| &self.facts.headings[at]);
        self.is_left_out =
            heading.is_some() && heading.map(std::ptr::from_ref) == self.left_out.map(std::ptr::from_ref);
        self.current = heading;
        match heading {
            None => self.out.push_str("<p>"),
            Some(heading) => {
                if self.settings.anchors == Anchors::Beside {
                    self.out.push_str("<div class=\"heading\">");
                }
                push(&mut self.out, format_args!("<h{level} id=\""));
                escape::attribute(&mut self.out, &heading.id);
                let classes: Vec<&str> = classes.iter().map(|class| &**class).filter(|class| is_token(class)).collect();
                if !classes.is_empty() {
                    push(&mut self.out, format_args!("\" class=\"{}", classes.join(" ")));
                }
                self.out.push_str("\">");
            }
        }
        self.heading = (start, self.out.len());
    }

    pub(super) fn end_heading(&mut self, level: u8) {
        self.end_label();
        let (start, text) = self.heading;
        if mem::take(&mut self.is_left_out) || self.out[text..].trim().is_empty() {
            self.out.truncate(start);
            return;
        }
        let Some(heading) = self.current else {
            self.out.push_str("</p>\n");
            return;
        };
        push(&mut self.out, format_args!("</h{level}>"));
        if self.settings.anchors == Anchors::Beside {
            self.out.push_str("<a class=\"anchor\" href=\"#");
            escape::address(&mut self.out, &heading.id);
            self.out.push_str("\" aria-label=\"");
            escape::attribute(&mut self.out, &self.settings.words.section.replacen("{}", &heading.text, 1));
            self.out.push_str("\">#</a></div>");
        }
        self.out.push('\n');
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_label();
        if let Some(figure) = self.figure.take() {
            figure.end(&mut self.out);
        } else if self.paragraph.is_some_and(|start| self.out.len() == start + "<p>".len()) {
            self.out.truncate(self.out.len() - "<p>".len());
        } else {
            // The last line of raw HTML shown as text ends with its line end.
            self.out.truncate(self.out.trim_end_matches('\n').len());
            self.out.push_str("</p>\n");
        }
        self.paragraph = None;
    }

    pub(super) fn end_code(&mut self) {
        let Some((fact, code)) = self.code.take() else { return };
        let language = fact.and_then(|fact| fact.language.as_deref());
        if let Some(fact) = fact.filter(|_| language.is_some())
            && (self.settings.component)(fact.span.range().start, &mut self.out)
        {
            return;
        }
        self.out.push_str("<pre tabindex=\"0\"><code");
        if let Some(language) = language {
            self.out.push_str(" class=\"language-");
            escape::attribute(&mut self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
        let language = language.filter(|_| fact.is_some_and(|fact| fact.is_coloured));
        if !language.is_some_and(|language| (self.settings.highlight)(language, &code, &mut self.out)) {
            escape::text(&mut self.out, &code);
        }
        self.out.push_str("</code></pre>\n");
    }

    pub(super) fn alert(&mut self, kind: BlockQuoteKind) {
        let (at, name) = match kind {
            BlockQuoteKind::Note => (0, "note"),
            BlockQuoteKind::Tip => (1, "tip"),
            BlockQuoteKind::Important => (2, "important"),
            BlockQuoteKind::Warning => (3, "warning"),
            BlockQuoteKind::Caution => (4, "caution"),
        };
        push(
            &mut self.out,
            format_args!("<div class=\"alert alert-{name}\" role=\"note\">\n<p class=\"alert-title\">"),
        );
        escape::text(&mut self.out, self.settings.words.alerts[at]);
        self.out.push_str("</p>\n");
    }

    /// Keeps the footnote that has begun, up to its end. Footnotes within it are kept as well.
    pub(super) fn footnote<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(
        &mut self,
        label: &str,
        pieces: &mut Peekable<I>,
    ) {
        let mut open = vec![(label.to_owned(), Vec::new())];
        while let Some((_, kept)) = open.last_mut() {
            match pieces.next() {
                Some((Piece::Markdown(Event::Start(Tag::FootnoteDefinition(label))), _)) => {
                    open.push((label.to_string(), Vec::new()));
                }
                Some((Piece::Markdown(Event::End(TagEnd::FootnoteDefinition)), _)) | None => {
                    if let Some((label, kept)) = open.pop() {
                        self.footnotes.keep(&label, kept);
                    }
                }
                Some(piece) => kept.push(piece),
            }
        }
    }
}
