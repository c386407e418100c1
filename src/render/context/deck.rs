//! What a deck's page shows of it.

use serde_json::json;
use tera::Context;

use crate::model::collections::Kind;
use crate::model::collections::deck::Deck;
use crate::model::entry::Entry;
use crate::model::link::Target;
use crate::model::route::Edition;
use crate::print::stock;
use crate::render::context::card::{Card, card};
use crate::render::context::named::Named;

/// Adds the prompts on a deck, its stock and its languages.
pub fn add(context: &mut Context, named: &Named<'_>, entry: &Entry, deck: &Deck, edition: Edition) {
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
    let stock = stock::stock(&deck.stock).map(|stock| {
        json!({
            "size": format!("{} × {} mm", tenths(stock.card.x), tenths(stock.card.y)),
            "cards": u32::from(stock.grid.0) * u32::from(stock.grid.1),
        })
    });
    context.insert("stock", &stock);
    let languages = named.site.settings.languages.iter();
    let languages = languages.filter(|language| deck.languages.iter().any(|code| code == language.code()));
    let language = |language: &crate::model::language::Language| json!({ "lang": language.code(), "dir": language.direction(), "name": language.own_name() });
    context.insert("deck_languages", &languages.map(language).collect::<Vec<_>>());
}

/// A length to a tenth, as people write it.
fn tenths(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
