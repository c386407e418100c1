//! The beginning of a new file: every field that its kind must have, and the others to choose from.
//!
//! Each value is of its field's type already or empty, and the file is a draft, so that a new file
//! keeps no site from being published.

pub mod translation;

use crate::day::Day;
use crate::model::collections::Kind;
use crate::model::route::slug;
use crate::model::schema::described;
use crate::model::schema::field::{Field, Takes};
use crate::parse::yaml::write;
use crate::path::unportable;

/// How a line is brought into use that begins as a comment.
const HOW: &str = "; take away the `# ` before a line to use it";

/// How long a file's name may get, in bytes.
const LONGEST: usize = 80;

/// The text of a new entry of `kind`.
pub fn entry(kind: Kind, title: &str, today: Day) -> String {
    let fields = described(kind).fields;
    let is_draft_by_status = fields.iter().any(is_draft_at_first);
    let mut lines = vec!["---".to_owned(), format!("title: {}", write::scalar(title))];
    if !is_draft_by_status {
        lines.push("draft: true  # held back until this line is deleted".to_owned());
    }
    let (needed, others): (Vec<&Field>, Vec<&Field>) = fields
        .iter()
        .filter(|field| !["title", "draft", "source"].contains(&field.name.as_str()))
        .partition(|field| field.is_required);
    if !needed.is_empty() {
        let is_list = |field: &&Field| !field.takes.fields().is_empty() && matches!(field.takes, Takes::List(_));
        let how = if needed.iter().any(is_list) { HOW } else { "" };
        lines.extend([String::new(), format!("# Needed before it is published{how}:")]);
        needed.iter().for_each(|field| lines.extend(begun(field, today)));
    }
    lines.extend([String::new(), format!("# As you like{HOW}:")]);
    others.iter().for_each(|field| lines.extend(commented(written(field, today))));
    lines
        .extend(["---", "", "<!-- Write the text here, in Markdown, and delete this line. -->", ""].map(str::to_owned));
    lines.join("\n")
}

/// The name of a new file of `kind`, without its ending.
pub fn file_name(kind: Kind, title: &str) -> String {
    let mut name = slug(title);
    while name.len() > LONGEST {
        // A name is cut between two words, else anywhere.
        let end = name
            .rfind('-')
            .unwrap_or_else(|| (0..=LONGEST).rev().find(|at| name.is_char_boundary(*at)).unwrap_or_default());
        name.truncate(end);
    }
    match name.as_str() {
        "" => kind.name().to_owned(),
        "index" | "_index" => format!("{}-{}", name.trim_start_matches('_'), kind.name()),
        _ if unportable(&name).is_some() => format!("{name}-{}", kind.name()),
        _ => name,
    }
}

/// Whether a new entry is a draft by the word that this field begins with.
fn is_draft_at_first(field: &Field) -> bool {
    field.name == "status" && field.is_required && field.takes.words().first().is_some_and(|word| word.word == "draft")
}

/// The lines of a field that must be there. The items of a list are commented out, so that the list is
/// empty until somebody writes one.
fn begun(field: &Field, today: Day) -> Vec<String> {
    let mut lines = written(field, today);
    if matches!(field.takes, Takes::List(_)) {
        let items = lines.split_off(1);
        lines.extend(commented(items));
    }
    lines
}

fn commented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("# {line}"))
}

/// The lines of a field and of those within it.
fn written(field: &Field, today: Day) -> Vec<String> {
    let inner = field.takes.fields();
    let value = if inner.is_empty() { value(&field.takes, field.usual.as_deref(), today) } else { String::new() };
    let value = if value.is_empty() { value } else { format!(" {value}") };
    let mut lines = vec![format!("{}:{value}  # {}", field.name, meaning(field))];
    let within = inner.iter().flat_map(|field| {
        let is_left_out = !field.is_required && inner.iter().any(|other| other.is_required);
        written(field, today).into_iter().map(move |line| if is_left_out { format!("# {line}") } else { line })
    });
    let is_list = matches!(field.takes, Takes::List(_));
    lines.extend(within.enumerate().map(|(at, line)| match (is_list, at) {
        (true, 0) => format!("  - {line}"),
        (true, _) => format!("    {line}"),
        (false, _) => format!("  {line}"),
    }));
    lines
}

/// What stands after a key: of the right type, and saying as little as may be.
fn value(takes: &Takes, usual: Option<&str>, today: Day) -> String {
    match (takes, usual) {
        (_, Some(usual)) => usual.to_owned(),
        (Takes::Text, None) => "\"\"".to_owned(),
        (Takes::Whole | Takes::Period | Takes::Fields(_), None) => String::new(),
        (Takes::YesNo, None) => "false".to_owned(),
        (Takes::Day, None) => today.to_string(),
        (Takes::Words(words), None) => words.first().map(|word| word.word.clone()).unwrap_or_default(),
        (Takes::Terms(_) | Takes::Entries(_), None) => "\"\"".to_owned(),
        (Takes::List(_), None) => "[]".to_owned(),
        (Takes::Anything, None) => "{}".to_owned(),
    }
}

fn meaning(field: &Field) -> String {
    let words: Vec<&str> = field.takes.words().iter().map(|word| word.word.as_str()).collect();
    let words = if words.is_empty() { String::new() } else { format!(" Words: {}.", words.join(", ")) };
    format!("{}{words}", field.meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_title_and_never_as_a_system_forbids() {
        for (title, name) in [
            ("Two: by #ten", "two-by-ten"),
            ("¿Qué te gusta?", "qué-te-gusta"),
            ("🎉", "guide"),
            ("Index", "index-guide"),
            ("con", "con-guide"),
            ("ما اسمك", "ما-اسمك"),
        ] {
            assert_eq!(file_name(Kind::Guide, title), name);
        }
        for long in ["word ".repeat(100), "x".repeat(500), "語".repeat(500)] {
            let name = file_name(Kind::Guide, &long);
            assert!((40..=LONGEST).contains(&name.len()) && !name.ends_with('-'), "{name}");
        }
    }
}
