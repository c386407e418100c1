//! The way from a page to the same page in other languages, or to the nearest one there is.

use serde::Serialize;
use tera::Context;

use crate::model::claim::Claim;
use crate::model::entry::{EntryIndex, Role};
use crate::model::language::Language;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;

/// A page in one language, as the switch shows it.
#[derive(Serialize)]
struct Other<'a> {
    lang: &'a str,
    dir: &'static str,
    name: &'a str,
    path: String,
    current: bool,
    /// Whether it is the same page, or only the nearest one.
    exact: bool,
}

/// The full address of the same page in a language, for search engines.
#[derive(Serialize)]
struct Alternate<'a> {
    lang: &'a str,
    url: String,
}

/// Adds the languages of the switch (`translations`), and those in which the same page is (`alternates`).
pub fn add(context: &mut Context, site: &Site, route: &Route, claim: &Claim, edition: Edition) {
    let found: Vec<(&Language, Route, bool)> = match site.settings.languages.len() {
        1 => Vec::new(),
        _ => site.settings.languages.iter().filter_map(|other| page(site, route, claim, other)).collect(),
    };
    let others = found.iter().map(|(language, other, exact)| Other {
        lang: language.code(),
        dir: language.direction(),
        name: language.own_name(),
        path: other.address(edition),
        current: **language == route.language,
        exact: *exact,
    });
    let others: Vec<Other<'_>> = others.collect();
    context.insert("translations", if others.len() > 1 { &others[..] } else { &[] });
    let exact: Vec<&(&Language, Route, bool)> = found.iter().filter(|(_, _, exact)| *exact).collect();
    let base = site.settings.config.base_url.as_ref().filter(|_| exact.len() > 1);
    let alternates = base.into_iter().flat_map(|base| {
        let url = |other: &Route| base.as_str().to_owned() + &other.address(Edition::Web);
        let own = exact.iter().map(move |(language, other, _)| Alternate { lang: language.code(), url: url(other) });
        let any = exact.iter().filter(|(language, ..)| language.is_main());
        own.chain(any.map(move |(_, other, _)| Alternate { lang: "x-default", url: url(other) }))
    });
    context.insert("alternates", &alternates.collect::<Vec<_>>());
}

/// The page in `language` that is the same as the one at `route`, or the nearest to it. `None` where nothing
/// is published in the language.
fn page<'a>(site: &Site, route: &Route, claim: &Claim, language: &'a Language) -> Option<(&'a Language, Route, bool)> {
    if *language == route.language {
        return Some((language, route.clone(), true));
    }
    let (same, folder) = match claim {
        Claim::Entry(at) => {
            let entry = site.entry(*at);
            let same = translation(site, *at, language);
            let section = || site.sections.get(&(language.clone(), entry.section.clone()));
            let listed = || section().filter(|_| entry.role == Role::Section).map(|section| (*section.route).clone());
            (same.or_else(listed), entry.section.as_str())
        }
        Claim::Section(_, folder) => {
            let same = site.sections.get(&(language.clone(), folder.clone()));
            (same.map(|section| (*section.route).clone()), folder.as_str())
        }
        Claim::Listing(_, folder, ..) | Claim::Whole(_, folder) => (None, folder.as_str()),
        Claim::Vocabulary(_, name) => {
            let is_there = site.carried.contains_key(&(language.clone(), *name));
            (is_there.then(|| Route { language: language.clone(), place: Place::Vocabulary(*name) }), "")
        }
        Claim::Term(_, name, position, _) => {
            let terms = site.carried.get(&(language.clone(), *name));
            let place = match terms.filter(|terms| terms.contains_key(position)) {
                Some(_) => {
                    let term = site.vocabularies[name].terms()[*position].slug();
                    Some((Place::Term { vocabulary: *name, term, part: 1 }, true))
                }
                None => terms.map(|_| (Place::Vocabulary(*name), false)),
            };
            if let Some((place, exact)) = place {
                return Some((language, Route { language: language.clone(), place }, exact));
            }
            (None, "")
        }
        Claim::Print(at, _) => (translation(site, *at, language), site.entry(*at).section.as_str()),
        Claim::Alias(..) | Claim::Asset(_) | Claim::Width(..) => return None,
    };
    if let Some(same) = same {
        return Some((language, same, true));
    }
    let above = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]).rev().map(|end| &folder[..end]);
    let section = above.chain([""]).find_map(|folder| site.sections.get(&(language.clone(), folder.to_owned())))?;
    Some((language, (*section.route).clone(), false))
}

fn translation(site: &Site, at: EntryIndex, language: &Language) -> Option<Route> {
    let entry = site.entry(at);
    let all = site.translations.get(&entry.id)?;
    let same =
        all.iter().map(|at| site.entry(*at)).find(|other| other.role == entry.role && other.language == *language);
    same.map(|other| other.route().clone())
}
