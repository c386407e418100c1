//! What publishing does to the output folder and to what lies in it.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

mod bed;

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bed::{Bed, outputs, pairs};
use homeroom::diagnostic::Diagnostic;
use homeroom::digest::Digest;
use homeroom::disk::codes;
use homeroom::disk::commit::commit;
use homeroom::disk::error::Class;
use homeroom::disk::guard::Place;
use homeroom::output::{Output, Outputs};
use homeroom::path::{OutputPath, SitePath};

const ONE: &[(&str, &str)] = &[("index.html", "home"), ("guides/a/index.html", "a"), ("guides/b/index.html", "b")];
const TWO: &[(&str, &str)] = &[("index.html", "home"), ("guides/a/index.html", "A!"), ("tags/x/index.html", "x")];

#[test]
fn the_output_becomes_what_the_outputs_say() {
    let bed = Bed::new();
    let first = bed.commit(ONE).expect("published");
    assert_eq!((first.written, first.unchanged, first.removed), (3, 0, 0));
    assert_eq!(bed.published(), pairs(ONE));
    bed.assert_tidy();
    let second = bed.commit(TWO).expect("published");
    assert_eq!((second.written, second.unchanged, second.removed), (2, 1, 1));
    assert_eq!((second.bytes_written, second.bytes), (3, 7));
    assert_eq!(bed.published(), pairs(TWO));
    bed.assert_tidy();
}

#[cfg(unix)]
#[test]
fn with_nothing_changed_nothing_is_touched() {
    use std::os::unix::fs::MetadataExt;
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    let inode = |path: &str| fs::metadata(bed.at(path)).expect("metadata").ino();
    let before = (inode("public"), inode("public/index.html"));
    let again = bed.commit(ONE).expect("published");
    assert_eq!((again.written, again.unchanged, again.removed), (0, 3, 0));
    assert_eq!(before, (inode("public"), inode("public/index.html")));
    bed.commit(TWO).expect("published");
    assert_eq!(before.1, inode("public/index.html"), "an equal file is the same file");
}

#[test]
fn a_changed_published_file_is_made_good() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    bed.put("public/index.html", "scribbled");
    fs::remove_file(bed.at("public/guides/a/index.html")).expect("removed");
    assert_eq!(bed.commit(ONE).expect("published").written, 2);
    assert_eq!(bed.published(), pairs(ONE));
}

#[test]
fn what_others_put_into_our_output_survives() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    bed.put("public/.git", "gitdir: elsewhere");
    bed.put("public/guides/notes.txt", "mine");
    bed.put("public/deep/er/file", "mine");
    fs::create_dir_all(bed.at("public/empty/folder")).expect("folders");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", bed.at("public/link")).expect("a link");
    bed.commit(TWO).expect("published");
    let mut expected = pairs(TWO);
    expected.extend(pairs(&[
        (".git", "gitdir: elsewhere"),
        ("guides/notes.txt", "mine"),
        ("deep/er/file", "mine"),
        ("empty/folder/", ""),
    ]));
    #[cfg(unix)]
    expected.extend(pairs(&[("link", "→ nowhere")]));
    assert_eq!(bed.published(), expected);
    bed.assert_tidy();
}

#[test]
fn a_foreign_file_where_an_output_goes_is_named_and_nothing_happens() {
    for (foreign, expected) in [
        ("tags/x/index.html", "tags/x/index.html"),
        ("tags", "tags"),
        ("tags/x/index.html/deep.txt", "tags/x/index.html"),
    ] {
        let bed = Bed::new();
        bed.commit(ONE).expect("published");
        bed.put(&format!("public/{foreign}"), "mine");
        let before = bed.published();
        let error = bed.commit(TWO).expect_err("occupied");
        assert_eq!(error.class, Class::Environment);
        assert!(error.message.contains(expected), "{error}");
        assert!(error.help.expect("a help").contains("content/static/"));
        assert_eq!(bed.published(), before);
        bed.assert_tidy();
    }
}

#[test]
fn a_foreign_file_in_a_folder_that_becomes_a_page_is_named() {
    let bed = Bed::new();
    bed.commit(&[("a/page", "page")]).expect("published");
    bed.put("public/a/notes.txt", "mine");
    let error = bed.commit(&[("a", "page")]).expect_err("occupied");
    assert!(error.message.contains("a/notes.txt") && error.message.contains("did not write"), "{error}");
}

#[test]
fn a_foreign_file_that_is_just_what_we_publish_becomes_ours() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    bed.put("public/tags/x/index.html", "x");
    assert_eq!(bed.commit(TWO).expect("published").unchanged, 2);
    assert_eq!(bed.commit(ONE).expect("published").removed, 1);
    assert_eq!(bed.published(), pairs(ONE));
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let bed = Bed::new();
    bed.commit(&[("a", "page"), ("b/c", "page")]).expect("published");
    let turned = &[("a/b", "page"), ("b", "page")];
    bed.commit(turned).expect("published");
    assert_eq!(bed.published(), pairs(turned));
}

