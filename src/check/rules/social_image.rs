//! The image for links to the site that are shared is there.

use crate::check::rule::{Look, Rule};
use crate::check::rules::broken_image::BROKEN_IMAGE;
use crate::diagnostic::Diagnostic;
use crate::model::config;
use crate::model::site::Site;

/// The rule.
pub static RULE: Rule = Rule { codes: &[], look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let Some(written) = &site.settings.config.social_image else { return Vec::new() };
    let path = site.social_image();
    if path.as_ref().is_some_and(|path| site.raster(path).is_some()) {
        return Vec::new();
    }
    let is_there = path.as_ref().is_some_and(|path| site.source(path).is_some());
    let message = if is_there {
        format!("\"social_image\" names \"{written}\", which is no image that can be shown where a link is shared")
    } else {
        format!("\"social_image\" names \"{written}\", and there is no such file below content/")
    };
    let span = site.settings.fields.get("social_image").map(|field| field.value.span).unwrap_or_default();
    vec![
        Diagnostic::new(&BROKEN_IMAGE, message)
            .at(&config::file(), span)
            .help("name a JPEG or PNG by its path below content/, such as static/card.png"),
    ]
}
