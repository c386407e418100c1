//! The words of the interface, by language, from the theme's Fluent files.
//!
//! A language's own file lies over the one of its first part (`pt-BR` over `pt`), and that over the
//! English one; a site's own file lies over ours, word by word.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use tera::Value;
use unic_langid::LanguageIdentifier;

use crate::day::Day;
use crate::model::language::Language;
use crate::render::theme::Theme;

/// The code of the language whose words stand in where another has none.
pub const BASE: &str = "en";

/// The words of every language of a site.
pub struct Words {
    by_code: BTreeMap<String, Arc<Tongue>>,
}

/// The words of one language.
pub struct Tongue {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// Those in which nothing is filled in.
    plain: BTreeMap<String, String>,
    /// The same for templates.
    value: Value,
}

impl Words {
    /// The words that `theme` has for `languages`.
    pub fn new(theme: &Theme, languages: &[Language]) -> Self {
        let tongue = |language: &Language| (language.code().to_owned(), Arc::new(Tongue::new(theme, language.code())));
        Self { by_code: languages.iter().map(tongue).collect() }
    }

    /// The words of the language with this code; `None` where it is none of the site's.
    pub fn of_code(&self, code: &str) -> Option<&Arc<Tongue>> {
        self.by_code.get(code)
    }

    /// The words of a language of the site.
    pub fn of(&self, language: &Language) -> &Tongue {
        self.of_code(language.code()).expect("a site's words are made for all its languages")
    }
}

impl Tongue {
    fn new(theme: &Theme, code: &str) -> Self {
        let first = code.split('-').next().unwrap_or(code);
        let locale: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The characters that set parts of other directions apart would stand in titles and be copied along.
        bundle.set_use_isolating(false);
        let mut codes = vec![BASE, first, code];
        codes.dedup();
        for speech in codes.iter().filter_map(|code| theme.languages.get(*code)).flatten() {
            bundle.add_resource_overriding(Arc::clone(&speech.words));
        }
        let mut plain = BTreeMap::new();
        for key in theme.languages.values().flatten().flat_map(|speech| speech.keys.iter()) {
            if let Some(text) = formatted(&bundle, key, None) {
                plain.insert(key.clone(), text);
            }
        }
        Self { value: Value::from_serializable(&plain), bundle, plain }
    }

