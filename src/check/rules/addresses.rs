//! Every address is one that can be used, and only one file claims it.

use crate::check::rule::{Look, Rule, at_field, key};
use crate::diagnostic::{Diagnostic, Location};
use crate::model::assemble::item;
use crate::model::claim::{Claim, asset_route, bad_alias};
use crate::model::codes::{BAD_ADDRESS, TWO_INDEXES};
use crate::model::entry::{Entry, Role};
use crate::model::route::{Place, Route, slug};
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::output::{Output, Outputs};
use crate::path::{SitePath, unportable};
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
    /// lists, and `theme/` holds the theme's files. Give the file or folder another name.
    RESERVED_ADDRESS = "reserved-address", Error, Fixed;
}

/// The files that homeroom makes beside the pages. A site's own `content/static/` may replace them.
const GENERATED: &[&str] = &["sitemap.xml", "robots.txt", ".nojekyll", "CNAME"];

/// The rule.
pub static RULE: Rule = Rule { codes: &[&DUPLICATE_ADDRESS, &RESERVED_ADDRESS], look: Look::Site(look) };

fn look(site: &Site) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = site.entries.iter().flat_map(unusable).collect();
    findings.extend(site.assets.iter().filter_map(|asset| unusable_asset(site, asset)));
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
    let mut outputs = Outputs::default();
    let mut findings = Vec::new();
    for (number, (route, claim)) in claims.iter().enumerate() {
        let Some(path) = route.output_path() else { continue };
        let at = location(site, claim);
        let made = Route::of(&path, &site.languages);
        if made.as_ref() != Some(route) || matches!(claim, Claim::Alias(..)) && is_ours(&route.place) {
            let mut finding = Diagnostic::new(
                &RESERVED_ADDRESS,
                format!("the address /{} is kept for pages that homeroom makes", shown(&path)),
            )
            .help(match claim {
                Claim::Alias(..) => "take the alias out",
                _ => "give the file or its folder another name",
            });
            finding.at = at.clone();
            findings.push(finding);
            continue;
        }
        let Err(collision) = outputs.insert(path, Output::made(number.to_string(), || Ok(Vec::new()))) else {
            continue;
        };
        let first = collision.first.parse::<usize>().ok().and_then(|first| claims.get(first));
        if let Some(finding) = first.and_then(|(_, first)| two_indexes(site, first, claim)) {
            findings.push(finding);
            continue;
        }
        let whose = first.map_or_else(String::new, |(_, first)| described(site, first));
        let mut finding =
            Diagnostic::new(&DUPLICATE_ADDRESS, format!("the address /{} is {whose} already", shown(&collision.path)))
                .help(apart(claim));
        finding.at = at;
        if let Some(first) = first.and_then(|(_, first)| location(site, first)) {
            finding = finding.label(&first.file, first.span, "the first to claim it");
        }
        findings.push(finding);
    }
    findings
}

/// Whether homeroom itself has something at a place, so that no alias may have it.
fn is_ours(place: &Place) -> bool {
    match place {
        Place::NotFound | Place::Theme(_) => true,
        Place::File(path) | Place::Page(path) => GENERATED.contains(&path.as_str()),
        _ => false,
    }
}

/// The finding where both claims are a folder's own page.
fn two_indexes(site: &Site, first: &Claim, second: &Claim) -> Option<Diagnostic> {
    let (Claim::Entry(first), Claim::Entry(second)) = (first, second) else { return None };
    let (first, second) = (site.entry(*first), site.entry(*second));
    let both = first.role == Role::Section && second.role == Role::Section && first.id == second.id;
    both.then(|| {
        let (first, second) = (&first.document.path, &second.document.path);
        Diagnostic::new(&TWO_INDEXES, format!("{} is the front page of this folder already", first.name()))
            .in_file(second)
            .label(first, None, "the first one")
            .help("keep one of the two")
    })
}

/// How two claims of one address are told apart.
fn apart(claim: &Claim) -> &'static str {
    match claim {
        Claim::Term(..) => {
            "write the two words so that they differ in letters or digits; only these stand in an address"
        }
        Claim::Section(..) | Claim::Listing(..) => "rename one of the two folders",
        _ => "give one of the two another file name or a `slug:` of its own",
    }
}

fn shown(path: &crate::path::OutputPath) -> &str {
    path.as_str().strip_suffix("index.html").unwrap_or(path.as_str())
}

fn location(site: &Site, claim: &Claim) -> Option<Location> {
    match claim {
        Claim::Entry(at) => {
            let entry = site.entry(*at);
            Some(Location { file: entry.document.path.clone(), span: Some(Span::default()) })
        }
        Claim::Alias(at, number) => Some(site.entry(*at).place(&item("aliases", *number))),
        Claim::Asset(asset) => Some(Location { file: asset.clone(), span: None }),
        Claim::Term(language, name, position, _) => {
            let carriers = site.carried.get(&(language.clone(), *name))?.get(position)?;
            let entry = site.entry(*carriers.first()?);
            let field = if *name == VocabularyName::Tags { "tags" } else { name.slug() };
            let title = &site.vocabularies[name].terms()[*position].title;
            let number = entry.common.tags.iter().position(|tag| tag.trim() == title).unwrap_or_default();
            Some(entry.place(&item(field, number)))
        }
        Claim::Section(language, folder) | Claim::Listing(language, folder, ..) => {
            let section = site.sections.get(&(language.clone(), folder.clone()))?;
            let entry = section.entries.first().map(|at| site.entry(*at))?;
            Some(Location { file: entry.document.path.clone(), span: None })
        }
        Claim::Vocabulary(..) => None,
    }
}

fn described(site: &Site, claim: &Claim) -> String {
    match claim {
        Claim::Entry(at) => format!("that of {}", site.entry(*at).document.path),
        Claim::Alias(at, _) => format!("an alias of {}", site.entry(*at).document.path),
        Claim::Asset(asset) => format!("that of {asset}"),
        Claim::Section(_, folder) | Claim::Listing(_, folder, ..) => format!("that of the list of content/{folder}"),
        Claim::Vocabulary(_, name) => format!("that of the list of {}", name.slug()),
        Claim::Term(_, name, position, _) => {
            format!("that of \"{}\" in the list of {}", site.vocabularies[name].terms()[*position].title, name.slug())
        }
    }
}
