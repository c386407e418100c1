//! The words that are added to bodies: footnotes, alerts, tables, headings.

use crate::render::html;
use crate::render::words::{Filling, Tongue};

/// The words that are added to bodies, filled in once.
pub struct BodyWords([String; 13]);

impl BodyWords {
    /// The words that are added to bodies in one language.
    pub fn new(words: &Tongue) -> Self {
        let place = [("number", Filling::Text("{}")), ("title", Filling::Text("{}"))];
        let filled = |key: &str| words.with(key, &place);
        let plain = |key: &str| words.text(key).to_owned();
        Self([
            plain("alert_note"),
            plain("alert_tip"),
            plain("alert_important"),
            plain("alert_warning"),
            plain("alert_caution"),
            plain("footnotes"),
            filled("footnote"),
            filled("back_to_reference"),
            filled("link_to_section"),
            filled("table"),
            plain("table_caption"),
            plain("details"),
            plain("digits"),
        ])
    }

    /// The same, as bodies take them.
    pub fn lent(&self) -> html::Words<'_> {
        let [
            note,
            tip,
            important,
            warning,
            caution,
            footnotes,
            footnote,
            back,
            section,
            table,
            caption,
            details,
            digits,
        ] = &self.0;
        html::Words {
            alerts: [note, tip, important, warning, caution],
            footnotes,
            footnote,
            back,
            section,
            table,
            caption,
            details,
            digits,
        }
    }
}
