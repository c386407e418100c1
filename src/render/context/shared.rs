//! What all pages of a language share.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

use crate::model::beside::Feed;
use crate::model::claim::{Claim, Claimed};
use crate::model::entry::EntryIndex;
use crate::model::language::Language;
use crate::model::picture::smallest;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::{Section, Site};
use crate::model::vocabulary::{Term, Vocabulary, VocabularyName};
use crate::render::body_words::BodyWords;
use crate::render::context::card::card;
use crate::render::context::entry::above;
use crate::render::context::fragment::Fragments;
use crate::render::context::head::feed_title;
use crate::render::context::named::Named;
use crate::render::context::navigation::{LONGEST_MENU, Menu, Tabs, menu, tabs};
use crate::render::context::{Counted, Link};
use crate::render::html;
use crate::render::paper;
use crate::render::theme::Theme;
use crate::render::words::{Filling, Words};

/// What is made once and used by many pages.
pub struct Shared {
    site: BTreeMap<Language, Value>,
    tabs: BTreeMap<Language, Tabs>,
    theme: Value,
    /// The HTML that names the theme's files.
    pub files: Fragments,
    /// The feeds that a page names, by its language and the folder of its tab.
    feeds: BTreeMap<(Language, String), Value>,
    words: Arc<Words>,
    bodies: BTreeMap<Language, BodyWords>,
    /// Made when the first of their pages is.
    menus: BTreeMap<(Language, String), Vec<OnceLock<Menu>>>,
    parts: BTreeMap<(Language, String), Value>,
    crumbs: BTreeMap<(Language, String), Value>,
    terms: BTreeMap<(Language, VocabularyName), Vec<Value>>,
    /// Where each entry stands in its section's list.
    positions: Vec<usize>,
    /// The card of each entry in a list of its own language: with every tag it stands in one more.
    cards: Vec<OnceLock<Value>>,
}

impl Shared {
    /// What the pages of `site` share in this theme and edition.
    pub fn new(site: &Site, theme: &Theme, words: &Arc<Words>, edition: Edition) -> Self {
        let files: BTreeMap<&str, String> = theme
            .files
            .iter()
            .map(|(name, file)| {
                let route = Route::file(Place::Theme(name.clone()), &site.settings.languages[0]);
                (name.as_str(), format!("{}?h={}", route.address(edition), file.digest().short()))
            })
            .collect();
        let mut positions = vec![0; site.entries.len()];
        for ((language, _), section) in &site.sections {
            let listed = section.entries.iter().enumerate();
            for (position, at) in listed.filter(|(_, at)| site.entry(**at).language == *language) {
                positions[at.0] = position;
            }
        }
        let named = |language| Named { site, language, words: words.of(language) };
        let languages = || site.settings.languages.iter();
        Self {
            site: languages().map(|language| (language.clone(), site_value(&named(language), edition))).collect(),
            tabs: languages()
                .filter_map(|language| Some((language.clone(), tabs(&named(language), edition)?)))
                .collect(),
            theme: Value::from_serializable(&files),
            files: Fragments::default(),
            feeds: feeds(site, words, edition),
            words: Arc::clone(words),
            bodies: languages().map(|language| (language.clone(), BodyWords::new(words.of(language)))).collect(),
            menus: site.sections.iter().map(|(key, section)| (key.clone(), no_menus(section))).collect(),
            parts: parts(site, words, edition),
            crumbs: crumbs(site, words, edition),
            terms: terms(site, words, edition),
            positions,
            cards: site.entries.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// A context with what all pages in the language of `route` have that lie as deep as it.
    pub fn fragment(&self, route: &Route) -> Context {
        let language = &route.language;
        let mut context = Context::new();
        context.insert_value("site", self.site.get(language).cloned().unwrap_or_else(Value::none));
        context.insert_value("tabs", self.tabs.get(language).map_or_else(Value::none, |tabs| tabs.value.clone()));
        context.insert_value("theme", self.theme.clone());
        context.insert_value("words", self.words.of(language).value().clone());
        context.insert("lang", language.code());
        context.insert("dir", language.direction());
        let root = route.root();
        context.insert("root", if root.is_empty() { "./" } else { &root });
        context
    }

    /// A context with what every page at `route` has.
    pub fn context(&self, site: &Site, route: &Route, edition: Edition) -> Context {
        let mut context = self.fragment(route);
        context.insert("path", &route.address(edition));
        let base = site.settings.config.base_url.as_ref();
        context.insert("canonical", &base.map(|base| base.as_str().to_owned() + &route.address(Edition::Web)));
        context
    }

    /// What things are called in `language`.
    pub fn named<'a>(&'a self, site: &'a Site, language: &'a Language) -> Named<'a> {
        Named { site, language, words: self.words.of(language) }
    }

