//! Entries that are named are there.

use crate::check::rule::{Look, Rule, at_field};
use crate::check::rules::broken_anchor::anchors;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::model::assemble::item;
use crate::model::entry::{Entry, Relation, Role};
use crate::model::link::Target;
use crate::model::site::Site;

crate::codes! {
    /// A field names an entry that is not there.
    ///
    /// `prompts`, `guides` and `policy` name entries by their files' names without `.md`, and rows of tables by
    /// their `id`; `#part` may follow.
    UNKNOWN_RELATION = "unknown-relation", Error, Adjustable;
}

/// For how many names the nearest is looked up.
const LOOKED_UP: usize = 200;

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let relations = site.entries.iter().flat_map(|entry| {
        let own = entry.relations.iter().filter(|relation| entry.has_own(relation.field));
        own.map(move |relation| (entry, relation))
    });
    let mut looked_up = 0;
    let mut findings = Vec::new();
    for (entry, relation) in relations {
        let path = item(relation.field, relation.item);
        match &relation.target {
            Target::Entry(at, Some(anchor)) if !site.entry(*at).has_anchor(anchor) => {
                let page = site.entry(*at);
                let finding = at_field(
                    entry,
                    &path,
                    &UNKNOWN_RELATION,
                    format!("{} has no part \"#{anchor}\"", page.document.shown()),
                );
                let anchors = anchors(page);
                findings.push(
                    match crate::diagnostic::nearest::suggestion(anchor, anchors.iter().map(String::as_str)) {
                        Some(help) => finding.help(help),
                        None => finding.help("leave `#` and what follows out"),
                    },
                );
            }
            Target::Broken(_) => {
                looked_up += 1;
                findings.push(unknown(site, entry, relation, looked_up <= LOOKED_UP));
            }
            _ => {}
        }
    }
    findings
}

fn unknown(site: &Site, entry: &Entry, relation: &Relation, search: bool) -> Diagnostic {
    let folder = relation.kind.folder().unwrap_or_default();
    let name = relation.written.split('#').next().unwrap_or_default().trim();
    let finding = at_field(
        entry,
        &item(relation.field, relation.item),
        &UNKNOWN_RELATION,
        format!("there is no {} \"{name}\"", relation.kind.name_of(1)),
    );
    let names = || {
        let same = site.entries.iter().filter(|other| other.kind() == relation.kind && other.role == Role::Entry);
        same.filter_map(|other| other.id.strip_prefix(folder)?.strip_prefix('/'))
    };
    match search.then(|| nearest(name, names())).flatten() {
        Some(near) => finding.help(format!("did you mean \"{near}\"?")),
        None if relation.kind.names().tables => finding.help(format!(
            "write the name of a file in content/{folder}/ without `.md`, or the id of a row in a table there"
        )),
        None => finding.help(format!("write the name of a file in content/{folder}/ without `.md`")),
    }
}
