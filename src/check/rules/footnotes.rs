//! Footnotes and their marks belong together.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A footnote's mark has no footnote.
    ///
    /// Write the note on a line of its own: `[^1]: Quin, 2017.`
    UNDEFINED_FOOTNOTE = "undefined-footnote", Warning, Adjustable;
    /// Nothing refers to a footnote.
    ///
    /// It is not shown. Put its mark `[^1]` into the text, or take the note out.
    UNUSED_FOOTNOTE = "unused-footnote", Warning, Adjustable;
    /// Two footnotes have one name.
    ///
    /// Only the first is shown. Give the second a name of its own.
    DUPLICATE_FOOTNOTE = "duplicate-footnote", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| {
        let (code, message, help) = match &remark.kind {
            RemarkKind::UndefinedFootnote(name) => (
                &UNDEFINED_FOOTNOTE,
                format!("there is no footnote \"{name}\""),
                format!("write it on a line of its own: [^{name}]: …"),
            ),
            RemarkKind::UnusedFootnote(name) => (
                &UNUSED_FOOTNOTE,
                format!("nothing refers to the footnote \"{name}\""),
                format!("put [^{name}] into the text, or take the note out"),
            ),
            RemarkKind::DuplicateFootnote(name) => (
                &DUPLICATE_FOOTNOTE,
                format!("there is a footnote \"{name}\" already"),
                "give this one a name of its own".to_owned(),
            ),
            _ => return None,
        };
        Some(at(entry, remark.span, code, message).help(help))
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}
