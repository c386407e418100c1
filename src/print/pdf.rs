//! Sheets as a PDF that is held to PDF/UA-1: tagged, with its language, its title and an outline.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point};
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
    let mut pen = Pen { faces, fonts: BTreeMap::new() };
    let (mut tree, mut outline) = (TagTree::new().with_lang(Some(about.language.to_owned())), Outline::new());
    for (at, side) in laid.sides.iter().enumerate() {
        let (width, height) = (points(side.size.x), points(side.size.y));
        let settings = PageSettings::from_wh(width, height).ok_or("a sheet without a size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        pen.side(&mut surface, side, &mut tree);
        surface.finish();
        page.finish();
        let top = XyzDestination::new(at, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(side.name.clone(), top));
    }
    document.set_outline(outline);
    document.set_tag_tree(tree);
    document.finish().map_err(|error| format!("{error:?}"))
}

struct Pen<'a> {
    faces: &'a Faces,
    fonts: BTreeMap<usize, Font>,
}

impl Pen<'_> {
    fn side(&mut self, surface: &mut Surface<'_>, side: &Side, tree: &mut TagTree) {
        if !side.furniture.is_empty() {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Page)));
            side.furniture.iter().for_each(|mark| self.draw(surface, mark));
            surface.end_tagged();
        }
        for placed in &side.cards {
            let group = self.card(surface, placed);
            if !group.children.is_empty() {
                tree.push(group);
            }
        }
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
                    list.push(item(element, self.element(surface, placed, element)));
                    // A mark before an item is no end of its list.
                    while let Some(next) = elements.next_if(|next| matches!(next.part, Part::Item | Part::Ornament)) {
                        let id = self.element(surface, placed, next);
                        if next.part == Part::Item {
                            list.push(item(next, id));
                        }
                    }
                    group.push(list);
                }
                Part::Cell { .. } => {
                    let mut cells = vec![(element, self.element(surface, placed, element))];
                    while let Some(next) = elements.next_if(|next| matches!(next.part, Part::Cell { .. })) {
                        cells.push((next, self.element(surface, placed, next)));
                    }
                    group.push(table(cells));
                }
                _ => {
                    let id = self.element(surface, placed, element);
                    let heads = !is_headed && element.part == Part::Passage;
                    is_headed |= heads;
                    if let Some(node) = leaf(element, id, heads) {
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
        placed.marks(element).iter().for_each(|mark| self.draw(surface, mark));
        surface.end_tagged();
        id
    }

    fn draw(&mut self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Glyphs(glyphs) => self.glyphs(surface, glyphs),
            Mark::Line { from, to, width, is_dashed } => {
                let mut path = PathBuilder::new();
                path.move_to(from.0, from.1);
                path.line_to(to.0, to.1);
                let dash = is_dashed.then(|| StrokeDash { array: vec![3.0, 3.0], offset: 0.0 });
                stroke(surface, path.finish(), *width, dash);
            }
            Mark::Shape { pieces, outline } => {
                let path = path(pieces);
                match outline {
                    Some(width) => stroke(surface, path, *width, None),
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
        surface.draw_glyphs(Point::from_xy(glyphs.x, glyphs.y), &drawn, font, &glyphs.text, glyphs.size, false);
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

fn language(element: &Element) -> Option<String> {
    (!element.language.is_empty()).then(|| element.language.to_string())
}

/// The words of an element.
fn words(element: &Element) -> Option<String> {
    element.marks.iter().find_map(|mark| match mark {
        Mark::Glyphs(glyphs) => Some(glyphs.text.to_string()),
        _ => None,
    })
}

fn leaf(element: &Element, id: Identifier, heads: bool) -> Option<Node> {
    let language = language(element);
    let children = vec![Node::Leaf(id)];
    let group = match &element.part {
        Part::Ornament => return None,
        Part::Heading | Part::Passage if heads || element.part == Part::Heading => TagGroup::with_children(
            Tag::Hn(NonZeroU16::MIN, words(element)).with_lang(language).with_actual_text(told(element)),
            children,
        ),
        Part::Figure(said) => TagGroup::with_children(Tag::Figure(Some(said.clone())).with_lang(language), children),
        _ => TagGroup::with_children(Tag::P.with_lang(language).with_actual_text(told(element)), children),
    };
    Some(group.into())
}

fn item(element: &Element, id: Identifier) -> TagGroup {
    let body = TagGroup::with_children(
        Tag::LBody.with_lang(language(element)).with_actual_text(told(element)),
        vec![Node::Leaf(id)],
    );
    TagGroup::with_children(Tag::LI, vec![body.into()])
}

fn table(cells: Vec<(&Element, Identifier)>) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let (mut row, mut at) = (TagGroup::new(Tag::TR), 0);
    for (element, id) in cells {
        let Part::Cell { row: own, is_head } = element.part else { continue };
        if own != at {
            table.push(std::mem::replace(&mut row, TagGroup::new(Tag::TR)));
            at = own;
        }
        let (language, children) = (language(element), vec![Node::Leaf(id)]);
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

fn black() -> Fill {
    Fill { paint: luma::Color::black().into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, width: f32, dash: Option<StrokeDash>) {
    let Some(path) = path else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        width,
        dash,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
}

fn path(pieces: &[Piece]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for piece in pieces {
        match *piece {
            Piece::Move(x, y) => path.move_to(x, y),
            Piece::Line(x, y) => path.line_to(x, y),
            Piece::Curve(x1, y1, x2, y2, x, y) => path.cubic_to(x1, y1, x2, y2, x, y),
            Piece::Close => path.close(),
        }
    }
    path.finish()
}
