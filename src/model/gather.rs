//! What entries are together: their order, sections, terms, translations, links both ways.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::collections::Kind;
use crate::model::entry::{Entry, EntryIndex, Relation, Role};
use crate::model::language::Language;
use crate::model::layout::Layout;
use crate::model::link::{Target, Why};
use crate::model::meaning::Meaning;
use crate::model::remember::{Last, Places};
use crate::model::site::{Node, Section, Site};
use crate::model::translation::version;
use crate::model::vocabulary::{Vocabulary, VocabularyName, folded};
use crate::model::{assets, components};
use crate::parse::document::Document;
use crate::path::SitePath;
use crate::portion;
use crate::source::{Source, Text};

/// The positions, among the documents, of those that are published: an entry's index → its document's.
fn published(places: &Places) -> impl Iterator<Item = usize> + '_ {
    places.published.iter().enumerate().filter(|(_, is_published)| **is_published).map(|(at, _)| at)
}

/// Every entry in the order of lists: by `order`, a policy's number, then title. `last` is the order that the same
/// entries had before.
pub(super) fn order(meanings: &[Arc<Meaning>], places: &Places, last: Option<&Vec<EntryIndex>>) -> Vec<EntryIndex> {
    let of: Vec<&Meaning> = published(places).map(|at| &*meanings[at]).collect();
    let key = |at: &EntryIndex| (of[at.0].common.order.unwrap_or(i64::MAX), &*of[at.0].key, *at);
    match last {
        // What is nearly in order is put in order in one pass.
        Some(last) => {
            let mut order = last.clone();
            order.sort_by(|a, b| key(a).cmp(&key(b)));
            order
        }
        None => {
            let mut order: Vec<EntryIndex> = (0..of.len()).map(EntryIndex).collect();
            order.par_sort_unstable_by(|a, b| key(a).cmp(&key(b)));
            order
        }
    }
}

/// The tags of all entries, in the order in which their files have them.
pub(super) fn tags(meanings: &[Arc<Meaning>], places: &Arc<Places>, last: Option<&Last>) -> Arc<Vocabulary> {
    let is_as_before = |last: &&Last| {
        let mut pairs = meanings.iter().zip(&last.meanings);
        Arc::ptr_eq(places, &last.places)
            && pairs.all(|(now, then)| {
                Arc::ptr_eq(now, then) || (now.common.tags == then.common.tags && now.tags == then.tags)
            })
    };
    if let Some(last) = last.filter(is_as_before) {
        return Arc::clone(&last.tags);
    }
    let mut seen = HashMap::new();
    let mut tags: Vec<&str> = Vec::new();
    for at in published(places) {
        let common = &meanings[at].common;
        let written = common.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty());
        for (tag, compared) in written.zip(&meanings[at].tags) {
            if seen.insert(compared.as_str(), ()).is_none() {
                // A tag of another language gets its word in the site's own.
                tags.push(if folded(tag) == *compared { tag } else { compared });
            }
        }
    }
    let is_same = |last: &&Arc<Vocabulary>| {
        last.terms().len() == tags.len() && last.terms().iter().zip(&tags).all(|(term, tag)| term.id == *tag)
    };
    last.map(|last| &last.tags).filter(is_same).cloned().unwrap_or_else(|| {
        let mut vocabulary = Vocabulary::default();
        for tag in &tags {
            vocabulary.position_or_new(tag);
        }
        Arc::new(vocabulary)
    })
}

