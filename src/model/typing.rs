//! Fields → typed data, with every mistake of a file in one run.
//!
//! 1. [`split`] parts the common keys from those of the collection and reports unknown ones.
//! 2. [`missing`] reports required keys that are not there.
//! 3. [`collect`] asks for the typed data; at each mistake the smallest part around it is dropped and
//!    the rest is tried again.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::diagnostic::nearest::{nearest, suggestion};
use crate::model::{codes, foreign};
use crate::parse::typed::{Mistake, MistakeKind, Step, keys, typed};
use crate::parse::value::{Data, Field, Fields, Value};
use crate::path::SitePath;
use crate::source::Span;

/// How many mistakes one file may have before its typing ends.
const MOST_MISTAKES: usize = 100;

/// The fields that belong to `A` and those that belong to `B`; keys of neither are reported as
/// unknown to `what`.
pub fn split<A, B>(file: &SitePath, fields: &Fields, what: &str) -> (Fields, Fields, Vec<Diagnostic>)
where
    A: serde::de::DeserializeOwned,
    B: serde::de::DeserializeOwned,
{
    let (common, own) = (keys::<A>(), keys::<B>());
    let (mut first, mut second, mut findings) = (Fields::default(), Fields::default(), Vec::new());
    for field in &fields.0 {
        if own.contains(&field.key.as_str()) {
            second.0.push(field.clone());
        } else if common.contains(&field.key.as_str()) {
            first.0.push(field.clone());
        } else {
            let known = own.iter().chain(common).copied();
            findings.push(unknown(file, &field.key, field.key_span, what, known));
        }
    }
    (first, second, findings)
}

/// What stands around the fields of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fences {
    /// Two lines `---`.
    Present,
    /// None yet, though there should be.
    Absent,
    /// None; the file is nothing but fields.
    None,
    /// None; the fields are the columns of a table.
    Columns,
}

impl Fences {
    /// What to do about `key`, which is missing and would stand in `lines`.
    fn help(self, key: &str, lines: &[String]) -> String {
        let said = lines.iter().map(|line| format!("`{line}`")).collect::<Vec<_>>().join(" and below it ");
        match (self, lines) {
            (Self::Columns, _) => format!("add a column \"{key}\""),
            (Self::Absent, _) => format!("begin the file with a line `---`, then {said}, then another line `---`"),
            (Self::Present, [_]) => format!("add a line {said} between the two lines `---`"),
            (Self::Present, _) => format!("add {said} between the two lines `---`"),
            (Self::None, [_]) => format!("add a line {said}"),
            (Self::None, _) => format!("add {said}"),
        }
    }
}

/// Findings for the keys of `required` that are missing or empty in `fields`. `T` knows how they are written.
pub fn missing<T: serde::de::DeserializeOwned>(
    file: &SitePath,
    fields: &[&Fields],
    required: &[&str],
    at: Span,
    what: &str,
    fences: Fences,
) -> Vec<Diagnostic> {
    let say = |key: &str| match fields.iter().find_map(|fields| fields.get(key)) {
        None => Some(
            Diagnostic::new(&codes::MISSING_FIELD, format!("\"{key}\" is missing; each {what} has it"))
                .at(file, at)
                .help(fences.help(key, &lines::<T>(key))),
        ),
        Some(field) if is_empty(&field.value) => {
            let finding = Diagnostic::new(&codes::MISSING_FIELD, format!("\"{key}\" is empty; each {what} has it"));
            Some(match fences {
                Fences::Columns => finding.at(file, field.value.span).help("write the value into the cell"),
                _ => finding.at(file, field.key_span).help(match &lines::<T>(key)[..] {
                    [_, inner] => format!("write lines below it, such as `{inner}`"),
                    _ => format!("write the value after `{key}:`"),
                }),
            })
        }
        Some(_) => None,
    };
    required.iter().filter_map(|key| say(key)).collect()
}

