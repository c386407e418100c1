//! What a card says, before anybody knows how large: blocks one below the other.

use serde::Serialize;

use crate::print::icon::Icon;
use crate::print::text::{Align, Text};

/// How large a text is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Role {
    /// What the card is about: as large as fits.
    Title,
    /// The same in a further language.
    Second,
    /// What a sheet to write on is called.
    Head,
    /// Passages.
    Body,
    /// What is there to be looked up: the deck's name, a theme.
    Small,
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Block {
    /// A text.
    Words {
        /// The words.
        text: Text,
        /// How large.
        role: Role,
        /// Whether they are bold.
        is_bold: bool,
        /// How they stand.
        align: Align,
    },
    /// An item of a list, with a mark before it.
    Item {
        /// The words.
        text: Text,
        /// The mark.
        icon: Icon,
    },
    /// A word with a mark before it, and words at the other side.
    Label {
        /// The mark.
        icon: Option<Icon>,
        /// The words at the beginning.
        text: Text,
        /// The words at the end.
        end: Option<Text>,
        /// Whether the other side of the card says the same: then it is not read out again.
        is_again: bool,
    },
    /// Lines to write on: at least so many, and as many as there is room for.
    Lines(u8),
    /// Something to write behind a word.
    Field(Text),
    /// Things to point at or to circle, side by side.
    Choices {
        /// What they show: a mark, and words in one or more languages.
        items: Vec<Choice>,
        /// How many stand side by side; as many as there are, where it is not said.
        columns: Option<u8>,
    },
    /// A table.
    Table {
        /// What heads each column, and how wide it is beside the others.
        columns: Vec<(Text, f32)>,
        /// The cells, row by row.
        rows: Vec<Vec<Text>>,
        /// Whether blank rows fill the card.
        is_blank: bool,
    },
    /// Numbered boxes to write in.
    Boxes {
        /// What is over each of them.
        labels: Vec<Text>,
        /// How many stand side by side.
        columns: u8,
    },
    /// A code with its address beside it.
    Code {
        /// The address.
        address: String,
        /// The address as it is shown.
        shown: String,
        /// What is said of it.
        text: Text,
    },
    /// A thin line across.
    Rule,
    /// Room for a hole, at the top.
    Hole,
}

/// One of several things to choose from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// A drawing.
    pub icon: Option<Icon>,
    /// Its words, one language after the other.
    pub texts: Vec<Text>,
}

/// One side of a card.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Face {
    /// What stands at the top.
    pub head: Vec<Block>,
    /// What stands between.
    pub body: Vec<Block>,
    /// What stands at the foot.
    pub foot: Vec<Block>,
}

/// A card: its name for findings, its front, and what stands on its back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Card {
    /// By what its author knows it.
    pub name: String,
    /// The front.
    pub front: Face,
    /// The back.
    pub back: Option<Face>,
}

impl Block {
    /// A passage.
    pub fn body(text: Text) -> Self {
        Self::Words { text, role: Role::Body, is_bold: false, align: Align::Start }
    }

    /// A word over a passage.
    pub fn heading(text: Text) -> Self {
        Self::Words { text, role: Role::Body, is_bold: true, align: Align::Start }
    }

    /// What a sheet to write on is called.
    pub fn head(text: Text) -> Self {
        Self::Words { text, role: Role::Head, is_bold: true, align: Align::Start }
    }

    /// Small words.
    pub fn small(text: Text) -> Self {
        Self::Words { text, role: Role::Small, is_bold: false, align: Align::Start }
    }

    /// What a card is about, in the `at`-th of its languages.
    pub fn title(text: Text, at: usize) -> Self {
        let role = if at == 0 { Role::Title } else { Role::Second };
        Self::Words { text, role, is_bold: at == 0, align: Align::Start }
    }

    /// Every text in it.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Words { text, .. } | Self::Item { text, .. } | Self::Field(text) | Self::Code { text, .. } => {
                vec![text]
            }
            Self::Label { text, end, .. } => std::iter::once(text).chain(end).collect(),
            Self::Choices { items, .. } => items.iter().flat_map(|choice| &choice.texts).collect(),
            Self::Table { columns, rows, .. } => {
                columns.iter().map(|(text, _)| text).chain(rows.iter().flatten()).collect()
            }
            Self::Boxes { labels, .. } => labels.iter().collect(),
            Self::Lines(_) | Self::Rule | Self::Hole => Vec::new(),
        }
    }
}

impl Face {
    /// Its blocks from top to bottom.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.head.iter().chain(&self.body).chain(&self.foot)
    }
}
