//! The site knows its own address.

use crate::check::rule::{Look, Rule};
use crate::diagnostic::Diagnostic;
use crate::model::codes::NO_BASE_URL;
use crate::model::config;
use crate::model::site::Site;

/// The rule.
pub static RULE: Rule = Rule { codes: &[], look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    if site.settings.config.base_url.is_some() || site.settings.fields.0.is_empty() {
        return Vec::new();
    }
    let message =
        "the site has no base_url, so sitemap.xml, feeds, the calendar, full addresses and codes on cards are left out";
    vec![
        Diagnostic::new(&NO_BASE_URL, message)
            .in_file(&config::file())
            .help("add a line `base_url: https://…`, or give --base-url when you build for the web"),
    ]
}
