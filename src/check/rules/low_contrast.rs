//! The colours that a site sets can be read.

use crate::check::rule::{Look, Rule};
use crate::colour::{Colour, READABLE};
use crate::diagnostic::Diagnostic;
use crate::model::brand::{LIGHT, ink_on};
use crate::model::config;
use crate::model::site::Site;
use crate::parse::value::Data;

crate::codes! {
    /// A color of the site's own is too pale, or too near to another, to be read.
    ///
    /// Letters need a contrast of 4.5 : 1 to what is behind them (WCAG 2.2, 1.4.3): the color of links to
    /// each paper of the default theme, the letters in the header, which are dark ink or white, whichever
    /// stands out more, to the color of the header. homeroom proposes the nearest color of the same hue.
    /// In the dark it finds colors by itself. A theme with papers of its own turns this off:
    /// `checks: {low-contrast: off}`.
    LOW_CONTRAST = "low-contrast", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let colors = &site.settings.config.colors;
    let link = colors.link.filter(|link| !LIGHT.can_show(*link)).map(|link| {
        let (paper, contrast) = LIGHT.hardest(link);
        let said = format!("links in {link} have a contrast of {} : 1 to the paper {paper}", shown(contrast));
        found(site, "link", said, link.nearest(|link| LIGHT.can_show(link)))
    });
    let is_legible = |header: Colour| ink_on(header).contrast(header) >= READABLE;
    let header = colors.header.filter(|header| !is_legible(*header)).map(|header| {
        let contrast = shown(ink_on(header).contrast(header));
        let said = format!("letters in a header of {header} have a contrast of at most {contrast} : 1, dark or white");
        found(site, "header", said, header.nearest(is_legible))
    });
    link.into_iter().chain(header).collect()
}

fn found(site: &Site, key: &'static str, said: String, better: Option<Colour>) -> Diagnostic {
    let colors = site.settings.fields.get("colors").map(|field| &field.value);
    let value = colors.and_then(|colors| match &colors.data {
        Data::Map(fields) => fields.get(key).map(|field| field.value.span),
        _ => None,
    });
    let span = value.or(colors.map(|colors| colors.span)).unwrap_or_default();
    let finding = Diagnostic::new(&LOW_CONTRAST, format!("{said}; letters need {READABLE} : 1"));
    let help = better.map_or_else(
        || "choose a darker color".to_owned(),
        |better| format!("write {key}: \"{better}\", the nearest color that can be read"),
    );
    finding.at(&config::file(), span).help(help)
}

/// A contrast that is too low, never rounded up to one that is not.
fn shown(contrast: f64) -> String {
    format!("{:.2}", (contrast * 100.0).floor() / 100.0)
}
