//! A story: what happened, told by somebody who was there and agreed to its being told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Names};

/// A story from a school. Its text is the body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Story {
    /// Who tells it.
    pub teller: Teller,
    /// Whether the teller agreed to its being published.
    pub consent: bool,
    /// The guides that go with it, by their file names.
    pub guides: Vec<String>,
    /// The prompts that go with it, by their file names.
    pub prompts: Vec<String>,
}

/// Who tells a story, known by initials and role only.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Teller {
    /// The initials: `M. R.`.
    #[serde(default)]
    pub initials: Option<String>,
    /// The role: `grade 7 teacher`.
    pub role: String,
}

impl Collection for Story {
    const NAMES: Names = Names {
        name: "story",
        template: "story.html",
        one: "story",
        many: "stories",
        folder: Some("stories"),
        tables: false,
    };
    const REQUIRED: &'static [&'static str] = &["title", "teller", "consent"];
}

impl Described for Story {
    fn references(&self) -> Vec<(super::Kind, &'static str, &[String])> {
        vec![(super::Kind::Guide, "guides", &self.guides), (super::Kind::Prompt, "prompts", &self.prompts)]
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&[])
    }
}
