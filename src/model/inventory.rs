//! The inventory: what there is on a site that statements count.

use std::collections::BTreeSet;

use crate::model::claim::{Claim, Print};
use crate::model::collections::Detail;
use crate::model::components::{Data, Role};
use crate::model::contact::Contact;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::site::Site;
use crate::parse::address::{Scheme, scheme};

/// How many pages, pictures, videos and charts there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Pages of every kind, lists included; old addresses are none.
    pub pages: usize,
    /// Pictures with words that say what they show.
    pub described: usize,
    /// Pictures beside words that say the same: posters of videos, the logo.
    pub decorative: usize,
    /// Pictures without words.
    pub undescribed: usize,
    /// Videos with a transcript.
    pub transcribed: usize,
    /// Videos with captions and no transcript.
    pub captioned: usize,
    /// Videos with neither.
    pub silent: usize,
    /// Charts.
    pub charts: usize,
    /// Whether there is a checklist to tick.
    pub has_checklist: bool,
    /// The hosts that links of pages lead to.
    pub hosts: BTreeSet<String>,
}

/// What there is on `site`.
pub fn inventory(site: &Site) -> Inventory {
    let mut found = Inventory { decorative: usize::from(site.logo().is_some()), ..Inventory::default() };
    let is_page = |claim: &Claim| {
        let is_file = matches!(claim, Claim::Print(_, print) if *print != Print::Sheets);
        !is_file && !matches!(claim, Claim::Asset(_) | Claim::Width(..) | Claim::Alias(..))
    };
    found.pages = site.claims().iter().filter(|claimed| is_page(&claimed.claim)).count();
    let config = &site.settings.config;
    if let Some(Contact::Page(address)) = &config.contact {
        found.lead_to(address);
    }
    if let Some(repo) = &config.repo {
        found.lead_to(repo.as_str());
    }
    site.entries.iter().for_each(|entry| found.add(entry));
    found
}

impl Inventory {
    fn add(&mut self, entry: &Entry) {
        for (image, target) in entry.document.facts.images.iter().zip(&entry.images) {
            match target {
                Target::Asset(_) if image.alt.trim().is_empty() => self.undescribed += 1,
                Target::Asset(_) => self.described += 1,
                _ => {}
            }
        }
        entry.document.facts.links.iter().for_each(|link| self.lead_to(&link.target));
        match &*entry.detail {
            Detail::Guide(guide) => {
                guide.citations.iter().for_each(|work| self.cite(work.doi.as_deref(), work.url.as_deref()));
            }
            Detail::Brief(brief) => self.cite(brief.citation.doi.as_deref(), brief.citation.url.as_deref()),
            Detail::Policy(policy) => {
                policy.legal.iter().filter_map(|law| law.url.as_deref()).for_each(|url| self.lead_to(url));
            }
            Detail::Playbook(chapter) => self.has_checklist |= !chapter.checklist.is_empty(),
            _ => {}
        }
        for component in &entry.components {
            let references = component.typed.data.references().into_iter().zip(&component.targets);
            for (reference, target) in references {
                match (reference.role, target) {
                    (Role::Image, Target::Asset(_)) => self.decorative += 1,
                    (Role::Link, Target::External) => self.lead_to(reference.written),
                    _ => {}
                }
            }
            match &component.typed.data {
                Data::Chart(_) => self.charts += 1,
                Data::Checklist(checklist) => self.has_checklist |= !checklist.items.is_empty(),
                Data::Video(video) => {
                    self.lead_to(&video.link);
                    match &video.transcript {
                        Some(text) if !text.trim().is_empty() => self.transcribed += 1,
                        _ if video.captions => self.captioned += 1,
                        _ => self.silent += 1,
                    }
                }
                _ => {}
            }
        }
    }

    fn cite(&mut self, doi: Option<&str>, url: Option<&str>) {
        match doi {
            Some(_) => self.lead_to("https://doi.org/"),
            None => url.into_iter().for_each(|url| self.lead_to(url)),
        }
    }

    /// Notes the host of `address`, where that is on another site.
    fn lead_to(&mut self, address: &str) {
        if scheme(address) != Scheme::Web {
            return;
        }
        let rest = address.trim().split_once("//").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
        if !host.is_empty() {
            self.hosts.insert(host.to_lowercase());
        }
    }
}
