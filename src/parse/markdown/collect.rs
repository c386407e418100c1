//! Pieces of a body → its facts.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::depth::NESTING;
use super::fences::{self, Block};
use super::footnotes::Footnotes;
use super::ids::{Wanted, assign, is_token};
use super::read::{Piece, read, short};
use super::{code, source};
use crate::parse::facts::{Code, Facts, Heading, Image, Link, Remark, RemarkKind};
use crate::parse::maths::{self, Display};
use crate::source::Span;

/// The facts of `body` in `text`.
///
/// # Errors
/// The place where it nests deeper than [`NESTING`].
pub(super) fn collect(text: &str, body: Span) -> Result<Facts, Span> {
    let mut reading = read(text, body);
    let mut state = Collecting { text, ..Collecting::default() };
    for (piece, range) in reading.by_ref() {
        match piece {
            Piece::Markdown(event) => state.event(event, &range),
            Piece::Open(..) | Piece::Close(_) | Piece::SummaryMissing => {}
        }
        if state.depth > NESTING {
            return Err(Span::new(range.start, range.end.min(range.start + 1)));
        }
    }
    let (remarks, comments) = reading.noticed();
    Ok(state.finish(body, remarks, comments))
}

#[derive(Default)]
struct Collecting<'a> {
    text: &'a str,
    facts: Facts,
    depth: usize,
    heading: Option<(Heading, Wanted)>,
    wanted: Vec<Wanted>,
    link: Option<Link>,
    image: Option<Image>,
    images_open: usize,
    /// The code block that is open.
    code: Option<Block>,
    /// What colouring the blocks so far costs.
    code_cost: usize,
    /// The header of a table that is open has no text so far.
    header_is_empty: bool,
    table: Span,
    footnotes: Footnotes,
    skipped: Vec<Span>,
}

