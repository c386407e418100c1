//! The context of an entry's own page.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

use crate::model::collections::policy::Policy;
use crate::model::collections::{Detail, Kind};
use crate::model::entry::{Entry, EntryIndex, Role};
use crate::model::link::Target;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;
use crate::render::context::card::{Card, card, grades};
use crate::render::context::shared::Shared;
use crate::render::context::{Group, Link, words};

/// Adds what the page of the entry at `at` shows, with `body` as its HTML.
pub fn add(context: &mut Context, site: &Site, shared: &Shared, at: EntryIndex, edition: Edition, body: &str) {
    let entry = site.entry(at);
    let link = |at: &EntryIndex| {
        let entry = site.entry(*at);
        Link { title: entry.common.title.clone(), path: entry.route().address(edition) }
    };
    context.insert("kind", entry.kind().name());
    context.insert("title", &entry.common.title);
    context.insert("summary", &entry.common.summary);
    context.insert("entry", &entry.common);
    detail(context, entry);
    context.insert_value("body", Value::safe_string(body));
    context.insert("contents", &contents(entry));
    context.insert("tab", entry.section.split('/').next().unwrap_or_default());
    let key = (entry.language.clone(), entry.section.clone());
    match entry.role {
        Role::Section => {
            context.insert("crumbs", &above(site, Some(entry.route()), &entry.language, &entry.section, edition));
        }
        Role::Entry => context.insert_value("crumbs", shared.crumbs(&key)),
    }
    let terms = entry.terms.iter().map(|(name, at)| (name.slug(), shared.terms(&entry.language, *name, at)));
    context.insert_value("terms", terms.collect::<BTreeMap<_, _>>().into());
    context.insert("grades", &grades(site, entry));
    context.insert("related", &related(site, entry, edition));
    context.insert("used_by", &used_by(site, at, edition));
    context.insert("anchor", &entry.anchors().into_iter().collect::<BTreeMap<_, _>>());
    context.insert("translations", &translations(site, entry, edition));
    context.insert("alternates", &alternates(site, entry));
    context.insert("edit_url", &edit_url(site, entry));
    let siblings = site.sections.get(&key).map(|section| section.entries.as_slice()).unwrap_or_default();
    let position = shared.position(at);
    let listed = siblings.get(position) == Some(&at);
    let neighbour =
        |position: Option<usize>| position.filter(|_| listed).and_then(|position| siblings.get(position)).map(link);
    context.insert("previous", &neighbour(position.checked_sub(1)));
    context.insert("next", &neighbour(Some(position + 1)));
    match &*entry.detail {
        Detail::Policy(policy) => context.insert("review", &review(site, policy)),
        Detail::Prompt(prompt) => context.insert("pass", prompt.pass.as_deref().unwrap_or(site.settings.config.pass())),
        _ => {}
    }
}

/// The fields of its kind; a citation has the address it leads to as `href`.
fn detail(context: &mut Context, entry: &Entry) {
    let Detail::Guide(guide) = &*entry.detail else { return context.insert("detail", &entry.detail) };
    let mut value = serde_json::to_value(guide).unwrap_or_default();
    for (at, citation) in guide.citations.iter().enumerate() {
        let doi = citation.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        value["citations"][at]["href"] = json!(doi.or_else(|| citation.url.clone()).filter(|url| is_web(url)));
    }
    context.insert("detail", &value);
}

/// The pages of the folders from the home page down to `folder`, without the page at `but`.
pub fn above(
    site: &Site,
    but: Option<&Route>,
    language: &crate::model::language::Language,
    folder: &str,
    edition: Edition,
) -> Vec<Link> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]).filter(|end| *end > 0);
    let folders = std::iter::once("").chain(ends.map(|end| &folder[..end]));
    folders
        .filter_map(|folder| site.sections.get(&(language.clone(), folder.to_owned())).map(|section| (folder, section)))
        .filter(|(_, section)| Some(&*section.route) != but)
        .map(|(folder, section)| {
            let title = if folder.is_empty() { "Home".to_owned() } else { section.title.clone() };
            Link { title, path: section.route.address(edition) }
        })
        .collect()
}

/// What stands on a page, as its table of contents shows it.
#[derive(Serialize)]
struct Part<'a> {
    level: u8,
    id: &'a str,
    text: &'a str,
}

fn contents(entry: &Entry) -> Vec<Part<'_>> {
    let headings = entry
        .document
        .facts
        .headings
        .iter()
        .filter(|heading| matches!(heading.level, 2 | 3) && !heading.text.trim().is_empty());
    headings.map(|heading| Part { level: heading.level, id: &heading.id, text: &heading.text }).collect()
}

