//! The facts on accessibility.

use std::collections::BTreeMap;

use super::Facts;
use crate::model::audit::Place;
use crate::model::inventory::Inventory;
use crate::render::components::{day, within};
use crate::render::html::escape;

/// How many pages are named of one kind of finding.
const NAMED: usize = 20;

/// Appends them.
pub(super) fn write(facts: &mut Facts<'_, '_>, inventory: &Inventory) {
    let scene = facts.scene;
    let words = scene.words();
    facts.said("statement_standard", words.text("statement_standard_is"));
    let checked = words.filled("statement_checked_on", &[("day", "{}")]);
    facts.fact("statement_checked", |facts| day(facts.out, scene, &checked, scene.site.today));
    facts.said("statement_pages", &words.0.number(i64::try_from(inventory.pages).unwrap_or(i64::MAX)));
    facts.fact("statement_languages", |facts| {
        for (at, language) in scene.site.settings.languages.iter().enumerate() {
            escape::text(facts.out, if at > 0 { words.text("list_comma") } else { "" });
            facts.out.push_str("<span lang=\"");
            escape::attribute(facts.out, language.code());
            within(facts.out, "\">", language.own_name(), "</span>");
        }
    });
    let Inventory { described, decorative, undescribed, transcribed, captioned, silent, charts, .. } = *inventory;
    facts.counts(
        "statement_pictures",
        &[
            ("pictures_described", described),
            ("pictures_decorative", decorative),
            ("pictures_undescribed", undescribed),
        ],
    );
    facts.counts(
        "statement_videos",
        &[("videos_transcribed", transcribed), ("videos_captioned", captioned), ("videos_silent", silent)],
    );
    facts.counts("statement_charts", &[("charts_with_tables", charts)]);
    let audit = &**scene.audit;
    match audit.open.is_empty() {
        true => facts.said("statement_problems", words.text("statement_no_problems")),
        false => facts.fact("statement_problems", |facts| findings(facts, &audit.open)),
    }
    if !audit.excused.is_empty() {
        facts.fact("statement_excused", |facts| findings(facts, &audit.excused));
    }
    if !audit.off.is_empty() {
        facts.fact("statement_unchecked", |facts| {
            facts.out.push_str("\n<ul>\n");
            audit.off.iter().for_each(|name| within(facts.out, "<li>", words.text(&named(name)), "</li>\n"));
            facts.out.push_str("</ul>\n");
        });
    }
    if let Some(contact) = &scene.site.settings.config.contact {
        facts.fact("statement_contact", |facts| {
            facts.out.push_str("<a href=\"");
            escape::address(facts.out, &contact.href());
            within(facts.out, "\" rel=\"noopener noreferrer\">", contact.shown(), "</a>");
        });
    }
}

/// What the words for a kind of finding are called.
fn named(name: &str) -> String {
    format!("finding_{name}")
}

/// Appends a list of findings, each with the pages that it is on.
fn findings(facts: &mut Facts<'_, '_>, found: &BTreeMap<&'static str, Place>) {
    let words = facts.scene.words();
    facts.out.push_str("\n<ul>\n");
    for (name, place) in found {
        within(facts.out, "<li>", words.text(&named(name)), "");
        let mut separator = ": ";
        for at in place.pages.iter().take(NAMED) {
            escape::text(facts.out, separator);
            separator = words.text("list_comma");
            facts.link(*at);
        }
        let more = place.pages.len().saturating_sub(NAMED);
        if more > 0 {
            escape::text(facts.out, separator);
            escape::text(facts.out, &words.counted("statement_and_more", more));
        }
        if place.everywhere {
            escape::text(facts.out, separator);
            escape::text(facts.out, words.text("statement_everywhere"));
        }
        facts.out.push_str("</li>\n");
    }
    facts.out.push_str("</ul>\n");
}
