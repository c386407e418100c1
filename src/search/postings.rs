//! Which word stands in which part of what.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use crate::search::digits;
use crate::search::pages::Found;
use crate::search::words::{Written, folded, written};

/// How many times a word is counted in one part.
const MOST: u8 = 4;

/// By how much the fields are multiplied where they are written with the times as one number.
const FIELDS: u32 = 5;

/// Where a word stands, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Posting {
    /// The part, counted over the portion, or over everything.
    part: u32,
    /// The fields that have the word: [`TITLE`] and so on.
    fields: u8,
    /// How often the text has it, at most [`MOST`].
    times: u8,
    /// The place of its first occurrence in the part, in words.
    first: u16,
}

/// The word is in the title.
const TITLE: u8 = 1;
/// The word is in the heading.
const HEADING: u8 = 2;
/// The word is in a tag.
const TAG: u8 = 4;
/// The word is in the summary.
const SUMMARY: u8 = 8;

type Ids<K> = HashMap<K, u32, BuildHasherDefault<FxHasher>>;

/// The postings of a portion of everything that is found; its parts count from 0.
#[derive(Debug, Default)]
pub struct Portion {
    words: Vec<String>,
    ids: Ids<String>,
    /// What each word as it is written stands for, so that it is folded once.
    known: Ids<String>,
    meant: Vec<Vec<u32>>,
    /// The postings of each word.
    postings: Vec<Vec<Posting>>,
    /// How many parts each thing has.
    parts: Vec<u32>,
    /// How many words each thing has.
    lengths: Vec<u32>,
    next: u32,
}

/// A portion that nothing is added to any more, in little memory.
#[derive(Debug)]
pub struct Closed {
    words: Vec<(String, Places)>,
    /// How many parts each thing has.
    pub parts: Vec<u32>,
    /// How many words each thing has.
    pub lengths: Vec<u32>,
    count: u32,
}

/// Where a word stands, as it is written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Numbers (see [`digits`]): how many parts lie between, fields and times as one, the first place; of the first
    /// posting without the number before it.
    text: String,
    first: u32,
    last: u32,
    /// How many parts have the word.
    pub count: u32,
    /// How many things have the word.
    pub things: u32,
}

impl Portion {
    /// Adds something that is found.
    pub fn add(&mut self, found: &Found) {
        let mut length = 0;
        for (number, part) in found.parts.iter().enumerate() {
            let mut at = 0;
            if number == 0 {
                self.text(&found.title, TITLE, &mut at);
                found.tags.iter().for_each(|tag| self.text(tag, TAG, &mut at));
                self.text(&found.summary, SUMMARY, &mut at);
            }
            self.text(&part.heading, HEADING, &mut at);
            part.texts.iter().for_each(|text| self.text(text, 0, &mut at));
            length += at;
            self.next += 1;
        }
        self.parts.push(u32::try_from(found.parts.len()).unwrap_or(u32::MAX));
        self.lengths.push(length);
    }

    /// Adds the words of `text`, the first of which is the one at `at`.
    fn text(&mut self, text: &str, field: u8, at: &mut u32) {
        written(text, |Written { text, joins }| {
            let meant = self.meant(text);
            let back = u32::try_from(joins).unwrap_or(0);
            for number in 0..self.meant[meant].len() {
                self.post(self.meant[meant][number], field, at.saturating_sub(back));
                *at += u32::from(joins == 0);
            }
        });
        // What stands in different blocks is no phrase.
        *at += 1;
    }

    fn post(&mut self, word: u32, fields: u8, at: u32) {
        let postings = &mut self.postings[word as usize];
        let times = u8::from(fields == 0);
        match postings.last_mut().filter(|last| last.part == self.next) {
            Some(last) => {
                last.fields |= fields;
                last.times = (last.times + times).min(MOST);
            }
            None => {
                let first = u16::try_from(at).unwrap_or(u16::MAX);
                postings.push(Posting { part: self.next, fields, times, first });
            }
        }
    }

