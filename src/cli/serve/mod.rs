//! `homeroom serve`: what is saved is what is seen.
//!
//! 1. [`session::Session`] holds what was read and what is remembered, and makes a build of it.
//! 2. The loop here waits for hints, has the session look at the disk, and shows what has changed.

mod said;
mod session;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::cli::report::{self, complain, say};
use crate::cli::{ENVIRONMENT, ServeArgs, signals};
use crate::diagnostic::text::plain;
use crate::disk::pictures::Pictures;
use crate::disk::rescan::Empty;
use crate::disk::{asset, scan};
use crate::path::SitePath;
use crate::serve::{self, Server};
use crate::watch::{Hint, Watch};
use session::Session;

/// How long after a hint everything is looked at.
const SOON: Duration = Duration::from_secs(1);
/// How long a text that has shrunk to nothing is held as it was.
const HELD: Duration = Duration::from_millis(300);

/// Serves the site until a signal ends the process; gives the exit code where it cannot.
pub fn serve(args: &ServeArgs) -> u8 {
    signals::end_at_once();
    let scan = match scan::scan(&args.root) {
        Ok(scan) => scan,
        Err(error) => return report::failed(&error),
    };
    let root = scan.root().to_owned();
    let mut session = Session::new(scan, args);
    let base = args.base_path.clone().unwrap_or_else(|| session.base_path());
    let (listener, other) = match serve::bind(args.host, args.port) {
        Ok(bound) => bound,
        Err(error) => return cannot_listen(args, &error),
    };
    let pictures = Pictures::of(&root);
    let options = serve::Options {
        listener,
        hosts: said::hosts(args),
        base: base.clone(),
        root: root.to_str().map(str::to_owned),
        read: std::sync::Arc::new(move |source, digest, cut| asset::published(&pictures, source, digest, cut)),
    };
    // Before anything is read again, so that nothing is missed.
    let (mut watch, notice) = Watch::start(&root);
    let server = match Server::start(options) {
        Ok(server) => server,
        Err(error) => return cannot_listen(args, &error),
    };
    let address = said::address(&server, &base);
    say(&said::welcome(&session, &address, args, other));
    if let Some(reason) = notice {
        say(&said::blind(&reason));
    }
    session.start(&server);
    if args.open && opener::open_browser(&address).is_err() {
        complain("no browser could be opened; open the address above yourself\n");
    }
    keep_up(&mut session, &mut watch, &server);
    ENVIRONMENT
}

/// Follows the edits.
#[expect(clippy::disallowed_methods, reason = "only the command line reads the clock")]
fn keep_up(session: &mut Session, watch: &mut Watch, server: &Server) {
    // What was edited while the site was read for the first time is found now.
    let mut all_at = Some(Instant::now());
    // Until when each file that has shrunk to nothing is held as it was.
    let mut held: BTreeMap<SitePath, Instant> = BTreeMap::new();
    let mut failed = String::new();
    let mut is_lost = false;
    loop {
        let next = all_at.iter().chain(held.values()).min();
        let hint = watch.next(next.map(|at| at.saturating_duration_since(Instant::now())));
        let started = Instant::now();
        let due: Vec<PathBuf> = held
            .iter()
            .filter(|(_, at)| **at <= started)
            .map(|(path, _)| session.scan.root().join(path.as_str()))
            .collect();
        let is_due = all_at.is_some_and(|at| at <= started);
        let looked = match &hint {
            _ if !due.is_empty() => session.scan.look_at(&due, Empty::Take),
            _ if is_due => session.scan.look_at_all(Empty::Hold),
            Some(Hint::Paths(paths)) => session.scan.look_at(paths, Empty::Hold),
            Some(Hint::Everything | Hint::Tick | Hint::Blind(_) | Hint::Lost) => session.scan.look_at_all(Empty::Hold),
            None => continue,
        };
        if is_due && due.is_empty() {
            all_at = None;
        }
        match hint {
            Some(Hint::Paths(_) | Hint::Everything) => all_at = all_at.or(Some(started + SOON)),
            Some(Hint::Blind(reason)) => say(&said::blind(&reason)),
            Some(Hint::Lost) => is_lost = true,
            Some(Hint::Tick) | None => {}
        }
        if is_lost && looked.is_ok() {
            // The folder is there again, and it is another one, which nobody watches yet.
            *watch = Watch::start(session.scan.root()).0;
            (is_lost, all_at) = (false, Some(started + SOON));
        }
        let problem = looked.err().map(|error| plain(&error.message)).unwrap_or_default();
        if problem != failed && !problem.is_empty() {
            complain(&format!("{problem}; the last version stays\n"));
        }
        if !problem.is_empty() {
            all_at = Some(started + SOON);
        }
        failed = problem;
        held.retain(|path, at| *at > started && session.scan.shrunk.contains(path));
        for path in &session.scan.shrunk {
            held.entry(path.clone()).or_insert(started + HELD);
        }
        if failed.is_empty() && session.has_changed() {
            session.rebuild(server, started);
        }
    }
}

fn cannot_listen(args: &ServeArgs, error: &std::io::Error) -> u8 {
    let port = args.port.unwrap_or(serve::USUAL_PORT);
    complain(&format!(
        "error: nothing can be served at {} port {port}: {error}\n  help: leave --host out, or name an address of this computer\n",
        args.host
    ));
    ENVIRONMENT
}
