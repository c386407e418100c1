//! Untyped values that know where they stand.

use crate::source::Span;

/// A value and the bytes of the source it was written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it is.
    pub data: Data,
    /// Where it stands.
    pub span: Span,
}

/// What a [`Value`] can be.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing: an empty value, `~` or `null`.
    Empty,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, and how it was written.
    Integer(i64, String),
    /// Any other number, and how it was written (`1.10` stays `1.10` where a text is asked for).
    Number(f64, String),
    /// A text.
    Text(String),
    /// The text of a spreadsheet's cell, which is of whatever type is asked for.
    Cell(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values.
    Map(Fields),
}

/// Keys and their values in the order of the text; no key stands twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(pub Vec<Field>);

/// One key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl Fields {
    /// The field with this key.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.key == key)
    }

    /// Takes the field with this key out.
    pub fn take(&mut self, key: &str) -> Option<Field> {
        let at = self.0.iter().position(|field| field.key == key)?;
        Some(self.0.remove(at))
    }
}

impl Value {
    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) | Data::Cell(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, in words, for messages: `the text "abc"`, `a list`.
    pub fn described(&self) -> String {
        match &self.data {
            Data::Empty => "nothing".to_owned(),
            Data::Bool(value) => format!("\"{value}\""),
            Data::Integer(_, raw) | Data::Number(_, raw) => format!("the number {raw}"),
            Data::Text(text) | Data::Cell(text) => format!("the text \"{}\"", shortened(text)),
            Data::List(_) => "a list".to_owned(),
            Data::Map(_) => "keys and values".to_owned(),
        }
    }
}

/// The first line of `text`, at most 40 characters of it.
pub fn shortened(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let cut: String = line.chars().take(40).collect();
    if cut.len() < text.trim().len() { format!("{cut}…") } else { cut }
}
