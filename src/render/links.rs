//! What the links and images of an entry's body become.

use std::borrow::Cow;
use std::cell::Cell;

use crate::image::sizes::{Purpose, height, sizes};
use crate::model::claim::asset_route;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::route::{Edition, fragment, way};
use crate::model::site::Site;
use crate::render::html::{self, Links, Picture};
use crate::source::Source;

/// The links of one entry's body.
pub struct EntryLinks<'a> {
    /// The site.
    pub site: &'a Site,
    /// The entry.
    pub entry: &'a Entry,
    /// The form of addresses.
    pub edition: Edition,
    /// The way from its page to the site's root.
    root: String,
    /// The link and the image that are likely to be asked for next, as positions in the facts.
    next: Cell<(usize, usize)>,
}

impl<'a> EntryLinks<'a> {
    /// The links of the body of `entry` on a page from which `root` leads to the site's root.
    pub fn new(site: &'a Site, entry: &'a Entry, root: &str, edition: Edition) -> Self {
        Self { site, entry, edition, root: root.to_owned(), next: Cell::new((0, 0)) }
    }

    /// What `written` leads to. A body is written in the order of its facts, whose targets are
    /// resolved already, so the next one is nearly always the one asked for.
    fn target(&self, written: &str) -> Cow<'a, Target> {
        let facts = &self.entry.document.facts;
        let (link, image) = self.next.get();
        if facts.links.get(link).is_some_and(|link| link.target == written) {
            self.next.set((link + 1, image));
            return Cow::Borrowed(&self.entry.links[link]);
        }
        if facts.images.get(image).is_some_and(|image| image.target == written) {
            self.next.set((link, image + 1));
            return Cow::Borrowed(&self.entry.images[image]);
        }
        Cow::Owned(self.site.resolve(&self.entry.document.path, written))
    }
}

impl EntryLinks<'_> {
    /// The way from the entry's page to the site's root.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// What `target`, as it was `written`, becomes in the page.
    pub fn leads(&self, target: &Target, written: &str) -> html::Target {
        let inside = |url: String| html::Target::Href { url, external: false };
        match target {
            Target::External => html::Target::Href { url: written.to_owned(), external: true },
            Target::Here(anchor) => inside(with_part(String::new(), Some(anchor))),
            Target::Entry(at, part) => {
                let route = &self.site.entry(*at).route();
                inside(with_part(way(&self.root, route, self.edition), part.as_deref()))
            }
            Target::Route(route, part) => inside(with_part(way(&self.root, route, self.edition), part.as_deref())),
            Target::Asset(path) => inside(way(&self.root, &asset_route(self.site, path), self.edition)),
            Target::Held(_) | Target::Unsafe(_) | Target::Broken(_) => html::Target::Text,
        }
    }

    /// The picture that `target` is; `None` where it is none.
    pub fn shown(&self, target: &Target) -> Option<Picture> {
        let Target::Asset(path) = target else { return None };
        let Some(Source::Asset(asset)) = self.site.source(path) else { return None };
        let facts = asset.image.as_ref()?;
        let purpose = self.site.assets.get(path).copied().unwrap_or(Purpose::Shown);
        let own = asset_route(self.site, path);
        let offered = sizes(facts, asset.length, purpose).offered.into_iter().map(|(width, beside)| match beside {
            Some(beside) => (way(&self.root, &own.at_width(beside), self.edition), width),
            None => (way(&self.root, &own, self.edition), width),
        });
        let mut offered: Vec<(String, u32)> = offered.collect();
        let (src, width) = offered.last().cloned()?;
        if offered.len() == 1 {
            offered.clear();
        }
        Some(Picture { src, width: Some(width), height: Some(height(facts, width)), offered })
    }
}

impl Links for EntryLinks<'_> {
    fn link(&self, target: &str) -> html::Target {
        self.leads(&self.target(target), target)
    }

    fn picture(&self, target: &str) -> Option<Picture> {
        self.shown(&self.target(target))
    }
}

/// `way` with the part of the page that is meant, encoded as an address's fragment.
fn with_part(way: String, part: Option<&str>) -> String {
    let Some(part) = part else { return way };
    way + "#" + &fragment(part)
}
