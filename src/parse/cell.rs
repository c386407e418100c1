//! The text of a spreadsheet's cell → typed data, whatever type is asked for.
//!
//! A cell has no types of its own: `5` may be a number or a name, `yes; no` a sentence or a list. The
//! field that it fills decides.

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::parse::typed::{Mistake, Step, Word};

/// The parts of a cell that holds a list: what stands between semicolons and line breaks, and between
/// `further` ones of them.
pub fn items<'a>(text: &'a str, further: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(move |c| matches!(c, ';' | '\n' | '\r') || further.contains(&c))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The text of a cell that is asked for data.
#[derive(Clone, Copy)]
pub(super) struct Cell<'de>(pub(super) &'de str);

impl<'de> Cell<'de> {
    /// A number where it reads as one, however the program writes it (`5`, `5.0`, `+5`); else the text.
    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let text = self.0.trim();
        if let Ok(whole) = text.parse::<i64>() {
            return visitor.visit_i64(whole);
        }
        match text.parse::<f64>() {
            Ok(number) if number.fract() == 0.0 && number.abs() < 1e15 => visitor.visit_i64(number as i64),
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => visitor.visit_borrowed_str(self.0),
        }
    }
}

/// Methods that ask for a number.
macro_rules! numbers {
    ($($name:ident)+) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
            self.number(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" | "x" | "1" => visitor.visit_bool(true),
            "false" | "no" | "off" | "0" => visitor.visit_bool(false),
            _ => visitor.visit_borrowed_str(self.0),
        }
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.0.trim().is_empty() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_seq(Items { parts: items(self.0, &[]), at: 0 })
    }

    /// A word may be written as people write it in a table: `Sentence starter` for `sentence-starter`.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let plain = self.0.trim().to_lowercase().replace([' ', '_'], "-");
        let word = words.iter().copied().find(|word| *word == self.0.trim() || *word == plain);
        visitor.visit_enum(Word(word.unwrap_or(self.0)))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

/// The items of a list within a cell.
struct Items<I> {
    parts: I,
    at: usize,
}

impl<'de, I: Iterator<Item = &'de str>> SeqAccess<'de> for Items<I> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let Some(part) = self.parts.next() else { return Ok(None) };
        let at = self.at;
        self.at += 1;
        seed.deserialize(Cell(part)).map(Some).map_err(|mistake| mistake.below(Step::Item(at)))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::parse::typed::typed;
    use crate::parse::value::{Data, Value};
    use crate::source::Span;

    fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
        typed(&Value { data: Data::Cell(text.to_owned()), span: Span::default() }).ok()
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Question,
        SentenceStarter,
    }

    #[test]
    fn a_cell_is_what_its_field_asks_for() {
        assert_eq!(read::<u16>("5"), Some(5));
        assert_eq!(read::<u16>("5.0"), Some(5));
        assert_eq!(read::<u16>("ten"), None);
        assert_eq!(read::<u16>("-5"), None);
        assert_eq!(read::<f64>("2.5"), Some(2.5));
        assert_eq!(read::<String>("5"), Some("5".to_owned()));
        assert_eq!(read::<Option<String>>(""), Some(None));
        assert_eq!((read::<bool>("TRUE"), read::<bool>("no"), read::<bool>("maybe")), (Some(true), Some(false), None));
        assert_eq!(read::<Kind>("Sentence starter"), Some(Kind::SentenceStarter));
        assert_eq!(read::<Kind>("question"), Some(Kind::Question));
        assert_eq!(read::<Kind>("song"), None);
    }

    #[test]
    fn a_list_in_a_cell_is_split_at_semicolons_and_line_breaks() {
        let list = |text: &str| read::<Vec<String>>(text).expect("a list");
        assert_eq!(list("one, and more; two\nthree;;"), ["one, and more", "two", "three"]);
        assert_eq!(list(""), Vec::<String>::new());
        assert_eq!(read::<Vec<u8>>("1; 2"), Some(vec![1, 2]));
        assert_eq!(read::<Vec<u8>>("1; x"), None);
    }
}
