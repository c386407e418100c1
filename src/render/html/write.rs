//! Blocks and running text, written to one string.

use std::iter::Peekable;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::footnotes::{Footnotes, push};
use super::image::{Figure, Image};
use super::table::Table;
use super::{Links, Settings, Title, escape};
use crate::parse::address::{Scheme, scheme};
use crate::parse::facts::{Code, Facts, Heading};
use crate::parse::markdown::read::{Piece, Reading};
use crate::parse::maths::Display;

/// Writes what `reading` reads to `out`, footnotes last.
pub(super) fn write(out: &mut String, reading: Reading<'_>, facts: &Facts, links: &dyn Links, settings: Settings<'_>) {
    let left_out = match settings.title {
        Title::Shown => None,
        Title::LeftOut => facts.headings.iter().find(|heading| heading.level == 1),
    };
    let mut page = Page { out: mem::take(out), left_out, ..Page::new(facts, links, settings) };
    page.pieces(&mut reading.peekable());
    let text = mem::take(&mut page.out);
    let mut bodies = Vec::new();
    while let Some(pieces) = page.footnotes.next(bodies.len()) {
        page.pieces(&mut pieces.into_iter().peekable());
        bodies.push(mem::take(&mut page.out));
    }
    *out = text;
    page.footnotes.write(&bodies, &settings.words, out);
}

/// A page while it is written.
pub(super) struct Page<'a, 's> {
    pub(super) out: String,
    pub(super) facts: &'s Facts,
    pub(super) links: &'s dyn Links,
    pub(super) settings: Settings<'s>,
    /// The heading that titles the page elsewhere.
    pub(super) left_out: Option<&'s Heading>,
    pub(super) footnotes: Footnotes<'a>,
    /// The table that is open; `out` holds its rows meanwhile and this the page.
    pub(super) table: Option<(Table, String)>,
    /// A table that is written but for its caption, which may follow.
    pub(super) ended: Option<Table>,
    /// A caption that was read before its table.
    pub(super) caption: Option<String>,
    pub(super) tables: usize,
    /// Where the heading begins that is open, and where its text does.
    pub(super) heading: (usize, usize),
    /// The fact of the heading that is open.
    pub(super) current: Option<&'s Heading>,
    /// Whether a heading is open that is left out.
    pub(super) is_left_out: bool,
    /// Where the paragraph begins that is open.
    pub(super) paragraph: Option<usize>,
    pub(super) figure: Option<Figure>,
    pub(super) image: Option<Image>,
    pub(super) images_open: usize,
    pub(super) images: usize,
    /// For each link that is open, whether it is one in the page.
    pub(super) links_open: Vec<bool>,
    /// Where the item that began last takes its class.
    pub(super) item: usize,
    /// Whether the label of a task is open.
    pub(super) in_label: bool,
    /// The code block that is open.
    pub(super) code: Option<(Option<&'s Code>, String)>,
}

impl<'a, 's> Page<'a, 's> {
    pub(super) fn new(facts: &'s Facts, links: &'s dyn Links, settings: Settings<'s>) -> Self {
        Self {
            out: String::new(),
            facts,
            links,
            settings,
            left_out: None,
            footnotes: Footnotes::default(),
            table: None,
            ended: None,
            caption: None,
            tables: 0,
            heading: (0, 0),
            current: None,
            is_left_out: false,
            paragraph: None,
            figure: None,
            image: None,
            images_open: 0,
            images: 0,
            links_open: Vec::new(),
            item: 0,
            in_label: false,
            code: None,
        }
    }

    pub(super) fn pieces<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(&mut self, pieces: &mut Peekable<I>) {
        while let Some((piece, range)) = pieces.next() {
            if piece == Piece::Markdown(Event::Start(Tag::Paragraph)) && self.is_caption(pieces.peek()) {
                self.caption(pieces);
                continue;
            }
            self.end_table();
            match piece {
                Piece::Markdown(Event::Start(Tag::FootnoteDefinition(label))) => self.footnote(&label, pieces),
                piece => self.piece(piece, &range),
            }
        }
        self.end_table();
    }

    pub(super) fn piece(&mut self, piece: Piece<'a>, range: &Range<usize>) {
        match piece {
            Piece::Markdown(Event::Text(text)) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.text(&text),
            },
            _ if self.images_open > 0 => self.within_image(piece),
            Piece::Markdown(event) => self.event(event, range),
            Piece::Open(element, title) => self.open(element, title.as_deref()),
            Piece::Close(element) => {
                push(&mut self.out, format_args!("</{}>", element.name()));
                if element.is_block() {
                    self.out.push('\n');
                }
            }
            Piece::SummaryMissing => {
                self.out.push_str("<summary>");
                escape::text(&mut self.out, self.settings.words.details);
                self.out.push_str("</summary>\n");
            }
        }
    }

