//! Images are there.

use crate::check::rule::{Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::image::{Kind, kind_of};
use crate::model::entry::Entry;
use crate::model::link::{Target, Why};
use crate::model::site::Site;

crate::codes! {
    /// An image is not there, or is no image.
    ///
    /// Images lie beside the page, or below `content/static/`, and are named by a relative path, letter
    /// case included.
    BROKEN_IMAGE = "broken-image", Error, Adjustable;
    /// An image lies on another site.
    ///
    /// A page makes no request to another origin: schools block them, and they tell others who reads.
    /// Save the image beside the page, if you have the right to.
    REMOTE_IMAGE = "remote-image", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(_: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let images = entry.document.facts.images.iter().zip(&entry.images);
    let judge = |(image, target): (&crate::parse::facts::Image, &Target)| {
        let name = &crate::parse::value::shortened(&image.target);
        let (code, message, help) = match target {
            // One that cannot be shown has a finding of its own, from when it was read.
            Target::Asset(path) if kind_of(path.name()) != Kind::Other => return None,
            Target::Unsafe(_) => return None,
            Target::External => (
                &REMOTE_IMAGE,
                format!("the image \"{name}\" lies on another site, and pages load nothing from there"),
                "save the image beside this file and name it: ![what it shows](name.jpg)".to_owned(),
            ),
            Target::Broken(Why::LetterCase(path)) => (
                &BROKEN_IMAGE,
                format!("\"{name}\" differs in letter case from the file {path}"),
                format!("write {}", crate::path::relative(entry.document.path.folder(), path.as_str())),
            ),
            Target::Broken(_) => (
                &BROKEN_IMAGE,
                format!("there is no image \"{name}\""),
                match image.target.contains('\\') {
                    true => format!("write / in place of \\: {}", name.replace('\\', "/")),
                    false => "check the name and the folder, or put the image beside this file".to_owned(),
                },
            ),
            _ => (
                &BROKEN_IMAGE,
                format!("\"{name}\" is no image"),
                "name a JPEG, PNG, WebP, GIF, AVIF or SVG file".to_owned(),
            ),
        };
        Some(at(entry, image.span, code, message).help(help))
    };
    images.filter_map(judge).collect()
}
