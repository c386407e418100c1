//! Every address is one that can be used, and only one file claims it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::rule::{Look, Rule, at_field, key};
use crate::diagnostic::{Diagnostic, Location};
use crate::model::assemble::item;
use crate::model::claim::{Claim, Claimed, asset_route, bad_alias};
use crate::model::codes::{BAD_ADDRESS, TWO_INDEXES};
use crate::model::entry::{Entry, Role};
use crate::model::route::{Place, Route, slug};
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::path::{OutputPath, SitePath, unportable};
use crate::source::Span;

crate::codes! {
    /// Two sources have one address.
    ///
    /// The names of files become addresses in small letters; two names that differ in case or accents
    /// only are one address on some systems. Give one of them another name or a `slug:`.
    DUPLICATE_ADDRESS = "duplicate-address", Error, Fixed;
    /// An address is kept for pages that homeroom makes.
    ///
    /// `tags/…`, `grades/…`, `themes/…` and the like list entries, `…/all/…` holds the parts of long
    /// lists, `feed.xml` and `calendar.ics` are for other programs, and `theme/` holds the theme's files. Give the file or folder another name.
    RESERVED_ADDRESS = "reserved-address", Error, Fixed;
}

/// The files that homeroom makes beside the pages, feeds and calendars apart. A site's own `content/static/` may replace them.
const GENERATED: &[&str] = &["sitemap.xml", "robots.txt", ".nojekyll", "CNAME"];

/// The rule.
pub static RULE: Rule = Rule { codes: &[&DUPLICATE_ADDRESS, &RESERVED_ADDRESS], look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = site.entries.iter().flat_map(|entry| unusable(entry)).collect();
    findings.extend(site.assets.keys().filter_map(|asset| unusable_asset(site, asset)));
    findings.extend(claimed_twice(site));
    findings
}

fn unusable(entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (number, alias) in entry.common.aliases.iter().enumerate() {
        if let Some(why) = bad_alias(alias) {
            let message = format!("the alias \"{alias}\" cannot be an address: {why}");
            findings.push(
                at_field(entry, &item("aliases", number), &BAD_ADDRESS, message)
                    .help("write the old address from the site's root, such as /old/page/"),
            );
        }
    }
    if let Some(own) = entry.common.slug.as_ref().filter(|_| entry.role == Role::Entry) {
        let part = slug(own);
        let slashed = own.contains(['/', '\\']) || own.contains("..");
        let odd = own.chars().any(|c| c.is_control() || crate::path::is_bidi_control(c));
        let why = if slashed {
            Some("it is only the last part of an address, without `/` or `..`")
        } else if odd {
            Some("it holds an invisible character")
        } else if part.is_empty() {
            Some("it has no letter or digit")
        } else {
            unportable(&part)
        };
        if let Some(why) = why {
            let message = format!("the slug \"{own}\" cannot be an address: {why}");
            findings.push(
                at_field(entry, &[key("slug")], &BAD_ADDRESS, message)
                    .help("write small letters, digits and `-`, such as two-by-ten"),
            );
        }
    }
    findings
}

fn unusable_asset(site: &Site, asset: &SitePath) -> Option<Diagnostic> {
    let why = asset.as_str().split('/').find_map(unportable)?;
    let Place::File(path) = asset_route(site, asset).place else { return None };
    Some(
        Diagnostic::new(&BAD_ADDRESS, format!("the file \"{path}\" cannot be published under its name: {why}"))
            .in_file(asset)
            .help("give the file another name, such as group-photo.jpg"),
    )
}

fn claimed_twice(site: &Site) -> Vec<Diagnostic> {
    let claims = site.claims();
    let mut findings = Vec::new();
    let mut taken: Vec<(&str, usize)> = Vec::with_capacity(claims.len());
    for (number, Claimed { spot, claim }) in claims.iter().enumerate() {
        let Some(path) = &spot.path else { continue };
        if spot.is_kept || matches!(claim, Claim::Alias(..)) && is_ours(site, &spot.route, path) {
            findings.push(reserved(site, claim, path));
        } else {
            taken.push((&spot.folded, number));
        }
    }
    taken.par_sort_unstable();
    let twice = taken.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| (pair[0].1, pair[1].1));
    // Of several that claim one path, all but the first are told of the first.
    let mut first_of = BTreeMap::new();
    for (first, second) in twice {
        let first = *first_of.get(&first).unwrap_or(&first);
        first_of.insert(second, first);
        findings.push(collision(site, &claims[first], &claims[second]));
    }
    for (first, second) in within(&taken) {
        findings.push(collision(site, &claims[first], &claims[second]));
    }
    findings
}

/// The claims of which one would be a folder of the other: the one that claimed first, and the other.
fn within(taken: &[(&str, usize)]) -> Vec<(usize, usize)> {
    // A page is the file index.html of its own folder, which is no folder of anything else.
    let files = taken.iter().filter(|(path, _)| !path.ends_with("/index.html"));
    let pairs = files.flat_map(|(path, number)| {
        let below = format!("{path}/");
        let start = taken.partition_point(|(other, _)| *other < below.as_str());
        let others = taken[start..].iter().take_while(move |(other, _)| other.starts_with(&below));
        others.map(move |(_, other)| (*number.min(other), *number.max(other)))
    });
    pairs.collect()
}

