//! A policy: an official paper with its number, its dates and its scenarios.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::{Day, Period};
use crate::model::collections::{Collection, Described, Glance, Names, Standing, present};

/// A policy.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Its number in the district's collection.
    pub number: Option<String>,
    /// Where it stands; a draft is held back.
    pub status: PolicyStatus,
    /// Who answers for it.
    pub owner: String,
    /// To whom and where it applies.
    pub scope: Option<String>,
    /// The day from which it applies.
    pub effective: Day,
    /// The days it was reviewed, changed or not.
    pub reviewed: Vec<Day>,
    /// The days it was changed.
    pub revised: Vec<Day>,
    /// The day of the next review; without it, the last review and `review_every` give it.
    pub next_review: Option<Day>,
    /// How often it is reviewed: `3 years`.
    pub review_every: Option<Period>,
    /// The version that stands here.
    pub version: String,
    /// What changed, newest first or last.
    pub changes: Vec<Change>,
    /// What words mean here.
    pub definitions: Vec<Definition>,
    /// By what means staff and students may write and speak.
    pub channels: Vec<Channel>,
    /// When staff answer.
    pub hours: Option<Hours>,
    /// What is never right, and what is good practice.
    pub conduct: Vec<Conduct>,
    /// Situations and what to do in them.
    pub scenarios: Vec<Scenario>,
    /// How and to whom to report.
    pub reporting: Option<String>,
    /// When the policy does not apply.
    pub exceptions: Vec<String>,
    /// What training goes with it.
    pub training: Option<String>,
    /// The laws it rests on.
    pub legal: Vec<Law>,
    /// What staff sign.
    pub acknowledgement: Option<Acknowledgement>,
}

/// Where a policy stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyStatus {
    /// Not decided; held back.
    Draft,
    /// In force.
    #[default]
    Adopted,
    /// Replaced by another; it stays published and says so.
    Superseded,
}

/// One change of a policy.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// When.
    pub date: Day,
    /// The version it made.
    pub version: Option<String>,
    /// What changed.
    pub what: String,
    /// Why.
    pub why: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
}

/// What a word means in a policy.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// A means of writing or speaking.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What it is called.
    pub name: String,
    /// Whether students can answer.
    pub two_way: Option<bool>,
    /// Whether what is said is kept.
    pub logged: Option<bool>,
    /// Who can read along.
    pub who_sees: Option<String>,
    /// Whether families are included.
    pub family_included: Option<bool>,
    /// When it may be used.
    pub hours: Option<String>,
    /// Whether and by whom it is approved.
    pub approval: Option<String>,
}

/// When staff answer.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// On school days.
    pub weekday: Option<String>,
    /// On weekends and holidays.
    pub weekend: Option<String>,
    /// In an emergency.
    pub emergencies: Option<String>,
}

/// One rule of conduct.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conduct {
    /// What somebody does.
    pub text: String,
    /// How it is judged.
    pub level: ConductLevel,
}

/// How conduct is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ConductLevel {
    /// Never right.
    Never,
    /// Right only when it is permitted beforehand.
    WithPermission,
    /// Right with care.
    Caution,
    /// Right, and to be wished for.
    GoodPractice,
}

/// A situation, a question, and what to do.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The name of its anchor, which becomes `scenario-ID`.
    pub id: String,
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

/// A law or rule.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub url: Option<String>,
}

/// What staff sign.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acknowledgement {
    /// The sentence above the line.
    pub statement: String,
    /// Where the sheet goes.
    pub return_to: Option<String>,
}

impl PolicyStatus {
    /// The word as it is written in front matter.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Adopted => "adopted",
            Self::Superseded => "superseded",
        }
    }
}

impl Policy {
    /// The day of the next review: the one given, or `review_every` after the last review or the
    /// day it took effect; `None` where neither is given.
    pub fn next_review(&self) -> Option<Day> {
        let last = self.reviewed.iter().chain(&self.revised).max().copied().unwrap_or(self.effective);
        self.next_review.or_else(|| self.review_every.map(|period| last.max(self.effective).after(period)))
    }
}

impl Collection for Policy {
    const NAMES: Names = Names {
        name: "policy",
        template: "policy.html",
        one: "policy",
        many: "policies",
        folder: Some("policies"),
        tables: false,
    };
    const REQUIRED: &'static [&'static str] = &["title", "status", "owner", "effective", "version"];
}

impl Described for Policy {
    fn day(&self) -> Option<Day> {
        let changed = self.changes.iter().map(|change| change.date).chain(self.revised.iter().copied()).max();
        changed.or_else(|| self.reviewed.iter().max().copied()).or(Some(self.effective))
    }

    fn owner(&self) -> Option<&str> {
        Some(&self.owner)
    }

    fn anchors(&self) -> Vec<String> {
        let parts = present(&[
            ("changes", self.changes.is_empty()),
            ("definitions", self.definitions.is_empty()),
            ("channels", self.channels.is_empty()),
            ("hours", self.hours.is_none()),
            ("conduct", self.conduct.is_empty()),
            ("scenarios", self.scenarios.is_empty()),
            ("reporting", self.reporting.is_none()),
            ("exceptions", self.exceptions.is_empty()),
            ("training", self.training.is_none()),
            ("legal", self.legal.is_empty()),
            ("sign-off", self.acknowledgement.is_none()),
        ]);
        parts.into_iter().chain(self.scenarios.iter().map(|scenario| format!("scenario-{}", scenario.id))).collect()
    }

    fn standing(&self) -> Standing {
        if self.status == PolicyStatus::Draft { Standing::Draft } else { Standing::Ready }
    }

    fn rank(&self) -> Option<String> {
        self.number.clone()
    }

    fn glance(&self) -> Glance {
        Glance { status: Some(self.status.word()), number: self.number.clone(), ..Glance::default() }
    }
}
