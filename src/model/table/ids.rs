//! Ids: what tells the rows of a table apart, and the document that each becomes by it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rayon::prelude::*;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::Diagnostic;
use crate::model::route::slug;
use crate::model::table::ROW_ID;
use crate::parse::components::component;
use crate::parse::document::Document;
use crate::parse::facts::Facts;
use crate::parse::row::{Row, Unit};
use crate::parse::value::Fields;
use crate::path::SitePath;
use crate::source::Span;

/// The longest id that is made of a title, in bytes: a question may be long, and an address should not be.
const LONGEST: usize = 100;

/// A row on its way to a document.
pub(super) struct Begun {
    /// Its id, where it has one.
    pub(super) id: Option<String>,
    /// Its fields.
    pub(super) fields: Fields,
    /// What stands in its body.
    pub(super) facts: Facts,
    /// What is wrong with it.
    pub(super) findings: Vec<Diagnostic>,
    /// Where it stands.
    pub(super) row: Row,
}

/// The documents of `rows`, in the order of their paths. Of rows with one id the first is kept.
pub(super) fn documents(
    file: &SitePath,
    language: Option<&str>,
    rows: Vec<Begun>,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let mut taken: HashMap<SitePath, (String, Span)> = HashMap::with_capacity(rows.len());
    let mut documents = Vec::with_capacity(rows.len());
    let ending = language.map(|language| format!(".{language}")).unwrap_or_default();
    let with_path = |begun: Begun| {
        let (stem, wrong) = stem(&begun);
        let path = SitePath::new(&format!("{}/{stem}{ending}.md", file.folder()))?;
        Some((begun, stem, wrong, path))
    };
    let rows: Vec<_> = rows.into_par_iter().with_min_len(64).filter_map(with_path).collect();
    for (mut begun, stem, wrong, path) in rows {
        let at = begun.row.id.unwrap_or(Span { start: begun.row.span.start, end: begun.row.span.start });
        begun.findings.extend(wrong.map(|finding| finding.at(file, at)));
        match taken.entry(path.clone()) {
            Entry::Occupied(first) => {
                let (name, before) = first.get();
                findings.extend(begun.findings);
                findings.push(twice(&stem, begun.id.is_some(), &begun.row, name).at(file, at).label(
                    file,
                    Some(*before),
                    "the first one",
                ));
                continue;
            }
            Entry::Vacant(free) => free.insert((begun.row.name(), at)),
        };
        let components = begun.facts.fences.iter().map(|fence| component(&path, fence)).collect();
        documents.push(Document {
            components,
            path,
            stem,
            language: language.map(str::to_owned),
            fields: begun.fields,
            front_matter: Span::default(),
            body: Span::new(0, begun.row.text.body.len()),
            facts: begun.facts,
            findings: begun.findings,
            row: Some(Box::new(begun.row)),
        });
    }
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    documents
}

/// What the name of a row's file would be, and what is wrong with that.
fn stem(begun: &Begun) -> (String, Option<Diagnostic>) {
    let numbered = || begun.row.name().replace(' ', "-");
    let title = begun.fields.get("title").and_then(|field| field.value.text()).unwrap_or_default().trim();
    let (from, stem) = match &begun.id {
        Some(id) if is_name(id) => ("id", id.clone()),
        Some(id) => ("id", slug(id)),
        // That there is no title is said where fields are looked at.
        None if title.is_empty() => return (numbered(), None),
        None => ("title", shortened(slug(title))),
    };
    let help = match begun.row.unit {
        Unit::Row => "write a name of letters and digits into the column \"id\", such as two-by-ten",
        Unit::Entry => "write a line `id: two-by-ten` with a name of letters and digits",
    };
    let new = |message: String| Some(Diagnostic::new(&ROW_ID, message).help(help));
    match stem.as_str() {
        "" => (numbered(), new(format!("the {from} of this {} has no letter or digit", unit(&begun.row)))),
        "index" | "_index" => (numbered(), new(format!("the {from} \"{stem}\" is kept for the page of a folder"))),
        _ => (stem, None),
    }
}

/// Whether `id` can stand in a file's name as it is.
fn is_name(id: &str) -> bool {
    id.len() <= 200 && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_') || is_combining_mark(c))
}

/// The first words of a long slug.
fn shortened(mut slug: String) -> String {
    if slug.len() > LONGEST {
        let end = slug.floor_char_boundary(LONGEST);
        let end = slug[..end].rfind('-').filter(|dash| *dash > LONGEST / 2).unwrap_or(end);
        slug.truncate(end);
    }
    slug
}

fn unit(row: &Row) -> &'static str {
    match row.unit {
        Unit::Row => "row",
        Unit::Entry => "entry",
    }
}

fn twice(stem: &str, is_given: bool, row: &Row, first: &str) -> Diagnostic {
    let name = row.name();
    let (message, help) = match (is_given, row.unit) {
        (true, _) => (
            format!("{name} has the id \"{stem}\", which {first} has already"),
            "give one of the two another id".to_owned(),
        ),
        (false, Unit::Row) => (
            format!("{name} has the id \"{stem}\" by its title, which {first} has already"),
            "give each row a name of its own in a column \"id\"".to_owned(),
        ),
        (false, Unit::Entry) => (
            format!("{name} has the id \"{stem}\" by its title, which {first} has already"),
            format!("give one of the two a line `id: {stem}-2`"),
        ),
    };
    Diagnostic::new(&ROW_ID, message).help(help)
}
