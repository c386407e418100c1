//! A card: what a list shows of an entry.

use serde::Serialize;

use crate::model::collections::Detail;
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::render::context::words;

/// What a list shows of an entry.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The title.
    pub title: String,
    /// The address below the site's root.
    pub path: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The name of its kind.
    pub kind: &'static str,
    /// Its language.
    pub lang: String,
    /// The direction of its language.
    pub dir: &'static str,
    /// Whether its language is another one than the list's.
    pub foreign: bool,
    /// Its grades in words; empty where it has none.
    pub grades: String,
    /// How many minutes it takes.
    pub minutes: Option<u16>,
    /// A prompt's depth, 1 to 3.
    pub depth: Option<u8>,
    /// A chapter's phase.
    pub phase: Option<String>,
    /// A policy's status.
    pub status: Option<String>,
    /// A policy's number.
    pub number: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// The card of the entry at `at` in a list in `language`. `part` is the part of it that is meant.
pub fn card(site: &Site, at: EntryIndex, language: &Language, edition: Edition, part: Option<&str>) -> Card {
    let entry = site.entry(at);
    let path = entry.route().address(edition) + &part.map(|part| format!("#{part}")).unwrap_or_default();
    let mut card = Card {
        title: entry.common.title.clone(),
        path,
        summary: entry.common.summary.clone(),
        kind: entry.kind().name(),
        lang: entry.language.code().to_owned(),
        dir: entry.language.direction(),
        foreign: entry.language != *language,
        grades: grades(site, entry),
        minutes: None,
        depth: None,
        phase: None,
        status: None,
        number: None,
        draft: entry.common.draft,
    };
    match &*entry.detail {
        Detail::Guide(guide) => card.minutes = guide.minutes.as_ref().and_then(|minutes| minutes.each),
        Detail::Prompt(prompt) => {
            card.minutes = Some(prompt.minutes);
            card.depth = Some(prompt.depth.0);
        }
        Detail::Policy(policy) => {
            card.number = policy.number.clone();
            card.status =
                serde_json::to_value(policy.status).ok().and_then(|status| status.as_str().map(str::to_owned));
        }
        Detail::Playbook(chapter) => card.phase = chapter.phase.clone(),
        Detail::Page(_) => {}
    }
    card
}

/// The grades of an entry in words.
pub fn grades(site: &Site, entry: &Entry) -> String {
    let Some(positions) = entry.terms.get(&VocabularyName::Grades) else { return String::new() };
    let ids: Vec<&str> =
        site.vocabularies[&VocabularyName::Grades].terms().iter().map(|term| term.id.as_str()).collect();
    words::grades(positions, &ids)
}
