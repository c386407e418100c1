//! Links to a part of a page find it there.

use crate::check::rule::{Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::suggestion;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;

crate::codes! {
    /// A link leads to a part of a page that is not there.
    ///
    /// What follows `#` is the name of a heading: small letters, blanks written as `-`. It changes when
    /// the heading's words change; `## Heading {#name}` keeps a name.
    BROKEN_ANCHOR = "broken-anchor", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let links = entry.document.facts.links.iter().zip(&entry.links);
    let judge = |(link, target): (&crate::parse::facts::Link, &Target)| {
        let (page, anchor) = match target {
            Target::Here(anchor) => (entry, anchor),
            Target::Entry(at, Some(anchor)) => (site.entry(*at), anchor),
            _ => return None,
        };
        if anchor.is_empty() || anchor == "top" || page.has_anchor(anchor) {
            return None;
        }
        let file = page.document.shown();
        let finding = at(entry, link.span, &BROKEN_ANCHOR, format!("{file} has no part \"#{anchor}\""));
        let anchors = anchors(page);
        Some(match suggestion(anchor, anchors.iter().map(String::as_str)) {
            Some(help) => finding.help(help),
            None => finding.help("leave `#` and what follows out"),
        })
    };
    links.filter_map(judge).collect()
}

/// The anchors of a page, at most 500 of them.
pub fn anchors(page: &Entry) -> Vec<String> {
    let headings = page.document.facts.headings.iter().map(|heading| heading.id.clone());
    headings.chain(page.detail.described().anchors()).take(500).collect()
}