#[test]
fn a_manifest_holds_no_place_and_no_time() {
    let read = |bed: &Bed| fs::read(bed.at("public/.homeroom.json")).expect("a manifest");
    let (one, other) = (Bed::new(), Bed::new());
    one.commit(ONE).expect("published");
    other.commit(TWO).expect("published");
    other.commit(ONE).expect("published");
    assert_eq!(read(&one), read(&other));
}

#[test]
fn a_failing_page_leaves_the_last_site_and_is_told_once() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    let mut broken = outputs(TWO);
    for page in ["p", "q", "r"] {
        let make = || Err(Box::new(Diagnostic::new(&codes::IMAGE, "the template is broken")));
        broken.insert(OutputPath::new(page).expect("a path"), Output::made("a test", make)).expect("no collision");
    }
    let error = bed.commit_to("public", &broken).expect_err("broken");
    assert_eq!((error.class, error.findings.len()), (Class::Content, 1));
    assert_eq!(error.findings[0].message, "the template is broken (and 2 other pages)");
    assert_eq!(bed.published(), pairs(ONE));
    bed.assert_tidy();
}

#[test]
fn a_panic_while_making_a_page_leaves_nothing_behind() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    let mut broken = outputs(TWO);
    broken
        .insert(OutputPath::new("z").expect("a path"), Output::made("a test", || panic!("a bug")))
        .expect("no collision");
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| bed.commit_to("public", &broken)));
    assert!(caught.is_err());
    assert_eq!(bed.published(), pairs(ONE));
    bed.assert_tidy();
}

#[test]
fn an_interruption_at_any_moment_leaves_the_last_site() {
    for after in 0..6 {
        let bed = Bed::new();
        bed.commit(ONE).expect("published");
        let asked = AtomicUsize::new(0);
        let output = bed.at("public");
        let place = Place { root: bed.root(), output: &output, home: None };
        let done = commit(&place, &outputs(TWO), &|| asked.fetch_add(1, Ordering::Relaxed) >= after);
        match done {
            Err(error) => {
                assert_eq!(error.class, Class::Interrupted);
                assert_eq!(bed.published(), pairs(ONE), "after {after}");
            }
            Ok(_) => assert!(after >= 4, "published after {after}"),
        }
        bed.assert_tidy();
    }
}

#[test]
fn an_asset_is_passed_on_clean_or_as_it_is() {
    let bed = Bed::new();
    bed.put("content/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><!-- Ann --></svg>");
    bed.put("content/a.txt", "text");
    let large = "0123456789".repeat(200_000);
    bed.put("content/large.bin", &large);
    let source = |name: &str| {
        let path = SitePath::new(&format!("content/{name}")).expect("a path");
        let digest = Digest::of(&fs::read(bed.at(path.as_str())).expect("a file"));
        (OutputPath::new(name).expect("a path"), Output::asset(&path, digest))
    };
    let mut assets = Outputs::default();
    for (path, output) in [source("a.svg"), source("a.txt"), source("large.bin")] {
        assets.insert(path, output).expect("no collision");
    }
    assert_eq!(bed.commit_to("public", &assets).expect("published").written, 3);
    let expected =
        pairs(&[("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'></svg>"), ("a.txt", "text"), ("large.bin", &large)]);
    assert_eq!(bed.published(), expected);
    assert_eq!(bed.commit_to("public", &assets).expect("published").unchanged, 3);
    for name in ["content/a.txt", "content/large.bin"] {
        let before = fs::read_to_string(bed.at(name)).expect("text");
        bed.put("public/large.bin", "other");
        bed.put(name, &before.replace('t', "T").replace('0', "o"));
        let error = bed.commit_to("public", &assets).expect_err("changed");
        assert_eq!(error.class, Class::Environment);
        assert!(error.message.contains(name) && error.help.expect("a help").contains("again"));
        bed.put(name, &before);
    }
    bed.assert_tidy();
}

#[test]
fn the_second_of_two_builds_waits_for_the_first() {
    let bed = Arc::new(Bed::new());
    let mut slow = Outputs::default();
    let make = || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        Ok(b"slow".to_vec())
    };
    slow.insert(OutputPath::new("a").expect("a path"), Output::made("a test", make)).expect("no collision");
    let builds: Vec<_> = (0..3)
        .map(|_| {
            let (bed, slow) = (bed.clone(), slow.clone());
            std::thread::spawn(move || bed.commit_to("public", &slow).map(|done| done.written))
        })
        .collect();
    let written: usize = builds.into_iter().map(|build| build.join().expect("no panic").expect("published")).sum();
    assert_eq!(written, 1, "the others found it published");
    bed.assert_tidy();
}

