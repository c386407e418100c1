//! What one edit costs, stage by stage: wall and processor milliseconds, medians of 20.
//!
//! `cargo run --release --example edit FOLDER` for a site that may be changed.
#![expect(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used, reason = "a measurement")]

#[path = "clock.rs"]
mod clock;

use std::path::Path;

use clock::now;

use homeroom::build::memo::Memo;
use homeroom::build::{Options, assemble, plan};
use homeroom::day::Day;
use homeroom::disk::rescan::Empty;
use homeroom::disk::scan::scan;
use homeroom::model::assemble::{self as publish, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::output::Content;

fn main() {
    let root = std::env::args().nth(1).expect("the folder of a site");
    let mut scanned = scan(Path::new(&root)).unwrap();
    let today = Day::parse("2026-11-22").unwrap();
    let publish = publish::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let mut memo = Memo::default();
    let mut last = assemble(scanned.tree.clone(), Vec::new(), &mut memo, &options);
    let path = last.site.entries[last.site.entries.len() / 2].document.path.clone();
    let place = scanned.root().join(path.as_str());
    let names = ["look at the file", "look at all", "copy the tree", "assemble", "check", "plan", "render", "forget"];
    let mut times: Vec<Vec<(f64, f64)>> = vec![Vec::new(); names.len()];
    for number in 0..20 {
        let text = std::fs::read_to_string(&place).unwrap();
        std::fs::write(&place, format!("{text}\nWords {number}.\n")).unwrap();
        let mut last_lap = now();
        let mut stage = 0;
        let mut lap = |times: &mut Vec<Vec<(f64, f64)>>| {
            let next = now();
            times[stage].push((next.0 - last_lap.0, next.1 - last_lap.1));
            stage += 1;
            last_lap = next;
        };
        scanned.look_at(std::slice::from_ref(&place), Empty::Hold).unwrap();
        lap(&mut times);
        scanned.look_at_all(Empty::Hold).unwrap();
        lap(&mut times);
        let tree = scanned.tree.clone();
        lap(&mut times);
        let next = assemble(tree, Vec::new(), &mut memo, &options);
        lap(&mut times);
        let findings = next.check_again(&mut memo);
        lap(&mut times);
        let outputs = plan::plan(&next);
        lap(&mut times);
        let output = outputs.iter().find(|(_, output)| output.maker == path.as_str()).unwrap().1;
        if let Content::Made(make) = &output.content {
            make().unwrap();
        }
        lap(&mut times);
        drop((std::mem::replace(&mut last, next), outputs, findings));
        lap(&mut times);
    }
    for (name, times) in names.iter().zip(&mut times) {
        let median = |of: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = times.iter().map(of).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        };
        println!("{name:>18} {:7.1} ms wall {:7.1} ms cpu", median(|time| time.0), median(|time| time.1));
    }
}
