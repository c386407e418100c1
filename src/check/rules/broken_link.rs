//! Links lead to something.

use crate::check::rule::{Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::model::entry::Entry;
use crate::model::link::{Target, Why};
use crate::model::site::Site;
use crate::parse::facts::RemarkKind;
use crate::parse::value::shortened;
use crate::path::{is_table, relative};

crate::codes! {
    /// A link leads to a page or file that is not there.
    ///
    /// Links between pages are relative paths of files: `[two by ten](../guides/two-by-ten.md)`.
    BROKEN_LINK = "broken-link", Error, Adjustable;
    /// A link differs from a file's name in letter case.
    ///
    /// It works on Windows and macOS and is a "not found" on GitHub Pages.
    LINK_LETTER_CASE = "link-letter-case", Error, Adjustable;
    /// An address holds a blank, so it is no link and is shown as it is written.
    ///
    /// Put the address between `<` and `>`, or take the blanks out of the file's name.
    BLANK_IN_ADDRESS = "blank-in-address", Error, Adjustable;
}

/// For how many links the nearest name is looked up; a folder of somebody else's may hold thousands.
const LOOKED_UP: usize = 200;

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let links = site.entries.iter().flat_map(|entry| {
        let links = entry.document.facts.links.iter().zip(&entry.links);
        links.map(move |(link, target)| (entry, link, target))
    });
    let broken = links.filter_map(|(entry, link, target)| match target {
        Target::Broken(why) => Some((entry, link, why)),
        _ => None,
    });
    let broken =
        broken.enumerate().map(|(number, (entry, link, why))| finding(site, entry, link, why, number < LOOKED_UP));
    broken.chain(site.entries.iter().flat_map(|entry| blanks(entry))).collect()
}

/// Links that are none, as their addresses hold blanks.
fn blanks(entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| {
        let RemarkKind::BlankInAddress(address) = &remark.kind else { return None };
        let message = format!("the address \"{}\" holds a blank, so this is shown as text", shortened(address));
        Some(
            at(entry, remark.span, &BLANK_IN_ADDRESS, message)
                .help(format!("write it between angle brackets: (<{}>)", shortened(address))),
        )
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}

fn finding(site: &Site, entry: &Entry, link: &crate::parse::facts::Link, why: &Why, search: bool) -> Diagnostic {
    let folder = entry.document.path.folder();
    let name = &shortened(&link.target);
    match why {
        Why::LetterCase(path) => {
            at(entry, link.span, &LINK_LETTER_CASE, format!("\"{name}\" differs in letter case from the file {path}"))
                .help(format!("write {}", relative(folder, path.as_str())))
        }
        Why::NoEnding(path) => at(entry, link.span, &BROKEN_LINK, format!("there is no page or file \"{name}\""))
            .help(format!("write {}", relative(folder, path.as_str()))),
        Why::Outside => at(entry, link.span, &BROKEN_LINK, format!("\"{name}\" leads out of the content folder"))
            .help("link to a page or file below content/, or to a full address https://…"),
        Why::Table => {
            at(entry, link.span, &BROKEN_LINK, format!("\"{name}\" is a table: its rows are pages, and itself it is none"))
                .help("link to one of its rows, such as name.md for the id \"name\"; what is for download lies in content/static/")
        }
        Why::Empty => at(entry, link.span, &BROKEN_LINK, "this link has no target")
            .help("write the target between the round brackets"),
        Why::Missing(full) => {
            let finding = at(entry, link.span, &BROKEN_LINK, format!("there is no page or file \"{name}\""));
            match (search && !link.target.contains(['\\', '@'])).then(|| similar(site, full)).flatten() {
                Some(path) => finding.help(format!("did you mean {}?", relative(folder, &path))),
                None => finding.help(instead(&link.target)),
            }
        }
    }
}

/// The content file whose name is nearest to that of `full`; among several, one in the same folder.
pub fn similar(site: &Site, full: &str) -> Option<String> {
    let (folder, name) = full.rsplit_once('/')?;
    let rows = || site.entries.iter().map(|entry| &entry.document).filter(|document| document.row.is_some());
    let files = || {
        let files = site.tree().below("content").map(|(path, _)| path).filter(|path| !is_table(path));
        files.chain(rows().map(|document| &document.path))
    };
    let here = || files().filter(|path| path.folder() == folder).map(|path| path.name());
    // The ending that all pages share makes no two of them alike.
    let page =
        name.strip_suffix(".md").and_then(|stem| nearest(stem, here().filter_map(|one| one.strip_suffix(".md"))));
    if let Some(near) = page.map(|near| format!("{near}.md")).or_else(|| nearest(name, here()).map(str::to_owned)) {
        return Some(format!("{folder}/{near}"));
    }
    files()
        .find(|path| path.name() == name || path.name().strip_suffix(".md") == Some(name))
        .map(|path| path.as_str().to_owned())
}

/// What to write in place of an address that is no path of a file.
fn instead(address: &str) -> String {
    if address.contains('\\') {
        return format!("write / in place of \\: {}", shortened(&address.replace('\\', "/")));
    }
    if address.starts_with("www.") {
        return format!("write the full address: https://{}", shortened(address));
    }
    if address.contains('@') && !address.contains('/') {
        return format!("write mailto:{}", shortened(address));
    }
    "check the name and the folder; links between pages are relative paths such as ../guides/two-by-ten.md".to_owned()
}
