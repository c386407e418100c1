//! What all pages of a language share.

use std::collections::BTreeMap;

use serde_json::json;
use tera::{Context, Value};

use crate::model::claim::Claim;
use crate::model::entry::EntryIndex;
use crate::model::language::Language;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::{Section, Site};
use crate::render::context::{Counted, Link, words};
use crate::render::theme::Theme;

/// How many siblings a menu shows.
const LONGEST_MENU: usize = 50;

/// What is made once and used by many pages.
pub struct Shared {
    site: BTreeMap<Language, Value>,
    tabs: BTreeMap<Language, Value>,
    theme: Value,
    words: Value,
    menus: BTreeMap<(Language, String), Vec<Value>>,
    parts: BTreeMap<(Language, String), Value>,
    /// Where each entry stands in its section's list.
    positions: Vec<usize>,
}

impl Shared {
    /// What the pages of `site` share in this theme and edition.
    pub fn new(site: &Site, theme: &Theme, edition: Edition) -> Self {
        let files: BTreeMap<&str, String> = theme
            .files
            .iter()
            .map(|(name, file)| {
                let route = Route::file(Place::Theme(name.clone()), &site.languages[0]);
                (name.as_str(), format!("{}?h={}", route.address(edition), file.digest().short()))
            })
            .collect();
        let mut positions = vec![0; site.entries.len()];
        for section in site.sections.values() {
            for (position, at) in section.entries.iter().enumerate() {
                positions[at.0] = position;
            }
        }
        let by_language = |make: &dyn Fn(&Language) -> Value| {
            site.languages.iter().map(|language| (language.clone(), make(language))).collect::<BTreeMap<_, _>>()
        };
        Self {
            site: by_language(&|language| site_value(site, language)),
            tabs: by_language(&|language| Value::from_serializable(&tabs(site, language, edition))),
            theme: Value::from_serializable(&files),
            words: Value::from_serializable(&words::words()),
            menus: site.sections.iter().map(|(key, section)| (key.clone(), menus(site, section, edition))).collect(),
            parts: parts(site, edition),
            positions,
        }
    }

    /// A context with what every page in `language` at `route` has.
    pub fn context(&self, site: &Site, route: &Route, edition: Edition) -> Context {
        let language = &route.language;
        let mut context = Context::new();
        let mut share = |name: &'static str, values: &BTreeMap<Language, Value>| {
            context.insert_value(name, values.get(language).cloned().unwrap_or_else(Value::none));
        };
        share("site", &self.site);
        share("tabs", &self.tabs);
        context.insert_value("theme", self.theme.clone());
        context.insert_value("words", self.words.clone());
        context.insert("lang", language.code());
        context.insert("dir", language.direction());
        let root = route.root();
        context.insert("root", if root.is_empty() { "./" } else { &root });
        context.insert("path", &route.address(edition));
        let base = site.config.base_url.as_ref();
        context.insert("canonical", &base.map(|base| base.as_str().to_owned() + &route.address(Edition::Web)));
        context
    }

    /// Where the entry stands in its section's list, from 0.
    pub fn position(&self, at: EntryIndex) -> usize {
        self.positions[at.0]
    }

    /// The parts of a section's list; none where one page holds all of it.
    pub fn parts(&self, language: &Language, folder: &str) -> Value {
        let parts = self.parts.get(&(language.clone(), folder.to_owned()));
        parts.cloned().unwrap_or_else(|| Value::from_serializable::<[u8; 0]>(&[]))
    }

    /// The menu around the position `position` of a section's list.
    pub fn menu(&self, language: &Language, folder: &str, position: usize) -> Value {
        let menus = self.menus.get(&(language.clone(), folder.to_owned()));
        menus.and_then(|menus| menus.get(position / LONGEST_MENU)).cloned().unwrap_or_else(Value::none)
    }
}

fn site_value(site: &Site, language: &Language) -> Value {
    Value::from_serializable(&json!({
        "title": site.config.title_in(language),
        "description": site.config.description_in(language),
        "language": site.languages[0].code(),
        "repo": site.config.repo,
        "pass": site.config.pass(),
        "extra": site.config.extra,
    }))
}

/// The sections directly below the home page, the collections first.
fn tabs(site: &Site, language: &Language, edition: Edition) -> Vec<serde_json::Value> {
    let Some(home) = site.sections.get(&(language.clone(), String::new())) else { return Vec::new() };
    let tab = |folder: &String| {
        let section = site.sections.get(&(language.clone(), folder.clone()))?;
        Some(json!({ "name": folder, "title": section.title, "path": section.route.address(edition) }))
    };
    ordered(site, language, &home.folders).iter().filter_map(tab).collect()
}

/// Folders in the order of menus: the collections in their own order, then the others as their pages
/// say (`order`, then title).
pub fn ordered(site: &Site, language: &Language, folders: &[String]) -> Vec<String> {
    use crate::model::collections::Kind;
    let key = |folder: &String| {
        let kind = Kind::ALL.iter().position(|kind| kind.folder() == Some(folder)).unwrap_or(Kind::ALL.len());
        let section = site.sections.get(&(language.clone(), folder.clone()));
        let order = section.and_then(|section| site.entry(section.index?).common.order).unwrap_or(i64::MAX);
        let title = section.map(|section| crate::model::natural::key(&section.title)).unwrap_or_default();
        (kind, order, title)
    };
    let mut folders = folders.to_vec();
    folders.sort_by_cached_key(key);
    folders
}

/// The parts of the sections whose lists are long.
fn parts(site: &Site, edition: Edition) -> BTreeMap<(Language, String), Value> {
    let mut parts: BTreeMap<(Language, String), Vec<Counted>> = BTreeMap::new();
    for (route, claim) in site.claims() {
        let (Claim::Listing(language, folder, group, entries), Place::Listing { part, .. }) = (claim, &route.place)
        else {
            continue;
        };
        let title = if *part > 1 { format!("{group} ({part})") } else { group.clone() };
        let counted = Counted { title, path: route.address(edition), summary: None, count: entries.len() };
        parts.entry((language.clone(), folder.clone())).or_default().push(counted);
    }
    parts.into_iter().map(|(key, parts)| (key, Value::from_serializable(&parts))).collect()
}

fn menus(site: &Site, section: &Section, edition: Edition) -> Vec<Value> {
    let link = |at: &EntryIndex| {
        let entry = site.entry(*at);
        Link { title: entry.common.title.clone(), path: entry.route.address(edition) }
    };
    let more = section.entries.len() > LONGEST_MENU;
    section
        .entries
        .chunks(LONGEST_MENU)
        .map(|chunk| {
            Value::from_serializable(&json!({
                "title": section.title,
                "path": section.route.address(edition),
                "entries": chunk.iter().map(link).collect::<Vec<_>>(),
                "more": more,
            }))
        })
        .collect()
}