impl Collecting<'_> {
    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(block) => block.push(&text, range.start),
                None => self.say(&text, range),
            },
            Event::Code(text) => {
                self.skipped.push(span(range));
                self.say(&text, range);
            }
            Event::InlineMath(latex) => self.formula(&latex, Display::Inline, range),
            Event::DisplayMath(latex) => self.formula(&latex, Display::Block, range),
            Event::SoftBreak | Event::HardBreak => self.say(" ", range),
            Event::FootnoteReference(label) => self.footnotes.refer(&label),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        self.depth += usize::from(nests(&tag.to_end()));
        match tag {
            Tag::Heading { level, id, classes, attrs, .. } => {
                let given = id.filter(|id| self.allow_attribute(is_token(id), &format!("#{id}"), range));
                for class in classes {
                    self.allow_attribute(is_token(&class), &format!(".{class}"), range);
                }
                for (name, _) in attrs {
                    self.allow_attribute(false, &name, range);
                }
                let heading = Heading { level: level as u8, id: String::new(), text: String::new(), span: span(range) };
                let given = given.map(|id| id.to_string());
                self.heading = Some((heading, Wanted { given, text: String::new() }));
            }
            Tag::Link { link_type, dest_url, .. } if self.images_open == 0 => {
                let is_email = link_type == pulldown_cmark::LinkType::Email;
                let target = if is_email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.link = Some(Link { target, text: String::new(), span: span(range) });
            }
            Tag::Image { dest_url, .. } => {
                if self.images_open == 0 {
                    self.image = Some(Image { target: dest_url.to_string(), alt: String::new(), span: span(range) });
                }
                self.images_open += 1;
            }
            Tag::CodeBlock(kind) => {
                let source = &self.text[range.clone()];
                let language = match kind {
                    CodeBlockKind::Fenced(info) => {
                        if code::is_unclosed(source) {
                            let line = source.find('\n').unwrap_or(source.len());
                            self.remark(RemarkKind::UnclosedFence, range.start..range.start + line);
                        }
                        code::language(&info)
                    }
                    CodeBlockKind::Indented => None,
                };
                self.skipped.push(span(range));
                self.code = Some(Block { language, ..Block::default() });
            }
            Tag::Table(_) => self.table = span(range),
            Tag::TableHead => self.header_is_empty = true,
            Tag::FootnoteDefinition(label) => {
                let mark = self.text[range.clone()].find("]:").map_or(0, |end| end + 2);
                self.footnotes.begin(&label, Span::new(range.start, range.start + mark));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.depth -= usize::from(nests(&tag));
        match tag {
            TagEnd::Heading(_) => {
                if let Some((mut heading, wanted)) = self.heading.take() {
                    heading.text = heading.text.trim().to_owned();
                    if heading.text.is_empty() {
                        self.remark(RemarkKind::EmptyHeading, heading.span.range());
                    } else {
                        self.facts.headings.push(heading);
                        self.wanted.push(wanted);
                    }
                }
            }
            TagEnd::Link if self.images_open == 0 => {
                if let Some(link) = self.link.take() {
                    self.skipped.push(link.span);
                    self.facts.links.push(link);
                }
            }
            TagEnd::Image => {
                self.images_open -= 1;
                if self.images_open == 0 {
                    self.facts.images.extend(self.image.take());
                }
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::TableHead if self.header_is_empty => {
                let table = self.table.range();
                self.remark(RemarkKind::TableWithoutHeader, table);
            }
            TagEnd::FootnoteDefinition => self.footnotes.end(),
            _ => {}
        }
    }

    fn formula(&mut self, latex: &str, display: Display, range: &Range<usize>) {
        self.skipped.push(span(range));
        self.say(latex, range);
        if let Err(mistake) = maths::mathml(latex, display) {
            let start = range.start + if display == Display::Inline { 1 } else { 2 };
            // Within a quote the marks of its lines are no part of the formula, which is then named as a whole.
            let is_as_written = self.text.get(start..start + latex.len()) == Some(latex);
            let place = start + mistake.at.start..start + mistake.at.end;
            self.remark(RemarkKind::Formula(mistake.message), if is_as_written { place } else { range.clone() });
        }
    }

    fn end_code(&mut self) {
        let Some(Block { language, text, places }) = self.code.take() else { return };
        let Some(block) = self.skipped.last().copied() else { return };
        let first_line = self.text[block.range()].find('\n').unwrap_or(block.range().len());
        let place = block.range().start..block.range().start + first_line;
        let mut is_coloured = false;
        match language.as_deref().map(|language| (language, code::grammar(language))) {
            None | Some((_, Some(""))) => {}
            Some((language, None)) => {
                self.remark(RemarkKind::UnknownCodeLanguage(language.to_owned()), place.clone());
                self.facts.fences.push(fences::fence(self.text, language, span(&place), block, text, places));
                self.facts.codes.push(Code { language: Some(language.to_owned()), is_coloured, span: block });
                return;
            }
            Some((_, Some(_))) => match code::cost(&text) {
                Some(cost) if self.code_cost + cost <= code::DOCUMENT_COST => {
                    self.code_cost += cost;
                    is_coloured = true;
                }
                _ => self.remark(RemarkKind::CodeTooLarge, place),
            },
        }
        self.facts.codes.push(Code { language, is_coloured, span: block });
    }

    /// Adds `text` to the heading, the link and the image that are open.
    fn say(&mut self, text: &str, range: &Range<usize>) {
        self.header_is_empty = self.header_is_empty && text.trim().is_empty();
        if let Some((heading, wanted)) = &mut self.heading {
            heading.text.push_str(text);
            // GitHub makes its anchors before it makes dashes.
            let source = self.text.get(range.clone()).unwrap_or_default();
            let is_dash = !source.is_empty() && source.bytes().all(|byte| byte == b'-');
            wanted.text.push_str(if is_dash { source } else { text });
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(text);
        }
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
        }
    }

    fn allow_attribute(&mut self, is_allowed: bool, name: &str, range: &Range<usize>) -> bool {
        if !is_allowed {
            self.remark(RemarkKind::HeadingAttribute(short(name)), range.clone());
        }
        is_allowed
    }

    fn remark(&mut self, kind: RemarkKind, range: Range<usize>) {
        self.facts.remarks.push(Remark { kind, span: span(&range) });
    }

    fn finish(mut self, body: Span, noticed: Vec<Remark>, comments: Vec<Span>) -> Facts {
        for (heading, id) in self.facts.headings.iter_mut().zip(assign(&self.wanted)) {
            heading.id = id;
        }
        let mut given = std::collections::BTreeSet::new();
        for (heading, wanted) in self.facts.headings.iter().zip(&self.wanted) {
            if let Some(id) = &wanted.given
                && !given.insert(id)
            {
                let kind = RemarkKind::DuplicateHeadingId(id.clone());
                self.facts.remarks.push(Remark { kind, span: heading.span });
            }
        }
        self.skipped.extend(comments);
        self.skipped.sort();
        let footnotes = &self.footnotes;
        let foreign = source::remarks(self.text, body, &self.skipped, &|label| footnotes.is_defined(label));
        // What looks like a tag within a shortcode has been named with it.
        let is_within = |remark: &Remark| {
            let next = foreign.partition_point(|other| other.span.end <= remark.span.start);
            foreign.get(next).is_some_and(|other| other.span.start <= remark.span.start)
        };
        self.facts.remarks.extend(noticed.into_iter().filter(|remark| !is_within(remark)));
        self.facts.remarks.extend(foreign);
        self.facts.remarks.extend(self.footnotes.remarks());
        self.facts
    }
}

fn span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// Whether what ends so may hold others of its kind without bound.
fn nests(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListDefinition
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
    )
}
