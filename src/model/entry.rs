//! An entry: one document with its meaning.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Location;
use crate::model::collections::common::Common;
use crate::model::collections::{Detail, Kind};
use crate::model::components::Placed;
use crate::model::language::Language;
use crate::model::link::Target;
use crate::model::route::{Route, Spot};
use crate::model::typing::value_at;
use crate::model::vocabulary::VocabularyName;
use crate::parse::components::LIST;
use crate::parse::document::Document;
use crate::parse::typed::Step;
use crate::parse::value::Data;
use crate::source::{Span, Text};

/// A published entry of the site.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The document it is made of.
    pub document: Arc<Document>,
    /// The document's text.
    pub text: Arc<Text>,
    /// What its translations share: the path below `content/` without ending and language, such as
    /// `guides/two-by-ten`; for a section its folder, empty for the home page.
    pub id: String,
    /// Whether it is a folder's own page.
    pub role: Role,
    /// Its language.
    pub language: Language,
    /// Its address.
    pub spot: Spot,
    /// The folder, as in `id`, of the section that lists it.
    pub section: String,
    /// The version of the original that it translates; `None` where it is no translation, or of nothing.
    pub original: Option<String>,
    /// What it is sorted by in lists, after `order`.
    pub key: Arc<[u8]>,
    /// The fields that all kinds share; the title is filled in from the text where it is missing.
    pub common: Arc<Common>,
    /// The fields of its kind.
    pub detail: Arc<Detail>,
    /// The terms it carries, as positions in the site's vocabularies, each vocabulary in order.
    pub terms: BTreeMap<VocabularyName, Vec<usize>>,
    /// The entries that its fields name.
    pub relations: Vec<Relation>,
    /// The components of its body, in the order of the text.
    pub components: Vec<Placed>,
    /// Where the links of its body lead, in the order of the document's facts.
    pub links: Vec<Target>,
    /// What the images of its body are, in the order of the document's facts.
    pub images: Vec<Target>,
}

/// What part an entry plays in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The folder's own page, which lists the others.
    Section,
    /// One of the entries.
    Entry,
}

/// An entry's position in the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryIndex(pub usize);

/// One reference of an entry's fields to another entry.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The kind that the field names.
    pub kind: Kind,
    /// The field.
    pub field: &'static str,
    /// Which item of it, from 0.
    pub item: usize,
    /// The reference as written.
    pub written: String,
    /// The part of the entry, without `#`.
    pub anchor: Option<String>,
    /// What it leads to.
    pub target: Target,
}

impl Entry {
    /// The kind of the entry.
    pub fn kind(&self) -> Kind {
        self.detail.kind()
    }

    /// Its address.
    pub fn route(&self) -> &Route {
        &self.spot.route
    }

    /// Where the value stands to which the keys and positions of `path` lead. Where the file or row has not
    /// got it (a translation inherits it), the place where it starts.
    pub fn place(&self, path: &[Step]) -> Location {
        let span = self.own_span(path).unwrap_or_else(|| self.document.start());
        Location { file: self.document.file().clone(), span: Some(span) }
    }

    /// Where the value stands to which `path` leads in `component`, or else its opening line.
    pub fn place_in(&self, component: &Placed, path: &[Step]) -> Location {
        let block = &self.document.components[component.typed.at];
        let found = path.split_first().and_then(|(first, rest)| {
            let Step::Key(key) = first else { return None };
            let field = block.fields.get(key).or_else(|| block.fields.get(LIST))?;
            Some(value_at(&field.value, rest).map_or(field.key_span, |value| value.span))
        });
        let span = self.document.in_file(found.unwrap_or(block.opening));
        Location { file: self.document.file().clone(), span: Some(span) }
    }

    /// Whether the file itself, and not an original it translates, has a value for the key.
    pub fn has_own(&self, key: &str) -> bool {
        self.document.fields.get(key).is_some_and(|field| field.value.data != Data::Empty)
    }

    /// The anchors on its page that its fields make: name, and id on the page. An id that a heading of
    /// the body has already gets an ending.
    pub fn anchors(&self) -> Vec<(String, String)> {
        let taken = |id: &str| self.document.facts.headings.iter().any(|heading| heading.id == id);
        let free = |name: String| {
            let id = if taken(&name) { format!("{name}-part") } else { name.clone() };
            (name, id)
        };
        self.detail.described().anchors().into_iter().map(free).collect()
    }

    /// Whether the page has something with the id `anchor`.
    pub fn has_anchor(&self, anchor: &str) -> bool {
        self.document.facts.headings.iter().any(|heading| heading.id == anchor)
            || self.detail.described().anchors().iter().any(|name| name == anchor)
    }

    /// Whether the body begins with a heading that only repeats the title.
    pub fn repeats_title(&self) -> bool {
        let first = self.document.facts.headings.first();
        first.is_some_and(|heading| {
            heading.level == 1 && heading.text.trim().to_lowercase() == self.common.title.trim().to_lowercase()
        })
    }

    fn own_span(&self, path: &[Step]) -> Option<Span> {
        let (Step::Key(key), rest) = path.split_first()? else { return None };
        let field = self.document.fields.get(key)?;
        Some(value_at(&field.value, rest).map_or(field.key_span, |value| value.span))
    }
}
