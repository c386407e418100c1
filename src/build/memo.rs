//! The memo: what was made before of the same things.

use std::sync::Arc;

use rayon::prelude::*;

use crate::cards;
use crate::check;
use crate::model::remember;
use crate::model::table::{self, Table};
use crate::parse::document::{Document, parse};
use crate::path::{SitePath, TABLE_FOLDERS, is_table};
use crate::portion;
use crate::render::theme;
use crate::source::{Source, Text, Tree};

/// What is remembered from one build to the next. Everything in it depends on what it was made of and on
/// nothing else, so a memo changes how long a build takes and never what it gives.
#[derive(Default)]
pub struct Memo {
    /// Documents and the texts they were made of, in the order of their paths.
    documents: Vec<(Arc<Text>, Arc<Document>)>,
    /// Tables in the order of their paths.
    pub(super) tables: Vec<Arc<Table>>,
    pub(super) site: remember::Remembered,
    pub(super) theme: theme::Remembered,
    pub(super) cards: cards::Remembered,
    pub(super) checks: check::Remembered,
}

/// The documents of all Markdown below `content/` and of the rows of all tables there, in the order of their
/// paths. Those that are not in `memo` are parsed in parallel; afterwards it holds exactly these.
pub fn documents(tree: &Tree, memo: &mut Memo) -> Vec<Arc<Document>> {
    let mut documents = files(tree, memo);
    memo.tables = tables(tree, &memo.tables);
    if !memo.tables.is_empty() {
        documents.extend(memo.tables.iter().flat_map(|table| table.documents.iter().cloned()));
        // What is in order by parts is put in order in one pass.
        documents.sort_by(|a, b| (&a.path, a.file()).cmp(&(&b.path, b.file())));
    }
    documents
}

fn files(tree: &Tree, memo: &mut Memo) -> Vec<Arc<Document>> {
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
        .with_max_len(portion::MOST)
        .map(|(path, text, known)| known.map_or_else(|| Arc::new(parse(path, text)), Arc::clone))
        .collect();
    let texts: Vec<Arc<Text>> = texts.into_iter().map(|(_, text, _)| Arc::clone(text)).collect();
    memo.documents = texts.into_iter().zip(documents.iter().cloned()).collect();
    documents
}

fn tables(tree: &Tree, known: &[Arc<Table>]) -> Vec<Arc<Table>> {
    let folders = TABLE_FOLDERS.iter().map(|folder| format!("content/{folder}"));
    let tables = |folder: String| -> Vec<SitePath> {
        tree.below(&folder).map(|(path, _)| path).filter(|path| is_table(path)).cloned().collect()
    };
    let files: Vec<SitePath> = folders.flat_map(tables).collect();
    let read = |path: &SitePath| {
        let text = tree.text(path)?;
        let is_same = |table: &&Arc<Table>| table.file == *path && table.text.digest == text.digest;
        Some(known.iter().find(is_same).cloned().unwrap_or_else(|| Arc::new(table::read(path, text))))
    };
    files.par_iter().filter_map(read).collect()
}

/// A Markdown file, and its document where that is known.
type Found<'a> = (&'a SitePath, &'a Arc<Text>, Option<&'a Arc<Document>>);

fn markdown<'a>((path, source): (&'a SitePath, &'a Source)) -> Option<(&'a SitePath, &'a Arc<Text>)> {
    match source {
        Source::Text(text) if path.extension() == Some("md") => Some((path, text)),
        _ => None,
    }
}
