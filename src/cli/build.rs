//! `homeroom build` and `homeroom check`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::build::memo::Memo;
use crate::build::{self, Assembled, Options, plan};
use crate::cli::report::{self, Outcome};
use crate::cli::{BuildArgs, CheckArgs, FINE, SiteArgs, signals};
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::text::Texts;
use crate::disk::commit::{Commit, commit};
use crate::disk::error::Class;
use crate::disk::guard::{self, Place};
use crate::disk::{program, scan};
use crate::model::assemble::{self, Drafts, Future};
use crate::model::route::Edition;
use crate::output::Outputs;
use crate::path::SitePath;
use crate::source::HeldBack;

/// Builds the site and gives the exit code.
pub fn build(args: &BuildArgs) -> u8 {
    signals::listen();
    let edition = if args.offline { Edition::Offline } else { Edition::Web };
    let output = args.output.clone().unwrap_or_else(|| default_output(&args.site.root));
    let home = home();
    let place = Place { root: &args.site.root, output: &output, home: home.as_deref() };
    with_site(&args.site, edition, Some(&place), |run| publish(run, &place))
}

/// Looks for mistakes and gives the exit code.
pub fn check(args: &CheckArgs) -> u8 {
    signals::listen();
    with_site(&args.site, Edition::Web, None, |run| run.report(&run.findings, None))
}

/// Where a site is published unless its user says otherwise.
pub fn default_output(root: &Path) -> PathBuf {
    if root == Path::new(".") { PathBuf::from("public") } else { root.join("public") }
}

/// The user's home folder, which nothing is published into.
#[expect(clippy::disallowed_methods, reason = "only the command line reads the environment")]
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME")
        .or_else(|| std::env::var_os("USERPROFILE"))
        .map(PathBuf::from)
        .filter(|home| home.is_absolute())
}

struct Run<'a> {
    args: &'a SiteArgs,
    assembled: Assembled,
    findings: Vec<Diagnostic>,
    /// What is to be published; nothing where the site is only checked.
    outputs: Outputs,
    held_back: Vec<HeldBack>,
    started: Instant,
}

#[expect(clippy::disallowed_methods, reason = "only the command line reads the clock")]
fn with_site(args: &SiteArgs, edition: Edition, into: Option<&Place<'_>>, then: impl FnOnce(Run<'_>) -> u8) -> u8 {
    let started = Instant::now();
    let (scanned, program) = rayon::join(|| scan::scan(&args.root), || into.and_then(|_| program::digest()));
    let scanned = match scanned {
        Ok(scanned) => scanned,
        Err(error) => return report::failed(&error),
    };
    if let Some(Err(error)) = into.map(guard::look) {
        return report::failed(&error);
    }
    let publish = assemble::Options {
        drafts: if args.drafts { Drafts::Publish } else { Drafts::Hold },
        future: if args.future { Future::Publish } else { Future::Hold },
        today: args.today.unwrap_or_else(Day::today),
        base_url: args.base_url.clone(),
    };
    let options = Options { publish, edition };
    let tree = scanned.tree.clone();
    let mut memo = Memo::default();
    let (inputs, assembled) = rayon::join(
        || program.map(|program| build::inputs(&tree, &options, program)),
        || build::assemble(scanned.tree, scanned.findings, &mut memo, &options),
    );
    // It served one build. Beside the checks there is a thread with time to give its memory back.
    rayon::spawn(move || drop(memo));
    // Both read the same site; a plan for a site with errors is thrown away.
    let planned = || into.map(|_| plan::plan(&assembled)).unwrap_or_default();
    let (findings, outputs) = rayon::join(|| assembled.check(), planned);
    let outputs = match inputs {
        Some(inputs) => outputs.made_of(inputs),
        None => outputs,
    };
    if signals::came() {
        return signals::code();
    }
    let held_back = report::held_back(&assembled.site, &scanned.held_back);
    then(Run { args, assembled, findings, outputs, held_back, started })
}

fn publish(mut run: Run<'_>, place: &Place<'_>) -> u8 {
    let outputs = std::mem::take(&mut run.outputs);
    let found = &run.findings;
    if run.outcome(found, None, &|_| None).code() != FINE {
        return run.report(found, None);
    }
    let committed = commit(place, &outputs, &signals::came);
    // The process ends now: giving the memory of a large site back piece by piece is time for nothing.
    std::mem::forget(outputs);
    match committed {
        Ok(commit) => {
            let code = run.report(found, Some((place.output, commit)));
            std::mem::forget(run);
            code
        }
        Err(error) if error.class == Class::Content && !error.findings.is_empty() => {
            let made = run.assembled.placed(error.findings.clone());
            let all: Vec<Diagnostic> = found.iter().cloned().chain(made).collect();
            let code = run.report(&all, None);
            report::complain(&format!("error: {}\n", error.message));
            code
        }
        Err(error) => report::failed(&error),
    }
}

impl Run<'_> {
    fn outcome<'a>(
        &'a self,
        findings: &'a [Diagnostic],
        published: Option<(&'a Path, Commit)>,
        texts: &'a Texts<'a>,
    ) -> Outcome<'a> {
        Outcome {
            findings,
            texts,
            pages: report::pages(&self.assembled.site),
            held_back: &self.held_back,
            published,
            milliseconds: self.started.elapsed().as_millis(),
            strict: self.args.strict,
        }
    }

    fn report(&self, findings: &[Diagnostic], published: Option<(&Path, Commit)>) -> u8 {
        let texts = |path: &SitePath| self.assembled.text(path);
        let outcome = self.outcome(findings, published, &texts);
        outcome.report(self.args.format, self.args.quiet);
        outcome.code()
    }
}
