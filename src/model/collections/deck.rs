//! A deck: cards and sheets to print.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Glance, Kind, Names};
use crate::model::query::Query;

/// Something to print: a deck of prompt cards, or a sheet.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Deck {
    /// What is printed.
    pub layout: Layout,
    /// The stock it is printed on: `5388`, or `letter-quarters` for plain paper.
    pub stock: String,
    /// Which prompts of the library are on it.
    pub from: Option<Query>,
    /// The prompts on it one by one, by their file names or the ids of their rows, in order.
    pub cards: Vec<String>,
    /// The languages on each card, the first one largest; the site's own without it.
    pub languages: Vec<String>,
    /// What stands on the back.
    pub back: Back,
    /// How many of each card.
    pub copies: Option<u16>,
    /// How many places of the first sheet are left free, because they are used up.
    pub skip: u16,
    /// How the printer turns the sheet.
    pub duplex: Duplex,
    /// How large the text is.
    pub text_size: TextSize,
    /// The policies whose data stand on it, or that set its bounds, by file name, with or without `#part`.
    pub policy: Vec<String>,
    /// The guides that use it, by their file names.
    pub guides: Vec<String>,
}

/// What is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Prompt cards.
    #[default]
    Cards,
    /// A strip with a scale of moods, a private answer and a way to pass.
    CheckInStrip,
    /// A slip for the last minutes of a lesson.
    ExitTicket,
    /// A poster of greetings to choose from.
    GreetingPoster,
    /// A blank map of who knows whom.
    RelationshipMap,
    /// A log of ten days of two minutes.
    TwoByTenLog,
    /// When staff answer.
    HoursPoster,
    /// What to do and what not.
    DoDontSheet,
    /// A policy's scenarios.
    ScenarioCards,
    /// A policy's sheet to sign.
    SignOffSheet,
    /// By what means to write and speak.
    ChannelSheet,
    /// Prompt cards to wear on a lanyard, with a mark for the hole.
    LanyardCards,
    /// Blank cards to write questions of one's own.
    BlankCards,
}

/// What stands on the back of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Back {
    /// Nothing.
    #[default]
    None,
    /// Lines to write on.
    Lines,
    /// What to ask next.
    FollowUps,
    /// The other language.
    Translation,
    /// A code that leads to the prompt's page.
    Code,
}

/// How a printer turns the sheet for its back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Duplex {
    /// About its long edge.
    #[default]
    LongEdge,
    /// About its short edge.
    ShortEdge,
    /// It does not: front and back stand side by side and are folded.
    Fold,
    /// It does not, and there are no backs.
    None,
}

/// How large the text of a card is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// As large as fits.
    #[default]
    Standard,
    /// At least 18 points.
    Large,
}

impl Deck {
    /// Whether the printer turns its sheets.
    pub fn is_two_sided(&self) -> bool {
        let has_backs = self.back != Back::None || self.layout == Layout::ScenarioCards;
        has_backs && matches!(self.duplex, Duplex::LongEdge | Duplex::ShortEdge)
    }
}

impl Layout {
    /// Whether it shows prompts of the library.
    pub fn takes_prompts(self) -> bool {
        matches!(self, Self::Cards | Self::LanyardCards | Self::CheckInStrip | Self::ExitTicket)
    }

    /// Whether it cannot be made without prompts.
    pub fn needs_prompts(self) -> bool {
        matches!(self, Self::Cards | Self::LanyardCards)
    }

    /// Whether it shows a policy's own data.
    pub fn needs_policy(self) -> bool {
        matches!(
            self,
            Self::HoursPoster | Self::DoDontSheet | Self::ScenarioCards | Self::SignOffSheet | Self::ChannelSheet
        )
    }

    /// Whether a sheet is filled with it where `copies` says nothing: what a whole class gets.
    pub fn fills_a_sheet(self) -> bool {
        matches!(self, Self::CheckInStrip | Self::ExitTicket | Self::TwoByTenLog | Self::BlankCards)
    }

    /// Whether it is a poster or a sheet, which takes a whole page.
    pub fn is_a_sheet(self) -> bool {
        matches!(
            self,
            Self::GreetingPoster
                | Self::RelationshipMap
                | Self::HoursPoster
                | Self::DoDontSheet
                | Self::SignOffSheet
                | Self::ChannelSheet
        )
    }

    /// The word as it is written in front matter.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::CheckInStrip => "check-in-strip",
            Self::ExitTicket => "exit-ticket",
            Self::GreetingPoster => "greeting-poster",
            Self::RelationshipMap => "relationship-map",
            Self::TwoByTenLog => "two-by-ten-log",
            Self::HoursPoster => "hours-poster",
            Self::DoDontSheet => "do-dont-sheet",
            Self::ScenarioCards => "scenario-cards",
            Self::SignOffSheet => "sign-off-sheet",
            Self::ChannelSheet => "channel-sheet",
            Self::LanyardCards => "lanyard-cards",
            Self::BlankCards => "blank-cards",
        }
    }
}

impl Collection for Deck {
    const NAMES: Names =
        Names { name: "deck", template: "deck.html", one: "deck", many: "decks", folder: Some("cards"), tables: false };
    const REQUIRED: &'static [&'static str] = &["title", "layout", "stock"];
}

impl Described for Deck {
    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        vec![
            (Kind::Prompt, "cards", &self.cards),
            (Kind::Policy, "policy", &self.policy),
            (Kind::Guide, "guides", &self.guides),
        ]
    }

    fn glance(&self) -> Glance {
        Glance { layout: Some(self.layout.word()), ..Glance::default() }
    }
}
