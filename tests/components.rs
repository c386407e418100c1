//! Components: whatever stands in them, the page is well-formed and each finding has its place.
#![expect(clippy::panic, reason = "a test says what was wrong with its own site")]

use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::{Assembled, Options, assemble as assemble_site};
use homeroom::check::accessibility;
use homeroom::day::Day;
use homeroom::digest::Digest;
use homeroom::image::{Form, ImageFacts};
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::components::NAMES;
use homeroom::model::route::Edition;
use homeroom::parse::markdown::code;
use homeroom::path::SitePath;
use homeroom::render::components::{LazyAudit, Scene, write};
use homeroom::render::context::named::Named;
use homeroom::render::html::{self, Anchors, Settings, Title, render};
use homeroom::render::links::EntryLinks;
use homeroom::source::{Asset, Source, Text, Tree};
use proptest::prelude::*;

#[path = "markdown/strict.rs"]
mod strict;

fn path(text: &str) -> SitePath {
    SitePath::new(text).unwrap_or_else(|| panic!("{text} is no path"))
}

/// A site with `body` as its only page, in `language`, and `csv` in `content/data/a.csv`.
fn site(body: &str, csv: &str, language: &str) -> Assembled {
    let mut tree = Tree::default();
    let mut text = |at: &str, text: &str| tree.insert(path(at), Source::Text(Arc::new(Text::new(text.to_owned()))));
    text("site.yaml", &format!("title: Hub\nlanguage: {language}\nchecks: {{}}\n"));
    text("content/index.md", body);
    text("content/data/a.csv", csv);
    let prompt =
        "title: Who <b>helped</b> you?\nthemes: [gratitude]\ngrades: [5]\ndepth: 1\nminutes: 2\nformats: [talk]";
    text("content/prompts/a.md", &format!("---\n{prompt}\n---\n"));
    let asset = |image| Source::Asset(Asset { digest: Digest::of(b"a"), length: 1_234_567, image, face: None });
    tree.insert(path("content/a.pdf"), asset(None));
    tree.insert(
        path("content/a.png"),
        asset(Some(ImageFacts { width: 40, height: 30, form: Form::Png, is_turned: false })),
    );
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    assemble_site(tree, Vec::new(), &mut Memo::default(), &Options { publish, edition: Edition::Web })
}

/// The HTML of the page's text.
fn page(assembled: &Assembled) -> String {
    let site = &assembled.site;
    let (_, entry) = site.indexed().find(|(_, entry)| entry.id.is_empty()).expect("the home page");
    let links = EntryLinks::new(site, entry, &entry.route().root(), Edition::Web);
    let words = &assembled.engine.as_ref().expect("the theme's templates can be read").words;
    let named = Named { site, language: &entry.language, words: words.of(&entry.language) };
    let audit = LazyAudit::new(Box::new({
        let site = Arc::clone(site);
        move || accessibility::audit(&site)
    }));
    let scene = Scene { site, entry, links: &links, named, theme: &assembled.theme, audit: &audit };
    let settings = Settings {
        words: html::Words::ENGLISH,
        title: Title::Shown,
        anchors: Anchors::None,
        highlight: &|_, _, _| false,
        component: &|start, out| write(&scene, start, out),
    };
    render(&entry.text.body, entry.document.body, &entry.document.facts, &links, settings).0
}

fn shown(body: &str) -> String {
    let page = page(&site(body, "", "en"));
    assert_eq!(strict::check(&page), Ok(()), "{page}");
    page
}

#[test]
fn no_component_has_the_name_of_a_language() {
    for name in NAMES {
        assert_eq!(code::grammar(name), None, "{name} is highlighted as code");
    }
}

#[test]
fn a_component_stands_in_lists_quotes_and_definitions() {
    for body in [
        "- a\n\n  ```quote\n  text: Yes\n  role: R\n  consent: given\n  ```\n",
        "> ```quote\n> text: Yes\n> role: R\n> consent: given\n> ```\n",
        "T\n: ```quote\n  text: Yes\n  role: R\n  consent: given\n  ```\n",
    ] {
        let page = shown(body);
        assert!(page.contains("<blockquote>\n<p>Yes</p>") && !page.contains("<pre"), "{page}");
    }
}

#[test]
fn a_chart_that_cannot_be_drawn_stays_as_it_was_typed() {
    let page = shown("```chart\ntitle: A\nkind: bar\n```\n");
    assert!(page.contains("<pre") && page.contains("title: A"), "{page}");
}

#[test]
fn a_chart_that_is_too_large_is_its_table() {
    let rows: String = (0..600).map(|at| format!("- {{label: L{at}, value: {at}}}\n")).collect();
    let page = shown(&format!("```chart\ntitle: A\nkind: bar\nsource: S\nas_of: 2026-01-01\nrows:\n{rows}```\n"));
    assert!(!page.contains("<svg") && page.matches("<tr>").count() == 601, "{page:.300}");
}

#[test]
fn a_quote_to_which_nobody_agreed_is_left_out() {
    assert!(!shown("```quote\ntext: Secret\nrole: R\nconsent: pending\n```\n").contains("Secret"));
    assert!(!shown("```quote\ntext: Secret\nrole: R\n```\n").contains("Secret"));
}

