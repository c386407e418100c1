//! What lies beside the pages for other programs: feeds and calendars, with their routes.
//!
//! All of it needs the full address of the site; without a `base_url` there is none.

use std::cmp::Reverse;

use crate::day::Day;
use crate::model::agenda::agenda;
use crate::model::claim::asset_route;
use crate::model::entry::{EntryIndex, Role};
use crate::model::language::Language;
use crate::model::meaning::is_draft;
use crate::model::route::{Place, Route};
use crate::model::site::Site;
use crate::path::folded;

/// How many entries a feed has at most.
pub const LONGEST_FEED: usize = 50;
/// The name of a feed, which lies beside the page of what it follows.
const FEED: &str = "feed.xml";
/// The name of a calendar, which lies beside the home page of its language.
const CALENDAR: &str = "calendar.ics";

/// The feeds and calendars of a site.
#[derive(Debug, Default)]
pub struct Beside {
    /// One for each language, then one for each folder directly below `content/`; none is empty.
    pub feeds: Vec<Feed>,
    /// One for each language that has something to keep in mind.
    pub calendars: Vec<Calendar>,
}

/// A list of the entries that changed last.
#[derive(Debug)]
pub struct Feed {
    /// Where it lies.
    pub route: Route,
    /// The page of what it follows.
    pub of: Route,
    /// Its language.
    pub language: Language,
    /// The folder that it follows, as in [`Site::sections`]; empty for the whole language.
    pub folder: String,
    /// The entries and the days they changed: the newest first, those of one day as lists sort them.
    pub entries: Vec<(Day, EntryIndex)>,
}

/// The days to keep in mind.
#[derive(Debug)]
pub struct Calendar {
    /// Where it lies.
    pub route: Route,
    /// Its language.
    pub language: Language,
}

impl Beside {
    /// The feed that follows `folder`, empty for all entries in `language`.
    pub fn feed(&self, language: &Language, folder: &str) -> Option<&Feed> {
        self.feeds.iter().find(|feed| feed.language == *language && feed.folder == folder)
    }

    /// The calendar in `language`.
    pub fn calendar(&self, language: &Language) -> Option<&Calendar> {
        self.calendars.iter().find(|calendar| calendar.language == *language)
    }

    /// Every route that something here has.
    pub fn routes(&self) -> impl Iterator<Item = &Route> {
        self.feeds.iter().map(|feed| &feed.route).chain(self.calendars.iter().map(|calendar| &calendar.route))
    }
}

/// Finds what lies beside the pages; see [`Site::beside`].
pub(super) fn beside(site: &Site) -> Beside {
    if site.settings.config.base_url.is_none() {
        return Beside::default();
    }
    let folders = folders_in_the_way(site);
    let is_free = |route: &Route| route.output_path().is_some_and(|path| !folders.contains(&folded(path.as_str())));
    let languages = || site.settings.languages.iter();
    let home = |language: &Language| Route { language: language.clone(), place: Place::Page(String::new()) };
    let dated = dated(site);
    let whole = languages().filter_map(|language| feed(site, &dated, home(language), language, ""));
    let single = site.sections.iter().filter_map(|((language, folder), section)| {
        let is_top = !folder.is_empty() && !folder.contains('/');
        is_top.then(|| feed(site, &dated, (*section.route).clone(), language, folder))?
    });
    let calendar = |language: &Language| Calendar {
        route: home(language).beside(CALENDAR, site.main_language()),
        language: language.clone(),
    };
    let mut beside = Beside {
        feeds: whole.chain(single).collect(),
        calendars: languages().filter(|language| !agenda(site, language).is_empty()).map(calendar).collect(),
    };
    beside.feeds.retain(|feed| is_free(&feed.route));
    beside.calendars.retain(|calendar| is_free(&calendar.route));
    beside
}

/// The entries that a feed can show, with the days they changed: those without a day have no place in it.
fn dated(site: &Site) -> Vec<(Day, EntryIndex)> {
    let shown = site.indexed().filter(|(_, entry)| entry.role == Role::Entry);
    let shown = shown.filter(|(_, entry)| !is_draft(&entry.common, &entry.detail));
    shown.filter_map(|(at, entry)| Some((site.changed(entry)?, at))).collect()
}

fn feed(site: &Site, dated: &[(Day, EntryIndex)], of: Route, language: &Language, folder: &str) -> Option<Feed> {
    let is_below = |section: &str| {
        folder.is_empty() || section.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let is_in = |at: EntryIndex| site.entry(at).language == *language && is_below(&site.entry(at).section);
    let mut entries: Vec<(Day, EntryIndex)> = dated.iter().copied().filter(|(_, at)| is_in(*at)).collect();
    let key = |(day, at): &(Day, EntryIndex)| (Reverse(*day), &*site.entry(*at).key, *at);
    if entries.len() > LONGEST_FEED {
        entries.select_nth_unstable_by(LONGEST_FEED, |one, other| key(one).cmp(&key(other)));
        entries.truncate(LONGEST_FEED);
    }
    entries.sort_unstable_by(|one, other| key(one).cmp(&key(other)));
    let route = of.beside(FEED, site.main_language());
    (!entries.is_empty()).then(|| Feed { route, of, language: language.clone(), folder: folder.to_owned(), entries })
}

/// The folders that files of the site's own make under the name of a feed or a calendar, so that no file
/// can lie there.
fn folders_in_the_way(site: &Site) -> Vec<String> {
    let mut folders = Vec::new();
    for asset in site.assets.keys() {
        let Place::File(path) = asset_route(site, asset).place else { continue };
        let path = folded(&path);
        let ends = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.extend(ends.filter(|end| end.ends_with(FEED) || end.ends_with(CALENDAR)).map(str::to_owned));
    }
    folders
}
