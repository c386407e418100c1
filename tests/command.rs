//! The command line as its user meets it.
#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test makes and looks at files")]

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn homeroom(folder: &Path, args: &[&str]) -> Run {
    with(folder, args, &[])
}

fn with(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Run {
    let run = Command::new(env!("CARGO_BIN_EXE_homeroom"))
        .args(args)
        .current_dir(folder)
        .envs(environment.iter().copied())
        .output()
        .expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Run { code: run.status.code(), out: text(run.stdout), err: text(run.stderr) }
}

fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in [("site.yaml", "title: Hub\nbase_url: https://hub.example/\n")].iter().chain(files) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

const GOOD: (&str, &str) = ("content/a.md", "# A\n");
const BROKEN: (&str, &str) = ("content/b.md", "# B\n\n[a](nowhere.md)\n");
const WARNED: (&str, &str) = ("content/c.md", "# C\n\n[click here](a.md)\n");

#[test]
fn a_build_says_what_it_published_and_what_it_held_back() {
    let folder = site(&[
        GOOD,
        ("content/d.md", "---\ntitle: D\ndraft: true\n---\n"),
        ("content/notes.txt", "x"),
        ("content/.hidden", "x"),
    ]);
    let run = homeroom(folder.path(), &["build", "--today", "2026-11-22"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    for said in [
        "1 page",
        "files written",
        "0 removed",
        "content/d.md (it is a draft)",
        "content/notes.txt (no published page refers to it; to make a page of it",
        "content/.hidden",
    ] {
        assert!(run.out.contains(said), "{said} is not in {}", run.out);
    }
    assert!(folder.path().join("public/a/index.html").exists());
    assert!(!folder.path().join("public/d").exists());
    let again = homeroom(folder.path(), &["build", "--today", "2026-11-22"]);
    assert!(again.out.contains(" 0 files written"), "{}", again.out);
    let quiet = homeroom(folder.path(), &["build", "-q"]);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
    std::fs::write(folder.path().join("site.yaml"), "title: Hub\n").expect("a file");
    let noted = homeroom(folder.path(), &["build", "-q"]);
    assert_eq!((noted.code, noted.err.as_str()), (Some(0), ""), "a note is nothing wrong");
    let drafts = homeroom(folder.path(), &["build", "-D"]);
    assert!(drafts.out.contains("2 pages"), "{}", drafts.out);
}

#[test]
fn exit_codes_tell_content_from_usage_and_from_the_disk() {
    let folder = site(&[GOOD, BROKEN]);
    assert_eq!(homeroom(folder.path(), &["build"]).code, Some(1));
    assert!(!folder.path().join("public").exists(), "nothing is published while there is an error");
    assert_eq!(homeroom(folder.path(), &["check"]).code, Some(1));
    assert_eq!(homeroom(folder.path(), &["biuld"]).code, Some(2));
    assert_eq!(homeroom(folder.path(), &["build", "--today", "yesterday"]).code, Some(2));
    assert_eq!(homeroom(folder.path(), &["build", "-o", "content"]).code, Some(2));
    assert_eq!(homeroom(folder.path(), &["build", "--root", "nowhere"]).code, Some(2));
    assert_eq!(homeroom(folder.path(), &["--help"]).code, Some(0));
    let configured = site(&[GOOD]);
    std::fs::write(configured.path().join("site.yaml"), "titel: Hub\n").expect("a file");
    assert_eq!(homeroom(configured.path(), &["build"]).code, Some(2));
    let blocked = site(&[GOOD]);
    std::fs::write(blocked.path().join("file"), "x").expect("a file");
    let run = homeroom(blocked.path(), &["build", "-o", "file/below"]);
    assert!(matches!(run.code, Some(2 | 3)), "{:?} {}", run.code, run.err);
}

#[test]
fn with_strict_a_warning_fails() {
    let folder = site(&[GOOD, WARNED]);
    assert_eq!(homeroom(folder.path(), &["check"]).code, Some(0));
    assert_eq!(homeroom(folder.path(), &["check", "--strict"]).code, Some(1));
    assert_eq!(homeroom(folder.path(), &["build", "--strict"]).code, Some(1));
    assert!(!folder.path().join("public").exists());
}

#[test]
fn findings_come_in_four_forms() {
    let folder = site(&[GOOD, BROKEN]);
    let run = |format| homeroom(folder.path(), &["check", "--format", format]);
    assert!(run("short").out.starts_with("content/b.md:3:1: error[broken-link]: "));
    assert!(run("github").out.starts_with("::error file=content/b.md,line=3,col=1,"));
    let json: serde_json::Value = serde_json::from_str(&run("json").out).expect("JSON");
    assert_eq!(json["findings"][0]["code"], "broken-link");
    assert_eq!(json["ok"], false);
    let human = run("human").err;
    assert!(human.contains("content/b.md:3:1") && human.contains("[a](nowhere.md)"), "{human}");
    assert!(!human.contains('\u{1b}'), "no colours where nobody can see them");
    let coloured = with(folder.path(), &["check"], &[("CLICOLOR_FORCE", "1")]);
    assert!(coloured.err.contains('\u{1b}'));
    let plain = with(folder.path(), &["check"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]);
    assert!(!plain.err.contains('\u{1b}') || plain.err.is_empty());
}

#[test]
fn what_is_mistyped_is_answered_with_the_nearest_name() {
    let folder = site(&[GOOD]);
    for (args, near) in [
        (&["biuld"][..], "build"),
        (&["build", "--outptu", "x"], "--output"),
        (&["build", "--format", "jsno"], "json"),
        (&["explain", "brokenlink"], "broken-link"),
        (&["completions", "bsah"], "bash"),
    ] {
        let run = homeroom(folder.path(), args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert!(run.err.contains(near), "{args:?}: {}", run.err);
    }
}

#[test]
fn every_finding_can_be_explained() {
    let folder = site(&[]);
    let list = homeroom(folder.path(), &["explain"]).out;
    for code in homeroom::build::codes() {
        assert!(list.contains(code.name));
        let run = homeroom(folder.path(), &["explain", code.name]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.starts_with(code.name) && run.out.lines().count() > 2, "{}", run.out);
    }
    assert!(homeroom(folder.path(), &["completions", "zsh"]).out.contains("#compdef homeroom"));
}

#[test]
fn clean_removes_what_was_built_and_nothing_else() {
    let folder = site(&[GOOD]);
    homeroom(folder.path(), &["build"]);
    let own = folder.path().join("public/mine.txt");
    std::fs::write(&own, "mine").expect("a file");
    let run = homeroom(folder.path(), &["clean"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(own.exists() && !folder.path().join("public/index.html").exists());
    assert!(folder.path().join("content/a.md").exists());
}

#[test]
fn two_builds_are_the_same_in_any_folder_zone_language_and_number_of_threads() {
    let hub = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = |environment: &[(&str, &str)], through: &Path| {
        let out = tempfile::tempdir().expect("a folder");
        let output = out.path().join("deep/er/site");
        let args = [
            "build",
            "--root",
            through.to_str().expect("text"),
            "-o",
            output.to_str().expect("text"),
            "--today",
            "2026-11-22",
        ];
        let run = with(out.path(), &args, environment);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        (all(&output), out)
    };
    let copy = tempfile::tempdir().expect("a folder");
    for name in ["site.yaml", "content", "themes"] {
        copied(&hub.join(name), &copy.path().join("elsewhere").join(name));
    }
    let (one, _one) = build(&[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")], hub);
    let (other, _other) = build(
        &[("TZ", "Pacific/Niue"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "5")],
        &copy.path().join("elsewhere"),
    );
    assert!(one.len() > 100);
    assert!(one == other, "two builds differ");
}

fn copied(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("a folder");
        // Made in another order than they were read, and at another time.
        let mut files: Vec<_> =
            std::fs::read_dir(from).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
        files.sort();
        for name in files.iter().rev() {
            copied(&from.join(name), &to.join(name));
        }
    } else {
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        std::fs::write(to, std::fs::read(from).expect("bytes")).expect("a copy");
    }
}

/// Every file below `folder` with its bytes.
fn all(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for file in std::fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).expect("bytes"));
            }
        }
    }
    found
}

#[test]
#[cfg(unix)]
fn an_interrupted_build_leaves_nothing_half_done() {
    let folder = site(&[]);
    for number in 0..3000 {
        let path = folder.path().join(format!("content/many/{number}.md"));
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, format!("# Page {number}\n\n{}", "Some words. ".repeat(400))).expect("a file");
    }
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let mut interrupted = 0;
        for wait in [20, 60, 120, 240, 400] {
            let mut child = Command::new(env!("CARGO_BIN_EXE_homeroom"))
                .args(["build", "-q"])
                .current_dir(folder.path())
                .spawn()
                .expect("it runs");
            std::thread::sleep(std::time::Duration::from_millis(wait));
            let _ = Command::new("kill").args([signal, &child.id().to_string()]).status();
            let ended = child.wait().expect("it ends").code();
            assert!(matches!(ended, Some(0)) || ended == Some(code) || ended.is_none(), "{ended:?}");
            interrupted += usize::from(ended == Some(code));
            let beside: Vec<String> = std::fs::read_dir(folder.path())
                .expect("a folder")
                .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
                .filter(|name| name.starts_with('.'))
                .collect();
            assert!(beside.is_empty() || ended.is_none(), "{beside:?} was left behind after {wait} ms");
        }
        assert!(interrupted > 0, "no build was interrupted");
    }
}
