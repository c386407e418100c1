//! The law: what is served is what a new build writes, and the script.

use std::fs;
use std::path::Path;

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Options, assemble};
use homeroom::day::Day;
use homeroom::diagnostic::code::Severity;
use homeroom::disk::asset::published;
use homeroom::disk::pictures::Pictures;
use homeroom::disk::scan::scan;
use homeroom::image;
use homeroom::model::assemble::{self as publish, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::output::{Content, Passed};
use homeroom::serve::SCRIPT;
use proptest::prelude::*;

use crate::desk::{Desk, put, until};
use crate::photo;

/// One change of a site's folder.
#[derive(Clone, Debug)]
enum Edit {
    Write(String, String),
    Append(String),
    Remove(String),
    Rename(String, String),
    /// A photo that lies on its side, and how bright it is.
    Photo(String, u8),
}

fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("content/_index.md".to_owned()),
        Just("content/about.md".to_owned()),
        "content/guides/[a-c]\\.md",
        "content/guides/[ab]\\.es\\.md",
        "content/deep/[ab]/[ab]\\.md",
        "content/deep/[ab]/[ab]\\.txt",
        "content/static/[ab]\\.txt",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let body = prop_oneof![
        Just("Plain words.\n".to_owned()),
        Just(
            "## Part\n\nSee [a](/guides/a.md#part), [a file](a.txt) and [b](../guides/b.md).[^1]\n\n[^1]: Note.\n"
                .to_owned()
        ),
        Just("![a photo of us](photo.jpg \"Us\")\n".to_owned()),
        Just("![a photo of us](photo.jpg), [the whole photo](photo.jpg)\n".to_owned()),
        Just("```rust\nfn main() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()),
    ];
    ("[A-E][a-e]{1,6}", body, 0..3u8, prop::bool::weighted(0.2)).prop_map(|(title, body, tag, draft)| {
        format!("---\ntitle: {title}\nsummary: S\ntags: [t{tag}]\ndraft: {draft}\naliases: []\n---\n\n{body}")
    })
}

/// A table whose rows link to one another.
fn table() -> impl Strategy<Value = Edit> {
    let row = ("[A-E][a-e]{1,3}", prop::bool::weighted(0.2), 0..3u8);
    (prop_oneof![Just("x.csv"), Just("x.es.csv")], prop::collection::vec(row, 1..4)).prop_map(|(name, rows)| {
        let mut text = "id,title,draft,tags,body,grades,themes,depth,minutes,formats\n".to_owned();
        for (at, (title, draft, tag)) in rows.into_iter().enumerate() {
            text.push_str(&format!("x{at},{title},{draft},t{tag},See [a](x0.md)\\n,K-2,goals,1,2,talk\n"));
        }
        Edit::Write(format!("content/prompts/{name}"), text)
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let theme = |name: &str, text: &str| Just(Edit::Write(format!("themes/default/{name}"), text.to_owned()));
    let folder = || prop_oneof![Just("content/deep/a"), Just("content/deep/b"), Just("content/guides")];
    prop_oneof![
        2 => table(),
        5 => (file(), text()).prop_map(|(file, text)| Edit::Write(file, text)),
        2 => file().prop_map(Edit::Append),
        1 => Just(Edit::Write("site.yaml".into(), site("Other"))),
        1 => theme("templates/page.html", "<!doctype html><title>{{ title }}</title><body>{{ body }}</body>"),
        1 => theme("static/style.css", "body { color: red }"),
        1 => Just(Edit::Remove("themes".to_owned())),
        1 => file().prop_map(Edit::Remove),
        1 => folder().prop_map(|folder| Edit::Remove(folder.to_owned())),
        1 => (file(), file()).prop_map(|(from, to)| Edit::Rename(from, to)),
        2 => ("content/deep/[ab]/photo\\.jpg", 0..3u8).prop_map(|(file, light)| Edit::Photo(file, light)),
        1 => (folder(), folder()).prop_map(|(from, to)| Edit::Rename(from.to_owned(), to.to_owned())),
    ]
}

/// Everything a random site may get wrong is turned off, so that most of them can be published.
fn site(title: &str) -> String {
    format!(
        "title: {title}\nbase_url: https://hub.example/repo/\nlanguages: {{es: {{}}}}\nchecks: {{broken-link: off, broken-anchor: off, missing-field: off, unknown-field: off, wrong-value: off, broken-image: off, translation-without-original: off}}\n"
    )
}

fn apply(root: &Path, edit: &Edit) {
    let at = |path: &String| root.join(path);
    // What an edit cannot do in this folder it leaves.
    match edit {
        Edit::Write(path, text) => put(root, path, text),
        Edit::Photo(path, light) => {
            fs::create_dir_all(at(path).parent().expect("a folder")).expect("folders");
            fs::write(at(path), photo::lying(1000, 700, *light)).expect("written");
        }
        Edit::Append(path) => {
            if let Ok(text) = fs::read_to_string(at(path)) {
                put(root, path, &format!("{text}\nMore.\n"));
            }
        }
        Edit::Remove(path) => drop(fs::remove_file(at(path)).or_else(|_| fs::remove_dir_all(at(path)))),
        Edit::Rename(from, to) => {
            if let Some(parent) = at(to).parent().filter(|_| at(from).exists()) {
                fs::create_dir_all(parent).expect("folders");
                let _ = fs::rename(at(from), at(to));
            }
        }
    }
}

/// Path → bytes of a new build of the site; `None` where its errors forbid one.
fn built(root: &Path) -> Option<Vec<(String, Vec<u8>)>> {
    let scanned = scan(root).expect("a site");
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = publish::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let assembled = assemble(scanned.tree, scanned.findings, &mut Memo::default(), &options);
    if assembled.check().iter().any(|finding| finding.severity == Severity::Error) {
        return None;
    }
    // What the server made and kept is no witness for itself: pictures are made anew.
    let pictures = Pictures::of(&root.canonicalize().expect("a folder"));
    let make = |content: &Content| match content {
        Content::Made(make) => make().expect("the templates are fine"),
        Content::Asset { source, cut: Some(cut), .. } => {
            let bytes = fs::read(root.join(source.as_str())).expect("a photo");
            image::decode(&bytes).and_then(|picture| picture.cut(*cut)).expect("a sound photo")
        }
        Content::Asset { source, digest, cut: None } => match published(&pictures, source, *digest, None) {
            Ok(Some(Passed::Bytes(bytes))) => bytes,
            other => panic!("{other:?}"),
        },
    };
    Some(plan(&assembled).iter().map(|(path, output)| (path.to_string(), make(&output.content))).collect())
}

/// What of the build is not served as it should be.
fn difference(desk: &Desk, built: &[(String, Vec<u8>)]) -> Option<String> {
    built.iter().find_map(|(path, bytes)| {
        let address = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        let answer = desk.get(&format!("{}{}", desk.base, address.unwrap_or(path)));
        let tail = if path.ends_with(".html") { SCRIPT } else { "" };
        let wanted = [bytes, tail.as_bytes()].concat();
        (answer.status != 200 || answer.body != wanted).then(|| {
            format!(
                "{path}: {} and\n{}\ninstead of\n{}",
                answer.status,
                answer.text(),
                String::from_utf8_lossy(&wanted)
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_served_is_what_a_new_build_writes_and_the_script(edits in prop::collection::vec(edit(), 1..14)) {
        let begin = site("Hub");
        let desk = Desk::new(&[("site.yaml", &begin), ("content/about.md", "# About\n"), ("content/guides/a.md", "# A\n")]);
        prop_assert_eq!(&desk.base, "/repo/");
        let mut paths: Vec<String> = Vec::new();
        for edit in &edits {
            apply(desk.folder.path(), edit);
            let Some(built) = built(desk.folder.path()) else { continue };
            let mut last = None;
            until(&format!("the site is served as it is built after {edit:?} of {edits:?}; last seen {last:?}"), || {
                last = difference(&desk, &built);
                last.is_none().then_some(())
            });
            // What is not built any more is not served any more.
            for gone in paths.iter().filter(|path| built.iter().all(|(now, _)| now != *path)) {
                let answer = desk.get(&format!("{}{gone}", desk.base));
                prop_assert_eq!(answer.status, 404, "{} after {:?}", gone, edit);
            }
            paths = built.into_iter().map(|(path, _)| path).collect();
        }
    }
}

#[test]
fn a_photo_is_served_at_every_size_as_it_is_built() {
    let page = "# Us\n\n![a ring of chairs](photo.jpg)\n";
    let desk = Desk::new(&[("site.yaml", &site("Hub")), ("content/deep/a/us.md", page)]);
    for light in 0..2 {
        apply(desk.folder.path(), &Edit::Photo("content/deep/a/photo.jpg".to_owned(), light));
        let built = built(desk.folder.path()).expect("no errors");
        let sizes = built.iter().filter(|(path, _)| path.contains("photo.")).count();
        assert_eq!(sizes, 2, "its own and one beside it");
        until("the photo is served as it is built", || difference(&desk, &built).is_none().then_some(()));
    }
}
