//! Stories are told with consent, and by initials.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::entry::Entry;

crate::codes! {
    /// A story is to be published without its teller's consent.
    ///
    /// Ask first, in writing. Then write `consent: true`; until then keep the story back with `draft: true`.
    NO_CONSENT = "no-consent", Error, Fixed;
    /// A teller's initials look like a name.
    ///
    /// Stories name nobody: write the first letters only, such as `M. R.`.
    FULL_NAME = "full-name", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

/// How many letters in a row are a name and no initials.
const NAME: usize = 3;

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let Detail::Story(story) = &*entry.detail else { return Vec::new() };
    let consent = (entry.has_own("consent") && !story.consent).then(|| {
        at_field(entry, &[key("consent")], &NO_CONSENT, "its teller has not agreed to this story's being published")
            .help("ask, and then write `consent: true`; until then add `draft: true`")
    });
    let initials = story.teller.initials.as_deref().filter(|_| entry.has_own("teller")).unwrap_or_default();
    let is_name = initials
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() >= NAME && word.chars().skip(1).any(char::is_lowercase));
    let name = is_name.then(|| {
        let message = format!("\"{initials}\" looks like a name");
        at_field(entry, &[key("teller"), key("initials")], &FULL_NAME, message)
            .help("write the first letters only, such as `M. R.`")
    });
    consent.into_iter().chain(name).collect()
}
