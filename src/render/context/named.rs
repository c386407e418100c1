//! What terms, sections, kinds and groups are called in a language.

use crate::model::claim::Group;
use crate::model::collections::Kind;
use crate::model::entry::Entry;
use crate::model::language::Language;
use crate::model::site::{Section, Site};
use crate::model::vocabulary::{Term, VocabularyName};
use crate::render::words::Tongue;

/// How things are called in one language.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// The site.
    pub site: &'a Site,
    /// The language.
    pub language: &'a Language,
    /// Its words.
    pub words: &'a Tongue,
}

impl<'a> Named<'a> {
    /// What a term is called, and whether that is in this language: the site's own word comes first, then
    /// the theme's, then the one of the site's own language.
    pub fn term(&self, name: VocabularyName, term: &'a Term) -> (&'a str, bool) {
        match self.own(name, term) {
            Some(title) => (title, true),
            None => (&term.title, self.language.is_main()),
        }
    }

    /// What this language itself calls a term, where that is not its title in the vocabulary.
    fn own(&self, name: VocabularyName, term: &'a Term) -> Option<&'a str> {
        let own = self.site.settings.config.term_in(self.language, &term.id);
        let is_english = self.language.code().split('-').next() == Some("en");
        let is_final = self.language.is_main() && (term.is_titled || is_english || name == VocabularyName::Tags);
        let usual = || (!is_final).then(|| self.words.find(&["term_", name.slug(), "_", &term.id].concat())).flatten();
        own.or_else(usual)
    }

    /// What a vocabulary is called.
    pub fn vocabulary(&self, name: VocabularyName) -> &'a str {
        self.words.find(&["vocabulary_", name.slug()].concat()).unwrap_or(name.title())
    }

    /// What a section is called, and in which language where that is another one: as its own page says, else
    /// as the theme calls the folder of a collection, else as the section is called in the site's own
    /// language, else as the folder is named.
    pub fn section(&self, folder: &str, section: &'a Section) -> (&'a str, Option<&'a str>) {
        if section.index.is_some() {
            return (&section.title, None);
        }
        let is_usual = Kind::ALL.iter().any(|kind| kind.folder() == Some(folder));
        if let Some(usual) = self.words.find(&["section_", folder].concat()).filter(|_| is_usual) {
            return (usual, None);
        }
        let main = self.site.main_language();
        let original = || self.site.sections.get(&(main.clone(), folder.to_owned()));
        match (!self.language.is_main()).then(original).flatten() {
            Some(original) => (&original.title, Some(main.code())),
            None => (&section.title, None),
        }
    }

    /// What a group of a list is called.
    pub fn group(&self, group: &'a Group) -> &'a str {
        match group {
            Group::Term(name, term) => self.term(*name, &self.site.vocabularies[name].terms()[*term]).0,
            Group::Initial(initial) => initial,
        }
    }

    /// The grades of an entry in words; empty where it has none.
    pub fn grades(&self, entry: &Entry) -> String {
        let Some(positions) = entry.terms.get(&VocabularyName::Grades) else { return String::new() };
        let grades = self.site.vocabularies[&VocabularyName::Grades].terms();
        let ids: Vec<&str> = grades.iter().map(|term| term.id.as_str()).collect();
        self.words.grades(positions, &ids, &|at| self.own(VocabularyName::Grades, grades.get(at)?))
    }
}
