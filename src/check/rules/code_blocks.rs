//! Code blocks can be shown as they are meant.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::components::{NAMES, nearly};
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A code block is too large to be coloured.
    ///
    /// Blocks over 64 KiB or with lines over 2,000 characters are shown without colours.
    CODE_TOO_LARGE = "code-too-large", Note, Adjustable;
    /// A code block is in a language that is not known.
    ///
    /// It is shown without colours. Check the word after the three backticks.
    UNKNOWN_CODE_LANGUAGE = "unknown-code-language", Note, Adjustable;
    /// A code block is opened and never closed.
    ///
    /// Everything that follows is taken for code. Close it with a line of three backticks.
    UNCLOSED_FENCE = "unclosed-fence", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    // A component is no code, and one that is mistyped is named as such.
    let is_component = |remark: &crate::parse::facts::Remark| {
        let blocks = &entry.document.components;
        let found = blocks.binary_search_by_key(&remark.span.start, |block| block.opening.start);
        found.is_ok_and(|at| NAMES.contains(&blocks[at].name.as_str()) || nearly(&blocks[at]).is_some())
    };
    let judge = |remark: &crate::parse::facts::Remark| {
        let (code, message, help) = match &remark.kind {
            RemarkKind::CodeTooLarge => (
                &CODE_TOO_LARGE,
                "this code block is too large to be coloured".to_owned(),
                "split it, or link to the file",
            ),
            RemarkKind::UnknownCodeLanguage(_) if is_component(remark) => return None,
            RemarkKind::UnknownCodeLanguage(name) => (
                &UNKNOWN_CODE_LANGUAGE,
                format!("\"{name}\" is not a language whose colours are known"),
                "check the word after the backticks, or write `text`",
            ),
            RemarkKind::UnclosedFence => (
                &UNCLOSED_FENCE,
                "a code block is opened here and never closed".to_owned(),
                "close it with a line of three backticks",
            ),
            _ => return None,
        };
        Some(at(entry, remark.span, code, message).help(help))
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}
