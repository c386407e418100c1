//! Prompts of the library, listed as lists do.

use crate::model::components::prompts::MOST;
use crate::model::query::Query;
use crate::model::route::way;
use crate::render::components::{Scene, within};
use crate::render::context::card::card;
use crate::render::html::escape;

/// Appends the prompts that `query` finds; nothing where it finds none.
pub(super) fn write(scene: &Scene<'_>, query: &Query, out: &mut String) {
    let words = scene.words();
    let found = query.select(scene.site, &scene.entry.language);
    if found.is_empty() {
        return;
    }
    out.push_str("<div class=\"component\">\n<ul class=\"cards\">\n");
    for at in found.into_iter().take(MOST) {
        let card = card(&scene.named, at, scene.links.edition, None);
        let address = way(scene.links.root(), scene.site.entry(at).route(), scene.links.edition);
        out.push_str("<li data-hue=\"prompt\"><a href=\"");
        escape::address(out, &address);
        out.push('"');
        if card.foreign {
            for (name, value) in [("lang", &*card.lang), ("hreflang", &*card.lang), ("dir", card.dir)] {
                out.extend([" ", name, "=\""]);
                escape::attribute(out, value);
                out.push('"');
            }
        }
        within(out, ">", &card.title, "</a>\n<p class=\"facts\">");
        if card.foreign {
            out.push_str("<span class=\"tongue\" lang=\"");
            escape::attribute(out, &card.lang);
            out.extend(["\" dir=\"", card.dir]);
            within(out, "\">", &card.tongue, "</span> ");
        }
        let minutes = card.glance.minutes.map(|minutes| words.counted("minutes", usize::from(minutes)));
        let facts = [Some(card.grades).filter(|grades| !grades.is_empty()), minutes];
        for fact in facts.iter().flatten() {
            within(out, "<span>", fact, "</span> ");
        }
        if let Some(depth @ 1..=3) = card.glance.depth {
            let dots = ["●○○", "●●○", "●●●"][usize::from(depth) - 1];
            within(out, "<span><span class=\"dots\" aria-hidden=\"true\">", dots, "</span> ");
            within(out, "", words.text(&format!("depth_{depth}")), "</span>");
        }
        out.push_str("</p></li>\n");
    }
    out.push_str("</ul>\n</div>\n");
}
