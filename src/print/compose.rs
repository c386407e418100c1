//! Fitting: the largest size at which a card's blocks go into its rectangle, and their marks there.

use crate::print::block::{Block, Face, Role};
use crate::print::geometry::{Rect, points};
use crate::print::mark::Element;
use crate::print::set::{Area, Set, Sizes, set};
use crate::print::text::Setter;

/// The smallest text on a card, in points.
pub const FLOOR: f32 = 9.0;
/// The smallest text on a card in large print, in points.
pub const LARGE: f32 = 18.0;

/// A side of a card, shaped.
pub struct Shape {
    head: Vec<Box<dyn Set>>,
    body: Vec<Box<dyn Set>>,
    foot: Vec<Box<dyn Set>>,
    has_title: bool,
    /// The characters that no face has.
    pub missing: Vec<char>,
    /// Whether its title has no words to see.
    pub is_blank: bool,
}

impl Shape {
    /// `face` with its text shaped by `setter`.
    pub fn new(setter: &mut Setter, face: &Face) -> Self {
        let mut missing = Vec::new();
        let mut shaped = |blocks: &[Block]| -> Vec<Box<dyn Set>> {
            let said = |block: &&Block| block.texts().iter().any(|text| !text.is_empty()) || block.texts().is_empty();
            blocks.iter().filter(said).map(|block| set(setter, block, &mut missing)).collect()
        };
        let (head, body, foot) = (shaped(&face.head), shaped(&face.body), shaped(&face.foot));
        let is_title = |block: &Block| matches!(block, Block::Words { role: Role::Title, .. });
        // A table begins at the top, as papers do.
        let has_table = face.body.iter().any(|block| matches!(block, Block::Table { .. }));
        let has_title = face.body.iter().any(is_title) && !has_table;
        missing.sort_unstable();
        missing.dedup();
        let blank = |block: &Block| match block {
            Block::Words { text, role: Role::Title, .. } => setter.shape(text, true, false).is_blank(),
            _ => false,
        };
        let is_blank = face.body.iter().any(blank);
        Self { head, body, foot, has_title, missing, is_blank }
    }

    /// What is seen of it in `rect` with no text smaller than `floor`; `None` where it does not go in.
    pub fn fit(&mut self, rect: Rect, floor: f32) -> Option<Vec<Element>> {
        let area = area(rect);
        let mut sizes = Sizes { floor, width: area.width, height: area.height, scale: 1.0 };
        if !self.goes_in(&sizes, area) {
            let (mut fits, mut too_large) = (0.0, 1.0);
            sizes.scale = 0.0;
            if !self.goes_in(&sizes, area) {
                return None;
            }
            for _ in 0..6 {
                sizes.scale = f32::midpoint(fits, too_large);
                match self.goes_in(&sizes, area) {
                    true => fits = sizes.scale,
                    false => too_large = sizes.scale,
                }
            }
            sizes.scale = fits;
        }
        self.place(&sizes, area)
    }

    /// Whether it goes into `rect` with no text smaller than `floor`.
    pub fn goes_into(&mut self, rect: Rect, floor: f32) -> bool {
        let area = area(rect);
        self.goes_in(&Sizes { floor, width: area.width, height: area.height, scale: 0.0 }, area)
    }

    fn goes_in(&mut self, sizes: &Sizes, area: Area) -> bool {
        let zones = [&mut self.head, &mut self.body, &mut self.foot];
        let heights = zones.map(|blocks| height(blocks, sizes, area.width));
        heights.iter().copied().sum::<Option<f32>>().is_some_and(|all| all + 2.0 * sizes.gap() <= area.height)
    }

    fn place(&mut self, sizes: &Sizes, area: Area) -> Option<Vec<Element>> {
        let mut elements = Vec::new();
        let head = height(&mut self.head, sizes, area.width)?;
        let foot = height(&mut self.foot, sizes, area.width)?;
        let body = height(&mut self.body, sizes, area.width)?;
        let gap = sizes.gap();
        let above = if self.head.is_empty() { 0.0 } else { head + gap };
        let below = if self.foot.is_empty() { 0.0 } else { foot + gap };
        let room = area.height - above - below;
        let stretching = self.body.iter().filter(|block| block.stretches()).count();
        #[expect(clippy::cast_precision_loss, reason = "few blocks")]
        let share = if stretching > 0 { (room - body).max(0.0) / stretching as f32 } else { 0.0 };
        let lead = if stretching == 0 && self.has_title { (room - body).max(0.0) * 0.42 } else { 0.0 };
        stack(&mut self.head, sizes, area, 0.0, &mut elements)?;
        stack(&mut self.body, sizes, Area { y: area.y + above + lead, ..area }, share, &mut elements)?;
        stack(&mut self.foot, sizes, Area { y: area.y + area.height - foot, ..area }, 0.0, &mut elements)?;
        Some(elements)
    }
}

fn area(rect: Rect) -> Area {
    Area { x: points(rect.x), y: points(rect.y), width: points(rect.width), height: points(rect.height) }
}

/// The height of blocks one below the other.
fn height(blocks: &mut [Box<dyn Set>], sizes: &Sizes, width: f32) -> Option<f32> {
    #[expect(clippy::cast_precision_loss, reason = "few blocks")]
    let mut all = sizes.gap() * blocks.len().saturating_sub(1) as f32;
    for block in blocks {
        all += block.height(sizes, width)?;
    }
    Some(all)
}

/// Places blocks one below the other; those that stretch get `share` more than they need.
fn stack(
    blocks: &mut [Box<dyn Set>],
    sizes: &Sizes,
    area: Area,
    share: f32,
    elements: &mut Vec<Element>,
) -> Option<()> {
    let mut y = area.y;
    for block in blocks {
        let more = if block.stretches() { share } else { 0.0 };
        let height = block.height(sizes, area.width)? + more;
        block.place(sizes, Area { y, height, ..area }, elements);
        y += height + sizes.gap();
    }
    Some(())
}
