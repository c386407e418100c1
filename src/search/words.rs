//! From a text to the words that it is found by.
//!
//! A word is a run of letters, digits and marks. Case, accents, Arabic vowel signs and the forms of alef, ya and ta
//! marbuta do not count, nor does the Arabic article. An apostrophe joins, but for one or two letters before it
//! (`l'école`); what hyphens join is several words, and one as well. Scripts that leave no spaces between words are
//! cut into pairs of letters.
//!
//! The theme's `search.js` does the same with what a reader types; `tests/data/search-words.json` holds both to it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many characters of a word count.
pub const LONGEST: usize = 64;

/// A word as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<'a> {
    /// Its letters, and perhaps apostrophes and hyphens.
    pub text: &'a str,
    /// Of how many words before it it is put together; 0 of a word by itself.
    pub joins: usize,
}

/// Calls `found` with the words of `text` in its order; one that is put together follows its parts.
pub fn written<'a>(text: &'a str, mut found: impl FnMut(Written<'a>)) {
    let mut start = None;
    let mut is_plain = true;
    let mut at = 0;
    while at <= text.len() {
        let (kind, width) = kind_at(text, at);
        match kind {
            Letter::Part => {
                start.get_or_insert(at);
            }
            Letter::Joint if start.is_some() => is_plain = false,
            Letter::Joint => {}
            Letter::Other => {
                if let Some(from) = start.take() {
                    run(&text[from..at], is_plain, &mut found);
                }
                is_plain = true;
            }
        }
        at += width;
    }
}

/// What a character does in a word.
enum Letter {
    /// It is a part of it.
    Part,
    /// It joins parts, and does nothing elsewhere.
    Joint,
    /// It ends it.
    Other,
}

/// What the character at the byte `at` of `text` does, and how many bytes it has; the end of the text ends a word.
fn kind_at(text: &str, at: usize) -> (Letter, usize) {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii_alphanumeric() => (Letter::Part, 1),
        Some(b'\'' | b'-') => (Letter::Joint, 1),
        Some(byte) if !byte.is_ascii() => {
            let char = text[at..].chars().next().unwrap_or(' ');
            let kind = match char {
                char if is_part(char) => Letter::Part,
                char if joins(char) || is_hyphen(char) => Letter::Joint,
                _ => Letter::Other,
            };
            (kind, char.len_utf8())
        }
        _ => (Letter::Other, 1),
    }
}

/// The words of `run`, which begins with a letter; `is_plain` where nothing but letters is in it.
fn run<'a>(run: &'a str, is_plain: bool, found: &mut impl FnMut(Written<'a>)) {
    if is_plain {
        return found(Written { text: run, joins: 0 });
    }
    let parts = || run.split(is_hyphen).flat_map(unelided).filter(|part| part.contains(is_part));
    parts().for_each(|text| found(Written { text, joins: 0 }));
    let joins = parts().count();
    if joins > 1 {
        found(Written { text: run, joins });
    }
}

/// What the words `word` stands for are called in the index: one, or pairs of letters.
pub fn folded(word: &str) -> Vec<String> {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return vec![word[..word.len().min(LONGEST)].to_ascii_lowercase()];
    }
    let lower = word.to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    let letters = lower.nfkd().filter(|char| !is_combining_mark(*char) && is_part(*char));
    letters.for_each(|char| push_usual(&mut plain, char));
    let (mut words, mut rest) = (Vec::new(), plain.as_str());
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|char| is_unspaced(char) != is_unspaced(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_unspaced(first) {
            words.extend(pairs(run));
        } else {
            words.push(without_article(run).chars().take(LONGEST).collect());
        }
        rest = after;
    }
    words
}

/// The letters that shards are sorted by: the first three.
pub fn beginning(word: &str) -> &str {
    word.char_indices().nth(3).map_or(word, |(at, _)| &word[..at])
}

fn is_part(char: char) -> bool {
    char.is_alphanumeric() || is_combining_mark(char)
}

/// Apostrophes, and the invisible characters that join or part the letters of one word.
fn joins(char: char) -> bool {
    is_apostrophe(char) || matches!(char, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}

/// `l'école` as two words; `don't` as one.
fn unelided(part: &str) -> Vec<&str> {
    let trimmed = part.trim_matches(|char| !is_part(char));
    match trimmed.split_once(is_apostrophe) {
        Some((before, after)) if before.chars().count() <= 2 => vec![before, after],
        _ => vec![trimmed],
    }
}

/// Whether the script of `char` leaves no spaces between words.
fn is_unspaced(char: char) -> bool {
    matches!(u32::from(char),
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x20000..=0x3ffff)
}

fn pairs(run: &str) -> Vec<String> {
    let chars: Vec<char> = run.chars().collect();
    if chars.len() == 1 { vec![run.to_owned()] } else { chars.windows(2).map(|pair| pair.iter().collect()).collect() }
}

/// Adds the usual form of a letter to `plain`, where it has one that Unicode's rules do not give.
fn push_usual(plain: &mut String, char: char) {
    let digit = |from: u32| char::from_digit(u32::from(char) - from, 10);
    match char {
        'ß' => plain.push_str("ss"),
        'æ' => plain.push_str("ae"),
        'œ' => plain.push_str("oe"),
        'þ' => plain.push_str("th"),
        'ø' => plain.push('o'),
        'ł' => plain.push('l'),
        'đ' | 'ð' => plain.push('d'),
        'ı' => plain.push('i'),
        'ς' => plain.push('σ'),
        'ٱ' => plain.push('ا'),
        'ى' | 'ی' => plain.push('ي'),
        'ة' => plain.push('ه'),
        'ک' => plain.push('ك'),
        'ـ' => {}
        '٠'..='٩' => plain.extend(digit(0x660)),
        '۰'..='۹' => plain.extend(digit(0x6f0)),
        _ => plain.push(char),
    }
}

fn without_article(word: &str) -> &str {
    let articles = ["وال", "بال", "كال", "فال", "لل", "ال"];
    let rest = articles.into_iter().find_map(|article| word.strip_prefix(article));
    rest.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}
