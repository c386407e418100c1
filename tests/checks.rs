//! One case file for each finding: `tests/checks/NAME.case`.
//!
//! A case is free text, then the site's files (`=== PATH`, each followed by its text; `=== PATH (image
//! 40x30)`, a byte a pixel, and `=== PATH (asset)` stand for files whose bytes do not matter, `=== PATH (face)` for a font), then `=== finds` with the
//! findings in their short form. `UPDATE=1 cargo test --test checks` writes the last part anew.
#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test reads its cases")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::{Options, assemble as assemble_site, codes};
use homeroom::day::Day;
use homeroom::diagnostic::show::{Form, show};
use homeroom::digest::Digest;
use homeroom::image::{Form as Written, ImageFacts};
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::path::SitePath;
use homeroom::source::{Asset, Source, Text, Tree};

const USUAL_SITE: &str = "title: Hub\nbase_url: https://hub.example/\n";

fn cases() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let files = std::fs::read_dir(folder).expect("the cases");
    let read = |file: std::fs::DirEntry| {
        let name = file.path().file_stem().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(file.path()).expect("a text"))
    };
    files.map(|file| read(file.expect("a file"))).collect()
}

/// The site of a case, and what it is to find.
fn parsed(case: &str) -> (Tree, String) {
    let mut tree = Tree::default();
    let mut finds = String::new();
    insert(&mut tree, "site.yaml", USUAL_SITE);
    for part in case.split("\n=== ").skip(1) {
        let (head, text) = part.split_once('\n').unwrap_or((part, ""));
        if head == "finds" {
            finds = text.to_owned();
        } else {
            insert(&mut tree, head, &format!("{text}\n"));
        }
    }
    (tree, finds)
}

fn insert(tree: &mut Tree, head: &str, text: &str) {
    let (path, form) = head.split_once(" (").unwrap_or((head, ""));
    let path = SitePath::new(path).unwrap_or_else(|| panic!("{path} is no path"));
    let image = form.strip_prefix("image ").and_then(|size| size.trim_end_matches(')').split_once('x'));
    let number = |text: &str| text.parse().expect("a number");
    let facts = |width, height| ImageFacts { width, height, form: Written::Jpeg, is_turned: false };
    let image = image.map(|(width, height)| facts(number(width), number(height)));
    let length = image.as_ref().map_or(1, |facts| u64::from(facts.width) * u64::from(facts.height));
    let face = form.starts_with("face").then(|| Arc::from(text.as_bytes()));
    let asset = Asset { digest: Digest::of(path.as_str().as_bytes()), length, image, face };
    let source =
        if form.is_empty() { Source::Text(Arc::new(Text::new(text.to_owned()))) } else { Source::Asset(asset) };
    tree.insert(path, source);
}

fn found(tree: Tree) -> String {
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let assembled = assemble_site(tree, Vec::new(), &mut Memo::default(), &options);
    show(&assembled.check(), Form::Short, &|path| assembled.text(path))
}

#[test]
fn every_case_finds_what_it_says() {
    let mut wrong = Vec::new();
    for (name, case) in cases() {
        let (tree, expected) = parsed(&case);
        let found = found(tree);
        if std::env::var_os("UPDATE").is_some() {
            let head = case.split("\n=== finds").next().unwrap_or_default().trim_end();
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/checks/{name}.case"));
            std::fs::write(file, format!("{head}\n=== finds\n{found}")).expect("written");
        } else if found != expected {
            wrong.push(format!("{name}: expected\n{expected}found\n{found}"));
        }
        let code = name.split('+').next().unwrap_or(&name);
        assert!(name == "nothing" || found.contains(&format!("[{code}]")), "{name} does not find itself:\n{found}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_has_documentation_a_case_and_a_name_of_its_own() {
    let cases = cases();
    let read = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let of_the_disk = ["tests/disk_scan.rs", "tests/faults/program.rs", "tests/cards.rs"]
        .map(|name| read(name).expect("a test"))
        .concat();
    let mut names = std::collections::BTreeSet::new();
    for code in codes() {
        let name = code.name;
        assert!(names.insert(name), "{name} is used twice");
        assert!(
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{name} is not in kebab case"
        );
        let summary = code.doc.trim().lines().next().unwrap_or_default();
        assert!(summary.ends_with('.') && summary.len() > 15, "{name} has no summary: {summary:?}");
        let is_disks = homeroom::disk::codes::CODES.iter().any(|own| own.name == name);
        let constant = name.to_uppercase().replace('-', "_");
        // What only a broken font library brings about is tried in a test of its own.
        let has_case = if is_disks || name == "not-printed" {
            of_the_disk.contains(&constant) || of_the_disk.contains(name)
        } else {
            cases.contains_key(name)
        };
        assert!(has_case, "{name} has no case");
    }
}

#[test]
fn every_finding_of_the_cases_says_what_to_do() {
    for (name, case) in cases() {
        let (_, expected) = parsed(&case);
        for line in expected.lines() {
            assert!(line.ends_with(')'), "{name}: no help: {line}");
            let message = line.split("]: ").nth(1).unwrap_or_default();
            assert!(!message.starts_with(char::is_uppercase), "{name}: begins with a capital: {line}");
        }
    }
}
