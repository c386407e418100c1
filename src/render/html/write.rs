//! Blocks and running text, written to one string.

use std::iter::Peekable;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Tag, TagEnd};

use super::footnotes::{Footnotes, push};
use super::image::{Figure, Image, title};
use super::table::Table;
use super::{Anchors, Links, Settings, Target, Title, escape};
use crate::parse::address::{Scheme, scheme};
use crate::parse::facts::{Code, Facts, Heading};
use crate::parse::markdown::ids::is_token;
use crate::parse::markdown::raw::Element;
use crate::parse::markdown::read::{Piece, Reading};

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
struct Page<'a, 's> {
    out: String,
    facts: &'s Facts,
    links: &'s dyn Links,
    settings: Settings<'s>,
    /// The heading that titles the page elsewhere.
    left_out: Option<&'s Heading>,
    footnotes: Footnotes<'a>,
    /// The table that is open; `out` holds its rows meanwhile and this the page.
    table: Option<(Table, String)>,
    /// A table that is written but for its caption, which may follow.
    ended: Option<Table>,
    /// A caption that was read before its table.
    caption: Option<String>,
    tables: usize,
    /// Where the heading begins that is open, and where its text does.
    heading: (usize, usize),
    /// The fact of the heading that is open.
    current: Option<&'s Heading>,
    /// Whether a heading is open that is left out.
    is_left_out: bool,
    /// Where the paragraph begins that is open.
    paragraph: Option<usize>,
    figure: Option<Figure>,
    image: Option<Image>,
    images_open: usize,
    images: usize,
    /// For each link that is open, whether it is one in the page.
    links_open: Vec<bool>,
    /// Where the item that began last takes its class.
    item: usize,
    /// Whether the label of a task is open.
    in_label: bool,
    /// The code block that is open.
    code: Option<(Option<&'s Code>, String)>,
}

impl<'a, 's> Page<'a, 's> {
    fn new(facts: &'s Facts, links: &'s dyn Links, settings: Settings<'s>) -> Self {
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

    fn pieces<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(&mut self, pieces: &mut Peekable<I>) {
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

    fn piece(&mut self, piece: Piece<'a>, range: &Range<usize>) {
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

    fn event(&mut self, event: Event<'a>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(&code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.line();
                self.out.push_str("<hr>\n");
            }
            Event::TaskListMarker(is_done) => {
                self.out.insert_str(self.item, " class=\"task\"");
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

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
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

    fn end(&mut self, tag: TagEnd) {
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

    /// What stands in an image is its alternative text.
    fn within_image(&mut self, piece: Piece<'a>) {
        match piece {
            Piece::Markdown(Event::Start(Tag::Image { .. })) => self.images_open += 1,
            Piece::Markdown(Event::End(TagEnd::Image)) => {
                self.images_open -= 1;
                if self.images_open == 0
                    && let Some(image) = self.image.take()
                {
                    self.images += usize::from(image.picture.is_some());
                    let paragraph = self.paragraph.filter(|start| self.out.len() == start + "<p>".len());
                    self.figure = image.write(&mut self.out, self.images == 1, paragraph).or(self.figure.take());
                }
            }
            Piece::Markdown(Event::Code(text)) => self.text(&text),
            Piece::Markdown(Event::SoftBreak | Event::HardBreak) => self.text(" "),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        if let Some((table, _)) = &mut self.table {
            table.count(text);
        }
        escape::text(&mut self.out, text);
    }

    fn open(&mut self, element: Element, title_text: Option<&str>) {
        if element == Element::Details {
            self.line();
        }
        push(&mut self.out, format_args!("<{}", element.name()));
        title(&mut self.out, title_text.unwrap_or_default());
        self.out.push('>');
    }

    fn start_link(&mut self, link_type: LinkType, target: &str, title_text: &str) {
        let target = match link_type {
            LinkType::Email => self.links.link(&format!("mailto:{target}")),
            _ => self.links.link(target),
        };
        let Target::Href { url, external } = target else {
            self.links_open.push(false);
            return;
        };
        if matches!(scheme(&url), Scheme::Refused(_)) || self.links_open.contains(&true) {
            self.links_open.push(false);
            return;
        }
        self.links_open.push(true);
        self.out.push_str("<a href=\"");
        escape::address(&mut self.out, &url);
        self.out.push('"');
        title(&mut self.out, title_text);
        self.out.push_str(if external { " rel=\"noopener noreferrer\">" } else { ">" });
    }

    /// Begins a heading. One without words is none among the facts, and would be read out as nothing:
    /// what it holds stands in a paragraph.
    fn start_heading(&mut self, level: u8, classes: &[pulldown_cmark::CowStr<'_>], range: &Range<usize>) {
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

    fn end_heading(&mut self, level: u8) {
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

    fn alert(&mut self, kind: BlockQuoteKind) {
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

    fn end_paragraph(&mut self) {
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

    fn end_code(&mut self) {
        let Some((fact, code)) = self.code.take() else { return };
        let language = fact.and_then(|fact| fact.language.as_deref());
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

    /// Keeps the footnote that has begun, up to its end. Footnotes within it are kept as well.
    fn footnote<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(&mut self, label: &str, pieces: &mut Peekable<I>) {
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

    /// Whether a paragraph that begins with `piece` may be a caption.
    fn is_caption(&self, piece: Option<&(Piece<'a>, Range<usize>)>) -> bool {
        matches!(piece, Some((Piece::Markdown(Event::Text(text)), _)) if self.caption_mark(text).is_some())
    }

    /// What a caption begins with, where `text` begins so.
    fn caption_mark(&self, text: &str) -> Option<&'s str> {
        [self.settings.words.caption, "Table:"].into_iter().find(|mark| !mark.is_empty() && text.starts_with(mark))
    }

    /// Reads a paragraph that may be a caption: of the table before it, or else of one after it.
    fn caption<I: Iterator<Item = (Piece<'a>, Range<usize>)>>(&mut self, pieces: &mut Peekable<I>) {
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

    fn end_table(&mut self) {
        if let Some(table) = self.ended.take() {
            table.write(&self.settings.words, &mut self.out);
        }
    }

    fn with_table(&mut self, step: fn(&mut Table, &mut String)) {
        if let Some((table, _)) = &mut self.table {
            step(table, &mut self.out);
        }
    }

    fn end_label(&mut self) {
        if mem::take(&mut self.in_label) {
            self.out.push_str("</label>");
        }
    }

    /// Begins a line for a block, which a label cannot hold.
    fn line(&mut self) {
        self.end_label();
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}
