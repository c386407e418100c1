//! A query over the library gives the prompts that were meant, in the order that was asked for.
#![expect(clippy::panic, reason = "a test says what was wrong with its own site")]

use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::{Options, assemble as assemble_site};
use homeroom::day::Day;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::language::Language;
use homeroom::model::query::Query;
use homeroom::model::route::Edition;
use homeroom::model::site::Site;
use homeroom::parse::typed::typed;
use homeroom::parse::value::{Data, Value};
use homeroom::parse::yaml;
use homeroom::path::SitePath;
use homeroom::source::{Source, Span, Text, Tree};

/// Name, fields, one prompt each.
const PROMPTS: &[(&str, &str)] = &[
    ("a.md", "title: A\nthemes: [family]\ngrades: [K-2]\ndepth: 3\nminutes: 10\nformats: [talk]\ndate: 2026-01-01"),
    ("b.md", "title: B\nthemes: [goals]\ngrades: [6-8]\ndepth: 1\nminutes: 2\nformats: [write]\ntags: [monday]"),
    ("c.md", "title: C\nthemes: [goals, family]\ngrades: [8]\ndepth: 2\nminutes: 5\nformats: [talk]\nkind: scale"),
    ("c.es.md", "title: C español"),
    ("d.md", "title: D\nthemes: [goals]\ngrades: [8]\ndepth: 1\nminutes: 1\nformats: [talk]\nstatus: draft"),
    (
        "e.md",
        "title: E\nthemes: [learning]\ngrades: [K]\ndepth: 1\nminutes: 3\nformats: [talk]\norder: 1\ndate: 2026-02-01",
    ),
];

fn site() -> Arc<Site> {
    let mut tree = Tree::default();
    let mut put = |path: &str, text: String| {
        let path = SitePath::new(path).unwrap_or_else(|| panic!("{path} is no path"));
        tree.insert(path, Source::Text(Arc::new(Text::new(text))));
    };
    put("site.yaml", "title: Hub\nlanguages: {es: {}}\n".to_owned());
    for (name, fields) in PROMPTS {
        put(&format!("content/prompts/{name}"), format!("---\n{fields}\n---\n"));
    }
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    assemble_site(tree, Vec::new(), &mut Memo::default(), &Options { publish, edition: Edition::Web }).site
}

fn titles(site: &Site, query: &str, language: &Language) -> String {
    let file = SitePath::new("content/x.md").expect("a path");
    let (fields, findings) = yaml::fields(&file, query, 0);
    assert!(findings.is_empty(), "{query}: {findings:?}");
    let query: Query = typed(&Value { data: Data::Map(fields), span: Span::default() }).expect("a query");
    let found = query.select(site, language);
    found.iter().map(|at| site.entry(*at).common.title.as_str()).collect::<Vec<_>>().join(", ")
}

#[test]
fn fields_narrow_and_the_words_of_one_field_widen() {
    let site = site();
    for (query, found) in [
        ("", "E, A, B, C"),
        ("themes: [family, learning]", "E, A, C"),
        ("themes: family\nformats: talk\ngrades: [6-8]", "C"),
        ("grades: [K-12]\ndepth: [light, 2]", "E, B, C"),
        ("minutes: 3", "E, B"),
        ("kind: scale", "C"),
        ("tags: Monday", "B"),
        ("themes: weather", ""),
        ("limit: 2", "E, A"),
        ("limit: 0", ""),
    ] {
        assert_eq!(titles(&site, query, site.main_language()), found, "{query}");
    }
}

#[test]
fn prompts_are_put_in_the_order_that_is_asked_for() {
    let site = site();
    for (query, found) in [
        ("sort: title", "A, B, C, E"),
        ("sort: minutes", "B, E, C, A"),
        ("sort: depth", "E, B, C, A"),
        ("sort: newest", "E, A, B, C"),
        ("sort: minutes\nlimit: 1", "B"),
    ] {
        assert_eq!(titles(&site, query, site.main_language()), found, "{query}");
    }
}

#[test]
fn a_page_shows_its_own_language_and_the_original_where_a_translation_is_missing() {
    let site = site();
    let spanish = Language::further("es");
    assert_eq!(titles(&site, "", &spanish), "E, A, B, C español");
    assert_eq!(titles(&site, "language: es", site.main_language()), "C español");
    assert_eq!(titles(&site, "language: en", &spanish), "E, A, B, C");
}
