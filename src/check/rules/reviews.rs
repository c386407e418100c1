//! Policies are reviewed in time.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::collections::policy::PolicyStatus;
use crate::model::entry::Entry;

crate::codes! {
    /// A policy's review is overdue.
    ///
    /// It stays published and says so on its face. After the review add the day to `reviewed:`, even
    /// when nothing changed.
    REVIEW_OVERDUE = "review-overdue", Warning, Adjustable;
    /// A policy does not say when it is reviewed next.
    ///
    /// Add `review_every: 3 years`, or `next_review:` with a day.
    NO_REVIEW_DATE = "no-review-date", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let Detail::Policy(policy) = &*entry.detail else { return Vec::new() };
    if policy.status != PolicyStatus::Adopted || !entry.language.is_main() {
        return Vec::new();
    }
    match policy.next_review() {
        None if entry.has_own("review_every") || entry.has_own("next_review") => Vec::new(),
        None => vec![
            at_field(entry, &[key("title")], &NO_REVIEW_DATE, "this policy does not say when it is reviewed next")
                .help("add a line `review_every: 3 years`, or `next_review:` with a day"),
        ],
        Some(due) if due < around.today => {
            let field = if policy.next_review.is_some() { "next_review" } else { "reviewed" };
            vec![
                at_field(entry, &[key(field)], &REVIEW_OVERDUE, format!("this policy was to be reviewed by {due}"))
                    .help("after the review add its day to `reviewed`, even when nothing changed"),
            ]
        }
        Some(_) => Vec::new(),
    }
}
