//! There is one thought a week.

use std::collections::BTreeMap;

use crate::check::rule::{Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::language::Language;
use crate::model::site::Site;
use crate::parse::value::Data;

crate::codes! {
    /// A thought is for a week that no year has.
    ///
    /// Weeks are counted from 1 to 52, and to 53 in some years (ISO 8601).
    NO_SUCH_WEEK = "no-such-week", Error, Adjustable;
    /// Two thoughts are for one week.
    TWO_THOUGHTS = "two-thoughts", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let mut weeks: BTreeMap<(&Language, u8), &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for entry in &site.entries {
        let Detail::Thought(thought) = &*entry.detail else { continue };
        let Some(written) = entry.document.fields.get("week").map(|field| &field.value) else { continue };
        // What is no number has a finding of its own, and leaves 0 here.
        let is_zero = matches!(written.data, Data::Integer(0, _)) || written.text().map(str::trim) == Some("0");
        if thought.week == 0 && !is_zero {
            continue;
        }
        if !(1..=53).contains(&thought.week) {
            let message = format!("there is no week {}", thought.week);
            findings.push(at_field(entry, &[key("week")], &NO_SUCH_WEEK, message).help("write a number from 1 to 53"));
        } else if let Some(other) = weeks.insert((&entry.language, thought.week), &entry.common.title) {
            let message = format!("week {} has a thought already: \"{other}\"", thought.week);
            findings
                .push(at_field(entry, &[key("week")], &TWO_THOUGHTS, message).help("give one of them another week"));
        }
    }
    findings
}
