//! A query over the prompt library: which prompts are meant, in what order, and how many.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::Detail;
use crate::model::collections::prompt::{Depth, Prompt, PromptKind};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;

/// A query. A field that is left out asks for nothing; several words of one field are alternatives,
/// several fields must all be met.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Query {
    /// What the prompts are about.
    pub themes: Vec<String>,
    /// The school years they are for, singly or as ranges: `[6-8]`.
    pub grades: Vec<String>,
    /// How much of oneself an answer gives: 1 light, 2 personal, 3 vulnerable.
    pub depth: Vec<Depth>,
    /// How many minutes they take at most.
    pub minutes: Option<u16>,
    /// With whom.
    pub group: Vec<String>,
    /// In what form an answer may be given.
    pub formats: Vec<String>,
    /// The CASEL competencies they practise.
    pub competencies: Vec<String>,
    /// What form they have.
    pub kind: Vec<PromptKind>,
    /// Free words they carry.
    pub tags: Vec<String>,
    /// Only those written in this language. Without it, those in the language of the page, and the
    /// original where a translation is missing.
    pub language: Option<String>,
    /// How many at most.
    pub limit: Option<usize>,
    /// In what order.
    pub sort: Sort,
}

/// In what order prompts are shown. Among equals, the order of lists counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// As in lists: by `order`, then title.
    #[default]
    Order,
    /// By title alone.
    Title,
    /// The shortest first.
    Minutes,
    /// The lightest first.
    Depth,
    /// The newest first; those without a date come last.
    Newest,
}

impl Query {
    /// The words of vocabularies that it names: vocabulary, field, words.
    pub fn words(&self) -> Vec<(VocabularyName, &'static str, &[String])> {
        vec![
            (VocabularyName::Themes, "themes", &self.themes),
            (VocabularyName::Grades, "grades", &self.grades),
            (VocabularyName::Groups, "group", &self.group),
            (VocabularyName::Formats, "formats", &self.formats),
            (VocabularyName::Competencies, "competencies", &self.competencies),
            (VocabularyName::Tags, "tags", &self.tags),
        ]
    }

    /// The published prompts that are meant on a page in `language`, in their order.
    pub fn select(&self, site: &Site, language: &Language) -> Vec<EntryIndex> {
        let wanted = self.wanted(site);
        let mut found: Vec<(EntryIndex, &Entry, &Prompt)> = site
            .order
            .iter()
            .filter_map(|at| {
                let entry = site.entry(*at);
                let Detail::Prompt(prompt) = &*entry.detail else { return None };
                let is_meant =
                    self.is_in_language(site, entry, language) && self.asks_for(prompt) && carries(entry, &wanted);
                is_meant.then_some((*at, entry, &**prompt))
            })
            .collect();
        match self.sort {
            Sort::Order => {}
            Sort::Title => found.sort_by(|(_, a, _), (_, b, _)| a.key.cmp(&b.key)),
            Sort::Minutes => found.sort_by_key(|(_, _, prompt)| prompt.minutes),
            Sort::Depth => found.sort_by_key(|(_, _, prompt)| prompt.depth),
            Sort::Newest => found.sort_by_key(|(_, entry, _)| Reverse(entry.common.date)),
        }
        let most = self.limit.unwrap_or(usize::MAX);
        found.into_iter().take(most).map(|(at, ..)| at).collect()
    }

    /// For each field that names words of a vocabulary, the terms that are meant. A word that is no
    /// term is met by nothing.
    fn wanted(&self, site: &Site) -> Vec<(VocabularyName, Vec<usize>)> {
        let named = self.words().into_iter().filter(|(_, _, words)| !words.is_empty());
        named
            .map(|(name, _, words)| {
                let vocabulary = site.vocabularies.get(&name);
                let positions = words.iter().filter_map(|word| vocabulary?.positions(word)).flatten();
                (name, positions.collect())
            })
            .collect()
    }

    fn asks_for(&self, prompt: &Prompt) -> bool {
        (self.depth.is_empty() || self.depth.contains(&prompt.depth))
            && (self.kind.is_empty() || self.kind.contains(&prompt.kind))
            && self.minutes.is_none_or(|most| prompt.minutes <= most)
    }

    fn is_in_language(&self, site: &Site, entry: &Entry, language: &Language) -> bool {
        match &self.language {
            Some(code) => entry.language.code().eq_ignore_ascii_case(code.trim()),
            None if entry.language == *language => true,
            None => {
                let others = site.translations_of(entry);
                entry.language.is_main() && !others.iter().any(|other| site.entry(*other).language == *language)
            }
        }
    }
}

/// Whether `entry` carries a term of each of `wanted`.
fn carries(entry: &Entry, wanted: &[(VocabularyName, Vec<usize>)]) -> bool {
    wanted.iter().all(|(name, positions)| {
        let carried = entry.terms.get(name).map(Vec::as_slice).unwrap_or_default();
        carried.iter().any(|term| positions.contains(term))
    })
}
