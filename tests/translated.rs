//! Translations and the versions that they are of, as the command line records them.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// What a run says, its errors after it.
fn homeroom(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let run =
        Command::new(env!("CARGO_BIN_EXE_homeroom")).args(args).current_dir(folder).output().expect("the program runs");
    (run.status.code(), String::from_utf8([run.stdout, run.stderr].concat()).expect("text"))
}

const ALL: &str = "\
id,title,themes,grades,depth,minutes,formats,body
name,Who are you?,goals,K-2,1,2,talk,Say yours first.
now,What now?,goals,K-2,1,2,talk,
";

const SPANISH: &str = "id;title;body\r\nname;¿Quién eres?;\"Di \"\"el tuyo\"\" primero.\"\r\n\r\nnow;¿Y ahora?;\r\n";

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let usual = [
        ("site.yaml", "title: Hub\nlanguages: {es: {}}\n"),
        ("content/prompts/all.csv", ALL),
        ("content/about.md", "# About\n"),
        ("content/about.es.md", "---\ntitle: Acerca\n---\nTexto\n"),
    ];
    for (path, text) in usual.iter().chain(files) {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a folder")).and_then(|()| fs::write(place, text)).expect("a file");
    }
    folder
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).expect("a file")
}

/// What a check says of translations.
fn findings(folder: &TempDir) -> String {
    let (_, said) = homeroom(folder.path(), &["check", "--format", "short", "--today", "2026-11-22"]);
    said.lines().filter(|line| line.contains("translation]") || line.contains("untold-source]")).collect()
}

#[test]
fn a_table_gets_a_column_of_versions_and_keeps_all_else() {
    let folder = site(&[("content/prompts/all.es.csv", SPANISH)]);
    let path = "content/prompts/all.es.csv";
    assert!(findings(&folder).contains("adds a column \"source\""), "{}", findings(&folder));
    let (code, said) = homeroom(folder.path(), &["translated", path]);
    assert_eq!(
        (code, said.as_str()),
        (Some(0), "content/prompts/all.es.csv is of the present originals in 2 rows now\n")
    );
    let text = read(&folder, path);
    let versions: Vec<&str> = text.split("\r\n").filter_map(|line| Some(line.rsplit_once(";v")?.1)).collect();
    assert!(versions.len() == 2 && versions.iter().all(|version| version.len() == 8), "{text}");
    let without =
        versions.iter().fold(text.replace(";source", ""), |text, version| text.replace(&format!(";v{version}"), ""));
    assert_eq!(without, SPANISH);
    assert!(!findings(&folder).contains("all.es.csv"), "{}", findings(&folder));
    let (code, said) = homeroom(folder.path(), &["translated", path]);
    assert_eq!((code, said.contains("already"), read(&folder, path)), (Some(0), true, text));
}

#[test]
fn a_row_is_outdated_when_its_original_says_something_else_and_only_then() {
    let folder = site(&[("content/prompts/all.es.csv", SPANISH)]);
    let path = "content/prompts/all.es.csv";
    homeroom(folder.path(), &["translated", path]);
    let put = |text: &str| fs::write(folder.path().join("content/prompts/all.csv"), text).expect("a file");
    // Saved by another program: other quotation marks, columns, order and line ends.
    put("\u{feff}\"title\";\"id\";\"themes\";\"grades\";\"depth\";\"minutes\";\"formats\";\"season\";\"body\"\r\n\
         \"What now?\";\"now\";\"goals\";\"K-2\";\"1\";\"2\";\"talk\";\"\";\"\"\r\n\
         \"Who are you?\";\"name\";\"goals\";\"K-2\";\"1\";\"2\";\"talk\";\"\";\"Say yours first.\"\r\n");
    assert!(!findings(&folder).contains("all.es.csv"), "{}", findings(&folder));
    put(&ALL.replace("Say yours first.", "Say yours last."));
    assert!(findings(&folder).contains("all.es.csv:2:"), "{}", findings(&folder));
    let (_, outdated) = homeroom(folder.path(), &["list", "outdated", "--format", "json"]);
    let outdated: serde_json::Value = serde_json::from_str(&outdated).expect("JSON");
    assert_eq!(
        (&outdated[0]["row"], &outdated[0]["path"], &outdated[1]),
        (&2.into(), &path.into(), &serde_json::Value::Null)
    );
    // One row is done, the other is not.
    put(&ALL.replace("Say yours first.", "Say yours last.").replace("What", "Why"));
    let (_, said) = homeroom(folder.path(), &["translated", path, "--row", "2"]);
    assert_eq!(said, "content/prompts/all.es.csv is of the present originals in 1 row now\n");
    let (_, outdated) = homeroom(folder.path(), &["list", "outdated"]);
    assert_eq!(
        outdated,
        "row 4 of content/prompts/all.es.csv  ¿Y ahora?  es  the original has changed since\n1 entry\n"
    );
    let (_, missing) = homeroom(folder.path(), &["list", "untranslated"]);
    assert!(!missing.contains("all.csv"), "{missing}");
    fs::write(folder.path().join(path), SPANISH.replace("now;", "other;")).expect("a file");
    let (_, missing) = homeroom(folder.path(), &["list", "untranslated"]);
    assert_eq!(missing, "row 3 of content/prompts/all.csv  Why now?  en  not in es\n1 entry\n");
}

