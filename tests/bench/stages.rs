//! What a cold build costs, stage by stage: wall and processor milliseconds, medians of five.
//!
//! `cargo run --release --example stages FOLDER` for a site; nothing is written.
#![expect(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

#[path = "clock.rs"]
mod clock;

use std::path::Path;

use clock::now;
use homeroom::build::memo::{self, Memo};
use homeroom::build::{Options, assemble, plan};
use homeroom::day::Day;
use homeroom::disk::scan::scan;
use homeroom::model::assemble::{self as publish, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::output::{Content, Output};
use rayon::prelude::*;

const NAMES: [&str; 6] = ["read", "parse", "assemble", "check", "plan", "render"];

fn main() {
    let root = std::env::args().nth(1).expect("the folder of a site");
    let today = Day::parse("2026-11-22").unwrap();
    let publish = publish::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let mut laps: Vec<Vec<(f64, f64)>> = vec![Vec::new(); NAMES.len()];
    for _ in 0..5 {
        let mut last = now();
        let mut stage = 0;
        let mut lap = || {
            let next = now();
            laps[stage].push((next.0 - last.0, next.1 - last.1));
            stage += 1;
            last = next;
        };
        let scanned = scan(Path::new(&root)).unwrap();
        lap();
        let mut memo = Memo::default();
        memo::documents(&scanned.tree, &mut memo);
        lap();
        let assembled = assemble(scanned.tree, scanned.findings, &mut memo, &options);
        lap();
        let findings = assembled.check();
        lap();
        let outputs = plan::plan(&assembled);
        lap();
        let all: Vec<&Output> = outputs.iter().map(|(_, output)| output).collect();
        let length = |output: &&Output| match &output.content {
            Content::Made(make) => make().unwrap().len(),
            Content::Asset { .. } => 0,
        };
        let bytes: usize = all.par_iter().map(length).sum();
        lap();
        println!("{} outputs, {bytes} bytes, {} findings", all.len(), findings.len());
    }
    for (name, laps) in NAMES.iter().zip(&mut laps) {
        laps.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (wall, cpu) = laps[laps.len() / 2];
        println!("{name:>10} {wall:8.1} ms wall {cpu:8.1} ms cpu");
    }
}
