//! Things to point at or to circle: boxes with a drawing and a word, side by side.

use crate::print::block::Role;
use crate::print::icon::Icon;
use crate::print::mark::{Element, Mark, Part};
use crate::print::set::words::spoken;
use crate::print::set::{Area, Set, Sizes};
use crate::print::text::{Align, Shaped};

/// One of them.
pub struct Item {
    pub icon: Option<Icon>,
    pub texts: Vec<Shaped>,
}

/// All of them.
pub struct Choices {
    pub items: Vec<Item>,
    pub columns: Option<u8>,
}

const PAD: f32 = 3.0;
const APART: f32 = 4.0;

impl Item {
    fn icon_side(&self, sizes: &Sizes, width: f32) -> f32 {
        let side = (sizes.of(Role::Body) * 2.2).min(width - 2.0 * PAD);
        self.icon.map_or(0.0, |_| side)
    }

    /// Whether it is a number, or a letter, that stands alone.
    fn is_number(&self) -> bool {
        self.icon.is_none() && self.texts.iter().all(|text| text.words().chars().count() < 3)
    }

    /// The size of its words: smaller than other text where a long word asks for it, larger where a number stands alone.
    fn size(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let mut size = sizes.of(Role::Body) * if self.is_number() { 1.8 } else { 1.0 };
        while self.texts.iter_mut().any(|text| text.lines(size, width - 2.0 * PAD).is_none()) {
            size *= 0.95;
            if size < sizes.floor {
                return None;
            }
        }
        Some(size)
    }

    fn height(&mut self, sizes: &Sizes, width: f32, size: f32) -> Option<f32> {
        let mut height = self.icon_side(sizes, width) + 2.0 * PAD;
        for text in &mut self.texts {
            height += text.height(size, width - 2.0 * PAD)?;
        }
        Some(height)
    }
}

impl Choices {
    fn columns(&self) -> usize {
        let all = self.items.len().max(1);
        self.columns.map_or(all, |columns| usize::from(columns).clamp(1, all))
    }

    #[expect(clippy::cast_precision_loss, reason = "few columns")]
    fn cell(&self, width: f32) -> f32 {
        let columns = self.columns() as f32;
        (width - APART * (columns - 1.0)) / columns
    }

    /// The size of all words, that of the longest; and of numbers that stand alone.
    fn sizes(&mut self, sizes: &Sizes, width: f32) -> Option<(f32, f32)> {
        let cell = self.cell(width);
        let mut least = (f32::MAX, f32::MAX);
        for item in &mut self.items {
            let size = item.size(sizes, cell)?;
            let of = if item.is_number() { &mut least.1 } else { &mut least.0 };
            *of = of.min(size);
        }
        Some(least)
    }

    fn row_heights(&mut self, sizes: &Sizes, width: f32) -> Option<Vec<f32>> {
        let (columns, cell, (words, numbers)) = (self.columns(), self.cell(width), self.sizes(sizes, width)?);
        let mut heights = Vec::new();
        for row in self.items.chunks_mut(columns) {
            let mut height: f32 = 0.0;
            for item in row {
                let size = if item.is_number() { numbers } else { words };
                height = height.max(item.height(sizes, cell, size)?);
            }
            heights.push(height);
        }
        Some(heights)
    }
}

impl Set for Choices {
    #[expect(clippy::cast_precision_loss, reason = "few rows")]
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let rows = self.row_heights(sizes, width)?;
        Some(rows.iter().sum::<f32>() + APART * (rows.len().saturating_sub(1)) as f32)
    }

    fn stretches(&self) -> bool {
        self.columns.is_some()
    }

    #[expect(clippy::cast_precision_loss, reason = "few cells")]
    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let (columns, cell) = (self.columns(), self.cell(area.width));
        let Some(rows) = self.row_heights(sizes, area.width) else { return };
        let least = rows.iter().sum::<f32>() + APART * (rows.len().saturating_sub(1)) as f32;
        let more = (area.height - least).max(0.0) / rows.len().max(1) as f32;
        let is_rtl = self.items.iter().flat_map(|item| &item.texts).next().is_some_and(|text| text.is_rtl);
        let Some((words, numbers)) = self.sizes(sizes, area.width) else { return };
        let mut y = area.y;
        for (row, items) in self.items.chunks_mut(columns).enumerate() {
            let height = rows[row] + more;
            for (at, item) in items.iter_mut().enumerate() {
                let size = if item.is_number() { numbers } else { words };
                let column = if is_rtl { columns - 1 - at } else { at };
                let x = area.x + column as f32 * (cell + APART);
                elements.push(Element::ornament(vec![Mark::frame(x, y, cell, height, 4.0)]));
                let own = item.height(sizes, cell, size).unwrap_or(height);
                // A drawing grows with the room that is left over.
                let side = item.icon_side(sizes, cell);
                let larger = if side > 0.0 { (side + (height - own) * 0.55).min(cell * 0.62).max(side) } else { 0.0 };
                let mut top = y + PAD + (height - own - (larger - side)).max(0.0) / 2.0;
                if let Some(icon) = item.icon {
                    elements.push(Element::ornament(icon.marks((x + (cell - larger * 0.9) / 2.0, top), larger * 0.9)));
                    top += larger;
                }
                for text in &mut item.texts {
                    let marks = text.place(size, (x + PAD, top), cell - 2.0 * PAD, Align::Centre);
                    top += text.height(size, cell - 2.0 * PAD).unwrap_or(size);
                    elements.push(spoken(text, Part::Item, marks));
                }
            }
            y += height + APART;
        }
    }
}