#[test]
fn a_list_and_a_file_may_translate_rows_and_rows_a_file() {
    let list = "- id: name\n  title: ¿Quién eres?\n- {id: later, title: ¿Luego?}\n";
    let folder = site(&[
        ("content/prompts/some.es.yaml", list),
        ("content/prompts/now.es.md", "---\ntitle: ¿Y ahora?\n---\n"),
        (
            "content/prompts/later.md",
            "---\ntitle: Later?\nthemes: goals\ngrades: K-2\ndepth: 1\nminutes: 2\nformats: talk\n---\n",
        ),
    ]);
    let all = ["content/prompts/some.es.yaml", "content/prompts/now.es.md", "content/about.es.md"];
    let (code, said) = homeroom(folder.path(), &[&["translated"], &all[..]].concat());
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("now.es.md is of the present row 3 of content/prompts/all.csv (source: "), "{said}");
    assert!(said.contains("about.es.md is of the present content/about.md (source: "), "{said}");
    let list = read(&folder, all[0]);
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!((lines[0], lines[1], lines.len()), ("- id: name", "  title: ¿Quién eres?", 4), "{list}");
    assert!(
        lines[2].starts_with("  source: ") && lines[3].starts_with("- {id: later, title: ¿Luego?, source: "),
        "{list}"
    );
    assert_eq!(findings(&folder), "");
    fs::write(folder.path().join("content/prompts/all.csv"), ALL.replace("K-2", "K-1")).expect("a file");
    let found = findings(&folder);
    assert!(found.contains("entry 1, \"source\": the original has changed") && found.contains("now.es.md:"), "{found}");
}

#[test]
fn what_cannot_be_recorded_is_said_with_what_to_do() {
    let folder = site(&[
        ("content/prompts/all.es.csv", SPANISH),
        ("content/prompts/torn.es.csv", "id,title\nname,\"A\nnow,B\n"),
        ("content/prompts/odd.es.yaml", "- {id: now, title: B} # so\n"),
        ("content/prompts/other.es.csv", "id,title\nnobody,A\n"),
        ("content/about.fr.md", "# À propos\n"),
    ]);
    for (args, code, said) in [
        (vec!["content/prompts/all.es.csv", "--row", "9"], 2, "has no row 9 that translates another"),
        (vec!["content/prompts/torn.es.csv"], 2, "no translation of anything"),
        (vec!["content/prompts/odd.es.yaml"], 1, "add `source: "),
        (vec!["content/prompts/other.es.csv"], 2, "has its ids"),
        (vec!["content/prompts/all.csv"], 2, "no translation of anything"),
        (vec!["content/about.md"], 2, "no translation of anything"),
        (vec!["content/about.es.md", "--row", "2"], 2, "has no rows"),
        (vec!["content/about.fr.md"], 2, "add `languages: {fr: {}}` to site.yaml"),
        (vec!["site.yaml"], 2, "no page of the site"),
    ] {
        let (exit, told) = homeroom(folder.path(), &[&["translated"], &args[..]].concat());
        assert!(exit == Some(code) && told.contains(said), "{args:?}: {exit:?} {told}");
    }
    assert_eq!(read(&folder, "content/prompts/all.es.csv"), SPANISH);
}
