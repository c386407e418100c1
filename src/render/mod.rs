//! Site → pages: pure functions of a claim on an address.
//!
//! 1. [`theme::theme`] gathers the theme and the style sheet of the site's own colours ([`brand`]), [`template::engine`] reads its templates; [`words`] are what the
//!    interface says in each language, read from the theme's files ([`speech`]).
//! 2. [`context`] turns the site into plain data; [`html`] turns bodies into HTML, [`highlight`]
//!    colours their code, [`components`] writes their components.
//! 3. [`context::fragment`] keeps what many pages share as HTML, so that no page renders its navigation again.
//! 4. [`Renderer::page`] puts data and template together.

pub mod body_words;
pub mod brand;
pub mod codes;
pub mod components;
pub mod context;
pub mod highlight;
pub mod html;
pub mod kept;
pub mod links;
pub mod paper;
pub mod speech;
pub mod template;
pub mod theme;
pub mod within;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::model::audit::Audit;
use crate::model::claim::{Claim, Claimed, Print};
use crate::model::collections::Detail;
use crate::model::entry::{EntryIndex, Role};
use crate::model::language::Language;
use crate::model::route::{Edition, Route};
use crate::model::site::Site;
use components::LazyAudit;
use context::deck::Prints;
use context::fragment::Current;
use context::shared::Shared;
use context::{deck, entry, head, listing, switch};
use template::Engine;
use theme::Theme;

/// Everything that rendering a page needs.
pub struct Renderer {
    site: Arc<Site>,
    theme: Arc<Theme>,
    engine: Arc<Engine>,
    shared: Shared,
    edition: Edition,
    audit: LazyAudit,
    sheets: Arc<dyn Prints>,
}

impl Renderer {
    /// The renderer of `site` with `theme`, in the given edition. Statements show what `audit` finds, pages of decks
    /// what is known of their `sheets`.
    pub fn new(
        site: Arc<Site>,
        theme: Arc<Theme>,
        engine: Arc<Engine>,
        edition: Edition,
        audit: fn(&Site) -> Audit,
        sheets: Arc<dyn Prints>,
    ) -> Self {
        let shared = Shared::new(&site, &theme, &engine.words, edition);
        let audited = Arc::clone(&site);
        let audit: LazyAudit = LazyAudit::new(Box::new(move || audit(&audited)));
        Self { site, theme, engine, shared, edition, audit, sheets }
    }

    /// The page that the claim at the position `at` of [`Site::claims`] makes. Claims on files have none.
    ///
    /// # Errors
    /// A template's mistake.
    pub fn page(&self, at: usize) -> Result<Vec<u8>, Box<Diagnostic>> {
        let site = &*self.site;
        let Some(Claimed { spot, claim }) = site.claims().get(at) else { return Ok(Vec::new()) };
        let route = &*spot.route;
        let mut context = self.shared.context(site, route, self.edition);
        let template = match claim {
            Claim::Entry(at) => self.entry(&mut context, *at),
            Claim::Section(language, folder) => {
                let Some(section) = site.sections.get(&(language.clone(), folder.clone())) else {
                    return Ok(Vec::new());
                };
                listing::section(&mut context, site, &self.shared, language, folder, section, self.edition);
                for name in ["entry", "detail", "terms", "anchor"] {
                    context.insert(name, &serde_json::Map::new());
                }
                if folder.is_empty() { "home.html" } else { "section.html" }
            }
            Claim::Listing(..) => {
                listing::listing(&mut context, site, &self.shared, route, claim, self.edition);
                "section.html"
            }
            Claim::Whole(language, folder) => {
                let chapters = self.chapters(route, language, folder)?;
                listing::whole(&mut context, site, &self.shared, route, claim, self.edition);
                context.insert_value("chapters", chapters);
                "whole.html"
            }
            Claim::Vocabulary(language, name) => {
                listing::vocabulary(&mut context, site, &self.shared, language, *name, route, self.edition);
                "vocabulary.html"
            }
            Claim::Term(..) => {
                listing::term(&mut context, site, &self.shared, claim, route, self.edition);
                "term.html"
            }
            Claim::Alias(at, _) => {
                let entry = site.entry(*at);
                context.insert("title", &entry.common.title);
                context.insert("target", &entry.route().address(self.edition));
                let base = site.settings.config.base_url.as_ref();
                context.insert(
                    "canonical",
                    &base.map(|base| base.as_str().to_owned() + &entry.route().address(Edition::Web)),
                );
                "alias.html"
            }
            Claim::Print(at, Print::Sheets) => {
                let named = self.shared.named(site, &route.language);
                deck::sheets(&mut context, &named, *at, self.edition, &*self.sheets);
                "sheets.html"
            }
            Claim::Print(..) | Claim::Asset(_) | Claim::Width(..) => return Ok(Vec::new()),
        };
        switch::add(&mut context, site, route, claim, self.edition);
        head::add(&mut context, &self.shared, site, route, claim, self.edition);
        self.files(&mut context, route)?;
        self.navigation(&mut context, route, claim)?;
        self.engine.render(&self.theme, template, &context)
    }

