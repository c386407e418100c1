//! Decks name a stock there is, and say what is printed on it.

use crate::check::rule::{Around, Look, Rule, at_field, key};
use crate::check::rules::terms;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::model::assemble::item;
use crate::model::codes::UNKNOWN_VALUE;
use crate::model::collections::Detail;
use crate::model::collections::deck::Deck;
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::parse::typed::Step;
use crate::print::stock;

crate::codes! {
    /// A deck names a stock that homeroom does not know.
    ///
    /// A stock is the number on the package, such as 5388, or plain paper: letter, letter-halves,
    /// letter-quarters, letter-3x5, a4, a4-a6, a4-a7.
    UNKNOWN_STOCK = "unknown-stock", Error, Adjustable;
    /// A deck does not say what is printed on it, or says it twice.
    ///
    /// A deck of prompts takes them from the library by a query (`from:`), or lists them (`cards:`). A
    /// sheet of a policy's data names the policy (`policy:`).
    DECK_SOURCE = "deck-source", Error, Adjustable;
    /// A deck's query means no prompt of the library.
    EMPTY_DECK = "empty-deck", Warning, Adjustable;
}

/// The rule: what can be told from a deck alone.
pub static RULE: Rule = Rule { codes: &[&UNKNOWN_STOCK, &DECK_SOURCE], look: Look::Entry(look) };

/// The rule: what the library has for a deck.
pub static EMPTY: Rule = Rule { codes: &[&EMPTY_DECK], look: Look::Site(empty) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let Detail::Deck(deck) = &*entry.detail else { return Vec::new() };
    let mut findings = Vec::new();
    if entry.has_own("stock") && stock::stock(&around.settings.stocks, &deck.stock).is_none() {
        let message = format!("\"{}\" is no stock that homeroom knows", deck.stock);
        let help = match nearest(&deck.stock.to_lowercase(), stock::names(&around.settings.stocks)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "write the number on the package, such as 5388, or letter-quarters for plain paper".to_owned(),
        };
        findings.push(at_field(entry, &[key("stock")], &UNKNOWN_STOCK, message).help(help));
    }
    findings.extend(source(entry, deck));
    for (at, code) in deck.languages.iter().enumerate().filter(|_| entry.has_own("languages")) {
        let known = || around.settings.languages.iter().map(|language| language.code());
        if !known().any(|language| language == code) {
            let message = format!("\"{code}\" is not a language of this site");
            let help = nearest(code, known()).map_or_else(
                || {
                    format!(
                        "write one of {}, or add it to site.yaml below `languages:`",
                        known().collect::<Vec<_>>().join(", ")
                    )
                },
                |near| format!("did you mean \"{near}\"?"),
            );
            findings.push(at_field(entry, &item("languages", at), &UNKNOWN_VALUE, message).help(help));
        }
    }
    if let Some(query) = deck.from.as_ref().filter(|_| entry.has_own("from")) {
        let place = |field: &'static str, at| entry.place(&[key("from"), key(field), Step::Item(at)]);
        findings.extend(terms::unknown(&around.settings.vocabularies, query.words(), &place));
    }
    findings
}

fn source(entry: &Entry, deck: &Deck) -> Option<Diagnostic> {
    let layout = deck.layout.word();
    let (at, message, help) = match (&deck.from, deck.cards.is_empty()) {
        (Some(_), false) => (
            "cards",
            "this deck has both \"from\" and \"cards\"".to_owned(),
            "keep `from:` for a query over the library, or `cards:` for a list of prompts",
        ),
        (None, true) if deck.layout.needs_prompts() => (
            "layout",
            "this deck does not say which prompts are on it".to_owned(),
            "add `from: {themes: [belonging]}` for a query over the library, or `cards:` with names of prompts",
        ),
        (Some(_), true) if !deck.layout.takes_prompts() => (
            "from",
            format!("the layout \"{layout}\" shows no prompts of the library"),
            "leave `from:` out, or write `layout: cards`",
        ),
        (None, false) if !deck.layout.takes_prompts() => (
            "cards",
            format!("the layout \"{layout}\" shows no prompts of the library"),
            "leave `cards:` out, or write `layout: cards`",
        ),
        _ if deck.layout.needs_policy() && deck.policy.is_empty() => (
            "layout",
            format!("the layout \"{layout}\" shows a policy's data, and this deck names no policy"),
            "add `policy: [NAME]` with the name of a file in content/policies/ without `.md`",
        ),
        _ => return None,
    };
    Some(at_field(entry, &[key(at)], &DECK_SOURCE, message).help(help))
}

fn empty(site: &Site) -> Vec<Diagnostic> {
    let of = |entry: &Entry| {
        let Detail::Deck(deck) = &*entry.detail else { return None };
        let query = deck.from.as_ref().filter(|_| entry.has_own("from"))?;
        // A word that nobody knows is told of by itself.
        let mut words =
            query.words().into_iter().flat_map(|(name, _, words)| words.iter().map(move |word| (name, word)));
        let is_known = words.all(|(name, word)| site.vocabularies[&name].positions(word).is_some());
        let is_empty = is_known && query.select(site, &entry.language).is_empty();
        is_empty.then(|| {
            at_field(entry, &[key("from")], &EMPTY_DECK, "no prompt of the library is meant by this query")
                .help("leave a field of the query out, or write prompts that it means")
        })
    };
    site.entries.iter().filter_map(|entry| of(entry)).collect()
}
