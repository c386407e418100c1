//! A statement on accessibility says whom to write to.

use crate::check::rule::{Around, Look, Rule};
use crate::diagnostic::Diagnostic;
use crate::model::components::Data;
use crate::model::components::statement::About;
use crate::model::entry::Entry;

crate::codes! {
    /// A statement on accessibility does not say whom to write to.
    ///
    /// Somebody who cannot use a page needs a person to ask for it in another form. Add
    /// `contact: office@our-school.org` to `site.yaml`, or the full address of a page with a form.
    NO_CONTACT = "no-contact", Note, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    // Its translations would say the same.
    if around.settings.config.contact.is_some() || !entry.language.is_main() {
        return Vec::new();
    }
    let is_about =
        |data: &Data| matches!(data, Data::Statement(statement) if statement.about == Some(About::Accessibility));
    let statements = entry.components.iter().filter(|component| is_about(&component.typed.data));
    let say = |component| {
        let mut finding = Diagnostic::new(&NO_CONTACT, "this statement does not say whom to write to");
        finding.at = Some(entry.place_in(component, &[]));
        finding.help("add a line `contact: office@our-school.org` to site.yaml")
    };
    statements.map(say).collect()
}
