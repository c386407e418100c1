//! The context of an entry's own page.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

use crate::model::claim::LONGEST_WHOLE;
use crate::model::collections::policy::Policy;
use crate::model::collections::{Detail, Kind};
use crate::model::entry::{Entry, EntryIndex, Role};
use crate::model::link::Target;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;
use crate::render::context::card::{Card, card};
use crate::render::context::named::Named;
use crate::render::context::shared::Shared;
use crate::render::context::{Group, Link};
use crate::render::html::blanks;
use crate::render::words::Filling;

/// Adds what the page of the entry at `at` shows, with `body` as its HTML.
pub fn add(
    context: &mut Context,
    site: &Site,
    shared: &Shared,
    at: EntryIndex,
    edition: Edition,
    body: &str,
    decks: &[EntryIndex],
) {
    let entry = site.entry(at);
    let named = shared.named(site, &entry.language);
    let link = |at: &EntryIndex| {
        let entry = site.entry(*at);
        Link { title: entry.common.title.clone(), path: entry.route().address(edition), lang: None }
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
            context.insert("crumbs", &above(&named, Some(entry.route()), &entry.section, edition));
        }
        Role::Entry => context.insert_value("crumbs", shared.crumbs(&key)),
    }
    let terms = entry.terms.iter().map(|(name, at)| (name.slug(), shared.terms(&entry.language, *name, at)));
    context.insert_value("terms", terms.collect::<BTreeMap<_, _>>().into());
    context.insert("grades", &named.grades(entry));
    context.insert("related", &related(&named, entry, edition));
    context.insert("used_by", &used_by(&named, at, edition, decks));
    context.insert("anchor", &entry.anchors().into_iter().collect::<BTreeMap<_, _>>());
    context.insert("edit_url", &edit_url(site, entry));
    let siblings = site.sections.get(&key).map(|section| section.entries.as_slice()).unwrap_or_default();
    let position = shared.position(at);
    let listed = siblings.get(position) == Some(&at);
    let before = siblings.get(..position).filter(|_| listed).unwrap_or_default();
    let after = siblings.get(position + 1..).filter(|_| listed).unwrap_or_default();
    // One who turns the pages goes on in the same language.
    let same = |at: &&EntryIndex| site.entry(**at).language == entry.language;
    context.insert("previous", &before.iter().rev().find(same).map(link));
    context.insert("next", &after.iter().find(same).map(link));
    match &*entry.detail {
        Detail::Policy(policy) => context.insert("review", &review(site, policy)),
        Detail::Prompt(prompt) => {
            context.insert("pass", prompt.pass.as_deref().unwrap_or(pass(&named)));
            context.insert("spoken", &spoken(shared, site, entry, at));
        }
        Detail::Playbook(_) => context.insert("chapters", &chapters(site, entry, at, siblings, edition)),
        Detail::Message(message) => {
            context.insert_value("body", Value::safe_string(&blanks::marked(body)));
            let subject = message.subject.as_deref().map(blanks::of_text);
            context.insert_value("subject", subject.map_or_else(Value::none, |text| Value::safe_string(&text)));
        }
        _ => {}
    }
}

/// A chapter, as the way through a playbook shows it.
#[derive(Serialize)]
struct Chapter<'a> {
    title: &'a str,
    path: String,
    /// The phase that begins with it; `None` where it is the one of the chapter before.
    phase: Option<&'a str>,
    current: bool,
}

/// The chapters of the playbook that `entry` is one of; none where there are too many to show.
fn chapters<'a>(
    site: &'a Site,
    entry: &Entry,
    at: EntryIndex,
    all: &[EntryIndex],
    edition: Edition,
) -> Vec<Chapter<'a>> {
    let mut before = None;
    let mut chapter = |other: &EntryIndex| {
        let other_entry = site.entry(*other);
        let Detail::Playbook(playbook) = &*other_entry.detail else { return None };
        let phase = playbook.phase.as_deref().filter(|phase| before != Some(*phase));
        before = playbook.phase.as_deref();
        let path = other_entry.route().address(edition);
        Some(Chapter { title: &other_entry.common.title, path, phase, current: *other == at })
    };
    let is_one = |other: &&EntryIndex| site.entry(**other).language == entry.language;
    match all.len() {
        2..=LONGEST_WHOLE => all.iter().filter(is_one).filter_map(&mut chapter).collect(),
        _ => Vec::new(),
    }
}

/// A prompt in another language, to be shown beside.
#[derive(Serialize)]
struct Spoken<'a> {
    lang: &'a str,
    dir: &'static str,
    tongue: &'a str,
    title: &'a str,
    answer_first: Option<&'a str>,
    follow_ups: &'a [String],
    pass: &'a str,
}

