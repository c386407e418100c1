//! The beginning of a site and of its pages, as their author meets it.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

#[path = "bed/tree.rs"]
mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use homeroom::day::Day;
use homeroom::model::collections::Kind;
use homeroom::model::scaffold;
use homeroom::parse::document::parse;
use homeroom::path::SitePath;
use homeroom::source::Text;
use proptest::prelude::*;
use tempfile::TempDir;

const DAY: &str = "2026-11-22";

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn homeroom(folder: &Path, args: &[&str]) -> Run {
    let run =
        Command::new(env!("CARGO_BIN_EXE_homeroom")).args(args).current_dir(folder).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Run { code: run.status.code(), out: text(run.stdout), err: text(run.stderr) }
}

/// A new site in the language `code`, with Spanish or English as its further one.
fn site(code: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let run = homeroom(folder.path(), &["init", ".", "--lang", code, "--today", DAY]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    folder
}

fn with_spanish() -> TempDir {
    let folder = site("en");
    let path = folder.path().join("site.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, text + "languages:\n  es: {title: Nuestro espacio}\n").expect("a file");
    folder
}

/// The findings of a strict build, in short form; empty where there are none.
fn findings(folder: &Path) -> String {
    let run = homeroom(folder, &["build", "--strict", "--quiet", "--format", "short", "--today", DAY]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    run.out + &run.err
}

#[test]
fn a_new_site_builds_without_a_finding_in_each_language() {
    for code in ["en", "es"] {
        assert_eq!(findings(site(code).path()), "", "{code}");
        let next_year = homeroom(site(code).path(), &["check", "--strict", "--today", "2027-11-22"]);
        assert_eq!(next_year.code, Some(0), "{}", next_year.err);
    }
}

#[test]
fn a_new_site_has_one_good_example_of_each_kind_and_what_coaches_need() {
    for code in ["en", "es"] {
        let folder = site(code);
        for kind in Kind::ALL {
            let run = homeroom(folder.path(), &["list", kind.name(), "--today", DAY]);
            assert!(run.out.contains("published") && !run.out.contains("draft"), "{kind:?}: {}", run.out);
        }
        for file in [
            ".gitignore",
            "CONTRIBUTING.md",
            ".github/ISSUE_TEMPLATE/story.yml",
            ".github/ISSUE_TEMPLATE/broken-link.yml",
        ] {
            assert!(folder.path().join(file).is_file(), "{file}");
        }
        for (path, text) in tree::of(folder.path()) {
            for blank in ["{title}", "{today}", "{install}"] {
                assert!(!text.contains(blank), "{path} has {blank}");
            }
        }
        let offline = homeroom(folder.path(), &["build", "--offline", "-o", "offline", "--strict", "--today", DAY]);
        assert_eq!(offline.code, Some(0), "{}", offline.err);
    }
}

#[test]
fn both_languages_have_the_same_files() {
    let names = |code| tree::of(site(code).path()).into_keys().collect::<Vec<_>>();
    assert_eq!(names("en"), names("es"));
}

#[test]
fn the_workflow_pins_what_it_uses_and_writes_in_one_job_only() {
    let text = fs::read_to_string(site("en").path().join(".github/workflows/site.yml")).expect("a file");
    let actions: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("- uses: ")).collect();
    assert!(actions.len() >= 6, "{actions:?}");
    for action in actions {
        let (commit, version) = action.split_once('@').and_then(|(_, pin)| pin.split_once(" # ")).expect("a pin");
        assert!(commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()), "{action}");
        assert!(version.starts_with('v'), "{action}");
    }
    let (before, deploy) = text.split_once("\n  deploy:\n").expect("a job");
    assert!(!before.contains(": write") && deploy.contains("pages: write") && deploy.contains("id-token: write"));
    assert!(before.contains("\npermissions: {}\n") && before.contains("schedule:"));
    assert!(before.contains("homeroom check --format github") && before.contains("steps.pages.outputs.base_url"));
    let installs = before.lines().filter(|line| line.contains("- run: cargo install --locked "));
    assert_eq!(installs.filter(|line| line.contains(env!("CARGO_PKG_VERSION"))).count(), 2);
    assert_eq!(text.matches("actions/checkout@").count(), text.matches("persist-credentials: false").count());
}

#[test]
fn init_writes_over_nothing_and_says_what_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join(".git")).expect("a folder");
    fs::create_dir_all(folder.path().join("content/guides")).expect("a folder");
    fs::write(folder.path().join("site.yaml"), "title: Mine\n").expect("a file");
    fs::write(folder.path().join("content/about.md"), "# Mine\n").expect("a file");
    let before = tree::of(folder.path());
    let run = homeroom(folder.path(), &["init", "."]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("\"content/about.md\"") && run.err.contains("\"site.yaml\""), "{}", run.err);
    assert_eq!(tree::of(folder.path()), before, "nothing was written");
    for file in ["site.yaml", "content/about.md"] {
        fs::remove_file(folder.path().join(file)).expect("removed");
    }
    let run = homeroom(folder.path(), &["init", ".", "--title", "Two: by #ten"]);
    assert_eq!((run.code, run.out.lines().count()), (Some(0), 3), "{}", run.err);
    let text = fs::read_to_string(folder.path().join("site.yaml")).expect("a file");
    assert!(text.contains("\ntitle: \"Two: by #ten\"\n"), "{text}");
    assert_eq!(homeroom(folder.path(), &["init", "other", "--lang", "tlh"]).code, Some(2));
    assert!(!folder.path().join("other").exists());
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_out_of_a_site() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("content")).expect("a link");
    assert_eq!(homeroom(folder.path(), &["init", "."]).code, Some(2));
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
    assert!(!folder.path().join("site.yaml").exists());
    let folder = site("en");
    std::os::unix::fs::symlink("nowhere", folder.path().join("content/guides/two-by-ten.md")).expect("a link");
    assert_eq!(homeroom(folder.path(), &["new", "guide", "Two by ten"]).code, Some(2));
    assert!(!folder.path().join("content/guides/nowhere").exists());
}

