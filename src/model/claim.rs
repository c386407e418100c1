//! Claims: every address of the content's, and who claims it.
//!
//! Checks read them to find two claimants of one address; the plan reads them to know what to make.

use std::collections::BTreeMap;

use crate::model::collections::{Detail, Kind};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::natural;
use crate::model::picture;
use crate::model::route::{Place, Route, Spot, alias_place, slug};
use crate::model::site::{Section, Site};
use crate::model::vocabulary::VocabularyName;
use crate::path::SitePath;
use crate::print::stock::{self, Stock};

/// The name in addresses of the page that holds all chapters.
const WHOLE: &str = "on-one-page";
/// The name in addresses of the page that shows all sheets of a deck.
const SHEETS: &str = "sheets";
/// How many chapters one page holds, and the way through a playbook shows.
pub const LONGEST_WHOLE: usize = 50;
/// How many entries one page lists.
pub const LONGEST_LIST: usize = 200;

/// Who claims an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// An entry's page.
    Entry(EntryIndex),
    /// The page of a folder that has none of its own.
    Section(Language, String),
    /// One part of a section's long list: language, folder, group, the entries.
    Listing(Language, String, Group, Vec<EntryIndex>),
    /// All entries of a folder on one page, for printing: language, folder.
    Whole(Language, String),
    /// The overview of a vocabulary.
    Vocabulary(Language, VocabularyName),
    /// One part of a term's list: vocabulary, the term's position, part and number of parts.
    Term(Language, VocabularyName, usize, Part),
    /// Something to print of a deck.
    Print(EntryIndex, Print),
    /// An old address of an entry: the entry, and which of its aliases.
    Alias(EntryIndex, usize),
    /// A file that is passed on.
    Asset(SitePath),
    /// A picture at a width beside its own file.
    Width(SitePath, u32),
}

/// What there is to print of a deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Print {
    /// All sheets, as a PDF.
    Pdf,
    /// The same cards to be folded, for printers of one side, as a PDF.
    Fold,
    /// The sheet that shows what a printer is off by, as a PDF.
    Test,
    /// A picture of the first sheet.
    First,
    /// The page that shows all sheets and prints them.
    Sheets,
}

/// What the entries of one group of a list share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A term: the vocabulary, and the term's position in it.
    Term(VocabularyName, usize),
    /// The first letter of their titles; `#` where that is none.
    Initial(String),
}

/// Which part of how many; both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

/// A claim and the address that it claims.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// The address.
    pub spot: Spot,
    /// Who claims it.
    pub claim: Claim,
}

/// Finds every claim; see [`Site::claims`].
pub(super) fn claims(site: &Site) -> Vec<Claimed> {
    let languages = &site.settings.languages;
    let entries = site.indexed().map(|(at, entry)| Claimed { spot: entry.spot.clone(), claim: Claim::Entry(at) });
    let mut claims: Vec<Claimed> = entries.collect();
    let mut add = |route: Route, claim: Claim| claims.push(Claimed { spot: route.spot(languages), claim });
    for ((language, folder), section) in &site.sections {
        if section.index.is_none() {
            add((*section.route).clone(), Claim::Section(language.clone(), folder.clone()));
        }
        if let Some(route) = whole_route(site, language, section) {
            add(route, Claim::Whole(language.clone(), folder.clone()));
        }
        if section.entries.len() > LONGEST_LIST {
            listings(site, language, folder, section).into_iter().for_each(|(route, claim)| add(route, claim));
        }
    }
    for ((language, name), terms) in site.carried.iter().filter(|((_, name), _)| name.is_listed()) {
        let route = |place| Route { language: language.clone(), place };
        add(route(Place::Vocabulary(*name)), Claim::Vocabulary(language.clone(), *name));
        for (position, entries) in terms {
            let of = entries.len().div_ceil(LONGEST_LIST).max(1);
            let term = site.vocabularies[name].terms()[*position].slug();
            for number in 1..=of {
                let place = Place::Term { vocabulary: *name, term: term.clone(), part: number };
                add(route(place), Claim::Term(language.clone(), *name, *position, Part { number, of }));
            }
        }
    }
    for (at, entry) in site.indexed() {
        let aliases = entry.common.aliases.iter().enumerate().filter(|(_, alias)| bad_alias(alias).is_none());
        for (number, alias) in aliases {
            let path = Route::file(alias_place(alias), site.main_language()).output_path();
            if let Some(route) = path.and_then(|path| Route::of(&path, languages)) {
                add(route, Claim::Alias(at, number));
            }
        }
    }
    for (at, entry) in site.indexed() {
        prints(site, entry).into_iter().for_each(|(print, route)| add(route, Claim::Print(at, print)));
    }
    for (asset, purpose) in &site.assets {
        let route = asset_route(site, asset);
        let beside = picture::sizes(site, asset, *purpose).map(|sizes| sizes.beside).unwrap_or_default();
        for width in beside {
            add(route.at_width(width), Claim::Width(asset.clone(), width));
        }
        add(route, Claim::Asset(asset.clone()));
    }
    claims
}

