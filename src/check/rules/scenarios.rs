//! Scenarios of a policy have names of their own.

use std::collections::BTreeSet;

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::entry::Entry;
use crate::model::route::slug;
use crate::parse::typed::Step;

crate::codes! {
    /// A scenario's `id` cannot be the name of its anchor, or another scenario has it.
    ///
    /// Small letters, digits and `-`, and each once: links lead to `#scenario-ID`.
    SCENARIO_ID = "scenario-id", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let Detail::Policy(policy) = &*entry.detail else { return Vec::new() };
    let mut ids = BTreeSet::new();
    let mut findings = Vec::new();
    for (number, scenario) in policy.scenarios.iter().enumerate() {
        let path = [key("scenarios"), Step::Item(number), key("id")];
        let wanted = slug(&scenario.id);
        if wanted.is_empty() || wanted != scenario.id {
            let help = if wanted.is_empty() { slug(&scenario.title) } else { wanted };
            findings.push(
                at_field(entry, &path, &SCENARIO_ID, format!("\"{}\" cannot be the name of a scenario", scenario.id))
                    .help(format!("write \"{help}\"")),
            );
        } else if !ids.insert(&scenario.id) {
            findings.push(
                at_field(entry, &path, &SCENARIO_ID, format!("another scenario is named \"{}\" already", scenario.id))
                    .help("give this one another name"),
            );
        }
    }
    findings
}
