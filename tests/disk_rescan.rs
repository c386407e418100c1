//! A scan that is brought up to date equals a new one, whatever happened in between.
#![expect(clippy::disallowed_methods, reason = "a test makes and changes files")]

use std::fs;
use std::path::{Path, PathBuf};

use homeroom::disk::rescan::Empty;
use homeroom::disk::scan::{Scan, scan};
use homeroom::path::SitePath;
use homeroom::source::Source;
use proptest::prelude::*;
use tempfile::TempDir;

/// Something that happens to a site's folder.
#[derive(Clone, Debug)]
enum Edit {
    Write(String, String),
    Append(String),
    Remove(String),
    Rename(String, String),
    MakeFolder(String),
    RemoveFolder(String),
    #[cfg(unix)]
    Link(String, String),
    #[cfg(unix)]
    Pipe(String),
}

fn file() -> impl Strategy<Value = String> {
    prop_oneof![
        "content/[ab]\\.md",
        "content/(guides|deep/er)/[ab]\\.md",
        "content/guides/[ab]\\.(png|pdf|markdown|md~)",
        "content/\\.[ab]\\.md",
        "themes/mine/(templates|static)/[ab]\\.html",
        Just("site.yaml".to_owned()),
    ]
}

fn folder() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("content/guides".to_owned()),
        Just("content/deep".to_owned()),
        Just("content/new/one".to_owned()),
        Just("themes".to_owned())
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = prop_oneof![Just(String::new()), "[a-c]{1,3}", Just("\u{0}".to_owned())];
    prop_oneof![
        5 => (file(), words).prop_map(|(file, words)| Edit::Write(file, words)),
        2 => file().prop_map(Edit::Append),
        2 => file().prop_map(Edit::Remove),
        2 => (file(), file()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => folder().prop_map(Edit::MakeFolder),
        1 => folder().prop_map(Edit::RemoveFolder),
        1 => (folder(), folder()).prop_map(|(from, to)| Edit::Rename(from, to)),
        #[cfg(unix)]
        2 => (file(), file()).prop_map(|(from, to)| Edit::Link(from, to)),
        #[cfg(unix)]
        1 => file().prop_map(Edit::Pipe),
    ]
}

/// Does it, as far as it can be done, and gives the paths that a system would name.
fn apply(root: &Path, edit: &Edit) -> Vec<PathBuf> {
    let at = |path: &String| root.join(path);
    let parents = |path: &PathBuf| fs::create_dir_all(path.parent().expect("a parent"));
    // What cannot be done does not happen; that is as good an edit as any.
    match edit {
        Edit::Write(file, words) => {
            // Writing to a pipe would wait for a reader.
            if !is_file(&at(file)) {
                let _ = fs::remove_file(at(file));
            }
            let _ = parents(&at(file)).and_then(|()| fs::write(at(file), words));
            vec![at(file)]
        }
        Edit::Append(file) if is_file(&at(file)) => {
            use std::io::Write;
            let _ = fs::OpenOptions::new().append(true).open(at(file)).and_then(|mut file| file.write_all(b"more"));
            vec![at(file)]
        }
        Edit::Remove(file) if file != "site.yaml" => {
            let _ = fs::remove_file(at(file));
            vec![at(file)]
        }
        Edit::Rename(from, to) if from != "site.yaml" && to != "site.yaml" => {
            let _ = parents(&at(to)).and_then(|()| fs::rename(at(from), at(to)));
            vec![at(from), at(to)]
        }
        Edit::MakeFolder(folder) => {
            let _ = fs::create_dir_all(at(folder));
            vec![at(folder)]
        }
        Edit::RemoveFolder(folder) => {
            let _ = fs::remove_dir_all(at(folder));
            vec![at(folder)]
        }
        #[cfg(unix)]
        Edit::Link(from, to) if from != "site.yaml" => {
            let _ = fs::remove_file(at(from));
            let _ = parents(&at(from)).and_then(|()| std::os::unix::fs::symlink(at(to), at(from)));
            vec![at(from)]
        }
        #[cfg(unix)]
        Edit::Pipe(file) if file != "site.yaml" => {
            let _ = fs::remove_file(at(file));
            let _ = std::process::Command::new("mkfifo").arg(at(file)).status();
            vec![at(file)]
        }
        _ => Vec::new(),
    }
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
}

fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    apply(folder.path(), &Edit::Write("site.yaml".into(), "title: Hub\n".into()));
    folder
}

/// All that a scan says.
fn said(scan: &Scan) -> String {
    let sources = scan.tree.iter().map(|(path, source)| match source {
        Source::Text(text) => format!("{path} {:?}\n", text.body),
        Source::Asset(asset) => format!("{path} {asset:?}\n"),
    });
    format!("{}{:#?}{:#?}", sources.collect::<String>(), scan.findings, scan.held_back)
}

