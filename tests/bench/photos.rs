//! That photos are processed once, in parallel, and not again: wall and processor seconds of builds.
//!
//! `cargo run --release --example photos [NUMBER]` makes a site of so many photos of 12 megapixels (24
//! unless told), one of 50 among them, all lying on their side, and publishes it in a folder of its own.
#![expect(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

#[path = "clock.rs"]
mod clock;
#[path = "../bed/photo.rs"]
mod photo;

use std::fs;
use std::path::Path;

use clock::now;
use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{self, Options, assemble};
use homeroom::day::Day;
use homeroom::digest::Digest;
use homeroom::disk::commit::commit;
use homeroom::disk::guard::Place;
use homeroom::disk::scan::scan;
use homeroom::model::assemble::{self as publish, Drafts, Future};
use homeroom::model::route::Edition;

fn main() {
    let number: usize = std::env::args().nth(1).map_or(24, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let bytes = write(root, number);
    println!("{number} photos, {} MB", bytes / 1_000_000);
    // Making them took memory, too: the system counts anew from here.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (public, kept) = (root.join("public"), root.join(".homeroom-cache"));
    let forget = |folders: &[&Path]| folders.iter().for_each(|folder| drop(fs::remove_dir_all(folder)));
    measured("cold, one thread", root, 1);
    forget(&[&public, &kept]);
    measured("cold, all threads", root, 0);
    println!("{} at most until here", peak());
    forget(&[&public]);
    measured("what was made is kept, nothing is published", root, 0);
    fs::write(root.join("content/p0.md"), "# A page\n\n![a photo](p0.jpg) and more words\n").unwrap();
    measured("a page is edited", root, 0);
    fs::write(root.join("content/p0.jpg"), photo::lying(4032, 3024, 99)).unwrap();
    measured("a photo is another one", root, 0);
    measured("nothing has changed", root, 0);
}

/// Writes the site, and gives the bytes of its photos.
fn write(root: &Path, number: usize) -> u64 {
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("site.yaml"), "title: Hub\n").unwrap();
    let mut bytes = 0;
    for at in 0..number {
        let (width, height) = if at == 1 { (8160, 6144) } else { (4032, 3024) };
        let photo = photo::lying(width, height, u8::try_from(at % 60).unwrap());
        bytes += photo.len() as u64;
        fs::write(root.join(format!("content/p{at}.jpg")), photo).unwrap();
        fs::write(root.join(format!("content/p{at}.md")), format!("# A page\n\n![a photo](p{at}.jpg)\n")).unwrap();
    }
    bytes
}

/// Builds the site on `threads` threads, on all where that is 0, and says what it took.
fn measured(name: &str, root: &Path, threads: usize) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let last = now();
    let done = pool.install(|| {
        let scanned = scan(root).unwrap();
        let today = Day::parse("2026-11-22").unwrap();
        let publish = publish::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
        let options = Options { publish, edition: Edition::Web };
        let inputs = build::inputs(&scanned.tree, &options, Digest::of(b"this program"));
        let assembled = assemble(scanned.tree, scanned.findings, &mut Memo::default(), &options);
        let outputs = plan(&assembled).made_of(inputs);
        commit(&Place { root, output: &root.join("public"), home: None }, &outputs, &|| false).unwrap()
    });
    let next = now();
    println!(
        "{name:>44}: {:6.2} s wall {:6.2} s cpu, {} files written, {} MB published",
        (next.0 - last.0) / 1000.0,
        (next.1 - last.1) / 1000.0,
        done.written,
        done.bytes / 1_000_000
    );
}

/// The most memory that this process has had.
fn peak() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim();
    line.to_owned()
}
