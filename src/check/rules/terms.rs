//! Words of vocabularies are among those the site knows.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::rule::{Around, Look, Rule};
use crate::diagnostic::nearest::suggestion;
use crate::diagnostic::{Diagnostic, Location};
use crate::model::assemble::item;
use crate::model::codes::UNKNOWN_VALUE;
use crate::model::entry::Entry;
use crate::model::vocabulary::{Vocabulary, VocabularyName};

/// The rule.
pub static RULE: Rule = Rule { codes: &[], look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let words = entry.detail.described().words().into_iter().filter(|(_, field, _)| entry.has_own(field));
    unknown(&around.settings.vocabularies, words, &|field, number| entry.place(&item(field, number)))
}

/// Findings for those of `words` (vocabulary, field, words) that are no terms. `place` tells where a
/// word of a field stands.
pub fn unknown<'a>(
    vocabularies: &BTreeMap<VocabularyName, Arc<Vocabulary>>,
    words: impl IntoIterator<Item = (VocabularyName, &'static str, &'a [String])>,
    place: &dyn Fn(&'static str, usize) -> Location,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (name, field, words) in words {
        let Some(vocabulary) = vocabularies.get(&name) else { continue };
        for (number, word) in words.iter().enumerate().filter(|(_, word)| vocabulary.positions(word).is_none()) {
            let said = format!("\"{word}\" is not among the {} of this site", name.title().to_lowercase());
            let mut finding = Diagnostic::new(&UNKNOWN_VALUE, said);
            finding.at = Some(place(field, number));
            let known = vocabulary.terms().iter().map(|term| term.id.as_str());
            let help = match name {
                VocabularyName::Grades if range_of_day(word).is_some() => range_of_day(word).map(|(from, to)| {
                    format!("a spreadsheet program made a day of it: format the column as text, and write {from}-{to}")
                }),
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

/// The range of grades of which a spreadsheet program made the day `word`: of `6-8` it makes `8-Jun`, `6-Aug` or
/// `06/08/2026`.
fn range_of_day(word: &str) -> Option<(u8, u8)> {
    if let [one, other, year] = word.split('/').collect::<Vec<_>>()[..] {
        let (one, other): (u8, u8) = (one.parse().ok()?, other.parse().ok()?);
        return year.parse::<u16>().is_ok().then(|| (one.min(other), one.max(other)));
    }
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (one, other) = word.split_once('-')?;
    let month = |text: &str| MONTHS.iter().position(|name| text.eq_ignore_ascii_case(name)).map(|at| at as u8 + 1);
    let (day, month) = match (month(one), month(other)) {
        (Some(month), None) => (other.parse().ok()?, month),
        (None, Some(month)) => (one.parse().ok()?, month),
        _ => return None,
    };
    Some((month.min(day), month.max(day)))
}
