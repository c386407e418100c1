//! Cards: from a site's decks to what is printed of them.
//!
//! 1. [`wanted`] reads a deck of the site, or one of the command line: which prompts and policies are on it.
//! 2. `layouts` say what stands on its cards, in the words of the theme ([`Speak`]).
//! 3. [`crate::print`] lays them on sheets; what does not go in is a finding ([`findings`]).
//!
//! [`Decks`] holds what came of all decks of a site, and remembers sheets by what they were made of.

pub mod chosen;
pub mod findings;
mod layouts;
pub mod wanted;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::day::Day;
use crate::digest::Digest;
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::site::Site;
use crate::print::block::{Block, Face};
use crate::print::deck::{Captions, Copies, Deck, Laid, Trouble};
use crate::print::faces::Faces;
use crate::print::geometry::Size;
use crate::print::impose::{Setup, Turn};
use crate::print::stock;
use wanted::Wanted;

/// How many of each card are printed at most.
pub const MOST_COPIES: u16 = 500;

/// What cards say, in the words of a language.
pub trait Speak: Sync {
    /// The words called `key`, with what is filled in by name.
    fn say(&self, language: &Language, key: &str, filled: &[(&str, &str)]) -> String;

    /// A whole number.
    fn number(&self, language: &Language, number: usize) -> String;

    /// A day.
    fn day(&self, language: &Language, day: Day) -> String;

    /// The grades of an entry.
    fn grades(&self, language: &Language, entry: &Entry) -> String;

    /// The theme at a position of its vocabulary.
    fn theme(&self, language: &Language, at: usize) -> String;
}

/// A deck of the site with its sheets.
#[derive(Clone, Debug)]
pub struct Printed {
    /// What it says.
    pub deck: Arc<Deck>,
    /// Its sheets.
    pub laid: Arc<Laid>,
    /// By what each card is known, and in which languages it is missing.
    pub origins: Vec<Origin>,
}

impl Printed {
    /// Whether its cards have a text in the language with this code.
    pub fn speaks(&self, code: &str) -> bool {
        let texts =
            self.deck.cards.iter().flat_map(|card| card.front.blocks().chain(card.back.iter().flat_map(Face::blocks)));
        texts.flat_map(Block::texts).any(|text| &*text.language == code)
    }
}

/// What a card was made of.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The prompt or policy.
    pub entry: Option<EntryIndex>,
    /// Further prompts on the same card.
    pub others: Vec<EntryIndex>,
    /// The languages of the deck in which there is none.
    pub lacks: Vec<String>,
}

/// What came of the decks of a site.
#[derive(Clone, Debug)]
pub struct Decks {
    /// The decks that name a known stock.
    pub printed: BTreeMap<EntryIndex, Printed>,
    /// The faces they are set in.
    pub faces: Arc<Faces>,
}

/// The sheets of the last site by what they were made of. It changes how long laying takes, and never what it gives.
#[derive(Default)]
pub struct Remembered {
    sheets: BTreeMap<Digest, Arc<Laid>>,
    faces: Option<(Vec<Digest>, Arc<Faces>)>,
}

impl Default for Decks {
    fn default() -> Self {
        Self { printed: BTreeMap::new(), faces: Faces::plain() }
    }
}

