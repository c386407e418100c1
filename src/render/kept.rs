//! What pages keep in a reader's browser: the one table, which the theme's scripts are held to.
//!
//! A name there begins with `homeroom:` and the path of the site or of the page, so that two sites of one
//! host do not read each other's.

use crate::model::config::BaseUrl;
use crate::model::inventory::Inventory;
use crate::render::theme::{File, Theme};

/// Something that pages keep, once a reader does something.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// The last part of its name there.
    pub name: &'static str,
    /// The script of the theme that keeps it, and no other does.
    pub script: &'static str,
    /// For what it is kept.
    pub scope: Scope,
}

/// For what something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Once for the site.
    Site,
    /// For each page by itself.
    Page,
}

/// All that the default theme keeps.
pub const KEPT: &[Kept] = &[
    // Light or dark colours, where a reader chose other ones than the device's.
    Kept { name: "scheme", script: "scheme.js", scope: Scope::Site },
    // What a reader ticked on the checklists of a page.
    Kept { name: "ticks", script: "ticks.js", scope: Scope::Page },
];

impl Kept {
    /// Its name in the browser, as far as it is known of a site at `base`.
    pub fn key(&self, base: Option<&BaseUrl>) -> String {
        let path = base.map_or("…/", BaseUrl::path);
        match self.scope {
            Scope::Site => format!("homeroom:{path}:{}", self.name),
            Scope::Page => format!("homeroom:{path}…/:{}", self.name),
        }
    }
}

/// What of it the pages of a site keep that has this theme and this inventory.
pub fn kept(theme: &Theme, inventory: &Inventory) -> Vec<&'static Kept> {
    let has_script = |kept: &&Kept| matches!(theme.files.get(kept.script), Some(File::Embedded(_)));
    let has_use = |kept: &&Kept| kept.name != "ticks" || inventory.has_checklist;
    KEPT.iter().filter(has_script).filter(has_use).collect()
}

/// The templates and scripts of a theme that did not come with the program, of which nothing is known.
pub fn own_parts(theme: &Theme) -> Vec<&str> {
    let templates = theme.templates.iter().filter(|(_, template)| template.is_own).map(|(name, _)| name.as_str());
    let is_own = |(name, file): &(&String, &File)| name.ends_with(".js") && !matches!(file, File::Embedded(_));
    templates.chain(theme.files.iter().filter(is_own).map(|(name, _)| name.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::settings::Settings;
    use crate::path::SitePath;
    use crate::render::theme::theme;
    use crate::source::{Source, Text, Tree};

    /// What in the script `name` of the default theme keeps something that the table does not tell of; `None` where
    /// nothing does.
    fn untold(name: &str, script: &str) -> Option<String> {
        let other = ["sessionStorage", "indexedDB", "document.cookie", "cookieStore", "caches.", "openDatabase"];
        if let Some(other) = other.into_iter().find(|other| script.contains(other)) {
            return Some(format!("{name} uses {other}"));
        }
        if !script.contains("localStorage") {
            return None;
        }
        let Some(kept) = KEPT.iter().find(|kept| kept.script == name) else {
            return Some(format!("{name} keeps something and is not in the table"));
        };
        let begins: Vec<&str> = script.match_indices("homeroom:").map(|(at, _)| &script[at..]).collect();
        let is_told = |key: &&str| {
            key.split(['`', '"', '\'', '\n']).next().is_some_and(|key| key.ends_with(&format!(":{}", kept.name)))
        };
        // Every use names the one key, which the script puts together in one place.
        let uses = script.matches("localStorage.").count();
        let named = script.matches("Item(KEY").count();
        let is_right = !begins.is_empty() && begins.iter().all(is_told) && uses == named;
        (!is_right).then(|| format!("{name} keeps something under another name than …:{}", kept.name))
    }

    fn theme_with(file: Option<(&str, &str)>) -> Theme {
        let mut tree = Tree::default();
        if let Some((path, text)) = file {
            let path = SitePath::new(path).expect("a path");
            tree.insert(path, Source::Text(Arc::new(Text::new(text.to_owned()))));
        }
        let settings = Settings::of(&tree, None, None);
        theme(&tree, &settings).0
    }

    #[test]
    fn the_scripts_of_the_default_theme_keep_what_the_table_tells_and_nothing_else() {
        for (name, file) in &theme_with(None).files {
            let File::Embedded(bytes) = file else { continue };
            if name.ends_with(".js") {
                assert_eq!(untold(name, &String::from_utf8_lossy(bytes)), None);
            }
        }
    }

    #[test]
    fn a_script_that_keeps_more_than_it_tells_is_found() {
        let scheme = "const KEY = `homeroom:${base}:scheme`; localStorage.setItem(KEY, a); localStorage.getItem(KEY);";
        assert_eq!(untold("scheme.js", scheme), None);
        assert_eq!(untold("alias.js", "location.replace(a)"), None);
        for (name, script) in [
            ("alias.js", "localStorage.setItem('x', 1)"),
            ("scheme.js", "const KEY = `homeroom:${base}:read`; localStorage.setItem(KEY, a)"),
            ("scheme.js", "const KEY = `homeroom:${base}:scheme`; localStorage.setItem('more', a)"),
            ("scheme.js", "localStorage.setItem(KEY, a)"),
            ("ticks.js", "document.cookie = 'a=b'"),
            ("ticks.js", "sessionStorage.setItem(KEY, a)"),
        ] {
            assert!(untold(name, script).is_some(), "{name}: {script}");
        }
    }

    #[test]
    fn names_tell_the_path_of_the_site() {
        let base = BaseUrl::parse("https://school.example/hub/").expect("an address");
        assert_eq!(KEPT[0].key(Some(&base)), "homeroom:/hub/:scheme");
        assert_eq!(KEPT[1].key(Some(&base)), "homeroom:/hub/…/:ticks");
        assert_eq!(KEPT[0].key(None), "homeroom:…/:scheme");
    }

    #[test]
    fn what_a_site_puts_in_place_of_ours_is_known_as_its_own() {
        assert_eq!(own_parts(&theme_with(None)), Vec::<&str>::new());
        let own = theme_with(Some(("themes/default/static/scheme.js", "track()")));
        assert_eq!(own_parts(&own), ["scheme.js"]);
        assert_eq!(kept(&own, &Inventory::default()), Vec::<&Kept>::new());
        assert_eq!(own_parts(&theme_with(Some(("themes/default/templates/base.html", "x")))), ["base.html"]);
        assert_eq!(own_parts(&theme_with(Some(("themes/default/static/style.css", "x")))), Vec::<&str>::new());
    }
}
