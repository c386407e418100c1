//! Checks: every finding that depends on content, before anything is rendered.
//!
//! 1. [`RULES`] look at the site, entry by entry and as a whole.
//! 2. [`levels::apply`] gives each finding the level that the site and the page ask for.
//!
//! A new rule is one file in `rules/` and one line in [`RULES`].

pub mod levels;
pub mod rule;
pub mod rules;

use rayon::prelude::*;

use crate::diagnostic::code::Code;
use crate::diagnostic::{self, Diagnostic};
use crate::model::site::Site;
use rule::Rule;

/// Every rule.
pub const RULES: &[&Rule] = &[
    &rules::addresses::RULE,
    &rules::all_capitals::RULE,
    &rules::alt_text::RULE,
    &rules::base_url::RULE,
    &rules::broken_anchor::RULE,
    &rules::broken_image::RULE,
    &rules::broken_link::RULE,
    &rules::citations::RULE,
    &rules::code_blocks::RULE,
    &rules::dates::RULE,
    &rules::footnotes::RULE,
    &rules::foreign_syntax::RULE,
    &rules::headings::RULE,
    &rules::held_link::RULE,
    &rules::link_text::RULE,
    &rules::nesting::RULE,
    &rules::numbers::RULE,
    &rules::pages::RULE,
    &rules::raw_html::RULE,
    &rules::references::RULE,
    &rules::relations::RULE,
    &rules::reviews::RULE,
    &rules::scenarios::RULE,
    &rules::table_header::RULE,
    &rules::terms::RULE,
    &rules::unsafe_address::RULE,
];

/// All findings of a site in the order of their places: those of earlier stages (`found`) and those
/// of the rules, at the levels that the site asks for. `codes` are all codes there are.
pub fn check(site: &Site, found: Vec<Diagnostic>, codes: &[&'static Code]) -> Vec<Diagnostic> {
    // Entry by entry, not rule by rule: what one rule has looked at is at hand for the next.
    let of_entry = |entry| RULES.iter().flat_map(move |rule| rule.look.at_entry(site, entry));
    let (of_entries, of_site): (Vec<Diagnostic>, Vec<Diagnostic>) = rayon::join(
        || site.entries.par_iter().flat_map_iter(of_entry).collect(),
        || RULES.par_iter().flat_map_iter(|rule| rule.look.at_site(site)).collect(),
    );
    let findings = found.into_iter().chain(of_entries).chain(of_site).collect();
    let mut findings = levels::apply(site, findings, codes);
    diagnostic::sort(&mut findings);
    findings
}