#[test]
fn bars_grow_from_where_lines_begin() {
    let body = "```chart\ntitle: A\nkind: bar\nrows: [{label: a, value: 4}, {label: b, value: 1}]\n```\n";
    let left_to_right = page(&site(body, "", "en"));
    let right_to_left = page(&site(body, "", "ar"));
    assert!(left_to_right.contains("<rect x=\"0%\" y=\"4.4em\" width=\"25%\""), "{left_to_right}");
    assert!(right_to_left.contains("<rect x=\"75%\" y=\"4.4em\" width=\"25%\""), "{right_to_left}");
}

#[test]
fn a_file_of_five_megabytes_is_judged_in_bounded_time() {
    let csv = "label,value\n".to_owned() + &(0..400_000).map(|at| format!("{at},{at}\n")).collect::<String>();
    let assembled =
        site("```chart\ntitle: A\nkind: line\nsource: S\nas_of: 2026-01-01\ndata: data/a.csv\n```\n", &csv, "en");
    let codes: Vec<&str> = assembled.check().iter().map(|finding| finding.code.name).collect();
    assert!(codes.contains(&"chart-too-large"), "{codes:?}");
    assert!(page(&assembled).len() < 4_000_000);
}

const LINES: &[&str] = &[
    "title: \"<script>alert(1)</script>\"",
    "title: \"a\\\"b' & <b>\"",
    "title: [a, b]",
    "title:",
    "kind: bar",
    "kind: dot",
    "kind: line",
    "kind: slope",
    "kind: question",
    "unit: \"<i>%\"",
    "unit: \"%\"",
    "source: \"{} {title} S.\"",
    "as_of: 2026-02-30",
    "as_of: 2026-02-28",
    "description: \"{low} </desc>\"",
    "rows:",
    "rows: []",
    "rows: {a: 1}",
    "  - {label: a, value: 1}",
    "  - {label: b, value: -2.5, series: \"<x>\"}",
    "  - {label: c, value: 1e308}",
    "  - {label: \"\", value: 999999999999999}",
    "  - {label: a, value: .nan, series: y}",
    "  - {label: loooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooong, value: 0,5}",
    "  - {label: a}",
    "  - {label: b, value: \"n/a\", series: y}",
    "  - do: \"<b>\"",
    "    say: \"x & y\"",
    "    minutes: 70000",
    "  - item: Print",
    "    due: 2026-12-01",
    "- a",
    "- {item: b, owner: \"<o>\"}",
    "  -",
    "data: data/a.csv",
    "data: ../a.csv",
    "label: a",
    "value: [b, c]",
    "series: c",
    "themes: [gratitude]",
    "grades: [5, 99]",
    "limit: 1",
    "language: xx",
    "situation: \"<p>\"",
    "question: q",
    "do: x",
    "why: y",
    "level: never",
    "text: \"a\\n\\nb\"",
    "text: |\n  one\n\n  <two>",
    "role: \"r & s\"",
    "consent: yes",
    "date: 2026-01-01",
    "name: \"<n>\"",
    "file: a.pdf",
    "file: \"javascript:alert(1)\"",
    "link: https://a.example/\"><script>",
    "link: javascript:alert(1)",
    "poster: a.png",
    "poster: a.pdf",
    "transcript: \"<t>\\n\\nb\"",
    "transcript: a.pdf",
    "transcript: https://a.example/t.html",
    "minutes: 1",
    "captions: maybe",
    "steps:",
    "items:",
    "   bad: [",
    "\ttab: x",
    "a: &x *x",
    "{{{{",
    "? a",
    "# comment",
    "",
    "é: \u{202e}",
    "\u{1}",
];

const CELLS: &[&str] = &[
    "a", "b", "c", "1", "-2", "0,5", "1.234", "12 %", "", "n/a", "<b>", "\"", "\"x,y\"", "\n", "\r\n", ",", ";", "\t",
    "\u{feff}", "é",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_components_give_well_formed_pages_and_findings_with_places(
        blocks in prop::collection::vec(
            (prop::sample::select(NAMES), prop::collection::vec(prop::sample::select(LINES), 0..12), prop::sample::select(&["", "> ", "  "][..])),
            1..4,
        ),
        cells in prop::collection::vec(prop::sample::select(CELLS), 0..40),
        is_arabic in any::<bool>(),
    ) {
        let mut body = String::from("# A\n\n");
        for (name, lines, prefix) in &blocks {
            let block = format!("```{name}\n{}\n```", lines.join("\n"));
            body.extend(block.split('\n').flat_map(|line| [*prefix, line, "\n"]));
            body.push('\n');
        }
        let csv = "a,b,c\n".to_owned() + &cells.concat();
        let assembled = site(&body, &csv, if is_arabic { "ar" } else { "en" });
        for finding in assembled.check() {
            let Some(at) = finding.at else { continue };
            let (Some(span), Some(text)) = (at.span, assembled.text(&at.file)) else { continue };
            prop_assert!(text.get(span.range()).is_some(), "{}: {:?}", finding.message, span);
        }
        let page = page(&assembled);
        prop_assert_eq!(strict::check(&page), Ok(()), "{}\n{}", body, page);
        prop_assert!(!page.contains("<script") && !page.contains("NaN") && !page.contains("inf%"), "{}", page);
    }
}