    /// The page that is shown where nothing is.
    ///
    /// # Errors
    /// A template's mistake.
    pub fn not_found(&self, route: &Route) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = self.shared.context(&self.site, route, self.edition);
        listing::not_found(&mut context, &self.site, &self.shared);
        head::none(&mut context);
        self.engine.render(&self.theme, "404.html", &context)
    }

    /// Adds the HTML that names the theme's files.
    fn files(&self, context: &mut Context, route: &Route) -> Result<(), Box<Diagnostic>> {
        let render = || self.engine.fragment(&self.theme, "files.html", &self.shared.fragment(route));
        let files = self.shared.files.at(route.depth(), render)?;
        context.insert_value("files_html", files.marked(None));
        Ok(())
    }

    /// Adds the HTML of the tabs and of the menu.
    fn navigation(&self, context: &mut Context, route: &Route, claim: &Claim) -> Result<(), Box<Diagnostic>> {
        let render = |template: &str, name: &'static str, value: &Value| {
            let mut context = self.shared.fragment(route);
            context.insert_value(name, value.clone());
            self.engine.fragment(&self.theme, template, &context)
        };
        let text = |name: &str| context.get(name).and_then(Value::as_str).unwrap_or_default();
        let none = || Value::safe_string("");
        let tabs = match self.shared.tabs(&route.language) {
            Some(tabs) => {
                let fragment = tabs.fragments.at(route.depth(), || render("tabs.html", "tabs", &tabs.value))?;
                fragment.marked(tabs.current(text("path"), text("tab")))
            }
            None => none(),
        };
        let menu = match claim {
            Claim::Entry(at) => self.shared.menu(&self.site, *at, self.edition),
            _ => None,
        };
        let menu = match menu {
            Some((menu, position)) => {
                let fragment = menu.fragments.at(route.depth(), || render("menu.html", "menu", &menu.value))?;
                fragment.marked(Some((position, Current::Page)))
            }
            None => none(),
        };
        context.insert_value("tabs_html", tabs);
        context.insert_value("menu_html", menu);
        Ok(())
    }

    fn entry(&self, context: &mut Context, at: EntryIndex) -> &'static str {
        let site = &*self.site;
        let entry = site.entry(at);
        let body = self.body(at, &entry.route().root());
        let decks = self.sheets.with(at);
        entry::add(context, site, &self.shared, at, self.edition, &body, &decks);
        if let Detail::Deck(own) = &*entry.detail {
            let named = self.shared.named(site, &entry.language);
            deck::add(context, &named, at, own, self.edition, &*self.sheets);
        }
        if entry.role == Role::Section {
            let key = (entry.language.clone(), entry.section.clone());
            if let Some(section) = site.sections.get(&key) {
                listing::section(context, site, &self.shared, &entry.language, &entry.section, section, self.edition);
            }
            return if entry.section.is_empty() { "home.html" } else { "section.html" };
        }
        entry.kind().template()
    }

    /// What the template `chapter.html` makes of each entry in a folder, for the page at `route` that holds all.
    fn chapters(&self, route: &Route, language: &Language, folder: &str) -> Result<Value, Box<Diagnostic>> {
        let site = &*self.site;
        let section = site.sections.get(&(language.clone(), folder.to_owned()));
        let mut chapters = Vec::new();
        for (number, at) in section.into_iter().flat_map(|section| &section.entries).enumerate() {
            let mut context = self.shared.context(site, route, self.edition);
            let body = self.body(*at, &route.root());
            entry::add(&mut context, site, &self.shared, *at, self.edition, &body, &[]);
            head::none(&mut context);
            let html = self.engine.fragment(&self.theme, "chapter.html", &context)?;
            let id = format!("chapter-{}", number + 1);
            let html = within::within(&html, &[&id, "-"].concat());
            let title = site.entry(*at).common.title.as_str();
            chapters.push(Value::from(BTreeMap::from([
                ("id", Value::from(id)),
                ("title", title.into()),
                ("html", Value::safe_string(&html)),
            ])));
        }
        Ok(chapters.into())
    }

    /// The HTML of an entry's body on a page from which `root` leads to the site's root.
    fn body(&self, at: EntryIndex, root: &str) -> String {
        let entry = self.site.entry(at);
        let links = links::EntryLinks::new(&self.site, entry, root, self.edition);
        let named = self.shared.named(&self.site, &entry.language);
        let scene =
            components::Scene { site: &self.site, entry, links: &links, named, theme: &self.theme, audit: &self.audit };
        let settings = html::Settings {
            words: self.shared.body_words(&entry.language),
            title: if entry.repeats_title() { html::Title::LeftOut } else { html::Title::Shown },
            anchors: html::Anchors::Beside,
            highlight: &|language, code, out| highlight::highlight(language, code, out),
            component: &|start, out| components::write(&scene, start, out),
        };
        html::render(&entry.text.body, entry.document.body, &entry.document.facts, &links, settings).0
    }
}