fn reserved(site: &Site, claim: &Claim, path: &OutputPath) -> Diagnostic {
    let message = format!("the address /{} is kept for pages that homeroom makes", shown(path));
    let mut finding = Diagnostic::new(&RESERVED_ADDRESS, message).help(match claim {
        Claim::Alias(..) => "take the alias out",
        _ => "give the file or its folder another name",
    });
    finding.at = location(site, claim);
    finding
}

fn collision(site: &Site, first: &Claimed, second: &Claimed) -> Diagnostic {
    if let Some(finding) = two_indexes(site, &first.claim, &second.claim) {
        return finding;
    }
    let address = first.spot.path.as_ref().map(shown).unwrap_or_default();
    let message = format!("the address /{address} is {} already", described(site, &first.claim));
    let mut finding = Diagnostic::new(&DUPLICATE_ADDRESS, message).help(apart(site, &second.claim));
    finding.at = location(site, &second.claim);
    match location(site, &first.claim) {
        Some(at) => finding.label(&at.file, at.span, "the first to claim it"),
        None => finding,
    }
}

/// Whether homeroom itself has something at a place, or a file where the place needs a folder, so that no
/// alias may have it.
fn is_ours(site: &Site, route: &Route, path: &OutputPath) -> bool {
    let is_there =
        |file: &str| path.as_str().strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_beside = |beside: &Route| beside.output_path().is_some_and(|file| is_there(file.as_str()));
    matches!(route.place, Place::NotFound | Place::Theme(_))
        || GENERATED.iter().any(|file| is_there(file))
        || site.beside().routes().any(is_beside)
}

/// The finding where both claims are a folder's own page.
fn two_indexes(site: &Site, first: &Claim, second: &Claim) -> Option<Diagnostic> {
    let (Claim::Entry(first), Claim::Entry(second)) = (first, second) else { return None };
    let (first, second) = (site.entry(*first), site.entry(*second));
    let both = first.role == Role::Section && second.role == Role::Section && first.id == second.id;
    both.then(|| {
        let (first, second) = (first.document.file(), second.document.file());
        Diagnostic::new(&TWO_INDEXES, format!("{} is the front page of this folder already", first.name()))
            .in_file(second)
            .label(first, None, "the first one")
            .help("keep one of the two")
    })
}

/// How two claims of one address are told apart.
fn apart(site: &Site, claim: &Claim) -> &'static str {
    match claim {
        Claim::Entry(at) if site.entry(*at).document.row.is_some() => {
            "give one of the two another id, in the column \"id\" of its table"
        }
        Claim::Term(..) => {
            "write the two words so that they differ in letters or digits; only these stand in an address"
        }
        Claim::Section(..) | Claim::Listing(..) | Claim::Whole(..) => "rename one of the two folders",
        Claim::Asset(..) | Claim::Width(..) => "give one of the two another file name, such as group-photo.jpg",
        _ => "give one of the two another file name or a `slug:` of its own",
    }
}

fn shown(path: &OutputPath) -> &str {
    path.as_str().strip_suffix("index.html").unwrap_or(path.as_str())
}

fn location(site: &Site, claim: &Claim) -> Option<Location> {
    match claim {
        Claim::Entry(at) => {
            let entry = site.entry(*at);
            let place = entry.document.place();
            Some(Location { span: place.span.or(Some(Span::default())), ..place })
        }
        Claim::Print(at, _) => Some(site.entry(*at).document.place()),
        Claim::Alias(at, number) => Some(site.entry(*at).place(&item("aliases", *number))),
        Claim::Asset(asset) | Claim::Width(asset, _) => Some(Location { file: asset.clone(), span: None }),
        Claim::Term(language, name, position, _) => {
            let carriers = site.carried.get(&(language.clone(), *name))?.get(position)?;
            let entry = site.entry(*carriers.first()?);
            let field = if *name == VocabularyName::Tags { "tags" } else { name.slug() };
            let title = &site.vocabularies[name].terms()[*position].title;
            let number = entry.common.tags.iter().position(|tag| tag.trim() == title).unwrap_or_default();
            Some(entry.place(&item(field, number)))
        }
        Claim::Section(language, folder) | Claim::Listing(language, folder, ..) | Claim::Whole(language, folder) => {
            let section = site.sections.get(&(language.clone(), folder.clone()))?;
            let entry = section.entries.first().map(|at| site.entry(*at))?;
            Some(entry.document.place())
        }
        Claim::Vocabulary(..) => None,
    }
}

fn described(site: &Site, claim: &Claim) -> String {
    match claim {
        Claim::Entry(at) => format!("that of {}", site.entry(*at).document.shown()),
        Claim::Print(at, _) => format!("what is printed of {}", site.entry(*at).document.shown()),
        Claim::Alias(at, _) => format!("an alias of {}", site.entry(*at).document.shown()),
        Claim::Asset(asset) => format!("that of {asset}"),
        Claim::Width(asset, width) => format!("that of {asset} at {width} pixels"),
        Claim::Section(_, folder) | Claim::Listing(_, folder, ..) | Claim::Whole(_, folder) => {
            format!("that of the list of content/{folder}")
        }
        Claim::Vocabulary(_, name) => format!("that of the list of {}", name.slug()),
        Claim::Term(_, name, position, _) => {
            format!("that of \"{}\" in the list of {}", site.vocabularies[name].terms()[*position].title, name.slug())
        }
    }
}