/// For each entry in the site's own language the further languages, as positions, that lack it: lists in them
/// show the original. Languages in which nothing is published have no lists.
pub(super) fn lacking(
    layout: &Layout,
    places: &Places,
    translations: &BTreeMap<String, Vec<EntryIndex>>,
    languages: &[Language],
) -> Vec<Vec<usize>> {
    let documents: Vec<usize> = published(places).collect();
    if languages.len() < 2 {
        return vec![Vec::new(); documents.len()];
    }
    let language = |document: usize| &layout.placed[document].language;
    let spoken: BTreeSet<&Language> = documents.iter().map(|document| language(*document)).collect();
    let further = |language: &Language| !language.is_main() && spoken.contains(language);
    let further: Vec<usize> = (0..languages.len()).filter(|at| further(&languages[*at])).collect();
    let lacks = |document: &usize| {
        if !language(*document).is_main() {
            return Vec::new();
        }
        let known = translations.get(&layout.placed[*document].id).map(Vec::as_slice).unwrap_or_default();
        let has = |at: &usize| known.iter().any(|entry| *language(documents[entry.0]) == languages[*at]);
        further.iter().copied().filter(|at| !has(at)).collect()
    };
    documents.iter().map(lacks).collect()
}

/// The folders that list entries, in every language; `lacking` as [`lacking`] gives it.
pub(super) fn sections(
    layout: &Layout,
    meanings: &[Arc<Meaning>],
    places: &Places,
    order: &[EntryIndex],
    lacking: &[Vec<usize>],
) -> BTreeMap<(Language, String), Section> {
    let documents: Vec<usize> = published(places).collect();
    let mut sections: Vec<Option<Section>> = vec![None; layout.folders.len()];
    let open = |sections: &mut Vec<Option<Section>>, folder: usize| {
        let mut around = Some(folder);
        while let Some(folder) = around.filter(|folder| sections[*folder].is_none()) {
            let layout = &layout.folders[folder];
            sections[folder] = Some(Section {
                route: layout.route.clone(),
                title: layout.title.clone(),
                index: None,
                entries: Vec::new(),
                folders: Vec::new(),
            });
            around = layout.parent;
        }
    };
    for at in order {
        let document = documents[at.0];
        let listed_in = layout.listed_in[document];
        for language in &lacking[at.0] {
            let Some(mirror) = layout.folders[listed_in].mirrors.get(language) else { continue };
            open(&mut sections, *mirror);
            if let (Some(section), Role::Entry) = (&mut sections[*mirror], layout.placed[document].role) {
                section.entries.push(*at);
            }
        }
        open(&mut sections, listed_in);
        let Some(section) = &mut sections[listed_in] else { continue };
        match layout.placed[document].role {
            Role::Section if section.index.is_none() => {
                section.index = Some(*at);
                section.title = meanings[document].common.title.clone();
                section.route = meanings[document].spot.route.clone();
            }
            Role::Section => {}
            Role::Entry => section.entries.push(*at),
        }
    }
    // The folders stand in the order of their names, and so do those that a section holds.
    for (folder, layout) in layout.folders.iter().enumerate() {
        if let (true, Some(parent)) = (sections[folder].is_some(), layout.parent)
            && let Some(parent) = &mut sections[parent]
        {
            parent.folders.push(layout.name.clone());
        }
    }
    let named = layout.folders.iter().zip(sections);
    named.filter_map(|(folder, section)| Some(((folder.language.clone(), folder.name.clone()), section?))).collect()
}

/// The entries that share an id with others, in the order of the languages.
pub(super) fn translations(
    layout: &Layout,
    places: &Places,
    order: &[EntryIndex],
    languages: &[Language],
) -> BTreeMap<String, Vec<EntryIndex>> {
    let documents: Vec<usize> = published(places).collect();
    let placed = |at: &EntryIndex| &layout.placed[documents[at.0]];
    let further = order.iter().filter(|at| !placed(at).language.is_main());
    let mut translations: BTreeMap<String, Vec<EntryIndex>> =
        further.map(|at| (placed(at).id.clone(), Vec::new())).collect();
    if translations.is_empty() {
        return translations;
    }
    for at in order {
        if let Some(translations) = translations.get_mut(&placed(at).id) {
            translations.push(*at);
        }
    }
    for translations in translations.values_mut() {
        translations.sort_by_key(|at| languages.iter().position(|language| *language == placed(at).language));
    }
    translations
}

