//! Sheets as a PDF that is held to PDF/UA-1: tagged, with its language, its title and an outline.

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::sync::Arc;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::graphic::Graphic;
use krilla::metadata::{Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::print::deck::{Laid, Placed, Side};
use crate::print::faces::Faces;
use crate::print::geometry::points;
use crate::print::mark::{Element, Glyphs, Mark, Part, Piece};

/// What a PDF says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// The code of its language.
    pub language: &'a str,
    /// Whether that runs from right to left.
    pub is_rtl: bool,
}

/// The sheets `laid` as a PDF. The same sheets give the same bytes.
///
/// # Errors
///
/// Why the library could not write one.
pub fn pdf(laid: &Laid, faces: &Faces, about: About<'_>) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let direction = if about.is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let said = Metadata::new()
        .title(about.title.to_owned())
        .language(about.language.to_owned())
        .creator("homeroom".to_owned())
        .text_direction(direction)
        .document_id(about.title.to_owned());
    document.set_metadata(said);
    let mut pen = Pen { faces, language: about.language, fonts: BTreeMap::new(), graphics: BTreeMap::new() };
    let (mut tree, mut outline) = (TagTree::new().with_lang(Some(about.language.to_owned())), Outline::new());
    let mut sections = Vec::new();
    for (at, side) in laid.sides.iter().enumerate() {
        let (width, height) = (points(side.size.x), points(side.size.y));
        let settings = PageSettings::from_wh(width, height).ok_or("a sheet without a size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        pen.side(&mut surface, side, &mut sections);
        surface.finish();
        page.finish();
        let top = XyzDestination::new(at, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(side.name.clone(), top));
    }
    for section in sections.into_iter().filter(|section| !section.children.is_empty()) {
        tree.push(section);
    }
    document.set_outline(outline);
    document.set_tag_tree(tree);
    document.finish().map_err(|error| format!("{error:?}"))
}

struct Pen<'a> {
    faces: &'a Faces,
    /// The language of the document.
    language: &'a str,
    fonts: BTreeMap<usize, Font>,
    /// Lines that were drawn before.
    graphics: BTreeMap<String, Graphic>,
}

