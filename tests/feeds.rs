//! Which feeds and calendars a site has, and what is in them.
#![expect(clippy::panic, reason = "a test says what was wrong with its own site")]

use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Options, assemble as assemble_site};
use homeroom::day::Day;
use homeroom::digest::Digest;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::beside::LONGEST_FEED;
use homeroom::model::route::Edition;
use homeroom::output::{Content, Outputs};
use homeroom::path::{OutputPath, SitePath};
use homeroom::source::{Asset, Source, Text, Tree};

const SITE: &str = "title: Hub\nbase_url: https://hub.example/\n";
const CHAPTER: &str = "---\ntitle: A chapter\norder: 1\nstart: 2026-12-01\n---\n";

/// The outputs of a site of these files; those that are no text are known by name only.
fn outputs(files: &[(&str, &str)], drafts: Drafts, edition: Edition) -> Outputs {
    let mut tree = Tree::default();
    for (path, text) in files {
        let source = if path.ends_with(".md") || path.ends_with(".yaml") {
            Source::Text(Arc::new(Text::new((*text).to_owned())))
        } else {
            Source::Asset(Asset { digest: Digest::of(text.as_bytes()), length: 1, image: None, face: None })
        };
        tree.insert(SitePath::new(path).unwrap_or_else(|| panic!("{path} is no path")), source);
    }
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts, future: Future::Hold, today, base_url: None };
    plan(&assemble_site(tree, Vec::new(), &mut Memo::default(), &Options { publish, edition }))
}

fn web(files: &[(&str, &str)]) -> Outputs {
    outputs(files, Drafts::Hold, Edition::Web)
}

/// The feeds and calendars among the outputs.
fn beside(outputs: &Outputs) -> Vec<String> {
    let names = outputs.iter().map(|(path, _)| path.as_str().to_owned());
    names.filter(|name| name.ends_with("feed.xml") || name.ends_with("calendar.ics")).collect()
}

fn text(outputs: &Outputs, path: &str) -> String {
    let output = outputs.get(&OutputPath::new(path).expect("a path")).unwrap_or_else(|| panic!("there is no {path}"));
    let Content::Made(make) = &output.content else { panic!("{path} is passed on") };
    String::from_utf8(make().expect("it is made")).expect("text")
}

fn page(title: &str, fields: &str) -> String {
    format!("---\ntitle: {title}\n{fields}\n---\n")
}

#[test]
fn there_are_feeds_and_a_calendar_where_there_is_something_to_tell_and_an_address() {
    let [dated, undated] = [page("A", "date: 2026-01-01"), page("B", "")];
    let files = [("content/news/a.md", &*dated), ("content/other/b.md", &*undated), ("content/playbook/c.md", CHAPTER)];
    let with = |site: &'static str| [&[("site.yaml", site)], &files[..]].concat();
    assert_eq!(beside(&web(&with(SITE))), ["calendar.ics", "feed.xml", "news/feed.xml"]);
    assert!(beside(&web(&with("title: Hub\n"))).is_empty(), "both need the full address");
    assert!(beside(&outputs(&with(SITE), Drafts::Hold, Edition::Offline)).is_empty(), "a folder is read by people");
    let nothing = [("site.yaml", SITE), ("content/other/b.md", &*undated)];
    assert!(beside(&web(&nothing)).is_empty(), "an empty feed or calendar tells nothing");
}

#[test]
fn a_draft_that_is_published_on_request_is_in_no_feed_and_no_calendar() {
    let draft = page("A", "date: 2026-01-01\ndraft: true");
    let chapter = CHAPTER.replace("order", "draft: true\norder");
    let policy =
        page("P", "status: draft\nowner: Board\nversion: \"1\"\neffective: 2026-01-01\nnext_review: 2027-01-01");
    let files = [
        ("site.yaml", SITE),
        ("content/a.md", &*draft),
        ("content/playbook/c.md", &*chapter),
        ("content/policies/p.md", &*policy),
    ];
    let published = outputs(&files, Drafts::Publish, Edition::Web);
    assert!(text(&published, "policies/p/index.html").contains("<h1>P</h1>"), "it is published");
    assert!(beside(&published).is_empty());
}