#[test]
fn never_do_two_builds_write_at_once() {
    let bed = Arc::new(Bed::new());
    let busy = Arc::new(AtomicUsize::new(0));
    let mut alone = Outputs::default();
    let make = {
        let busy = busy.clone();
        move || {
            let others = busy.fetch_add(1, Ordering::SeqCst);
            std::thread::yield_now();
            busy.fetch_sub(1, Ordering::SeqCst);
            Ok(others.to_string().into_bytes())
        }
    };
    alone.insert(OutputPath::new("a").expect("a path"), Output::made("a test", make)).expect("no collision");
    let builds: Vec<_> = (0..6)
        .map(|_| {
            let (bed, alone) = (bed.clone(), alone.clone());
            std::thread::spawn(move || {
                for _ in 0..100 {
                    bed.commit_to("public", &alone).expect("published");
                    assert_eq!(bed.published().get("a").map(String::as_str), Some("0"));
                }
            })
        })
        .collect();
    builds.into_iter().for_each(|build| build.join().expect("alone"));
    bed.assert_tidy();
}

#[test]
fn someone_who_waits_for_a_lock_can_stop() {
    let bed = Bed::new();
    fs::create_dir(bed.at(".public.homeroom")).expect("a folder");
    let lock = fs::File::create(bed.at(".public.homeroom/lock")).expect("a file");
    lock.lock().expect("locked");
    let output = bed.at("public");
    let place = Place { root: bed.root(), output: &output, home: None };
    let error = commit(&place, &outputs(ONE), &|| true).expect_err("locked");
    assert_eq!(error.class, Class::Interrupted);
    assert!(!output.exists());
}

#[test]
fn an_output_deep_in_new_folders_is_made_and_leaves_none_when_it_fails() {
    let bed = Bed::new();
    let mut broken = Outputs::default();
    let make = || Err(Box::new(Diagnostic::new(&codes::IMAGE, "broken")));
    broken.insert(OutputPath::new("p").expect("a path"), Output::made("a test", make)).expect("no collision");
    bed.commit_to("out/deep/public", &broken).expect_err("broken");
    assert!(!bed.at("out").exists());
    bed.commit_to("out/deep/public", &outputs(ONE)).expect("published");
    assert_eq!(bed::tree::of(&bed.at("out")).len(), 4);
}

#[test]
fn cleaning_removes_what_we_wrote_and_keeps_the_rest() {
    let bed = Bed::new();
    assert_eq!(bed.clean().expect("clean").removed, 0);
    bed.commit(ONE).expect("published");
    bed.put("public/guides/b/index.html", "changed");
    bed.put("public/notes.txt", "mine");
    let done = bed.clean().expect("clean");
    assert_eq!((done.removed, done.foreign), (2, 1));
    assert_eq!(done.changed.iter().map(OutputPath::as_str).collect::<Vec<_>>(), ["guides/b/index.html"]);
    assert_eq!(bed.published(), pairs(&[("guides/b/index.html", "changed"), ("notes.txt", "mine")]));
    bed.assert_tidy();
}

#[test]
fn cleaning_all_takes_the_folder_too() {
    let bed = Bed::new();
    bed.commit(ONE).expect("published");
    assert_eq!(bed.clean().expect("clean").removed, 3);
    assert!(!bed.at("public").exists());
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_link_in_the_output_is_never_followed() {
        let bed = Bed::new();
        bed.put("outside/a/index.html", "a");
        bed.put("outside/b/index.html", "b");
        bed.commit(ONE).expect("published");
        fs::remove_dir_all(bed.at("public/guides")).expect("removed");
        symlink("../outside", bed.at("public/guides")).expect("a link");
        assert!(bed.commit(TWO).expect_err("occupied").message.contains("guides"));
        let done = bed.clean().expect("clean");
        assert_eq!((done.removed, done.foreign), (1, 1));
        assert_eq!(bed::tree::of(&bed.at("outside")).len(), 2);
    }

    #[test]
    fn permissions_of_others_folders_and_of_the_output_stay() {
        let bed = Bed::new();
        bed.commit(ONE).expect("published");
        bed.put("public/mine/file", "mine");
        let mode = |path: &str, mode| fs::set_permissions(bed.at(path), fs::Permissions::from_mode(mode)).expect("set");
        mode("public", 0o711);
        mode("public/mine", 0o750);
        mode("public/mine/file", 0o600);
        bed.commit(TWO).expect("published");
        let now = |path: &str| fs::metadata(bed.at(path)).expect("metadata").permissions().mode() & 0o777;
        assert_eq!((now("public"), now("public/mine"), now("public/mine/file")), (0o711, 0o750, 0o600));
    }
}
