//! How many files an index has, and what they are called. It follows from sizes that are known before anything is
//! computed, so that the plan can name every file.

use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::route::{Place, Route};
use crate::model::site::Site;
use crate::search::pieces::{pieces, text_name};
use crate::search::{pages, words};

/// How many bytes of sources share a file of words.
const SOURCES_A_SHARD: usize = 12 * 1024;
/// The most files of words.
const MOST_SHARDS: usize = 1024;
/// How many things share a file of cards, and how many where there are many.
const CARDS: usize = 3;
const CARDS_OF_MANY: usize = 8;
const MANY: usize = 4_000;
/// The files of the index of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The language.
    pub language: Language,
    /// How many files have words.
    pub words: usize,
    /// How many files have cards.
    pub cards: usize,
    /// How many cards a file has.
    pub each: usize,
    /// How many files the text of each page has.
    pub texts: Vec<(EntryIndex, usize)>,
}

/// The indexes of a site: one for each language.
pub fn shapes(site: &Site) -> Vec<Shape> {
    let shape = |language: &Language| {
        let entries: Vec<(EntryIndex, &Entry)> = pages::entries(site, language).collect();
        let found: usize = entries.iter().map(|(_, entry)| pages::count(entry)).sum();
        let length = |entry: &Entry| entry.text.body.len();
        let bytes: usize = entries.iter().map(|(_, entry)| length(entry)).sum();
        let each = if found > MANY { CARDS_OF_MANY } else { CARDS };
        let texts = entries.iter().map(|(at, entry)| (*at, pieces(entry))).collect();
        let words = (bytes / SOURCES_A_SHARD).next_power_of_two().min(MOST_SHARDS);
        Shape { language: language.clone(), words, cards: found.div_ceil(each), each, texts }
    };
    site.settings.languages.iter().map(shape).collect()
}

impl Shape {
    /// Which file has `word`: a hash (FNV-1a) of its first three letters.
    pub fn shard(&self, word: &str) -> usize {
        let step = |hash: u32, unit: u16| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193);
        let hash = words::beginning(word).encode_utf16().fold(0x811c_9dc5, step);
        hash as usize % self.words
    }

    /// The entry.
    pub fn entry(&self, site: &Site) -> Route {
        self.route(site, "", ".js")
    }

    /// The file of words at `at`.
    pub fn word_file(&self, site: &Site, at: usize) -> Route {
        self.route(site, "/words/", &format!("{at}.js"))
    }

    /// The file of cards at `at`.
    pub fn card_file(&self, site: &Site, at: usize) -> Route {
        self.route(site, "/cards/", &format!("{at}.js"))
    }

    /// The spelling.
    pub fn spelling_file(&self, site: &Site) -> Route {
        self.route(site, "/spelling", ".js")
    }

    /// A part of the text of an entry, counted from 0; `None` where its page has no address.
    pub fn text_file(&self, site: &Site, entry: &Entry, part: usize) -> Option<Route> {
        Some(self.route(site, "/texts/", &text_name(entry, part)?))
    }

    fn route(&self, site: &Site, folder: &str, name: &str) -> Route {
        let path = ["search/", self.language.code(), folder, name].concat();
        Route::file(Place::File(path), site.main_language())
    }
}
