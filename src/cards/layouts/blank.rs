//! A blank card to write a question of one's own.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, label};
use crate::model::collections::deck::Back;
use crate::print::block::{Block, Card, Face};

/// The card.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let languages = sheet.languages();
    let head = languages.iter().map(|language| label(sheet.say(language, "blank_title"), None)).collect();
    let foot = languages.iter().map(|language| Block::small(sheet.pass(language, None))).collect();
    let front = Face { head, body: vec![Block::Lines(2)], foot };
    let back = (sheet.wanted.deck.back == Back::Lines).then(|| Face {
        head: Vec::new(),
        body: vec![Block::Lines(3)],
        foot: Vec::new(),
    });
    vec![(Card { name: sheet.wanted.title.clone(), front, back }, Origin::default())]
}
