//! The program itself over a disk that refuses: what cannot be read is named, and nothing is skipped.

use std::path::Path;
use std::process::Command;

use crate::bed::library;

const SOURCES: [(&str, &str); 4] = [
    ("site.yaml", "title: Hub\nbase_url: https://hub.example/\n"),
    ("content/_index.md", "# Home\n\n[a](guides/a.md) ![A dot](dot.svg)\n"),
    ("content/guides/a.md", "---\ntitle: A\ndraft: true\n---\n"),
    ("content/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"),
];

/// Runs `homeroom build` in `root` where the `at`-th call on its content fails; gives the exit code
/// and all it said.
fn build(root: &Path, at: u32) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_homeroom"))
        .args(["build", "--today", "2026-11-22", "--format", "short", "--root"])
        .arg(root)
        .env("LD_PRELOAD", library())
        .env("FAULT_ROOTS", root.join("content"))
        .env("FAULT_HOW", "EACCES")
        .env("FAULT_AT", at.to_string())
        .output()
        .expect("the program runs");
    let text = [run.stdout, run.stderr].concat();
    (run.status.code(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn whatever_cannot_be_read_is_named_and_keeps_the_site_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in SOURCES {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    }
    let index = folder.path().join("public/index.html");
    let mut unreadable = 0;
    for at in 1..200 {
        let (code, said) = build(folder.path(), at);
        let struck = said.contains("fault: ");
        if said.contains("error[unreadable]: ") {
            unreadable += 1;
            assert_eq!(code, Some(3), "call {at}: {said}");
        }
        match code {
            Some(0) => assert!(index.exists(), "call {at}: {said}"),
            Some(1 | 3) => {
                assert!(struck && !index.exists(), "call {at}: {said}");
                assert!(said.contains("content"), "call {at} is not named: {said}");
            }
            other => panic!("call {at} ends with {other:?}: {said}"),
        }
        if !struck {
            assert!(unreadable > 4, "only {unreadable} calls were found to be refused");
            return;
        }
        let _ = std::fs::remove_dir_all(folder.path().join("public"));
    }
    panic!("the faults never ended");
}
