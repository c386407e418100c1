//! Navigation: the tabs of the site, and the menu of neighbours beside a page.

use serde::Serialize;
use tera::Value;

use crate::model::collections::Kind;
use crate::model::entry::EntryIndex;
use crate::model::language::Language;
use crate::model::natural::Collation;
use crate::model::route::Edition;
use crate::model::site::{Section, Site};
use crate::render::context::fragment::{self, Current, Fragments};
use crate::render::context::named::Named;

/// How many siblings a menu shows.
pub const LONGEST_MENU: usize = 50;

/// The sections directly below the home page.
pub struct Tabs {
    /// The folder and the address of each.
    places: Vec<(String, String)>,
    /// What a template sees of them.
    pub value: Value,
    /// Their HTML.
    pub fragments: Fragments,
}

/// Neighbours in a section's list.
pub struct Menu {
    /// What a template sees of them.
    pub value: Value,
    /// Their HTML.
    pub fragments: Fragments,
}

impl Tabs {
    /// The tab that the page at the address `path` in the section `folder` marks.
    pub fn current(&self, path: &str, folder: &str) -> Option<(usize, Current)> {
        let page = self.places.iter().position(|(_, address)| address == path);
        let section = || self.places.iter().position(|(name, _)| name == folder);
        page.map(|at| (at, Current::Page)).or_else(|| section().map(|at| (at, Current::Section)))
    }
}

/// A section directly below the home page; `current` is its mark.
#[derive(Serialize)]
struct Tab<'a> {
    name: String,
    title: &'a str,
    path: String,
    /// The language of the title, where it is not the page's.
    lang: Option<&'a str>,
    current: Value,
}

/// An entry of a menu; `current` is its mark.
#[derive(Serialize)]
struct Neighbour<'a> {
    title: &'a str,
    path: String,
    /// Its language and direction, where that is not the menu's.
    lang: Option<&'a str>,
    dir: &'static str,
    current: Value,
}

/// A menu as templates see it; `more` says whether the section has entries that are not in it.
#[derive(Serialize)]
struct Siblings<'a> {
    title: &'a str,
    path: String,
    entries: Vec<Neighbour<'a>>,
    more: bool,
}

/// The tabs of a language, the collections first.
pub fn tabs(named: &Named<'_>, edition: Edition) -> Option<Tabs> {
    let (site, language) = (named.site, named.language);
    let home = site.sections.get(&(language.clone(), String::new()))?;
    let mut places = Vec::new();
    let mut values = Vec::new();
    for folder in ordered(site, language, &home.folders) {
        let Some(section) = site.sections.get(&(language.clone(), folder.clone())) else { continue };
        let path = section.route.address(edition);
        let current = fragment::mark(places.len());
        let (title, lang) = named.section(&folder, section);
        values.push(Tab { name: folder.clone(), title, lang, path: path.clone(), current });
        places.push((folder, path));
    }
    Some(Tabs { places, value: Value::from_serializable(&values), fragments: Fragments::default() })
}

/// Folders in the order of menus: the collections in their own order, then the others as their pages
/// say (`order`, then title).
pub fn ordered(site: &Site, language: &Language, folders: &[String]) -> Vec<String> {
    let collation = Collation::of(language);
    let key = |folder: &String| {
        let kind = Kind::ALL.iter().position(|kind| kind.folder() == Some(folder)).unwrap_or(Kind::ALL.len());
        let section = site.sections.get(&(language.clone(), folder.clone()));
        let order = section.and_then(|section| site.entry(section.index?).common.order).unwrap_or(i64::MAX);
        let title = section.map(|section| collation.key(&section.title)).unwrap_or_default();
        (kind, order, title)
    };
    let mut folders = folders.to_vec();
    folders.sort_by_cached_key(key);
    folders
}

/// The menu of a section with the given number, from 0: each has [`LONGEST_MENU`] of its entries.
pub fn menu(named: &Named<'_>, folder: &str, section: &Section, number: usize, edition: Edition) -> Menu {
    let site = named.site;
    let link = |(position, at): (usize, &EntryIndex)| {
        let entry = site.entry(*at);
        let current = fragment::mark(position);
        Neighbour {
            title: &entry.common.title,
            path: entry.route().address(edition),
            lang: (entry.language != *named.language).then(|| entry.language.code()),
            dir: entry.language.direction(),
            current,
        }
    };
    let entries = section.entries.chunks(LONGEST_MENU).nth(number).unwrap_or_default();
    let value = Value::from_serializable(&Siblings {
        title: named.section(folder, section).0,
        path: section.route.address(edition),
        entries: entries.iter().enumerate().map(link).collect(),
        more: section.entries.len() > LONGEST_MENU,
    });
    Menu { value, fragments: Fragments::default() }
}
