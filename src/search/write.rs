//! The bytes of the files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::digest::Digest;
use crate::model::entry::EntryIndex;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::search::digits;
use crate::search::facets::facets;
use crate::search::names::Names;
use crate::search::pages::Found;
use crate::search::pieces::{pieces, places};
use crate::search::postings::{Closed, Places, together};
use crate::search::script::script;
use crate::search::shape::Shape;
use crate::search::stems::stemmer;

/// In a site with more things than this, a word that stands in more than [`USUAL`] of a hundred tells nothing in a text.
const FEW: usize = 50;
const USUAL: usize = 40;

/// What the script says, by the ends of the keys.
const SAY: &[&str] = &["field", "close", "none", "missing", "instead", "found", "more", "narrow", "clear", "again"];

/// The bytes of every file of an index, but of the texts.
#[derive(Debug)]
pub struct Index {
    /// The entry.
    pub entry: Vec<u8>,
    /// The words.
    pub words: Vec<Vec<u8>>,
    /// The cards.
    pub cards: Vec<Vec<u8>>,
    /// The spelling.
    pub spelling: Vec<u8>,
}

/// What a result shows before its text is there, and how the text is found.
#[derive(Debug)]
pub struct Card {
    entry: EntryIndex,
    kind: &'static str,
    /// As it stands in its file.
    json: String,
}

/// The cards of all that was found of the entry at `at`.
pub fn cards(site: &Site, at: EntryIndex, all: &[Found]) -> Vec<Card> {
    let entry = site.entry(at);
    let address = entry.route().address(Edition::Web);
    let parts: Vec<_> = all.iter().flat_map(|found| &found.parts).collect();
    let last = pieces(entry) - 1;
    let places = places(&parts);
    let mut first = 0;
    let mut card = |found: &Found| {
        let anchors: Vec<&str> = found.parts.iter().map(|part| part.anchor.as_str()).collect();
        let mut value = vec![json!(found.title), json!(address), json!(found.summary), json!(anchors.join(" "))];
        // Most pages have one file of text, and one thing that is found.
        let own = &places[first..first + found.parts.len()];
        if first > 0 || own.iter().any(|place| *place > 0) {
            let mut of = String::new();
            own.iter().for_each(|place| digits::push(&mut of, u32::try_from(last.min(*place)).unwrap_or(0)));
            value.extend([json!(first), json!(of)]);
        }
        first += found.parts.len();
        Card { entry: at, kind: found.kind, json: Value::Array(value).to_string() }
    };
    all.iter().map(&mut card).collect()
}

