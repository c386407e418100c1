//! What fields a kind of entry has, told from its struct and the comments in it.
//!
//! 1. [`generated`] asks the structs for their JSON Schema: the kind's own, and the fields that all share.
//! 2. [`tidy`] takes out what only the program sees in them.
//! 3. [`json`] is that for the editors of others; [`described`] reads it as fields with meanings.

pub mod field;
mod tidy;
mod values;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::model::collections::common::Common;
use crate::model::collections::{Collection, ForKind, Kind};
use crate::model::schema::field::{Field, Takes};
use crate::model::settings::Settings;
use crate::model::vocabulary::VocabularyName;

/// A kind with its fields.
#[derive(Clone, Debug)]
pub struct Described {
    /// What an entry of it is, in a sentence or two.
    pub meaning: String,
    /// Its fields: the title, those it must have, its own others, and those that every kind has.
    pub fields: Vec<Field>,
}

/// What the fields of `kind` are.
pub fn described(kind: Kind) -> Described {
    let facts = kind.with(Facts);
    let fields = facts.properties.iter().map(|(name, schema)| {
        let mut field = Field::read(name, schema, facts.required.contains(&name.as_str()));
        if let Some((vocabulary, ..)) = facts.words.iter().find(|(_, own)| own == name) {
            field.takes = Takes::List(Box::new(Takes::Terms(*vocabulary)));
        } else if let Some((kind, ..)) = facts.references.iter().find(|(_, own)| own == name) {
            field.takes = Takes::List(Box::new(Takes::Entries(*kind)));
        }
        field
    });
    Described { fields: fields.collect(), meaning: facts.meaning.clone() }
}

/// What the fields of the component `T` are, of which it must have those that are `required`.
pub fn of_component<T: JsonSchema>(required: &[&str]) -> Described {
    let mut own = generated::<T>();
    let meaning = own.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut all = properties(&mut own);
    for name in required {
        all.get_mut(*name).and_then(Value::as_object_mut).map(|schema| schema.shift_remove("default"));
    }
    let mut fields: Vec<Field> =
        all.iter().map(|(name, schema)| Field::read(name, schema, required.contains(&name.as_str()))).collect();
    fields.sort_by_key(|field| !field.is_required);
    Described { meaning, fields }
}

/// The JSON Schema (draft 2020-12) of the front matter of `kind`. With `settings`, the words that a field
/// takes are those of that site.
pub fn json(kind: Kind, settings: Option<&Settings>) -> Value {
    let mut facts = kind.with(Facts);
    for (name, field) in &facts.words {
        let Some(vocabulary) = settings.and_then(|settings| settings.vocabularies.get(name)) else { continue };
        // An editor reads the school year `6` as a number.
        let numbers = vocabulary.terms().iter().filter_map(|term| term.id.parse::<u32>().ok()).map(Value::from);
        let words = vocabulary.terms().iter().map(|term| Value::from(term.id.as_str()));
        let words: Vec<Value> = words.chain(numbers).collect();
        if let Some(items) = facts.properties.get_mut(*field).and_then(|property| property.get_mut("items")) {
            // School years may also be given as ranges.
            *items = match name {
                VocabularyName::Grades => {
                    json!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": RANGE }] })
                }
                _ => json!({ "enum": words }),
            };
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.name_of(1),
        "description": facts.meaning,
        "type": "object",
        "required": facts.required,
        "properties": facts.properties,
        "additionalProperties": false,
    })
}

/// A range of school years, as in `6-8`.
const RANGE: &str = "^[^ -]+ ?[-–—] ?[^ -]+$";

/// What is known of a kind's fields.
struct Known {
    meaning: String,
    required: &'static [&'static str],
    properties: Map<String, Value>,
    /// The fields that take words of a vocabulary.
    words: Vec<(VocabularyName, &'static str)>,
    /// The fields that name entries.
    references: Vec<(Kind, &'static str)>,
}

struct Facts;

impl ForKind for Facts {
    type Given = Known;

    fn with<T: Collection>(self) -> Known {
        let (mut common, own) = (generated::<Common>(), generated::<T>());
        let meaning = own.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
        let (mut shared, mut own) = (properties(&mut common), properties_of(own));
        let mut all = Map::new();
        let required = T::REQUIRED.iter().copied();
        for name in std::iter::once("title").chain(required) {
            let found = own.shift_remove(name).or_else(|| shared.shift_remove(name));
            all.extend(found.map(|schema| (name.to_owned(), schema)));
        }
        // What a kind says of a field goes before what all say of it.
        shared.retain(|name, _| !own.contains_key(name));
        all.extend(own);
        all.extend(shared);
        // What stands where a field is missing is no default of one that must be there.
        for name in T::REQUIRED {
            all.get_mut(*name).and_then(Value::as_object_mut).map(|schema| schema.shift_remove("default"));
        }
        let empty = T::default();
        Known {
            meaning,
            required: T::REQUIRED,
            properties: all,
            words: empty.words().into_iter().map(|(vocabulary, field, _)| (vocabulary, field)).collect(),
            references: empty.references().into_iter().map(|(kind, field, _)| (kind, field)).collect(),
        }
    }
}

fn generated<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy::tidy(&mut schema);
    schema
}

fn properties_of(mut schema: Value) -> Map<String, Value> {
    properties(&mut schema)
}

fn properties(schema: &mut Value) -> Map<String, Value> {
    match schema.get_mut("properties").map(Value::take) {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::field::every;

    #[test]
    fn every_field_of_every_kind_says_what_it_means() {
        for kind in Kind::ALL {
            let described = described(*kind);
            assert!(!described.meaning.is_empty(), "{kind:?}");
            for field in every(&described.fields) {
                assert!(field.meaning.ends_with(['.', ')']), "{kind:?} {}: {:?}", field.name, field.meaning);
                assert!(field.takes != Takes::Anything || field.name == "extra", "{kind:?} {}", field.name);
            }
        }
    }

    #[test]
    fn every_field_of_every_component_says_what_it_means() {
        for name in crate::model::components::NAMES {
            let described = crate::model::components::described(name).expect("it is one of the names");
            assert!(!described.meaning.is_empty(), "{name}");
            for field in every(&described.fields) {
                assert!(field.meaning.ends_with(['.', ')']), "{name} {}: {:?}", field.name, field.meaning);
                assert!(field.takes != Takes::Anything, "{name} {}", field.name);
            }
        }
    }

    #[test]
    fn the_fields_told_are_those_that_are_read() {
        struct Keys;
        impl ForKind for Keys {
            type Given = Vec<&'static str>;
            fn with<T: Collection>(self) -> Self::Given {
                let mut keys = crate::parse::typed::keys::<T>().to_vec();
                keys.extend(crate::parse::typed::keys::<Common>());
                keys
            }
        }
        for kind in Kind::ALL {
            let (mut read, told) = (kind.with(Keys), described(*kind).fields);
            let mut told: Vec<&str> = told.iter().map(|field| field.name.as_str()).collect();
            read.sort_unstable();
            read.dedup();
            told.sort_unstable();
            assert_eq!(told, read, "{kind:?}");
        }
    }
}
