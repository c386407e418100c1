//! By what results and the library of prompts are narrowed down.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::collections::{Kind, TIMES};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::search::digits;
use crate::search::names::Names;

/// A facet and the words that name it: its name in addresses, and the key of its title.
pub struct Facet {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its values, by the numbers that an entry has: name in addresses, title.
    values: BTreeMap<usize, (String, String)>,
    /// The numbers of each thing that is found.
    of: Vec<Vec<usize>>,
}

/// Every facet, with what each of `all` has: an entry, and the name of the kind of what was found of it.
pub fn facets(site: &Site, all: &[(EntryIndex, &'static str)], names: &Names<'_>) -> Vec<Facet> {
    let vocabulary = |name: VocabularyName| {
        let terms = site.vocabularies[&name].terms();
        facet(
            name.slug(),
            site,
            all,
            |entry, _| entry.terms.get(&name).cloned().unwrap_or_default(),
            |at| (terms[at].slug(), (names.term)(name, at)),
        )
    };
    let kinds: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.name()).chain(["scenario"]).collect();
    let kind = |name: &str| kinds.iter().position(|kind| *kind == name).into_iter().collect();
    let minutes = |entry: &Entry| entry.detail.described().glance().time().into_iter().collect();
    let depth = |entry: &Entry| entry.detail.described().glance().depth.map(usize::from).into_iter().collect();
    let languages = &site.settings.languages;
    let spoken = |entry: &Entry| {
        let others = site.translations_of(entry);
        let codes = others.iter().map(|at| &site.entry(*at).language).chain([&entry.language]);
        let mut spoken: Vec<usize> = codes.filter_map(|own| languages.iter().position(|other| other == own)).collect();
        spoken.sort_unstable();
        spoken.dedup();
        spoken
    };
    vec![
        facet(
            "kind",
            site,
            all,
            |_, name| kind(name),
            |at| (kinds[at].to_owned(), (names.text)(&format!("kinds_{}", kinds[at]))),
        ),
        vocabulary(VocabularyName::Grades),
        vocabulary(VocabularyName::Themes),
        facet(
            "minutes",
            site,
            all,
            |entry, _| minutes(entry),
            |at| (TIMES[at].to_owned(), (names.text)(&format!("search_minutes_{}", TIMES[at]))),
        ),
        facet("depth", site, all, |entry, _| depth(entry), |at| (at.to_string(), (names.text)(&format!("depth_{at}")))),
        vocabulary(VocabularyName::Groups),
        vocabulary(VocabularyName::Formats),
        vocabulary(VocabularyName::Competencies),
        vocabulary(VocabularyName::Sensitive),
        facet(
            "language",
            site,
            all,
            |entry, _| spoken(entry),
            |at| (languages[at].code().to_owned(), languages[at].own_name().to_owned()),
        ),
    ]
}

fn facet(
    name: &'static str,
    site: &Site,
    all: &[(EntryIndex, &'static str)],
    of: impl Fn(&Entry, &str) -> Vec<usize>,
    value: impl Fn(usize) -> (String, String),
) -> Facet {
    let of: Vec<Vec<usize>> = all.iter().map(|(at, kind)| of(site.entry(*at), kind)).collect();
    let mut values = BTreeMap::new();
    for at in of.iter().flatten() {
        values.entry(*at).or_insert_with(|| value(*at));
    }
    Facet { name, values, of }
}

impl Facet {
    /// The facet for the script: its values, the sets of values that occur, and which set each thing has. `None`
    /// where it parts nothing.
    pub fn written(&self, title: &str) -> Option<Value> {
        let is_same = self.of.windows(2).all(|pair| pair[0] == pair[1]);
        if is_same || self.values.is_empty() {
            return None;
        }
        let position = |at: &usize| self.values.keys().position(|key| key == at);
        let mut sets: Vec<&[usize]> = self.of.iter().map(Vec::as_slice).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut of = String::new();
        for own in &self.of {
            let set = sets.partition_point(|set| *set < own.as_slice());
            digits::push(&mut of, u32::try_from(set).unwrap_or(0));
        }
        let sets: Vec<Vec<usize>> = sets.iter().map(|set| set.iter().filter_map(position).collect()).collect();
        let values: Vec<[&String; 2]> = self.values.values().map(|(name, title)| [name, title]).collect();
        Some(json!({ "name": self.name, "title": title, "values": values, "sets": sets, "of": of }))
    }
}
