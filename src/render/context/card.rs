//! A card: what a list shows of an entry.

use serde::Serialize;

use crate::model::collections::Glance;
use crate::model::entry::EntryIndex;
use crate::model::route::Edition;
use crate::render::context::named::Named;

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
    /// What its language calls itself.
    pub tongue: String,
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

/// The card of the entry at `at` in a list. `part` is the part of it that is meant.
pub fn card(named: &Named<'_>, at: EntryIndex, edition: Edition, part: Option<&str>) -> Card {
    let entry = named.site.entry(at);
    let path = entry.route().address(edition) + &part.map(|part| format!("#{part}")).unwrap_or_default();
    Card {
        title: entry.common.title.clone(),
        path,
        summary: entry.common.summary.clone(),
        kind: entry.kind().name(),
        lang: entry.language.code().to_owned(),
        dir: entry.language.direction(),
        tongue: entry.language.own_name().to_owned(),
        foreign: entry.language != *named.language,
        grades: named.grades(entry),
        glance: entry.detail.described().glance(),
        draft: entry.common.draft,
    }
}
