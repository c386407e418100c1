//! A thought: something to carry through one week.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Glance, Names};

/// A thought for one week of the year. Its title is the thought itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Thought {
    /// The week of the year it is for, 1 to 53 (ISO 8601: the first week is the one with the year's first
    /// Thursday).
    pub week: u8,
    /// Something small to try this week.
    pub try_this: Option<String>,
    /// Whose thought it is, where it is not the site's own.
    pub by: Option<String>,
    /// The guides that go with it, by their file names.
    pub guides: Vec<String>,
    /// The prompts that go with it, by their file names.
    pub prompts: Vec<String>,
}

impl Collection for Thought {
    const NAMES: Names = Names {
        name: "thought",
        template: "thought.html",
        one: "thought",
        many: "thoughts",
        folder: Some("thoughts"),
        tables: true,
    };
    const REQUIRED: &'static [&'static str] = &["title", "week"];
}

impl Described for Thought {
    fn references(&self) -> Vec<(super::Kind, &'static str, &[String])> {
        vec![(super::Kind::Guide, "guides", &self.guides), (super::Kind::Prompt, "prompts", &self.prompts)]
    }

    fn rank(&self) -> Option<String> {
        Some(self.week.to_string())
    }

    fn glance(&self) -> Glance {
        Glance { week: Some(self.week), ..Glance::default() }
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&["try_this"])
    }
}
