//! The law: the same sources and the same day give the same bytes, whatever is remembered.
#![expect(clippy::panic, reason = "a test says what went wrong")]

use std::collections::BTreeMap;
use std::sync::Arc;

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Options, assemble as assemble_site};
use homeroom::day::Day;
use homeroom::diagnostic::code::Severity;
use homeroom::model::assemble::{self, Drafts, Future};
use homeroom::model::route::{Edition, Route};
use homeroom::output::{Content, Outputs};
use homeroom::path::SitePath;
use homeroom::source::{Source, Text, Tree};
use proptest::prelude::*;

/// Components that look at other files.
const COMPONENTS: &str = "```chart
title: A
kind: bar
source: S
as_of: 2026-01-01
data: data/a.csv
```

```prompts
themes: [goals]
limit: 3
```

```download
file: /data/a.csv
```

```statement
about: accessibility
```

```statement
about: privacy
```
";

/// One change of a site: which file, and what becomes of it.
#[derive(Clone, Debug)]
enum Edit {
    Write(String, String),
    Remove(String),
    Rename(String, String),
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("content/_index.md".to_owned()),
        Just("content/about.md".to_owned()),
        "content/guides/[a-c]\\.md",
        "content/guides/[a-c]\\.es\\.md",
        "content/prompts/[a-d]\\.md",
        "content/prompts/[xy]\\.csv",
        Just("content/prompts/x.es.csv".to_owned()),
        "content/deep/[ab]/[ab]\\.md",
        Just("content/policies/p.md".to_owned()),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let title = "[A-E][a-e]{1,6}";
    let body = prop_oneof![
        Just("Plain words.\n".to_owned()),
        Just("## Part\n\nSee [a](/guides/a.md#part) and [b](../guides/b.md).[^1]\n\n[^1]: Note.\n".to_owned()),
        Just("```rust\nfn main() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()),
        Just(COMPONENTS.to_owned()),
        Just("- [ ] one\n- [x] two\n\n> [!TIP]\n> Words\n".to_owned()),
    ];
    (title, body, 1..5u8, any::<bool>()).prop_map(|(title, body, tag, draft)| {
        format!(
            "---\ntitle: {title}\nsummary: S\nupdated: 2026-10-0{tag}\ntags: [t{tag}]\ndraft: {draft}\nallow: []\ngrades: [K-2]\nthemes: [goals]\ndepth: 1\nminutes: 2\nformats: [talk]\n---\n\n{body}"
        )
    })
}

