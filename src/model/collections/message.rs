//! A message: words to send, with blanks to fill in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Glance, Kind, Names};

/// A message to send. Its text is the body; what stands in it in square brackets, such as `[first name]`,
/// is a blank that the sender fills in.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Message {
    /// To whom it goes.
    pub to: Audience,
    /// When to send it: `after the first week`.
    pub when: Option<String>,
    /// The line above the text, where the channel has one.
    pub subject: Option<String>,
    /// By what channel: `the district's messaging app`.
    pub channel: Option<String>,
    /// The guides that go with it, by their file names.
    pub guides: Vec<String>,
    /// The policies that set its bounds, by file name, with or without `#part`.
    pub policy: Vec<String>,
}

/// To whom a message goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The family of a student.
    #[default]
    Family,
    /// One student.
    Student,
    /// A group of students or a class.
    Group,
    /// A colleague.
    Colleague,
}

impl Audience {
    /// The word as it is written in front matter.
    pub fn word(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Student => "student",
            Self::Group => "group",
            Self::Colleague => "colleague",
        }
    }
}

impl Collection for Message {
    const NAMES: Names = Names {
        name: "message",
        template: "message.html",
        one: "message",
        many: "messages",
        folder: Some("messages"),
        tables: true,
    };
    const REQUIRED: &'static [&'static str] = &["title", "to"];
}

impl Described for Message {
    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        vec![(Kind::Guide, "guides", &self.guides), (Kind::Policy, "policy", &self.policy)]
    }

    fn glance(&self) -> Glance {
        Glance { to: Some(self.to.word()), ..Glance::default() }
    }

    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&["when", "subject"])
    }
}
