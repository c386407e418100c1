//! A prompt: one question or opening, and how to ask it kindly.

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::day::Day;
use crate::model::collections::{Collection, Described, Glance, Kind, Names, Standing, present};
use crate::model::vocabulary::VocabularyName;

/// A prompt of the library. Its title is the question itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Prompt {
    /// What form it has.
    pub kind: PromptKind,
    /// What it is about.
    pub themes: Vec<String>,
    /// The school years it is for, singly or as ranges.
    pub grades: Vec<String>,
    /// How much of oneself an answer gives: 1 light, 2 personal, 3 vulnerable.
    pub depth: Depth,
    /// How many minutes it takes.
    pub minutes: u16,
    /// With whom.
    pub group: Vec<String>,
    /// The answers to point at, where it is a scale: `[sun, cloud, rain, storm]`.
    pub choices: Vec<String>,
    /// In what form an answer may be given.
    pub formats: Vec<String>,
    /// The CASEL competencies it practises.
    pub competencies: Vec<String>,
    /// The words that let a student opt out; without them the site's own.
    pub pass: Option<String>,
    /// The teacher's own model answer, for going first.
    pub answer_first: Option<String>,
    /// What to ask next.
    pub follow_ups: Vec<String>,
    /// What an answer may tell.
    pub listen_for: Vec<String>,
    /// When not to ask it.
    pub avoid_when: Vec<String>,
    /// What it may touch that can hurt.
    pub sensitive: Vec<String>,
    /// How likely an answer is something that must be reported.
    pub disclosure: Disclosure,
    /// How everybody can take part.
    pub accommodations: Vec<String>,
    /// When in the year it fits.
    pub season: Option<String>,
    /// What speaks for it.
    pub evidence: Option<String>,
    /// Guides that use it, by their file names.
    pub guides: Vec<String>,
    /// The policies that set its bounds, by file name, with or without `#part`.
    pub policy: Vec<String>,
    /// Where it stands: a draft or retired prompt is held back.
    pub status: PromptStatus,
    /// The day somebody last checked it.
    pub reviewed: Option<Day>,
}

/// What form a prompt has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PromptKind {
    /// A question.
    #[default]
    Question,
    /// Words of praise.
    Praise,
    /// The beginning of a sentence.
    SentenceStarter,
    /// A scale to point at.
    Scale,
    /// Something to draw.
    Draw,
}

/// How much of oneself an answer gives, from 1 (light) over 2 (personal) to 3 (vulnerable).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Depth(pub u8);

/// How likely an answer is something that must be reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosure {
    /// Hardly.
    #[default]
    Low,
    /// Now and then.
    Medium,
    /// Often enough that the reporter's line stands beside it.
    High,
}

/// Where a prompt stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PromptStatus {
    /// Not ready; held back.
    Draft,
    /// Ready.
    #[default]
    Reviewed,
    /// No longer used; held back.
    Retired,
}

impl Depth {
    /// The depth in a word.
    pub fn word(self) -> &'static str {
        match self.0 {
            1 => "light",
            2 => "personal",
            _ => "vulnerable",
        }
    }
}

impl Default for Depth {
    fn default() -> Self {
        Self(1)
    }
}

impl<'de> Deserialize<'de> for Depth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.trim().to_lowercase().as_str() {
            "1" | "light" => Ok(Self(1)),
            "2" | "personal" => Ok(Self(2)),
            "3" | "vulnerable" => Ok(Self(3)),
            _ => Err(D::Error::custom(format!(
                "\"{text}\" is no depth\nwrite 1 (light), 2 (personal) or 3 (vulnerable)"
            ))),
        }
    }
}

impl Collection for Prompt {
    const NAMES: Names = Names {
        name: "prompt",
        template: "prompt.html",
        one: "prompt",
        many: "prompts",
        folder: Some("prompts"),
        tables: true,
    };
    const REQUIRED: &'static [&'static str] = &["title", "themes", "grades", "depth", "minutes", "formats"];
}

impl Described for Prompt {
    fn words(&self) -> Vec<(VocabularyName, &'static str, &[String])> {
        vec![
            (VocabularyName::Themes, "themes", &self.themes),
            (VocabularyName::Grades, "grades", &self.grades),
            (VocabularyName::Groups, "group", &self.group),
            (VocabularyName::Formats, "formats", &self.formats),
            (VocabularyName::Competencies, "competencies", &self.competencies),
            (VocabularyName::Sensitive, "sensitive", &self.sensitive),
        ]
    }

    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        vec![(Kind::Guide, "guides", &self.guides), (Kind::Policy, "policy", &self.policy)]
    }

    fn day(&self) -> Option<Day> {
        self.reviewed
    }

    fn anchors(&self) -> Vec<String> {
        present(&[
            ("answer-first", self.answer_first.is_none()),
            ("follow-ups", self.follow_ups.is_empty()),
            ("listen-for", self.listen_for.is_empty()),
            ("avoid-when", self.avoid_when.is_empty()),
        ])
    }

    fn standing(&self) -> Standing {
        match self.status {
            PromptStatus::Draft => Standing::Draft,
            PromptStatus::Reviewed => Standing::Ready,
            PromptStatus::Retired => Standing::Retired,
        }
    }

    fn divided_by(&self) -> Option<VocabularyName> {
        Some(VocabularyName::Themes)
    }

    fn glance(&self) -> Glance {
        Glance { minutes: Some(self.minutes), depth: Some(self.depth.0), ..Glance::default() }
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&["pass", "answer_first", "follow_ups", "listen_for", "avoid_when", "accommodations"])
    }
}
