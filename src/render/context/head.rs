//! What the head of a page tells other programs: feeds, the calendar, what shows where a link is
//! shared, and [`json_ld`].

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::json;
use tera::{Context, Value};

use crate::day::Day;
use crate::model::beside::Feed;
use crate::model::claim::Claim;
use crate::model::entry::{Entry, Role};
use crate::model::link::Target;
use crate::model::picture::largest;
use crate::model::route::{Edition, Route};
use crate::model::site::Site;
use crate::path::SitePath;
use crate::render::context::json_ld;
use crate::render::context::named::Named;
use crate::render::context::shared::Shared;

/// What shows where somebody shares a link to the page (the Open Graph protocol).
#[derive(Serialize)]
struct Share<'a> {
    kind: &'static str,
    locale: String,
    image: Option<Picture<'a>>,
    published: Option<Day>,
    modified: Option<Day>,
}

/// An image with its full address.
#[derive(Clone, Debug, Serialize)]
pub struct Picture<'a> {
    /// The address.
    pub url: String,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// What it shows; empty where nobody said so.
    pub alt: &'a str,
}

/// Adds what the head of the page at `route`, which `claim` makes, has. What else the page shows was
/// added before. From a folder no other program reads pages, so that edition has none of it.
pub fn add(context: &mut Context, shared: &Shared, site: &Site, route: &Route, claim: &Claim, edition: Edition) {
    let names = &shared.named(site, &route.language);
    if edition == Edition::Offline {
        return none(context);
    }
    let entry = match claim {
        Claim::Entry(at) => Some(site.entry(*at)),
        _ => None,
    };
    let image = picture(site, entry);
    let share = share(site, route, entry, image.clone());
    context.insert("share", &share);
    let title = context.get("title").and_then(Value::as_str).unwrap_or_default();
    let mail = full(site, route).map(|address| mail(title, &address));
    context.insert("mail", &mail);
    let tab = context.get("tab").and_then(Value::as_str).unwrap_or_default();
    let feeds = shared.feeds(names.language, tab);
    context.insert_value("feeds", feeds);
    let calendar = site.beside().calendar(&route.language);
    context.insert("calendar", &calendar.map(|calendar| calendar.route.address(edition)));
    let text = json_ld::text(names, route, claim, image.as_ref());
    context.insert_value("json_ld", text.map_or_else(Value::none, |text| Value::safe_string(&text)));
}

/// Adds that a page has nothing of it but what shows where a link is shared.
pub fn none(context: &mut Context) {
    let lang = context.get("lang").and_then(Value::as_str).unwrap_or_default();
    let share =
        json!({ "kind": "website", "locale": locale(lang), "image": null, "published": null, "modified": null });
    context.insert("share", &share);
    context.insert_value("mail", Value::none());
    context.insert::<_, [u8; 0]>("feeds", &[]);
    context.insert_value("calendar", Value::none());
    context.insert_value("json_ld", Value::none());
}

fn share<'a>(site: &Site, route: &Route, entry: Option<&Entry>, image: Option<Picture<'a>>) -> Share<'a> {
    let article = entry.filter(|entry| entry.role == Role::Entry);
    Share {
        kind: if article.is_some() { "article" } else { "website" },
        locale: locale(route.language.code()),
        image,
        published: article.and_then(|entry| entry.common.date),
        modified: article.and_then(|entry| site.changed(entry)),
    }
}

/// The address that begins a mail about the page `title` at `address` (RFC 6068).
fn mail(title: &str, address: &str) -> String {
    let part = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    format!("mailto:?subject={}&body={}", part(title), part(address))
}

/// The code of a language as the Open Graph protocol writes it: `pt_BR`.
fn locale(code: &str) -> String {
    code.replace('-', "_")
}

/// The first image of an entry's body that has pixels, else the site's own; `None` without a `base_url`.
fn picture<'a>(site: &Site, entry: Option<&'a Entry>) -> Option<Picture<'a>> {
    let picture = |path: &SitePath, alt: &'a str| {
        site.raster(path)?;
        let (route, width, height) = largest(site, path)?;
        Some(Picture { url: full(site, &route)?, width, height, alt })
    };
    let own = entry.into_iter().flat_map(|entry| entry.images.iter().zip(&entry.document.facts.images));
    let mut own = own.filter_map(|(target, image)| match target {
        Target::Asset(path) => picture(path, image.alt.as_str()),
        _ => None,
    });
    own.next().or_else(|| picture(&site.social_image()?, ""))
}

/// What a feed is called: as the site, after the folder that it follows.
pub fn feed_title(names: &Named<'_>, feed: &Feed) -> String {
    let whole = names.site.settings.config.title_in(&feed.language);
    match names.site.sections.get(&(feed.language.clone(), feed.folder.clone())) {
        Some(section) if !feed.folder.is_empty() => format!("{}: {whole}", names.section(&feed.folder, section).0),
        _ => whole.to_owned(),
    }
}

/// The full address of a route; `None` without a `base_url`.
pub fn full(site: &Site, route: &Route) -> Option<String> {
    let base = site.settings.config.base_url.as_ref()?;
    Some([base.as_str(), &route.address(Edition::Web)].concat())
}
