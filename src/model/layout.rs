//! The layout: where every document belongs, told from the names of all of them together.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::entry::Role;
use crate::model::language::Language;
use crate::model::place::{Placed, in_words, place, surroundings};
use crate::model::route::{Place, Route, slug};
use crate::parse::document::Document;
use crate::path::{SitePath, is_table};
use crate::portion;

/// Where the documents of a site belong; the positions are those of the documents.
#[derive(Debug)]
pub struct Layout {
    /// The place of each.
    pub placed: Vec<Placed>,
    /// The one that each translates.
    pub originals: Vec<Option<usize>>,
    /// The folder that lists each, as a position in `folders`.
    pub listed_in: Vec<usize>,
    /// Every folder with documents in it or below it, each after the one around it.
    pub folders: Vec<Folder>,
    /// What is wrong with their names.
    pub findings: Vec<Diagnostic>,
    paths: Vec<SitePath>,
    languages: Vec<Language>,
}

/// A folder that may list entries.
#[derive(Debug)]
pub struct Folder {
    /// Its language.
    pub language: Language,
    /// Its path below `content/`; empty for the home page.
    pub name: String,
    /// The folder around it.
    pub parent: Option<usize>,
    /// The address it has without a page of its own.
    pub route: Arc<Route>,
    /// What it is called without one.
    pub title: String,
    /// For a folder in the site's own language, the same folder in further languages, by their positions.
    pub mirrors: BTreeMap<usize, usize>,
}

impl Layout {
    /// The layout of `documents`, which stand in the order of their paths. It is `last` where no file came,
    /// went or got another name.
    pub fn of(documents: &[Arc<Document>], languages: &[Language], last: Option<&Arc<Self>>) -> Arc<Self> {
        // What is wrong with a row says where it stands, and that is not told from its name.
        let is_about_row = |finding: &Diagnostic| finding.at.as_ref().is_some_and(|at| is_table(&at.file));
        let is_same = |last: &&Arc<Self>| {
            last.languages == languages
                && !last.findings.iter().any(is_about_row)
                && last.paths.len() == documents.len()
                && last.paths.iter().zip(documents).all(|(path, document)| *path == document.path)
        };
        last.filter(is_same).cloned().unwrap_or_else(|| Arc::new(Self::new(documents, languages)))
    }

    fn new(documents: &[Arc<Document>], languages: &[Language]) -> Self {
        let around = surroundings(documents.iter().map(|document| &**document));
        let (placed, findings): (Vec<Placed>, Vec<Vec<Diagnostic>>) = documents
            .par_iter()
            .with_max_len(portion::MOST)
            .map(|document| place(document, languages, &around))
            .unzip();
        let ids: HashMap<(&str, Role), usize> = match languages {
            [_] => HashMap::new(),
            _ => placed
                .iter()
                .enumerate()
                .filter(|(_, placed)| placed.language.is_main())
                .map(|(at, placed)| ((placed.id.as_str(), placed.role), at))
                .collect(),
        };
        let original = |placed: &Placed| {
            (!placed.language.is_main()).then(|| ids.get(&(placed.id.as_str(), placed.role)).copied()).flatten()
        };
        let originals = placed.iter().map(original).collect();
        let mut names: BTreeSet<(&Language, &str)> = placed
            .iter()
            .map(|placed| (&placed.language, placed.section.as_str()))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .flat_map(|(language, folder)| around_folder(folder).map(move |folder| (language, folder)))
            .collect();
        // A language in which something is written has every folder, as its lists show originals, too.
        let spoken: BTreeSet<&Language> = names.iter().map(|(language, _)| *language).collect();
        let own: Vec<&str> =
            names.iter().filter(|(language, _)| language.is_main()).map(|(_, folder)| *folder).collect();
        let further = spoken.into_iter().filter(|language| !language.is_main());
        names.extend(further.flat_map(|language| own.iter().map(move |folder| (language, *folder))));
        let positions: HashMap<(&Language, &str), usize> =
            names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
        let at = |language: &Language, folder: &str| positions.get(&(language, folder)).copied();
        let mirrors = |language: &Language, folder: &str| {
            let further = languages.iter().enumerate().filter(|(_, other)| language.is_main() && !other.is_main());
            further.filter_map(|(number, other)| Some((number, at(other, folder)?))).collect()
        };
        let folders = names
            .iter()
            .map(|(language, folder)| Folder {
                language: (*language).clone(),
                name: (*folder).to_owned(),
                parent: (!folder.is_empty()).then(|| at(language, outer(folder))).flatten(),
                route: Arc::new(Route {
                    language: (*language).clone(),
                    place: Place::Page(folder.split('/').map(slug).collect::<Vec<_>>().join("/")),
                }),
                title: in_words(folder.rsplit('/').next().unwrap_or(folder)),
                mirrors: mirrors(language, folder),
            })
            .collect();
        let listed_in = placed.iter().map(|placed| positions[&(&placed.language, placed.section.as_str())]).collect();
        Self {
            originals,
            listed_in,
            folders,
            findings: findings.into_iter().flatten().collect(),
            paths: documents.iter().map(|document| document.path.clone()).collect(),
            languages: languages.to_vec(),
            placed,
        }
    }
}

/// `folder` and those around it, the home page's first.
fn around_folder(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]).filter(|end| *end > 0);
    std::iter::once("").chain(ends.map(|end| &folder[..end]))
}

/// The folder around `folder`.
fn outer(folder: &str) -> &str {
    folder.rsplit_once('/').map_or("", |(outer, _)| outer)
}
