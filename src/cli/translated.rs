//! `homeroom translated`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::build::memo::{Memo, documents};
use crate::cli::report::{complain, counted, failed, say};
use crate::cli::{CONTENT, FINE, TranslatedArgs, USAGE};
use crate::diagnostic::text::line;
use crate::disk::edit;
use crate::disk::scan::scan;
use crate::model::layout::Layout;
use crate::model::settings::Settings;
use crate::model::table::{self, Refused};
use crate::model::translation::{KEY, recorded, version, written};
use crate::parse::document::Document;
use crate::path::{SitePath, is_table};
use crate::source::{Text, Tree};

/// What is known of all translations together.
struct Known {
    tree: Tree,
    settings: Arc<Settings>,
    documents: Vec<Arc<Document>>,
    layout: Arc<Layout>,
}

/// What is wrong with what was asked for: the exit code, what is there, and what to do.
struct Complaint(u8, String, String);

/// Records that translations are of the present version of their originals; gives the exit code.
pub fn translated(args: &TranslatedArgs) -> u8 {
    let scanned = match scan(&args.root) {
        Ok(scanned) => scanned,
        Err(error) => return failed(&error),
    };
    let documents = documents(&scanned.tree, &mut Memo::default());
    let settings = Settings::of(&scanned.tree, None, None);
    let layout = Layout::of(&documents, &settings.languages, None);
    let known = Known { tree: scanned.tree, settings, documents, layout };
    args.files.iter().map(|file| one(args, &known, file)).max().unwrap_or(FINE)
}

fn one(args: &TranslatedArgs, known: &Known, file: &Path) -> u8 {
    let path = match edit::within(&args.root, file) {
        Ok(path) => path,
        Err(error) => return failed(&error),
    };
    let text = known.tree.text(&path);
    let made = match text {
        Some(text) if is_table(&path) => rows(known, &path, text, &args.rows),
        Some(text) if path.extension() == Some("md") => page(known, &path, text, &args.rows),
        _ => Err(no_page()),
    };
    match made.map(|(new, said)| (text.map_or("", |text| text.body.as_str()), new, said)) {
        Ok((old, new, said)) if old == new => {
            say(&format!("{path} {said} already\n"));
            FINE
        }
        Ok((old, new, said)) => match edit::replace(&args.root, &path, old, &new) {
            Ok(()) => {
                say(&format!("{path} {said} now\n"));
                FINE
            }
            Err(error) => failed(&error),
        },
        Err(Complaint(code, what, help)) => {
            complain(&format!("error: {} {what}\n  help: {help}\n", line(path.as_str())));
            code
        }
    }
}

fn no_page() -> Complaint {
    let help = "name a translation, such as content/guides/two-by-ten.es.md";
    Complaint(USAGE, "is no page of the site".to_owned(), help.to_owned())
}

/// The text of a page with the version of its original, and what that says of it.
fn page(known: &Known, path: &SitePath, text: &Text, rows: &[usize]) -> Result<(String, String), Complaint> {
    if !rows.is_empty() {
        return Err(Complaint(USAGE, "has no rows".to_owned(), "leave out --row".to_owned()));
    }
    let (document, original) = known.of(path).next().ok_or_else(no_page)?;
    let original = original.ok_or_else(|| {
        let help = "a translation stands beside its original: two-by-ten.es.md beside two-by-ten.md";
        known.undeclared(document).unwrap_or_else(|| nothing_translated(help))
    })?;
    let source = version(original, &known.tree);
    let new = recorded(path, text, &source).ok_or_else(|| unreadable("front matter that cannot be read"))?;
    Ok((new, format!("is of the present {} ({KEY}: {source})", original.shown())))
}

/// The text of a table with the versions of what its rows translate, and what that says of it.
fn rows(known: &Known, path: &SitePath, text: &Arc<Text>, asked: &[usize]) -> Result<(String, String), Complaint> {
    let table = table::read(path, text);
    let mut versions = BTreeMap::new();
    for (document, original) in known.of(path) {
        if let (Some(row), Some(original)) = (&document.row, original)
            && (asked.is_empty() || asked.contains(&row.number))
        {
            versions.insert(row.number, written(&version(original, &known.tree), document));
        }
    }
    if let Some(number) = asked.iter().find(|number| !versions.contains_key(number)) {
        let help = "write the number that a finding shows, such as --row 7";
        return Err(Complaint(USAGE, format!("has no row {number} that translates another"), help.to_owned()));
    }
    if versions.is_empty() {
        let help = "a translated table stands beside its original, all.es.csv beside all.csv, and has its ids";
        let undeclared = table.documents.first().and_then(|document| known.undeclared(document));
        return Err(undeclared.unwrap_or_else(|| nothing_translated(help)));
    }
    let new = table::recorded(&table, &versions).map_err(|refused| match refused {
        Refused::Unreadable => unreadable("mistakes, so that its rows cannot be told apart"),
        Refused::Entry(number) => {
            let version = versions.get(&number).map_or("", String::as_str);
            let what = format!("has entry {number} written so that no line can be added to it");
            Complaint(CONTENT, what, format!("add `{KEY}: {version}` to it by hand, and run this again"))
        }
    })?;
    let count = counted(versions.len(), "row", "rows");
    Ok((new, format!("is of the present originals in {count}")))
}

fn nothing_translated(help: &str) -> Complaint {
    Complaint(USAGE, "is no translation of anything that is there".to_owned(), help.to_owned())
}

fn unreadable(what: &str) -> Complaint {
    Complaint(CONTENT, format!("has {what}"), "`homeroom check` says what is wrong with it".to_owned())
}

impl Known {
    /// The documents in the file `path`, and what each translates.
    fn of(&self, path: &SitePath) -> impl Iterator<Item = (&Document, Option<&Document>)> {
        let all = self.documents.iter().zip(&self.layout.originals);
        all.filter(move |(document, _)| document.file() == path)
            .map(|(document, original)| (&**document, original.map(|at| &*self.documents[at])))
    }

    /// That the site does not have the language that the name of `document` tells; `None` where it has.
    fn undeclared(&self, document: &Document) -> Option<Complaint> {
        let code = document.language.as_ref()?;
        let is_declared = self.settings.languages.iter().any(|language| language.code() == code);
        let what = format!("is in \"{code}\", which is no language of this site");
        (!is_declared).then(|| Complaint(USAGE, what, format!("add `languages: {{{code}: {{}}}}` to site.yaml")))
    }
}
