//! A video: a picture of ours and a link; nothing of the other site is loaded.

use crate::model::components::video::Video;
use crate::model::components::{Placed, Role};
use crate::render::components::{Scene, paragraphs, reference, within};
use crate::render::html::{self, escape};

/// Appends `video`.
pub(super) fn write(scene: &Scene<'_>, placed: &Placed, video: &Video, out: &mut String) {
    let words = scene.words();
    out.push_str("<div class=\"component video\">\n");
    let poster = reference(placed, Role::Image).and_then(|(target, _)| scene.links.shown(target));
    let link = |out: &mut String| {
        out.push_str("<a href=\"");
        escape::address(out, video.link.trim());
        out.push_str("\" rel=\"noopener noreferrer\">");
    };
    let has_link = video.has_safe_link();
    if has_link {
        link(out);
    }
    if let Some(poster) = poster {
        html::decoration(out, poster);
    }
    within(out, "<span>", &video.title, "</span>");
    out.push_str(if has_link { "</a>\n" } else { "\n" });
    let facts = [
        video.minutes.map(|minutes| words.counted("minutes", usize::from(minutes))),
        video.captions.then(|| words.text("with_captions").to_owned()),
        Some(words.text("on_another_site").to_owned()),
    ];
    out.push_str("<p class=\"facts\">");
    for (at, fact) in facts.iter().flatten().enumerate() {
        out.push_str(if at > 0 { " " } else { "" });
        within(out, "<span>", fact, "</span>");
    }
    out.push_str("</p>\n");
    transcript(scene, placed, video, out);
    out.push_str("</div>\n");
}

fn transcript(scene: &Scene<'_>, placed: &Placed, video: &Video, out: &mut String) {
    let Some(text) = video.transcript.as_deref().filter(|text| !text.trim().is_empty()) else { return };
    if video.transcript_link().is_none() {
        within(out, "<details>\n<summary>", scene.words().text("transcript"), "</summary>\n");
        paragraphs(out, text);
        out.push_str("</details>\n");
        return;
    }
    let target = reference(placed, Role::Link).map(|(target, written)| scene.links.leads(target, written));
    if let Some(html::Target::Href { url, external }) = target {
        out.push_str("<p><a href=\"");
        escape::address(out, &url);
        out.push_str(if external { "\" rel=\"noopener noreferrer" } else { "" });
        within(out, "\">", scene.words().text("transcript"), "</a></p>\n");
    }
}
