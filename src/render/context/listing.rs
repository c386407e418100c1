//! The contexts of pages that list entries.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::json;
use tera::{Context, Value};

use crate::model::claim::{self, Claim, LONGEST_LIST, Part, group_slug, groups};
use crate::model::collections::{Detail, Kind};
use crate::model::entry::EntryIndex;
use crate::model::language::Language;
use crate::model::natural::Collation;
use crate::model::route::{Edition, Place, Route, slug};
use crate::model::site::{Section, Site};
use crate::model::vocabulary::VocabularyName;
use crate::model::week::{Week, this_week};
use crate::render::context::entry::above;
use crate::render::context::named::Named;
use crate::render::context::navigation::ordered;
use crate::render::context::shared::Shared;
use crate::render::context::{Counted, Link};
use crate::render::words::Filling;

/// What every page has that is no entry's own.
pub(super) fn plain(context: &mut Context, kind: &str, title: &str, tab: &str, crumbs: &[Link]) {
    context.insert("kind", kind);
    context.insert("title", title);
    context.insert("tab", tab);
    context.insert("crumbs", crumbs);
    for name in ["summary", "previous", "next", "edit_url"] {
        context.insert_value(name, Value::none());
    }
    for name in ["translations", "alternates", "contents", "related", "used_by"] {
        context.insert::<_, [u8; 0]>(name, &[]);
    }
    context.insert_value("body", Value::safe_string(""));
}

/// Adds a section's list. The section's own entry, where it has one, was added before.
pub fn section(
    context: &mut Context,
    site: &Site,
    shared: &Shared,
    language: &Language,
    folder: &str,
    section: &Section,
    edition: Edition,
) {
    let named = shared.named(site, language);
    if section.index.is_none() {
        let crumbs = above(&named, Some(&section.route), folder, edition);
        let title =
            if folder.is_empty() { site.settings.config.title_in(language) } else { named.section(folder, section).0 };
        plain(context, "section", title, folder.split('/').next().unwrap_or_default(), &crumbs);
    }
    context.insert("kind", if folder.is_empty() { "home" } else { "section" });
    context.insert("count", &section.entries.len());
    let long = section.entries.len() > LONGEST_LIST;
    context.insert_value("parts", shared.parts(language, folder));
    let shown = if long { Vec::new() } else { from_this_week(site, &section.entries) };
    context.insert_value("groups", grouped(&named, shared, &shown, edition));
    context.insert("this_week", &site.today.week().1);
    let folders = ordered(site, language, &section.folders);
    let folders: Vec<Counted> = folders.iter().filter_map(|folder| counted(&named, folder, edition)).collect();
    context.insert("folders", &folders);
    context.insert_value("part_title", Value::none());
    let whole = claim::whole_route(site, language, section).map(|route| route.address(edition));
    context.insert("whole", &whole);
    if folder.is_empty() {
        context.insert_value("week", week(&named, shared, edition));
        context.insert_value("sections", home_sections(&named, shared, edition).into());
        context.insert("vocabularies", &vocabularies(&named, edition));
    }
}

/// Adds one part of a long list.
pub fn listing(context: &mut Context, site: &Site, shared: &Shared, route: &Route, claim: &Claim, edition: Edition) {
    let Claim::Listing(language, folder, group, entries) = claim else { return };
    let Some(section) = site.sections.get(&(language.clone(), folder.clone())) else { return };
    let named = shared.named(site, language);
    let crumbs = above(&named, Some(route), folder, edition);
    let group = named.group(group);
    let title = named.section(folder, section).0;
    let title = named.words.with("part_of", &[("title", Filling::Text(title)), ("part", Filling::Text(group))]);
    plain(context, "listing", &title, folder.split('/').next().unwrap_or_default(), &crumbs);
    context.insert("part_title", group);
    context.insert("count", &entries.len());
    context.insert_value("parts", shared.parts(language, folder));
    context.insert_value("groups", vec![only_group(shared.cards(&named, entries, edition))].into());
    context.insert::<_, [u8; 0]>("folders", &[]);
    context.insert_value("whole", Value::none());
}

/// Adds what the page has that holds all chapters of a folder, without the chapters.
pub fn whole(context: &mut Context, site: &Site, shared: &Shared, route: &Route, claim: &Claim, edition: Edition) {
    let Claim::Whole(language, folder) = claim else { return };
    let Some(section) = site.sections.get(&(language.clone(), folder.clone())) else { return };
    let named = shared.named(site, language);
    let crumbs = above(&named, Some(route), folder, edition);
    let filled = [("title", Filling::Text(named.section(folder, section).0))];
    let title = named.words.with("whole_of", &filled);
    plain(context, "whole", &title, folder.split('/').next().unwrap_or_default(), &crumbs);
}

