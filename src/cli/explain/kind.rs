//! A kind or a component and its fields, for people and for form editors.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::cli::report::say;
use crate::cli::{ExplainArgs, FINE, init};
use crate::disk::scan::scan;
use crate::model::collections::Kind;
use crate::model::config::Config;
use crate::model::schema::field::{Field, Takes};
use crate::model::schema::{self, Described, described};
use crate::model::settings::Settings;
use crate::model::vocabulary::{Vocabulary, VocabularyName};

/// Shows what `kind` is: its schema where that is asked for, else its fields in words.
pub fn explain(kind: Kind, args: &ExplainArgs) -> u8 {
    let settings = settings(&args.root);
    if args.schema {
        say(&format!("{:#}\n", schema::json(kind, settings.as_deref())));
        return FINE;
    }
    let vocabularies = match &settings {
        Some(settings) => settings.vocabularies.clone(),
        None => Config::default().vocabularies().into_iter().map(|(name, all)| (name, Arc::new(all))).collect(),
    };
    say(&in_words(kind, &vocabularies));
    FINE
}

/// The settings of the site in `root`; `None` where there is none.
fn settings(root: &Path) -> Option<Arc<Settings>> {
    Some(Settings::of(&scan(root).ok()?.tree, None, None))
}

fn in_words(kind: Kind, vocabularies: &BTreeMap<VocabularyName, Arc<Vocabulary>>) -> String {
    let described = described(kind);
    let (needed, others): (Vec<&Field>, Vec<&Field>) = described.fields.iter().partition(|field| field.is_required);
    let folder = match kind.folder() {
        Some(folder) if kind.names().tables => {
            format!("Its files lie in content/{folder}/, or it is a row of a .csv or .yaml table there")
        }
        Some(folder) => format!("Its files lie in content/{folder}/"),
        None => "Its files lie anywhere else below content/".to_owned(),
    };
    let mut text = format!(
        "{}\n\n{}\n{folder}; `homeroom new {} \"Title\"` begins one.\n",
        kind.name(),
        described.meaning,
        kind.name()
    );
    for (heading, fields) in [(format!("Each {} has", kind.name_of(1)), needed), ("As you like".to_owned(), others)] {
        if !fields.is_empty() {
            let mut rows = Vec::new();
            fields.iter().for_each(|field| add(&mut rows, field, 1, vocabularies));
            text.push_str(&format!("\n{heading}\n\n{}", table(&rows)));
        }
    }
    if let Some(example) = init::example(kind) {
        text.push_str(&format!("\nAn example\n\n{}", indented(&example)));
    }
    text
}

/// What the component `name` is, in words: how it is written, and its keys.
pub fn component(name: &str, described: &Described) -> String {
    let mut text = format!(
        "{name}\n\n{}\nIt stands in a text: a line ```{name}, its keys, each in a line `key: value`, and a line ```.\n",
        described.meaning
    );
    let (needed, others): (Vec<&Field>, Vec<&Field>) = described.fields.iter().partition(|field| field.is_required);
    for (heading, fields) in [("It must have", needed), ("As you like", others)] {
        if !fields.is_empty() {
            let mut rows = Vec::new();
            fields.iter().for_each(|field| add(&mut rows, field, 1, &BTreeMap::new()));
            text.push_str(&format!("\n{heading}\n\n{}", table(&rows)));
        }
    }
    text
}

/// A line of the table: name and what it takes, and what it means.
type Row = (String, String, String);

fn add(rows: &mut Vec<Row>, field: &Field, depth: usize, vocabularies: &BTreeMap<VocabularyName, Arc<Vocabulary>>) {
    let indent = "  ".repeat(depth);
    let needed = if field.is_required && depth > 1 { ", needed" } else { "" };
    let usual = field.usual.as_deref().map(|usual| format!(" Without it: {usual}.")).unwrap_or_default();
    rows.push((
        format!("{indent}{}", field.name),
        format!("{}{needed}", field.takes.in_words()),
        format!("{}{usual}", field.meaning),
    ));
    for word in field.takes.words() {
        rows.push((String::new(), format!("  {}", word.word), word.meaning.clone()));
    }
    if let Takes::List(inner) = &field.takes
        && let Takes::Terms(name) = **inner
        && let Some(vocabulary) = vocabularies.get(&name)
    {
        let words: Vec<&str> = vocabulary.terms().iter().map(|term| term.id.as_str()).collect();
        rows.push((String::new(), String::new(), words.join(", ")));
    }
    field.takes.fields().iter().for_each(|field| add(rows, field, depth + 1, vocabularies));
}

fn table(rows: &[Row]) -> String {
    let widest = |column: &dyn Fn(&Row) -> &String| rows.iter().map(|row| column(row).len()).max().unwrap_or_default();
    let (names, takes) = (widest(&|row| &row.0), widest(&|row| &row.1));
    let row =
        |(name, take, meaning): &Row| format!("{name:names$}  {take:takes$}  {meaning}").trim_end().to_owned() + "\n";
    rows.iter().map(row).collect()
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}