/// Moves a file's times into the past, as if it had lain there for a while.
fn age(path: &Path) {
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(100);
    fs::File::open(path).and_then(|file| file.set_modified(long_ago)).expect("a time");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn looking_again_gives_what_a_new_scan_gives(edits in prop::collection::vec((edit(), any::<bool>()), 1..16)) {
        let folder = site();
        let root = folder.path().canonicalize().expect("a folder");
        let mut named = scan(&root).expect("a site");
        let mut all = named.clone();
        for (edit, take) in &edits {
            let before = said(&named);
            let paths = apply(&root, edit);
            named.look_at(&paths, Empty::Take).expect("a site");
            if *take {
                all.look_at_all(Empty::Take).expect("a site");
            }
            let fresh = said(&scan(&root).expect("a site"));
            prop_assert_eq!(&said(&named), &fresh, "after {:?}", edit);
            if before == fresh {
                prop_assert!(named.changed.is_empty(), "nothing has changed, but {:?}", named.changed);
            }
        }
        all.look_at_all(Empty::Take).expect("a site");
        prop_assert_eq!(said(&all), said(&scan(&root).expect("a site")));
    }
}

/// Links that lead through links to `content/guides/b.md`, the last one a theme's.
#[cfg(unix)]
fn chain(root: &Path, links: &[&str]) {
    let target = "content/guides/b.md".to_owned();
    apply(root, &Edit::Write(target.clone(), String::new()));
    let targets = std::iter::once(target).chain(links.iter().map(|link| (*link).to_owned()));
    for (target, link) in targets.zip(links) {
        apply(root, &Edit::Link((*link).to_owned(), target));
    }
}

#[test]
#[cfg(unix)]
fn a_link_that_other_links_lead_through_takes_them_along_when_it_alone_is_named() {
    let links = ["content/a.md", "content/deep/er/a.md", "content/b.md", "themes/mine/templates/a.html"];
    let written = |link: &str| Edit::Write(link.to_owned(), "a".to_owned());
    let led_elsewhere = |link: &str| Edit::Link(link.to_owned(), "content/guides/a.md".to_owned());
    let edits: [&dyn Fn(&str) -> Edit; 3] = [&written, &led_elsewhere, &|link| Edit::Remove(link.to_owned())];
    let named = std::iter::once("content/guides/b.md").chain(links);
    for (named, edit) in named.flat_map(|named| edits.iter().map(move |edit| (named, edit))) {
        let folder = site();
        let root = folder.path().canonicalize().expect("a folder");
        apply(&root, &Edit::Write("content/guides/a.md".into(), "elsewhere".into()));
        chain(&root, &links);
        let mut scanned = scan(&root).expect("a site");
        let edit = edit(named);
        scanned.look_at(&apply(&root, &edit), Empty::Take).expect("a site");
        assert_eq!(said(&scanned), said(&scan(&root).expect("a site")), "after {edit:?}");
    }
}

#[test]
fn a_text_that_shrinks_to_nothing_is_held_until_it_is_to_be_taken() {
    let folder = site();
    let root = folder.path().canonicalize().expect("a folder");
    let (page, path) = (root.join("content/a.md"), SitePath::new("content/a.md").expect("a path"));
    apply(&root, &Edit::Write("content/a.md".into(), "words".into()));
    let mut scanned = scan(&root).expect("a site");
    fs::write(&page, "").expect("written");
    for all in [false, true] {
        let looked = if all {
            scanned.look_at_all(Empty::Hold)
        } else {
            scanned.look_at(std::slice::from_ref(&page), Empty::Hold)
        };
        looked.expect("a site");
        assert_eq!(scanned.tree.text(&path).expect("held").body, "words");
        assert_eq!((&scanned.shrunk[..], &scanned.changed[..]), (std::slice::from_ref(&path), &[][..]));
    }
    scanned.look_at(&[root.join("content/b.md")], Empty::Hold).expect("a site");
    assert_eq!(scanned.shrunk, std::slice::from_ref(&path), "another file's edit does not forget it");
    scanned.look_at_all(Empty::Take).expect("a site");
    assert_eq!(scanned.tree.text(&path).expect("taken").body, "");
    assert!(scanned.shrunk.is_empty() && scanned.changed == [path]);
}

#[test]
fn a_file_of_the_same_length_and_time_is_read_again_unless_it_lay_there_for_a_while() {
    let folder = site();
    let page = folder.path().join("content/a.md");
    apply(folder.path(), &Edit::Write("content/a.md".into(), "one".into()));
    age(&page);
    let mut scanned = scan(folder.path()).expect("a site");
    fs::write(&page, "two").expect("written");
    age(&page);
    scanned.look_at_all(Empty::Take).expect("a site");
    let path = SitePath::new("content/a.md").expect("a path");
    assert_eq!(scanned.tree.text(&path).expect("a text").body, "two");
}

#[test]
fn a_site_that_has_gone_leaves_the_scan_as_it_was() {
    let folder = site();
    apply(folder.path(), &Edit::Write("content/a.md".into(), "words".into()));
    let mut scanned = scan(folder.path()).expect("a site");
    let before = said(&scanned);
    fs::remove_file(folder.path().join("site.yaml")).expect("removed");
    assert!(scanned.look_at_all(Empty::Take).is_err());
    assert_eq!(said(&scanned), before);
}