#[test]
fn a_feed_holds_the_newest_and_no_more_than_it_may() {
    let titles: Vec<(String, String)> = (0..LONGEST_FEED + 20)
        .map(|at| {
            let first = Day::parse("2026-01-01").expect("a day");
            let day = (0..at).fold(first, |day, _| day.next());
            (format!("content/news/{at}.md"), page(&format!("T{at:03}"), &format!("date: {day}")))
        })
        .collect();
    let mut files = vec![("site.yaml", SITE)];
    files.extend(titles.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let feed = text(&web(&files), "feed.xml");
    let shown: Vec<&str> = feed.split("<entry>\n<title>").skip(1).map(|rest| &rest[..4]).collect();
    let newest: Vec<String> = (20..LONGEST_FEED + 20).rev().map(|at| format!("T{at:03}")).collect();
    assert_eq!(shown, newest);
}

#[test]
fn a_file_of_the_sites_own_is_kept_and_a_folder_of_that_name_leaves_no_place_for_a_feed() {
    let news = page("A", "date: 2026-01-01");
    let files = [
        ("site.yaml", SITE),
        ("content/news/a.md", &*news),
        ("content/playbook/c.md", CHAPTER),
        ("content/static/feed.xml", "own"),
        ("content/static/news/Feed.xml/old.txt", "own"),
        ("content/static/calendar.ics/old.txt", "own"),
    ];
    let outputs = web(&files);
    let own = outputs.get(&OutputPath::new("feed.xml").expect("a path")).expect("the own file");
    assert!(matches!(own.content, Content::Asset { .. }), "made by {}", own.maker);
    assert_eq!(beside(&outputs), ["feed.xml"]);
}

#[test]
fn a_page_names_the_feed_of_its_language_and_that_of_its_folder() {
    let [news, home] = [page("A", "date: 2026-01-01"), page("Inicio", "")];
    let site = "title: Hub\nbase_url: https://hub.example/\nlanguages: {es: {}}\n";
    let files = [
        ("site.yaml", site),
        ("content/_index.md", &*home),
        ("content/_index.es.md", &*home),
        ("content/news/a.md", &*news),
        ("content/playbook/c.md", CHAPTER),
    ];
    let outputs = web(&files);
    let feeds = |path: &str| {
        let page = text(&outputs, path);
        let links = page.lines().filter(|line| line.contains("application/atom+xml"));
        links.filter_map(|line| Some(line.split("href=\"").nth(1)?.split('"').next()?.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(feeds("news/a/index.html"), ["../../feed.xml", "../../news/feed.xml"]);
    assert_eq!(feeds("index.html"), ["./feed.xml"]);
    assert!(feeds("es/index.html").is_empty(), "nothing is dated in Spanish");
    assert!(text(&outputs, "playbook/c/index.html").contains("href=\"../../calendar.ics\""));
    assert!(!text(&outputs, "news/a/index.html").contains("calendar.ics"));
}

#[test]
fn the_last_day_there_is_ends_an_event_without_a_day_after_it() {
    let chapter = page("C", "order: 1\nstart: 9999-12-30\nend: 9999-12-31");
    let calendar = text(&web(&[("site.yaml", SITE), ("content/playbook/c.md", &chapter)]), "calendar.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:99991230\r\nSUMMARY"), "{calendar}");
    let backwards = page("C", "order: 1\nstart: 2026-03-02\nend: 2026-03-01");
    let calendar = text(&web(&[("site.yaml", SITE), ("content/playbook/c.md", &backwards)]), "calendar.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20260302\r\nSUMMARY"), "{calendar}");
}