/// Adds the overview of a vocabulary.
pub fn vocabulary(
    context: &mut Context,
    site: &Site,
    shared: &Shared,
    language: &Language,
    name: VocabularyName,
    route: &Route,
    edition: Edition,
) {
    let named = shared.named(site, language);
    let title = named.vocabulary(name);
    plain(context, "vocabulary", title, "", &above(&named, Some(route), "", edition));
    context.insert("vocabulary", &json!({ "name": name.slug(), "title": title }));
    let carried = site.carried.get(&(language.clone(), name));
    let collation = Collation::of(language);
    let mut terms: Vec<(Vec<u8>, Counted)> = carried
        .into_iter()
        .flatten()
        .map(|(position, entries)| {
            let term = &site.vocabularies[&name].terms()[*position];
            let place = Place::Term { vocabulary: name, term: term.slug(), part: 1 };
            let path = Route { language: language.clone(), place }.address(edition);
            // Tags have no order of their own, so they stand by their names.
            let (title, is_own) = named.term(name, term);
            let key = match name {
                VocabularyName::Tags => collation.key(title),
                _ => position.to_be_bytes().to_vec(),
            };
            let lang = (!is_own).then(|| site.main_language().code().to_owned());
            (key, Counted { title: title.to_owned(), lang, path, summary: None, count: entries.len() })
        })
        .collect();
    terms.sort_by(|a, b| a.0.cmp(&b.0));
    context.insert("term_list", &terms.into_iter().map(|(_, term)| term).collect::<Vec<_>>());
}

/// Adds one part of the list of a term.
pub fn term(context: &mut Context, site: &Site, shared: &Shared, claim: &Claim, route: &Route, edition: Edition) {
    let Claim::Term(language, name, position, part) = claim else { return };
    let term = &site.vocabularies[name].terms()[*position];
    let named = shared.named(site, language);
    let mut crumbs = above(&named, Some(route), "", edition);
    let overview = Route { language: language.clone(), place: Place::Vocabulary(*name) };
    crumbs.push(Link { title: named.vocabulary(*name).to_owned(), path: overview.address(edition), lang: None });
    let own = named.term(*name, term).0;
    let (number, total) = (part.number.to_string(), part.of.to_string());
    let filled =
        [("title", Filling::Text(own)), ("number", Filling::Figures(&number)), ("total", Filling::Figures(&total))];
    let title = if part.number > 1 { named.words.with("numbered_of", &filled) } else { own.to_owned() };
    plain(context, "term", &title, "", &crumbs);
    context.insert("vocabulary", &json!({ "name": name.slug(), "title": named.vocabulary(*name) }));
    context.insert("term", &json!({ "title": own }));
    let carried = site.carried.get(&(language.clone(), *name)).and_then(|terms| terms.get(position));
    let entries = carried.map(Vec::as_slice).unwrap_or_default();
    context.insert("count", &entries.len());
    let shown = entries.chunks(LONGEST_LIST).nth(part.number - 1).unwrap_or_default();
    context.insert_value("groups", by_kind(&named, shared, shown, edition));
    context.insert(
        "pages",
        &pages(*part, |number| {
            let place = Place::Term { vocabulary: *name, term: term.slug(), part: number };
            Route { language: language.clone(), place }.address(edition)
        }),
    );
}

/// Adds what the page for missing pages has.
pub fn not_found(context: &mut Context, site: &Site, shared: &Shared) {
    let words = shared.named(site, site.main_language()).words;
    plain(context, "not-found", words.text("not_found"), "", &[]);
    context.insert("base", &site.settings.config.base_url.as_ref().map(|base| base.path()));
    context.insert_value("canonical", Value::none());
}

fn pages(part: Part, address: impl Fn(usize) -> String) -> serde_json::Value {
    json!({
        "current": part.number,
        "total": part.of,
        "previous": (part.number > 1).then(|| address(part.number - 1)),
        "next": (part.number < part.of).then(|| address(part.number + 1)),
    })
}

/// A named group of entries, as [`crate::render::context::Group`] is, of cards that are there already.
fn group(title: &str, id: &str, entries: Value) -> Value {
    BTreeMap::from([("title", title.into()), ("id", id.into()), ("entries", entries)]).into()
}

/// The only group of a list.
fn only_group(cards: Value) -> Value {
    group("", "", cards)
}

/// Prompts stand by their themes; every other list is one group.
fn grouped(named: &Named<'_>, shared: &Shared, entries: &[EntryIndex], edition: Edition) -> Value {
    let site = named.site;
    let is_library = !entries.is_empty() && entries.iter().all(|at| site.entry(*at).kind() == Kind::Prompt);
    if !is_library {
        return vec![only_group(shared.cards(named, entries, edition))].into();
    }
    let theme = |(theme, entries): (claim::Group, Vec<EntryIndex>)| {
        group(named.group(&theme), &group_slug(site, &theme), shared.cards(named, &entries, edition))
    };
    groups(site, entries).into_iter().map(theme).collect::<Vec<Value>>().into()
}

