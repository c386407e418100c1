//! What a deck's page shows of it, and the page of all its sheets.

use serde::Serialize;
use serde_json::json;
use tera::Context;

use crate::model::claim::{Print, prints};
use crate::model::collections::Kind;
use crate::model::collections::deck::{Deck, Duplex};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::link::Target;
use crate::model::route::Edition;
use crate::path::OutputPath;
use crate::print::stock::{self, Stock};
use crate::render::context::Link;
use crate::render::context::card::{Card, card};
use crate::render::context::entry::above;
use crate::render::context::listing::plain;
use crate::render::context::named::Named;
use crate::render::paper::{class, tenths};
use crate::render::words::Filling;

/// What is known of the sheets of decks.
pub trait Prints: Send + Sync {
    /// How many sheets the deck at `at` has; `None` where it is not printed.
    fn facts(&self, at: EntryIndex) -> Option<Facts>;

    /// The decks on which the prompt at `at` is, those that show its language.
    fn with(&self, at: EntryIndex) -> Vec<EntryIndex>;

    /// Its sheets.
    fn sheets(&self, at: EntryIndex) -> Option<Sheets>;
}

/// How much of a deck there is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Facts {
    /// Its cards, each once.
    pub cards: usize,
    /// Its sheets.
    pub sheets: usize,
    /// The sides of its sheets on which something is printed.
    pub sides: usize,
    /// The width of a sheet in whole millimetres, for the room that its picture takes.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The sheets of a deck.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// What each of their sides is called, and where its picture lies below the site's root.
    pub sides: Vec<(String, Option<OutputPath>)>,
    /// The stock.
    pub stock: Stock,
}

/// Adds the prompts on a deck, its stock and its languages, and its sheets.
pub fn add(
    context: &mut Context,
    named: &Named<'_>,
    at: EntryIndex,
    deck: &Deck,
    edition: Edition,
    sheets: &dyn Prints,
) {
    let entry = named.site.entry(at);
    let listed = || {
        let prompts = entry.relations.iter().filter(|relation| relation.kind == Kind::Prompt);
        let found = prompts.filter_map(|relation| match relation.target {
            Target::Entry(at, _) => Some(at),
            _ => None,
        });
        found.collect()
    };
    let prompts = deck.from.as_ref().map_or_else(listed, |query| query.select(named.site, named.language));
    let cards: Vec<Card> = prompts.into_iter().map(|at| card(named, at, edition, None)).collect();
    context.insert("cards", &cards);
    let stock = stock::stock(&named.site.settings.stocks, &deck.stock).map(|stock| {
        json!({
            "size": format!("{} × {} mm", tenths(stock.card.x), tenths(stock.card.y)),
            "cards": stock.places(),
            "is_cut": stock.is_cut,
        })
    });
    context.insert("stock", &stock);
    let languages = named.site.settings.languages.iter();
    let languages = languages.filter(|language| deck.languages.iter().any(|code| code == language.code()));
    let language = |language: &crate::model::language::Language| json!({ "lang": language.code(), "dir": language.direction(), "name": language.own_name() });
    context.insert("deck_languages", &languages.map(language).collect::<Vec<_>>());
    context.insert("printed", &sheets.facts(at).map(|facts| printed(named, entry, deck, facts, edition)));
}

/// What there is to print, and how.
fn printed(named: &Named<'_>, entry: &Entry, deck: &Deck, facts: Facts, edition: Edition) -> serde_json::Value {
    let all = prints(named.site, entry);
    let path = |wanted: Print| {
        all.iter().find(|(print, _)| *print == wanted).map(|(_, route)| route.address(edition)).unwrap_or_default()
    };
    let turn = match deck.duplex {
        _ if facts.sides == facts.sheets && deck.duplex != Duplex::Fold => None,
        Duplex::LongEdge => Some("long"),
        Duplex::ShortEdge => Some("short"),
        Duplex::Fold => Some("fold"),
        Duplex::None => None,
    };
    json!({
        "facts": facts,
        "pdf": path(Print::Pdf),
        "fold": path(Print::Fold),
        "test": path(Print::Test),
        "first": path(Print::First),
        "sheets": path(Print::Sheets),
        "turn": turn,
    })
}

/// Adds the page of all sheets of the deck at `at`.
pub fn sheets(context: &mut Context, named: &Named<'_>, at: EntryIndex, edition: Edition, sheets: &dyn Prints) {
    let entry = named.site.entry(at);
    let mut crumbs = above(named, Some(entry.route()), &entry.section, edition);
    crumbs.push(Link { title: entry.common.title.clone(), path: entry.route().address(edition), lang: None });
    let title = named.words.with("sheets_of", &[("title", Filling::Text(&entry.common.title))]);
    plain(context, "sheets", &title, entry.section.split('/').next().unwrap_or_default(), &crumbs);
    let Some(found) = sheets.sheets(at) else { return };
    let side =
        |(name, path): &(String, Option<OutputPath>)| Some(json!({ "name": name, "path": path.as_ref()?.as_str() }));
    context.insert("sides", &found.sides.iter().filter_map(side).collect::<Vec<_>>());
    context.insert("stock_class", &class(&named.site.settings.stocks, &found.stock));
    if let crate::model::collections::Detail::Deck(deck) = &*entry.detail
        && let Some(facts) = sheets.facts(at)
    {
        context.insert("printed", &printed(named, entry, deck, facts, edition));
    }
}
