//! A card: what a list shows of an entry.

use serde::Serialize;

use crate::model::collections::{Glance, Kind, TIMES};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::route::Edition;
use crate::model::shard::shard;
use crate::model::vocabulary::VocabularyName;
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
    /// What the library needs of a prompt; nothing of other kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub library: Option<Box<Library>>,
}

/// What the library sorts prompts by.
#[derive(Clone, Debug, Serialize)]
pub struct Library {
    /// Its name in a deck.
    pub id: String,
    /// Its facets and their values by their names in addresses: `themes:belonging,family grades:3,4`.
    pub facets: String,
    /// The file that holds what is printed of it.
    pub print: usize,
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
        library: (entry.kind() == Kind::Prompt).then(|| Box::new(library(named, entry))),
    }
}

fn library(named: &Named<'_>, entry: &Entry) -> Library {
    const FACETS: [VocabularyName; 6] = [
        VocabularyName::Themes,
        VocabularyName::Grades,
        VocabularyName::Groups,
        VocabularyName::Formats,
        VocabularyName::Competencies,
        VocabularyName::Sensitive,
    ];
    let of = |name: &VocabularyName| {
        let slugs = entry.terms.get(name)?.iter().map(|at| named.site.vocabularies[name].terms()[*at].slug());
        Some(format!("{}:{}", name.slug(), slugs.collect::<Vec<_>>().join(",")))
    };
    let others = named.site.translations_of(entry);
    let spoken: Vec<&str> = match others {
        [] => vec![entry.language.code()],
        all => all.iter().map(|at| named.site.entry(*at).language.code()).collect(),
    };
    let glance = entry.detail.described().glance();
    let time = glance.time().map(|time| format!("minutes:{}", TIMES[time]));
    let depth = glance.depth.map(|depth| format!("depth:{depth}"));
    let language = format!("language:{}", spoken.join(","));
    let facets = FACETS.iter().filter_map(of).chain(time).chain(depth).chain([language]);
    let id = entry.id.rsplit('/').next().unwrap_or_default().to_owned();
    Library { id, facets: facets.collect::<Vec<_>>().join(" "), print: shard(named.site, entry) }
}