impl Pen<'_> {
    /// Draws a side. Each card is a section, which its back goes on with.
    fn side(&mut self, surface: &mut Surface<'_>, side: &Side, sections: &mut Vec<TagGroup>) {
        if !side.furniture.is_empty() {
            let (lines, others): (Vec<&Mark>, Vec<&Mark>) =
                side.furniture.iter().partition(|mark| matches!(mark, Mark::Line { .. }));
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Page)));
            self.again(surface, &lines);
            others.into_iter().for_each(|mark| self.draw(surface, mark));
            surface.end_tagged();
        }
        for placed in &side.cards {
            let group = self.card(surface, placed);
            match sections.get_mut(placed.number) {
                Some(front) if placed.is_back => front.children.extend(group.children),
                _ => sections.push(group),
            }
        }
    }

    /// Draws lines that many sides have alike: they are written once.
    fn again(&mut self, surface: &mut Surface<'_>, lines: &[&Mark]) {
        let key = format!("{lines:?}");
        if let Some(graphic) = self.graphics.get(&key) {
            surface.draw_graphic(graphic.clone());
            return;
        }
        let mut builder = surface.stream_builder();
        let mut drawn = builder.surface();
        let lines: Vec<Mark> = lines.iter().map(|line| (*line).clone()).collect();
        self.draw_all(&mut drawn, &lines);
        drawn.finish();
        let graphic = Graphic::new(builder.finish(), false);
        surface.draw_graphic(graphic.clone());
        self.graphics.insert(key, graphic);
    }

    fn card(&mut self, surface: &mut Surface<'_>, placed: &Placed) -> TagGroup {
        let mut group = TagGroup::new(Tag::Section);
        // A card without a heading is headed by what it says first.
        let mut is_headed = placed.elements.iter().any(|element| element.part == Part::Heading);
        let mut elements = placed.elements.iter().peekable();
        while let Some(element) = elements.next() {
            match &element.part {
                Part::Item => {
                    let mut list = TagGroup::new(Tag::L(ListNumbering::None));
                    list.push(item(element, self.element(surface, placed, element), self.language));
                    // A mark before an item is no end of its list.
                    while let Some(next) = elements.next_if(|next| matches!(next.part, Part::Item | Part::Ornament)) {
                        let id = self.element(surface, placed, next);
                        if next.part == Part::Item {
                            list.push(item(next, id, self.language));
                        }
                    }
                    group.push(list);
                }
                Part::Cell { .. } => {
                    let mut cells = vec![(element, self.element(surface, placed, element))];
                    while let Some(next) = elements.next_if(|next| matches!(next.part, Part::Cell { .. })) {
                        cells.push((next, self.element(surface, placed, next)));
                    }
                    group.push(table(cells, self.language));
                }
                _ => {
                    let id = self.element(surface, placed, element);
                    let heads = !is_headed && element.part == Part::Passage;
                    is_headed |= heads;
                    if let Some(node) = leaf(element, id, heads, self.language) {
                        group.push(node);
                    }
                }
            }
        }
        group
    }

    /// Draws an element, and gives by what the structure names it.
    fn element(&mut self, surface: &mut Surface<'_>, placed: &Placed, element: &Element) -> Identifier {
        let id = surface.start_tagged(match element.part {
            Part::Ornament => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            _ => ContentTag::Other,
        });
        self.draw_all(surface, &placed.marks(element));
        surface.end_tagged();
        id
    }

    /// Draws marks; lines of one kind that follow one another are one path.
    fn draw_all(&mut self, surface: &mut Surface<'_>, marks: &[Mark]) {
        let mut marks = marks.iter().peekable();
        while let Some(mark) = marks.next() {
            let Mark::Line { from, to, width, is_dashed } = mark else {
                self.draw(surface, mark);
                continue;
            };
            let mut path = PathBuilder::new();
            let mut add = |from: &(f32, f32), to: &(f32, f32)| {
                path.move_to(short(from.0), short(from.1));
                path.line_to(short(to.0), short(to.1));
            };
            add(from, to);
            while let Some(Mark::Line { from, to, .. }) = marks.next_if(|next| is_alike(next, *width, *is_dashed)) {
                add(from, to);
            }
            let dash = is_dashed.then(|| StrokeDash { array: vec![3.0, 3.0], offset: 0.0 });
            stroke(surface, path.finish(), *width, dash, LineCap::Round);
        }
    }

    fn draw(&mut self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Glyphs(glyphs) => self.glyphs(surface, glyphs),
            Mark::Line { .. } => {}
            Mark::Code { at, module, runs } => {
                // Whole numbers are short: a module is as wide as a line, which runs through its middle.
                let half = module / 2.0;
                surface.push_transform(&Transform::from_row(*module, 0.0, 0.0, *module, at.0, at.1 + half));
                let mut path = PathBuilder::new();
                for (x, y, length) in runs.iter() {
                    path.move_to(f32::from(*x), f32::from(*y));
                    path.line_to(f32::from(*x) + f32::from(*length), f32::from(*y));
                }
                stroke(surface, path.finish(), 1.0, None, LineCap::Butt);
                surface.pop();
            }
            Mark::Shape { pieces, outline } => {
                let path = path(pieces);
                match outline {
                    Some(width) => stroke(surface, path, *width, None, LineCap::Round),
                    None => {
                        surface.set_stroke(None);
                        surface.set_fill(Some(black()));
                        if let Some(path) = path {
                            surface.draw_path(&path);
                        }
                    }
                }
            }
        }
    }

    fn glyphs(&mut self, surface: &mut Surface<'_>, glyphs: &Glyphs) {
        let Some(font) = self.font(glyphs.face) else { return };
        surface.set_stroke(None);
        surface.set_fill(Some(black()));
        let drawn: Vec<KrillaGlyph> = glyphs
            .glyphs
            .iter()
            .map(|glyph| {
                let id = GlyphId::new(glyph.id);
                let (right, up) = glyph.moved;
                KrillaGlyph::new(id, glyph.advance, right, up, 0.0, glyph.text.clone(), None)
            })
            .collect();
        surface.draw_glyphs(
            Point::from_xy(near(glyphs.x), near(glyphs.y)),
            &drawn,
            font,
            &glyphs.text,
            glyphs.size,
            false,
        );
    }

    fn font(&mut self, face: usize) -> Option<Font> {
        if let Some(font) = self.fonts.get(&face) {
            return Some(font.clone());
        }
        let font = Font::new(self.faces.file(face)?.into(), 0)?;
        self.fonts.insert(face, font.clone());
        Some(font)
    }
}

