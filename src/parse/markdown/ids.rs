//! Anchors of headings: stable, unique in their document, in the letters of its language.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What an anchor is made of.
pub(super) struct Wanted {
    /// The id that the author gave, `{#id}`.
    pub given: Option<String>,
    /// The heading's text as written, before smart punctuation.
    pub text: String,
}

/// The anchors of all headings of a document, in their order.
///
/// An id that the author gave is kept, wherever it stands; among equals the later ones get `-1`, `-2`.
pub(super) fn assign(wanted: &[Wanted]) -> Vec<String> {
    let given: BTreeSet<&str> = wanted.iter().filter_map(|heading| heading.given.as_deref()).collect();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut ids = Vec::with_capacity(wanted.len());
    for heading in wanted {
        let id = match &heading.given {
            Some(id) if !taken.contains(id) => id.clone(),
            Some(id) => numbered(id.clone(), &given, &taken, &mut counts),
            None => numbered(slug(&heading.text), &given, &taken, &mut counts),
        };
        taken.insert(id.clone());
        ids.push(id);
    }
    ids
}

/// Whether `text` can stand as an id or a class: letters and digits of any script, `-` and `_`.
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.len() <= 200 && text.chars().all(is_kept)
}

/// The anchor of a heading's `text`, as GitHub makes it; `section` where nothing is left of it.
pub fn slug(text: &str) -> String {
    let keep = |c: char| if c == ' ' { Some('-') } else { is_kept(c).then_some(c) };
    let text = text.trim();
    let slug: String = if text.is_ascii() {
        text.chars().filter_map(keep).map(|c| c.to_ascii_lowercase()).collect()
    } else {
        text.nfc().flat_map(char::to_lowercase).nfc().filter_map(keep).collect()
    };
    if slug.is_empty() { "section".to_owned() } else { slug }
}

/// `base`, or `base` with the first number that makes it unique. The numbers of a base are counted
/// on, so that a hundred thousand equal headings cost no more than as many different ones.
fn numbered(
    base: String,
    given: &BTreeSet<&str>,
    taken: &BTreeSet<String>,
    counts: &mut BTreeMap<String, usize>,
) -> String {
    let is_free = |id: &String| !given.contains(id.as_str()) && !taken.contains(id);
    if !counts.contains_key(&base) && is_free(&base) {
        counts.insert(base.clone(), 0);
        return base;
    }
    let count = counts.entry(base.clone()).or_insert(0);
    loop {
        *count += 1;
        let id = format!("{base}-{count}");
        if is_free(&id) {
            return id;
        }
    }
}

fn is_kept(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(texts: &[&str]) -> Vec<String> {
        let wanted = |text: &&str| match text.strip_prefix('#') {
            Some(id) => Wanted { given: Some(id.to_owned()), text: String::new() },
            None => Wanted { given: None, text: (*text).to_owned() },
        };
        assign(&texts.iter().map(wanted).collect::<Vec<_>>())
    }

    #[test]
    fn anchors_keep_the_letters_of_every_script() {
        assert_eq!(slug("What's new, Ms. O’Neil?"), "whats-new-ms-oneil");
        assert_eq!(slug("Año nuevo – ¡ya!"), "año-nuevo--ya");
        assert_eq!(slug("An\u{303}o"), "año");
        assert_eq!(slug("مرحبا بالعالم"), "مرحبا-بالعالم");
        assert_eq!(slug("हिन्दी में"), "हिन्दी-में");
        assert_eq!(slug("İstanbul"), "i̇stanbul");
        assert_eq!(slug("???"), "section");
    }

    #[test]
    fn no_two_headings_share_an_anchor_and_a_given_one_is_kept() {
        assert_eq!(ids(&["a", "a", "a-1", "a"]), ["a", "a-1", "a-1-1", "a-2"]);
        assert_eq!(ids(&["a", "#a", "a"]), ["a-1", "a", "a-2"]);
        assert_eq!(ids(&["#a", "#a", "#a-1"]), ["a", "a-2", "a-1"]);
        assert_eq!(ids(&["?", "!", "Section 1"]), ["section", "section-1", "section-1-1"]);
    }
}
