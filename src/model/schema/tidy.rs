//! A generated schema as people and form editors want it.

use serde_json::{Map, Value};

/// Takes out of `schema` and all within it what only the program knows: that a field may be null (an empty
/// one is as if it were not there), how many bits a number has, defaults that say nothing, line ends
/// within sentences.
pub fn tidy(schema: &mut Value) {
    let Value::Object(map) = schema else { return };
    without_null(map);
    if map.get("format").and_then(Value::as_str).is_some_and(|format| format.contains("int")) {
        map.shift_remove("format");
    }
    if map.get("default").is_some_and(|value| says_nothing(value) || map.contains_key("properties")) {
        map.shift_remove("default");
    }
    map.shift_remove("$schema");
    map.shift_remove("title");
    if let Some(Value::String(text)) = map.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    for name in ["properties", "$defs"] {
        if let Some(Value::Object(inner)) = map.get_mut(name) {
            inner.values_mut().for_each(tidy);
        }
    }
    for name in ["oneOf", "anyOf"] {
        if let Some(Value::Array(inner)) = map.get_mut(name) {
            inner.iter_mut().for_each(tidy);
        }
    }
    if let Some(items) = map.get_mut("items") {
        tidy(items);
    }
}

/// Makes of `a value or null` the value.
fn without_null(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(choices)) = map.get_mut("anyOf") else { return };
    choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    if let [Value::Object(only)] = &choices[..] {
        let only = only.clone();
        map.shift_remove("anyOf");
        for (name, value) in only {
            map.entry(name).or_insert(value);
        }
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty() || fields.values().all(says_nothing),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