fn related(site: &Site, entry: &Entry, edition: Edition) -> Vec<Group> {
    let mut groups: Vec<(Kind, Group)> = Vec::new();
    for relation in &entry.relations {
        let Target::Entry(at, part) = &relation.target else { continue };
        let title = part.as_deref().and_then(|part| part_title(site, *at, part));
        let mut card = card(site, *at, &entry.language, edition, part.as_deref());
        if let Some(title) = title {
            card.title = format!("{}: {title}", card.title);
        }
        put(&mut groups, relation.kind, named(relation.kind), card);
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn used_by(site: &Site, at: EntryIndex, edition: Edition) -> Vec<Group> {
    let entry = site.entry(at);
    let mut groups: Vec<(Kind, Group)> = Vec::new();
    for from in site.related_from.get(&at).map(Vec::as_slice).unwrap_or_default() {
        let other = site.entry(*from);
        let named_here =
            entry.relations.iter().any(|relation| matches!(relation.target, Target::Entry(named, _) if named == *from));
        if other.language == entry.language && !named_here {
            put(&mut groups, other.kind(), naming(other.kind()), card(site, *from, &entry.language, edition, None));
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn put(groups: &mut Vec<(Kind, Group)>, kind: Kind, title: &str, card: Card) {
    match groups.iter_mut().find(|(other, _)| *other == kind) {
        Some((_, group)) if group.entries.iter().any(|other| other.path == card.path) => {}
        Some((_, group)) => group.entries.push(card),
        None => groups.push((kind, Group { title: title.to_owned(), id: kind.name().to_owned(), entries: vec![card] })),
    }
}

fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Prompt => "Prompts that go with this",
        Kind::Guide => "Guides that go with this",
        Kind::Policy => "What our policy says",
        Kind::Playbook => "In the playbook",
        Kind::Page => "See also",
    }
}

fn naming(kind: Kind) -> &'static str {
    match kind {
        Kind::Prompt => "Prompts that refer to this",
        Kind::Guide => "Guides that use this",
        Kind::Policy => "Policies that refer to this",
        Kind::Playbook => "Chapters that refer to this",
        Kind::Page => "Pages that refer to this",
    }
}

fn part_title(site: &Site, at: EntryIndex, part: &str) -> Option<String> {
    let entry = site.entry(at);
    let scenario = match &*entry.detail {
        Detail::Policy(policy) => {
            policy.scenarios.iter().find(|scenario| part.strip_prefix("scenario-") == Some(&scenario.id))
        }
        _ => None,
    };
    let field = || matches!(*entry.detail, Detail::Policy(_)).then(|| words::part(part)).flatten().map(str::to_owned);
    let heading =
        || entry.document.facts.headings.iter().find(|heading| heading.id == part).map(|heading| heading.text.clone());
    scenario.map(|scenario| scenario.title.clone()).or_else(heading).or_else(field)
}

fn translations(site: &Site, entry: &Entry, edition: Edition) -> Vec<serde_json::Value> {
    let all = site.translations.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
    let same = all.iter().map(|at| site.entry(*at)).filter(|other| other.role == entry.role);
    let links: Vec<_> = same
        .map(|other| {
            json!({
                "lang": other.language.code(),
                "dir": other.language.direction(),
                "name": other.language.own_name(),
                "path": other.route().address(edition),
                "current": other.language == entry.language,
            })
        })
        .collect();
    if links.len() > 1 { links } else { Vec::new() }
}

fn alternates(site: &Site, entry: &Entry) -> Vec<serde_json::Value> {
    let Some(base) = &site.settings.config.base_url else { return Vec::new() };
    let all = site.translations.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
    let same: Vec<&Entry> = all.iter().map(|at| site.entry(*at)).filter(|other| other.role == entry.role).collect();
    if same.len() < 2 {
        return Vec::new();
    }
    same.iter().map(|other| json!({ "lang": other.language.code(), "url": base.as_str().to_owned() + &other.route().address(Edition::Web) })).collect()
}

/// Where the page's source is changed on the repository's site (GitHub's address form).
fn edit_url(site: &Site, entry: &Entry) -> Option<String> {
    let repo = site.settings.config.repo.as_ref()?.as_str();
    let file = Route::file(Place::File(entry.document.path.as_str().to_owned()), &site.settings.languages[0])
        .address(Edition::Web);
    Some([repo.trim_end_matches('/'), "/edit/main/", &file].concat())
}

fn is_web(address: &str) -> bool {
    crate::parse::address::scheme(address) == crate::parse::address::Scheme::Web
}

fn review(site: &Site, policy: &Policy) -> serde_json::Value {
    let next = policy.next_review();
    json!({ "next": next, "overdue": next.is_some_and(|next| next < site.today) })
}
