//! Blocks with their text shaped: how high they are at a size, and their marks at a place.

mod choices;
mod code;
mod table;
mod words;
mod writing;

use std::sync::Arc;

use crate::print::block::{Block, Choice, Role};
use crate::print::geometry::points;
use crate::print::mark::{Element, Part};
use crate::print::text::{Setter, Text};

/// The sizes of text on a card between the smallest that is printed and the largest that looks well.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// No text is smaller.
    pub floor: f32,
    /// The width of the card within its rim.
    pub width: f32,
    /// Its height there.
    pub height: f32,
    /// From 0, where all text has the smallest size, to 1.
    pub scale: f32,
}

/// A rectangle on a sheet, in points.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// To the right.
    pub width: f32,
    /// Down.
    pub height: f32,
}

/// A block that is ready to be placed.
pub trait Set {
    /// The least height it takes in `width`; `None` where it does not go in at all.
    fn height(&mut self, sizes: &Sizes, width: f32) -> Option<f32>;

    /// Whether it takes all the room there is.
    fn stretches(&self) -> bool {
        false
    }

    /// Adds what is seen of it in `area`.
    fn place(&mut self, sizes: &Sizes, area: Area, elements: &mut Vec<Element>);
}

impl Sizes {
    /// The size of text of this role, in points.
    pub fn of(&self, role: Role) -> f32 {
        let most = match role {
            Role::Title => (self.height * 0.17).min(self.width * 0.125).clamp(13.0, 60.0),
            Role::Second => (self.height * 0.13).min(self.width * 0.1).clamp(12.0, 46.0),
            Role::Head => (self.height * 0.07).clamp(12.0, 26.0),
            Role::Body => (self.height * 0.075).clamp(11.0, 24.0),
            Role::Small => (self.height * 0.045).clamp(9.0, 12.0),
        };
        self.floor + (most - self.floor).max(0.0) * self.scale
    }

    /// The room between two blocks.
    pub fn gap(&self) -> f32 {
        self.of(Role::Body) * 0.45
    }

    /// The distance of lines to write on: 8 millimetres, 10 where text is large.
    pub fn pitch(&self) -> f32 {
        points(if self.floor > 12.0 { 10.0 } else { 8.0 })
    }
}

/// `block` ready to be placed, and the characters that no face has.
pub fn set(setter: &mut Setter, block: &Block, missing: &mut Vec<char>) -> Box<dyn Set> {
    let mut shape = |text: &Text, is_bold: bool| {
        let shaped = setter.shape(text, is_bold, false);
        missing.extend(&shaped.missing);
        shaped
    };
    match block {
        Block::Words { text, role, is_bold, align } => {
            let part = if matches!(role, Role::Title | Role::Head) { Part::Heading } else { Part::Passage };
            Box::new(words::Words { shaped: shape(text, *is_bold), role: *role, align: *align, part })
        }
        Block::Item { text, icon } => Box::new(words::Item { shaped: shape(text, false), icon: *icon }),
        Block::Label { icon, text, end, is_again } => Box::new(words::Label {
            icon: *icon,
            shaped: shape(text, icon.is_some()),
            end: end.as_ref().map(|end| shape(end, false)),
            is_again: *is_again,
        }),
        Block::Lines(least) => Box::new(writing::Lines { least: *least }),
        Block::Field(text) => Box::new(writing::Field { shaped: shape(text, false) }),
        Block::Choices { items, columns } => {
            let item = |item: &Choice| choices::Item {
                icon: item.icon,
                texts: item.texts.iter().enumerate().map(|(at, text)| shape(text, at == 0)).collect(),
            };
            Box::new(choices::Choices { items: items.iter().map(item).collect(), columns: *columns })
        }
        Block::Table { columns, rows, is_blank } => {
            let columns = columns.iter().map(|(text, share)| (shape(text, true), *share)).collect();
            let rows = rows.iter().map(|row| row.iter().map(|text| shape(text, false)).collect()).collect();
            Box::new(table::Table { columns, rows, is_blank: *is_blank })
        }
        Block::Boxes { labels, columns } => {
            let labels = labels.iter().map(|text| shape(text, false)).collect();
            Box::new(writing::Boxes { labels, columns: *columns })
        }
        Block::Code { address, shown, text } => {
            let said = shape(text, false);
            let latin = Text { words: shown.clone(), language: Arc::from(""), is_rtl: false };
            let shown = setter.shape(&latin, false, true);
            Box::new(code::CodeBlock::new(address, said, shown))
        }
        Block::Rule => Box::new(writing::Rule),
        Block::Hole => Box::new(writing::Hole),
    }
}
