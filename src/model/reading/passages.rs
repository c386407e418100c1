//! The words that a reader sees of an entry, with their places.

use serde_json::Value;

use crate::diagnostic::Location;
use crate::model::assemble::item;
use crate::model::components::{Data, Placed};
use crate::model::entry::Entry;
use crate::parse::markdown::prose::{self, prose};
use crate::parse::typed::Step;
use crate::source::Span;

/// Keys within fields of prose whose values are none.
pub const NO_PROSE: &[&str] = &["id", "level", "minutes", "owner", "by", "source", "url"];

/// A piece of an entry's words.
pub enum Passage<'a> {
    /// The value of a field, by the steps that lead to it.
    Field(Vec<Step>, String),
    /// The value of a component's field.
    Component(&'a Placed, Vec<Step>, String),
    /// A block of the body.
    Body(prose::Passage),
}

impl Passage<'_> {
    /// Its words.
    pub fn text(&self) -> &str {
        match self {
            Self::Field(_, text) | Self::Component(_, _, text) => text,
            Self::Body(passage) => &passage.text,
        }
    }

    /// Where the byte `at` of its words stands; in a field, where that stands.
    pub fn place(&self, entry: &Entry, at: usize) -> Location {
        match self {
            Self::Field(path, _) => entry.place(path),
            Self::Component(component, path, _) => entry.place_in(component, path),
            Self::Body(passage) => {
                let at = passage.place(at);
                let span = entry.document.in_file(Span::new(at, at));
                Location { file: entry.document.file().clone(), span: Some(span) }
            }
        }
    }
}

/// The passages of an entry in the order in which its file has them; `None` where it is in another language than
/// English, or is no running text. What a translation takes from its original is in another language.
pub fn passages(entry: &Entry) -> Option<Vec<Passage<'_>>> {
    let is_english = entry.language.code().split('-').next() == Some("en");
    let fields = entry.detail.described().prose().filter(|_| is_english)?;
    let is_own = |key: &&str| entry.language.is_main() || entry.has_own(key);
    let mut passages = vec![Passage::Field(vec![Step::Key("title".to_owned())], entry.common.title.clone())];
    let summary = entry.common.summary.clone().filter(|_| is_own(&"summary"));
    passages.extend(summary.map(|summary| Passage::Field(vec![Step::Key("summary".to_owned())], summary)));
    // An entry's fields are plain data: nothing in them refuses to be written.
    let values = serde_json::to_value(&*entry.detail).unwrap_or_default();
    for key in fields.iter().copied().filter(is_own) {
        let mut texts = Vec::new();
        leaves(values.get(key).unwrap_or(&Value::Null), vec![Step::Key(key.to_owned())], &mut texts);
        passages.extend(texts.into_iter().map(|(path, text)| Passage::Field(path, text)));
    }
    for component in &entry.components {
        let texts = component_texts(&component.typed.data);
        passages.extend(texts.into_iter().map(|(path, text)| Passage::Component(component, path, text.to_owned())));
    }
    passages.extend(prose(&entry.text.body, entry.document.body).into_iter().map(Passage::Body));
    Some(passages)
}

/// The texts in `value`, to which `path` leads, with the steps that lead to them.
fn leaves(value: &Value, path: Vec<Step>, texts: &mut Vec<(Vec<Step>, String)>) {
    let below = |step: Step| [path.clone(), vec![step]].concat();
    match value {
        Value::String(text) => texts.push((path, text.clone())),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| leaves(item, below(Step::Item(at)), texts));
        }
        Value::Object(fields) => {
            let prose = fields.iter().filter(|(key, _)| !NO_PROSE.contains(&key.as_str()));
            prose.for_each(|(key, value)| leaves(value, below(Step::Key(key.clone())), texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The texts of a component that are read as sentences.
fn component_texts(data: &Data) -> Vec<(Vec<Step>, &str)> {
    let at = |key: &str| vec![Step::Key(key.to_owned())];
    let in_list = |list: &str, number: usize, key: &str| [item(list, number).to_vec(), at(key)].concat();
    match data {
        Data::Scenario(scenario) => vec![
            (at("title"), &scenario.title),
            (at("situation"), &scenario.situation),
            (at("question"), &scenario.question),
            (at("do"), &scenario.action),
            (at("why"), &scenario.why),
        ],
        Data::Steps(steps) => {
            let texts = steps.steps.iter().enumerate().flat_map(|(number, step)| {
                let further = [("say", &step.say), ("why", &step.why)];
                let further = further.into_iter().filter_map(|(key, text)| Some((key, text.as_deref()?)));
                let all = std::iter::once(("do", &*step.action)).chain(further);
                all.map(move |(key, text)| (in_list("steps", number, key), text))
            });
            texts.collect()
        }
        Data::Checklist(checklist) => {
            let items = checklist.items.iter().enumerate();
            items.map(|(number, task)| (in_list("items", number, "item"), &*task.item)).collect()
        }
        Data::Quote(quote) => vec![(at("text"), &quote.text)],
        Data::Chart(_) | Data::Download(_) | Data::Prompts(_) | Data::Statement(_) | Data::Video(_) => Vec::new(),
    }
}