/// The words of an element from right to left: they are drawn from left to right, so they are told beside it.
fn told(element: &Element) -> Option<String> {
    words(element).filter(|_| element.is_rtl)
}

/// The language of an element, where it is not that of the document.
fn language(element: &Element, own: &str) -> Option<String> {
    let is_own = element.language.is_empty() || &*element.language == own;
    (!is_own).then(|| element.language.to_string())
}

/// The words of an element, those of several texts one after the other.
fn words(element: &Element) -> Option<String> {
    let mut texts: Vec<&Arc<str>> = Vec::new();
    for mark in &element.marks {
        if let Mark::Glyphs(glyphs) = mark
            && !texts.last().is_some_and(|last| Arc::ptr_eq(last, &glyphs.text))
        {
            texts.push(&glyphs.text);
        }
    }
    (!texts.is_empty()).then(|| texts.iter().map(|text| &***text).collect::<Vec<_>>().join(" "))
}

fn leaf(element: &Element, id: Identifier, heads: bool, own: &str) -> Option<Node> {
    let language = language(element, own);
    let children = vec![Node::Leaf(id)];
    let group = match &element.part {
        Part::Ornament => return None,
        Part::Heading | Part::Passage if (heads || element.part == Part::Heading) && words(element).is_some() => {
            TagGroup::with_children(
                Tag::Hn(NonZeroU16::MIN, words(element)).with_lang(language).with_actual_text(told(element)),
                children,
            )
        }
        Part::Figure(said) => TagGroup::with_children(Tag::Figure(Some(said.clone())).with_lang(language), children),
        _ => TagGroup::with_children(Tag::P.with_lang(language).with_actual_text(told(element)), children),
    };
    Some(group.into())
}

fn item(element: &Element, id: Identifier, own: &str) -> TagGroup {
    let body = TagGroup::with_children(
        Tag::LBody.with_lang(language(element, own)).with_actual_text(told(element)),
        vec![Node::Leaf(id)],
    );
    TagGroup::with_children(Tag::LI, vec![body.into()])
}

fn table(cells: Vec<(&Element, Identifier)>, own: &str) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let (mut row, mut at) = (TagGroup::new(Tag::TR), 0);
    for (element, id) in cells {
        let Part::Cell { row: row_at, is_head } = element.part else { continue };
        if row_at != at {
            table.push(std::mem::replace(&mut row, TagGroup::new(Tag::TR)));
            at = row_at;
        }
        let (language, children) = (language(element, own), vec![Node::Leaf(id)]);
        row.push(match is_head {
            true => TagGroup::with_children(
                Tag::TH(TableHeaderScope::Column).with_lang(language).with_actual_text(told(element)),
                children,
            ),
            false => TagGroup::with_children(Tag::TD.with_lang(language).with_actual_text(told(element)), children),
        });
    }
    table.push(row);
    table
}

/// A length to a hundredth of a point, a three hundredth of a millimetre: what is short keeps the file small.
fn short(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// A place to a tenth of a point, a thirtieth of a millimetre.
fn near(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}

/// Whether a mark is a line of this kind.
fn is_alike(mark: &Mark, width: f32, is_dashed: bool) -> bool {
    matches!(mark, Mark::Line { width: own, is_dashed: dashed, .. } if own.to_bits() == width.to_bits() && *dashed == is_dashed)
}

fn black() -> Fill {
    Fill { paint: luma::Color::black().into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, width: f32, dash: Option<StrokeDash>, line_cap: LineCap) {
    let Some(path) = path else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { width, dash, line_cap, line_join: LineJoin::Round, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn path(pieces: &[Piece]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for piece in pieces {
        match *piece {
            Piece::Move(x, y) => path.move_to(short(x), short(y)),
            Piece::Line(x, y) => path.line_to(short(x), short(y)),
            Piece::Curve(x1, y1, x2, y2, x, y) => {
                path.cubic_to(short(x1), short(y1), short(x2), short(y2), short(x), short(y));
            }
            Piece::Close => path.close(),
        }
    }
    path.finish()
}
