//! The plan: every output with what makes it.

use std::sync::{Arc, LazyLock};

use crate::build::{Assembled, cards, search};
use crate::cards::Decks;
use crate::check::accessibility;
use crate::digest::Digest;
use crate::feed::{atom, calendar, robots, sitemap};
use crate::image::sizes::Cut;
use crate::model::agenda::Matter;
use crate::model::claim::{Claim, Print};
use crate::model::picture::sizes;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;
use crate::output::{Output, Outputs};
use crate::path::{OutputPath, SitePath};
use crate::render::Renderer;
use crate::render::context::head;
use crate::render::context::named::Named;
use crate::render::template::Engine;
use crate::render::theme::{File, Theme};
use crate::render::words::{Filling, Words};
use crate::source::Source;

/// The outputs of a site; none where the theme's templates cannot be read. None is computed before
/// somebody asks for it.
pub fn plan(assembled: &Assembled) -> Outputs {
    let Assembled { site, theme, engine: Some(engine), edition, decks, .. } = assembled else {
        return Outputs::default();
    };
    let renderer = later(Arc::clone(site), Arc::clone(theme), Arc::clone(engine), *edition, Arc::clone(decks));
    // Two claims on one address are an error that was found before; here the first one stays.
    let claimed = site.claims().iter().enumerate();
    let mut outputs: Vec<(OutputPath, Output)> = claimed
        .filter_map(|(at, claimed)| {
            let output = match &claimed.claim {
                Claim::Asset(path) => asset(site, path)?,
                Claim::Print(at, print) if *print != Print::Sheets => cards::output(decks, site, *at, *print)?,
                Claim::Width(path, width) => picture(site, path, Cut::Width(*width))?,
                claim => page(site, &renderer, at, claim),
            };
            Some((claimed.spot.path.clone()?, output))
        })
        .collect();
    for (name, file) in &theme.files {
        let output = match file.clone() {
            File::Embedded(bytes) => Output::made(format!("the theme's {name}"), move || Ok(bytes.to_vec())),
            File::Text(text) => Output::made(format!("the theme's {name}"), move || Ok(text.body.clone().into_bytes())),
            File::Asset(path, digest) => Output::asset(&path, digest),
        };
        add(&mut outputs, Place::Theme(name.clone()), site, output);
    }
    cards::pictures(&mut outputs, site, decks);
    let ahead = search::add(&mut outputs, site, &engine.words);
    if site.settings.config.search != Some(false) {
        cards::chosen(&mut outputs, site, &engine.words);
    }
    if *edition == Edition::Web {
        serving(&mut outputs, site, &renderer);
        outputs.extend(beside(site, &engine.words));
    }
    Outputs::of(outputs).after(ahead)
}

/// A renderer that is made when the first page is asked for: a build that changes nothing asks for none.
type Later = Arc<LazyLock<Renderer, Box<dyn FnOnce() -> Renderer + Send>>>;

fn later(site: Arc<Site>, theme: Arc<Theme>, engine: Arc<Engine>, edition: Edition, decks: Arc<Decks>) -> Later {
    Arc::new(LazyLock::new(Box::new(move || {
        let sheets = cards::Shown::new(&site, &decks);
        Renderer::new(site, theme, engine, edition, accessibility::audit, sheets)
    })))
}

/// What only a server has a use for. A file of the site's own at the same place is kept.
fn serving(outputs: &mut Vec<(OutputPath, Output)>, site: &Arc<Site>, renderer: &Later) {
    let mut file = |name: &str, output: Output| add(outputs, Place::File(name.to_owned()), site, output);
    if site.settings.config.base_url.is_some() {
        let read = Arc::clone(site);
        file("sitemap.xml", Output::made("the sitemap", move || Ok(sitemap::sitemap(&read).into_bytes())));
    }
    let read = Arc::clone(site);
    file("robots.txt", Output::made("the rules for robots", move || Ok(robots::robots(&read).into_bytes())));
    file(".nojekyll", Output::made("the mark for GitHub Pages", || Ok(Vec::new())));
    if let Some(name) = &site.settings.config.cname {
        let line = format!("{}\n", name.0);
        file("CNAME", Output::made("`cname` in site.yaml", move || Ok(line.clone().into_bytes())));
    }
    let (made, route) = (Arc::clone(renderer), Route::file(Place::NotFound, site.main_language()));
    let not_found = Output::made("the page for missing pages", move || made.not_found(&route));
    add(outputs, Place::NotFound, site, not_found);
}

