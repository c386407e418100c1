//! What a killed run may leave where it is not ours to decide.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

mod bed;

use std::fs;

use bed::{Bed, outputs, pairs};
use homeroom::disk::error::Class;

const SITE: &[(&str, &str)] = &[("index.html", "home")];

/// A site that was moved aside by a run that was killed before the next one took its place.
fn moved_aside() -> Bed {
    let bed = Bed::new();
    bed.commit(SITE).expect("published");
    bed.put("public/mine.txt", "mine");
    fs::create_dir(bed.at(".public.homeroom")).expect("a folder");
    fs::rename(bed.at("public"), bed.at(".public.homeroom/old")).expect("moved");
    bed
}

#[test]
fn a_site_that_was_moved_aside_comes_back() {
    let bed = moved_aside();
    fs::create_dir(bed.at("public")).expect("an empty folder gives way");
    assert_eq!(bed.commit(SITE).expect("published").unchanged, 1);
    assert_eq!(bed.published(), pairs(&[("index.html", "home"), ("mine.txt", "mine")]));
    bed.assert_tidy();
}

#[test]
fn a_site_that_was_moved_aside_is_cleaned_too() {
    let bed = moved_aside();
    assert_eq!(bed.clean().expect("clean").removed, 1);
    assert_eq!(bed.published(), pairs(&[("mine.txt", "mine")]));
    bed.assert_tidy();
}

#[test]
fn where_both_folders_hold_files_of_somebody_both_are_left() {
    let bed = moved_aside();
    bed.put("public/CNAME", "hub.example");
    let error = bed.commit(SITE).expect_err("undecided");
    assert_eq!(error.class, Class::Environment);
    assert!(error.message.contains(".public.homeroom/old"), "{error}");
    assert_eq!(bed.published(), pairs(&[("CNAME", "hub.example")]));
    assert_eq!(bed::tree::of(&bed.at(".public.homeroom/old")).len(), 3);
}

#[test]
fn of_two_repositories_none_is_removed() {
    let bed = Bed::new();
    bed.commit(SITE).expect("published");
    bed.put("public/.git/HEAD", "new");
    bed.put(".public.homeroom/staging/.git/HEAD", "old");
    let error = bed.commit_to("public", &outputs(SITE)).expect_err("undecided");
    assert!(error.message.contains("staging/.git") && error.help.is_some(), "{error}");
    for (place, expected) in [("public/.git/HEAD", "new"), (".public.homeroom/staging/.git/HEAD", "old")] {
        assert_eq!(fs::read_to_string(bed.at(place)).expect("kept"), expected);
    }
}
