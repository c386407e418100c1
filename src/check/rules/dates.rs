//! Dates make sense together.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::entry::Entry;
use crate::parse::typed::Step;

crate::codes! {
    /// Two dates contradict each other.
    ///
    /// Something ends before it begins, or was changed before it was written.
    DATES_OUT_OF_ORDER = "dates-out-of-order", Warning, Adjustable;
    /// A day that is past by its meaning is still to come.
    ///
    /// A review that is said to have taken place lies in the future. Check the year.
    DATE_TO_COME = "date-to-come", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let one = |name: &str, day: Option<Day>| day.map(|day| (vec![key(name)], day));
    let many = |name: &str, days: &[Day]| {
        days.iter().enumerate().map(|(at, day)| (vec![key(name), Step::Item(at)], *day)).collect::<Vec<_>>()
    };
    let mut pairs = vec![("updated", entry.common.updated, "date", entry.common.date)];
    let mut past = Vec::from_iter(one("updated", entry.common.updated));
    match &*entry.detail {
        Detail::Guide(guide) => past.extend(one("reviewed", guide.reviewed)),
        Detail::Prompt(prompt) => past.extend(one("reviewed", prompt.reviewed)),
        Detail::Policy(policy) => {
            past.extend(many("reviewed", &policy.reviewed));
            past.extend(many("revised", &policy.revised));
        }
        Detail::Playbook(chapter) => pairs.push(("end", chapter.end, "start", chapter.start)),
        _ => {}
    }
    let order = pairs.into_iter().filter_map(|(later, last, earlier, first)| {
        let (last, first) = (last?, first?);
        (last < first).then(|| {
            at_field(
                entry,
                &[key(later)],
                &DATES_OUT_OF_ORDER,
                format!("\"{later}\" ({last}) lies before \"{earlier}\" ({first})"),
            )
            .help("check both dates; they are written year-month-day")
        })
    });
    let future = past.into_iter().filter(|(_, day)| *day > around.today).map(|(path, day)| {
        at_field(entry, &path, &DATE_TO_COME, format!("{day} is still to come"))
            .help("check the year; a day that is past stands here")
    });
    order.chain(future).collect()
}