/// Puts the entries into `site`, and all that follows from their links and terms; gives them by the
/// positions of their documents. An entry of `known` that would be made of the same is taken from there.
pub(super) fn entries(
    site: &mut Site,
    documents: &[Arc<Document>],
    layout: &Layout,
    meanings: &[Arc<Meaning>],
    lacking: &[Vec<usize>],
    known: Option<&Last>,
) -> Vec<Option<Arc<Entry>>> {
    let positions: Vec<usize> = published(&site.places).collect();
    let begun: Vec<Begun> = positions
        .par_iter()
        .with_max_len(portion::MOST)
        .map(|at| {
            let same = known.and_then(|last| last.entries[*at].as_ref()).filter(|entry| {
                Arc::ptr_eq(&entry.document, &documents[*at])
                    && Arc::ptr_eq(&entry.common, &meanings[*at].common)
                    && !has_addresses(&entry.document)
            });
            same.map_or_else(|| Begun::New(terms(site, &meanings[*at])), |entry| Begun::Same(Arc::clone(entry)))
        })
        .collect();
    site.carried = carried(site, layout, &positions, &begun, lacking);
    let reading: &Site = site;
    let made: Vec<Arc<Entry>> = positions
        .par_iter()
        .zip(begun)
        .with_max_len(portion::MOST)
        .map(|(at, begun)| match begun {
            Begun::Same(entry) => entry,
            Begun::New(terms) => Arc::new(entry(reading, documents, layout, *at, &meanings[*at], terms)),
        })
        .collect();
    let mut all = vec![None; documents.len()];
    for (at, entry) in positions.into_iter().zip(&made) {
        all[at] = Some(Arc::clone(entry));
    }
    site.entries = made;
    assets::find(site);
    for at in &site.order {
        let relations = &site.entries[at.0].relations;
        let targets: BTreeSet<EntryIndex> =
            relations.iter().filter_map(|relation| entry_of(&relation.target)).collect();
        for target in targets {
            site.related_from.entry(target).or_default().push(*at);
        }
    }
    all
}

/// An entry on its way.
enum Begun {
    /// It is as it was.
    Same(Arc<Entry>),
    /// It is made anew, with these terms.
    New(BTreeMap<VocabularyName, Vec<usize>>),
}

/// Whether something in a document is named by its address in the site, which terms may be, too.
fn has_addresses(document: &Document) -> bool {
    let facts = &document.facts;
    let links = facts.links.iter().map(|link| &link.target);
    let texts = document.components.iter().flat_map(|block| &block.fields.0).filter_map(|field| field.value.text());
    let written = links.chain(facts.images.iter().map(|image| &image.target)).map(String::as_str).chain(texts);
    written.into_iter().any(|target| target.trim_start().starts_with('/'))
}

fn terms(site: &Site, meaning: &Meaning) -> BTreeMap<VocabularyName, Vec<usize>> {
    let mut found: BTreeMap<VocabularyName, BTreeSet<usize>> = BTreeMap::new();
    let tags = &site.vocabularies[&VocabularyName::Tags];
    for tag in &meaning.tags {
        found.entry(VocabularyName::Tags).or_default().extend(tags.position(tag));
    }
    for (name, _, words) in meaning.detail.described().words() {
        let Some(vocabulary) = site.vocabularies.get(&name) else { continue };
        let positions = words.iter().filter_map(|word| vocabulary.positions(word)).flatten();
        found.entry(name).or_default().extend(positions);
    }
    found.into_iter().map(|(name, positions)| (name, positions.into_iter().collect())).collect()
}

