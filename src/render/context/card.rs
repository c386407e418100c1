//! A card: what a list shows of an entry.

use serde::Serialize;

use crate::model::collections::Glance;
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
    /// What its kind shows beside that.
    #[serde(flatten)]
    pub glance: Glance,
    /// Whether it is a draft.
    pub draft: bool,
}

/// The card of the entry at `at` in a list in `language`. `part` is the part of it that is meant.
pub fn card(site: &Site, at: EntryIndex, language: &Language, edition: Edition, part: Option<&str>) -> Card {
    let entry = site.entry(at);
    let path = entry.route().address(edition) + &part.map(|part| format!("#{part}")).unwrap_or_default();
    Card {
        title: entry.common.title.clone(),
        path,
        summary: entry.common.summary.clone(),
        kind: entry.kind().name(),
        lang: entry.language.code().to_owned(),
        dir: entry.language.direction(),
        foreign: entry.language != *language,
        grades: grades(site, entry),
        glance: entry.detail.described().glance(),
        draft: entry.common.draft,
    }
}

/// The grades of an entry in words.
pub fn grades(site: &Site, entry: &Entry) -> String {
    let Some(positions) = entry.terms.get(&VocabularyName::Grades) else { return String::new() };
    let ids: Vec<&str> =
        site.vocabularies[&VocabularyName::Grades].terms().iter().map(|term| term.id.as_str()).collect();
    words::grades(positions, &ids)
}
