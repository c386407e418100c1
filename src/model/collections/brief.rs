//! A brief: what one piece of research found, and what follows from it for a school.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Kind, Names, present};

/// A research brief.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brief {
    /// What it shows, in one sentence.
    pub claim: String,
    /// Who was studied, and how.
    pub study: Option<Study>,
    /// What was found.
    pub finding: Option<String>,
    /// Why it may be so.
    pub mechanism: Option<String>,
    /// What it does not show.
    pub limits: Option<String>,
    /// What to do with it.
    pub actions: Option<Actions>,
    /// Where it was published.
    pub citation: Publication,
    /// The guides that rest on it, by their file names.
    pub guides: Vec<String>,
}

/// Who was studied, and how.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Study {
    /// Who took part: `kindergartners and their teachers`.
    pub who: Option<String>,
    /// Where.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// How many, with what was counted: `206 children`.
    pub n: Option<String>,
    /// How it was done.
    pub method: Option<String>,
}

/// What to do with what was found.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Actions {
    /// For leaders.
    pub leaders: Vec<String>,
    /// For teachers.
    pub teachers: Vec<String>,
}

/// Where research was published.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
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

impl Collection for Brief {
    const NAMES: Names = Names {
        name: "brief",
        template: "brief.html",
        one: "brief",
        many: "briefs",
        folder: Some("briefs"),
        tables: false,
    };
    const REQUIRED: &'static [&'static str] = &["title", "claim", "citation"];
}

impl Described for Brief {
    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        vec![(Kind::Guide, "guides", &self.guides)]
    }

    fn anchors(&self) -> Vec<String> {
        let actions = self.actions.clone().unwrap_or_default();
        present(&[
            ("study", self.study.is_none()),
            ("finding", self.finding.is_none()),
            ("mechanism", self.mechanism.is_none()),
            ("limits", self.limits.is_none()),
            ("actions", actions.leaders.is_empty() && actions.teachers.is_empty()),
        ])
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&["claim", "finding", "mechanism", "limits", "actions"])
    }
}
