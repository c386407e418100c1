//! Links to what is not published now.

use crate::check::rule::{Look, Rule, at, at_field};
use crate::diagnostic::Diagnostic;
use crate::model::assemble::item;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;

crate::codes! {
    /// A link leads to an entry that is held back.
    ///
    /// It is a draft, retired, or its date is still to come. Until it is published, the link is shown
    /// as plain text.
    HELD_LINK = "held-link", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let reason = |path: &crate::path::SitePath| {
        // The list stands in the order of paths, and a folder of drafts may be long.
        let found = site.held_back.binary_search_by(|held| held.path.cmp(path));
        found.map_or_else(|_| String::new(), |at| format!(": {}", site.held_back[at].reason))
    };
    let say = |path: &crate::path::SitePath| match site.held_rows.get(path) {
        Some((row, reason)) => format!("{row} is not published now: {reason}"),
        None => format!("{path} is not published now{}", reason(path)),
    };
    let help = "publish it, or leave the link as it is: it is shown as plain text until then";
    let links = entry.document.facts.links.iter().zip(&entry.links).filter_map(|(link, target)| match target {
        Target::Held(path) => Some(at(entry, link.span, &HELD_LINK, say(path)).help(help)),
        _ => None,
    });
    let relations =
        entry.relations.iter().filter(|relation| entry.has_own(relation.field)).filter_map(|relation| match &relation
            .target
        {
            Target::Held(path) => Some(
                at_field(entry, &item(relation.field, relation.item), &HELD_LINK, say(path))
                    .help("publish it; until then it is left out of the list"),
            ),
            _ => None,
        });
    links.chain(relations).collect()
}
