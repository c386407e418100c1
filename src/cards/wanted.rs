//! What a deck asks for: its prompts and policies, in which languages.

use crate::model::collections::deck::{Deck, Duplex};
use crate::model::collections::{Detail, Kind};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::print::impose::Turn;

/// A deck and what is on it.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// What it is called.
    pub title: String,
    /// Its language.
    pub language: &'a Language,
    /// Its fields.
    pub deck: &'a Deck,
    /// Its prompts, in order.
    pub prompts: Vec<EntryIndex>,
    /// Its policies.
    pub policies: Vec<EntryIndex>,
}

/// An entry in the languages of a deck.
#[derive(Clone, Debug)]
pub struct Versions {
    /// The entries, in the order of the deck's languages; the one that was asked for, where there is none.
    pub entries: Vec<EntryIndex>,
    /// The codes of the languages in which there is none.
    pub lacks: Vec<String>,
}

/// What the deck `entry` asks for; `None` where it is no deck.
pub fn of_entry<'a>(site: &'a Site, entry: &'a Entry) -> Option<Wanted<'a>> {
    let Detail::Deck(deck) = &*entry.detail else { return None };
    let related = |kind: Kind| -> Vec<EntryIndex> {
        let of_kind = entry.relations.iter().filter(|relation| relation.kind == kind);
        let targets = of_kind.filter_map(|relation| match relation.target {
            Target::Entry(at, _) => Some(at),
            _ => None,
        });
        targets.collect()
    };
    let prompts = match &deck.from {
        Some(query) if deck.layout.takes_prompts() => query.select(site, &entry.language),
        _ => related(Kind::Prompt),
    };
    let title = entry.common.title.clone();
    Some(Wanted { title, language: &entry.language, deck, prompts, policies: related(Kind::Policy) })
}

impl Wanted<'_> {
    /// The languages on each card; none where it is the deck's own.
    pub fn languages<'a>(&self, site: &'a Site) -> Vec<&'a Language> {
        let known = |code: &String| site.settings.languages.iter().find(|language| language.code() == code);
        let mut languages: Vec<&Language> = self.deck.languages.iter().filter_map(known).collect();
        let mut seen = Vec::new();
        languages.retain(|language| {
            !seen.contains(&language.code()) && {
                seen.push(language.code());
                true
            }
        });
        languages
    }

    /// The entry at `at` in the languages of the deck.
    pub fn versions(&self, site: &Site, at: EntryIndex) -> Versions {
        let languages = self.languages(site);
        let entry = site.entry(at);
        if languages.is_empty() {
            return Versions { entries: vec![at], lacks: Vec::new() };
        }
        let others = site.translations_of(entry);
        let all = if others.is_empty() { std::slice::from_ref(&at) } else { others };
        let (mut entries, mut lacks) = (Vec::new(), Vec::new());
        for language in languages {
            match all.iter().find(|at| site.entry(**at).language == *language) {
                Some(found) => entries.push(*found),
                None => lacks.push(language.code().to_owned()),
            }
        }
        if entries.is_empty() {
            entries.push(at);
        }
        Versions { entries, lacks }
    }
}

/// How the back of a card comes to be behind its front.
pub fn turn(duplex: Duplex) -> Turn {
    match duplex {
        Duplex::LongEdge => Turn::LongEdge,
        Duplex::ShortEdge => Turn::ShortEdge,
        Duplex::Fold => Turn::Fold,
        Duplex::None => Turn::None,
    }
}
