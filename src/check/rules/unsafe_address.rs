//! No page holds an address that could run something.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::parse::value::shortened;

crate::codes! {
    /// A link or image has an address that pages do not hold.
    ///
    /// Only `http:`, `https:`, `mailto:`, `tel:` and paths of this site are let through. The link is
    /// shown as text.
    UNSAFE_ADDRESS = "unsafe-address", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let facts = &entry.document.facts;
    let links = facts.links.iter().map(|link| (&link.target, link.span)).zip(&entry.links);
    let images = facts.images.iter().map(|image| (&image.target, image.span)).zip(&entry.images);
    let found = links.chain(images).filter_map(|((target, span), resolved)| match resolved {
        Target::Unsafe(scheme) => Some(
            at(
                entry,
                span,
                &UNSAFE_ADDRESS,
                format!("the address \"{}\" begins with \"{scheme}\", which is not let through", shortened(target)),
            )
            .help(instead(target, scheme)),
        ),
        _ => None,
    });
    found.collect()
}

/// What to write in place of `address`, which begins with `scheme`.
fn instead(address: &str, scheme: &str) -> String {
    // A drive of Windows, or a file on the author's own disk.
    let is_local = scheme == "file:" || scheme.len() == 2 && scheme.ends_with(':');
    match address.rsplit(['/', '\\']).next().filter(|name| is_local && !name.is_empty()) {
        Some(name) => {
            format!("only your own computer has this; put the file beside this page and write {}", shortened(name))
        }
        None => {
            "write an address that begins with https://, mailto: or tel:, or the path of a file of this site".to_owned()
        }
    }
}
