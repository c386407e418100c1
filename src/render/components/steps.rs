//! Steps: a numbered list, with words to say.

use crate::model::components::steps::Steps;
use crate::render::components::{Scene, title, within};

/// Appends `steps`.
pub(super) fn write(scene: &Scene<'_>, steps: &Steps, out: &mut String) {
    out.push_str("<div class=\"component\">\n");
    title(out, steps.title.as_deref());
    out.push_str("<ol class=\"steps\">\n");
    for step in &steps.steps {
        within(out, "<li>\n<p class=\"do\">", &step.action, "");
        if let Some(minutes) = step.minutes {
            within(out, " <span class=\"time\">", &scene.words().counted("minutes", usize::from(minutes)), "</span>");
        }
        out.push_str("</p>\n");
        for (class, text) in [("say", &step.say), ("why", &step.why)] {
            if let Some(text) = text {
                out.extend(["<p class=\"", class, "\">"]);
                within(out, "<span class=\"label\">", scene.words().text(class), "</span> ");
                within(out, "", text, "</p>\n");
            }
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</div>\n");
}