    /// The words that are added to bodies in `language`.
    pub fn body_words(&self, language: &Language) -> html::Words<'_> {
        self.bodies.get(language).map_or(html::Words::ENGLISH, BodyWords::lent)
    }

    /// The tabs of a language.
    pub fn tabs(&self, language: &Language) -> Option<&Tabs> {
        self.tabs.get(language)
    }

    /// Where the entry stands in its section's list, from 0.
    pub fn position(&self, at: EntryIndex) -> usize {
        self.positions[at.0]
    }

    /// The cards of `entries` in a list in the language of `named`.
    pub fn cards(&self, named: &Named<'_>, entries: &[EntryIndex], edition: Edition) -> Value {
        let made = |at: EntryIndex| Value::from_serializable(&card(named, at, edition, None));
        let card = |at: &EntryIndex| match named.site.entry(*at).language == *named.language {
            true => self.cards[at.0].get_or_init(|| made(*at)).clone(),
            false => made(*at),
        };
        entries.iter().map(card).collect::<Vec<Value>>().into()
    }

    /// The feeds that a page in `language` names whose tab is `folder`.
    pub fn feeds(&self, language: &Language, folder: &str) -> Value {
        let found = self.feeds.get(&(language.clone(), folder.to_owned()));
        let found = found.or_else(|| self.feeds.get(&(language.clone(), String::new())));
        found.cloned().unwrap_or_else(|| Value::from_serializable::<[u8; 0]>(&[]))
    }

    /// The folders above the entries of the section `key`, the home page first.
    pub fn crumbs(&self, key: &(Language, String)) -> Value {
        self.crumbs.get(key).cloned().unwrap_or_else(Value::none)
    }

    /// The terms of the vocabulary `name` at `positions`, each with its title and the address of its list.
    pub fn terms(&self, language: &Language, name: VocabularyName, positions: &[usize]) -> Value {
        let terms = self.terms.get(&(language.clone(), name)).map(Vec::as_slice).unwrap_or_default();
        positions.iter().filter_map(|at| terms.get(*at).cloned()).collect::<Vec<Value>>().into()
    }

    /// The parts of a section's list; none where one page holds all of it.
    pub fn parts(&self, language: &Language, folder: &str) -> Value {
        let parts = self.parts.get(&(language.clone(), folder.to_owned()));
        parts.cloned().unwrap_or_else(|| Value::from_serializable::<[u8; 0]>(&[]))
    }

    /// The menu of the entry at `at`, and where it stands in it; `None` where it stands in no list.
    pub fn menu(&self, site: &Site, at: EntryIndex, edition: Edition) -> Option<(&Menu, usize)> {
        let entry = site.entry(at);
        let key = (entry.language.clone(), entry.section.clone());
        let position = self.position(at);
        let section = site.sections.get(&key).filter(|section| section.entries.get(position) == Some(&at))?;
        let number = position / LONGEST_MENU;
        let menu = self
            .menus
            .get(&key)?
            .get(number)?
            .get_or_init(|| menu(&self.named(site, &entry.language), &entry.section, section, number, edition));
        Some((menu, position % LONGEST_MENU))
    }
}

/// For each feed, that of its language and itself.
fn feeds(site: &Site, words: &Words, edition: Edition) -> BTreeMap<(Language, String), Value> {
    if edition == Edition::Offline {
        return BTreeMap::new();
    }
    let value = |feed: &Feed| {
        let named = Named { site, language: &feed.language, words: words.of(&feed.language) };
        let whole = site.beside().feed(&feed.language, "").filter(|whole| whole.folder != feed.folder);
        let link =
            |feed: &Feed| Link { title: feed_title(&named, feed), path: feed.route.address(edition), lang: None };
        let links: Vec<Link> = whole.into_iter().chain([feed]).map(link).collect();
        ((feed.language.clone(), feed.folder.clone()), Value::from_serializable(&links))
    };
    site.beside().feeds.iter().map(value).collect()
}

