//! A field: its name, what it takes, what it means.

use serde_json::Value;

use crate::model::collections::Kind;
use crate::model::vocabulary::VocabularyName;

/// How a length of time is written.
pub(super) const PERIOD: &str = "^[1-9][0-9]* (day|week|month|year)s?$";

/// A field of front matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub name: String,
    /// What it means, in sentences.
    pub meaning: String,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be there.
    pub is_required: bool,
    /// What holds without it, as it is written; `None` where that is nothing.
    pub usual: Option<String>,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Takes {
    /// Any text.
    Text,
    /// A whole number.
    Whole,
    /// True or false.
    YesNo,
    /// A day of the calendar.
    Day,
    /// A length of time.
    Period,
    /// One of these words.
    Words(Vec<Word>),
    /// A word of one of the site's vocabularies.
    Terms(VocabularyName),
    /// The name of an entry's file.
    Entries(Kind),
    /// Several of one sort.
    List(Box<Takes>),
    /// Fields of its own.
    Fields(Vec<Field>),
    /// Whatever there is.
    Anything,
}

/// A word that a field takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// As it is written.
    pub word: String,
    /// What it means.
    pub meaning: String,
}

impl Field {
    /// The field `name` that `schema` describes.
    pub(super) fn read(name: &str, schema: &Value, is_required: bool) -> Self {
        let text = |name: &str| schema.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        Self {
            name: name.to_owned(),
            meaning: text("description"),
            takes: Takes::read(schema),
            is_required,
            usual: schema.get("default").map(written),
        }
    }
}

impl Takes {
    fn read(schema: &Value) -> Self {
        let choices = schema.get("oneOf").and_then(Value::as_array);
        if let Some(choices) = choices {
            return Self::Words(choices.iter().filter_map(word).collect());
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("string") if schema.get("format").is_some_and(|format| format == "date") => Self::Day,
            Some("string") if schema.get("pattern").is_some_and(|pattern| pattern == PERIOD) => Self::Period,
            Some("string") => Self::Text,
            Some("integer") => Self::Whole,
            Some("boolean") => Self::YesNo,
            Some("array") => Self::List(Box::new(schema.get("items").map_or(Self::Anything, Self::read))),
            Some("object") => match schema.get("properties").and_then(Value::as_object) {
                Some(properties) => {
                    let required = schema.get("required").and_then(Value::as_array);
                    let must = |name: &str| required.is_some_and(|all| all.iter().any(|one| one == name));
                    Self::Fields(
                        properties.iter().map(|(name, schema)| Field::read(name, schema, must(name))).collect(),
                    )
                }
                None => Self::Anything,
            },
            _ => Self::Anything,
        }
    }

    /// The same in plain words, as in `a list of words`.
    pub fn in_words(&self) -> String {
        match self {
            Self::Text => "a text".to_owned(),
            Self::Whole => "a whole number".to_owned(),
            Self::YesNo => "true or false".to_owned(),
            Self::Day => "a day, such as 2026-11-22".to_owned(),
            Self::Period => "a length of time, such as 3 years".to_owned(),
            Self::Words(_) => "one of these words".to_owned(),
            Self::Terms(vocabulary) => format!("a word of the site's {}", vocabulary.slug()),
            Self::Entries(kind) => format!("the name of a {}", kind.name_of(1)),
            Self::Fields(_) => "keys and values".to_owned(),
            Self::Anything => "whatever you like".to_owned(),
            Self::List(inner) => match &**inner {
                Self::Text => "a list of texts".to_owned(),
                Self::Day => "a list of days".to_owned(),
                Self::Words(_) => "a list of these words".to_owned(),
                Self::Terms(vocabulary) => format!("a list of the site's {}", vocabulary.slug()),
                Self::Entries(kind) => format!("a list of names of {}", kind.plural()),
                Self::Fields(_) => "a list of".to_owned(),
                other => format!("a list of {}", other.in_words()),
            },
        }
    }

    /// The fields within it.
    pub fn fields(&self) -> &[Field] {
        match self {
            Self::Fields(fields) => fields,
            Self::List(inner) => inner.fields(),
            _ => &[],
        }
    }

    /// The words that it takes.
    pub fn words(&self) -> &[Word] {
        match self {
            Self::Words(words) => words,
            Self::List(inner) => inner.words(),
            _ => &[],
        }
    }

    /// Whether somebody's own sentences stand in it.
    pub fn has_text(&self) -> bool {
        match self {
            Self::Text => true,
            Self::List(inner) => inner.has_text(),
            Self::Fields(fields) => fields.iter().any(|field| field.takes.has_text()),
            _ => false,
        }
    }
}

/// `fields` and all within them, each before what it holds.
pub fn every(fields: &[Field]) -> Vec<&Field> {
    fields.iter().flat_map(|field| std::iter::once(field).chain(every(field.takes.fields()))).collect()
}

fn word(choice: &Value) -> Option<Word> {
    let meaning = choice.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Word { word: written(choice.get("const")?), meaning })
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