/// The prompt in each other language that has it.
fn spoken<'a>(shared: &'a Shared, site: &'a Site, entry: &Entry, at: EntryIndex) -> Vec<Spoken<'a>> {
    let others = site.translations_of(entry);
    let of = |other: &EntryIndex| {
        let entry = site.entry(*other);
        let Detail::Prompt(prompt) = &*entry.detail else { return None };
        Some(Spoken {
            lang: entry.language.code(),
            dir: entry.language.direction(),
            tongue: entry.language.own_name(),
            title: &entry.common.title,
            answer_first: prompt.answer_first.as_deref(),
            follow_ups: &prompt.follow_ups,
            pass: prompt.pass.as_deref().unwrap_or(pass(&shared.named(site, &entry.language))),
        })
    };
    others.iter().filter(|other| **other != at).filter_map(of).collect()
}

/// The words by which a student may pass.
fn pass<'a>(named: &Named<'a>) -> &'a str {
    let own = named.site.settings.config.pass_in(named.language);
    own.unwrap_or_else(|| named.words.text("pass_words"))
}

/// The fields of its kind; a citation has the address it leads to as `href`.
fn detail(context: &mut Context, entry: &Entry) {
    let href = |doi: &Option<String>, url: &Option<String>| {
        let doi = doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
        json!(doi.or_else(|| url.clone()).filter(|url| is_web(url)))
    };
    let mut value = match &*entry.detail {
        Detail::Guide(_) | Detail::Brief(_) => serde_json::to_value(&*entry.detail).unwrap_or_default(),
        _ => return context.insert("detail", &entry.detail),
    };
    match &*entry.detail {
        Detail::Guide(guide) => {
            for (at, citation) in guide.citations.iter().enumerate() {
                value["citations"][at]["href"] = href(&citation.doi, &citation.url);
            }
        }
        Detail::Brief(brief) => value["citation"]["href"] = href(&brief.citation.doi, &brief.citation.url),
        _ => {}
    }
    context.insert("detail", &value);
}

/// The pages of the folders from the home page down to `folder`, without the page at `but`.
pub fn above(named: &Named<'_>, but: Option<&Route>, folder: &str, edition: Edition) -> Vec<Link> {
    let (site, language) = (named.site, named.language);
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]).filter(|end| *end > 0);
    let folders = std::iter::once("").chain(ends.map(|end| &folder[..end]));
    folders
        .filter_map(|folder| site.sections.get(&(language.clone(), folder.to_owned())).map(|section| (folder, section)))
        .filter(|(_, section)| Some(&*section.route) != but)
        .map(|(folder, section)| {
            let (title, lang) =
                if folder.is_empty() { (named.words.text("home"), None) } else { named.section(folder, section) };
            Link { title: title.to_owned(), path: section.route.address(edition), lang: lang.map(str::to_owned) }
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

fn related(named: &Named<'_>, entry: &Entry, edition: Edition) -> Vec<Group> {
    let mut groups: Vec<(Kind, Group)> = Vec::new();
    for relation in &entry.relations {
        let Target::Entry(at, part) = &relation.target else { continue };
        let title = part.as_deref().and_then(|part| part_title(named, *at, part));
        let mut card = card(named, *at, edition, part.as_deref());
        if let Some(title) = title {
            let filled = [("title", Filling::Text(&card.title)), ("part", Filling::Text(&title))];
            card.title = named.words.with("part_of", &filled);
        }
        put(&mut groups, relation.kind, named.words.text(&["related_", relation.kind.name()].concat()), card);
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn used_by(named: &Named<'_>, at: EntryIndex, edition: Edition, decks: &[EntryIndex]) -> Vec<Group> {
    let site = named.site;
    let entry = site.entry(at);
    let mut groups: Vec<(Kind, Group)> = Vec::new();
    for from in site.related_from.get(&at).map(Vec::as_slice).unwrap_or_default() {
        let other = site.entry(*from);
        let named_here =
            entry.relations.iter().any(|relation| matches!(relation.target, Target::Entry(named, _) if named == *from));
        if other.language == entry.language && !named_here {
            let title = ["used_", other.kind().name()].concat();
            put(&mut groups, other.kind(), named.words.text(&title), card(named, *from, edition, None));
        }
    }
    for deck in decks {
        put(&mut groups, Kind::Deck, named.words.text("used_deck"), card(named, *deck, edition, None));
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

fn part_title(named: &Named<'_>, at: EntryIndex, part: &str) -> Option<String> {
    let entry = named.site.entry(at);
    let scenario = match &*entry.detail {
        Detail::Policy(policy) => {
            policy.scenarios.iter().find(|scenario| part.strip_prefix("scenario-") == Some(&scenario.id))
        }
        _ => None,
    };
    let of_policy = || matches!(*entry.detail, Detail::Policy(_)).then(|| named.words.find(&["part_", part].concat()));
    let field = || of_policy().flatten().map(str::to_owned);
    let heading =
        || entry.document.facts.headings.iter().find(|heading| heading.id == part).map(|heading| heading.text.clone());
    scenario.map(|scenario| scenario.title.clone()).or_else(heading).or_else(field)
}

/// Where the page's source is changed on the repository's site (GitHub's address form).
fn edit_url(site: &Site, entry: &Entry) -> Option<String> {
    let repo = site.settings.config.repo.as_ref()?.as_str();
    let file = Route::file(Place::File(entry.document.file().as_str().to_owned()), &site.settings.languages[0])
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
