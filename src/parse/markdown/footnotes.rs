//! Which footnotes are defined, twice or for nobody.

use std::collections::{BTreeMap, BTreeSet};

use super::read::short;
use crate::parse::facts::{Remark, RemarkKind};
use crate::source::Span;

/// The footnotes of a document, while it is read.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The definitions by their key: the label as written and its place.
    defined: BTreeMap<String, (String, Span)>,
    /// The keys that each definition refers to; the text itself is `None`.
    references: BTreeMap<Option<String>, BTreeSet<String>>,
    /// The definitions that are open, innermost last.
    within: Vec<String>,
    /// Second definitions.
    repeated: Vec<Remark>,
}

/// What two labels share that name one footnote.
pub fn key(label: &str) -> String {
    label.to_lowercase()
}

impl Footnotes {
    /// A definition of `label` begins; its own mark stands at `span`.
    pub(super) fn begin(&mut self, label: &str, span: Span) {
        let key = key(label);
        if self.defined.contains_key(&key) {
            self.repeated.push(Remark { kind: RemarkKind::DuplicateFootnote(short(label)), span });
        } else {
            self.defined.insert(key.clone(), (label.to_owned(), span));
        }
        self.within.push(key);
    }

    /// The definition that began last ends.
    pub(super) fn end(&mut self) {
        self.within.pop();
    }

    /// There is a reference to `label`.
    pub(super) fn refer(&mut self, label: &str) {
        self.references.entry(self.within.last().cloned()).or_default().insert(key(label));
    }

    /// Whether `label` is defined.
    pub(super) fn is_defined(&self, label: &str) -> bool {
        self.defined.contains_key(&key(label))
    }

    /// What is to be said: a footnote is in use when the text leads to it, through others or not.
    pub(super) fn remarks(self) -> Vec<Remark> {
        let mut reached: BTreeSet<&String> = BTreeSet::new();
        let mut open: Vec<&String> = self.references.get(&None).into_iter().flatten().collect();
        while let Some(key) = open.pop() {
            if reached.insert(key) {
                open.extend(self.references.get(&Some(key.clone())).into_iter().flatten());
            }
        }
        let unused = self.defined.iter().filter(|(key, _)| !reached.contains(key));
        let unused =
            unused.map(|(_, (label, span))| Remark { kind: RemarkKind::UnusedFootnote(short(label)), span: *span });
        unused.collect::<Vec<_>>().into_iter().chain(self.repeated).collect()
    }
}
