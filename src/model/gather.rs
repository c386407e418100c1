//! What entries are together: terms, sections, translations, links both ways.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::model::collections::Kind;
use crate::model::entry::{Entry, EntryIndex, Relation, Role};
use crate::model::link::{Target, Why};
use crate::model::natural;
use crate::model::place::in_words;
use crate::model::route::{Place, Route, slug};
use crate::model::site::{Node, Section, Site};
use crate::model::vocabulary::VocabularyName;
use crate::path::SitePath;
use crate::source::{HeldBack, Source};

/// Finds the terms of every entry, and the entries of every term.
pub fn terms(site: &mut Site) {
    let mut entries = std::mem::take(&mut site.entries);
    for entry in &mut entries {
        let mut found: BTreeMap<VocabularyName, BTreeSet<usize>> = BTreeMap::new();
        let tags = site.vocabularies.entry(VocabularyName::Tags).or_default();
        for tag in entry.common.tags.iter().filter(|tag| !tag.trim().is_empty()) {
            found.entry(VocabularyName::Tags).or_default().insert(tags.position_or_new(tag));
        }
        for (name, _, words) in entry.detail.words() {
            let Some(vocabulary) = site.vocabularies.get(&name) else { continue };
            let positions = words.iter().filter_map(|word| vocabulary.positions(word)).flatten();
            found.entry(name).or_default().extend(positions);
        }
        entry.terms = found.into_iter().map(|(name, positions)| (name, positions.into_iter().collect())).collect();
    }
    site.entries = entries;
    site.order = in_order(site);
    for at in &site.order {
        let entry = &site.entries[at.0];
        for (name, positions) in &entry.terms {
            let carried = site.carried.entry((entry.language.clone(), *name)).or_default();
            for position in positions {
                carried.entry(*position).or_default().push(*at);
            }
        }
    }
}

/// Finds the folders that list entries, and the translations of each entry.
pub fn sections(site: &mut Site) {
    for at in &site.order {
        let entry = &site.entries[at.0];
        site.translations.entry(entry.id.clone()).or_default().push(*at);
        let language = entry.language.clone();
        let mut folder = entry.section.as_str();
        loop {
            let key = (language.clone(), folder.to_owned());
            site.sections.entry(key).or_insert_with(|| Section {
                route: Route {
                    language: language.clone(),
                    place: Place::Page(folder.split('/').map(slug).collect::<Vec<_>>().join("/")),
                },
                title: in_words(folder.rsplit('/').next().unwrap_or(folder)),
                index: None,
                entries: Vec::new(),
                folders: Vec::new(),
            });
            if folder.is_empty() {
                break;
            }
            folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
        let Some(section) = site.sections.get_mut(&(language, entry.section.clone())) else { continue };
        match entry.role {
            Role::Section if section.index.is_none() => {
                section.index = Some(*at);
                section.title = entry.common.title.clone();
                section.route = entry.route.clone();
            }
            Role::Section => {}
            Role::Entry => section.entries.push(*at),
        }
    }
    let folders: Vec<_> = site.sections.keys().filter(|(_, folder)| !folder.is_empty()).cloned().collect();
    for (language, folder) in folders {
        let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        if let Some(section) = site.sections.get_mut(&(language, parent)) {
            section.folders.push(folder);
        }
    }
    let languages = site.languages.clone();
    let entries = &site.entries;
    for translations in site.translations.values_mut() {
        translations.sort_by_key(|at| languages.iter().position(|language| *language == entries[at.0].language));
    }
}

/// Resolves every link and relation, and finds the assets that are published.
pub fn link(site: &mut Site) {
    let found: Vec<_> = site.entries.par_iter().map(|entry| linked(site, entry)).collect();
    let mut assets = BTreeSet::new();
    for (entry, (links, images, relations)) in site.entries.iter_mut().zip(found) {
        assets.extend(links.iter().chain(&images).filter_map(asset));
        (entry.links, entry.images, entry.relations) = (links, images, relations);
    }
    let content =
        site.tree.iter().filter(|(path, source)| matches!(source, Source::Asset(_)) && path.below("content").is_some());
    let mut unused = Vec::new();
    for (path, _) in content {
        if path.below("content/static").is_some() {
            assets.insert(path.clone());
        } else if !assets.contains(path) {
            unused.push(HeldBack { path: path.clone(), reason: "no published page refers to it".to_owned() });
        }
    }
    site.assets = assets;
    site.held_back.extend(unused);
    site.held_back.sort();
    for at in &site.order {
        let targets: BTreeSet<EntryIndex> =
            site.entries[at.0].relations.iter().filter_map(|relation| entry_of(&relation.target)).collect();
        for target in targets {
            site.related_from.entry(target).or_default().push(*at);
        }
    }
}

/// Every entry in the order of lists: by `order`, a policy's number, then title.
fn in_order(site: &Site) -> Vec<EntryIndex> {
    let mut order: Vec<(i64, String, EntryIndex)> = site
        .indexed()
        .map(|(at, entry)| {
            let number = match &entry.detail {
                crate::model::collections::Detail::Policy(policy) => policy.number.as_deref(),
                _ => None,
            };
            let title = number.map_or_else(
                || natural::key(&entry.common.title),
                |number| natural::key(&format!("{number} {}", entry.common.title)),
            );
            (entry.common.order.unwrap_or(i64::MAX), title, at)
        })
        .collect();
    order.par_sort();
    order.into_iter().map(|(_, _, at)| at).collect()
}

fn linked(site: &Site, entry: &Entry) -> (Vec<Target>, Vec<Target>, Vec<Relation>) {
    let path = &entry.document.path;
    let facts = &entry.document.facts;
    let links = facts.links.iter().map(|link| site.resolve(path, &link.target)).collect();
    let images = facts.images.iter().map(|image| site.resolve(path, &image.target)).collect();
    let relations = entry
        .detail
        .references()
        .into_iter()
        .flat_map(|(kind, field, words)| {
            words.iter().enumerate().map(move |(item, written)| (kind, field, item, written))
        })
        .map(|(kind, field, item, written)| relation(site, entry, kind, field, item, written))
        .collect();
    (links, images, relations)
}

fn relation(site: &Site, entry: &Entry, kind: Kind, field: &'static str, item: usize, written: &str) -> Relation {
    let (name, anchor) =
        written.split_once('#').map_or((written, None), |(name, anchor)| (name, Some(anchor.to_owned())));
    let folder = kind.folder().unwrap_or_default();
    let name = name.trim().trim_end_matches(".md").trim_start_matches("./").trim_start_matches("../");
    let name = name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).unwrap_or(name);
    let in_language =
        |code: &str| [format!("content/{folder}/{name}{code}.md"), format!("content/{folder}/{name}/index{code}.md")];
    let own = format!(".{}", entry.language.code());
    let candidates = in_language(&own).into_iter().chain(in_language(""));
    let found = candidates.filter_map(|path| SitePath::new(&path)).find_map(|path| Some((site.node(&path)?, path)));
    let target = match found {
        Some((Node::Entry(index), _)) => Target::Entry(*index, anchor.clone()),
        Some((Node::Held, path)) => Target::Held(path),
        None => Target::Broken(Why::Missing(name.to_owned())),
    };
    Relation { kind, field, item, written: written.to_owned(), anchor, target }
}

fn asset(target: &Target) -> Option<SitePath> {
    match target {
        Target::Asset(path) => Some(path.clone()),
        _ => None,
    }
}

fn entry_of(target: &Target) -> Option<EntryIndex> {
    match target {
        Target::Entry(index, _) => Some(*index),
        _ => None,
    }
}
