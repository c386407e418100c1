//! A scenario: what happens and what is asked; what to do is folded away until the reader has thought.

use crate::model::components::scenario::Scenario;
use crate::render::components::words::level_name;
use crate::render::components::{Scene, paragraphs, title, within};

/// Appends `scenario`.
pub(super) fn write(scene: &Scene<'_>, scenario: &Scenario, out: &mut String) {
    let words = scene.words();
    out.push_str("<div class=\"component scenario\">\n");
    title(out, Some(&scenario.title));
    paragraphs(out, &scenario.situation);
    within(out, "<p class=\"question\">", &scenario.question, "</p>\n");
    within(out, "<details>\n<summary>", words.text("what_to_do"), "</summary>\n");
    if let Some(level) = scenario.level {
        out.extend(["<p class=\"level\" data-level=\"", level_name(level), "\">"]);
        within(out, "", &words.level(level), "</p>\n");
    }
    for (label, text) in [("do_this", &scenario.action), ("why_this", &scenario.why)] {
        within(out, "<p><strong>", words.text(label), "</strong> ");
        within(out, "", text, "</p>\n");
    }
    out.push_str("</details>\n</div>\n");
}
