//! Words of vocabularies are among those the site knows.

use crate::check::rule::{Around, Look, Rule, at_field};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::suggestion;
use crate::model::assemble::item;
use crate::model::codes::UNKNOWN_VALUE;
use crate::model::entry::Entry;
use crate::model::vocabulary::VocabularyName;

/// The rule.
pub static RULE: Rule = Rule { codes: &[], look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (name, field, words) in entry.detail.described().words() {
        if !entry.has_own(field) {
            continue;
        }
        let vocabulary = &around.settings.vocabularies[&name];
        for (number, word) in words.iter().enumerate().filter(|(_, word)| vocabulary.positions(word).is_none()) {
            let finding = at_field(
                entry,
                &item(field, number),
                &UNKNOWN_VALUE,
                format!("\"{word}\" is not among the {} of this site", name.title().to_lowercase()),
            );
            let known = vocabulary.terms().iter().map(|term| term.id.as_str());
            let help = match name {
                VocabularyName::Grades if word.contains(['-', '–']) => {
                    let ids: Vec<&str> = known.collect();
                    Some(format!(
                        "a range goes from a lower to a higher grade, such as 6-8; grades are {}",
                        ids.join(", ")
                    ))
                }
                _ => suggestion(word, known),
            };
            findings.push(match help {
                Some(help) => finding.help(help),
                None => finding,
            });
        }
    }
    findings
}
