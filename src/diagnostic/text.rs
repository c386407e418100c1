//! Texts and places as findings show them, fit for a terminal.

use crate::diagnostic::Location;
use crate::path::SitePath;
use crate::source::{Place, place};

/// Gives the text of a source, where it has one.
pub type Texts<'a> = dyn Fn(&SitePath) -> Option<&'a str> + 'a;

/// The first and the last place of a location; `None` where it has no bytes or its text is not there.
pub fn places(at: &Location, texts: &Texts<'_>) -> Option<(Place, Place)> {
    let span = at.span?;
    let text = texts(&at.file)?;
    Some((place(text, span.start as usize), place(text, span.end as usize)))
}

/// `text` without what a terminal would act upon: control characters and marks that change the
/// direction of text become visible.
pub fn plain(text: &str) -> String {
    let hidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || crate::path::is_bidi_control(c);
    if !text.contains(hidden) {
        return text.to_owned();
    }
    let visible = |c: char| if hidden(c) { format!("\\u{{{:x}}}", u32::from(c)) } else { c.to_string() };
    text.chars().map(visible).collect()
}

/// `text` on one line, fit for a terminal.
pub fn line(text: &str) -> String {
    plain(text).replace(['\n', '\t'], " ")
}
