//! Steps: what to do, in order.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::collections::guide::Step;
use crate::model::components::{Component, Worded, worded};

/// What to do, in order.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Steps {
    /// What they are for.
    pub title: Option<String>,
    /// The steps: words, or `do` with `say`, `minutes` and `why`.
    #[schemars(with = "Vec<Step>")]
    #[serde(deserialize_with = "worded")]
    pub steps: Vec<Step>,
}

impl Worded for Step {
    fn of(words: String) -> Self {
        Self { action: words, say: None, minutes: None, why: None }
    }
}

impl Component for Steps {
    const NAME: &'static str = "steps";
    const NOUN: &'static str = "list of steps";
    const REQUIRED: &'static [&'static str] = &["steps"];
    const LIST: Option<&'static str> = Some("steps");
}
