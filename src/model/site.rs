//! A site: all documents with their meaning, immutable.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::image::ImageFacts;
use crate::image::sizes::Purpose;
use crate::model::beside::{self, Beside};
use crate::model::claim::{self, Claimed};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::link::Target;
use crate::model::remember::Places;
use crate::model::route::Route;
use crate::model::settings::Settings;
use crate::model::vocabulary::{Vocabulary, VocabularyName};
use crate::path::{SitePath, folded, join};
use crate::source::{HeldBack, Source, Tree};

/// What a site is, apart from how it looks. Every later stage reads it and none changes it.
#[derive(Debug)]
pub struct Site {
    /// What `site.yaml` says.
    pub settings: Arc<Settings>,
    /// The vocabularies, with every tag that occurs.
    pub vocabularies: BTreeMap<VocabularyName, Arc<Vocabulary>>,
    /// The published entries in the order of their paths.
    pub entries: Vec<Arc<Entry>>,
    /// The entries in the order of lists: by `order`, a policy's number, then title.
    pub order: Vec<EntryIndex>,
    /// The folders that list entries, by language and folder (as in [`Entry::id`]).
    pub sections: BTreeMap<(Language, String), Section>,
    /// Which entries carry which term, in the order of lists.
    pub carried: BTreeMap<(Language, VocabularyName), BTreeMap<usize, Vec<EntryIndex>>>,
    /// The entries that share an id, in the order of the languages; those that share it with none are left out.
    pub translations: BTreeMap<String, Vec<EntryIndex>>,
    /// The entries whose fields name an entry, in the order of lists.
    pub related_from: BTreeMap<EntryIndex, Vec<EntryIndex>>,
    /// The assets that are published, and what for.
    pub assets: BTreeMap<SitePath, Purpose>,
    /// The sources that are not published, and why.
    pub held_back: Vec<HeldBack>,
    /// The rows of tables that are not published, by the paths of their documents: how they are called,
    /// and why.
    pub held_rows: BTreeMap<SitePath, (String, String)>,
    /// What the clock of this build says.
    pub today: Day,
    /// What was found while the site was put together, the documents' own findings included.
    pub findings: Vec<Diagnostic>,
    pub(super) places: Arc<Places>,
    pub(super) tree: Tree,
    pub(super) folded: OnceLock<BTreeMap<String, SitePath>>,
    pub(super) claims: OnceLock<Vec<Claimed>>,
    pub(super) beside: OnceLock<Beside>,
}

/// A folder that lists entries.
#[derive(Clone, Debug)]
pub struct Section {
    /// The address of its page.
    pub route: Arc<Route>,
    /// What it is called.
    pub title: String,
    /// Its own page, where somebody wrote one.
    pub index: Option<EntryIndex>,
    /// The entries it lists, in order.
    pub entries: Vec<EntryIndex>,
    /// The folders directly below it that list entries, in order.
    pub folders: Vec<String>,
}

/// What a Markdown file is for the site.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// A published entry.
    Entry(EntryIndex),
    /// Not published now.
    Held,
}

impl Node {
    pub(super) fn target(&self, path: &SitePath, fragment: Option<String>) -> Target {
        match self {
            Self::Entry(index) => Target::Entry(*index, fragment),
            Self::Held => Target::Held(path.clone()),
        }
    }
}

impl Site {
    /// The entry at `index`.
    pub fn entry(&self, index: EntryIndex) -> &Entry {
        &self.entries[index.0]
    }

    /// All entries with their positions.
    pub fn indexed(&self) -> impl Iterator<Item = (EntryIndex, &Entry)> {
        self.entries.iter().enumerate().map(|(at, entry)| (EntryIndex(at), &**entry))
    }

    /// The site's own language.
    pub fn main_language(&self) -> &Language {
        &self.settings.languages[0]
    }

    /// The entries in all languages that share the id of `entry`, itself among them; none where it is in one only.
    pub fn translations_of(&self, entry: &Entry) -> &[EntryIndex] {
        self.translations.get(&entry.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The published entry at an address.
    pub fn entry_at(&self, route: &Route) -> Option<EntryIndex> {
        self.places.by_route.get(route).copied()
    }

    /// Every claim on an address that content makes, in a fixed order.
    pub fn claims(&self) -> &[Claimed] {
        self.claims.get_or_init(|| claim::claims(self))
    }

    /// What lies beside the pages for other programs.
    pub fn beside(&self) -> &Beside {
        self.beside.get_or_init(|| beside::beside(self))
    }

    /// The day an entry last changed, as far as its fields know: the later one of `updated` and `date`,
    /// else what its kind gives. A day to come is none.
    pub fn changed(&self, entry: &Entry) -> Option<Day> {
        let own = entry.common.updated.max(entry.common.date).or_else(|| entry.detail.described().day());
        own.filter(|day| *day <= self.today && *day > Day::default())
    }

    /// The file that `social_image` names, whether it is there or not; `None` where it names none.
    pub fn social_image(&self) -> Option<SitePath> {
        let written = self.settings.config.social_image.as_deref()?.trim();
        let below = join("content", written.strip_prefix("content/").unwrap_or(written.trim_start_matches('/')))?;
        SitePath::new(&below)
    }

    /// The size of the image at `path`, where it is one that programs without a browser can show.
    pub fn raster(&self, path: &SitePath) -> Option<ImageFacts> {
        let Source::Asset(asset) = self.source(path)? else { return None };
        asset.image.clone().filter(|_| !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")))
    }

    /// The source at `path`.
    pub fn source(&self, path: &SitePath) -> Option<&Source> {
        self.tree.get(path)
    }

    /// All that was read.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    pub(super) fn node(&self, path: &SitePath) -> Option<&Node> {
        self.places.nodes.get(path)
    }

    /// The section that the folder `folder` below `content/` is, in the site's own language.
    pub(super) fn section_of_source(&self, folder: &str) -> Option<&Section> {
        self.sections.get(&(self.main_language().clone(), folder.to_owned()))
    }

    pub(super) fn section_at(&self, route: &Route) -> bool {
        self.sections.values().any(|section| *section.route == *route)
    }

    /// The content's paths, those of rows among them, by what some file system takes them for.
    pub(super) fn folded_sources(&self) -> &BTreeMap<String, SitePath> {
        self.folded.get_or_init(|| {
            let mut rows: Vec<&SitePath> =
                self.places.nodes.keys().filter(|path| self.tree.get(path).is_none()).collect();
            rows.sort_unstable();
            let paths = self.tree.below("content").map(|(path, _)| path).chain(rows);
            paths.map(|path| (folded(path.as_str()), path.clone())).collect()
        })
    }
}
