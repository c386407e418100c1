//! Feeds: what changed last, for feed readers.

use std::fmt::Write;

use crate::day::Day;
use crate::feed::xml::escaped;
use crate::model::beside::Feed;
use crate::model::entry::Entry;
use crate::model::language::Language;
use crate::model::route::{Edition, Place, Route};
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;

/// What the term at a position of a vocabulary is called in the feed's language.
pub type Label<'a> = dyn Fn(VocabularyName, usize) -> String + 'a;

/// A feed (Atom 1.0, RFC 4287): the entries that changed last, with their summaries.
///
/// An entry's id is its full address and its day the one it changed, so that the same content gives the
/// same feed on any day. Bodies are not in it: most of an entry stands in its fields, which only
/// a template turns into a page. It is called `title`. Empty without a `base_url`.
pub fn atom(site: &Site, feed: &Feed, title: &str, label: &Label<'_>) -> String {
    let Some(base) = &site.settings.config.base_url else { return String::new() };
    let full = |route: &Route| escaped(&[base.as_str(), &route.address(Edition::Web)].concat());
    let language = &feed.language;
    let config = &site.settings.config;
    let section = site.sections.get(&(language.clone(), feed.folder.clone())).filter(|_| !feed.folder.is_empty());
    let summary = match section {
        Some(section) => section.index.and_then(|at| site.entry(at).common.summary.as_deref()),
        None => config.description_in(language),
    };
    let newest = feed.entries.iter().map(|(day, _)| *day).max().unwrap_or_default();
    let (of, own) = (full(&feed.of), full(&feed.route));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escaped(language.code())
    );
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "<title>{}</title>", escaped(title));
    if let Some(summary) = summary {
        let _ = writeln!(xml, "<subtitle>{}</subtitle>", escaped(summary));
    }
    let _ = writeln!(xml, "<id>{own}</id>\n<updated>{}</updated>", instant(newest));
    let _ = writeln!(xml, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>");
    let _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{of}\"/>");
    let _ = writeln!(xml, "<author><name>{}</name></author>", escaped(config.title_in(language)));
    xml.push_str("<generator>homeroom</generator>\n");
    for (day, at) in &feed.entries {
        let entry = site.entry(*at);
        entry_xml(&mut xml, site, entry, *day, label, &full);
    }
    xml + "</feed>\n"
}

fn entry_xml(
    xml: &mut String,
    site: &Site,
    entry: &Entry,
    day: Day,
    label: &Label<'_>,
    full: &impl Fn(&Route) -> String,
) {
    let address = full(entry.route());
    let _ = writeln!(xml, "<entry>\n<title>{}</title>\n<id>{address}</id>", escaped(&entry.common.title));
    let _ = writeln!(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>");
    if let Some(date) = entry.common.date {
        let _ = writeln!(xml, "<published>{}</published>", instant(date));
    }
    let _ = writeln!(xml, "<updated>{}</updated>", instant(day));
    if let Some(owner) = entry.detail.described().owner().map(str::trim).filter(|owner| !owner.is_empty()) {
        let _ = writeln!(xml, "<author><name>{}</name></author>", escaped(owner));
    }
    for name in [VocabularyName::Tags, VocabularyName::Themes] {
        for at in entry.terms.get(&name).map(Vec::as_slice).unwrap_or_default() {
            let term = &site.vocabularies[&name].terms()[*at];
            let scheme = full(&vocabulary(&entry.language, name));
            let (slug, label) = (escaped(&term.slug()), escaped(&label(name, *at)));
            let _ = writeln!(xml, "<category term=\"{slug}\" scheme=\"{scheme}\" label=\"{label}\"/>");
        }
    }
    if let Some(summary) = &entry.common.summary {
        let _ = writeln!(xml, "<summary>{}</summary>", escaped(summary));
    }
    xml.push_str("</entry>\n");
}

fn vocabulary(language: &Language, name: VocabularyName) -> Route {
    Route { language: language.clone(), place: Place::Vocabulary(name) }
}

/// A day as RFC 3339 writes an instant: its first one in UTC, as content knows no hours and no zone.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00Z")
}
