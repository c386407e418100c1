//! A quote: what was said, and by whom.

use crate::model::components::quote::Quote;
use crate::render::components::{Scene, day, paragraphs};
use crate::render::html::escape;

/// Appends `quote`; nothing where nobody agreed.
pub(super) fn write(scene: &Scene<'_>, quote: &Quote, out: &mut String) {
    if !quote.is_agreed() || quote.consent.trim().is_empty() {
        return;
    }
    out.push_str("<figure class=\"component quote\">\n<blockquote>\n");
    paragraphs(out, &quote.text);
    out.push_str("</blockquote>\n<figcaption>");
    let name = quote.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let who = [name, Some(quote.role.trim())];
    for (at, part) in who.into_iter().flatten().enumerate() {
        out.push_str(if at > 0 { scene.words().0.text("list_comma") } else { "" });
        escape::text(out, part);
    }
    if let Some(date) = quote.date {
        day(out, scene, &[scene.words().text("list_comma"), "{}"].concat(), date);
    }
    out.push_str("</figcaption>\n</figure>\n");
}