/// The decks of `site`, laid on their sheets. `added` are the font files of its theme with their digests.
pub fn decks(site: &Site, speak: &dyn Speak, added: &[(Digest, Arc<[u8]>)], remembered: &mut Remembered) -> Decks {
    let faces = faces(added, remembered);
    let wanted: Vec<(EntryIndex, Wanted<'_>)> =
        site.indexed().filter_map(|(at, entry)| Some((at, wanted::of_entry(site, entry)?))).collect();
    // The stocks of the site's own may hold what another is too small for.
    let own = Digest::of(format!("{:?}", site.settings.stocks).as_bytes());
    let known = &remembered.sheets;
    let printed: Vec<(EntryIndex, Digest, Printed)> = wanted
        .par_iter()
        .filter_map(|(at, wanted)| {
            let (deck, origins) = deck(site, speak, wanted)?;
            let digest = Digest::of(format!("{} {} {own}", deck.digest(), faces.digest).as_bytes());
            let laid = known.get(&digest).cloned();
            let laid = laid.unwrap_or_else(|| Arc::new(deck.lay(&faces, &site.settings.stocks)));
            Some((*at, digest, Printed { deck: Arc::new(deck), laid, origins }))
        })
        .collect();
    remembered.sheets = printed.iter().map(|(_, digest, printed)| (*digest, Arc::clone(&printed.laid))).collect();
    Decks { printed: printed.into_iter().map(|(at, _, printed)| (at, printed)).collect(), faces }
}

/// Our own faces and those of the site, made again only where they have changed.
fn faces(added: &[(Digest, Arc<[u8]>)], remembered: &mut Remembered) -> Arc<Faces> {
    let digests: Vec<Digest> = added.iter().map(|(digest, _)| *digest).collect();
    if let Some((_, faces)) = remembered.faces.as_ref().filter(|(known, _)| *known == digests) {
        return Arc::clone(faces);
    }
    let files: Vec<Arc<[u8]>> = added.iter().map(|(_, bytes)| Arc::clone(bytes)).collect();
    let faces = if files.is_empty() { Faces::plain() } else { Arc::new(Faces::with(&files)) };
    remembered.faces = Some((digests, Arc::clone(&faces)));
    faces
}

/// What is printed of `wanted`, and what each card was made of; `None` where its stock is not known.
pub fn deck(site: &Site, speak: &dyn Speak, wanted: &Wanted<'_>) -> Option<(Deck, Vec<Origin>)> {
    let stock = stock::stock(&site.settings.stocks, &wanted.deck.stock).filter(|stock| stock.is_possible())?.clone();
    let printer = &site.settings.config.print;
    let layout = wanted.deck.layout;
    let (cards, origins) = layouts::Sheet { site, speak, wanted }.cards();
    let has_backs = cards.iter().any(|card| card.back.is_some());
    let setup = Setup {
        turn: if has_backs { wanted::turn(wanted.deck.duplex) } else { Turn::None },
        skip: usize::from(wanted.deck.skip),
        offset: printer.offset.0,
        back_offset: printer.back_offset.0,
    };
    let copies = match wanted.deck.copies {
        Some(copies) => Copies::Each(copies.clamp(1, MOST_COPIES)),
        None if layout.fills_a_sheet() => Copies::Fill,
        None => Copies::Each(1),
    };
    let language = wanted.language;
    let say = |key: &str| speak.say(language, key, &[]);
    let deck = Deck {
        title: wanted.title.clone(),
        language: language.code().into(),
        is_rtl: language.direction() == "rtl",
        stock,
        setup,
        is_large: wanted.deck.text_size == crate::model::collections::deck::TextSize::Large,
        cards,
        copies,
        captions: Captions {
            print: say("card_print"),
            front: say("card_front"),
            back: say("card_back"),
            digits: say("digits"),
            test: ["card_test", "card_test_measure", "card_test_hold", "card_test_offset"].map(say).to_vec(),
        },
    };
    Some((deck, origins))
}

/// The same cards on plain paper, to be folded: what a printer of one side can do. They lie on the smallest of the
/// usual sizes that holds them all.
pub fn folded(printed: &Printed, faces: &Arc<Faces>) -> Option<Laid> {
    let plain = if printed.deck.stock.is_a4() { ["a4-a6", "a4"] } else { ["letter-quarters", "letter"] };
    let mut stocks = plain.into_iter().filter_map(|name| stock::stock(&[], name));
    stocks.find_map(|stock| {
        let setup = Setup { turn: Turn::Fold, skip: 0, back_offset: Size::default(), ..printed.deck.setup };
        let deck = Deck { stock: stock.clone(), setup, ..(*printed.deck).clone() };
        let laid = deck.lay(faces, &[]);
        let is_whole = !laid.problems.iter().any(|problem| problem.kind == Trouble::TooLong);
        is_whole.then_some(laid)
    })
}

/// The sheets of the test page of a deck.
pub fn test_sheet(printed: &Printed, faces: &Arc<Faces>) -> Laid {
    printed.deck.test_sheet(faces)
}
