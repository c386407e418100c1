//! Translations keep up with their originals.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::model::translation::{KEY, State, state};
use crate::parse::row::Unit;

crate::codes! {
    /// A translation is of an older version of its original.
    ///
    /// Look at what has changed in the original and bring the translation up to date. Then record the
    /// version: paste what the finding shows, or run `homeroom translated FILE`. In a table each row has its own
    /// version in the column `source`; `homeroom translated FILE --row 7` records that of one row.
    OUTDATED_TRANSLATION = "outdated-translation", Warning, Adjustable;
    /// A translation does not say which version of its original it is of.
    ///
    /// With a line `source: …` in its front matter, homeroom says when the original has changed since. A table has
    /// a column `source` for it. Paste what the finding shows, or run `homeroom translated FILE`.
    UNTOLD_SOURCE = "untold-source", Note, Adjustable;
    /// A file names the version of an original, and is no translation.
    ///
    /// `source:` is for translations; `name.es.md` is the Spanish of `name.md`.
    NOT_A_TRANSLATION = "not-a-translation", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let command = match &entry.document.row {
        Some(row) => format!("`homeroom translated {} --row {}`", row.file, row.number),
        None => format!("`homeroom translated {}`", entry.document.path),
    };
    let is_row = entry.document.row.as_ref().is_some_and(|row| row.unit == Unit::Row);
    let finding = match state(entry) {
        Some(State::Current) => None,
        Some(State::Outdated(now)) => Some(
            at_field(entry, &[key(KEY)], &OUTDATED_TRANSLATION, "the original has changed since this was translated")
                .help(if is_row {
                    format!("bring the row up to date, then write `{now}` into this cell or run {command}")
                } else {
                    format!("bring the text up to date, then write `{KEY}: {now}` or run {command}")
                }),
        ),
        Some(State::Untold(now)) if is_row => untold_row(entry, &now),
        Some(State::Untold(now)) => Some(
            at_field(entry, &[], &UNTOLD_SOURCE, UNTOLD)
                .help(format!("once it says what the original says, add a line `{KEY}: {now}` or run {command}")),
        ),
        None if entry.language.is_main() && entry.has_own(KEY) => Some(
            at_field(
                entry,
                &[key(KEY)],
                &NOT_A_TRANSLATION,
                "this is no translation, so it is of no version of another",
            )
            .help(if is_row { "empty the cell" } else { "leave the line out" }),
        ),
        None => None,
    };
    finding.into_iter().collect()
}

const UNTOLD: &str = "this does not say which version of the original it is of";

/// The finding at the cell of a row; of a table without the column it is one and the same for all rows.
fn untold_row(entry: &Entry, now: &str) -> Option<Diagnostic> {
    let (file, document) = (entry.document.file(), &entry.document);
    if document.fields.get(KEY).is_some() {
        let help = format!("once the row says what the original says, write `{now}` into this cell");
        return Some(at_field(entry, &[key(KEY)], &UNTOLD_SOURCE, UNTOLD).help(help));
    }
    // A row that could not be read has no fields, and no word about its version.
    (!document.fields.0.is_empty()).then(|| {
        Diagnostic::new(&UNTOLD_SOURCE, "no row says which version of the original it is of")
            .at(file, document.head())
            .help(format!(
                "once they say what the originals say, run `homeroom translated {file}`: it adds a column \"{KEY}\""
            ))
    })
}
