//! One text → one document.

use crate::diagnostic::code::Severity;
use crate::diagnostic::{Diagnostic, Location};
use crate::parse::components::{Component, component};
use crate::parse::facts::Facts;
use crate::parse::row::Row;
use crate::parse::value::Fields;
use crate::parse::{front_matter, markdown, yaml};
use crate::path::SitePath;
use crate::source::{Span, Text};

/// What one Markdown file says, or one row of a table, before anybody knows what it means for the site.
///
/// It depends on the file's name and text and on nothing else, so it is made once a text.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is known by: the file; for a row of a table the file that it would be by itself.
    pub path: SitePath,
    /// The file's name without its ending and without a language: `two-by-ten` of `two-by-ten.es.md`.
    pub stem: String,
    /// What stands in the file's name where a language would: `es` of `two-by-ten.es.md`. Whether it
    /// is one, the site's configuration decides.
    pub language: Option<String>,
    /// The front matter; empty where there is none or it cannot be read.
    pub fields: Fields,
    /// Where the front matter stands; an empty span where there is none.
    pub front_matter: Span,
    /// The body.
    pub body: Span,
    /// What stands in the body.
    pub facts: Facts,
    /// Its fenced blocks that are no code, in the order of the text.
    pub components: Vec<Component>,
    /// What is wrong with the file by itself.
    pub findings: Vec<Diagnostic>,
    /// The row it stands in; `None` where it is a file by itself.
    pub row: Option<Box<Row>>,
}

impl Document {
    /// Whether there is front matter that could not be read, so that nothing is known of its fields.
    pub fn is_unreadable(&self) -> bool {
        self.fields.0.is_empty() && self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The first place of the front matter, or of the text where there is none; of a row its start.
    pub fn start(&self) -> Span {
        let start = self.row.as_ref().map_or(self.front_matter.start, |row| row.span.start);
        Span { start, end: start }
    }

    /// Where fields are looked for that it has not got: where it starts, or the header of its table.
    pub fn head(&self) -> Span {
        self.row.as_ref().and_then(|row| row.header).unwrap_or_else(|| self.start())
    }

    /// The file it stands in.
    pub fn file(&self) -> &SitePath {
        self.row.as_ref().map_or(&self.path, |row| &row.file)
    }

    /// What a `span` of its text is in the file it stands in.
    pub fn in_file(&self, span: Span) -> Span {
        self.row.as_ref().map_or(span, |row| row.body.in_file(span))
    }

    /// `finding`, which tells of a place in its text, with that place in the file it stands in.
    pub fn told_in_file(&self, mut finding: Diagnostic) -> Diagnostic {
        let places = finding.at.iter_mut().chain(finding.labels.iter_mut().map(|label| &mut label.at));
        for place in places.filter(|place| self.row.is_some() && place.file == self.path) {
            place.file = self.file().clone();
            place.span = place.span.map(|span| self.in_file(span));
        }
        finding
    }

    /// Its place as a whole: its file; for a row where that starts.
    pub fn place(&self) -> Location {
        let span = self.row.is_some().then(|| self.start());
        Location { file: self.file().clone(), span }
    }

    /// Its name in messages: its file; for a row that and the row.
    pub fn shown(&self) -> String {
        self.row.as_ref().map_or_else(|| self.path.to_string(), |row| row.shown())
    }
}

/// The document that `text` at `path` is.
pub fn parse(path: &SitePath, text: &Text) -> Document {
    let (parts, finding) = front_matter::split(path, &text.body);
    let (fields, mut findings) = yaml::fields(path, &text.body[parts.yaml.range()], parts.yaml.start as usize);
    findings.extend(finding);
    let facts = markdown::facts(&text.body, parts.body);
    let components = facts.fences.iter().map(|fence| component(path, fence)).collect();
    let (stem, language) = name_parts(path);
    Document {
        path: path.clone(),
        stem,
        language,
        fields,
        front_matter: parts.yaml,
        body: parts.body,
        facts,
        components,
        findings,
        row: None,
    }
}

/// The stem and the language of a file's name. A language is two or three small letters, with or
/// without a script or region (`es`, `pt-BR`, `zh-Hant`).
pub fn name_parts(path: &SitePath) -> (String, Option<String>) {
    let name = path.name();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    match stem.rsplit_once('.') {
        Some((stem, language)) if !stem.is_empty() && is_language(language) => {
            (stem.to_owned(), Some(language.to_owned()))
        }
        _ => (stem.to_owned(), None),
    }
}

/// Whether `text` has the form of a language's code (BCP 47: a language, then a script or region).
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_in_a_files_name_is_told_from_a_dot_in_it() {
        let parts = |name: &str| name_parts(&SitePath::new(name).expect("a path"));
        assert_eq!(parts("content/two-by-ten.es.md"), ("two-by-ten".into(), Some("es".into())));
        assert_eq!(parts("content/x.pt-BR.md"), ("x".into(), Some("pt-BR".into())));
        assert_eq!(parts("content/v1.2.md"), ("v1.2".into(), None));
        assert_eq!(parts("content/_index.ar.md"), ("_index".into(), Some("ar".into())));
        assert_eq!(parts("content/plain.md"), ("plain".into(), None));
    }
}
