//! A checklist: things to be done, ticked on paper.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::collections::playbook::Task;
use crate::model::components::{Component, Worded, worded};

/// Things to be done.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Checklist {
    /// What it is for.
    pub title: Option<String>,
    /// What is to be done: words, or `item` with `owner`, `due` and `evidence`.
    #[schemars(with = "Vec<Task>")]
    #[serde(deserialize_with = "worded")]
    pub items: Vec<Task>,
}

impl Worded for Task {
    fn of(words: String) -> Self {
        Self { item: words, owner: None, due: None, evidence: None }
    }
}

impl Component for Checklist {
    const NAME: &'static str = "checklist";
    const NOUN: &'static str = "checklist";
    const REQUIRED: &'static [&'static str] = &["items"];
    const LIST: Option<&'static str> = Some("items");
}
