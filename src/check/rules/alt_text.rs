//! Every image says in words what it shows.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;

crate::codes! {
    /// An image has no text that says what it shows.
    ///
    /// Somebody who cannot see the image hears this text. Write it in the square brackets:
    /// `![A ring of chairs with one left free](circle.jpg)`.
    MISSING_ALT_TEXT = "missing-alt-text", Warning, Adjustable;
    /// An image's text is a file name or says only that it is an image.
    ///
    /// "IMG_2041.jpg" or "image" tells nobody anything. Say what can be seen and why it is there.
    VAGUE_ALT_TEXT = "vague-alt-text", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |image: &crate::parse::facts::Image| {
        let alt = image.alt.trim();
        if alt.is_empty() {
            return Some(
                at(
                    entry,
                    image.span,
                    &MISSING_ALT_TEXT,
                    format!("the image \"{}\" has no text that says what it shows", image.target),
                )
                .help("write what can be seen into the square brackets: ![a ring of chairs](circle.jpg)"),
            );
        }
        is_vague(alt, &image.target).then(|| {
            at(entry, image.span, &VAGUE_ALT_TEXT, format!("the image's text \"{alt}\" does not say what it shows"))
                .help("say what can be seen and why it matters here")
        })
    };
    entry.document.facts.images.iter().filter_map(judge).collect()
}

fn is_vague(alt: &str, target: &str) -> bool {
    let alt = alt.to_lowercase();
    let name = target.rsplit('/').next().unwrap_or(target).to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let ending =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".avif"].iter().any(|ending| alt.ends_with(ending));
    let camera = alt.starts_with("img_") || alt.starts_with("dsc_") || alt.starts_with("screenshot 20");
    ending
        || camera
        || alt == name
        || (alt == stem && stem.contains(['-', '_']))
        || ["image", "picture", "photo", "graphic", "screenshot", "alt", "alt text", "logo", "icon", "diagram"]
            .contains(&alt.as_str())
}
