//! A link's words say where it leads.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::value::shortened;

crate::codes! {
    /// A link has no text.
    ///
    /// Nobody can see or hear it. Write the text into the square brackets.
    EMPTY_LINK = "empty-link", Warning, Adjustable;
    /// A link's text says nothing about its target.
    ///
    /// People who listen to pages jump from link to link; "click here" tells them nothing. Use the
    /// words that name the target: `read [the boundaries policy](policies/boundaries.md)`.
    VAGUE_LINK_TEXT = "vague-link-text", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

const VAGUE: &[&str] = &[
    "click",
    "click here",
    "here",
    "this",
    "link",
    "this link",
    "more",
    "read more",
    "learn more",
    "see more",
    "see here",
    "details",
    "this page",
    "page",
    "website",
    "download",
    "go",
    "aquí",
    "haz clic aquí",
    "más",
    "leer más",
    "هنا",
    "اضغط هنا",
];

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |link: &crate::parse::facts::Link| {
        let text = link.text.trim().trim_end_matches(['.', '…', '!', '»', '→', '>']).trim().to_lowercase();
        if text.is_empty() {
            return Some(
                at(entry, link.span, &EMPTY_LINK, format!("the link to \"{}\" has no text", shortened(&link.target)))
                    .help("write the words that name the target into the square brackets"),
            );
        }
        VAGUE.contains(&text.as_str()).then(|| {
            at(
                entry,
                link.span,
                &VAGUE_LINK_TEXT,
                format!("the link's text \"{}\" does not say where it leads", link.text.trim()),
            )
            .help("link the words that name the target, such as [the boundaries policy](…)")
        })
    };
    entry.document.facts.links.iter().filter_map(judge).collect()
}
