//! Every way of saving is noticed, and nothing else is.
#![expect(clippy::disallowed_methods, reason = "a test makes and changes files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use homeroom::disk::rescan::Empty;
use homeroom::disk::scan::{Scan, scan};
use homeroom::watch::{Hint, Watch};
use tempfile::TempDir;

/// A site that is watched as the server watches it.
struct Desk {
    _folder: TempDir,
    root: PathBuf,
    scan: Scan,
    watch: Watch,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a folder");
        fs::write(root.join("site.yaml"), "title: Hub\n").expect("written");
        for (path, text) in files {
            put(&root, path, text);
        }
        let scan = scan(&root).expect("a site");
        let (watch, notice) = Watch::start(&root);
        assert_eq!(notice, None);
        Self { _folder: folder, root, scan, watch }
    }

    /// Follows hints until the scan is what a new one would be; gives how many of them changed it.
    fn follow(&mut self) -> usize {
        let started = Instant::now();
        let mut builds = 0;
        let mut look_at = Instant::now() + Duration::from_secs(1);
        loop {
            let fresh = texts(&scan(&self.root).expect("a site"));
            if texts(&self.scan) == fresh && builds > 0 {
                return builds;
            }
            assert!(started.elapsed() < Duration::from_secs(8), "not seen: {fresh:?}");
            match self.watch.next(Some(Duration::from_millis(100))) {
                Some(Hint::Paths(paths)) => self.scan.look_at(&paths, Empty::Hold).expect("a site"),
                Some(_) => self.scan.look_at_all(Empty::Hold).expect("a site"),
                None if Instant::now() > look_at => {
                    look_at += Duration::from_secs(1);
                    self.scan.look_at_all(Empty::Hold).expect("a site");
                }
                None => continue,
            }
            builds += usize::from(!self.scan.changed.is_empty());
        }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("written");
}

fn texts(scan: &Scan) -> Vec<(String, usize)> {
    let text = |path: &homeroom::path::SitePath| scan.tree.text(path).map_or(0, |text| text.body.len());
    scan.tree.iter().map(|(path, _)| (path.to_string(), text(path))).collect()
}

#[test]
fn a_page_saved_in_place_is_one_change() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    fs::write(desk.at("content/a.md"), "newer").expect("written");
    assert_eq!(desk.follow(), 1);
}

#[test]
fn a_page_replaced_by_renaming_is_one_change() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    fs::write(desk.at("content/.a.md.tmp"), "newer").expect("written");
    fs::rename(desk.at("content/.a.md.tmp"), desk.at("content/a.md")).expect("renamed");
    assert_eq!(desk.follow(), 1);
}

#[test]
fn vims_dance_is_one_change() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    put(&desk.root, "content/4913", "");
    fs::remove_file(desk.at("content/4913")).expect("removed");
    fs::rename(desk.at("content/a.md"), desk.at("content/a.md~")).expect("renamed");
    put(&desk.root, "content/a.md", "newer");
    fs::remove_file(desk.at("content/a.md~")).expect("removed");
    assert_eq!(desk.follow(), 1);
}

#[test]
fn a_page_that_is_emptied_before_it_is_written_is_never_seen_empty() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    fs::write(desk.at("content/a.md"), "").expect("emptied");
    let hint = desk.watch.next(Some(Duration::from_secs(2)));
    assert_eq!(hint, Some(Hint::Paths(vec![desk.at("content/a.md")])));
    desk.scan.look_at(&[desk.at("content/a.md")], Empty::Hold).expect("a site");
    assert!(desk.scan.changed.is_empty());
    fs::write(desk.at("content/a.md"), "newer").expect("written");
    assert_eq!(desk.follow(), 1);
}

#[test]
fn a_folder_made_with_a_page_at_once_is_seen() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    put(&desk.root, "content/new/deep/er/b.md", "words");
    desk.follow();
    put(&desk.root, "content/new/deep/er/c.md", "words");
    desk.follow();
}

#[test]
fn a_renamed_folder_and_what_is_written_in_it_afterwards_are_seen() {
    let mut desk = Desk::new(&[("content/old/a.md", "one"), ("content/old/b.md", "two")]);
    fs::rename(desk.at("content/old"), desk.at("content/new")).expect("renamed");
    desk.follow();
    put(&desk.root, "content/new/a.md", "three");
    desk.follow();
}

#[test]
fn ten_thousand_pages_at_once_are_seen() {
    let mut desk = Desk::new(&[]);
    for number in 0..10_000 {
        put(&desk.root, &format!("content/many/p{number}.md"), "words");
    }
    let builds = desk.follow();
    assert!(builds < 60, "{builds} builds");
    assert_eq!(desk.scan.tree.len(), 10_001);
}

#[test]
fn content_that_is_removed_and_made_anew_is_followed_on() {
    let mut desk = Desk::new(&[("content/a.md", "old")]);
    fs::remove_dir_all(desk.at("content")).expect("removed");
    desk.follow();
    put(&desk.root, "content/b.md", "new");
    desk.follow();
    put(&desk.root, "content/b.md", "newer");
    desk.follow();
    put(&desk.root, "themes/default/templates/page.html", "x");
    desk.follow();
    put(&desk.root, "themes/default/templates/page.html", "longer");
    desk.follow();
}

#[test]
fn another_branch_is_seen_whole() {
    let mut desk = Desk::new(&[("content/a.md", "one"), ("content/only/b.md", "two")]);
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .current_dir(&desk.root)
            .args(["-c", "user.name=a", "-c", "user.email=a@b.c"])
            .args(arguments)
            .output();
        assert!(done.expect("git").status.success(), "{arguments:?}");
    };
    git(&["init", "-q", "-b", "one"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "one"]);
    git(&["checkout", "-qb", "two"]);
    git(&["rm", "-rq", "content/only"]);
    put(&desk.root, "content/a.md", "another");
    put(&desk.root, "content/fresh/c.md", "three");
    git(&["add", "."]);
    git(&["commit", "-qm", "two"]);
    git(&["checkout", "-q", "one"]);
    desk.scan.look_at_all(Empty::Take).expect("a site");
    while desk.watch.next(Some(Duration::from_millis(200))).is_some() {}
    let git = Command::new("git").current_dir(&desk.root).args(["checkout", "-q", "two"]).status();
    assert!(git.expect("git").success());
    desk.follow();
    assert!(desk.scan.tree.iter().all(|(path, _)| !path.as_str().contains("only")));
}

#[test]
fn nothing_is_hinted_while_files_are_only_read() {
    let mut desk = Desk::new(&[("content/a.md", "old"), ("themes/default/templates/page.html", "x")]);
    for _ in 0..3 {
        desk.scan.look_at_all(Empty::Take).expect("a site");
        scan(&desk.root).expect("a site");
    }
    put(&desk.root, "public/index.html", "built");
    put(&desk.root, "notes.txt", "beside");
    put(&desk.root, "content/.a.md.swp", "an editor's");
    assert_eq!(desk.watch.next(Some(Duration::from_secs(2))), None);
}

#[test]
fn where_watching_is_impossible_ticks_come() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut watch = Watch::polling(folder.path());
    assert_eq!(watch.next(None), Some(Hint::Tick));
    assert_eq!(watch.next(Some(Duration::from_millis(10))), None);
}
