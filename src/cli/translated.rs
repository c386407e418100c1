//! `homeroom translated`.

use std::path::Path;

use crate::cli::report::{complain, failed, say};
use crate::cli::{CONTENT, FINE, TranslatedArgs, USAGE};
use crate::diagnostic::text::line;
use crate::disk::edit;
use crate::disk::scan::{Scan, scan};
use crate::model::translation::{original_path, recorded, source_of};
use crate::parse::document::parse;
use crate::path::is_table;

/// Records that translations are of the present version of their originals; gives the exit code.
pub fn translated(args: &TranslatedArgs) -> u8 {
    let scanned = match scan(&args.root) {
        Ok(scanned) => scanned,
        Err(error) => return failed(&error),
    };
    args.files.iter().map(|file| one(&args.root, &scanned, file)).max().unwrap_or(FINE)
}

fn one(root: &Path, scanned: &Scan, file: &Path) -> u8 {
    let path = match edit::within(root, file) {
        Ok(path) => path,
        Err(error) => return failed(&error),
    };
    let fail = |code: u8, what: &str, help: &str| {
        complain(&format!("error: {} {what}\n  help: {help}\n", line(path.as_str())));
        code
    };
    let Some(text) = scanned.tree.text(&path).filter(|_| path.extension() == Some("md")) else {
        return match is_table(&path) {
            true => fail(USAGE, "is a table", "versions are recorded for pages alone; look through its rows yourself"),
            false => {
                fail(USAGE, "is no page of the site", "name a translation, such as content/guides/two-by-ten.es.md")
            }
        };
    };
    let original = original_path(&parse(&path, text)).and_then(|path| Some((scanned.tree.text(&path)?, path)));
    let Some((original, original_path)) = original else {
        let help = "a translation stands beside its original: two-by-ten.es.md beside two-by-ten.md";
        return fail(USAGE, "is no translation of a page that is there", help);
    };
    let source = source_of(&original.body);
    let Some(new) = recorded(&path, text, &source) else {
        return fail(CONTENT, "has front matter that cannot be read", "`homeroom check` says what is wrong with it");
    };
    if new == text.body {
        say(&format!("{path} is of the present {original_path} already\n"));
        return FINE;
    }
    match edit::replace(root, &path, &text.body, &new) {
        Ok(()) => {
            say(&format!("{path} is of the present {original_path} now: source: {source}\n"));
            FINE
        }
        Err(error) => failed(&error),
    }
}
