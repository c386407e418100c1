//! Titles and headings are not written in capitals.

use crate::check::rule::{Around, Look, Rule, at, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;

crate::codes! {
    /// A title or heading is written in capitals.
    ///
    /// Capitals are harder to read, and some screen readers spell them letter by letter. Write it as a
    /// sentence.
    ALL_CAPITALS = "all-capitals", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let say = |text: &str| format!("\"{}\" is written in capitals", crate::parse::value::shortened(text));
    let title = (entry.has_own("title") && is_capitals(&entry.common.title))
        .then(|| at_field(entry, &[key("title")], &ALL_CAPITALS, say(&entry.common.title)));
    let headings = entry.document.facts.headings.iter().filter(|heading| is_capitals(&heading.text));
    let headings = headings.map(|heading| at(entry, heading.span, &ALL_CAPITALS, say(&heading.text)));
    title.into_iter().chain(headings).map(|finding| finding.help("write it as a sentence: \"Two by ten\"")).collect()
}

/// Whether at least two words of four letters and more are in capitals, and nothing is in small letters.
fn is_capitals(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_uppercase()).count() >= 4).count();
    words >= 2 && !text.chars().any(char::is_lowercase)
}
