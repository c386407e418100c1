//! A guide: a strategy that a teacher can use tomorrow.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::model::collections::{Collection, Described, Glance, Kind, Names, present};
use crate::model::vocabulary::VocabularyName;

/// A strategy guide.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Guide {
    /// The school years it is for, singly or as ranges: `[PreK-2, 6]`.
    pub grades: Vec<String>,
    /// How long it takes.
    pub minutes: Option<Minutes>,
    /// How often: `daily`, `once a week`.
    pub cadence: Option<String>,
    /// For whom: every student, some, or one.
    pub tier: Option<Tier>,
    /// The CASEL competencies it practises.
    pub competencies: Vec<String>,
    /// How well it is known to work, for each outcome.
    pub evidence: Vec<Evidence>,
    /// What is cited.
    pub citations: Vec<Citation>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What is needed.
    pub materials: Vec<String>,
    /// How to do it elsewhere or with other groups.
    pub variations: Vec<Variation>,
    /// What a visitor would see where it works.
    pub look_fors: Vec<String>,
    /// What goes wrong.
    pub pitfalls: Vec<String>,
    /// How everybody can take part.
    pub accommodations: Vec<String>,
    /// What to ask oneself.
    pub reflection: Option<Reflection>,
    /// Prompts that go with it, by their file names or the ids of their rows.
    pub prompts: Vec<String>,
    /// The policies that set its bounds, by file name, with or without `#part`.
    pub policy: Vec<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The day somebody last checked it.
    pub reviewed: Option<Day>,
}

/// Minutes that something takes.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Once, before the first time.
    pub setup: Option<u16>,
    /// Each time.
    pub each: Option<u16>,
}

/// For whom a strategy is meant (the tiers of a multi-tiered system of supports).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Every student.
    Universal,
    /// Some students.
    Targeted,
    /// One student.
    Intensive,
}

/// How well something is known to lead to one outcome.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The outcome: `attendance`.
    pub outcome: String,
    /// How strong the evidence is.
    pub tier: EvidenceTier,
    /// The keys of the citations it rests on.
    #[serde(default)]
    pub citations: Vec<String>,
}

/// The tiers of evidence of the Every Student Succeeds Act, and what stands below them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceTier {
    /// Tier 1: at least one well-made experiment.
    #[serde(alias = "1")]
    Strong,
    /// Tier 2: at least one well-made quasi-experiment.
    #[serde(alias = "2")]
    Moderate,
    /// Tier 3: at least one well-made correlational study.
    #[serde(alias = "3")]
    Promising,
    /// Tier 4: a rationale from research.
    #[serde(alias = "4")]
    Rationale,
    /// What teachers have found to work.
    PracticeWisdom,
}

/// A publication.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The name by which `evidence` refers to it.
    pub key: String,
    /// Who wrote it.
    pub author: String,
    /// When it appeared.
    pub year: String,
    /// Its title.
    pub title: String,
    /// The journal or publisher.
    pub source: Option<String>,
    /// The digital object identifier, such as `10.3102/0034654316669434`.
    pub doi: Option<String>,
    /// The address of the text itself, where there is no `doi`.
    pub url: Option<String>,
}

/// One step of a guide.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// The words to say.
    pub say: Option<String>,
    /// How long it takes.
    pub minutes: Option<u16>,
    /// Why.
    pub why: Option<String>,
}

/// How to do something elsewhere or with another group.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Variation {
    /// Where or with whom: `Online`, `A large class`.
    #[serde(rename = "for")]
    pub setting: String,
    /// What to do there.
    pub how: String,
}

/// Questions to oneself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reflection {
    /// Before.
    pub before: Option<String>,
    /// Afterwards.
    pub after: Option<String>,
}

impl Collection for Guide {
    const NAMES: Names = Names {
        name: "guide",
        template: "guide.html",
        one: "guide",
        many: "guides",
        folder: Some("guides"),
        tables: false,
    };
    const REQUIRED: &'static [&'static str] = &["title", "summary", "grades", "evidence", "steps"];
}

impl Described for Guide {
    fn words(&self) -> Vec<(VocabularyName, &'static str, &[String])> {
        vec![
            (VocabularyName::Grades, "grades", &self.grades),
            (VocabularyName::Competencies, "competencies", &self.competencies),
        ]
    }

    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        vec![(Kind::Prompt, "prompts", &self.prompts), (Kind::Policy, "policy", &self.policy)]
    }

    fn day(&self) -> Option<Day> {
        self.reviewed
    }

    fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    fn anchors(&self) -> Vec<String> {
        present(&[
            ("steps", self.steps.is_empty()),
            ("materials", self.materials.is_empty()),
            ("variations", self.variations.is_empty()),
            ("look-fors", self.look_fors.is_empty()),
            ("pitfalls", self.pitfalls.is_empty()),
            ("accommodations", self.accommodations.is_empty()),
            ("reflection", self.reflection.is_none()),
            ("evidence", self.evidence.is_empty()),
        ])
    }

    fn glance(&self) -> Glance {
        Glance { minutes: self.minutes.as_ref().and_then(|minutes| minutes.each), ..Glance::default() }
    }
}
