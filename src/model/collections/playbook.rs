//! A chapter of the district playbook.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::model::collections::{Collection, Described, Glance, Names, present};

/// A chapter of the playbook. Its place in the book is the common field `order`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Chapter {
    /// The phase it belongs to.
    pub phase: Option<String>,
    /// When it begins.
    pub start: Option<Day>,
    /// When it ends.
    pub end: Option<Day>,
    /// What it is to reach.
    pub goal: Option<String>,
    /// Who does what.
    pub roles: Vec<Role>,
    /// What is to be done.
    pub checklist: Vec<Task>,
    /// What is reached by when.
    pub milestones: Vec<Milestone>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// What can go wrong.
    pub risks: Vec<Risk>,
    /// Numbers, each with its source.
    pub data: Vec<Data>,
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Who.
    pub role: String,
    /// What they do.
    pub does: String,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// What.
    pub item: String,
    /// By whom.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Day>,
    /// What shows that it is done.
    pub evidence: Option<String>,
}

/// Something reached by a day.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What.
    pub what: String,
    /// By when.
    pub by: Day,
}

/// Something that is measured.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// What it is called.
    pub name: String,
    /// What exactly is counted.
    pub definition: String,
    /// Where the numbers come from.
    #[serde(default)]
    pub source: String,
    /// The day for which `baseline` holds.
    pub as_of: Option<Day>,
    /// Where it stood at the start.
    pub baseline: Option<String>,
    /// Where it is to stand.
    pub target: Option<String>,
    /// How often it is measured.
    pub cadence: Option<String>,
    /// How few people a reported number may stand for, so that nobody is recognised.
    pub min_n: Option<u32>,
}

/// What can go wrong.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What.
    pub risk: String,
    /// What is done about it.
    pub response: String,
}

/// Numbers and where they come from.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// What they show.
    pub title: String,
    /// Where they come from.
    #[serde(default)]
    pub source: String,
    /// The day for which they hold.
    pub as_of: Option<Day>,
    /// What they count: `percent of adults`.
    pub unit: Option<String>,
    /// The numbers.
    pub rows: Vec<Row>,
}

/// One number.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What it is of.
    pub label: String,
    /// The number, as it is to be shown.
    pub value: String,
}

impl Collection for Chapter {
    const NAMES: Names = Names {
        name: "playbook",
        template: "playbook.html",
        one: "playbook chapter",
        many: "playbook chapters",
        folder: Some("playbook"),
        tables: false,
    };
    const REQUIRED: &'static [&'static str] = &["title", "order"];
}

impl Described for Chapter {
    fn anchors(&self) -> Vec<String> {
        present(&[
            ("roles", self.roles.is_empty()),
            ("checklist", self.checklist.is_empty()),
            ("milestones", self.milestones.is_empty()),
            ("indicators", self.indicators.is_empty()),
            ("risks", self.risks.is_empty()),
            ("data", self.data.is_empty()),
        ])
    }

    fn glance(&self) -> Glance {
        Glance { phase: self.phase.clone(), ..Glance::default() }
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&["goal", "roles", "checklist", "milestones", "risks"])
    }
}
