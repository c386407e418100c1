//! Text: passages, items of lists, labels.

use crate::print::block::Role;
use crate::print::icon::Icon;
use crate::print::mark::{Element, Mark, Part};
use crate::print::set::{Area, Set, Sizes};
use crate::print::text::{Align, Shaped};

/// A passage or a heading.
pub struct Words {
    pub shaped: Shaped,
    pub role: Role,
    pub align: Align,
    pub part: Part,
}

/// An item of a list.
pub struct Item {
    pub shaped: Shaped,
    pub icon: Icon,
}

/// A word with a mark before it, and words at the other side.
pub struct Label {
    pub icon: Option<Icon>,
    pub shaped: Shaped,
    pub end: Option<Shaped>,
    pub is_again: bool,
}

/// The room between a mark and its word, as a part of the size.
const APART: f32 = 0.45;

impl Set for Words {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        self.shaped.height(sizes.of(self.role), width)
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let (size, at) = (sizes.of(self.role), (area.x, area.y));
        let marks = match self.role {
            Role::Body | Role::Small => self.shaped.place_passage(size, at, area.width),
            Role::Title | Role::Second | Role::Head => self.shaped.place(size, at, area.width, self.align),
        };
        elements.push(spoken(&self.shaped, self.part.clone(), marks));
    }
}

impl Set for Item {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let size = sizes.of(Role::Body);
        self.shaped.height(size, width - indent(size))
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let size = sizes.of(Role::Body);
        let (side, indent) = (size * 0.85, indent(size));
        let top = area.y + (size * self.shaped.leading() - side) / 2.0;
        let (at, x) = beside(&self.shaped, area, side, indent);
        elements.push(Element::ornament(self.icon.marks((at, top), side)));
        let marks = self.shaped.place_passage(size, (x, area.y), area.width - indent);
        elements.push(spoken(&self.shaped, Part::Item, marks));
    }
}

impl Set for Label {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let size = sizes.of(Role::Small);
        let (first, rest) = self.widths(size, width);
        let word = self.shaped.height(size, first)?;
        let Some(end) = &mut self.end else { return Some(word) };
        let end_height = end.height(size, rest)?;
        Some(if self.is_parted(size, width) { word + end_height } else { word.max(end_height) })
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let size = sizes.of(Role::Small);
        let side = size * 0.9;
        let indent = self.icon.map_or(0.0, |_| side + size * APART);
        let (at, x) = beside(&self.shaped, area, side, indent);
        if let Some(icon) = self.icon {
            let top = area.y + (size * self.shaped.leading() - side) / 2.0;
            elements.push(Element::ornament(icon.marks((at, top), side)));
        }
        let (first, rest) = self.widths(size, area.width);
        let is_parted = self.is_parted(size, area.width);
        let x = if self.shaped.is_rtl && !is_parted { area.x + area.width - indent - first } else { x };
        let height = self.shaped.height(size, first).unwrap_or(size);
        let mut marks = self.shaped.place(size, (x, area.y), first, Align::Start);
        if let Some(end) = &mut self.end {
            let width = if is_parted { rest } else { end.width(size) };
            let x = match (is_parted, end.is_rtl) {
                (true, _) | (false, true) => area.x,
                (false, false) => area.x + area.width - width,
            };
            let y = if is_parted { area.y + height } else { area.y };
            marks.extend(end.place(size, (x, y), width + 0.5, Align::Start));
        }
        // The two are one line to read.
        let part = if self.is_again { Part::Ornament } else { Part::Passage };
        elements.push(spoken(&self.shaped, part, marks));
    }
}

impl Label {
    /// How wide the word may be, and how wide what stands at the other side.
    fn widths(&mut self, size: f32, width: f32) -> (f32, f32) {
        let indent = self.icon.map_or(0.0, |_| size * (0.9 + APART));
        if self.is_parted(size, width) {
            return (width - indent, width);
        }
        let end = self.end.as_mut().map_or(0.0, |end| end.width(size) + size);
        (width - indent - end, end)
    }

    /// Whether the two do not go side by side, and stand one below the other.
    fn is_parted(&mut self, size: f32, width: f32) -> bool {
        let indent = self.icon.map_or(0.0, |_| size * (0.9 + APART));
        let both = self.shaped.width(size) + self.end.as_mut().map_or(0.0, |end| end.width(size) + size);
        self.end.is_some() && both + indent > width
    }
}

fn indent(size: f32) -> f32 {
    size * (0.85 + APART)
}

/// Where a mark of width `side` stands, and the text behind it.
fn beside(shaped: &Shaped, area: Area, side: f32, indent: f32) -> (f32, f32) {
    if shaped.is_rtl { (area.x + area.width - side, area.x) } else { (area.x, area.x + indent) }
}

/// Marks that are read out as `part`, in the language of the text.
pub fn spoken(shaped: &Shaped, part: Part, marks: Vec<Mark>) -> Element {
    Element { part, language: shaped.language.clone(), is_rtl: shaped.is_rtl, marks }
}
