//! Vocabularies: the words a site sorts its entries by, and what each is called.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::model::route::slug;

/// Which vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VocabularyName {
    /// Free words of the authors.
    Tags,
    /// School years; they have an order, so ranges can be written.
    Grades,
    /// What prompts are about.
    Themes,
    /// CASEL's five competencies.
    Competencies,
    /// In what form an answer may be given.
    Formats,
    /// With whom.
    Groups,
    /// What can hurt.
    Sensitive,
}

/// One vocabulary of the site; terms stand in their order.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    terms: Vec<Term>,
    by_name: BTreeMap<String, usize>,
}

/// One word of a vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The word as it is written in front matter.
    pub id: String,
    /// What it is called on pages in the site's own language.
    pub title: String,
    /// Whether the site gave it that title, or it follows from the word.
    pub is_titled: bool,
    /// Further names by which authors may write it.
    pub names: Vec<String>,
}

impl VocabularyName {
    /// Every vocabulary, in the order in which pages name them.
    pub const ALL: [Self; 7] =
        [Self::Tags, Self::Grades, Self::Themes, Self::Competencies, Self::Formats, Self::Groups, Self::Sensitive];

    /// Its name in addresses, in `site.yaml`, and in templates.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::Grades => "grades",
            Self::Themes => "themes",
            Self::Competencies => "competencies",
            Self::Formats => "formats",
            Self::Groups => "groups",
            Self::Sensitive => "sensitive",
        }
    }

    /// The vocabulary with this name in addresses; those without listing pages have none.
    pub fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.slug() == slug && name.is_listed())
    }

    /// What it is called on pages.
    pub fn title(self) -> &'static str {
        match self {
            Self::Tags => "Tags",
            Self::Grades => "Grades",
            Self::Themes => "Themes",
            Self::Competencies => "Competencies",
            Self::Formats => "Formats",
            Self::Groups => "Groups",
            Self::Sensitive => "Sensitive topics",
        }
    }

    /// Whether its terms have listing pages. What can hurt is a caution, not a way to browse.
    pub fn is_listed(self) -> bool {
        self != Self::Sensitive
    }

    /// The vocabulary that a site has unless its `site.yaml` says otherwise; tags are free.
    fn usual(self) -> Vec<Term> {
        let words: &[&str] = match self {
            Self::Tags => &[],
            Self::Grades => return usual_grades(),
            Self::Themes => &[
                "identity",
                "interests",
                "family",
                "belonging",
                "strengths",
                "goals",
                "challenge",
                "gratitude",
                "learning",
                "feedback",
                "community",
                "transitions",
            ],
            Self::Competencies => &[
                "self-awareness",
                "self-management",
                "social-awareness",
                "relationship-skills",
                "responsible-decision-making",
            ],
            Self::Formats => &["talk", "write", "draw", "audio", "video", "aac", "choose"],
            Self::Groups => &["one-to-one", "pair", "circle", "class", "family"],
            Self::Sensitive => &["grief", "family", "money", "body", "migration", "religion"],
        };
        words.iter().map(|word| Term::plain(word)).collect()
    }
}

impl Vocabulary {
    /// The vocabulary `name` with the terms of `site.yaml`, or its usual ones. `translated` gives what a term
    /// is called in further languages.
    pub fn new(name: VocabularyName, own: Option<Vec<Term>>, translated: &dyn Fn(&str) -> Vec<String>) -> Self {
        let mut vocabulary = Self::default();
        for mut term in own.unwrap_or_else(|| name.usual()) {
            term.names.extend(translated(&term.id));
            vocabulary.add(term);
        }
        vocabulary
    }

    /// The terms in their order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The position of the term written as `word`, by its id or one of its names; case does not count.
    pub fn position(&self, word: &str) -> Option<usize> {
        self.by_name.get(&folded(word)).copied()
    }

    /// The position of the tag `word`, which becomes a term where it is none yet.
    pub fn position_or_new(&mut self, word: &str) -> usize {
        self.position(word)
            .unwrap_or_else(|| self.add(Term { title: word.trim().to_owned(), ..Term::plain(word.trim()) }))
    }

