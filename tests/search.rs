//! What search finds and does not, and that its files are what they tell they are.

use std::collections::BTreeSet;

use homeroom::search::words::{LONGEST, Written, folded, written};

/// The words of a text, without those that are put together, as what a reader types is cut.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    written(text, |Written { text, joins }| {
        if joins == 0 {
            words.extend(folded(text));
        }
    });
    words
}

#[test]
fn texts_are_cut_into_words_as_the_script_cuts_them() {
    let cases: Vec<(String, Vec<String>)> =
        serde_json::from_str(include_str!("data/search-words.json")).expect("a list of texts and words");
    for (text, expected) in cases {
        assert_eq!(words(&text), expected, "{text}");
    }
}

#[test]
fn what_hyphens_join_is_one_word_too_and_no_word_is_longer_than_it_may_be() {
    let mut joined = Vec::new();
    written("a check-in at two-by-ten, -x- y-", |Written { text, joins }| {
        if joins > 0 {
            joined.push((folded(text), joins));
        }
    });
    assert_eq!(joined, [(vec!["checkin".to_owned()], 2), (vec!["twobyten".to_owned()], 3)]);
    let long = "é".repeat(5 * LONGEST);
    assert_eq!(words(&long)[0].chars().count(), LONGEST);
    let distinct: BTreeSet<String> = words("Resume résumé RÉSUMÉ re\u{301}sume\u{301}").into_iter().collect();
    assert_eq!(distinct.len(), 1);
}
