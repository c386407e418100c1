//! The facts on privacy.

use super::Facts;
use crate::model::inventory::Inventory;
use crate::render::components::within;
use crate::render::html::escape;
use crate::render::kept::{kept, own_parts};

/// Appends them.
pub(super) fn write(facts: &mut Facts<'_, '_>, inventory: &Inventory) {
    let scene = facts.scene;
    let words = scene.words();
    facts.said("privacy_requests", words.text("privacy_no_requests"));
    facts.said("privacy_cookies", words.text("privacy_no_cookies"));
    let kept = kept(scene.theme, inventory);
    if kept.is_empty() {
        facts.said("privacy_kept", words.text("privacy_nothing_kept"));
    } else {
        facts.fact("privacy_kept", |facts| {
            within(facts.out, "\n<p>", words.text("privacy_kept_here"), "</p>\n<ul>\n");
            for kept in &kept {
                within(facts.out, "<li>", words.text(&format!("kept_{}", kept.name)), " <code dir=\"ltr\">");
                let key = kept.key(scene.site.settings.config.base_url.as_ref());
                within(facts.out, "", &key, "</code></li>\n");
            }
            facts.out.push_str("</ul>\n");
        });
    }
    let hosts = &inventory.hosts;
    facts.fact("privacy_links", |facts| {
        let said = words.counted("privacy_links_lead", hosts.len());
        if hosts.is_empty() {
            return escape::text(facts.out, &said);
        }
        within(facts.out, "\n<p>", &said, "</p>\n<details>\n<summary>");
        within(facts.out, "", words.text("privacy_hosts"), "</summary>\n<ul>\n");
        for host in hosts {
            within(facts.out, "<li dir=\"ltr\">", host, "</li>\n");
        }
        facts.out.push_str("</ul>\n</details>\n");
    });
    let own = own_parts(scene.theme);
    if !own.is_empty() {
        let list = own.join(words.text("list_comma"));
        facts.said("privacy_own", &words.filled("privacy_own_parts", &[("list", &list)]));
    }
}
