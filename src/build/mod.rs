//! Where the stages meet: tree → site and findings → outputs.
//!
//! 1. [`memo::documents`] parses what it has not parsed before.
//! 2. [`assemble`] makes the site, gathers its theme and reads the templates.
//! 3. [`Assembled::check`] asks the rules what is wrong.
//! 4. [`plan::plan`] lists every output with what makes it; nothing is rendered until it is asked for.
//!
//! Check and plan both read what was assembled and do not wait for one another.

pub mod cards;
mod images;
pub mod memo;
pub mod plan;
mod search;

use std::sync::Arc;

use crate::cards::{Decks, findings as printing};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Code;
use crate::digest::Digest;
use crate::model::assemble;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::model::table::{self, Table};
use crate::path::SitePath;
use crate::render::template::Engine;
use crate::render::theme::{self, Theme};
use crate::source::{Source, Tree};
use crate::{check as checks, disk, model, parse, render};
use memo::Memo;

/// What a build depends on besides its sources.
#[derive(Clone, Debug)]
pub struct Options {
    /// What may be published, when and where.
    pub publish: assemble::Options,
    /// In what form addresses are written.
    pub edition: Edition,
}

/// A site put together with its theme: all that its outputs and its findings follow from.
pub struct Assembled {
    /// The site.
    pub site: Arc<Site>,
    /// Its theme.
    pub theme: Arc<Theme>,
    /// The theme's templates; `None` where they have mistakes.
    pub engine: Option<Arc<Engine>>,
    /// Its decks on their sheets; none where the theme's templates have mistakes.
    pub decks: Arc<Decks>,
    /// In what form addresses are written.
    pub edition: Edition,
    /// The tables among its sources.
    tables: Vec<Arc<Table>>,
    /// What was found on the way.
    found: Vec<Diagnostic>,
}

/// The site that `tree` is. `found` is what reading it brought to light; `memo` remembers what was made
/// from one call to the next and changes nothing but the time it takes.
pub fn assemble(tree: Tree, mut found: Vec<Diagnostic>, memo: &mut Memo, options: &Options) -> Assembled {
    let documents = memo::documents(&tree, memo);
    let tables = memo.tables.clone();
    found.extend(tables.iter().flat_map(|table| table.findings.iter().cloned()));
    let settings = assemble::settings(&tree, &options.publish, &memo.site);
    let Memo { site: known_site, theme: known_theme, cards: known_cards, .. } = memo;
    // Neither needs the other, and the tree is one that many may hold.
    let (mut site, (theme, engine, theme_findings)) = rayon::join(
        || assemble::assemble(tree.clone(), &settings, documents, &options.publish, known_site),
        || theme::remembered(&tree, &settings, known_theme),
    );
    let mut found = images::placed(&site, found);
    found.append(&mut site.findings);
    found.extend(theme_findings);
    let decks =
        engine.as_ref().map(|engine| cards::decks(&site, &tree, &engine.words, known_cards)).unwrap_or_default();
    found.extend(printing::findings(&site, &decks));
    let (site, decks) = (Arc::new(site), Arc::new(decks));
    Assembled { site, theme, engine, decks, edition: options.edition, tables, found }
}

impl Assembled {
    /// All that is wrong with the site, in the order of places.
    pub fn check(&self) -> Vec<Diagnostic> {
        self.check_again(&mut Memo::default())
    }

    /// The same; `memo` remembers what was found from one call to the next.
    pub fn check_again(&self, memo: &mut Memo) -> Vec<Diagnostic> {
        table::named(checks::check(&self.site, self.found.clone(), &codes(), &mut memo.checks), &self.tables)
    }

    /// The `findings` that making outputs brought to light, at the places where their authors look.
    pub fn placed(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        images::placed(&self.site, findings)
    }

    /// The text of a source or of a template of the default theme, for showing findings.
    pub fn text(&self, path: &SitePath) -> Option<&str> {
        self.site.tree().text(path).map(|text| text.body.as_str()).or_else(|| self.theme.text(path))
    }
}

/// Every code there is, in the order of names.
pub fn codes() -> Vec<&'static Code> {
    let rules = checks::RULES.iter().flat_map(|rule| rule.codes.iter());
    let stages = [
        disk::codes::CODES,
        parse::codes::CODES,
        parse::components::CODES,
        parse::csv::CODES,
        model::codes::CODES,
        table::CODES,
        printing::CODES,
        render::codes::CODES,
        checks::levels::CODES,
    ];
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
