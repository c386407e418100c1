//! A quote: what somebody said, who agreed that it is shown.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::day::Day;
use crate::model::components::Component;

/// What somebody said.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Quote {
    /// What was said.
    pub text: String,
    /// Who said it, by what they do: `a ninth-grade teacher`.
    pub role: String,
    /// The initials, where the person wants them shown.
    pub name: Option<String>,
    /// The day it was said.
    pub date: Option<Day>,
    /// How the person agreed: `in writing, 2026-05-04`. It is kept with the text and not shown.
    pub consent: String,
}

impl Quote {
    /// Whether somebody agreed, as far as a word can tell.
    pub fn is_agreed(&self) -> bool {
        let word = self.consent.trim().to_lowercase();
        !["no", "false", "none", "pending", "not yet", "unknown", "tbd", "todo", "?"].contains(&word.as_str())
    }

    /// Whether the name is more than initials: a word of it has three letters or more.
    pub fn tells_a_name(&self) -> bool {
        let name = self.name.as_deref().unwrap_or_default();
        name.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 3)
    }
}

impl Component for Quote {
    const NAME: &'static str = "quote";
    const NOUN: &'static str = "quote";
    const REQUIRED: &'static [&'static str] = &["text", "role", "consent"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_told_from_names_and_consent_from_its_want() {
        let quote = |name: &str, consent: &str| Quote {
            name: Some(name.to_owned()),
            consent: consent.to_owned(),
            ..Quote::default()
        };
        assert!(!quote("M. R.", "in writing").tells_a_name() && !quote("MR", "yes").tells_a_name());
        assert!(quote("Maria R.", "yes").tells_a_name());
        assert!(quote("", "by e-mail, 2026-05-04").is_agreed() && !quote("", " Pending").is_agreed());
    }
}