/// The files of an index.
pub fn index(site: &Site, shape: &Shape, names: &Names<'_>, portions: Vec<(Closed, Vec<Card>)>) -> Index {
    let (portions, cards): (Vec<Closed>, Vec<Vec<Card>>) = portions.into_iter().unzip();
    let cards: Vec<Card> = cards.into_iter().flatten().collect();
    let (mut parts, mut lengths) = (Vec::new(), Vec::new());
    for portion in &portions {
        parts.extend_from_slice(&portion.parts);
        lengths.extend_from_slice(&portion.lengths);
    }
    let mut all = together(portions);
    let usual = leave_usual_out(&mut all, parts.len());
    let in_list = |file: &[Card]| file.iter().map(|card| card.json.as_str()).collect::<Vec<_>>().join(",");
    let cards_json: Vec<String> = cards.chunks(shape.each).map(|file| ["[", &in_list(file), "]"].concat()).collect();
    let words_json = shards(shape, &all, &usual);
    let spelling = spelling(&all);
    let described: Vec<(EntryIndex, &'static str)> = cards.iter().map(|card| (card.entry, card.kind)).collect();
    let facets: Vec<Value> = facets(site, &described, names)
        .iter()
        .filter_map(|facet| facet.written(&(names.text)(&format!("search_{}", facet.name))))
        .collect();
    let mut entry = json!({
        "words": shape.words,
        "each": shape.each,
        "parts": numbers(parts.iter().copied()),
        "lengths": numbers(lengths.iter().map(|length| logarithm(*length))),
        "facets": facets,
        "say": said(names),
    });
    let spelling = spelling.to_string();
    let version = version(cards_json.iter().chain(&words_json).chain([&spelling, &entry.to_string()]));
    entry["version"] = json!(version);
    let file = |name: &str, json: &String| script(name, Some(&version), json);
    let files = |folder: &str, all: &[String]| {
        all.iter().enumerate().map(|(at, json)| file(&format!("{folder}/{at}"), json)).collect()
    };
    Index {
        entry: script("", None, &entry.to_string()),
        words: files("words", &words_json),
        cards: files("cards", &cards_json),
        spelling: file("spelling", &spelling),
    }
}

/// What the script says, in the language of the index.
fn said(names: &Names<'_>) -> BTreeMap<&'static str, String> {
    let said = SAY.iter().map(|key| (*key, (names.text)(&["search_", key].concat())));
    said.chain([("digits", (names.text)("digits"))]).collect()
}

/// In a large site, words that most texts have are kept only where they stand in a title, heading, tag or summary.
/// Gives the positions of those words.
fn leave_usual_out(all: &mut [(String, Places)], things: usize) -> BTreeSet<usize> {
    let mut usual = BTreeSet::new();
    for (at, (_, places)) in all.iter_mut().enumerate() {
        if things > FEW && places.things as usize * 100 > things * USUAL {
            *places = places.in_fields();
            usual.insert(at);
        }
    }
    usual
}

/// The words of each file: those of one stem in one text, then the postings of each.
fn shards(shape: &Shape, all: &[(String, Places)], usual: &BTreeSet<usize>) -> Vec<String> {
    let stemmer = stemmer(&shape.language);
    let mut shards: Vec<BTreeMap<String, Vec<usize>>> = vec![BTreeMap::new(); shape.words];
    for (at, (word, _)) in all.iter().enumerate() {
        let stem = stemmer.as_ref().map_or_else(|| word.clone(), |stemmer| stemmer.stem(word).into_owned());
        shards[shape.shard(word)].entry(stem).or_default().push(at);
    }
    let shard = |stems: &BTreeMap<String, Vec<usize>>| {
        let words = |of: &Vec<usize>| of.iter().map(|at| all[*at].0.as_str()).collect::<Vec<_>>().join(" ");
        let groups: Vec<String> = stems.values().map(words).collect();
        let postings: Vec<String> =
            stems.values().flatten().map(|at| marked(usual.contains(at)) + &all[*at].1.written()).collect();
        json!([groups, postings])
    };
    shards.iter().map(|stems| shard(stems).to_string()).collect()
}

/// What stands before the postings of a word that was left out of texts.
fn marked(is_usual: bool) -> String {
    if is_usual { "~".to_owned() } else { String::new() }
}

/// Every word: how many letters it begins with as the one before, the rest, and in how many parts it is.
fn spelling(all: &[(String, Places)]) -> Value {
    let (mut text, mut parts, mut before) = (String::new(), String::new(), "");
    for (word, places) in all.iter().filter(|(word, places)| places.count > 0 && word.chars().count() > 2) {
        let shared = before.chars().zip(word.chars()).take_while(|(one, other)| one == other).count().min(44);
        digits::push(&mut text, u32::try_from(shared).unwrap_or(0));
        text.extend(word.chars().skip(shared));
        text.push(' ');
        digits::push(&mut parts, logarithm(places.count));
        before = word;
    }
    json!([text.trim_end(), parts])
}

/// Four times the binary logarithm of a number of 1 or more, 0 of none.
fn logarithm(number: u32) -> u32 {
    // At most 128.
    (f64::from(number.max(1)).log2() * 4.0).round() as u32
}

fn numbers(all: impl Iterator<Item = u32>) -> String {
    let mut text = String::new();
    all.for_each(|number| digits::push(&mut text, number));
    text
}

fn version<'a>(all: impl Iterator<Item = &'a String>) -> String {
    let digests: String = all.map(|json| Digest::of(json.as_bytes()).to_string()).collect();
    Digest::of(digests.as_bytes()).short()
}
