//! A poster of greetings: none needs a touch, and one can point instead of speaking.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, headline};
use crate::print::block::{Block, Card, Choice, Face};
use crate::print::icon::Icon;

const GREETINGS: [(&str, Icon); 8] = [
    ("greet_wave", Icon::Wave),
    ("greet_thumb", Icon::Thumb),
    ("greet_nod", Icon::Nod),
    ("greet_smile", Icon::Smile),
    ("greet_heart", Icon::Heart),
    ("greet_air", Icon::Air),
    ("greet_words", Icon::Speech),
    ("greet_quiet", Icon::Quiet),
];

/// The poster.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let languages = sheet.languages();
    let titles = languages.iter().enumerate().map(|(at, language)| headline(sheet.say(language, "greet_title"), at));
    let choice = |(key, icon): (&str, Icon)| Choice {
        icon: Some(icon),
        texts: languages.iter().map(|language| sheet.say(language, key)).collect(),
    };
    let items = GREETINGS.into_iter().map(choice).collect();
    let foot = languages.iter().map(|language| Block::small(sheet.say(language, "greet_foot"))).collect();
    sheet.single(Face {
        head: Vec::new(),
        body: titles.chain([Block::Choices { items, columns: Some(2) }]).collect(),
        foot,
    })
}