/// The lines in which the field `key` of a `T` is written: more than one where it takes keys and values, or a list of
/// them. The first key that must stand in these is told by what is missing when they are empty.
fn lines<T: serde::de::DeserializeOwned>(key: &str) -> Vec<String> {
    let value = |data: Data| Value { data, span: Span::default() };
    let missing = |data: Data| {
        let field = Field { key: key.to_owned(), key_span: Span::default(), value: value(data) };
        match typed::<T>(&value(Data::Map(Fields(vec![field])))) {
            Err(Mistake { kind: MistakeKind::Missing { name }, path, .. }) if !path.is_empty() => Some(name),
            _ => None,
        }
    };
    let empty = || Data::Map(Fields::default());
    match (missing(Data::List(vec![value(empty())])), missing(empty())) {
        (Some(inner), _) => vec![format!("{key}:"), format!("  - {inner}: …")],
        (None, Some(inner)) => vec![format!("{key}:"), format!("  {inner}: …")],
        (None, None) => vec![format!("{key}: …")],
    }
}

/// The typed data of `fields`, empty ones apart, and what is wrong with them. What is wrong is left out, so that the
/// data has its default there.
pub fn collect<T>(file: &SitePath, fields: Fields) -> (T, Vec<Diagnostic>)
where
    T: serde::de::DeserializeOwned + Default,
{
    let fields = Fields(fields.0.into_iter().filter(|field| field.value.data != Data::Empty).collect());
    let whole = Value { data: Data::Map(fields), span: Span::default() };
    // Nearly every file has no mistake.
    if let Ok(data) = typed::<T>(&whole) {
        return (data, Vec::new());
    }
    let mut value = whole.clone();
    let mut findings = Vec::new();
    let mut dropped: Vec<(Vec<Step>, String)> = Vec::new();
    for _ in 0..MOST_MISTAKES {
        let mistake = match typed::<T>(&value) {
            Ok(data) => return (data, findings),
            Err(mistake) => mistake,
        };
        let follows = matches!(&mistake.kind, MistakeKind::Missing { name } if dropped.contains(&(mistake.path.clone(), (*name).to_owned())));
        if !follows {
            findings.push(finding(file, &whole, &mistake));
        }
        let mut path = mistake.path;
        if let MistakeKind::UnknownField { name, .. } = mistake.kind {
            path.push(Step::Key(name));
        }
        if let Some((Step::Key(key), parent)) = path.split_last() {
            dropped.push((parent.to_vec(), key.clone()));
        }
        if !drop_at(&mut value, &path) {
            break;
        }
    }
    (T::default(), findings)
}

fn is_empty(value: &Value) -> bool {
    match &value.data {
        Data::Empty => true,
        Data::Text(text) | Data::Cell(text) => text.trim().is_empty(),
        Data::List(items) => items.is_empty(),
        Data::Map(fields) => fields.0.is_empty(),
        Data::Bool(_) | Data::Integer(..) | Data::Number(..) => false,
    }
}

fn unknown<'a>(
    file: &SitePath,
    key: &str,
    at: Span,
    what: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let finding = Diagnostic::new(&codes::UNKNOWN_FIELD, format!("\"{key}\" is not a field of {what}")).at(file, at);
    let near = nearest(key, known.clone()).map(|name| format!("did you mean \"{name}\"?"));
    let help = near.or_else(|| foreign::advice(key).map(str::to_owned)).or_else(|| suggestion(key, known));
    finding.help(help.unwrap_or_else(|| "put what only your own theme uses below \"extra:\"".to_owned()))
}

fn finding(file: &SitePath, root: &Value, mistake: &Mistake) -> Diagnostic {
    let at = mistake.span.unwrap_or(root.span);
    let path = as_written(root, &mistake.path, at);
    let name = named(&path);
    let new = |code: &'static Code, message: String| Diagnostic::new(code, message).at(file, at);
    match &mistake.kind {
        MistakeKind::UnknownField { name: key, known } => unknown(file, key, at, &name, known.iter().copied()),
        MistakeKind::UnknownWord { name: word, known } => {
            let finding = new(&codes::UNKNOWN_VALUE, format!("\"{word}\" is not a value of {name}"));
            match suggestion(word, known.iter().copied().filter(|word| word.parse::<u8>().is_err())) {
                Some(help) => finding.help(help),
                None => finding,
            }
        }
        MistakeKind::Missing { name: key } => new(&codes::MISSING_FIELD, format!("\"{key}\" is missing in {name}"))
            .help(format!("add a line `{key}: …` to it")),
        MistakeKind::Type { expected } => {
            new(&codes::WRONG_VALUE, format!("{name} takes {expected}{}", found(root, &path))).help(example(expected))
        }
        MistakeKind::Keys { known } => {
            let first = known.first().copied().unwrap_or("key");
            let how = match path.last() {
                Some(Step::Item(_)) => format!("begin it with a key, such as `- {first}: …`"),
                _ => format!("write each key on a line of its own below, indented by two blanks, such as `{first}: …`"),
            };
            let message = format!("{name} takes keys and values{}", found(root, &path));
            new(&codes::WRONG_VALUE, message).help(format!("{how}; keys here: {}", known.join(", ")))
        }
        MistakeKind::Said(said) => {
            let (message, help) = said.split_once('\n').unwrap_or((said, "see the documentation of this field"));
            new(&codes::WRONG_VALUE, format!("{name}: {message}")).help(help)
        }
    }
}

