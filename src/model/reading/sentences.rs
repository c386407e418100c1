//! The sentences of an English text, and the words of a sentence.

use std::ops::Range;

use crate::model::reading::syllables::syllables;

/// Words with a full stop that end no sentence, and how many syllables they are read with.
const SHORTENED: &[(&str, usize)] = &[
    ("approx", 4),
    ("dr", 2),
    ("e.g", 4),
    ("i.e", 4),
    ("jr", 2),
    ("mr", 2),
    ("mrs", 2),
    ("ms", 1),
    ("mx", 1),
    ("prof", 3),
    ("sr", 2),
    ("st", 1),
    ("vs", 2),
];

/// Shortened words that may stand at a sentence's end, and how many syllables they are read with.
const ENDING: &[(&str, usize)] = &[("a.m", 2), ("etc", 4), ("p.m", 2), ("pp", 2)];

/// The longest run of capitals that is read letter by letter, as `IEP`.
const LETTERS: usize = 4;

/// The sentences of `text`, each as its bytes without blanks around it. What has no word is none.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?', '…']) {
        let end = at + mark.len() + closing(&text[at + mark.len()..]);
        if at >= start && ends(text, at, end) {
            found.push(start..end);
            start = end;
        }
    }
    found.push(start..text.len());
    let trimmed = found.into_iter().map(|range| {
        let sentence = &text[range.clone()];
        let from = range.start + (sentence.len() - sentence.trim_start().len());
        from..from + sentence.trim().len()
    });
    trimmed.filter(|range| words(&text[range.clone()]).next().is_some()).collect()
}

/// How many syllables each word of `sentence` has, in order.
///
/// A word is what stands between blanks, dashes and strokes. One with hyphens is one word, and a number is one, read
/// aloud, as Flesch counts them (Rudolf Flesch, "How to Write Plain English", 1979, chapter 2). Addresses are none.
pub fn words(sentence: &str) -> impl Iterator<Item = usize> + '_ {
    // An address has strokes within it, so it is looked for before words are parted.
    let parts = sentence.split_whitespace().filter(|part| !is_address(part));
    parts
        .flat_map(|part| part.split(['/', '–', '—', '\u{2212}']))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(spoken)
}

/// How many bytes at the start of `rest` belong to the mark before them: further marks, quotes, brackets.
fn closing(rest: &str) -> usize {
    rest.find(|c: char| !matches!(c, '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | '»' | ')' | ']'))
        .unwrap_or(rest.len())
}

/// Whether a sentence ends with the mark at `at`, whose quotes and brackets reach to `end`.
fn ends(text: &str, at: usize, end: usize) -> bool {
    let rest = &text[end..];
    if rest.trim().is_empty() {
        return true;
    }
    // `3.5`, `e.g.,`, `…and so on`
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = rest.trim_start().chars().find(|c| c.is_alphanumeric());
    // `"Why?" she asks.`
    if next.is_none_or(char::is_lowercase) {
        return false;
    }
    if !text[at..].starts_with('.') {
        return true;
    }
    let before = text[..at].rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“')).next().unwrap_or("");
    let small = before.to_lowercase();
    let is_initial = before.chars().count() == 1 && before.chars().all(char::is_uppercase) && before != "I";
    let is_shortened = SHORTENED.iter().any(|(known, _)| *known == small) || is_initial;
    // `No. 5`, `U.S. Department`
    let is_number = matches!(&*small, "no" | "pp" | "p") && next.is_some_and(char::is_numeric);
    let is_dotted = before.contains('.') && before.chars().all(|c| c.is_uppercase() || c == '.');
    !(is_shortened || is_number || is_dotted)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.") || word.contains('@') && word.contains('.')
}

/// How many syllables `word`, which begins and ends with letters or digits, is read with.
fn spoken(word: &str) -> usize {
    if word.contains(|c: char| c.is_ascii_digit()) {
        return numbered(word);
    }
    let small = word.to_lowercase();
    let shortened = SHORTENED.iter().chain(ENDING).find(|(known, _)| *known == small);
    if let Some((_, count)) = shortened {
        return *count;
    }
    // `U.S`, whose last full stop is not part of it.
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if is_dotted || is_spelled(word) {
        return word.chars().filter(|c| c.is_uppercase() || is_dotted && c.is_alphabetic()).map(letter).sum();
    }
    let parts = small.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’').filter(|part| !part.is_empty());
    parts.map(|part| syllables(&plain(part))).sum::<usize>().max(1)
}

