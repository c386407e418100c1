//! The memo: documents that were parsed before.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::parse::document::{Document, parse};
use crate::path::SitePath;
use crate::source::{Source, Text, Tree};

/// Documents by the path and the text they were made of.
///
/// A document depends on nothing else, so a memo changes how long a build takes and never what it gives.
#[derive(Debug, Default)]
pub struct Memo {
    documents: BTreeMap<SitePath, (crate::digest::Digest, Arc<Document>)>,
}

/// The documents of all Markdown below `content/`, in the order of their paths. Those that are not
/// in `memo` are parsed in parallel; afterwards it holds exactly these.
pub fn documents(tree: &Tree, memo: &mut Memo) -> Vec<Arc<Document>> {
    let texts: Vec<(&SitePath, &Arc<Text>)> = tree.iter().filter_map(markdown).collect();
    let known = &memo.documents;
    let documents: Vec<Arc<Document>> = texts
        .par_iter()
        .map(|(path, text)| match known.get(path) {
            Some((digest, document)) if *digest == text.digest => Arc::clone(document),
            _ => Arc::new(parse(path, text)),
        })
        .collect();
    memo.documents = texts
        .iter()
        .zip(&documents)
        .map(|((path, text), document)| ((*path).clone(), (text.digest, Arc::clone(document))))
        .collect();
    documents
}

fn markdown<'a>((path, source): (&'a SitePath, &'a Source)) -> Option<(&'a SitePath, &'a Arc<Text>)> {
    match source {
        Source::Text(text) if path.below("content").is_some() && path.extension() == Some("md") => Some((path, text)),
        _ => None,
    }
}