    /// All words in which nothing is filled in, for templates.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The word called `key`; the key itself where there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The word called `key`, where there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// The word called `key` with `filled` in it; the key itself where there is none.
    pub fn with<'a>(&self, key: &str, filled: &[(&str, Filling<'a>)]) -> String {
        let mut args = FluentArgs::with_capacity(filled.len());
        for (name, filling) in filled {
            let value = match filling {
                Filling::Number(number) => FluentValue::from(*number),
                Filling::Figures(text) | Filling::Text(text) => FluentValue::from(*text),
            };
            args.set(*name, value);
        }
        let mut text = formatted(&self.bundle, key, Some(&args)).unwrap_or_else(|| key.to_owned());
        for (_, filling) in filled {
            if let Filling::Number(number) = filling
                && number.unsigned_abs() >= 1000
            {
                text = text.replace(&number.to_string(), &self.grouped(*number));
            }
        }
        let as_written = |(_, filling): &(&str, Filling<'a>)| match *filling {
            Filling::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        };
        let kept: Vec<&str> = filled.iter().filter_map(as_written).collect();
        self.in_own_digits(&text, &kept)
    }

    /// A whole number as this language writes it.
    pub fn number(&self, number: i64) -> String {
        self.in_own_digits(&self.grouped(number), &[])
    }

    /// A day in words.
    pub fn day(&self, day: Day) -> String {
        let (year, month, number) = day.parts();
        let month = self.text(&format!("month_{month}")).to_owned();
        let (year, number) = (year.to_string(), number.to_string());
        let filled =
            [("day", Filling::Figures(&number)), ("month", Filling::Text(&month)), ("year", Filling::Figures(&year))];
        self.with("date", &filled)
    }

    /// The words for the grades at `positions` of a vocabulary with these ids: `Grades 6–8`. `name` tells what this
    /// language calls one; where it has a name for a grade without a number, that stands for it: `Kínder a 2.º grado`.
    pub fn grades<'a>(&self, positions: &[usize], ids: &[&str], name: &dyn Fn(usize) -> Option<&'a str>) -> String {
        let is_numbered = |at: usize| ids.get(at).is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
        let names = |(first, last): (usize, usize)| name(first).filter(|_| !is_numbered(first)).zip(name(last));
        let (named, numbered): (Vec<_>, Vec<_>) = runs(positions).into_iter().partition(|run| names(*run).is_some());
        let range = |key: &str, ends: [Filling<'_>; 2]| self.with(key, &[("first", ends[0]), ("last", ends[1])]);
        let mut said: Vec<String> = Vec::new();
        for run @ (first, last) in named {
            said.extend(names(run).map(|(first_name, last_name)| match last - first {
                0 => first_name.to_owned(),
                1 => range("grade_pair", [first_name, last_name].map(Filling::Text)),
                _ => range("grade_range", [first_name, last_name].map(Filling::Text)),
            }));
        }
        let is_alone = numbered.len() == 1;
        let numbers = numbered.iter().map(|(first, last)| {
            let [first_id, last_id] = [*first, *last].map(|at| ids.get(at).copied().unwrap_or_default());
            match last - first {
                0 => first_id.to_owned(),
                // Among others an "and" would part the list in the wrong place.
                1 if is_alone => range("grade_pair", [first_id, last_id].map(Filling::Figures)),
                _ => range("grade_range", [first_id, last_id].map(Filling::Figures)),
            }
        });
        let numbers: Vec<String> = numbers.collect();
        let count: usize = numbered.iter().map(|(first, last)| last - first + 1).sum();
        let comma = self.text("list_comma");
        if count > 0 {
            let key = if said.is_empty() { "grades" } else { "grades_too" };
            let (count, list) = (i64::try_from(count).unwrap_or(i64::MAX), numbers.join(comma));
            said.push(self.with(key, &[("count", Filling::Number(count)), ("list", Filling::Figures(&list))]));
        }
        said.join(comma)
    }

    fn grouped(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let from: usize = self.text("group_from").parse().unwrap_or(4);
        if digits.len() < from {
            return number.to_string();
        }
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(self.text("group"));
            }
            text.push(digit);
        }
        if number < 0 { format!("-{text}") } else { text }
    }

    /// `text` in the digits of this language, except for what stands in it of `kept`.
    pub fn in_own_digits(&self, text: &str, kept: &[&str]) -> String {
        let digits: Vec<char> = self.text("digits").chars().collect();
        if digits.len() != 10 || digits[0] == '0' {
            return text.to_owned();
        }
        let own = |c: char| c.to_digit(10).map_or(c, |digit| digits[digit as usize]);
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let taken = match kept.iter().find(|one| rest.starts_with(**one)) {
                Some(one) => {
                    out.push_str(one);
                    one.len()
                }
                None => {
                    out.push(own(c));
                    c.len_utf8()
                }
            };
            rest = &rest[taken..];
        }
        out
    }
}

/// What is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Filling<'a> {
    /// A number, by which the form of the words is chosen.
    Number(i64),
    /// Figures, such as a year or `6–8`, that are no amount: they stand in the language's own digits.
    Figures(&'a str),
    /// A text that stands as it was written: a title, the number of a policy, the name of a stock.
    Text(&'a str),
}

/// The message `key`; `None` where there is none, or something in it cannot be filled in.
fn formatted(bundle: &FluentBundle<Arc<FluentResource>>, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// The first and the last of those `positions` that follow one another.
fn runs(positions: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in positions {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *at => *last = *at,
            _ => runs.push((*at, *at)),
        }
    }
    runs
}