/// Whether a word of capitals is read letter by letter. One of them by itself is a letter, too.
fn is_spelled(word: &str) -> bool {
    let stem = ["’s", "'s", "s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let count = stem.chars().count();
    (2..=LETTERS).contains(&count) && stem.chars().all(char::is_uppercase)
}

/// The syllables of a letter's name.
fn letter(letter: char) -> usize {
    if matches!(letter, 'w' | 'W') { 3 } else { 1 }
}

/// Small letters without accents. What is no Latin letter is a vowel: it is spoken somehow.
fn plain(word: &str) -> String {
    let letter = |c: char| match c {
        'a'..='z' | '\'' => c,
        '’' => '\'',
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        // Never silent.
        'è' | 'é' | 'ê' | 'ë' | 'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 's',
        _ => 'a',
    };
    word.chars().map(letter).collect()
}

/// The syllables of a word with digits, such as `10`, `2026`, `1,200`, `3.5`, `4th`, `K-2`, `90%`.
fn numbered(word: &str) -> usize {
    let mut count = 0;
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit && !(is_digit && c == ',')).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        count += match part {
            _ if is_digit => read_aloud(part),
            // `3.5` has a point, and `4th` as many syllables as `four`.
            "." => 1,
            "st" | "nd" | "rd" | "th" | "s" => 0,
            letters => letters.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).map(spoken).sum(),
        };
        rest = after;
    }
    count.max(1)
}

/// The syllables of a whole number: a year as two numbers, what is too long digit by digit.
fn read_aloud(written: &str) -> usize {
    let digits = &written.replace(',', "");
    let ones = |number: usize| usize::from(number == 7) + 1;
    match digits.parse::<usize>() {
        Ok(0) => 2,
        Ok(year @ (1100..2000 | 2010..2100)) if written.len() == 4 => {
            let late = if year % 100 == 0 { 2 } else { below_hundred(year % 100) + usize::from(year % 100 < 10) };
            below_hundred(year / 100) + late
        }
        Ok(number) if digits.len() <= 9 => {
            let group = |number: usize| match (number / 100, number % 100) {
                (0, rest) => below_hundred(rest),
                (hundreds, 0) => ones(hundreds) + 2,
                (hundreds, rest) => ones(hundreds) + 2 + below_hundred(rest),
            };
            let named = |number: usize, name: usize| if number == 0 { 0 } else { group(number) + name };
            named(number / 1_000_000, 2) + named(number / 1_000 % 1_000, 2) + named(number % 1_000, 0)
        }
        _ => digits.bytes().map(|digit| if digit == b'7' || digit == b'0' { 2 } else { 1 }).sum(),
    }
}

/// The syllables of a number from 0 to 99, where 0 is not spoken.
fn below_hundred(number: usize) -> usize {
    const BELOW_TWENTY: [usize; 20] = [0, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    match number {
        0..20 => BELOW_TWENTY[number],
        _ => usize::from(number / 10 == 7) + 2 + BELOW_TWENTY[number % 10],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_sentence_ends_where_a_reader_takes_breath() {
        for (text, expected) in [
            ("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"][..]),
            ("Say \"Why?\" and wait. Then go on.", &["Say \"Why?\" and wait.", "Then go on."]),
            ("Say “Why?” Then wait.", &["Say “Why?”", "Then wait."]),
            (
                "Ask Ms. Ortiz, e.g. at 8 a.m. or so. It takes 3.5 minutes.",
                &["Ask Ms. Ortiz, e.g. at 8 a.m. or so.", "It takes 3.5 minutes."],
            ),
            (
                "The U.S. Department of Education. See No. 5 and J. Smith.",
                &["The U.S. Department of Education.", "See No. 5 and J. Smith."],
            ),
            ("“No.” That is all.", &["“No.”", "That is all."]),
            ("It was I. Then … nothing… or so it seemed.", &["It was I.", "Then … nothing… or so it seemed."]),
            ("Wait... what? (Yes.) *", &["Wait... what?", "(Yes.) *"]),
            ("… — !", &[]),
            ("", &[]),
        ] {
            assert_eq!(parted(text), expected, "{text}");
        }
    }

    #[test]
    fn words_are_counted_as_they_are_read_aloud() {
        for (text, expected) in [
            ("Say hello—or wave", &[1, 2, 1, 1][..]),
            ("a check-in and/or two-by-ten", &[1, 2, 1, 1, 3]),
            ("grades 6–8, K-2, 4th", &[1, 1, 1, 2, 1]),
            ("10 of 17 in 2026, 1999 and 2007", &[1, 1, 3, 1, 5, 5, 1, 5]),
            ("1,200 3.5% 0 100 77", &[6, 3, 2, 3, 5]),
            ("an IEP, SEL, the ADA’s U.S. law", &[1, 3, 3, 1, 3, 2, 1]),
            ("Mrs. Diaz, e.g. at 8 a.m.", &[2, 2, 4, 1, 1, 2]),
            ("see https://a.example/b or me@a.example", &[1, 1]),
            ("José’s café", &[2, 2]),
            ("don’t · * —", &[1]),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
