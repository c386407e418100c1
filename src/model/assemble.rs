//! Documents → site.
//!
//! 1. [`Settings`] are read from `site.yaml`, and the [`Layout`] from the names of all documents.
//! 2. [`meaning`](super::meaning) gives each document's fields their types, and it an address; a translation's
//!    lie over the original's.
//! 3. [`held`] keeps back what is not to be published now.
//! 4. [`crate::model::gather`] puts the order, the sections and the terms together.
//! 5. [`crate::model::gather::entries`] resolves links and relations, both ways, and finds the assets in use.
//!
//! What has not changed since the last site is shared with it: [`Remembered`].

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::model::collections::common::Common;
use crate::model::collections::{Detail, Standing};
use crate::model::config::BaseUrl;
use crate::model::entry::EntryIndex;
use crate::model::gather;
use crate::model::layout::Layout;
use crate::model::meaning::{Meaning, is_draft, meaning};
use crate::model::remember::{Last, Places, Remembered};
use crate::model::settings::Settings;
use crate::model::site::{Node, Site};
use crate::parse::document::Document;
use crate::parse::typed::Step;
use crate::path::SitePath;
use crate::portion;
use crate::source::{HeldBack, Source, Tree};

/// What may be published, when and where it is.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether drafts are published.
    pub drafts: Drafts,
    /// Whether entries with a date to come are published.
    pub future: Future,
    /// The day of this build.
    pub today: Day,
    /// The full address of the site, in place of the one in `site.yaml`.
    pub base_url: Option<BaseUrl>,
}

/// What happens to drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are held back.
    Hold,
    /// They are published.
    Publish,
}

/// What happens to entries with a date to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Future {
    /// They are held back.
    Hold,
    /// They are published.
    Publish,
}

/// The settings of the site that `tree` is.
pub fn settings(tree: &Tree, options: &Options, remembered: &Remembered) -> Arc<Settings> {
    Settings::of(tree, options.base_url.as_ref(), remembered.last.as_ref().map(|last| &last.settings))
}

/// The site that the documents of `tree` are together. `documents` stand in the order of their paths.
pub fn assemble(
    tree: Tree,
    settings: &Arc<Settings>,
    documents: Vec<Arc<Document>>,
    options: &Options,
    remembered: &mut Remembered,
) -> Site {
    let last = remembered.last.take();
    let last = last.as_ref();
    let layout = Layout::of(&documents, &settings.languages, last.map(|last| &last.layout));
    let before = last.map(|last| last.positions(&documents, &layout));
    // What a document means depends on the settings, too.
    let known = last.filter(|last| Arc::ptr_eq(&last.settings, settings)).zip(before.as_deref());
    let meanings = meanings(&documents, &layout, settings, known);
    let reasons: Vec<Option<String>> =
        meanings.iter().map(|meaning| held(&meaning.common, &meaning.detail, options)).collect();
    let published: Vec<bool> = reasons.iter().map(Option::is_none).collect();
    let others = others(&tree);
    let same = last.and_then(|last| last.same_places(&layout, &meanings, &published, &others));
    let is_same = same.is_some();
    let places = same.unwrap_or_else(|| Arc::new(places(&documents, &meanings, published, others)));
    let order = gather::order(&meanings, &places, last.filter(|_| is_same).map(|last| &last.order));
    let tags = gather::tags(&meanings, &places, last);
    let translations = gather::translations(&layout, &places, &order, &settings.languages);
    let lacking = gather::lacking(&layout, &places, &translations, &settings.languages);

    let mut vocabularies = settings.vocabularies.clone();
    vocabularies.insert(crate::model::vocabulary::VocabularyName::Tags, Arc::clone(&tags));
    let mut site = Site {
        vocabularies,
        entries: Vec::new(),
        order: order.clone(),
        sections: gather::sections(&layout, &meanings, &places, &order, &lacking),
        carried: BTreeMap::new(),
        translations,
        related_from: BTreeMap::new(),
        assets: BTreeMap::new(),
        held_rows: held_rows(&documents, &reasons),
        held_back: held_back(&documents, reasons),
        today: options.today,
        findings: findings(settings, &layout, &documents, &meanings),
        settings: Arc::clone(settings),
        places: Arc::clone(&places),
        tree,
        folded: OnceLock::new(),
        claims: OnceLock::new(),
        beside: OnceLock::new(),
    };
    let known = last.filter(|last| is_same && Arc::ptr_eq(&last.settings, settings) && Arc::ptr_eq(&last.tags, &tags));
    let entries = gather::entries(&mut site, &documents, &layout, &meanings, &lacking, known);
    remembered.last =
        Some(Last { settings: Arc::clone(settings), layout, documents, meanings, places, tags, entries, order });
    site
}

