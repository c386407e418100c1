//! Citations can be found and followed.

use std::collections::BTreeSet;

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::suggestion;
use crate::model::collections::Detail;
use crate::model::collections::guide::Guide;
use crate::model::entry::Entry;
use crate::parse::typed::Step;

crate::codes! {
    /// `evidence` names a citation that is not among the `citations`.
    UNKNOWN_CITATION = "unknown-citation", Error, Adjustable;
    /// Two citations have one key.
    DUPLICATE_CITATION = "duplicate-citation", Error, Adjustable;
    /// A citation has neither `doi` nor `url`.
    ///
    /// A reader wants to look it up. Give the DOI, or the address of the text itself.
    CITATION_WITHOUT_LINK = "citation-without-link", Warning, Adjustable;
    /// A citation's link is the front page of a site, or no address.
    ///
    /// A front page does not show where the sentence comes from. Give the address of the text itself.
    CITATION_HOME_PAGE = "citation-home-page", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    match &*entry.detail {
        Detail::Guide(guide) => of_guide(entry, guide),
        Detail::Brief(brief) if entry.has_own("citation") => {
            let work = &brief.citation;
            let path = |field: &str| vec![key("citation"), key(field)];
            linked(entry, &work.title, (&work.doi, &work.url), &path).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn of_guide(entry: &Entry, guide: &Guide) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut keys = BTreeSet::new();
    for (number, citation) in guide.citations.iter().enumerate() {
        let path = |field: &str| vec![key("citations"), Step::Item(number), key(field)];
        if !keys.insert(citation.key.as_str()) {
            let message = format!("a second citation has the key \"{}\"", citation.key);
            findings.push(at_field(entry, &path("key"), &DUPLICATE_CITATION, message).help("give it a key of its own"));
        }
        findings.extend(linked(entry, &citation.key, (&citation.doi, &citation.url), &path));
    }
    for (number, evidence) in guide.evidence.iter().enumerate() {
        for (place, name) in evidence.citations.iter().enumerate().filter(|(_, name)| !keys.contains(name.as_str())) {
            let path = [key("evidence"), Step::Item(number), key("citations"), Step::Item(place)];
            let finding =
                at_field(entry, &path, &UNKNOWN_CITATION, format!("there is no citation \"{name}\" in this guide"));
            findings.push(match suggestion(name, keys.iter().copied()) {
                Some(help) => finding.help(help),
                None => finding.help("add it below `citations:`, with this key"),
            });
        }
    }
    findings
}

/// What is wrong with the `doi` and `url` of the work that is called `name`; `path` leads to its fields.
fn linked(
    entry: &Entry,
    name: &str,
    (doi, url): (&Option<String>, &Option<String>),
    path: &dyn Fn(&str) -> Vec<Step>,
) -> Option<Diagnostic> {
    match (doi, url) {
        (None, None) => {
            // A guide's citation begins with its key; that of a brief has none.
            let first = path(if matches!(*entry.detail, Detail::Guide(_)) { "key" } else { "title" });
            let message = format!("the citation \"{name}\" has neither a doi nor a url");
            Some(
                at_field(entry, &first, &CITATION_WITHOUT_LINK, message)
                    .help("add `doi: 10.…/…`, or `url:` with the address of the text itself"),
            )
        }
        (Some(doi), _) => (!doi.starts_with("10.") || !doi.contains('/')).then(|| {
            at_field(entry, &path("doi"), &CITATION_HOME_PAGE, format!("\"{doi}\" is no DOI"))
                .help("write it as 10.3102/0034654316669434, without an address before it")
        }),
        (None, Some(url)) => is_front_page(url).then(|| {
            at_field(entry, &path("url"), &CITATION_HOME_PAGE, format!("\"{url}\" is not the address of a text"))
                .help("give the address of the text itself, beginning with https://")
        }),
    }
}

fn is_front_page(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return true };
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    !matches!(scheme, "http" | "https") || path.trim_matches('/').is_empty()
}
