//! The memo: what was made before of the same things.

use std::sync::Arc;

use rayon::prelude::*;

use crate::check;
use crate::model::remember;
use crate::parse::document::{Document, parse};
use crate::path::SitePath;
use crate::render::theme;
use crate::source::{Source, Text, Tree};

/// What is remembered from one build to the next. Everything in it depends on what it was made of and on
/// nothing else, so a memo changes how long a build takes and never what it gives.
#[derive(Default)]
pub struct Memo {
    /// Documents and the texts they were made of, in the order of their paths.
    documents: Vec<(Arc<Text>, Arc<Document>)>,
    pub(super) site: remember::Remembered,
    pub(super) theme: theme::Remembered,
    pub(super) checks: check::Remembered,
}

/// The documents of all Markdown below `content/`, in the order of their paths. Those that are not
/// in `memo` are parsed in parallel; afterwards it holds exactly these.
pub fn documents(tree: &Tree, memo: &mut Memo) -> Vec<Arc<Document>> {
    let mut known = memo.documents.iter().peekable();
    let texts: Vec<Found<'_>> = tree
        .below("content")
        .filter_map(markdown)
        .map(|(path, text)| {
            while known.peek().is_some_and(|(_, document)| document.path < *path) {
                known.next();
            }
            let is_same = |(then, document): &&(Arc<Text>, Arc<Document>)| {
                document.path == *path && (Arc::ptr_eq(then, text) || then.digest == text.digest)
            };
            (path, text, known.peek().copied().filter(is_same).map(|(_, document)| document))
        })
        .collect();
    let documents: Vec<Arc<Document>> = texts
        .par_iter()
        .map(|(path, text, known)| known.map_or_else(|| Arc::new(parse(path, text)), Arc::clone))
        .collect();
    let texts: Vec<Arc<Text>> = texts.into_iter().map(|(_, text, _)| Arc::clone(text)).collect();
    memo.documents = texts.into_iter().zip(documents.iter().cloned()).collect();
    documents
}

/// A Markdown file, and its document where that is known.
type Found<'a> = (&'a SitePath, &'a Arc<Text>, Option<&'a Arc<Document>>);

fn markdown<'a>((path, source): (&'a SitePath, &'a Source)) -> Option<(&'a SitePath, &'a Arc<Text>)> {
    match source {
        Source::Text(text) if path.extension() == Some("md") => Some((path, text)),
        _ => None,
    }
}
