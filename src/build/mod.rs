//! Where the stages meet: tree → site and findings → outputs.
//!
//! 1. [`memo::documents`] parses what it has not parsed before.
//! 2. [`crate::model::assemble::assemble`] makes the site.
//! 3. [`check`] adds what the rules and the theme have to say.
//! 4. [`plan::plan`] lists every output with what makes it; nothing is rendered until it is asked for.

pub mod memo;
pub mod plan;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::{Code, Severity};
use crate::digest::Digest;
use crate::model::assemble;
use crate::model::config::BaseUrl;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::path::SitePath;
use crate::render::template::{self, Engine};
use crate::render::theme::{self, Theme};
use crate::source::{Source, Tree};
use crate::{check as checks, disk, model, parse, render};
use memo::Memo;

/// What a build depends on besides its sources.
#[derive(Clone, Debug)]
pub struct Options {
    /// What may be published, and the day.
    pub publish: assemble::Options,
    /// In what form addresses are written.
    pub edition: Edition,
    /// The full address of the site, in place of the one in `site.yaml`.
    pub base_url: Option<BaseUrl>,
}

/// A site that has been looked at, and everything that was found.
pub struct Checked {
    /// The site.
    pub site: Arc<Site>,
    /// Its theme.
    pub theme: Arc<Theme>,
    /// The theme's templates; `None` where they have mistakes.
    pub engine: Option<Arc<Engine>>,
    /// All findings in the order of their places.
    pub findings: Vec<Diagnostic>,
    /// In what form addresses are written.
    pub edition: Edition,
}

/// The site that `tree` is, and all that is wrong with it. `found` is what reading it brought to
/// light; `memo` remembers documents from one call to the next and changes nothing but the time it takes.
pub fn check(tree: Tree, found: Vec<Diagnostic>, memo: &mut Memo, options: &Options) -> Checked {
    let documents = memo::documents(&tree, memo);
    let mut site = assemble::assemble(tree, &documents, options.publish);
    if options.base_url.is_some() {
        site.config.base_url.clone_from(&options.base_url);
    }
    let (theme, mut theme_findings) = theme::theme(&site);
    let engine = match template::engine(&theme) {
        Ok(engine) => Some(Arc::new(engine)),
        Err(findings) => {
            theme_findings.extend(findings);
            None
        }
    };
    // What is wrong with an image that no page shows keeps nothing from being published.
    let is_shown = |finding: &Diagnostic| {
        finding.at.as_ref().is_none_or(|at| site.assets.contains(&at.file) || !is_content(&at.file))
    };
    let about_image =
        |finding: &Diagnostic| [disk::codes::IMAGE.name, disk::codes::UNSAFE_SVG.name].contains(&finding.code.name);
    let mut found: Vec<Diagnostic> =
        found.into_iter().filter(|finding| !about_image(finding) || is_shown(finding)).collect();
    found.append(&mut site.findings);
    found.append(&mut theme_findings);
    let findings = checks::check(&site, found, &codes());
    Checked { site: Arc::new(site), theme: Arc::new(theme), engine, findings, edition: options.edition }
}

fn is_content(path: &SitePath) -> bool {
    path.below("content").is_some()
}

/// Every code there is, in the order of names.
pub fn codes() -> Vec<&'static Code> {
    let rules = checks::RULES.iter().flat_map(|rule| rule.codes.iter());
    let stages =
        [disk::codes::CODES, parse::codes::CODES, model::codes::CODES, render::codes::CODES, checks::levels::CODES];
    let mut codes: Vec<&'static Code> = stages.into_iter().flatten().chain(rules).copied().collect();
    codes.sort_by_key(|code| code.name);
    codes
}

/// The digest of everything that outputs follow from: the sources, the options, and the program that
/// has the digest `program`.
pub fn inputs(tree: &Tree, options: &Options, program: Digest) -> Digest {
    let mut all = format!("{program}\n{options:?}\n");
    for (path, source) in tree.iter() {
        let (kind, digest) = match source {
            Source::Text(text) => ("text", text.digest),
            Source::Asset(asset) => ("asset", asset.digest),
        };
        all.push_str(&format!("{kind} {digest} {path}\n"));
    }
    Digest::of(all.as_bytes())
}

impl Checked {
    /// Whether anything keeps the site from being published.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The text of a source or of a template of the default theme, for showing findings.
    pub fn text(&self, path: &SitePath) -> Option<&str> {
        self.site.tree().text(path).map(|text| text.body.as_str()).or_else(|| self.theme.text(path))
    }
}
