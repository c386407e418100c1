//! What is remembered of the last site, so that what has not changed is shared and not made again.
//!
//! Nothing here is recorded on the way: everything is the result of a function together with what it was
//! given, and is taken again where it would be given the same.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::entry::{Entry, EntryIndex};
use crate::model::layout::Layout;
use crate::model::meaning::Meaning;
use crate::model::route::Route;
use crate::model::settings::Settings;
use crate::model::site::Node;
use crate::model::vocabulary::Vocabulary;
use crate::parse::document::Document;
use crate::path::SitePath;

/// The last site, as far as the next may be like it. It changes how long a site takes to be put together,
/// and never what it is.
#[derive(Debug, Default)]
pub struct Remembered {
    pub(super) last: Option<Last>,
}

#[derive(Debug)]
pub(super) struct Last {
    pub(super) settings: Arc<Settings>,
    pub(super) layout: Arc<Layout>,
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) meanings: Vec<Arc<Meaning>>,
    pub(super) places: Arc<Places>,
    pub(super) tags: Arc<Vocabulary>,
    /// The entries by the positions of their documents.
    pub(super) entries: Vec<Option<Arc<Entry>>>,
    pub(super) order: Vec<EntryIndex>,
}

/// What a link can lead to by its path or address, whatever stands there.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) nodes: HashMap<SitePath, Node>,
    pub(super) by_route: HashMap<Arc<Route>, EntryIndex>,
    /// Which documents are published.
    pub(super) published: Vec<bool>,
    /// All other files below `content/`.
    pub(super) others: Vec<SitePath>,
}

impl Last {
    /// For each of `documents` the position that it has among the last ones.
    pub(super) fn positions(&self, documents: &[Arc<Document>], layout: &Arc<Layout>) -> Vec<Option<usize>> {
        if Arc::ptr_eq(layout, &self.layout) {
            return (0..documents.len()).map(Some).collect();
        }
        // Both stand in the order of their paths.
        let mut at = 0;
        documents
            .iter()
            .map(|document| {
                while self.documents.get(at).is_some_and(|last| last.path < document.path) {
                    at += 1;
                }
                self.documents.get(at).filter(|last| last.path == document.path).map(|_| at)
            })
            .collect()
    }

    /// What the document at `now` of the present ones means, where it means the same as the one at `then`
    /// of the last ones.
    pub(super) fn meaning(
        &self,
        (documents, layout, now): (&[Arc<Document>], &Layout, usize),
        then: usize,
    ) -> Option<Arc<Meaning>> {
        let original = layout.originals[now].map(|at| &documents[at]);
        let last_original = self.layout.originals[then].map(|at| &self.documents[at]);
        let is_same_original = match (original, last_original) {
            (None, None) => true,
            (Some(now), Some(then)) => Arc::ptr_eq(now, then),
            _ => false,
        };
        let is_same = is_same_original
            && Arc::ptr_eq(&documents[now], &self.documents[then])
            && layout.placed[now] == self.layout.placed[then];
        is_same.then(|| Arc::clone(&self.meanings[then]))
    }

    /// The places, where they are the same with these documents and files.
    pub(super) fn same_places(
        &self,
        layout: &Arc<Layout>,
        meanings: &[Arc<Meaning>],
        published: &[bool],
        others: &[SitePath],
    ) -> Option<Arc<Places>> {
        let is_same = Arc::ptr_eq(layout, &self.layout)
            && self.places.published == published
            && self.places.others == others
            && meanings
                .iter()
                .zip(&self.meanings)
                .all(|(now, then)| Arc::ptr_eq(now, then) || now.spot.route == then.spot.route);
        is_same.then(|| Arc::clone(&self.places))
    }
}
