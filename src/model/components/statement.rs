//! A statement: facts about the site itself, counted when it is built.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::components::Component;

/// Facts about the site itself. What the site says of its own stands around it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// What it is about.
    pub about: Option<About>,
}

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// Who can use the site: the standard, the check, what it found, where to write.
    Accessibility,
    /// What a page loads and keeps, and where links lead.
    Privacy,
}

impl Component for Statement {
    const NAME: &'static str = "statement";
    const NOUN: &'static str = "statement";
    const REQUIRED: &'static [&'static str] = &["about"];
}
