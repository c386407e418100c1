//! A session: what was read, what is remembered from one build to the next, and the next build.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::said;
use crate::build::memo::Memo;
use crate::build::{self, Assembled, Options, plan};
use crate::check::levels;
use crate::cli::ServeArgs;
use crate::cli::report::{self, say};
use crate::day::Day;
use crate::diagnostic::code::Severity;
use crate::diagnostic::{self, Diagnostic};
use crate::disk::scan::Scan;
use crate::model::assemble::{self, Drafts, Future};
use crate::model::claim::{Claim, Claimed, Print};
use crate::model::config;
use crate::model::entry::Role;
use crate::model::meaning;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::output::{Content, Outputs};
use crate::path::SitePath;
use crate::render::template::Engine;
use crate::render::theme::Theme;
use crate::serve::Server;
use crate::serve::shown::{Listed, Listing, Shown};
use crate::source::{HeldBack, Source, Text, Tree};

/// What is kept from one build to the next.
pub struct Session {
    /// What was read.
    pub scan: Scan,
    options: Options,
    /// The day it is to be for ever, where somebody asked for one.
    today: Option<Day>,
    memo: Memo,
    /// The last `site.yaml` without errors.
    config: Option<Arc<Text>>,
    /// The last theme whose templates could be read.
    theme: Option<(Arc<Theme>, Arc<Engine>)>,
    /// Whether that one is in use because the templates of now cannot be read.
    is_theme_old: bool,
    /// The site of the last build.
    site: Option<Arc<Site>>,
    /// Whether a page could not be made when one from each template was tried.
    is_theme_broken: bool,
    held_back: Arc<Mutex<Vec<HeldBack>>>,
    /// What reading found at the last build.
    found: Vec<String>,
    number: u64,
}

impl Session {
    /// A session that begins with `scan`.
    pub fn new(scan: Scan, args: &ServeArgs) -> Self {
        let today = args.today;
        let publish = assemble::Options {
            drafts: if args.drafts { Drafts::Publish } else { Drafts::Hold },
            future: if args.future { Future::Publish } else { Future::Hold },
            today: day(today),
            base_url: None,
        };
        let options = Options { publish, edition: Edition::Web };
        Self {
            scan,
            options,
            today,
            memo: Memo::default(),
            config: None,
            theme: None,
            site: None,
            is_theme_old: false,
            is_theme_broken: false,
            held_back: Arc::default(),
            found: Vec::new(),
            number: 0,
        }
    }

    /// What the site calls itself.
    pub fn title(&self) -> String {
        let text = self.scan.tree.text(&config::file());
        text.map(|text| config::read(&text.body).0.title).unwrap_or_default()
    }

    /// The path of the published site.
    pub fn base_path(&self) -> String {
        let text = self.scan.tree.text(&config::file());
        let url = text.and_then(|text| config::read(&text.body).0.base_url);
        // Below that path our own pages would hide the site.
        let path = url.map(|url| url.path().to_owned()).filter(|path| !path.starts_with("/_homeroom/"));
        path.unwrap_or_else(|| "/".to_owned())
    }

    /// Whether the last look at the disk found anything that a build depends on.
    pub fn has_changed(&mut self) -> bool {
        self.lend_held_back(None);
        !self.scan.changed.is_empty() || said::brief(&self.scan.findings) != self.found
    }

    /// Makes the first build, and shows it before it has been checked.
    #[expect(clippy::disallowed_methods, reason = "only the command line reads the clock")]
    pub fn start(&mut self, server: &Server) {
        let started = Instant::now();
        let (assembled, broken) = self.assemble();
        let outputs = Arc::new(plan::plan(&assembled));
        server.show(self.shown(&assembled, &broken, Arc::clone(&outputs), None));
        let findings = Arc::new(self.findings(&assembled, &broken, &outputs, true));
        say(&said::started(&report::pages(&assembled.site), &findings, &assembled, started.elapsed()));
        server.show(self.shown(&assembled, &broken, outputs, Some(findings)));
    }

    /// Makes a build of what has changed, and shows it. `started` is when the change was noticed.
    pub fn rebuild(&mut self, server: &Server, started: Instant) {
        self.options.publish.today = day(self.today);
        let themes = self.scan.changed.iter().any(|path| path.below("themes").is_some() || *path == config::file());
        let (assembled, broken) = self.assemble();
        let outputs = Arc::new(plan::plan(&assembled));
        let findings = Arc::new(self.findings(&assembled, &broken, &outputs, themes));
        server.show(self.shown(&assembled, &broken, outputs, Some(Arc::clone(&findings))));
        say(&said::rebuilt(&self.scan.changed, &findings, &assembled, started.elapsed()));
    }

    /// Puts the site together. What cannot be read now, a configuration with errors, and templates that
    /// cannot be read leave the last good ones in use; the text of such a configuration comes along.
    fn assemble(&mut self) -> (Assembled, Option<Arc<Text>>) {
        self.number += 1;
        self.found = said::brief(&self.scan.findings);
        let mut tree: Tree = self.scan.tree.clone();
        self.lend_unreadable(&mut tree);
        let path = config::file();
        let now = tree.text(&path).cloned();
        let is_about = |finding: &&Diagnostic| finding.at.as_ref().is_some_and(|at| at.file == path);
        let is_unreadable = self.scan.findings.iter().any(|finding| is_about(&finding));
        let mut broken = None;
        match (now, &self.config) {
            (Some(now), Some(last)) if is_unreadable || has_errors(&now.body) => {
                tree.insert(path, Source::Text(Arc::clone(last)));
                broken = (!is_unreadable).then_some(now);
            }
            (Some(now), _) if !is_unreadable && !has_errors(&now.body) => self.config = Some(now),
            _ => {}
        }
        let mut assembled = build::assemble(tree, self.scan.findings.clone(), &mut self.memo, &self.options);
        self.is_theme_old = assembled.engine.is_none();
        match (&assembled.engine, &self.theme) {
            (Some(engine), _) => self.theme = Some((Arc::clone(&assembled.theme), Arc::clone(engine))),
            (None, Some((theme, engine))) => {
                assembled.theme = Arc::clone(theme);
                assembled.engine = Some(Arc::clone(engine));
            }
            (None, None) => {}
        }
        self.site = Some(Arc::clone(&assembled.site));
        self.lend_held_back(Some(&assembled));
        (assembled, broken)
    }

