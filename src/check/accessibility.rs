//! Accessibility: which findings are about who can use the site, and what they come to.
//!
//! What a statement says must be what the checks find, so it asks the same rules again. They are few and
//! look at entries one by one; this is made in one thread, as a page that waits for it may stand in the
//! way of every other.

use crate::check::levels;
use crate::check::rule::{Around, Rule};
use crate::check::rules::{alt_text, headings, link_text, low_contrast, table_header, videos};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::model::audit::Audit;
use crate::model::config::CheckLevel;
use crate::model::site::Site;

/// The rules that look for them.
const RULES: &[&Rule] =
    &[&alt_text::RULE, &headings::RULE, &link_text::RULE, &low_contrast::RULE, &table_header::RULE, &videos::RULE];

/// The findings, each with the success criterion of WCAG 2.1 that it is about.
pub const CODES: &[(&Code, &str)] = &[
    (&link_text::EMPTY_LINK, "2.4.4"),
    (&headings::EMPTY_HEADING, "2.4.6"),
    (&headings::HEADING_SKIP, "1.3.1"),
    (&low_contrast::LOW_CONTRAST, "1.4.3"),
    (&alt_text::MISSING_ALT_TEXT, "1.1.1"),
    (&headings::SECOND_H1, "1.3.1"),
    (&table_header::TABLE_WITHOUT_HEADER, "1.3.1"),
    (&alt_text::VAGUE_ALT_TEXT, "1.1.1"),
    (&link_text::VAGUE_LINK_TEXT, "2.4.4"),
    (&videos::VIDEO_WITHOUT_TRANSCRIPT, "1.2.1"),
];

/// What the rules of accessibility find on `site`.
pub fn audit(site: &Site) -> Audit {
    let config = &site.settings.config;
    let is_off = |code: &Code| config.checks.get(code.name) == Some(&CheckLevel::Off);
    let mut audit = Audit {
        off: CODES.iter().filter(|(code, _)| is_off(code)).map(|(code, _)| code.name).collect(),
        ..Audit::default()
    };
    let counts = |finding: &Diagnostic| CODES.iter().any(|(code, _)| code.name == finding.code.name);
    let found = |findings: Vec<Diagnostic>| {
        findings.into_iter().filter(counts).filter_map(|finding| levels::levelled(config, finding))
    };
    let around = Around { settings: &site.settings, today: site.today };
    for (at, entry) in site.indexed() {
        let findings =
            RULES.iter().flat_map(|rule| [rule.look.at_entry(&around, entry), rule.look.at_links(site, entry)]);
        for finding in findings.flat_map(found) {
            let name = finding.code.name;
            let is_excused = entry.common.allow.iter().any(|allowed| allowed == name);
            let places = if is_excused { &mut audit.excused } else { &mut audit.open };
            places.entry(name).or_default().pages.insert(at);
        }
    }
    for finding in RULES.iter().flat_map(|rule| found(rule.look.at_site(site))) {
        audit.open.entry(finding.code.name).or_default().everywhere = true;
    }
    audit
}
