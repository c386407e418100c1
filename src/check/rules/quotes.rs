//! People who are quoted agreed, and are not named in full.

use crate::check::rule::{Around, Look, Rule, key};
use crate::diagnostic::Diagnostic;
use crate::model::components::Data;
use crate::model::entry::Entry;

crate::codes! {
    /// A quote is shown and nobody agreed to it.
    ///
    /// `consent:` says how the person agreed, such as `in writing, 2026-05-04`. Until then the quote
    /// stays out of the page.
    QUOTE_WITHOUT_CONSENT = "quote-without-consent", Error, Adjustable;
    /// A quote gives a full name.
    ///
    /// A hub shows roles and at most initials, so that nobody is found years later by what they said.
    QUOTE_WITH_NAME = "quote-with-name", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for component in &entry.components {
        let Data::Quote(quote) = &component.typed.data else { continue };
        let mut say = |code, field: &str, message: String, help: &str| {
            let mut finding = Diagnostic::new(code, message).help(help);
            finding.at = Some(entry.place_in(component, &[key(field)]));
            findings.push(finding);
        };
        if !quote.is_agreed() {
            let said = format!("\"{}\" is no consent", quote.consent.trim());
            say(
                &QUOTE_WITHOUT_CONSENT,
                "consent",
                said,
                "ask, and write how the person agreed: `in writing, 2026-05-04`",
            );
        }
        if quote.tells_a_name() {
            let said = format!("\"{}\" is more than initials", quote.name.as_deref().unwrap_or_default().trim());
            say(&QUOTE_WITH_NAME, "name", said, "write initials, such as M. R., or leave it out");
        }
    }
    findings
}
