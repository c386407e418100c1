//! A blank relationship map: who knows whom, and whom nobody knows yet.

use crate::cards::Origin;
use crate::cards::layouts::Sheet;
use crate::print::block::{Block, Card, Face};

/// The map, in the deck's first language.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let languages = sheet.languages();
    let titles = languages.iter().map(|language| Block::head(sheet.say(language, "map_title")));
    let head = languages.first().copied().unwrap_or(sheet.wanted.language);
    let columns = [("map_student", 3.0), ("map_adult", 3.0), ("map_peer", 3.0), ("map_next", 2.4)];
    let columns = columns.map(|(key, share)| (sheet.say(head, key), share)).to_vec();
    let foot = languages.iter().map(|language| Block::small(sheet.say(language, "map_foot"))).collect();
    let table = Block::Table { columns, rows: Vec::new(), is_blank: true };
    sheet.single(Face { head: Vec::new(), body: titles.chain([table]).collect(), foot })
}