/// What stands at `path`, as the end of a message.
fn found(root: &Value, path: &[Step]) -> String {
    value_at(root, path).map_or_else(String::new, |value| format!("; here stands {}", value.described()))
}

/// `path` with the positions that items have in `root`, the value as it was written: what was dropped
/// before has moved the others up. The item that is meant is the one that holds the place `at`.
fn as_written(root: &Value, path: &[Step], at: Span) -> Vec<Step> {
    let mut written = Vec::with_capacity(path.len());
    let mut value = Some(root);
    for step in path {
        let step = match (step, value.map(|value| &value.data)) {
            (Step::Item(_), Some(Data::List(items))) => {
                let holds = |item: &Value| {
                    item.span.start <= at.start && at.start <= item.span.end && item.span.end > item.span.start
                };
                items.iter().position(holds).map_or_else(|| step.clone(), Step::Item)
            }
            _ => step.clone(),
        };
        value = value.and_then(|value| value_at(value, std::slice::from_ref(&step)));
        written.push(step);
    }
    written
}

/// What to type where `expected` is asked for.
fn example(expected: &str) -> String {
    match expected {
        "a list" => "write it as [one, two], or each item on a line of its own after `- `".to_owned(),
        "a text" => "write words after the colon, in double quotes where they hold `: ` or ` #`".to_owned(),
        "true or false" => "write true or false, without quotes".to_owned(),
        "keys and values" => "write each key on a line of its own, indented by two blanks: `key: value`".to_owned(),
        number if number.contains("number") => "write digits only, without quotes, words or a sign".to_owned(),
        other => format!("write {other}"),
    }
}

/// The path to a value as a coach would say it: `"minutes" in item 3 of "steps"`.
fn named(path: &[Step]) -> String {
    let parts: Vec<String> = path
        .iter()
        .rev()
        .map(|step| match step {
            Step::Key(key) => format!("\"{key}\""),
            Step::Item(at) => format!("item {}", at + 1),
        })
        .collect();
    if parts.is_empty() {
        return "the file".to_owned();
    }
    let mut name = parts[0].clone();
    for (before, part) in path.iter().rev().zip(&parts[1..]) {
        name.push_str(if matches!(before, Step::Key(_)) { " in " } else { " of " });
        name.push_str(part);
    }
    name
}

/// The value that `path` leads to. A value that stands where a list is asked for is its only item.
pub fn value_at<'a>(value: &'a Value, path: &[Step]) -> Option<&'a Value> {
    let Some((step, rest)) = path.split_first() else { return Some(value) };
    let inner = match (&value.data, step) {
        (Data::Map(fields), Step::Key(key)) => &fields.get(key)?.value,
        (Data::List(items), Step::Item(at)) => items.get(*at)?,
        (_, Step::Item(0)) => value,
        _ => return None,
    };
    value_at(inner, rest)
}

fn drop_at(value: &mut Value, path: &[Step]) -> bool {
    let Some((step, rest)) = path.split_first() else { return false };
    match (&mut value.data, step) {
        (Data::Map(fields), Step::Key(key)) if rest.is_empty() => fields.take(key).is_some(),
        (Data::Map(fields), Step::Key(key)) => {
            fields.0.iter_mut().find(|field| field.key == *key).is_some_and(|field| drop_at(&mut field.value, rest))
        }
        (Data::List(items), Step::Item(at)) if rest.is_empty() && *at < items.len() => {
            items.remove(*at);
            true
        }
        (Data::List(items), Step::Item(at)) => items.get_mut(*at).is_some_and(|item| drop_at(item, rest)),
        (_, Step::Item(0)) if rest.is_empty() => {
            value.data = Data::List(Vec::new());
            true
        }
        _ => false,
    }
}
