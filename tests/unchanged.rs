//! A build of what was built before makes nothing again, and trusts nothing either.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use homeroom::digest::Digest;
use homeroom::disk::commit::{Commit, commit};
use homeroom::disk::guard::Place;
use homeroom::output::{Output, Outputs};
use homeroom::path::OutputPath;

/// Publishes two pages made of `inputs`; gives what was done, and how many pages were made for it.
fn publish(root: &Path, inputs: &str, text: &'static str) -> (Commit, usize) {
    let made = Arc::new(AtomicUsize::new(0));
    let mut outputs = Outputs::default();
    for name in ["a.html", "b/index.html"] {
        let made = Arc::clone(&made);
        let make = move || {
            made.fetch_add(1, Ordering::Relaxed);
            Ok(text.as_bytes().to_vec())
        };
        outputs.insert(OutputPath::new(name).expect("a path"), Output::made(name, make)).expect("no collision");
    }
    let outputs = outputs.made_of(Digest::of(inputs.as_bytes()));
    let place = Place { root, output: &root.join("public"), home: None };
    let done = commit(&place, &outputs, &|| false).expect("published");
    (done, made.load(Ordering::Relaxed))
}

#[test]
fn what_was_made_of_the_same_inputs_is_not_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(publish(folder.path(), "one", "text").1, 2);
    let (done, made) = publish(folder.path(), "one", "text");
    assert_eq!((made, done.written, done.unchanged, done.bytes), (0, 0, 2, 8));
    let (done, made) = publish(folder.path(), "two", "other");
    assert_eq!((made, done.written), (2, 2));
}

#[test]
fn a_published_file_that_somebody_changed_is_made_again() {
    let folder = tempfile::tempdir().expect("a folder");
    publish(folder.path(), "one", "text");
    let page = folder.path().join("public/b/index.html");
    for damage in ["tex", "test"] {
        std::fs::write(&page, damage).expect("a change");
        let (done, made) = publish(folder.path(), "one", "text");
        assert_eq!((made, done.written), (2, 1));
        assert_eq!(std::fs::read_to_string(&page).expect("a page"), "text");
    }
    std::fs::remove_file(&page).expect("removed");
    assert_eq!(publish(folder.path(), "one", "text").0.written, 1);
    assert!(page.exists());
}
