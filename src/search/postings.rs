//! Which word stands in which part of what.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use crate::search::pages::Found;
use crate::search::words::{Written, folded, written};

/// How many times a word is counted in one part.
const MOST: u8 = 4;

/// Where a word stands, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The part, counted over everything that is found.
    pub part: u32,
    /// The fields that have the word: [`TITLE`] and so on.
    pub fields: u8,
    /// How often the text has it, at most [`MOST`].
    pub times: u8,
    /// The place of its first occurrence in the part, in words.
    pub first: u16,
}

/// The word is in the title.
pub const TITLE: u8 = 1;
/// The word is in the heading.
pub const HEADING: u8 = 2;
/// The word is in a tag.
pub const TAG: u8 = 4;
/// The word is in the summary.
pub const SUMMARY: u8 = 8;

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
    pub postings: Vec<Vec<Posting>>,
    /// How many parts each thing has.
    pub parts: Vec<u32>,
    /// How many words each thing has.
    pub lengths: Vec<u32>,
    next: u32,
}

impl Portion {
    /// The words of this portion, in the order of `postings`.
    pub fn words(&self) -> &[String] {
        &self.words
    }

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

/// All postings of everything, by the words in their order.
pub fn together(portions: Vec<Portion>) -> Vec<(String, Vec<Posting>)> {
    let mut all: Vec<(String, Vec<Posting>)> = Vec::new();
    let mut ids: Ids<String> = Ids::default();
    let mut before = 0;
    for portion in portions {
        let Portion { words, postings, next, .. } = portion;
        for (word, postings) in words.into_iter().zip(postings) {
            let id = match ids.get(&word) {
                Some(id) => *id as usize,
                None => {
                    ids.insert(word.clone(), u32::try_from(all.len()).unwrap_or(u32::MAX));
                    all.push((word, Vec::new()));
                    all.len() - 1
                }
            };
            all[id].1.extend(postings.into_iter().map(|posting| Posting { part: posting.part + before, ..posting }));
        }
        before += next;
    }
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    all
}
