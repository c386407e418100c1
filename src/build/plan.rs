//! The plan: every output with what makes it.

use std::sync::{Arc, LazyLock};

use crate::build::Assembled;
use crate::feed;
use crate::model::claim::Claim;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;
use crate::output::{Output, Outputs};
use crate::path::SitePath;
use crate::render::Renderer;
use crate::render::template::Engine;
use crate::render::theme::{File, Theme};
use crate::source::Source;

/// The outputs of a site; none where the theme's templates cannot be read. None is computed before
/// somebody asks for it.
pub fn plan(assembled: &Assembled) -> Outputs {
    let Assembled { site, theme, engine: Some(engine), edition, .. } = assembled else { return Outputs::default() };
    let renderer = later(Arc::clone(site), Arc::clone(theme), Arc::clone(engine), *edition);
    let mut outputs = Outputs::default();
    for (route, claim) in site.claims() {
        let output = match claim {
            Claim::Asset(path) => asset(site, path),
            _ => Some(page(site, &renderer, route, claim)),
        };
        put(&mut outputs, route, output);
    }
    for (name, file) in &theme.files {
        let output = match file.clone() {
            File::Embedded(bytes) => Output::made(format!("the theme's {name}"), move || Ok(bytes.to_vec())),
            File::Text(text) => Output::made(format!("the theme's {name}"), move || Ok(text.body.clone().into_bytes())),
            File::Asset(path, digest) => Output::asset(&path, digest),
        };
        put(&mut outputs, &Route::file(Place::Theme(name.clone()), &site.languages[0]), Some(output));
    }
    if *edition == Edition::Web {
        serving(&mut outputs, site, &renderer);
    }
    outputs
}

/// A renderer that is made when the first page is asked for: a build that changes nothing asks for none.
type Later = Arc<LazyLock<Renderer, Box<dyn FnOnce() -> Renderer + Send>>>;

fn later(site: Arc<Site>, theme: Arc<Theme>, engine: Arc<Engine>, edition: Edition) -> Later {
    Arc::new(LazyLock::new(Box::new(move || Renderer::new(site, theme, engine, edition))))
}

/// What only a server has a use for. A file of the site's own at the same place is kept.
fn serving(outputs: &mut Outputs, site: &Arc<Site>, renderer: &Later) {
    let file = |name: &str| Route::file(Place::File(name.to_owned()), &site.languages[0]);
    let not_found = Route::file(Place::NotFound, &site.languages[0]);
    let made = Arc::clone(renderer);
    let route = not_found.clone();
    put(outputs, &not_found, Some(Output::made("the page for missing pages", move || made.not_found(&route))));
    if site.config.base_url.is_some() {
        let read = Arc::clone(site);
        put(
            outputs,
            &file("sitemap.xml"),
            Some(Output::made("the sitemap", move || Ok(feed::sitemap(&read).into_bytes()))),
        );
    }
    let read = Arc::clone(site);
    put(
        outputs,
        &file("robots.txt"),
        Some(Output::made("the rules for robots", move || Ok(feed::robots(&read).into_bytes()))),
    );
    put(outputs, &file(".nojekyll"), Some(Output::made("the mark for GitHub Pages", || Ok(Vec::new()))));
    if let Some(name) = &site.config.cname {
        let line = format!("{}\n", name.0);
        put(outputs, &file("CNAME"), Some(Output::made("`cname` in site.yaml", move || Ok(line.clone().into_bytes()))));
    }
}

fn page(site: &Site, renderer: &Later, route: &Route, claim: &Claim) -> Output {
    let maker = match claim {
        Claim::Entry(at) | Claim::Alias(at, _) => site.entry(*at).document.path.to_string(),
        Claim::Section(_, folder) | Claim::Listing(_, folder, ..) => format!("the list of content/{folder}"),
        Claim::Vocabulary(_, name) | Claim::Term(_, name, ..) => format!("the list of {}", name.slug()),
        Claim::Asset(path) => path.to_string(),
    };
    let (renderer, route, claim) = (Arc::clone(renderer), route.clone(), claim.clone());
    Output::made(maker, move || renderer.page(&route, &claim))
}

fn asset(site: &Site, path: &SitePath) -> Option<Output> {
    match site.source(path)? {
        Source::Asset(asset) => Some(Output::asset(path, asset.digest)),
        Source::Text(_) => None,
    }
}

/// Adds an output. Two claims on one address are an error that was found before, so here the first
/// one stays.
fn put(outputs: &mut Outputs, route: &Route, output: Option<Output>) {
    if let (Some(path), Some(output)) = (route.output_path(), output) {
        let _ = outputs.insert(path, output);
    }
}