/// `entries` as they are; thoughts begin with the one of this week, or with the next that there is.
fn from_this_week(site: &Site, entries: &[EntryIndex]) -> Vec<EntryIndex> {
    let (_, now) = site.today.week();
    let week = |at: &EntryIndex| match &*site.entry(*at).detail {
        Detail::Thought(thought) => thought.week,
        _ => now,
    };
    let past = entries.iter().take_while(|at| week(at) < now).count();
    [&entries[past..], &entries[..past]].concat()
}

fn by_kind(named: &Named<'_>, shared: &Shared, entries: &[EntryIndex], edition: Edition) -> Value {
    let site = named.site;
    let of = |kind: &Kind| {
        let entries: Vec<EntryIndex> = entries.iter().copied().filter(|at| site.entry(*at).kind() == *kind).collect();
        let title = ["kinds_", kind.name()].concat();
        let cards = || shared.cards(named, &entries, edition);
        (!entries.is_empty()).then(|| group(named.words.text(&title), &slug(kind.plural()), cards()))
    };
    Kind::ALL.iter().filter_map(of).collect::<Vec<Value>>().into()
}

fn counted(named: &Named<'_>, folder: &str, edition: Edition) -> Option<Counted> {
    let site = named.site;
    let section = site.sections.get(&(named.language.clone(), folder.to_owned()))?;
    let summary = section.index.and_then(|at| site.entry(at).common.summary.clone());
    let (title, lang) = named.section(folder, section);
    Some(Counted {
        title: title.to_owned(),
        lang: lang.map(str::to_owned),
        path: section.route.address(edition),
        summary,
        count: section.entries.len(),
    })
}

/// The vocabularies whose terms somebody carries, with the number of those terms.
fn vocabularies(named: &Named<'_>, edition: Edition) -> Vec<Counted> {
    let (site, language) = (named.site, named.language);
    let carried = |name: VocabularyName| {
        let terms =
            site.carried.get(&(language.clone(), name)).filter(|terms| name.is_listed() && !terms.is_empty())?;
        let path = Route { language: language.clone(), place: Place::Vocabulary(name) }.address(edition);
        Some(Counted { title: named.vocabulary(name).to_owned(), lang: None, path, summary: None, count: terms.len() })
    };
    VocabularyName::ALL.into_iter().filter_map(carried).collect()
}

/// The thought and the prompt of this week; each is left out where there is none.
fn week(named: &Named<'_>, shared: &Shared, edition: Edition) -> Value {
    let Week { number, thought, prompt } = this_week(named.site, named.language);
    let try_this = thought.and_then(|at| match &*named.site.entry(at).detail {
        Detail::Thought(thought) => thought.try_this.clone(),
        _ => None,
    });
    let cards = |at: Option<EntryIndex>| shared.cards(named, at.as_slice(), edition);
    BTreeMap::from([
        ("number", number.into()),
        ("thoughts", cards(thought)),
        ("try_this", try_this.into()),
        ("prompts", cards(prompt)),
    ])
    .into()
}

/// A few entries of a section: those that most others refer to, or the first ones where they have an order.
fn most_used(site: &Site, section: &Section) -> Vec<EntryIndex> {
    let mut entries = section.entries.clone();
    let uses = |at: &EntryIndex| match site.entry(*at).detail.described().rank() {
        Some(_) => 0,
        None => site.related_from.get(at).map_or(0, Vec::len),
    };
    // What the reader can read comes first.
    entries.sort_by_cached_key(|at| (site.entry(*at).language != section.route.language, Reverse(uses(at))));
    entries.truncate(3);
    entries
}

fn home_sections(named: &Named<'_>, shared: &Shared, edition: Edition) -> Vec<Value> {
    let (site, language) = (named.site, named.language);
    let Some(home) = site.sections.get(&(language.clone(), String::new())) else { return Vec::new() };
    let make = |folder: &String| {
        let counted = counted(named, folder, edition)?;
        let section = site.sections.get(&(language.clone(), folder.clone()))?;
        Some(Value::from(BTreeMap::from([
            ("name", folder.as_str().into()),
            ("title", counted.title.into()),
            ("lang", counted.lang.into()),
            ("path", counted.path.into()),
            ("summary", counted.summary.into()),
            ("count", counted.count.into()),
            ("entries", shared.cards(named, &most_used(site, section), edition)),
        ])))
    };
    ordered(site, language, &home.folders).iter().filter_map(make).collect()
}
