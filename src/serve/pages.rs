//! What is shown now: outputs made when they are asked for, and the last good bytes of broken pages.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use super::Read;
use super::page::Page;
use super::shown::Shown;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::output::{Content, Output, Passed};
use crate::path::OutputPath;

/// How many bytes of pages are remembered.
const REMEMBERED: usize = 64 << 20;
/// How long a request waits for the first build.
const PATIENCE: Duration = Duration::from_secs(60);

/// All that requests are answered from.
pub(super) struct Pages {
    /// The path of the published site, decoded; begins and ends with `/`.
    pub(super) base: String,
    /// The site's folder.
    pub(super) root: Option<String>,
    read: Read,
    state: Mutex<State>,
    changed: Condvar,
    good: Mutex<Good>,
}

#[derive(Default)]
struct State {
    now: Option<Arc<Now>>,
    stopped: bool,
}

/// What is shown, from one [`Pages::show`] to the next.
pub(super) struct Now {
    pub(super) shown: Shown,
    made: Arc<Made>,
}

/// The outputs that were made already.
#[derive(Default)]
struct Made {
    pages: Mutex<(BTreeMap<OutputPath, Making>, usize)>,
}

type Making = Arc<OnceLock<Result<Page, Box<Diagnostic>>>>;

/// Pages as they were served while their sources had no errors; the oldest are forgotten first.
#[derive(Default)]
struct Good {
    pages: BTreeMap<OutputPath, Page>,
    order: VecDeque<OutputPath>,
    bytes: usize,
}

/// What is served for an output.
pub(super) enum Found {
    /// A page or a file that is made, as it is now.
    Page(Page),
    /// The last version without errors, and what went wrong with making the present one.
    Last(Page, Option<Box<Diagnostic>>),
    /// A file that is passed on.
    File(Passed),
    /// It cannot be made and never was.
    Broken(Box<Diagnostic>),
    /// There is no such output.
    Nothing,
}

impl Pages {
    /// Nothing to show yet.
    pub(super) fn new(base: String, root: Option<String>, read: Read) -> Self {
        Self { base, root, read, state: Mutex::default(), changed: Condvar::new(), good: Mutex::default() }
    }

    /// Puts `shown` in the place of what was shown.
    pub(super) fn show(&self, shown: Shown) {
        let mut state = self.state();
        let same = state.now.as_ref().filter(|now| Arc::ptr_eq(&now.shown.outputs, &shown.outputs));
        let made = same.map(|now| Arc::clone(&now.made)).unwrap_or_default();
        let now = Arc::new(Now { shown, made });
        let before = state.now.replace(Arc::clone(&now));
        drop(state);
        self.keep_made(&now);
        self.changed.notify_all();
        // A large site takes its time to be forgotten; nobody waits for that.
        drop(before);
    }

    /// Keeps what was served before anybody had checked it, now that somebody has.
    fn keep_made(&self, now: &Now) {
        if now.shown.findings.is_none() {
            return;
        }
        let mut good = self.good.lock().unwrap_or_else(PoisonError::into_inner);
        for (path, page) in now.made.all() {
            let Some(output) = now.shown.outputs.get(&path).filter(|output| !now.is_broken(output)) else { continue };
            if let (Content::Made(_), Ok(page)) = (&output.content, &page) {
                good.keep(&path, page);
            }
        }
    }

    /// Ends all waiting.
    pub(super) fn stop(&self) {
        self.state().stopped = true;
        self.changed.notify_all();
    }

    /// What is shown now; waits for the first build. `None` where that takes too long, or at the end.
    pub(super) fn now(&self) -> Option<Arc<Now>> {
        let waiting = |state: &mut State| state.now.is_none() && !state.stopped;
        let waited = self.changed.wait_timeout_while(self.state(), PATIENCE, waiting);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.now.clone().filter(|_| !state.stopped)
    }

    /// What is shown once it is another than `last`, or after `patience` all the same. `None` at the end,
    /// and once `has_gone` says that nobody listens any more; see [`Pages::wake`].
    pub(super) fn next(&self, last: &Arc<Now>, patience: Duration, has_gone: &AtomicBool) -> Option<Arc<Now>> {
        let ends = |state: &State| state.stopped || has_gone.load(Ordering::SeqCst);
        let same = |state: &mut State| !ends(state) && state.now.as_ref().is_some_and(|now| Arc::ptr_eq(now, last));
        let waited = self.changed.wait_timeout_while(self.state(), patience, same);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.now.clone().filter(|_| !ends(&state))
    }

    /// Wakes those who wait for something new, so that they see who has gone.
    pub(super) fn wake(&self) {
        // Whoever is about to wait has looked before, and holds this meanwhile.
        drop(self.state());
        self.changed.notify_all();
    }