fn meanings(
    documents: &[Arc<Document>],
    layout: &Layout,
    settings: &Settings,
    last: Option<(&Last, &[Option<usize>])>,
) -> Vec<Arc<Meaning>> {
    let mean = |now: usize| {
        let known = last.and_then(|(last, before)| last.meaning((documents, layout, now), before[now]?));
        known.unwrap_or_else(|| {
            let original = layout.originals[now].map(|at| &*documents[at]);
            Arc::new(meaning(&documents[now], &layout.placed[now], original, settings))
        })
    };
    (0..documents.len()).into_par_iter().with_max_len(portion::MOST).map(mean).collect()
}

/// The files below `content/` that are no documents.
fn others(tree: &Tree) -> Vec<SitePath> {
    let is_other =
        |(path, source): &(&SitePath, &Source)| !(matches!(source, Source::Text(_)) && path.extension() == Some("md"));
    tree.below("content").filter(is_other).map(|(path, _)| path.clone()).collect()
}

fn places(
    documents: &[Arc<Document>],
    meanings: &[Arc<Meaning>],
    published: Vec<bool>,
    others: Vec<SitePath>,
) -> Places {
    let mut nodes = HashMap::with_capacity(documents.len());
    let mut by_route = HashMap::with_capacity(documents.len());
    let mut next = 0;
    for ((document, meaning), is_published) in documents.iter().zip(meanings).zip(&published) {
        if !is_published {
            nodes.insert(document.path.clone(), Node::Held);
            continue;
        }
        let index = EntryIndex(next);
        next += 1;
        nodes.insert(document.path.clone(), Node::Entry(index));
        by_route.entry(meaning.spot.route.clone()).or_insert(index);
    }
    Places { nodes, by_route, published, others }
}

fn findings(
    settings: &Settings,
    layout: &Layout,
    documents: &[Arc<Document>],
    meanings: &[Arc<Meaning>],
) -> Vec<Diagnostic> {
    let of_documents = documents.iter().zip(meanings);
    let of_documents = of_documents.flat_map(|(document, meaning)| document.findings.iter().chain(&meaning.findings));
    settings.findings.iter().chain(&layout.findings).chain(of_documents).cloned().collect()
}

fn held_back(documents: &[Arc<Document>], reasons: Vec<Option<String>>) -> Vec<HeldBack> {
    let held = documents.iter().zip(reasons);
    let said = |document: &Document, reason: String| match &document.row {
        Some(row) => HeldBack { path: row.file.clone(), reason: format!("{}: {reason}", row.name()) },
        None => HeldBack { path: document.path.clone(), reason },
    };
    held.filter_map(|(document, reason)| Some(said(document, reason?))).collect()
}

/// The rows that are held back, by the paths of their documents: how they are called, and why.
fn held_rows(documents: &[Arc<Document>], reasons: &[Option<String>]) -> BTreeMap<SitePath, (String, String)> {
    let rows = documents.iter().zip(reasons).filter(|(document, _)| document.row.is_some());
    rows.filter_map(|(document, reason)| Some((document.path.clone(), (document.shown(), reason.clone()?)))).collect()
}

/// Why an entry is not published now; `None` where it is.
fn held(common: &Common, detail: &Detail, options: &Options) -> Option<String> {
    if is_draft(common, detail) && options.drafts == Drafts::Hold {
        return Some("it is a draft".to_owned());
    }
    if detail.described().standing() == Standing::Retired {
        return Some("it is retired".to_owned());
    }
    let date = common.date.filter(|date| *date > options.today && options.future == Future::Hold)?;
    Some(format!("its date, {date}, is still to come"))
}

/// The path to an item of a field.
pub fn item(field: &str, at: usize) -> [Step; 2] {
    [Step::Key(field.to_owned()), Step::Item(at)]
}
