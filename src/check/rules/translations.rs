//! Translations keep up with their originals.

use crate::check::rule::{Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::model::translation::{KEY, State, state};

crate::codes! {
    /// A translation is of an older version of its original.
    ///
    /// Look at what has changed in the original and bring the translation up to date. Then record the
    /// version: paste the line that the finding shows, or run `homeroom translated FILE`.
    OUTDATED_TRANSLATION = "outdated-translation", Warning, Adjustable;
    /// A translation does not say which version of its original it is of.
    ///
    /// With a line `source: …` in its front matter, homeroom says when the original has changed since.
    /// Paste the line that the finding shows, or run `homeroom translated FILE`.
    UNTOLD_SOURCE = "untold-source", Note, Adjustable;
    /// A file names the version of an original, and is no translation.
    ///
    /// `source:` is for translations; `name.es.md` is the Spanish of `name.md`.
    NOT_A_TRANSLATION = "not-a-translation", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let finding = match state(site, entry) {
        Some(State::Current) => None,
        Some(State::Outdated(now)) => Some(
            at_field(entry, &[key(KEY)], &OUTDATED_TRANSLATION, "the original has changed since this was translated")
                .help(format!(
                    "bring the text up to date, then write `{KEY}: {now}` or run `homeroom translated {}`",
                    entry.document.path
                )),
        ),
        Some(State::Untold(now)) => {
            Some(at_field(entry, &[], &UNTOLD_SOURCE, "this does not say which version of the original it is of").help(
                format!(
                    "once it says what the original says, add a line `{KEY}: {now}` or run `homeroom translated {}`",
                    entry.document.path
                ),
            ))
        }
        None if entry.language.is_main() && entry.has_own(KEY) => Some(
            at_field(
                entry,
                &[key(KEY)],
                &NOT_A_TRANSLATION,
                "this is no translation, so it is of no version of another",
            )
            .help("leave the line out"),
        ),
        None => None,
    };
    finding.into_iter().collect()
}