    /// The position in `meant` of what a word as it is written stands for.
    fn meant(&mut self, text: &str) -> usize {
        if let Some(at) = self.known.get(text) {
            return *at as usize;
        }
        let ids = folded(text).into_iter().map(|word| self.id(word)).collect();
        self.meant.push(ids);
        let at = self.meant.len() - 1;
        self.known.insert(text.to_owned(), u32::try_from(at).unwrap_or(u32::MAX));
        at
    }

    fn id(&mut self, word: String) -> u32 {
        if let Some(id) = self.ids.get(&word) {
            return *id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word.clone());
        self.postings.push(Vec::new());
        self.ids.insert(word, id);
        id
    }
}

impl Portion {
    /// The portion as it is kept until all are there.
    pub fn closed(self) -> Closed {
        let ends: Vec<u32> = self
            .parts
            .iter()
            .scan(0, |before, parts| {
                *before += parts;
                Some(*before)
            })
            .collect();
        let places = |postings: &Vec<Posting>| {
            let mut places = Places::default();
            let mut end = 0;
            for posting in postings {
                places.push(*posting);
                if posting.part >= end {
                    places.things += 1;
                    end = ends[ends.partition_point(|end| *end <= posting.part)];
                }
            }
            places.text.shrink_to_fit();
            places
        };
        let places: Vec<Places> = self.postings.iter().map(places).collect();
        let words = self.words.into_iter().zip(places).collect();
        Closed { words, parts: self.parts, lengths: self.lengths, count: self.next }
    }
}

impl Places {
    fn push(&mut self, Posting { part, fields, times, first }: Posting) {
        if self.count == 0 {
            self.first = part;
        } else {
            digits::push(&mut self.text, part - self.last);
        }
        digits::push(&mut self.text, u32::from(fields) * FIELDS + u32::from(times));
        digits::push(&mut self.text, u32::from(first));
        self.last = part;
        self.count += 1;
    }

    /// Adds places that come after all that are there, as the parts are counted that lie `before` them.
    fn extend(&mut self, others: &Self, before: u32) {
        if self.count == 0 {
            self.first = before + others.first;
        } else {
            digits::push(&mut self.text, before + others.first - self.last);
        }
        self.text.push_str(&others.text);
        self.last = before + others.last;
        self.count += others.count;
        self.things += others.things;
    }

    /// Those that are in a title, heading, tag or summary.
    pub fn in_fields(&self) -> Self {
        let mut kept = Self { things: self.things, ..Self::default() };
        let mut part = self.first;
        let mut numbers = digits::read(&self.text);
        let mut is_first = true;
        loop {
            if !std::mem::take(&mut is_first) {
                let Some(between) = numbers.next() else { return kept };
                part += between;
            }
            let (Some(how), Some(first)) = (numbers.next(), numbers.next()) else { return kept };
            if how >= FIELDS {
                // Both came from numbers as small as these.
                let (fields, times) = ((how / FIELDS) as u8, (how % FIELDS) as u8);
                kept.push(Posting { part, fields, times, first: u16::try_from(first).unwrap_or(u16::MAX) });
            }
        }
    }

    /// All of it as it stands in a file.
    pub fn written(&self) -> String {
        let mut text = String::with_capacity(self.text.len() + 4);
        if self.count > 0 {
            digits::push(&mut text, self.first);
        }
        text + &self.text
    }
}

/// All places of everything, by the words in their order.
pub fn together(portions: Vec<Closed>) -> Vec<(String, Places)> {
    let mut all: Vec<(String, Places)> = Vec::new();
    let mut ids: Ids<String> = Ids::default();
    let mut before = 0;
    for Closed { words, count, .. } in portions {
        for (word, places) in words {
            let id = match ids.get(&word) {
                Some(id) => *id as usize,
                None => {
                    ids.insert(word.clone(), u32::try_from(all.len()).unwrap_or(u32::MAX));
                    all.push((word, Places::default()));
                    all.len() - 1
                }
            };
            all[id].1.extend(&places, before);
        }
        before += count;
    }
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    all
}