/// A table; now and then a row has the name of a file, or of another row.
fn table() -> impl Strategy<Value = Edit> {
    let id = prop_oneof![12 => Just(None), 1 => "[a-e]".prop_map(Some)];
    let row = (id, "[A-E][a-e]{1,3}", any::<bool>(), 0..4u8);
    let rows = prop::collection::vec(row, 0..6);
    let name = prop_oneof![Just("x.csv"), Just("y.csv"), Just("x.es.csv")];
    (name, rows).prop_map(|(name, rows)| {
        let mut text = "id,title,draft,tags,body,grades,themes,depth,minutes,formats\n".to_owned();
        for (at, (id, title, draft, tag)) in rows.into_iter().enumerate() {
            let id = id.unwrap_or_else(|| format!("{}{at}", &name[..1]));
            let body = "\"See [a](a.md)\\n\\n## Part\"";
            text.push_str(&format!("{id},{title},{draft},t{tag},{body},K-2,goals,1,2,talk\n"));
        }
        Edit::Write(format!("content/prompts/{name}"), text)
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        2 => table(),
        4 => (name(), text()).prop_map(|(name, text)| Edit::Write(name, text)),
        1 => Just(Edit::Write("site.yaml".into(), site("Other"))),
        1 => Just(Edit::Write("themes/default/templates/page.html".into(), "<title>{{ title }}</title>{{ body }}".into())),
        2 => "a,b\nx,[1-3]\ny,[1-3]\n".prop_map(|csv| Edit::Write("content/data/a.csv".into(), csv)),
        1 => Just(Edit::Remove("content/data/a.csv".into())),
        1 => name().prop_map(Edit::Remove),
        1 => (name(), name()).prop_map(|(from, to)| Edit::Rename(from, to)),
    ]
}

/// Everything a random site may get wrong is turned off, so that most of them can be published.
fn site(title: &str) -> String {
    format!(
        "title: {title}\nbase_url: https://hub.example/\nlanguages: {{es: {{}}}}\nchecks: {{broken-link: off, broken-anchor: off, missing-field: off, unknown-field: off, wrong-value: off, translation-without-original: off, chart-without-numbers: off}}\n"
    )
}

fn apply(tree: &mut Tree, edit: &Edit) {
    let path = |text: &str| SitePath::new(text).expect("a path");
    let put = |text: &str| Source::Text(Arc::new(Text::new(text.to_owned())));
    match edit {
        Edit::Write(name, text) => tree.insert(path(name), put(text)),
        Edit::Remove(name) => drop(tree.take(&path(name))),
        Edit::Rename(from, to) => {
            if let Some(source) = tree.get(&path(from)).cloned() {
                tree.take(&path(from));
                tree.insert(path(to), source);
            }
        }
    }
}

fn outputs(tree: &Tree, memo: &mut Memo) -> (Vec<String>, Outputs, Vec<homeroom::model::language::Language>) {
    let today = Day::parse("2026-11-22").expect("a day");
    let publish = assemble::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let assembled = assemble_site(tree.clone(), Vec::new(), memo, &options);
    let findings = assembled.check();
    let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    let said = findings.iter().map(|finding| format!("{finding:?}")).collect();
    let outputs = if has_errors { Outputs::default() } else { plan(&assembled) };
    (said, outputs, assembled.site.settings.languages.clone())
}

fn bytes(outputs: &Outputs) -> BTreeMap<String, Vec<u8>> {
    let make = |content: &Content| match content {
        Content::Made(make) => make().unwrap_or_else(|finding| panic!("{finding:?}")),
        Content::Asset { digest, .. } => digest.to_string().into_bytes(),
    };
    outputs.iter().map(|(path, output)| (path.to_string(), make(&output.content))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_warm_build_gives_what_a_cold_one_gives(edits in prop::collection::vec(edit(), 1..12)) {
        let mut tree = Tree::default();
        apply(&mut tree, &Edit::Write("site.yaml".into(), site("Hub")));
        let mut memo = Memo::default();
        for edit in &edits {
            apply(&mut tree, edit);
            let (warm_said, warm, _) = outputs(&tree, &mut memo);
            let (cold_said, cold, languages) = outputs(&tree, &mut Memo::default());
            prop_assert_eq!(&warm_said, &cold_said);
            let (warm, cold) = (bytes(&warm), bytes(&cold));
            prop_assert!(warm == cold, "the outputs differ after {:?}", edit);
            for path in cold.keys() {
                let path = homeroom::path::OutputPath::new(path).expect("a path");
                let route = Route::of(&path, &languages).expect("every output has a route");
                prop_assert_eq!(route.output_path(), Some(path));
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_row_is_said_where_it_stands_now() {
    let mut tree = Tree::default();
    let site = site("Hub").replace(", translation-without-original: off", "");
    apply(&mut tree, &Edit::Write("site.yaml".into(), site));
    let mut memo = Memo::default();
    for first in ["One", "A longer one"] {
        // The second row translates nothing, and its page is there twice.
        let text = format!("id,title\nx,{first}\ny,Two\n");
        apply(&mut tree, &Edit::Write("content/prompts/x.es.csv".into(), text.clone()));
        apply(&mut tree, &Edit::Write("content/prompts/y.csv".into(), text.clone()));
        apply(&mut tree, &Edit::Write("content/prompts/z.csv".into(), text.replace("x,", "z,")));
        let (warm, ..) = outputs(&tree, &mut memo);
        let (cold, ..) = outputs(&tree, &mut Memo::default());
        assert_eq!(warm, cold);
        assert!(warm.iter().any(|said| said.contains("row 3")), "{warm:?}");
        // The next round has originals no more.
        tree.take(&SitePath::new("content/prompts/y.csv").expect("a path"));
        tree.take(&SitePath::new("content/prompts/z.csv").expect("a path"));
        let (warm, ..) = outputs(&tree, &mut memo);
        assert_eq!(warm, outputs(&tree, &mut Memo::default()).0);
        assert!(warm.iter().any(|said| said.contains("translates a row that is not there")), "{warm:?}");
        let text = text.replace("x,", "x,Very ");
        apply(&mut tree, &Edit::Write("content/prompts/x.es.csv".into(), text));
        assert_eq!(outputs(&tree, &mut memo).0, outputs(&tree, &mut Memo::default()).0);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let mut tree = Tree::default();
    apply(&mut tree, &Edit::Write("site.yaml".into(), site("Hub")));
    for number in 0..40 {
        let text = format!(
            "---\ntitle: Page {number}\ntags: [a, t{}]\n---\n\n[next](p{}.md) [nowhere](x.md)\n",
            number % 3,
            (number + 1) % 40
        );
        apply(&mut tree, &Edit::Write(format!("content/many/p{number}.md"), text));
    }
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            let (said, outputs, _) = outputs(&tree, &mut Memo::default());
            (said, bytes(&outputs))
        })
    };
    let one = on(1);
    assert!(one.1.len() > 40);
    assert!(one == on(2) && one == on(7), "the outputs depend on the number of threads");
}