    pub(super) fn event(&mut self, event: Event<'a>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(&code);
                self.out.push_str("</code>");
            }
            Event::InlineMath(latex) => self.formula(&latex, Display::Inline, "$"),
            Event::DisplayMath(latex) => self.formula(&latex, Display::Block, "$$"),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.line();
                self.out.push_str("<hr>\n");
            }
            Event::TaskListMarker(is_done) => {
                let class = " class=\"task\"";
                self.out.insert_str(self.item, class);
                // A task may be the heading that its item begins with.
                self.heading = (self.heading.0 + class.len(), self.heading.1 + class.len());
                self.out.push_str("<label><input type=\"checkbox\" disabled");
                self.out.push_str(if is_done { " checked> " } else { "> " });
                self.in_label = true;
                self.paragraph = None;
            }
            // A reference that is not in the page would be led back to in vain, and one in a link is a link in a link.
            Event::FootnoteReference(label) if !self.is_left_out && !self.links_open.contains(&true) => {
                self.footnotes.refer(&label, &self.settings.words, &mut self.out);
            }
            _ => {}
        }
    }

    pub(super) fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.line();
                self.paragraph = Some(self.out.len());
                self.out.push_str("<p>");
            }
            Tag::Heading { level, classes, .. } => self.start_heading(level as u8, &classes, range),
            Tag::BlockQuote(kind) => {
                self.line();
                match kind {
                    None => self.out.push_str("<blockquote>\n"),
                    Some(kind) => self.alert(kind),
                }
            }
            Tag::CodeBlock(_) => {
                self.line();
                let at = self.facts.codes.binary_search_by_key(&range.start, |code| code.span.range().start);
                self.code = Some((at.ok().map(|at| &self.facts.codes[at]), String::new()));
            }
            Tag::List(first) => {
                self.line();
                match first {
                    None => self.out.push_str("<ul>\n"),
                    Some(1) => self.out.push_str("<ol>\n"),
                    Some(first) => push(&mut self.out, format_args!("<ol start=\"{first}\">\n")),
                }
            }
            Tag::Item => {
                self.line();
                self.out.push_str("<li");
                self.item = self.out.len();
                self.out.push('>');
            }
            Tag::DefinitionList => {
                self.line();
                self.out.push_str("<dl>\n");
            }
            Tag::DefinitionListTitle => {
                self.line();
                self.out.push_str("<dt>");
            }
            Tag::DefinitionListDefinition => {
                self.line();
                self.out.push_str("<dd>");
            }
            Tag::Table(alignments) => {
                self.line();
                self.tables += 1;
                let table = Table::new(alignments, self.tables, self.caption.take());
                self.table = Some((table, mem::take(&mut self.out)));
            }
            Tag::TableHead | Tag::TableRow => self.with_table(Table::start_row),
            Tag::TableCell => self.with_table(Table::start_cell),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => {
                self.images_open = 1;
                let picture = self.links.picture(&dest_url).filter(|picture| {
                    !picture.src.is_empty() && matches!(scheme(&picture.src), Scheme::Relative | Scheme::Web)
                });
                self.image = Some(Image { picture, title: title.into_string(), alt: String::new() });
            }
            _ => {}
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::BlockQuote(kind) => {
                self.line();
                self.out.push_str(if kind.is_some() { "</div>\n" } else { "</blockquote>\n" });
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(is_ordered) => self.out.push_str(if is_ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => {
                self.end_label();
                self.out.push_str("</li>\n");
            }
            TagEnd::DefinitionList => self.out.push_str("</dl>\n"),
            TagEnd::DefinitionListTitle => {
                self.end_label();
                self.out.push_str("</dt>\n");
            }
            TagEnd::DefinitionListDefinition => {
                self.end_label();
                self.out.push_str("</dd>\n");
            }
            TagEnd::Table => {
                if let Some((mut table, page)) = self.table.take() {
                    table.rows = mem::replace(&mut self.out, page);
                    self.ended = Some(table);
                }
            }
            TagEnd::TableHead => self.with_table(Table::end_head),
            TagEnd::TableRow => self.with_table(Table::end_row),
            TagEnd::TableCell => self.with_table(Table::end_cell),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Link if self.links_open.pop() == Some(true) => self.out.push_str("</a>"),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        if let Some((table, _)) = &mut self.table {
            table.count(text);
        }
        escape::text(&mut self.out, text);
    }

    pub(super) fn end_label(&mut self) {
        if mem::take(&mut self.in_label) {
            self.out.push_str("</label>");
        }
    }

    /// Begins a line for a block, which a label cannot hold.
    pub(super) fn line(&mut self) {
        self.end_label();
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}
