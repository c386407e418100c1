//! The rules for robots.

use crate::model::site::Site;

/// `robots.txt` (RFC 9309): everything may be read; the sitemap is named where there is one.
pub fn robots(site: &Site) -> String {
    let sitemap = site.settings.config.base_url.as_ref().map(|base| format!("Sitemap: {}sitemap.xml\n", base.as_str()));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