fn no_menus(section: &Section) -> Vec<OnceLock<Menu>> {
    (0..section.entries.len().div_ceil(LONGEST_MENU)).map(|_| OnceLock::new()).collect()
}

fn site_value(named: &Named<'_>, edition: Edition) -> Value {
    let (site, language) = (named.site, named.language);
    let pass = site.settings.config.pass_in(language).unwrap_or_else(|| named.words.text("pass_words"));
    Value::from_serializable(&json!({
        "title": site.settings.config.title_in(language),
        "title_lang": site.settings.config.title_language(language),
        "description": site.settings.config.description_in(language),
        "logo": logo(site, edition),
        "contact": site.settings.config.contact.as_ref().map(|contact| json!({ "href": contact.href(), "text": contact.shown() })),
        "language": site.settings.languages[0].code(),
        "search": site.settings.config.search != Some(false),
        "repo": site.settings.config.repo.as_ref().map(|repo| repo.as_str().trim_end_matches('/')),
        "pass": pass,
        "cards": site.sections.get(&(language.clone(), "cards".to_owned())).map(|section| section.route.address(edition)),
        "stocks": paper::listed(&site.settings.stocks),
        "extra": site.settings.config.extra,
    }))
}

/// The site's logo: its smallest file, which is large enough for the head of a page, and that one's size in pixels.
fn logo(site: &Site, edition: Edition) -> Option<serde_json::Value> {
    let (route, width, height) = smallest(site, &site.logo()?)?;
    Some(json!({ "path": route.address(edition), "width": width, "height": height }))
}

/// The parts of the sections whose lists are long.
fn parts(site: &Site, words: &Words, edition: Edition) -> BTreeMap<(Language, String), Value> {
    let mut parts: BTreeMap<(Language, String), Vec<Counted>> = BTreeMap::new();
    for Claimed { spot, claim } in site.claims() {
        let (Claim::Listing(language, folder, group, entries), Place::Listing { part, .. }) =
            (claim, &spot.route.place)
        else {
            continue;
        };
        let named = Named { site, language, words: words.of(language) };
        let (group, number) = (named.group(group), part.to_string());
        let filled = [("title", Filling::Text(group)), ("number", Filling::Figures(&number))];
        let title = if *part > 1 { named.words.with("numbered", &filled) } else { group.to_owned() };
        let counted =
            Counted { title, lang: None, path: spot.route.address(edition), summary: None, count: entries.len() };
        parts.entry((language.clone(), folder.clone())).or_default().push(counted);
    }
    parts.into_iter().map(|(key, parts)| (key, Value::from_serializable(&parts))).collect()
}

fn crumbs(site: &Site, words: &Words, edition: Edition) -> BTreeMap<(Language, String), Value> {
    let crumbs = |(language, folder): &(Language, String)| {
        Value::from_serializable(&above(&Named { site, language, words: words.of(language) }, None, folder, edition))
    };
    site.sections.keys().map(|key| (key.clone(), crumbs(key))).collect()
}

fn terms(site: &Site, words: &Words, edition: Edition) -> BTreeMap<(Language, VocabularyName), Vec<Value>> {
    #[derive(Serialize)]
    struct TermLink<'a> {
        title: &'a str,
        path: Option<String>,
        /// The language of the title, where it is not the page's.
        lang: Option<&'a str>,
    }
    let link = |language: &Language, vocabulary: VocabularyName, term: &Term| {
        let place = Place::Term { vocabulary, term: term.slug(), part: 1 };
        let route = Route { language: language.clone(), place };
        let path = vocabulary.is_listed().then(|| route.address(edition));
        let (title, is_own) = Named { site, language, words: words.of(language) }.term(vocabulary, term);
        let lang = (!is_own).then(|| site.main_language().code());
        Value::from_serializable(&TermLink { title, path, lang })
    };
    let all = |language: &Language, (name, vocabulary): (&VocabularyName, &Arc<Vocabulary>)| {
        let links = vocabulary.terms().iter().map(|term| link(language, *name, term)).collect();
        ((language.clone(), *name), links)
    };
    site.settings
        .languages
        .iter()
        .flat_map(|language| site.vocabularies.iter().map(move |one| all(language, one)))
        .collect()
}
