//! A two-by-ten log: ten boxes, a hope, and what became clear.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, text};
use crate::print::block::{Block, Card, Face};

/// The log.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let languages = sheet.languages();
    let first = languages.first().copied().unwrap_or(sheet.wanted.language);
    let mut body: Vec<Block> = languages.iter().map(|language| Block::head(sheet.say(language, "log_title"))).collect();
    body.extend(languages.iter().map(|language| Block::Field(sheet.say(language, "log_hope"))));
    let day = |day: usize| {
        let number = sheet.speak.number(first, day);
        text(first, sheet.speak.say(first, "log_day", &[("number", &number)]))
    };
    body.push(Block::Boxes { labels: (1..=10).map(day).collect(), columns: 5 });
    body.extend(languages.iter().map(|language| Block::Field(sheet.say(language, "log_insight"))));
    let foot = languages.iter().map(|language| Block::small(sheet.say(language, "log_foot"))).collect();
    sheet.single(Face { head: Vec::new(), body, foot })
}
