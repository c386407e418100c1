//! Where a document belongs: its kind, its folder, its language, its address.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::model::codes;
use crate::model::collections::Kind;
use crate::model::entry::Role;
use crate::model::language::Language;
use crate::model::route::slug;
use crate::parse::document::Document;
use crate::path::unportable;

/// The place of a document, before anybody has read its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The kind that follows from its folder; a section's own page is a plain page.
    pub kind: Kind,
    /// What its translations share; see [`crate::model::entry::Entry::id`].
    pub id: String,
    /// The folder of the section that lists it; for a section's own page the folder itself.
    pub section: String,
    /// What part it plays there.
    pub role: Role,
    /// Its language.
    pub language: Language,
    /// The address's folder, each part a slug.
    pub folder: String,
    /// The last part of its address, from the file's name; empty for a section's own page.
    pub last: String,
}

/// What placing needs to know of all documents together.
pub struct Surroundings {
    /// Folders that hold documents other than `index.md`.
    pub with_others: BTreeSet<String>,
    /// Ids of documents without a language in their name.
    pub originals: BTreeSet<String>,
}

/// The surroundings of `documents`.
pub fn surroundings<'a>(documents: impl Iterator<Item = &'a Document> + Clone) -> Surroundings {
    let with_others = documents
        .clone()
        .filter(|document| document.stem != "index")
        .flat_map(|document| {
            let folder = below_content(document);
            let parents = folder.match_indices('/').map(|(at, _)| folder[..at].to_owned()).collect::<Vec<_>>();
            let own = if document.stem == "_index" { Vec::new() } else { vec![folder.to_owned()] };
            parents.into_iter().chain(own)
        })
        .collect();
    let originals = documents.filter(|document| document.language.is_none()).map(file_id).collect();
    Surroundings { with_others, originals }
}

/// The place of `document`, and what is wrong with its name.
pub fn place(document: &Document, languages: &[Language], around: &Surroundings) -> (Placed, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let folder = below_content(document).to_owned();
    let (language, stem) = language_of(document, languages, around, &mut findings);
    let top = folder.split('/').next().unwrap_or_default();
    let typed = Kind::of_folder(top);
    let is_index = stem == "index"
        && (folder.is_empty() || typed.folder() == Some(folder.as_str()) || around.with_others.contains(&folder));
    let is_section = stem == "_index" || is_index;
    let folder_slugs = folder.split('/').filter(|part| !part.is_empty()).map(slug_or_digest).collect::<Vec<_>>();
    for (part, name) in folder_slugs.iter().zip(folder.split('/')) {
        findings.extend(bad_part(document, part, name));
    }
    let parent = folder.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
    let placed = if is_section {
        Placed {
            kind: Kind::Page,
            id: folder.clone(),
            section: folder.clone(),
            role: Role::Section,
            language,
            folder: folder_slugs.join("/"),
            last: String::new(),
        }
    } else if stem == "index" {
        let (last, above) =
            folder_slugs.split_last().map(|(last, above)| (last.clone(), above.join("/"))).unwrap_or_default();
        Placed { kind: typed, id: folder.clone(), section: parent, role: Role::Entry, language, folder: above, last }
    } else {
        let last = slug_or_digest(&stem);
        findings.extend(bad_part(document, &last, &stem));
        let id = if folder.is_empty() { stem } else { format!("{folder}/{stem}") };
        Placed { kind: typed, id, section: folder, role: Role::Entry, language, folder: folder_slugs.join("/"), last }
    };
    (placed, findings)
}

/// The slug of a name; where it has none, what keeps its address apart from others until it is mended.
fn slug_or_digest(name: &str) -> String {
    let slug = slug(name);
    if slug.is_empty() { crate::digest::Digest::of(name.as_bytes()).short() } else { slug }
}

/// Why `part`, the slug of `name`, cannot stand in an address.
fn bad_part(document: &Document, part: &str, name: &str) -> Option<Diagnostic> {
    let why = if slug(name).is_empty() { "it has no letter or digit" } else { unportable(part)? };
    let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
    let finding = Diagnostic::new(&codes::BAD_ADDRESS, format!("the name \"{shown}\" cannot become an address: {why}"));
    Some(match &document.row {
        None => finding.in_file(&document.path).help("give the file or folder another name, such as two-by-ten.md"),
        Some(row) => finding
            .at(&row.file, row.id.unwrap_or_else(|| document.start()))
            .help("write a name of letters and digits into the column \"id\", such as two-by-ten"),
    })
}

fn language_of(
    document: &Document,
    languages: &[Language],
    around: &Surroundings,
    findings: &mut Vec<Diagnostic>,
) -> (Language, String) {
    let main = languages.iter().find(|language| language.is_main()).cloned().unwrap_or_else(|| Language::main("en"));
    let Some(code) = &document.language else { return (main, document.stem.clone()) };
    if let Some(language) = languages.iter().find(|language| language.code() == code) {
        if !language.is_main() && !around.originals.contains(&file_id(document)) {
            findings.push(without_original(document));
        }
        return (language.clone(), document.stem.clone());
    }
    if around.originals.contains(&file_id(document)) {
        findings.push(
            Diagnostic::new(
                &codes::UNDECLARED_LANGUAGE,
                format!("\"{code}\" is not a language of this site, so this file is a page of its own"),
            )
            .in_file(document.file())
            .help(format!("add the language to site.yaml: `languages: {{{code}: {{}}}}`")),
        );
    }
    (main, format!("{}.{code}", document.stem))
}

fn without_original(document: &Document) -> Diagnostic {
    let stem = &document.stem;
    let new = |message: String| {
        let mut finding = Diagnostic::new(&codes::TRANSLATION_WITHOUT_ORIGINAL, message);
        // A row says only what differs from its original, and is nothing without it.
        finding.severity = if document.row.is_some() { Severity::Error } else { finding.severity };
        finding
    };
    match &document.row {
        None => new(format!("this is the translation of a page that is not there: {stem}.md"))
            .in_file(&document.path)
            .help(format!("write {stem}.md beside it, or check the name for a typing mistake")),
        Some(row) if row.id.is_none() => {
            new(format!("this translates a row that is not there: by its title its id is \"{stem}\""))
                .at(&row.file, document.start())
                .help("give each row and its translation one id, in a column \"id\" of both tables")
        }
        Some(row) => new(format!("this translates a row that is not there: none has the id \"{stem}\""))
            .at(&row.file, row.id.unwrap_or_else(|| document.start()))
            .help("write the id of the row that it translates, or check it for a typing mistake"),
    }
}

fn below_content(document: &Document) -> &str {
    document.path.folder().strip_prefix("content").unwrap_or_default().trim_start_matches('/')
}

fn file_id(document: &Document) -> String {
    format!("{}/{}", document.path.folder(), document.stem)
}

/// A file's or folder's name as a title: `two-by-ten` becomes `Two by ten`.
pub fn in_words(name: &str) -> String {
    let mut words = name.replace(['-', '_'], " ");
    if let Some(first) = words.chars().next() {
        words = first.to_uppercase().chain(words.chars().skip(1)).collect();
    }
    words
}
