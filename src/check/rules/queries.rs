//! Queries for prompts ask for words that the site knows, and find something.

use crate::check::rule::{Look, Rule, key};
use crate::check::rules::terms;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::suggestion;
use crate::model::assemble::item;
use crate::model::codes::UNKNOWN_VALUE;
use crate::model::components::prompts::MOST;
use crate::model::components::{Data, Placed};
use crate::model::entry::Entry;
use crate::model::query::Query;
use crate::model::site::Site;

crate::codes! {
    /// A query for prompts finds none.
    ///
    /// Each field narrows it: leave one out, or allow more words in it. Drafts are not found.
    EMPTY_QUERY = "empty-query", Warning, Adjustable;
    /// A query for prompts finds more than a page shows.
    ///
    /// A list shows 100 at most. Narrow the query, or say how many are shown: `limit: 10`.
    LONG_QUERY = "long-query", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Linked(look) };

fn look(site: &Site, entry: &Entry) -> Vec<Diagnostic> {
    let queries = entry.components.iter().filter_map(|component| match &component.typed.data {
        Data::Prompts(query) => Some((component, query)),
        _ => None,
    });
    queries.flat_map(|(component, query)| judge(site, entry, component, query)).collect()
}

fn judge(site: &Site, entry: &Entry, component: &Placed, query: &Query) -> Vec<Diagnostic> {
    let place = |field: &'static str, number: usize| entry.place_in(component, &item(field, number));
    let mut findings = terms::unknown(&site.vocabularies, query.words(), &place);
    let languages = site.settings.languages.iter().map(|language| language.code());
    if let Some(code) = query.language.as_deref().filter(|code| !languages.clone().any(|known| known == code.trim())) {
        let mut finding = Diagnostic::new(&UNKNOWN_VALUE, format!("\"{code}\" is not a language of this site"));
        finding.at = Some(entry.place_in(component, &[key("language")]));
        findings.push(match suggestion(code, languages) {
            Some(help) => finding.help(help),
            None => finding,
        });
    }
    let block = &entry.document.components[component.typed.at];
    // What is wrong with its words has been said, and explains why it finds nothing.
    if !findings.is_empty() || !block.findings.is_empty() {
        return findings;
    }
    let found = query.select(site, &entry.language).len();
    let say = |code, message: String, help: &str| {
        let mut finding = Diagnostic::new(code, message).help(help);
        finding.at = Some(entry.place_in(component, &[]));
        finding
    };
    if found == 0 {
        findings.push(say(
            &EMPTY_QUERY,
            "this query finds no prompt".to_owned(),
            "leave a field out, or allow more words in it",
        ));
    } else if found > MOST {
        let said = format!("this query finds {found} prompts, of which the first {MOST} are shown");
        findings.push(say(&LONG_QUERY, said, "narrow it, or write how many are shown: `limit: 10`"));
    }
    findings
}