#[test]
fn a_new_file_of_each_kind_keeps_a_site_without_a_warning() {
    let folder = site("en");
    for kind in Kind::ALL {
        let run = homeroom(folder.path(), &["new", kind.name(), "Two: by #ten", "--today", DAY]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let path = run.out.trim();
        assert_eq!(path.rsplit('/').next(), Some("two-by-ten.md"));
        let text = fs::read_to_string(folder.path().join(path)).expect("a file");
        assert!(text.contains("title: \"Two: by #ten\""), "{text}");
        let again = homeroom(folder.path(), &["new", kind.name(), "Two by ten"]);
        assert_eq!(again.code, Some(2));
        assert!(again.err.contains(&format!("{path} is there already")), "{}", again.err);
    }
    let found = findings(folder.path());
    let other = found.lines().find(|line| !line.contains(": note["));
    assert_eq!(other, None, "{found}");
    let drafts = homeroom(folder.path(), &["list", "drafts"]);
    assert!(drafts.out.ends_with(&format!("{} entries\n", Kind::ALL.len())), "{}", drafts.out);
}

#[test]
fn every_offered_field_is_right_once_it_is_uncommented() {
    for kind in Kind::ALL {
        let folder = site("en");
        let run = homeroom(folder.path(), &["new", kind.name(), "All of it", "--today", DAY]);
        let path = folder.path().join(run.out.trim());
        let text = fs::read_to_string(&path).expect("a file");
        // Nested comments too: every field there is.
        let mut all = text;
        for _ in 0..3 {
            all = all.lines().map(uncommented).collect::<Vec<_>>().join("\n");
        }
        fs::write(&path, format!("{all}\n")).expect("a file");
        let run = homeroom(folder.path(), &["check", "--format", "short", "--today", DAY]);
        for code in ["unknown-field", "front-matter-syntax", "duplicate-key", "value-cut-off"] {
            assert!(!run.out.contains(code), "{kind:?}: {}\n{all}", run.out);
        }
    }
}

/// A line of a new file without the sign that comments it out; one that says something to people stays.
fn uncommented(line: &str) -> String {
    let Some(at) = line.find("# ").filter(|at| line[..*at].trim().trim_end_matches('-').trim().is_empty()) else {
        return line.to_owned();
    };
    let rest = &line[at + 2..];
    let is_key = rest
        .trim_start_matches(['-', ' ', '#'])
        .split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    if is_key { format!("{}{rest}", &line[..at]) } else { line.to_owned() }
}

#[test]
fn what_cannot_be_begun_is_said_with_what_to_type() {
    let folder = site("en");
    for (args, said, helped) in [
        (vec!["new"], "does not say what to begin", "homeroom new guide"),
        (vec!["new", "giude", "A"], "no kind \"giude\"", "did you mean \"guide\"?"),
        (vec!["new", "guide"], "begins with its title", "homeroom new guide \""),
        (vec!["new", "guide", "A\nB"], "a line end", "on one line"),
        (vec!["new", "guide", "A", "--lang", "es"], "\"es\" is not a language of this site", "languages: {es:"),
        (vec!["new", "words"], "in which language", "--lang vi"),
        (vec!["new", "--from", "content/about.md", "--lang", "en"], "needs another language", "--lang"),
        (
            vec!["new", "--from", "content/prompts/first-weeks.csv", "--lang", "es"],
            "is a table",
            "content/prompts/first-weeks.es.csv",
        ),
        (vec!["new", "--from", "site.yaml", "--lang", "es"], "no page of the site", "content/guides"),
        (vec!["list", "draft"], "no list \"draft\"", "did you mean \"drafts\"?"),
        (vec!["list", "pages", "--lang", "xx"], "\"xx\" is not a language", "write one of en"),
        (vec!["explain", "giude"], "no finding, no kind and no component \"giude\"", "`homeroom explain`"),
        (vec!["explain", "broken-link", "--schema"], "only kinds have a schema", "guide, prompt"),
    ] {
        let run = homeroom(folder.path(), &args);
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
        assert!(run.err.contains(said) && run.err.contains(helped), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_translation_begins_with_what_is_to_be_translated_and_its_version() {
    let folder = with_spanish();
    let original = "content/guides/greeting-at-the-door.md";
    let run = homeroom(folder.path(), &["new", "--from", original, "--lang", "es", "Saludar en la puerta"]);
    assert_eq!((run.code, run.out.trim()), (Some(0), "content/guides/greeting-at-the-door.es.md"), "{}", run.err);
    let text = fs::read_to_string(folder.path().join(run.out.trim())).expect("a file");
    for kept in [
        "title: Saludar en la puerta\n",
        "steps:\n  - do: Put the first",
        "pitfalls:",
        "draft: true",
        "A student walks",
    ] {
        assert!(text.contains(kept), "{kept} is not in\n{text}");
    }
    for neutral in ["grades:", "minutes: {", "tier: universal", "competencies:", "prompts:", "policy:", "tags:"] {
        assert!(!text.contains(neutral), "{neutral} is in\n{text}");
    }
    let found = findings(folder.path());
    assert!(!found.contains("outdated-translation") && !found.contains("untold-source"), "{found}");
    assert_eq!(homeroom(folder.path(), &["new", "--from", original, "--lang", "es"]).code, Some(2));
    let path = folder.path().join(original);
    let changed = fs::read_to_string(&path).expect("a file") + "\nOne more line.\n";
    fs::write(path, changed).expect("a file");
    let outdated = homeroom(folder.path(), &["list", "outdated"]);
    assert!(
        outdated.out.contains("greeting-at-the-door.es.md") && outdated.out.ends_with("1 entry\n"),
        "{}",
        outdated.out
    );
}

#[test]
fn every_page_of_a_new_site_can_begin_its_translation() {
    let folder = with_spanish();
    let pages: Vec<String> = tree::of(folder.path())
        .into_keys()
        .filter(|path| path.starts_with("content/") && path.ends_with(".md"))
        .collect();
    for page in &pages {
        let run = homeroom(folder.path(), &["new", "--from", page, "--lang", "es"]);
        assert_eq!(run.code, Some(0), "{page}: {}", run.err);
    }
    let found = findings(folder.path());
    assert_eq!(found.lines().find(|line| !line.contains(": note[")), None, "{found}");
    let missing = homeroom(folder.path(), &["list", "untranslated"]).out;
    assert!(missing.lines().all(|line| line.contains("first-weeks.csv") || line == "3 entries"), "{missing}");
}

#[test]
fn words_of_a_new_language_begin_as_the_english_ones() {
    let folder = site("en");
    let path = folder.path().join("site.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, text + "languages:\n  vi: {title: Trung tâm}\n").expect("a file");
    let before = homeroom(folder.path(), &["check", "--format", "short"]);
    assert!(before.out.contains("missing-words"), "{}", before.out);
    let run = homeroom(folder.path(), &["new", "words", "--lang", "vi"]);
    assert_eq!((run.code, run.out.trim()), (Some(0), "themes/default/languages/vi.ftl"), "{}", run.err);
    assert_eq!(findings(folder.path()), "");
    assert_eq!(homeroom(folder.path(), &["new", "words", "--lang", "vi"]).code, Some(2));
}

#[test]
fn lists_say_what_waits_for_somebody() {
    let folder = with_spanish();
    let put = |path: &str, text: &str| fs::write(folder.path().join(path), text).expect("a file");
    put("content/later.md", "---\ntitle: Later\ndate: 2027-01-10\n---\n");
    put("content/half.md", "---\ntitle: \"Half: done\"\ndraft: true\n---\n");
    put("content/about.es.md", "---\ntitle: Acerca\nsource: 00000000\n---\nTexto\n");
    let today = ["--today", "2028-01-01"];
    let list = |what: &[&str]| homeroom(folder.path(), &[&["list"], what, &today].concat()).out;
    assert_eq!(list(&["drafts"]), "content/half.md  Half: done  en  draft\n1 entry\n");
    assert_eq!(
        list(&["overdue"]),
        "content/policies/boundaries.md  Boundaries between staff and students  en  review was due 2027-11-22\n1 entry\n"
    );
    assert_eq!(list(&["outdated"]), "content/about.es.md  Acerca  es  the original has changed since\n1 entry\n");
    let soon = homeroom(folder.path(), &["list", "future", "--today", DAY, "--format", "json"]);
    let soon: serde_json::Value = serde_json::from_str(&soon.out).expect("JSON");
    assert_eq!(
        soon,
        serde_json::json!([{
            "path": "content/later.md", "title": "Later", "kind": "page", "language": "en",
            "status": "from 2027-01-10", "date": "2027-01-10"
        }])
    );
    let missing = list(&["untranslated", "--lang", "es"]);
    assert!(missing.contains("content/half.md ") && missing.contains("not in es"), "{missing}");
    assert!(!missing.contains("content/about.md"), "{missing}");
    assert_eq!(list(&["stories"]), list(&["story"]));
    put("content/prompts/old.md", "---\ntitle: Old\nstatus: retired\n---\n");
    assert!(list(&["prompts"]).contains("content/prompts/old.md"), "{}", list(&["prompts"]));
    assert!(list(&["prompts"]).contains("  en  retired\n") && list(&["prompts"]).ends_with("5 entries\n"));
}

#[test]
fn a_kind_is_explained_with_its_fields_words_and_an_example() {
    let folder = site("en");
    let story = homeroom(folder.path(), &["explain", "story"]);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/start/story.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&golden, &story.out).expect("written");
    }
    assert_eq!(story.out, fs::read_to_string(golden).expect("a text"));
    for kind in Kind::ALL {
        for name in kind.all_names() {
            assert_eq!(homeroom(folder.path(), &["explain", name]).code, Some(0), "{name}");
        }
    }
}

#[test]
fn a_schema_has_the_words_of_the_site_it_is_asked_in() {
    let folder = site("en");
    let path = folder.path().join("site.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(path, text + "vocabularies:\n  themes: [stars, moons]\n").expect("a file");
    let schema = |folder: &Path, kind: &str| -> serde_json::Value {
        serde_json::from_str(&homeroom(folder, &["explain", kind, "--schema"]).out).expect("JSON")
    };
    let prompt = schema(folder.path(), "prompt");
    assert_eq!(prompt["properties"]["themes"]["items"]["enum"], serde_json::json!(["stars", "moons"]));
    assert_eq!(prompt["required"], serde_json::json!(["title", "themes", "grades", "depth", "minutes", "formats"]));
    assert_eq!(prompt["properties"]["reviewed"]["format"], "date");
    let keys: Vec<&String> = prompt["properties"].as_object().expect("fields").keys().take(3).collect();
    assert_eq!(keys, ["title", "themes", "grades"], "in the order in which they are written");
    let elsewhere = tempfile::tempdir().expect("a folder");
    assert!(schema(elsewhere.path(), "prompt")["properties"]["themes"]["items"].get("enum").is_none());
    for kind in Kind::ALL {
        let text = schema(folder.path(), kind.name()).to_string();
        assert!(!text.contains("null") && !text.contains("uint"), "{kind:?}: {text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_title_is_read_back_as_it_was_given(title in any_title()) {
        let text = scaffold::entry(Kind::Page, &title, Day::parse(DAY).expect("a day"));
        let document = parse(&SitePath::new("content/a.md").expect("a path"), &Text::new(text.clone()));
        prop_assert!(document.findings.is_empty(), "{:?}\n{}", document.findings, text);
        let read = document.fields.get("title").and_then(|field| field.value.text());
        prop_assert_eq!(read, Some(title.as_str()), "{}", text);
    }
}

/// Titles on one line: any letters, and what YAML gives a meaning.
fn any_title() -> impl Strategy<Value = String> {
    let signs = proptest::sample::select(vec![
        ": ", " #", "- ", "[", "]", "{", "}", "*", "&", "!", "%", "@", "`", "\"", "'", "\\", "|", ">", "?", ",",
        "true", "null", "~", "1.10", "---", "🎉", "عربي", "\u{2028}", "\u{feff}", "“", "”", "=", "<<", " ", "é",
        "0x1F", "...",
    ]);
    let letters = proptest::char::any().prop_filter("a letter on one line", |c| !c.is_control()).prop_map(String::from);
    let parts = prop_oneof![signs.prop_map(str::to_owned), letters];
    proptest::collection::vec(parts, 1..12)
        .prop_map(|parts| parts.concat().trim().to_owned())
        .prop_filter("not empty", |title| !title.is_empty())
}

#[test]
fn the_same_title_makes_the_same_file_on_the_same_day() {
    let made: BTreeMap<String, String> = ["a", "b"]
        .iter()
        .map(|_| {
            let folder = site("en");
            homeroom(folder.path(), &["new", "guide", "Two by ten", "--today", DAY]);
            ("text".to_owned(), fs::read_to_string(folder.path().join("content/guides/two-by-ten.md")).expect("a file"))
        })
        .collect();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/start/guide.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&golden, &made["text"]).expect("written");
    }
    assert_eq!(made["text"], fs::read_to_string(golden).expect("a text"));
}

#[test]
fn a_component_is_explained_with_its_fields_and_words() {
    let folder = site("en");
    let chart = homeroom(folder.path(), &["explain", "chart"]);
    assert_eq!(chart.code, Some(0), "{}", chart.err);
    for said in ["```chart", "It must have", "slope", "as_of", "such as 2026-11-22"] {
        assert!(chart.out.contains(said), "{said}: {}", chart.out);
    }
    // Prompts are a kind and a component.
    let prompts = homeroom(folder.path(), &["explain", "prompts"]).out;
    assert!(prompts.contains("content/prompts/") && prompts.contains("```prompts"), "{prompts}");
    let refused = homeroom(folder.path(), &["explain", "chart", "--schema"]);
    assert!(refused.code == Some(2) && refused.err.contains("only kinds have a schema"), "{}", refused.err);
}

#[test]
fn a_title_needs_no_quotation_marks() {
    let folder = with_spanish();
    let new = |args: &[&str]| homeroom(folder.path(), args).out;
    let title = |path: &str| fs::read_to_string(folder.path().join(path.trim())).expect("a file");
    let guide = new(&["new", "guide", "Two", "by", "ten"]);
    assert_eq!(guide, "content/guides/two-by-ten.md\n");
    assert!(title(&guide).starts_with("---\ntitle: Two by ten\n"), "{}", title(&guide));
    let spanish = new(&["new", "Dos", "por", "diez", "--from", guide.trim(), "--lang", "es"]);
    assert!(title(&spanish).starts_with("---\ntitle: Dos por diez\n"), "{}", title(&spanish));
}
