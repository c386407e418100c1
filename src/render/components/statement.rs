//! A statement: a list of facts about the site, each counted or looked up, none believed.

mod accessibility;
mod privacy;

use crate::model::components::statement::{About, Statement};
use crate::model::inventory::inventory;
use crate::model::route::way;
use crate::render::components::{Scene, within};
use crate::render::html::escape;

/// Appends `statement`, where it says what it is about.
pub(super) fn write(scene: &Scene<'_>, statement: &Statement, out: &mut String) {
    let Some(about) = statement.about else { return };
    out.push_str("<dl class=\"component statement\">\n");
    let inventory = inventory(scene.site);
    let mut facts = Facts { scene, out };
    match about {
        About::Accessibility => accessibility::write(&mut facts, &inventory),
        About::Privacy => privacy::write(&mut facts, &inventory),
    }
    out.push_str("</dl>\n");
}

/// The facts that are written.
struct Facts<'a, 'b> {
    scene: &'a Scene<'a>,
    out: &'b mut String,
}

impl Facts<'_, '_> {
    /// Appends the fact that the word `key` names, and what `write` says of it.
    fn fact(&mut self, key: &str, write: impl FnOnce(&mut Self)) {
        within(self.out, "<div><dt>", self.scene.words().text(key), "</dt>\n<dd>");
        write(self);
        self.out.push_str("</dd></div>\n");
    }

    /// Appends the fact that `key` names with the words of `said`.
    fn said(&mut self, key: &str, said: &str) {
        self.fact(key, |facts| escape::text(facts.out, said));
    }

    /// Appends one sentence for each kind of which there is at least one; nothing where there is none of any.
    fn counts(&mut self, key: &str, counts: &[(&str, usize)]) {
        let sentences = counts.iter().filter(|(_, count)| *count > 0);
        let sentences: Vec<String> = sentences.map(|(key, count)| self.scene.words().counted(key, *count)).collect();
        if !sentences.is_empty() {
            self.said(key, &sentences.join(" "));
        }
    }

    /// Appends a link to an entry's page, by its title.
    fn link(&mut self, at: crate::model::entry::EntryIndex) {
        let entry = self.scene.site.entry(at);
        let url = way(self.scene.links.root(), entry.route(), self.scene.links.edition);
        self.out.push_str("<a href=\"");
        escape::address(self.out, &url);
        if entry.language != self.scene.entry.language {
            for attribute in ["\" lang=\"", "\" hreflang=\""] {
                self.out.push_str(attribute);
                escape::attribute(self.out, entry.language.code());
            }
        }
        within(self.out, "\">", &entry.common.title, "</a>");
    }
}
