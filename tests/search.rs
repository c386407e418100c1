//! What search finds and does not, and that its files are what they tell they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Options, assemble as assemble_site};
use homeroom::day::Day;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::output::Content;
use homeroom::path::SitePath;
use homeroom::search::words::{LONGEST, Written, folded, written};
use homeroom::source::{Source, Text, Tree};

/// The words of a text, without those that are put together, as what a reader types is cut.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    written(text, |Written { text, joins }| {
        if joins == 0 {
            words.extend(folded(text));
        }
    });
    words
}

#[test]
fn texts_are_cut_into_words_as_the_script_cuts_them() {
    let cases: Vec<(String, Vec<String>)> =
        serde_json::from_str(include_str!("data/search-words.json")).expect("a list of texts and words");
    for (text, expected) in cases {
        assert_eq!(words(&text), expected, "{text}");
    }
}

#[test]
fn what_hyphens_join_is_one_word_too_and_no_word_is_longer_than_it_may_be() {
    let mut joined = Vec::new();
    written("a check-in at two-by-ten, -x- y-", |Written { text, joins }| {
        if joins > 0 {
            joined.push((folded(text), joins));
        }
    });
    assert_eq!(joined, [(vec!["checkin".to_owned()], 2), (vec!["twobyten".to_owned()], 3)]);
    let long = "é".repeat(5 * LONGEST);
    assert_eq!(words(&long)[0].chars().count(), LONGEST);
    let distinct: BTreeSet<String> = words("Resume résumé RÉSUMÉ re\u{301}sume\u{301}").into_iter().collect();
    assert_eq!(distinct.len(), 1);
}

/// The files of search of a site with these files.
fn files(files: &[(&str, &str)], drafts: Drafts) -> BTreeMap<String, String> {
    let mut tree = Tree::default();
    for (path, text) in files {
        let path = SitePath::new(path).expect("a path");
        tree.insert(path, Source::Text(Arc::new(Text::new((*text).to_owned()))));
    }
    let today = Day::parse("2026-11-30").expect("a day");
    let publish = assemble::Options { drafts, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let outputs = plan(&assemble_site(tree, Vec::new(), &mut Memo::default(), &options));
    let own = outputs.iter().filter(|(path, _)| path.as_str().starts_with("search/"));
    let bytes = own.filter_map(|(path, output)| {
        let Content::Made(make) = &output.content else { return None };
        Some((path.as_str().to_owned(), String::from_utf8(make().expect("bytes")).expect("a text")))
    });
    bytes.collect()
}

const SITE: (&str, &str) = ("site.yaml", "title: Hub\n");

#[test]
fn what_is_held_back_or_left_out_is_in_no_file() {
    let pages = [
        SITE,
        ("content/one.md", "---\ntitle: Marmalade\n---\n\nText.\n"),
        ("content/draft.md", "---\ntitle: Quince\ndraft: true\n---\n\nText quinces.\n"),
        ("content/later.md", "---\ntitle: Damson\ndate: 2030-01-01\n---\n\nText damsons.\n"),
        ("content/left-out.md", "---\ntitle: Medlar\nsearch: false\n---\n\nText medlars.\n"),
    ];
    for drafts in [Drafts::Hold, Drafts::Publish] {
        let files = files(&pages, drafts);
        let all: String = files.iter().flat_map(|(path, text)| [path.to_lowercase(), text.to_lowercase()]).collect();
        assert!(all.contains("marmalade"), "{files:#?}");
        for word in ["quince", "damson", "medlar", "draft", "left-out"] {
            assert!(!all.contains(word), "{word}: {files:#?}");
        }
    }
    let off = files(&[("site.yaml", "title: Hub\nsearch: false\n"), pages[1]], Drafts::Hold);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn every_file_is_a_call_that_no_text_can_end() {
    let title = "\\\"</script>\\u2028'`${x}";
    let page =
        format!("---\ntitle: \"{title}\"\nsummary: \"<b>&amp;\"\n---\n\n## \"A\" <i>\n\n\u{2028}text \\\\ \" '\n");
    let files = files(&[SITE, ("content/one.md", &page)], Drafts::Hold);
    assert!(files.len() > 4, "{:?}", files.keys());
    for (path, text) in &files {
        let value = text.strip_prefix("homeroomSearch(").and_then(|text| text.strip_suffix(")\n")).expect(path);
        let value: serde_json::Value = serde_json::from_str(&format!("[{value}]")).expect(path);
        let name = path.strip_prefix("search/en").and_then(|path| path.strip_suffix(".js")).expect(path);
        let expected = name.trim_start_matches('/').to_owned() + if name.starts_with("/texts/") { ".js" } else { "" };
        assert_eq!(value[0], expected, "{path}");
    }
}

#[test]
fn the_index_is_the_same_whatever_else_is_asked_first_and_a_change_gives_it_another_version() {
    let site = |text: &str| {
        let pages: Vec<(String, String)> = (0..600)
            .map(|at| {
                (format!("content/p{at}.md"), format!("---\ntitle: Page {at}\n---\n\n{text} {at} word{}\n", at % 7))
            })
            .collect();
        let all: Vec<(&str, &str)> =
            std::iter::once(SITE).chain(pages.iter().map(|(path, text)| (path.as_str(), text.as_str()))).collect();
        files(&all, Drafts::Hold)
    };
    let (one, same, other) = (site("alike"), site("alike"), site("different"));
    assert!(one == same);
    let version =
        |files: &BTreeMap<String, String>| files["search/en/spelling.js"].split('"').nth(3).map(str::to_owned);
    assert_ne!(version(&one), version(&other));
    assert!(version(&one).is_some_and(|version| one["search/en/words/0.js"].contains(&version)));
}

#[test]
fn a_page_of_five_megabytes_is_found_and_its_texts_stay_small() {
    let body = "## Heading\n\nSome words about marmalade and toast.\n\n".repeat(90_000);
    let page = format!("---\ntitle: Large\n---\n\n{body}");
    let files = files(&[SITE, ("content/large.md", &page)], Drafts::Hold);
    let largest = files.iter().filter(|(path, _)| path.contains("/texts/")).map(|(_, text)| text.len()).max();
    assert!(largest.is_some_and(|largest| largest < 20_000), "{largest:?}");
    assert!(files.values().any(|text| text.contains("marmalade")));
}
