//! What is found: pages and the cases of a policy, and the words of each by the headings they stand under.

use serde_json::Value as Json;

use crate::day::Day;
use crate::model::collections::Detail;
use crate::model::entry::{Entry, EntryIndex, Role};
use crate::model::language::Language;
use crate::model::reading::passages::NO_PROSE;
use crate::model::site::Site;
use crate::parse::markdown::prose::prose;
use crate::parse::value::{Data, Value};

/// Something that search finds by itself.
#[derive(Debug, Default)]
pub struct Found {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Free words to find it by, as they are called on pages.
    pub tags: Vec<String>,
    /// Its parts; the first one is what stands before any heading.
    pub parts: Vec<Part>,
    /// The name of its kind: that of a collection, or `scenario`.
    pub kind: &'static str,
}

/// What stands under one heading.
#[derive(Debug, Default)]
pub struct Part {
    /// The anchor on the page; empty for its beginning.
    pub anchor: String,
    /// The heading.
    pub heading: String,
    /// The words under it, block by block.
    pub texts: Vec<String>,
}

/// Whether search may find the entry: nobody said no, and it is more than an empty folder's own page.
pub fn is_found(entry: &Entry) -> bool {
    let is_list = entry.role == Role::Section && entry.document.facts.headings.is_empty();
    entry.common.search && !entry.common.draft && !(is_list && entry.common.summary.is_none())
}

/// The entries in `language` that search may find.
pub fn entries<'a>(site: &'a Site, language: &'a Language) -> impl Iterator<Item = (EntryIndex, &'a Entry)> {
    site.indexed().filter(move |(_, entry)| entry.language == *language && is_found(entry))
}

/// How many things [`found`] gives of an entry.
pub fn count(entry: &Entry) -> usize {
    1 + scenarios(entry)
}

/// What search finds of an entry, which has `tags`: the page, then its cases. All their parts together, in this
/// order, are what the page's texts hold.
pub fn found(entry: &Entry, tags: Vec<String>) -> Vec<Found> {
    let mut page = Found {
        title: entry.common.title.clone(),
        summary: entry.common.summary.clone().unwrap_or_default(),
        tags,
        parts: body(entry),
        kind: entry.kind().name(),
    };
    page.parts.extend(fields(entry));
    let mut all = vec![page];
    if let Detail::Policy(policy) = &*entry.detail {
        all.extend(policy.scenarios.iter().map(|case| {
            let texts = [&case.question, &case.action, &case.why].map(Clone::clone).to_vec();
            let anchor = format!("scenario-{}", case.id);
            let part = Part { anchor, heading: String::new(), texts };
            let (title, summary) = (case.title.clone(), case.situation.clone());
            Found { title, summary, tags: Vec::new(), parts: vec![part], kind: "scenario" }
        }));
    }
    all
}

fn scenarios(entry: &Entry) -> usize {
    if let Detail::Policy(policy) = &*entry.detail { policy.scenarios.len() } else { 0 }
}

/// The body, by its headings; a heading that only repeats the title begins no part.
fn body(entry: &Entry) -> Vec<Part> {
    let headings = &entry.document.facts.headings;
    let skipped = usize::from(entry.repeats_title());
    let mut parts = vec![Part::default()];
    parts.extend(headings.iter().skip(skipped).map(|heading| Part {
        anchor: heading.id.clone(),
        heading: heading.text.clone(),
        texts: Vec::new(),
    }));
    let part_at =
        |at: usize| headings.partition_point(|heading| heading.span.range().start <= at).saturating_sub(skipped);
    for passage in prose(&entry.text.body, entry.document.body) {
        let at = passage.place(0);
        let before = headings.partition_point(|heading| heading.span.range().start <= at);
        let is_heading = before.checked_sub(1).is_some_and(|last| headings[last].span.range().contains(&at));
        if !is_heading {
            parts[part_at(at)].texts.push(passage.text);
        }
    }
    for component in &entry.document.components {
        let texts = &mut parts[part_at(component.span.range().start)].texts;
        component.fields.0.iter().for_each(|field| written(&field.key, &field.value, texts));
    }
    parts
}

/// The fields that are read as sentences, each under the anchor that it has on the page.
fn fields(entry: &Entry) -> Vec<Part> {
    let anchors = entry.anchors();
    let keys = entry.detail.described().prose().unwrap_or_default();
    if keys.is_empty() {
        return Vec::new();
    }
    // An entry's fields are plain data: nothing in them refuses to be written.
    let values = serde_json::to_value(&*entry.detail).unwrap_or_default();
    let part = |key: &&str| {
        let mut texts = Vec::new();
        strings(values.get(*key).filter(|_| *key != "scenarios")?, &mut texts);
        let name = key.replace('_', "-");
        let anchor = anchors.iter().find(|(anchor, _)| *anchor == name).map(|(_, id)| id.clone()).unwrap_or_default();
        (!texts.is_empty()).then_some(Part { anchor, heading: String::new(), texts })
    };
    keys.iter().filter_map(part).collect()
}

fn strings(value: &Json, texts: &mut Vec<String>) {
    match value {
        Json::String(text) if Day::parse(text).is_none() => texts.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| strings(item, texts)),
        Json::Object(fields) => {
            let prose = fields.iter().filter(|(key, _)| !NO_PROSE.contains(&key.as_str()));
            prose.for_each(|(_, value)| strings(value, texts));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// The texts of a component's field; addresses and dates say nothing.
fn written(key: &str, value: &Value, texts: &mut Vec<String>) {
    match &value.data {
        Data::Text(text) if !NO_PROSE.contains(&key) && !text.contains("://") => texts.push(text.clone()),
        Data::List(items) => items.iter().for_each(|item| written(key, item, texts)),
        Data::Map(fields) => fields.0.iter().for_each(|field| written(&field.key, &field.value, texts)),
        _ => {}
    }
}
