//! The sitemap.

use std::fmt::Write;

use crate::feed::xml::escaped;
use crate::model::claim::{Claim, Claimed, Print};
use crate::model::route::Edition;
use crate::model::site::Site;

/// `sitemap.xml` (sitemaps.org, protocol 0.9): every page with its full address and, where it is
/// known, the day it was last changed. Empty without a `base_url`.
pub fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let Some(base) = &site.settings.config.base_url else { return String::new() };
    for Claimed { spot, claim } in site.claims() {
        let day = match claim {
            Claim::Entry(at) => site.changed(site.entry(*at)),
            Claim::Print(at, Print::Sheets) => site.changed(site.entry(*at)),
            Claim::Asset(_) | Claim::Width(..) | Claim::Alias(..) | Claim::Print(..) => continue,
            Claim::Section(..) | Claim::Listing(..) | Claim::Whole(..) | Claim::Vocabulary(..) | Claim::Term(..) => {
                None
            }
        };
        let address = [base.as_str(), &spot.route.address(Edition::Web)].concat();
        let changed = day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(xml, "<url><loc>{}</loc>{changed}</url>", escaped(&address));
    }
    xml + "</urlset>\n"
}
