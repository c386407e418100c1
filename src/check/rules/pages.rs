//! There is something to publish, and it lies where its kind is told by.

use crate::check::rule::{Look, Rule};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::model::collections::Kind;
use crate::model::site::Site;
use crate::path::{SitePath, is_table};
use crate::source::HeldBack;

crate::codes! {
    /// There is no page to publish.
    ///
    /// Pages are Markdown files below the folder `content/`. When none is found, or all are held back,
    /// nothing is published, so that a folder that was moved or renamed does not empty your site.
    NO_PAGES = "no-pages", Error, Fixed;
    /// A folder is named nearly like that of a kind.
    ///
    /// The kind of a file follows from its folder: `guides`, `prompts`, `policies`, `playbook`, `cards`,
    /// `briefs`, `stories`, `thoughts`, `messages`. In a folder `Guides` or `guide` it is a plain page, and
    /// its fields mean nothing.
    MISNAMED_FOLDER = "misnamed-folder", Error, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    if site.entries.is_empty() {
        return vec![no_pages(site)];
    }
    // Entries stand in the order of their paths, so those of one folder follow one another.
    let mut folders: Vec<(&str, &SitePath)> = Vec::new();
    for path in site.entries.iter().map(|entry| &entry.document.path) {
        let folder = path.below("content").and_then(|below| below.split_once('/')).map(|(folder, _)| folder);
        let is_new = |folder: &&str| folders.last().is_none_or(|(last, _)| last != folder);
        folders.extend(folder.filter(is_new).map(|folder| (folder, path)));
    }
    folders.into_iter().filter_map(|(folder, path)| misnamed(folder, path)).collect()
}

fn no_pages(site: &Site) -> Diagnostic {
    let content = site.tree().below("content").next().is_some();
    let is_page = |held: &HeldBack| held.path.extension() == Some("md") || is_table(&held.path);
    let held = site.held_back.iter().any(is_page);
    let (message, help) = match (content, held) {
        (_, true) => (
            "every page is held back, so there is nothing to publish",
            "take `draft: true` out of a page, or build with --drafts",
        ),
        (true, false) => {
            ("there is no page below content/", "write a file such as content/_index.md; pages end in .md")
        }
        (false, false) => (
            "there is no folder content/ with pages",
            "make a folder `content`, in small letters, and put your pages there, such as content/_index.md",
        ),
    };
    Diagnostic::new(&NO_PAGES, message).help(help)
}

fn misnamed(folder: &str, path: &SitePath) -> Option<Diagnostic> {
    let names = || Kind::ALL.iter().copied().filter_map(Kind::folder);
    if names().any(|name| name == folder) {
        return None;
    }
    let lower = folder.to_lowercase();
    let is_plural = |name: &str| {
        name.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| name.strip_suffix('s').map(str::to_owned))
            == Some(lower.clone())
    };
    let meant =
        names().find(|name| *name == lower || is_plural(name) || lower == format!("{name}s")).or_else(|| {
            let near = nearest(folder, names())?;
            (has_the_letters_of(&lower, near)).then_some(near)
        })?;
    let kind = Kind::of_folder(meant);
    Some(
        Diagnostic::new(
            &MISNAMED_FOLDER,
            format!("files in content/{folder}/ are plain pages; {} lie in content/{meant}/", kind.plural()),
        )
        .in_file(path)
        .help(format!("rename the folder to \"{meant}\"")),
    )
}

/// Whether two words have the same letters in another order.
fn has_the_letters_of(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}
