//! Statements say what the checks find, and nothing that is not so.
#![expect(clippy::panic, reason = "a test says what was wrong with its own site")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Assembled, Options, assemble as assemble_site};
use homeroom::check::accessibility::{CODES, audit};
use homeroom::day::Day;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::inventory::{Inventory, inventory};
use homeroom::model::route::Edition;
use homeroom::output::Content;
use homeroom::path::{OutputPath, SitePath};
use homeroom::source::{Source, Text, Tree};

/// A page with one of each finding of accessibility that a page can have.
const FLAWED: &str = "## Part\n\n#### Deep\n\n# Second\n\n#\n\n[here](a.md) [](a.md) ![](a.svg) ![image](a.svg)\n\n|  |  |\n|---|---|\n| a | b |\n\n```video\ntitle: Film\nlink: https://films.example/1\n```\n";

fn assembled(files: &[(&str, &str)]) -> Assembled {
    let mut tree = Tree::default();
    for (path, text) in files {
        let path = SitePath::new(path).unwrap_or_else(|| panic!("{path} is no path"));
        tree.insert(path, Source::Text(Arc::new(Text::new((*text).to_owned()))));
    }
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    assemble_site(tree, Vec::new(), &mut Memo::default(), &Options { publish, edition: Edition::Web })
}

/// The page at `path`.
fn page(assembled: &Assembled, path: &str) -> String {
    let outputs = plan(assembled);
    let wanted = OutputPath::new(path).expect("a path");
    let (_, output) = outputs.iter().find(|(path, _)| **path == wanted).expect("it is made");
    let Content::Made(make) = &output.content else { panic!("{path} is no page") };
    String::from_utf8(make().unwrap_or_else(|finding| panic!("{finding:?}"))).expect("a text")
}

fn statement(about: &str) -> String {
    format!("---\ntitle: Statement\n---\n\n```statement\nabout: {about}\n```\n")
}

/// A site with a flawed page `one`, the same page `two` with `front` in its front matter, and `settings`.
fn flawed(front: &str, settings: &str) -> Assembled {
    assembled(&[
        ("site.yaml", &format!("title: Hub\n{settings}\n")),
        ("content/a.md", "---\ntitle: A\n---\n"),
        ("content/one.md", &format!("---\ntitle: One\n---\n\n{FLAWED}")),
        ("content/two.md", &format!("---\ntitle: Two\n{front}\n---\n\n{FLAWED}")),
        ("content/about.md", &statement("accessibility")),
    ])
}

#[test]
fn an_audit_finds_what_the_checks_find() {
    for (front, settings) in [
        ("", "colors: {link: \"#7aa7e0\"}"),
        ("allow: [missing-alt-text, heading-skip]", ""),
        ("", "checks: {vague-link-text: off, second-h1: note, video-without-transcript: warning}"),
        ("allow: [missing-alt-text]", "checks: {missing-alt-text: off}"),
    ] {
        let assembled = flawed(front, settings);
        let mut told: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for finding in assembled.check() {
            if CODES.iter().any(|(code, _)| code.name == finding.code.name) {
                let file = finding.at.expect("a place").file;
                told.entry(finding.code.name).or_default().insert(file.to_string());
            }
        }
        let audit = audit(&assembled.site);
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (name, place) in &audit.open {
            let pages = place.pages.iter().map(|at| assembled.site.entry(*at).document.file().to_string());
            found.entry(name).or_default().extend(pages.chain(place.everywhere.then(|| "site.yaml".to_owned())));
        }
        assert_eq!(found, told, "{front} {settings}");
        assert_eq!(audit.excused.contains_key("missing-alt-text"), front.contains("missing") && settings.is_empty());
    }
    // One that no case finds would be told of as if it were looked for.
    let assembled = flawed("", "colors: {link: \"#7aa7e0\"}");
    let all: BTreeSet<&str> = audit(&assembled.site).open.keys().copied().collect();
    assert_eq!(all, CODES.iter().map(|(code, _)| code.name).collect());
}

#[test]
fn what_is_found_excused_or_not_looked_for_is_said_with_its_pages() {
    let settings = "contact: a@b.example\nchecks: {vague-link-text: off, video-without-transcript: warning}";
    let said = page(&flawed("allow: [missing-alt-text]", settings), "about/index.html");
    for part in [
        "<dt>Known problems</dt>",
        "<li>Pictures without words that say what they show: <a href=\"../one/\">One</a></li>",
        "<li>Videos without a transcript or captions: <a href=\"../one/\">One</a>, <a href=\"../two/\">Two</a></li>",
        "<dt>Found and left as it is</dt>\n<dd>\n<ul>\n<li>Pictures without words that say what they show: <a href=\"../two/\">Two</a></li>\n</ul>",
        "<dt>Not looked for</dt>\n<dd>\n<ul>\n<li>Links that do not say where they lead</li>\n</ul>",
        "<time datetime=\"2026-11-22\">22 November 2026</time>",
        "2 have neither a transcript nor captions.",
        "<a href=\"mailto:a@b.example\"",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert!(!said.contains("The check found none."));
    let clean = assembled(&[("site.yaml", "title: Hub\n"), ("content/about.md", &statement("accessibility"))]);
    let clean = page(&clean, "about/index.html");
    assert!(clean.contains("The check found none.") && !clean.contains("Not looked for"), "{clean}");
}

#[test]
fn a_long_list_of_pages_is_cut() {
    let mut files = vec![("site.yaml".to_owned(), "title: Hub\n".to_owned())];
    files.push(("content/about.md".to_owned(), statement("accessibility")));
    let body = "---\ntitle: P\n---\n\n[here](about.md)\n";
    files.extend((0..45).map(|number| (format!("content/p{number:02}.md"), body.to_owned())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let said = page(&assembled(&files), "about/index.html");
    assert_eq!(
        said.matches("<a href=\"../p").count() - said.matches("</li>\n<li><a href=\"../p").count(),
        20 + 1,
        "{said}"
    );
    assert!(said.contains(", and 25 more</li>"), "{said}");
}

#[test]
fn privacy_knows_where_links_lead_and_what_a_theme_brings_along() {
    let guide = "---\ntitle: G\nsummary: S\ngrades: [6]\nevidence: [{outcome: o, tier: practice-wisdom, citations: [a]}]\nsteps: [{do: It.}]\ncitations: [{key: a, author: A, year: 2000, title: T, doi: 10.1/x}]\n---\n\n[x](https://One.example/a) [y](http://two.example:8080?b) <mail@x.example>\n";
    let files = [
        ("site.yaml", "title: Hub\ncontact: https://form.example/hub\n"),
        ("content/guides/g.md", guide),
        ("content/about.md", &statement("privacy")),
    ];
    let site = assembled(&files);
    let Inventory { hosts, .. } = inventory(&site.site);
    let hosts: Vec<&str> = hosts.iter().map(String::as_str).collect();
    assert_eq!(hosts, ["doi.org", "form.example", "one.example", "two.example"]);
    let said = page(&site, "about/index.html");
    assert!(said.contains("They lead to 4 other sites") && !said.contains("Parts of our own"), "{said}");
    let own =
        [&files[..], &[("themes/default/static/count.js", "count()"), ("themes/default/templates/guide.html", "x")]];
    let said = page(&assembled(&own.concat()), "about/index.html");
    assert!(said.contains("What they load and keep is not told here: guide.html, count.js</dd>"), "{said}");
}
