//! How hard an English text is to read, as a grade of American schools.
//!
//! The formula is the Flesch–Kincaid grade level: 0.39 · words / sentences + 11.8 · syllables / words − 15.59
//! (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas for Navy
//! Enlisted Personnel", Research Branch Report 8-75, Naval Technical Training Command, 1975). It knows the length
//! of words and sentences and nothing of their sense: it finds what is too long, not what is clear.
//!
//! 1. [`passages::passages`] gives the words that a reader sees of an entry.
//! 2. [`sentences`] parts them; a title, a heading, an item of a list and a cell are sentences by themselves.
//! 3. [`syllables`] counts how the words are spoken.

pub mod passages;
pub mod sentences;
pub mod syllables;

use crate::diagnostic::Location;
use crate::model::entry::Entry;

/// What a text is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Its words.
    pub words: usize,
    /// Its sentences.
    pub sentences: usize,
    /// The syllables of its words.
    pub syllables: usize,
}

/// The sentence of an entry with the most words; of several, the first.
#[derive(Clone, Debug, PartialEq)]
pub struct Longest {
    /// How many words it has.
    pub words: usize,
    /// The sentence.
    pub text: String,
    /// Where it begins.
    pub at: Location,
}

impl Counts {
    /// What `text` is made of.
    pub fn of(text: &str) -> Self {
        let sentences = sentences::sentences(text);
        let words = || sentences.iter().flat_map(|range| sentences::words(&text[range.clone()]));
        Self { words: words().count(), sentences: sentences.len(), syllables: words().sum() }
    }

    /// What both are made of together.
    pub fn and(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The grade, to one decimal, from 0 up; `None` without a word.
    pub fn grade(self) -> Option<f64> {
        if self.words == 0 {
            return None;
        }
        let (words, sentences, syllables) = (self.words as f64, self.sentences as f64, self.syllables as f64);
        let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        Some((grade.max(0.0) * 10.0).round() / 10.0)
    }
}

/// The grade of an entry; `None` where it is in another language than English, or is no running text.
pub fn grade(entry: &Entry) -> Option<f64> {
    let passages = passages::passages(entry)?;
    passages.iter().map(|passage| Counts::of(passage.text())).fold(Counts::default(), Counts::and).grade()
}

/// The longest sentence of an entry; `None` where it has no grade.
pub fn longest(entry: &Entry) -> Option<Longest> {
    let mut longest: Option<Longest> = None;
    for passage in passages::passages(entry)? {
        for range in sentences::sentences(passage.text()) {
            let sentence = &passage.text()[range.clone()];
            let words = sentences::words(sentence).count();
            if longest.as_ref().is_none_or(|longest| longest.words < words) {
                let at = passage.place(entry, range.start);
                longest = Some(Longest { words, text: sentence.to_owned(), at });
            }
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grade_is_that_of_the_formula() {
        // 11 words, 2 sentences, 13 syllables: 0.39 · 5.5 + 11.8 · 13 / 11 − 15.59 = 0.500
        let counts = Counts::of("Greet every student at the door. Say a name each time.");
        assert_eq!(counts, Counts { words: 11, sentences: 2, syllables: 13 });
        assert_eq!(counts.grade(), Some(0.5));
    }

    #[test]
    fn longer_words_and_sentences_are_harder_and_nothing_has_no_grade() {
        let grade = |text: &str| Counts::of(text).grade().expect(text);
        let (short, long) = (grade("We met. We spoke. We left."), grade("We met and we spoke and then we left again."));
        let hard = grade("Relationships necessitate consideration of institutional responsibility.");
        assert!(short < long && long < hard && hard > 12.0, "{short} {long} {hard}");
        assert_eq!(short, 0.0);
        for text in ["", "…", "- * -"] {
            assert_eq!(Counts::of(text).grade(), None, "{text}");
        }
    }
}
