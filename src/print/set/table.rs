//! A table: ruled, with a head, and blank rows where it is to be filled in.

use crate::print::block::Role;
use crate::print::mark::{Element, Mark, Part};
use crate::print::set::words::spoken;
use crate::print::set::{Area, Set, Sizes};
use crate::print::text::{Align, Shaped};

/// A table.
pub struct Table {
    pub columns: Vec<(Shaped, f32)>,
    pub rows: Vec<Vec<Shaped>>,
    pub is_blank: bool,
}

const PAD: f32 = 3.5;
/// How many blank rows there are at least.
const BLANK: f32 = 4.0;

impl Table {
    /// How wide each column is.
    fn widths(&self, width: f32) -> Vec<f32> {
        let all: f32 = self.columns.iter().map(|(_, share)| share).sum();
        self.columns.iter().map(|(_, share)| width * share / all.max(0.01)).collect()
    }

    fn heights(&mut self, sizes: &Sizes, width: f32) -> Option<(f32, Vec<f32>)> {
        let widths = self.widths(width);
        let size = sizes.of(Role::Small);
        let highest = |cells: &mut dyn Iterator<Item = &mut Shaped>| -> Option<f32> {
            let mut height = size;
            for (cell, width) in cells.zip(&widths) {
                height = height.max(cell.height(size, width - 2.0 * PAD)?);
            }
            Some(height + 2.0 * PAD)
        };
        let head = highest(&mut self.columns.iter_mut().map(|(text, _)| text))?;
        let rows: Option<Vec<f32>> = self.rows.iter_mut().map(|row| highest(&mut row.iter_mut())).collect();
        Some((head, rows?))
    }
}

impl Set for Table {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let blank = if self.is_blank { BLANK * sizes.pitch() * 1.15 } else { 0.0 };
        let (head, rows) = self.heights(sizes, width)?;
        Some(head + rows.iter().sum::<f32>() + blank)
    }

    fn stretches(&self) -> bool {
        self.is_blank
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "few rows"
    )]
    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let Some((head, heights)) = self.heights(sizes, area.width) else { return };
        let (widths, size) = (self.widths(area.width), sizes.of(Role::Small));
        let is_rtl = self.columns.first().is_some_and(|(text, _)| text.is_rtl);
        let mut edges = vec![if is_rtl { area.x + area.width } else { area.x }];
        for width in &widths {
            let last = edges.last().copied().unwrap_or(area.x);
            edges.push(if is_rtl { last - width } else { last + width });
        }
        let mut rules = vec![area.y];
        let mut y = area.y;
        let all = std::iter::once(head).chain(heights);
        let heads: Vec<&mut Shaped> = self.columns.iter_mut().map(|(text, _)| text).collect();
        let cells = std::iter::once(heads).chain(self.rows.iter_mut().map(|row| row.iter_mut().collect()));
        for (row, (height, cells)) in all.zip(cells).enumerate() {
            for (column, cell) in cells.into_iter().enumerate().take(widths.len()) {
                let left = edges[column].min(edges[column + 1]);
                let marks = cell.place(size, (left + PAD, y + PAD), widths[column] - 2.0 * PAD, Align::Start);
                elements.push(spoken(cell, Part::Cell { row, is_head: row == 0 }, marks));
            }
            y += height;
            rules.push(y);
        }
        if self.is_blank {
            let left = area.y + area.height - y;
            let count = (left / (sizes.pitch() * 1.15)).floor().max(1.0);
            rules.extend((1..=count as usize).map(|row| y + left * row as f32 / count));
        }
        let bottom = rules.last().copied().unwrap_or(y);
        let across = rules.iter().map(|y| Mark::line((area.x, *y), (area.x + area.width, *y)));
        let down = edges.iter().map(|x| Mark::line((*x, area.y), (*x, bottom)));
        elements.push(Element::ornament(across.chain(down).collect()));
    }
}