    /// What is served for `path`: the last good version while its source has errors.
    pub(super) fn find(&self, now: &Now, path: &OutputPath) -> Found {
        let Some(output) = now.shown.outputs.get(path) else { return Found::Nothing };
        let page = match &output.content {
            Content::Asset { source, digest, cut } => {
                return match (self.read)(source, *digest, *cut) {
                    Ok(Some(passed)) => Found::File(passed),
                    Ok(None) => Found::Nothing,
                    Err(finding) => Found::Broken(finding),
                };
            }
            Content::Made(make) => now.made.page(path, || Ok(Page::new(path, make()?, &now.shown.outputs))),
        };
        let is_broken = now.is_broken(output);
        let mut good = self.good.lock().unwrap_or_else(PoisonError::into_inner);
        match page {
            Ok(page) if is_broken => match good.pages.get(path) {
                Some(last) => Found::Last(last.clone(), None),
                None => Found::Page(page),
            },
            Ok(page) => {
                if now.shown.findings.is_some() {
                    good.keep(path, &page);
                }
                Found::Page(page)
            }
            Err(finding) => match good.pages.get(path) {
                Some(page) => Found::Last(page.clone(), Some(finding)),
                None => Found::Broken(finding),
            },
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Now {
    /// Whether the source of an output has errors.
    fn is_broken(&self, output: &Output) -> bool {
        self.errors().any(|finding| finding.at.as_ref().is_some_and(|at| at.file.as_str() == output.maker))
    }

    /// The findings that keep the site from being published.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings().filter(|finding| finding.severity == Severity::Error)
    }

    /// All findings.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.shown.findings.iter().flat_map(|findings| findings.iter())
    }
}

impl Made {
    /// What was made so far.
    fn all(&self) -> Vec<(OutputPath, Result<Page, Box<Diagnostic>>)> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.0.iter().filter_map(|(path, making)| Some((path.clone(), making.get()?.clone()))).collect()
    }

    /// The page at `path`, which `make` makes unless somebody did before.
    fn page(
        &self,
        path: &OutputPath,
        make: impl FnOnce() -> Result<Page, Box<Diagnostic>>,
    ) -> Result<Page, Box<Diagnostic>> {
        let lock = || self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let making = Arc::clone(lock().0.entry(path.clone()).or_default());
        let mut is_new = false;
        let page = making.get_or_init(|| {
            is_new = true;
            make()
        });
        if let (true, Ok(page)) = (is_new, page) {
            let mut pages = lock();
            pages.1 += page.bytes.len();
            if pages.1 > REMEMBERED {
                *pages = Default::default();
            }
        }
        page.clone()
    }
}

impl Good {
    fn keep(&mut self, path: &OutputPath, page: &Page) {
        if self.pages.get(path).is_some_and(|kept| kept.digest == page.digest) {
            return;
        }
        match self.pages.insert(path.clone(), page.clone()) {
            Some(before) => self.bytes -= before.bytes.len(),
            None => self.order.push_back(path.clone()),
        }
        self.bytes += page.bytes.len();
        while self.bytes > REMEMBERED {
            let Some(oldest) = self.order.pop_front() else { break };
            self.bytes -= self.pages.remove(&oldest).map_or(0, |page| page.bytes.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{Code, Level};
    use crate::output::Outputs;
    use crate::serve::shown::Listing;

    static CODE: Code = Code { name: "test", severity: Severity::Error, level: Level::Fixed, doc: "" };

    fn shown(outputs: &Arc<Outputs>, findings: Option<Vec<Diagnostic>>) -> Shown {
        Shown {
            number: 1,
            outputs: Arc::clone(outputs),
            findings: findings.map(Arc::new),
            text: Arc::new(|_| None),
            listing: Arc::new(|| Listing { title: String::new(), pages: Vec::new(), held_back: Vec::new() }),
        }
    }

    #[test]
    fn a_page_that_was_served_before_it_was_checked_is_the_last_good_one_too() {
        let path = OutputPath::new("index.html").expect("a path");
        let made = |make: fn() -> Result<Vec<u8>, Box<Diagnostic>>| {
            Arc::new(Outputs::of(vec![(path.clone(), Output::made("content/a.md", make))]))
        };
        let pages = Pages::new("/".to_owned(), None, Arc::new(|_, _, _| Ok(None)));
        let find = || pages.find(&pages.now().expect("a site"), &path);
        let good = made(|| Ok(b"good".to_vec()));
        pages.show(shown(&good, None));
        assert!(matches!(find(), Found::Page(_)));
        pages.show(shown(&good, Some(Vec::new())));
        pages.show(shown(&made(|| Err(Box::new(Diagnostic::new(&CODE, "broken")))), Some(Vec::new())));
        assert!(matches!(find(), Found::Last(page, Some(_)) if *page.bytes == *b"good"));
    }
}
