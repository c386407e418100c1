//! Killed, out of space, refused: whatever the disk does and whenever, the output is the last site or
//! the next one, and the run after it makes everything good.
//!
//! A process of its own (this same test program) reads and publishes a small site over a disk that
//! fails at its n-th call; n goes up until a run gets through without meeting the fault.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files, and ends its driver")]
#![expect(clippy::print_stderr, reason = "the driver says what went wrong")]

mod bed;
mod driver;
mod program;
#[path = "../bed/tree.rs"]
mod tree;

use bed::{Bed, Fault, Start};

#[test]
fn a_process_that_is_killed_leaves_the_last_site_or_the_next() {
    every_call(Fault { how: "kill", exchange: true }, Start::Published);
}

#[test]
fn a_process_that_is_killed_where_names_cannot_be_exchanged_is_repaired_by_the_next() {
    every_call(Fault { how: "kill", exchange: false }, Start::Published);
}

#[test]
fn an_io_error_leaves_the_last_site_or_the_next() {
    every_call(Fault { how: "EIO", exchange: true }, Start::Published);
}

#[test]
fn an_io_error_where_names_cannot_be_exchanged_leaves_the_last_site_or_the_next() {
    every_call(Fault { how: "EIO", exchange: false }, Start::Published);
}

#[test]
fn a_refusal_leaves_the_last_site_or_the_next() {
    every_call(Fault { how: "EACCES", exchange: true }, Start::Published);
}

#[test]
fn a_full_disk_leaves_the_last_site_or_the_next() {
    every_call(Fault { how: "ENOSPC", exchange: true }, Start::Published);
    every_call(Fault { how: "full", exchange: true }, Start::Published);
}

#[test]
fn the_first_site_is_published_whole_or_not_at_all() {
    for how in ["kill", "EIO", "full"] {
        every_call(Fault { how, exchange: true }, Start::Nothing);
    }
}

#[test]
fn a_large_file_that_does_not_fit_leaves_the_last_site() {
    every_call(Fault { how: "full", exchange: true }, Start::WithLargeFile);
}

#[test]
fn a_picture_is_published_whole_whatever_becomes_of_what_is_kept() {
    for how in ["kill", "EIO", "full", "EACCES"] {
        every_call(Fault { how, exchange: true }, Start::WithPicture);
    }
    for how in ["kill", "EIO"] {
        every_call(Fault { how, exchange: true }, Start::WithPictureKept);
    }
}

#[test]
fn a_repair_that_is_killed_is_repaired_itself() {
    every_repair("kill", true, 2);
}

#[test]
fn a_repair_in_two_steps_that_is_killed_is_repaired_itself() {
    every_repair("kill", false, 4);
}

#[test]
fn a_repair_in_two_steps_that_meets_an_io_error_is_repaired_itself() {
    every_repair("EIO", false, 4);
}

/// Kills a run in the middle of its swap, and lets the run that repairs it fail at every call of its
/// own.
fn every_repair(how: &'static str, exchange: bool, least: usize) {
    let mut moments = 0;
    for first in 1.. {
        let bed = Bed::new(Start::Published);
        let Some(call) = bed.run(&Fault { how: "kill", exchange }, first).fault else { break };
        if !(call.starts_with("rename") || call.starts_with("unlink") && call.ends_with("journal")) {
            continue;
        }
        moments += 1;
        for second in 1.. {
            let again = bed.copy();
            let run = again.run_beside(&Fault { how, exchange }, second);
            if run.fault.is_none() {
                break;
            }
            again.assert_repaired(&format!("killed at {call}, then {how} at {second}: {run:?}"));
        }
    }
    assert!(moments > least, "the swap was not met: {moments}");
}

fn every_call(fault: Fault, start: Start) {
    let mut calls = 0;
    for at in 1.. {
        let bed = Bed::new(start);
        let run = bed.run(&fault, at);
        let told = format!("{fault:?} at call {at}: {run:?}");
        if run.fault.is_none() {
            assert_eq!(run.code, Some(0), "{told}");
            break;
        }
        calls += 1;
        // Only where the swap takes two steps is there a moment without a site.
        if fault.exchange || fault.how != "kill" || bed.at("public").exists() {
            let now = bed.published();
            let allowed = match run.code {
                Some(0) => vec![bed.next()],
                Some(_) => vec![bed.last()],
                None => vec![bed.last(), bed.next(), without_repository(bed.next())],
            };
            assert!(allowed.contains(&now), "{told}\n{now:#?}");
        }
        // Where the disk is sound but full, nothing keeps the failed run from tidying up.
        let tidy = !bed.at(".public.homeroom").exists();
        assert!(tidy || !(fault.how == "full" || fault.how == "ENOSPC"), "litter: {told}");
        bed.assert_repaired(&told);
    }
    assert!(calls > 5, "the faults were not met: {calls}");
}

fn without_repository(mut site: bed::Files) -> bed::Files {
    site.retain(|path, _| !path.starts_with(".git"));
    site
}
