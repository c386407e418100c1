//! Values → typed data through `serde`, with the place of every mistake.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::parse::cell::Cell;
use crate::parse::value::{Data, Field, Value};
use crate::source::Span;

/// Why a value is not of the type that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// What is wrong.
    pub kind: MistakeKind,
    /// The keys and positions that lead to it from where typing began.
    pub path: Vec<Step>,
    /// Where it stands.
    pub span: Option<Span>,
}

/// One step down into a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, from 0.
    Item(usize),
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq)]
pub enum MistakeKind {
    /// It is of another type than `expected`, in words.
    Type {
        /// What would be right.
        expected: String,
    },
    /// It is no keys and values, though these are expected.
    Keys {
        /// The keys there are.
        known: &'static [&'static str],
    },
    /// A key that does not exist there.
    UnknownField {
        /// The key.
        name: String,
        /// The keys there are.
        known: &'static [&'static str],
    },
    /// A word that is not among those there are.
    UnknownWord {
        /// The word.
        name: String,
        /// The words there are.
        known: &'static [&'static str],
    },
    /// A key that must be there is not.
    Missing {
        /// The key.
        name: &'static str,
    },
    /// What the type itself says: a message, then on a second line what to do.
    Said(String),
}

/// Asks `value` for data of type `T`.
///
/// # Errors
/// The first [`Mistake`].
pub fn typed<'de, T: serde::Deserialize<'de>>(value: &'de Value) -> Result<T, Mistake> {
    T::deserialize(Typed(value))
}

/// The keys that a struct of type `T` has, in the order of its definition; none for other types.
pub fn keys<'de, T: serde::Deserialize<'de>>() -> &'static [&'static str] {
    match T::deserialize(Probe) {
        Err(Mistake { kind: MistakeKind::UnknownField { known, .. }, .. }) => known,
        _ => &[],
    }
}

/// Answers every question for data with the keys that were asked for.
struct Probe;

impl<'de> Deserializer<'de> for Probe {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mistake> {
        Err(Mistake::custom("only structs have keys"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Mistake> {
        Err(Mistake::of(MistakeKind::UnknownField { name: String::new(), known }))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Typed<'de>(&'de Value);

impl Mistake {
    fn of(kind: MistakeKind) -> Self {
        Self { kind, path: Vec::new(), span: None }
    }

    /// The same mistake, seen from one step further up.
    pub(super) fn below(mut self, step: Step) -> Self {
        self.path.insert(0, step);
        self
    }

    fn within(mut self, span: Span, step: Option<Step>) -> Self {
        self.span.get_or_insert(span);
        if let Some(step) = step {
            self.path.insert(0, step);
        }
        self
    }
}

impl<'de> Typed<'de> {
    fn give<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.0.data {
            Data::Empty => visitor.visit_unit(),
            Data::Bool(value) => visitor.visit_bool(*value),
            Data::Integer(value, _) => visitor.visit_i64(*value),
            Data::Number(value, _) => visitor.visit_f64(*value),
            Data::Text(text) | Data::Cell(text) => visitor.visit_borrowed_str(text),
            Data::List(items) => visitor.visit_seq(Items(items.iter().enumerate())),
            Data::Map(fields) => visitor.visit_map(Pairs { fields: fields.0.iter(), value: None }),
        }
    }

    fn here<T>(self, result: Result<T, Mistake>) -> Result<T, Mistake> {
        result.map_err(|mistake| mistake.within(self.0.span, None))
    }
}

impl Copy for Typed<'_> {}

impl Clone for Typed<'_> {
    fn clone(&self) -> Self {
        *self
    }
}

/// Methods that ask for a number.
macro_rules! numbers {
    ($($name:ident)+) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
            match &self.0.data {
                Data::Cell(text) => self.here(Cell(text).$name(visitor)),
                _ => self.deserialize_any(visitor),
            }
        })+
    };
}

