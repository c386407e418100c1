//! Components have a name that is known, and what they refer to is there.

use crate::check::rule::{Look, Rule, at, key};
use crate::check::rules::broken_image::{BROKEN_IMAGE, REMOTE_IMAGE};
use crate::check::rules::broken_link::{BROKEN_LINK, LINK_LETTER_CASE, similar};
use crate::check::rules::held_link::HELD_LINK;
use crate::check::rules::unsafe_address::UNSAFE_ADDRESS;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::image::{Kind, kind_of};
use crate::model::components::{NAMES, Placed, Reference, Role, nearly};
use crate::model::entry::Entry;
use crate::model::link::{Target, Why};
use crate::model::site::Site;
use crate::parse::value::shortened;
use crate::path::{SitePath, relative};
use crate::source::Source;

crate::codes! {
    /// A fenced block is nearly a component.
    ///
    /// The word after the fence is no language of code, its body is keys and values, and a component
    /// has nearly this name. Where code is meant, write `text` or `yaml` after the fence.
    UNKNOWN_COMPONENT = "unknown-component", Error, Adjustable;
    /// Words stand after the name of a component.
    ///
    /// Only the first word after the fence is read; everything else is a field below it.
    COMPONENT_WORDS = "component-words", Warning, Adjustable;
    /// A component names a file of another kind than it takes.
    ///
    /// A chart reads CSV files in `content/data/`; a download names a file, not a page.
    COMPONENT_FILE = "component-file", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let names = entry.document.components.iter().filter_map(|block| {
        if let Some(name) = nearly(block) {
            let said = format!("\"{}\" is not a component", block.name);
            return Some(at(entry, block.opening, &UNKNOWN_COMPONENT, said).help(format!("did you mean \"{name}\"?")));
        }
        let more = block.more.filter(|_| NAMES.contains(&block.name.as_str()))?;
        let words = shortened(&entry.text.body[more.range()]);
        let said = format!("\"{words}\" stands after the name of a component and is not read");
        Some(at(entry, more, &COMPONENT_WORDS, said).help("write it as a field below, such as `title: …`"))
    });
    let references = entry.components.iter().flat_map(|component| {
        let references = component.typed.data.references().into_iter().zip(&component.targets);
        references
            .filter_map(|(reference, target)| judge(site, entry, component, reference, target))
            .collect::<Vec<_>>()
    });
    names.chain(references).collect()
}

fn judge(
    site: &Site,
    entry: &Entry,
    component: &Placed,
    reference: Reference<'_>,
    target: &Target,
) -> Option<Diagnostic> {
    let say = |code: &'static Code, message: String, help: String| {
        let mut finding = Diagnostic::new(code, message).help(help);
        finding.at = Some(entry.place_in(component, &[key(reference.field)]));
        Some(finding)
    };
    let folder = entry.document.path.folder();
    let name = shortened(reference.written);
    let (broken, thing) = match reference.role {
        Role::Image => (&BROKEN_IMAGE, "image"),
        Role::Link => (&BROKEN_LINK, "page or file"),
        Role::File | Role::Table => (&BROKEN_LINK, "file"),
    };
    match (reference.role, target) {
        (_, Target::Unsafe(scheme)) => say(
            &UNSAFE_ADDRESS,
            format!("\"{name}\" begins with \"{scheme}\", which no page may hold"),
            "write https://… or the path of a file".to_owned(),
        ),
        (_, Target::Broken(Why::LetterCase(path))) => say(
            if reference.role == Role::Image { &BROKEN_IMAGE } else { &LINK_LETTER_CASE },
            format!("\"{name}\" differs in letter case from the file {path}"),
            format!("write {}", relative(folder, path.as_str())),
        ),
        (_, Target::Broken(why)) => {
            let near = match why {
                Why::NoEnding(path) => Some(path.as_str().to_owned()),
                Why::Missing(full) => similar(site, full),
                _ => None,
            };
            let help = near.map_or_else(
                || "check the name and the folder; a file is named by its path, such as ../data/visits.csv".to_owned(),
                |path| format!("did you mean {}?", relative(folder, &path)),
            );
            say(broken, format!("there is no {thing} \"{name}\""), help)
        }
        (_, Target::Held(path)) => say(
            &HELD_LINK,
            format!("{path} is not published now"),
            "publish it, or leave the field as it is: the words stand without a link until then".to_owned(),
        ),
        (Role::Image, Target::External) => say(
            &REMOTE_IMAGE,
            format!("the image \"{name}\" lies on another site, and pages load nothing from there"),
            "save the image beside this file and name it".to_owned(),
        ),
        (Role::Image, Target::Asset(path)) if kind_of(path.name()) != Kind::Other => None,
        (Role::Image, _) => say(
            &BROKEN_IMAGE,
            format!("\"{name}\" is no image"),
            "name a JPEG, PNG, WebP, GIF, AVIF or SVG file".to_owned(),
        ),
        (Role::Table, Target::Asset(path)) if is_table(site, path) => None,
        (Role::Table, _) => say(
            &COMPONENT_FILE,
            format!("\"{name}\" is no CSV file in content/data/"),
            "save the table as CSV (UTF-8) in content/data/, and name it: data/visits.csv".to_owned(),
        ),
        (Role::File, Target::Asset(_)) | (Role::Link, _) => None,
        (Role::File, Target::External) => say(
            &COMPONENT_FILE,
            format!("the file \"{name}\" lies on another site, so its size is not known"),
            "save it beside this file, or write an ordinary link".to_owned(),
        ),
        (Role::File, _) => say(
            &COMPONENT_FILE,
            format!("\"{name}\" is a page, not a file"),
            "write an ordinary link to it, or name a file such as a PDF".to_owned(),
        ),
    }
}

fn is_table(site: &Site, path: &SitePath) -> bool {
    matches!(site.source(path), Some(Source::Text(_)))
}
