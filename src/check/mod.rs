//! Checks: every finding that depends on content, before anything is rendered.
//!
//! 1. [`RULES`] look at the site, entry by entry and as a whole.
//! 2. [`levels::apply`] gives each finding the level that the site and the page ask for.
//!
//! A new rule is one file in `rules/` and one line in [`RULES`].

pub mod accessibility;
pub mod levels;
pub mod rule;
pub mod rules;

use std::sync::Arc;

use rayon::prelude::*;

use crate::day::Day;
use crate::diagnostic::code::Code;
use crate::diagnostic::{self, Diagnostic};
use crate::model::entry::Entry;
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::portion;
use rule::{Around, Rule};

/// Every rule.
pub const RULES: &[&Rule] = &[
    &rules::addresses::RULE,
    &rules::all_capitals::RULE,
    &rules::alt_text::RULE,
    &rules::base_url::RULE,
    &rules::broken_anchor::RULE,
    &rules::broken_image::RULE,
    &rules::broken_link::RULE,
    &rules::charts::RULE,
    &rules::citations::RULE,
    &rules::code_blocks::RULE,
    &rules::components::RULE,
    &rules::contact::RULE,
    &rules::dates::RULE,
    &rules::decks::EMPTY,
    &rules::decks::RULE,
    &rules::footnotes::RULE,
    &rules::foreign_syntax::RULE,
    &rules::hard_to_read::RULE,
    &rules::headings::RULE,
    &rules::held_link::RULE,
    &rules::link_text::RULE,
    &rules::logo::RULE,
    &rules::low_contrast::RULE,
    &rules::maths::RULE,
    &rules::nesting::RULE,
    &rules::numbers::RULE,
    &rules::pages::RULE,
    &rules::queries::RULE,
    &rules::quotes::RULE,
    &rules::raw_html::RULE,
    &rules::references::RULE,
    &rules::relations::RULE,
    &rules::reviews::RULE,
    &rules::scenarios::RULE,
    &rules::social_image::RULE,
    &rules::stocks::RULE,
    &rules::stories::RULE,
    &rules::table_header::RULE,
    &rules::terms::RULE,
    &rules::texts::RULE,
    &rules::thoughts::RULE,
    &rules::translations::RULE,
    &rules::unsafe_address::RULE,
    &rules::videos::RULE,
];

/// What was found at the entries of the last site. It changes how long looking takes, and never what is found.
#[derive(Debug, Default)]
pub struct Remembered {
    around: Option<(Arc<Settings>, Day)>,
    /// By the positions of the entries.
    found: Vec<(Arc<Entry>, Vec<Diagnostic>)>,
}

/// All findings of a site in the order of their places: those of earlier stages (`found`) and those
/// of the rules, at the levels that the site asks for. `codes` are all codes there are.
pub fn check(
    site: &Site,
    found: Vec<Diagnostic>,
    codes: &[&'static Code],
    remembered: &mut Remembered,
) -> Vec<Diagnostic> {
    let around = Around { settings: &site.settings, today: site.today };
    let is_same =
        |(settings, today): &(Arc<Settings>, Day)| Arc::ptr_eq(settings, &site.settings) && *today == site.today;
    let known = if remembered.around.as_ref().is_some_and(is_same) { &remembered.found[..] } else { &[] };
    // Entry by entry, not rule by rule: what one rule has looked at is at hand for the next.
    let own = |(at, entry): (usize, &Arc<Entry>)| -> Vec<Diagnostic> {
        match known.get(at).filter(|(known, _)| Arc::ptr_eq(known, entry)) {
            Some((_, found)) => found.clone(),
            None => RULES.iter().flat_map(|rule| rule.look.at_entry(&around, entry)).collect(),
        }
    };
    let linked = |entry: &Arc<Entry>| RULES.iter().flat_map(|rule| rule.look.at_links(site, entry)).collect::<Vec<_>>();
    let entries = || site.entries.par_iter().with_min_len(32).with_max_len(portion::MOST);
    let (own, others): (Vec<Vec<Diagnostic>>, Vec<Diagnostic>) = rayon::join(
        || entries().enumerate().map(own).collect(),
        || {
            let of_links = entries().flat_map_iter(linked);
            of_links.chain(RULES.par_iter().flat_map_iter(|rule| rule.look.at_site(site))).collect()
        },
    );
    let findings = own.iter().flatten().cloned().chain(found).chain(others).collect();
    remembered.around = Some((Arc::clone(&site.settings), site.today));
    remembered.found = site.entries.iter().cloned().zip(own).collect();
    let mut findings = levels::apply(site, findings, codes);
    diagnostic::sort(&mut findings);
    findings
}