    /// Puts the last good version of sources that cannot be read now into `tree`, so that their pages stay.
    fn lend_unreadable(&self, tree: &mut Tree) {
        let Some(site) = &self.site else { return };
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let files = self.scan.findings.iter().filter(is_error).filter_map(|finding| Some(&finding.at.as_ref()?.file));
        for file in files.filter(|file| tree.get(file).is_none()).cloned().collect::<Vec<SitePath>>() {
            let last = site.tree().iter().filter(|(path, _)| **path == file || path.below(file.as_str()).is_some());
            for (path, source) in last {
                tree.insert(path.clone(), source.clone());
            }
        }
    }

    /// All findings of a build: those of its site, of a configuration that is not in use, and, where the
    /// theme has changed or is broken, of one page of each kind.
    fn findings(
        &mut self,
        assembled: &Assembled,
        broken: &Option<Arc<Text>>,
        outputs: &Outputs,
        themes: bool,
    ) -> Vec<Diagnostic> {
        let mut findings = assembled.check_again(&mut self.memo);
        if let Some(text) = broken {
            findings.retain(|finding| finding.at.as_ref().is_none_or(|at| at.file != config::file()));
            findings.extend(config::read(&text.body).2);
        }
        // What goes wrong with templates of before is no news.
        if (themes || self.is_theme_broken) && !self.is_theme_old {
            let tried = trial(assembled, outputs);
            self.is_theme_broken = !tried.is_empty();
            findings.extend(tried);
        }
        diagnostic::sort(&mut findings);
        findings
    }

    /// Lets the overview know what is held back now.
    fn lend_held_back(&self, assembled: Option<&Assembled>) {
        let mut shared = self.held_back.lock().unwrap_or_else(PoisonError::into_inner);
        if assembled.is_some() || *shared != self.scan.held_back {
            shared.clone_from(&self.scan.held_back);
        }
    }

    fn shown(
        &self,
        assembled: &Assembled,
        broken: &Option<Arc<Text>>,
        outputs: Arc<Outputs>,
        findings: Option<Arc<Vec<Diagnostic>>>,
    ) -> Shown {
        let (site, theme, broken) = (Arc::clone(&assembled.site), Arc::clone(&assembled.theme), broken.clone());
        let text = move |path: &SitePath| match &broken {
            Some(text) if *path == config::file() => Some(text.body.clone()),
            _ => site.tree().text(path).map(|text| text.body.clone()).or_else(|| theme.text(path).map(str::to_owned)),
        };
        let (site, aside) = (Arc::clone(&assembled.site), Arc::clone(&self.held_back));
        let listing = move || {
            let aside = aside.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let mut pages: Vec<(crate::model::collections::Kind, Listed)> = site
                .order
                .iter()
                .map(|at| site.entry(*at))
                .filter_map(|entry| {
                    let path = entry.route().output_path()?;
                    let (title, kind) = (entry.common.title.clone(), entry.kind());
                    let draft = meaning::is_draft(&entry.common, &entry.detail);
                    let source = entry.document.file().clone();
                    Some((kind, Listed { title, kind: kind.plural().to_owned(), path, source, draft }))
                })
                .collect();
            pages.sort_by_key(|(kind, _)| *kind);
            Listing {
                title: site.settings.config.title.clone(),
                pages: pages.into_iter().map(|(_, page)| page).collect(),
                held_back: report::held_back(&site, &aside),
            }
        };
        Shown { number: self.number, outputs, findings, text: Arc::new(text), listing: Arc::new(listing) }
    }
}

/// What goes wrong with making one page from each template.
fn trial(assembled: &Assembled, outputs: &Outputs) -> Vec<Diagnostic> {
    let mut tried = Vec::new();
    let mut findings = Vec::new();
    for Claimed { spot, claim } in assembled.site.claims() {
        let kind = match claim {
            Claim::Entry(at) => {
                let entry = assembled.site.entry(*at);
                // The page of a section has a template of its own, and the home page another one.
                let section = (entry.role == Role::Section).then_some(entry.section.is_empty());
                Some((entry.kind(), section))
            }
            Claim::Print(_, print) if *print != Print::Sheets => continue,
            Claim::Asset(_) | Claim::Width(..) => continue,
            _ => None,
        };
        let key = (std::mem::discriminant(claim), kind);
        if tried.contains(&key) {
            continue;
        }
        tried.push(key);
        let output = spot.path.as_ref().and_then(|path| outputs.get(path));
        if let Some(Content::Made(make)) = output.map(|output| &output.content)
            && let Err(finding) = make()
        {
            findings.push(*finding);
        }
    }
    findings
}

/// Whether a `site.yaml` has errors that its own `checks:` do not excuse.
fn has_errors(text: &str) -> bool {
    let (config, _, findings) = config::read(text);
    findings.into_iter().filter_map(|finding| levels::levelled(&config, finding)).any(|f| f.severity == Severity::Error)
}

#[expect(clippy::disallowed_methods, reason = "only the command line asks for today")]
fn day(asked: Option<Day>) -> Day {
    asked.unwrap_or_else(Day::today)
}