    /// The positions that `word` means: one term, or a range of them such as `6-8`; `None` where it is neither.
    pub fn positions(&self, word: &str) -> Option<Vec<usize>> {
        if let Some(position) = self.position(word) {
            return Some(vec![position]);
        }
        word.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '—')).find_map(|(at, dash)| {
            let first = self.position(&word[..at])?;
            let last = self.position(&word[at + dash.len_utf8()..])?;
            (first <= last).then(|| (first..=last).collect())
        })
    }

    fn add(&mut self, term: Term) -> usize {
        let at = self.terms.len();
        for name in term.names.iter().chain([&term.id, &term.title]) {
            self.by_name.entry(folded(name)).or_insert(at);
        }
        self.terms.push(term);
        at
    }
}

impl Term {
    /// The term's name in addresses.
    pub fn slug(&self) -> String {
        let slug = slug(&self.id);
        if slug.is_empty() { crate::digest::Digest::of(self.id.as_bytes()).short() } else { slug }
    }

    fn plain(id: &str) -> Self {
        let mut title = id.replace('-', " ");
        if let Some(first) = title.get(..1) {
            title = first.to_uppercase() + &title[1..];
        }
        let title = match id {
            "aac" => "AAC".to_owned(),
            "one-to-one" => "One-to-one".to_owned(),
            _ => title,
        };
        Self { id: id.to_owned(), title, is_titled: false, names: Vec::new() }
    }
}

fn usual_grades() -> Vec<Term> {
    let named = |id: &str, title: &str, names: &[&str]| Term {
        is_titled: false,
        id: id.to_owned(),
        title: title.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let mut grades = vec![
        named("PreK", "PreK", &["pre-k", "pk", "preschool", "nursery", "reception"]),
        named("K", "Kindergarten", &["kg", "tk"]),
    ];
    for grade in 1..=12 {
        grades.push(named(
            &grade.to_string(),
            &format!("Grade {grade}"),
            &[&format!("year {}", grade + 1), &format!("g{grade}")],
        ));
    }
    grades
}

/// A word as it is compared with others.
pub fn folded(word: &str) -> String {
    word.trim().to_lowercase()
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TermVisitor)
    }
}

/// A term is a word, or keys and values with `id`, `title` and `names`.
struct TermVisitor;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FullTerm {
    id: String,
    title: Option<String>,
    #[serde(default)]
    names: Vec<String>,
}

impl<'de> Visitor<'de> for TermVisitor {
    type Value = Term;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a word, or `id`, `title` and `names`")
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Term, E> {
        Ok(Term::plain(word.trim()))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Term, E> {
        Ok(Term::plain(&number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Term, A::Error> {
        let full = FullTerm::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        let plain = Term::plain(&full.id);
        let is_titled = full.title.is_some();
        Ok(Term { title: full.title.unwrap_or(plain.title), is_titled, names: full.names, id: plain.id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_written_singly_in_ranges_and_by_other_names() {
        let grades = Vocabulary::new(VocabularyName::Grades, None, &|_| Vec::new());
        let ids = |word: &str| {
            grades
                .positions(word)
                .map(|at| at.iter().map(|at| grades.terms()[*at].id.as_str()).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(ids("6-8").as_deref(), Some("6 7 8"));
        assert_eq!(ids("PreK–2").as_deref(), Some("PreK K 1 2"));
        assert_eq!(ids("pre-k-1").as_deref(), Some("PreK K 1"));
        assert_eq!(ids("Year 7").as_deref(), Some("6"));
        assert_eq!(ids("Kindergarten").as_deref(), Some("K"));
        assert_eq!(ids("8-6"), None);
        assert_eq!(ids("13"), None);
        let themes = Vocabulary::new(VocabularyName::Groups, None, &|_| Vec::new());
        assert_eq!(themes.positions("one-to-one"), Some(vec![0]));
    }
}
