//! The edge that notices edits. The only user of `notify`.
//!
//! What comes from here are hints, never truths: systems lose events, report our own reading, and
//! forget folders that were made a moment ago. Whoever is hinted looks at the disk itself, at the named
//! files at once and at everything soon after.
//!
//! Where the system cannot watch (its limit of watched folders is reached, a network drive), a tick
//! comes every second instead, and one notice says so.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::path::dropping;

/// How long it must be quiet before a hint is passed on.
const QUIET: Duration = Duration::from_millis(5);
/// How long a hint is kept back at most.
const LONGEST: Duration = Duration::from_millis(40);
/// How often everything is looked at where watching is impossible.
const TICK: Duration = Duration::from_secs(1);
/// How many paths a hint names; beyond them it says that anything may have changed.
const MOST: usize = 4096;

/// The folders that are watched with all that is in them.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// These files or folders, by absolute paths.
    Paths(Vec<PathBuf>),
    /// Anything.
    Everything,
    /// Nobody knows: it is time to look.
    Tick,
    /// Watching has become impossible, for this reason; from now on ticks come.
    Blind(String),
    /// The folder of the site itself was moved or removed; from now on ticks come.
    Lost,
}

/// A site's folder that is being watched.
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches the site in the folder `root`, which is canonical. Where that is impossible, ticks come,
    /// and the sentence says why.
    pub fn start(root: &Path) -> (Self, Option<String>) {
        let (sender, events) = channel();
        let watched = notify::recommended_watcher(move |event| {
            // Nobody listens any more at the end.
            let _ = sender.send(event);
        })
        .and_then(|mut watcher| {
            watcher.watch(root, RecursiveMode::NonRecursive)?;
            for folder in FOLDERS {
                follow(&mut watcher, &root.join(folder))?;
            }
            Ok(watcher)
        });
        let (watcher, notice) = match watched {
            Ok(watcher) => (Some(watcher), None),
            Err(error) => (None, Some(reason(&error))),
        };
        (Self { root: root.to_owned(), events, watcher }, notice)
    }

    /// The same without watching: only ticks come.
    pub fn polling(root: &Path) -> Self {
        let (_, events) = channel();
        Self { root: root.to_owned(), events, watcher: None }
    }

    /// The next hint: waits for one, at most as long as `wait`; `None` when that is over.
    #[expect(clippy::disallowed_methods, reason = "waiting needs a clock; no output depends on it")]
    pub fn next(&mut self, wait: Option<Duration>) -> Option<Hint> {
        if self.watcher.is_none() {
            std::thread::sleep(wait.map_or(TICK, |wait| wait.min(TICK)));
            return wait.is_none_or(|wait| wait >= TICK).then_some(Hint::Tick);
        }
        let deadline = wait.map(|wait| Instant::now() + wait);
        loop {
            let first = match deadline {
                None => self.events.recv().ok()?,
                Some(deadline) => self.events.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok()?,
            };
            let mut gathered = Gathered::default();
            gathered.add(first, &self.root);
            let until = Instant::now() + LONGEST;
            while gathered.is_any() && Instant::now() < until {
                match self.events.recv_timeout(QUIET) {
                    Ok(event) => gathered.add(event, &self.root),
                    Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
                }
            }
            if let Some(hint) = self.hint(gathered) {
                return Some(hint);
            }
        }
    }

    fn hint(&mut self, gathered: Gathered) -> Option<Hint> {
        let Gathered { paths, folders, everything, blind, lost } = gathered;
        if lost {
            self.watcher = None;
            return Some(Hint::Lost);
        }
        if let Some(reason) = blind {
            self.watcher = None;
            return Some(Hint::Blind(reason));
        }
        // A folder that was made anew is another one, which nobody watches yet.
        if folders && let Some(watcher) = &mut self.watcher {
            for folder in FOLDERS {
                let folder = self.root.join(folder);
                let _ = watcher.unwatch(&folder);
                if let Err(error) = follow(watcher, &folder) {
                    self.watcher = None;
                    return Some(Hint::Blind(reason(&error)));
                }
            }
        }
        if everything || folders || paths.len() > MOST {
            return Some(Hint::Everything);
        }
        (!paths.is_empty()).then(|| Hint::Paths(paths.into_iter().collect()))
    }
}

/// Events that came close together.
#[derive(Default)]
struct Gathered {
    paths: BTreeSet<PathBuf>,
    /// A watched folder itself came, went or was replaced.
    folders: bool,
    everything: bool,
    blind: Option<String>,
    /// The root itself went.
    lost: bool,
}

impl Gathered {
    fn is_any(&self) -> bool {
        !self.paths.is_empty() || self.folders || self.everything || self.lost
    }

    fn add(&mut self, event: notify::Result<Event>, root: &Path) {
        let event = match event {
            Ok(event) => event,
            Err(error) if is_limit(&error) => {
                self.blind = Some(reason(&error));
                return;
            }
            Err(_) => {
                self.everything = true;
                return;
            }
        };
        // Our own reading opens and closes files; only the end of writing matters.
        let is_reading = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
        if is_reading {
            return;
        }
        self.everything |= event.need_rescan();
        for path in event.paths {
            let Ok(below) = path.strip_prefix(root) else { continue };
            let has_moved = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
            self.lost |= has_moved && below.as_os_str().is_empty();
            let mut names = below.components();
            let first = names.next().and_then(|name| name.as_os_str().to_str());
            let is_top = names.next().is_none();
            match first {
                Some("site.yaml") if is_top => {
                    self.paths.insert(path);
                }
                Some(name) if FOLDERS.contains(&name) && is_top => {
                    let is_whole = matches!(
                        event.kind,
                        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
                    );
                    self.folders |= is_whole;
                    self.everything |= !is_whole && !matches!(event.kind, EventKind::Access(_));
                }
                Some(name) if FOLDERS.contains(&name) && !is_left_behind(below) => {
                    self.paths.insert(path);
                }
                _ => {}
            }
        }
    }
}

/// Watches `folder` with all that is in it; one that is not there is waited for by its parent.
fn follow(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    match watcher.watch(folder, RecursiveMode::Recursive) {
        Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => Ok(()),
        Err(notify::Error { kind: notify::ErrorKind::Io(error), .. })
            if error.kind() == std::io::ErrorKind::NotFound =>
        {
            Ok(())
        }
        other => other,
    }
}

/// Whether one of the names of `path` is that of something which a program keeps for itself, or which is
/// never taken in.
fn is_left_behind(path: &Path) -> bool {
    let mut names = path.components().filter_map(|name| name.as_os_str().to_str());
    names.any(|name| name.starts_with('.') || dropping(name).is_some())
}

fn is_limit(error: &notify::Error) -> bool {
    matches!(error.kind, notify::ErrorKind::MaxFilesWatch)
        || matches!(&error.kind, notify::ErrorKind::Io(error) if matches!(error.raw_os_error(), Some(24 | 28)))
}

fn reason(error: &notify::Error) -> String {
    if is_limit(error) {
        "this computer watches as many folders as it can already".to_owned()
    } else {
        "this computer cannot tell when files in that folder change".to_owned()
    }
}
