//! A scenario: a situation to think about, and what to do.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::collections::policy::ConductLevel;
use crate::model::components::Component;

/// A situation, a question, and what to do.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Scenario {
    /// What it is about.
    pub title: String,
    /// What happens.
    pub situation: String,
    /// What is asked of the reader.
    pub question: String,
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// Why.
    pub why: String,
    /// How the tempting answer is judged.
    pub level: Option<ConductLevel>,
}

impl Component for Scenario {
    const NAME: &'static str = "scenario";
    const NOUN: &'static str = "scenario";
    const REQUIRED: &'static [&'static str] = &["title", "situation", "question", "do", "why"];
}