/// Which entries carry which term, in every language.
fn carried(
    site: &Site,
    layout: &Layout,
    positions: &[usize],
    begun: &[Begun],
    lacking: &[Vec<usize>],
) -> BTreeMap<(Language, VocabularyName), BTreeMap<usize, Vec<EntryIndex>>> {
    let languages = &site.settings.languages;
    let mut lists: BTreeMap<(usize, VocabularyName), Vec<Vec<EntryIndex>>> = BTreeMap::new();
    for at in &site.order {
        let terms = match &begun[at.0] {
            Begun::Same(entry) => &entry.terms,
            Begun::New(terms) => terms,
        };
        let own = &layout.placed[positions[at.0]].language;
        let language = languages.iter().position(|language| language == own).unwrap_or_default();
        for language in std::iter::once(&language).chain(&lacking[at.0]) {
            for (name, carried) in terms {
                let many = || vec![Vec::new(); site.vocabularies[name].terms().len()];
                let lists = lists.entry((*language, *name)).or_insert_with(many);
                carried.iter().for_each(|term| lists[*term].push(*at));
            }
        }
    }
    let used = |lists: Vec<Vec<EntryIndex>>| -> BTreeMap<usize, Vec<EntryIndex>> {
        lists.into_iter().enumerate().filter(|(_, list)| !list.is_empty()).collect()
    };
    let named = lists.into_iter().map(|((at, name), lists)| ((languages[at].clone(), name), used(lists)));
    named.filter(|(_, terms)| !terms.is_empty()).collect()
}

fn entry(
    site: &Site,
    documents: &[Arc<Document>],
    layout: &Layout,
    at: usize,
    meaning: &Meaning,
    terms: BTreeMap<VocabularyName, Vec<usize>>,
) -> Entry {
    let (document, placed) = (&documents[at], &layout.placed[at]);
    let text = match (&document.row, site.source(&document.path)) {
        (Some(row), _) => Arc::clone(&row.text),
        (None, Some(Source::Text(text))) => Arc::clone(text),
        (None, _) => Arc::new(Text::new(String::new())),
    };
    let (path, facts) = (&document.path, &document.facts);
    let relations = meaning.detail.described().references().into_iter().flat_map(|(kind, field, words)| {
        words.iter().enumerate().map(move |(item, written)| (kind, field, item, written))
    });
    Entry {
        text,
        id: placed.id.clone(),
        role: placed.role,
        language: placed.language.clone(),
        spot: meaning.spot.clone(),
        section: placed.section.clone(),
        original: layout.originals[at].map(|original| version(&documents[original], site.tree())),
        key: Arc::clone(&meaning.key),
        common: Arc::clone(&meaning.common),
        terms,
        relations: relations
            .map(|(kind, field, item, written)| relation(site, &placed.language, kind, field, item, written))
            .collect(),
        links: facts.links.iter().map(|link| site.resolve(path, &link.target)).collect(),
        components: meaning.components.iter().map(|typed| components::placed(site, path, typed)).collect(),
        images: facts.images.iter().map(|image| site.resolve(path, &image.target)).collect(),
        detail: Arc::clone(&meaning.detail),
        document: Arc::clone(document),
    }
}

fn relation(site: &Site, language: &Language, kind: Kind, field: &'static str, item: usize, written: &str) -> Relation {
    let (name, anchor) =
        written.split_once('#').map_or((written, None), |(name, anchor)| (name, Some(anchor.to_owned())));
    let folder = kind.folder().unwrap_or_default();
    let name = name.trim().trim_end_matches(".md").trim_start_matches("./").trim_start_matches("../");
    let name = name.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).unwrap_or(name);
    let in_language =
        |code: &str| [format!("content/{folder}/{name}{code}.md"), format!("content/{folder}/{name}/index{code}.md")];
    let own = format!(".{}", language.code());
    let candidates = in_language(&own).into_iter().chain(in_language(""));
    let found = candidates.filter_map(|path| SitePath::new(&path)).find_map(|path| Some((site.node(&path)?, path)));
    let target = match found {
        Some((Node::Entry(index), _)) => Target::Entry(*index, anchor.clone()),
        Some((Node::Held, path)) => Target::Held(path),
        None => Target::Broken(Why::Missing(name.to_owned())),
    };
    Relation { kind, field, item, written: written.to_owned(), anchor, target }
}

fn entry_of(target: &Target) -> Option<EntryIndex> {
    match target {
        Target::Entry(index, _) => Some(*index),
        _ => None,
    }
}
