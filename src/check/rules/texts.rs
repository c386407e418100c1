//! Messages and stories have a text.

use crate::check::rule::{Around, Look, Rule, at_field};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Kind;
use crate::model::entry::Entry;

crate::codes! {
    /// A message or a story has no text.
    ///
    /// Its text stands below the second `---`. In a message, what the sender fills in stands in square
    /// brackets: `Dear [family name]`.
    NO_TEXT = "no-text", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let takes_text = matches!(entry.kind(), Kind::Message | Kind::Story);
    let body = &entry.text.body[entry.document.body.range()];
    if !takes_text || !body.trim().is_empty() || entry.document.is_unreadable() {
        return Vec::new();
    }
    let message = format!("this {} has no text", entry.kind().name_of(1));
    let help = match entry.document.row {
        Some(_) => "write it as the row's `body`",
        None => "write it below the second `---`",
    };
    vec![at_field(entry, &[], &NO_TEXT, message).help(help)]
}
