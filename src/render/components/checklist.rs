//! A checklist: boxes to tick on paper.

use crate::model::components::checklist::Checklist;
use crate::render::components::{Scene, day, title, within};
use crate::render::html::escape;

/// Appends `checklist`.
pub(super) fn write(scene: &Scene<'_>, checklist: &Checklist, out: &mut String) {
    out.push_str("<div class=\"component\">\n");
    title(out, checklist.title.as_deref());
    within(out, "<ul class=\"checklist\" data-clear=\"", scene.words().text("clear_ticks"), "\">\n");
    for task in &checklist.items {
        within(out, "<li><span class=\"item\">", &task.item, "</span>");
        if task.owner.is_some() || task.due.is_some() {
            out.push_str("\n<p class=\"facts\">");
            if let Some(owner) = &task.owner {
                within(out, "<span>", owner, "</span>");
            }
            if let Some(due) = task.due {
                out.push_str(if task.owner.is_some() { " <span>" } else { "<span>" });
                day(out, scene, &[scene.words().text("by_day"), " {}"].concat(), due);
                out.push_str("</span>");
            }
            out.push_str("</p>");
        }
        if let Some(evidence) = &task.evidence {
            out.push_str("\n<p class=\"shown\">");
            escape::text(out, scene.words().text("shown_by"));
            within(out, " ", evidence, "</p>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</div>\n");
}