impl<'de> Deserializer<'de> for Typed<'de> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.here(self.give(visitor))
    }

    /// A text is given as it was written, so that the version `1.10` does not become `1.1`.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let result = match &self.0.data {
            Data::Integer(_, raw) | Data::Number(_, raw) => visitor.visit_str(raw),
            Data::Bool(value) => visitor.visit_str(if *value { "true" } else { "false" }),
            _ => self.give(visitor),
        };
        self.here(result)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_str(visitor)
    }

    /// `yes` and `no` are what people write.
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if let Data::Cell(text) = &self.0.data {
            return self.here(Cell(text).deserialize_bool(visitor));
        }
        let word = self.0.text().map(str::to_lowercase);
        let result = match word.as_deref() {
            Some("yes" | "on") => visitor.visit_bool(true),
            Some("no" | "off") => visitor.visit_bool(false),
            _ => self.give(visitor),
        };
        self.here(result)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match &self.0.data {
            Data::Empty => visitor.visit_none(),
            Data::Cell(text) if text.trim().is_empty() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    /// A list of one may be written without brackets, and an empty value is an empty list.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let result = match &self.0.data {
            Data::List(_) | Data::Map(_) => self.give(visitor),
            Data::Empty => visitor.visit_seq(Items([].iter().enumerate())),
            Data::Cell(text) => Cell(text).deserialize_seq(visitor),
            _ => visitor.visit_seq(Items(std::slice::from_ref(self.0).iter().enumerate())),
        };
        self.here(result)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_any(visitor).map_err(|mistake| match (&mistake.kind, &self.0.data) {
            (_, Data::Map(_)) => mistake,
            (MistakeKind::Type { .. }, _) if mistake.path.is_empty() => {
                Mistake { kind: MistakeKind::Keys { known }, ..mistake }
            }
            _ => mistake,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let word = match &self.0.data {
            Data::Cell(text) => return self.here(Cell(text).deserialize_enum(name, words, visitor)),
            Data::Text(text) | Data::Integer(_, text) | Data::Number(_, text) => text.as_str(),
            Data::Bool(value) => {
                if *value {
                    "true"
                } else {
                    "false"
                }
            }
            _ => return self.here(Err(Mistake::of(MistakeKind::Type { expected: "one word".to_owned() }))),
        };
        self.here(visitor.visit_enum(Word(word)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf
        unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

pub(super) struct Word<'de>(pub(super) &'de str);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = Mistake;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Mistake> {
        Ok((seed.deserialize(self.0.into_deserializer())?, self))
    }
}

impl<'de> VariantAccess<'de> for Word<'de> {
    type Error = Mistake;

    fn unit_variant(self) -> Result<(), Mistake> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Mistake> {
        Err(Mistake::custom("a value of this form cannot be written"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Mistake> {
        Err(Mistake::custom("a value of this form cannot be written"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Mistake> {
        Err(Mistake::custom("a value of this form cannot be written"))
    }
}

struct Items<'de>(std::iter::Enumerate<std::slice::Iter<'de, Value>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let Some((at, value)) = self.0.next() else { return Ok(None) };
        seed.deserialize(Typed(value)).map(Some).map_err(|mistake| mistake.within(value.span, Some(Step::Item(at))))
    }
}

struct Pairs<'de> {
    fields: std::slice::Iter<'de, Field>,
    value: Option<&'de Field>,
}

impl<'de> MapAccess<'de> for Pairs<'de> {
    type Error = Mistake;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        self.value = Some(field);
        seed.deserialize(field.key.as_str().into_deserializer())
            .map(Some)
            .map_err(|mistake: Mistake| mistake.within(field.key_span, None))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Mistake> {
        let field = self.value.take().ok_or_else(|| Mistake::custom("a value is asked for before its key"))?;
        seed.deserialize(Typed(&field.value))
            .map_err(|mistake| mistake.within(field.value.span, Some(Step::Key(field.key.clone()))))
    }
}

impl serde::de::Error for Mistake {
    fn custom<T: fmt::Display>(said: T) -> Self {
        Self::of(MistakeKind::Said(said.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::of(MistakeKind::Type { expected: in_words(&expected.to_string()) })
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn serde::de::Expected) -> Self {
        Self::of(MistakeKind::Type { expected: in_words(&expected.to_string()) })
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        Self::of(MistakeKind::UnknownWord { name: name.to_owned(), known })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::of(MistakeKind::UnknownField { name: name.to_owned(), known })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::of(MistakeKind::Missing { name })
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Mistake {}

/// The names that `serde` gives to types, as a coach would say them.
fn in_words(expected: &str) -> String {
    match expected {
        "a string" | "a borrowed string" | "str" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "keys and values".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number from 0".to_owned(),
        "i8" | "i16" | "i32" | "i64" => "a whole number".to_owned(),
        "f32" | "f64" => "a number".to_owned(),
        other if other.starts_with("struct ") => "keys and values".to_owned(),
        other => other.to_owned(),
    }
}
