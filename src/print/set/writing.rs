//! What is written on: lines, fields, boxes; and what is neither read nor written.

use crate::print::block::Role;
use crate::print::geometry::points;
use crate::print::mark::{Element, Mark, Part};
use crate::print::set::words::spoken;
use crate::print::set::{Area, Set, Sizes};
use crate::print::text::{Align, Shaped};

/// Lines to write on.
pub struct Lines {
    pub least: u8,
}

/// A word and a line behind it.
pub struct Field {
    pub shaped: Shaped,
}

/// Boxes with a word over each.
pub struct Boxes {
    pub labels: Vec<Shaped>,
    pub columns: u8,
}

/// A line across.
pub struct Rule;

/// A slot for a lanyard: 14 by 3 millimetres.
pub struct Hole;

impl Set for Lines {
    fn height(&mut self, sizes: &Sizes, _: f32) -> Option<f32> {
        Some(f32::from(self.least) * sizes.pitch())
    }

    fn stretches(&self) -> bool {
        true
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let mut marks = Vec::new();
        let mut y = area.y + sizes.pitch();
        while y <= area.y + area.height + 0.1 {
            marks.push(Mark::line((area.x, y), (area.x + area.width, y)));
            y += sizes.pitch();
        }
        elements.push(Element::ornament(marks));
    }
}

impl Set for Field {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let label = self.shaped.height(sizes.of(Role::Body), width * 0.6)?;
        Some(label.max(sizes.pitch() * 1.1))
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let size = sizes.of(Role::Body);
        let height = self.shaped.height(size, area.width * 0.6).unwrap_or(size);
        let wide = self.shaped.width(size).min(area.width * 0.6) + 1.0;
        let bottom = area.y + area.height;
        let (x, from, to) = match self.shaped.is_rtl {
            true => (area.x + area.width - wide, area.x, area.x + area.width - wide - size * 0.5),
            false => (area.x, area.x + wide + size * 0.5, area.x + area.width),
        };
        let marks = self.shaped.place(size, (x, bottom - height), wide, Align::Start);
        elements.push(spoken(&self.shaped, Part::Passage, marks));
        let y = bottom - size * 0.2;
        elements.push(Element::ornament(vec![Mark::line((from, y), (to, y))]));
    }
}

impl Boxes {
    fn rows(&self) -> usize {
        self.labels.len().div_ceil(usize::from(self.columns.max(1)))
    }
}

impl Set for Boxes {
    #[expect(clippy::cast_precision_loss, reason = "few rows")]
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let (size, cell) = (sizes.of(Role::Small), width / f32::from(self.columns.max(1)) - 10.0);
        let mut tall: f32 = 0.0;
        for label in &mut self.labels {
            tall = tall.max(label.height(size, cell)?);
        }
        Some(self.rows() as f32 * (tall + 3.0 + sizes.pitch() * 1.6))
    }

    fn stretches(&self) -> bool {
        true
    }

    #[expect(clippy::cast_precision_loss, reason = "few rows")]
    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let (size, rows, columns) = (sizes.of(Role::Small), self.rows(), usize::from(self.columns.max(1)));
        let (width, height) = (area.width / columns as f32, area.height / rows as f32);
        let is_rtl = self.labels.first().is_some_and(|label| label.is_rtl);
        for (at, label) in self.labels.iter_mut().enumerate() {
            let column = if is_rtl { columns - 1 - at % columns } else { at % columns };
            let (x, y) = (area.x + column as f32 * width, area.y + (at / columns) as f32 * height);
            elements.push(Element::ornament(vec![Mark::frame(x + 1.5, y + 1.5, width - 3.0, height - 3.0, 3.0)]));
            let marks = label.place(size, (x + 5.0, y + 3.0), width - 10.0, Align::Start);
            elements.push(spoken(label, Part::Passage, marks));
        }
    }
}

impl Set for Rule {
    fn height(&mut self, _: &Sizes, _: f32) -> Option<f32> {
        Some(2.0)
    }

    fn place(&mut self, _: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let y = area.y + 1.0;
        elements.push(Element::ornament(vec![Mark::line((area.x, y), (area.x + area.width, y))]));
    }
}

impl Set for Hole {
    fn height(&mut self, _: &Sizes, width: f32) -> Option<f32> {
        (width >= points(14.0)).then(|| points(7.0))
    }

    fn place(&mut self, _: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let (width, height) = (points(14.0), points(3.0));
        let slot = Mark::frame(area.x + (area.width - width) / 2.0, area.y + points(1.0), width, height, height / 2.0);
        elements.push(Element::ornament(vec![slot]));
    }
}
