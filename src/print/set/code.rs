//! A code with its address beside it.

use crate::print::block::Role;
use crate::print::code::{Code, QUIET};
use crate::print::geometry::points;
use crate::print::mark::{Element, Part};
use crate::print::set::words::spoken;
use crate::print::set::{Area, Set, Sizes};
use crate::print::text::{Align, Shaped};

/// The least side of a code, in millimetres.
const LEAST: f64 = 20.0;
/// The largest.
const MOST: f64 = 32.0;

/// A code, what is said of it, and its address.
pub struct CodeBlock {
    code: Option<Code>,
    address: String,
    said: Shaped,
    shown: Shaped,
}

impl CodeBlock {
    pub fn new(address: &str, said: Shaped, shown: Shaped) -> Self {
        Self { code: Code::of(address), address: address.to_owned(), said, shown }
    }

    /// The side of the code, and of the blank rim around it.
    fn side(&self, sizes: &Sizes) -> (f32, f32) {
        let Some(code) = &self.code else { return (0.0, 0.0) };
        let side = points(LEAST) + (points(MOST) - points(LEAST)) * sizes.scale;
        (side, side / code.modules() * QUIET)
    }
}

impl Set for CodeBlock {
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32> {
        let (side, quiet) = self.side(sizes);
        let beside = width - side - 2.0 * quiet;
        let size = sizes.of(Role::Small);
        let text = self.said.height(size, beside)? + self.shown.height(size, beside)? + sizes.gap() + quiet;
        (beside > size * 3.0).then(|| text.max(side + 2.0 * quiet))
    }

    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>) {
        let (side, quiet) = self.side(sizes);
        let whole = side + 2.0 * quiet;
        let (left, x) = match self.said.is_rtl {
            true => (area.x + area.width - whole, area.x),
            false => (area.x, area.x + whole),
        };
        if let Some(code) = &self.code {
            let part = Part::Figure(format!("{} {}", self.said.words(), self.address));
            let marks = vec![code.mark((left + quiet, area.y + quiet), side)];
            elements.push(spoken(&self.said, part, marks));
        }
        let (size, width) = (sizes.of(Role::Small), area.width - whole);
        let y = area.y + quiet;
        let height = self.said.height(size, width).unwrap_or(size);
        let mut marks = self.said.place(size, (x, y), width, Align::Start);
        marks.extend(self.shown.place(size, (x, y + height + sizes.gap() / 2.0), width, Align::Start));
        elements.push(spoken(&self.said, Part::Passage, marks));
    }
}