/// Where all entries of `section` stand on one page; `None` where they are no chapters of one whole.
pub fn whole_route(site: &Site, language: &Language, section: &Section) -> Option<Route> {
    let entry = |at: &EntryIndex| site.entry(*at);
    let is_chapter = |at: &EntryIndex| entry(at).kind() == Kind::Playbook && entry(at).language == *language;
    let Place::Page(folder) = &section.route.place else { return None };
    let is_whole = (2..=LONGEST_WHOLE).contains(&section.entries.len()) && section.entries.iter().all(is_chapter);
    let place = Place::Listing { folder: folder.clone(), group: WHOLE.to_owned(), part: 1 };
    (is_whole && !folder.is_empty()).then(|| Route { language: language.clone(), place })
}

/// The parts of a section's list: its natural groups, and of those that are too long, numbered parts.
pub fn listings(site: &Site, language: &Language, folder: &str, section: &Section) -> Vec<(Route, Claim)> {
    let Place::Page(path) = &section.route.place else { return Vec::new() };
    let mut listings = Vec::new();
    for (group, entries) in groups(site, &section.entries) {
        for (number, chunk) in entries.chunks(LONGEST_LIST).enumerate() {
            let place = Place::Listing { folder: path.clone(), group: group_slug(site, &group), part: number + 1 };
            let route = Route { language: language.clone(), place };
            listings.push((route, Claim::Listing(language.clone(), folder.to_owned(), group.clone(), chunk.to_vec())));
        }
    }
    listings
}

/// The natural groups of a list: by the first word of the vocabulary that divides its kind, else by first letters.
pub fn groups(site: &Site, entries: &[EntryIndex]) -> Vec<(Group, Vec<EntryIndex>)> {
    let mut groups: BTreeMap<Group, Vec<EntryIndex>> = BTreeMap::new();
    for at in entries {
        let entry = site.entry(*at);
        let described = entry.detail.described();
        let word = described.divided_by().and_then(|name| Some((name, *entry.terms.get(&name)?.first()?)));
        let group = match word {
            Some((name, term)) => Group::Term(name, term),
            None => Group::Initial(natural::initial(&entry.common.title, &entry.language)),
        };
        groups.entry(group).or_default().push(*at);
    }
    groups.into_iter().collect()
}

/// Where the sheets of the deck `entry` stand; nothing where it is none, or names a stock that is not known.
pub fn prints(site: &Site, entry: &Entry) -> Vec<(Print, Route)> {
    let Detail::Deck(deck) = &*entry.detail else { return Vec::new() };
    let Place::Page(path) = &entry.route().place else { return Vec::new() };
    let is_known = stock::stock(&site.settings.stocks, &deck.stock).is_some_and(Stock::is_possible);
    if !is_known || path.is_empty() {
        return Vec::new();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let file = |name: &str| entry.route().beside(name, site.main_language());
    let page = Route { language: entry.language.clone(), place: Place::Page(format!("{path}/{SHEETS}")) };
    let fold = deck.is_two_sided().then(|| (Print::Fold, file(&format!("{name}-fold.pdf"))));
    let all = [
        (Print::Pdf, file(&format!("{name}.pdf"))),
        (Print::Test, file("test-sheet.pdf")),
        (Print::First, file("first-sheet.svg")),
        (Print::Sheets, page),
    ];
    all.into_iter().chain(fold).collect()
}

/// The route of a file that is passed on: below `content/static/` from the root, else at its own path.
pub fn asset_route(site: &Site, asset: &SitePath) -> Route {
    let below = asset.below("content/static").or_else(|| asset.below("content")).unwrap_or(asset.as_str());
    Route { language: site.settings.languages[0].clone(), place: Place::File(below.to_owned()) }
}

/// Why `alias` cannot be an address; `None` where it can.
pub fn bad_alias(alias: &str) -> Option<&'static str> {
    if alias.contains("://") || alias.starts_with("//") {
        return Some("it is a full address; write it from the site's root, such as /old/page/");
    }
    if alias.trim_matches('/').is_empty() {
        return Some("it names the home page");
    }
    alias.trim_matches('/').split('/').find_map(crate::path::unportable)
}

/// The name of a group in addresses.
pub fn group_slug(site: &Site, group: &Group) -> String {
    let slug = match group {
        Group::Term(name, term) => site.vocabularies[name].terms()[*term].slug(),
        Group::Initial(initial) => slug(initial),
    };
    if slug.is_empty() { "other".to_owned() } else { slug }
}