/// The feeds and calendars, in the theme's words.
fn beside(site: &Arc<Site>, words: &Arc<Words>) -> impl Iterator<Item = (OutputPath, Output)> {
    let all = site.beside();
    let feeds = all.feeds.iter().enumerate().map(|(at, feed)| {
        let (site, words, maker) =
            (Arc::clone(site), Arc::clone(words), format!("the feed of content/{}", feed.folder));
        let make = move || {
            let feed = &site.beside().feeds[at];
            let names = Named { site: &site, language: &feed.language, words: words.of(&feed.language) };
            let label = |name, at: usize| names.term(name, &site.vocabularies[&name].terms()[at]).0.to_owned();
            Ok(atom::atom(&site, feed, &head::feed_title(&names, feed), &label).into_bytes())
        };
        (&feed.route, Output::made(maker, make))
    });
    let calendars = all.calendars.iter().map(|calendar| {
        let (site, words, language) = (Arc::clone(site), Arc::clone(words), calendar.language.clone());
        let make = move || {
            let say =
                |matter, text: &str| words.of(&language).with(event_key(matter), &[("text", Filling::Text(text))]);
            Ok(calendar::calendar(&site, &language, &say).into_bytes())
        };
        (&calendar.route, Output::made("the calendar", make))
    });
    feeds.chain(calendars).filter_map(|(route, output)| Some((route.output_path()?, output)))
}

/// The name, among the theme's words, of what an event is called.
fn event_key(matter: Matter) -> &'static str {
    match matter {
        Matter::Review => "event_review",
        Matter::Chapter => "event_chapter",
        Matter::Start => "event_start",
        Matter::End => "event_end",
        Matter::Task => "event_task",
        Matter::Milestone => "event_milestone",
    }
}

/// The page that the claim at `at` makes.
fn page(site: &Site, renderer: &Later, at: usize, claim: &Claim) -> Output {
    let maker = match claim {
        Claim::Entry(at) | Claim::Alias(at, _) | Claim::Print(at, _) => site.entry(*at).document.shown(),
        Claim::Section(_, folder) | Claim::Listing(_, folder, ..) | Claim::Whole(_, folder) => {
            format!("the list of content/{folder}")
        }
        Claim::Vocabulary(_, name) | Claim::Term(_, name, ..) => format!("the list of {}", name.slug()),
        Claim::Asset(path) | Claim::Width(path, _) => path.to_string(),
    };
    let renderer = Arc::clone(renderer);
    Output::made(maker, move || renderer.page(at))
}

fn asset(site: &Site, path: &SitePath) -> Option<Output> {
    if let Source::Text(text) = site.source(path)? {
        let text = Arc::clone(text);
        return Some(Output::made(path.to_string(), move || Ok(text.body.clone().into_bytes())));
    }
    let planned = site.assets.get(path).and_then(|purpose| sizes(site, path, *purpose));
    match planned.and_then(|sizes| sizes.own) {
        Some(cut) => picture(site, path, cut),
        None => digest(site, path).map(|digest| Output::asset(path, digest)),
    }
}

fn picture(site: &Site, path: &SitePath, cut: Cut) -> Option<Output> {
    digest(site, path).map(|digest| Output::picture(path, digest, cut))
}

fn digest(site: &Site, path: &SitePath) -> Option<Digest> {
    match site.source(path)? {
        Source::Asset(asset) => Some(asset.digest),
        Source::Text(_) => None,
    }
}

fn add(outputs: &mut Vec<(OutputPath, Output)>, place: Place, site: &Site, output: Output) {
    if let Some(path) = Route::file(place, site.main_language()).output_path() {
        outputs.push((path, output));
    }
}
