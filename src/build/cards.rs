//! The files of decks, each with what makes it; and what their cards say in the theme's words.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::build::Assembled;
use crate::cards::wanted::Wanted;
use crate::cards::{self, Decks, Origin, Printed, Remembered, Speak};
use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::model::claim::{Print, prints};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::query::Query;
use crate::model::route::{Place, Route};
use crate::model::shard::shards;
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::output::Output;
use crate::path::OutputPath;
use crate::print::deck::{Deck, Laid};
use crate::print::faces::Faces;
use crate::print::pdf::{self, About};
use crate::print::svg;
use crate::render::codes::NOT_PRINTED;
use crate::render::context::deck::{Facts, Prints, Sheets};
use crate::render::context::named::Named;
use crate::render::template::Engine;
use crate::render::words::{Filling, Words};
use crate::search::script::script;
use crate::source::{Source, Tree};

/// The decks of `site`, laid on their sheets, in the words of its theme.
pub fn decks(site: &Site, tree: &Tree, words: &Words, remembered: &mut Remembered) -> Decks {
    let speaker = Speaker { site, words };
    cards::decks(site, &speaker, &faces(site, tree), remembered)
}

/// The font files of the site's theme, in the order of their names.
fn faces(site: &Site, tree: &Tree) -> Vec<(Digest, Arc<[u8]>)> {
    let folder = format!("themes/{}/faces", site.settings.config.theme());
    let of = |source: &Source| match source {
        Source::Asset(asset) => Some((asset.digest, asset.face.clone()?)),
        Source::Text(_) => None,
    };
    tree.below(&folder).filter_map(|(_, source)| of(source)).collect()
}

/// What makes `print` of the deck at `at`.
pub fn output(decks: &Arc<Decks>, site: &Site, at: EntryIndex, print: Print) -> Option<Output> {
    decks.printed.get(&at)?;
    let (decks, maker) = (Arc::clone(decks), site.entry(at).document.shown());
    let file = site.entry(at).document.file().clone();
    let make = move || {
        let Some(printed) = decks.printed.get(&at) else { return Ok(Vec::new()) };
        match print {
            Print::First => {
                let first = printed.laid.sides.first();
                Ok(first.map(|side| svg::picture(side, &decks.faces).into_bytes()).unwrap_or_default())
            }
            // Cards that no fold holds are printed as they are.
            Print::Fold => {
                let folded = cards::folded(printed, &decks.faces);
                pdf_of(folded.as_ref().unwrap_or(&printed.laid), printed, &decks.faces)
            }
            Print::Test => pdf_of(&cards::test_sheet(printed, &decks.faces), printed, &decks.faces),
            Print::Sheets => Ok(Vec::new()),
            Print::Pdf => pdf_of(&printed.laid, printed, &decks.faces),
        }
        .map_err(|said| Box::new(Diagnostic::new(&NOT_PRINTED, said).in_file(&file)))
    };
    Some(Output::made(maker, make))
}

/// A PDF of `laid`.
fn pdf_of(laid: &Laid, printed: &Printed, faces: &Faces) -> Result<Vec<u8>, String> {
    let deck = &printed.deck;
    let about = About { title: &deck.title, language: &deck.language, is_rtl: deck.is_rtl };
    pdf::pdf(laid, faces, about)
}

/// Adds what is printed of prompts that readers choose, for every language.
pub fn chosen(outputs: &mut Vec<(OutputPath, Output)>, site: &Arc<Site>, words: &Arc<Words>) {
    for language in &site.settings.languages {
        if Query::default().select(site, language).is_empty() {
            continue;
        }
        let (read, own) = (Arc::clone(site), language.clone());
        let sorted: Sorted = Arc::new(LazyLock::new(Box::new(move || cards::chosen::sorted(&read, &own))));
        for at in 0..shards(site) {
            let name = format!("print/{at}");
            let path = format!("search/{}/{name}.js", language.code());
            let Some(path) = Route::file(Place::File(path), site.main_language()).output_path() else { continue };
            let (site, words, sorted) = (Arc::clone(site), Arc::clone(words), Arc::clone(&sorted));
            let make = move || {
                let speaker = Speaker { site: &site, words: &words };
                let cards = cards::chosen::cards(&site, &speaker, &sorted[at]);
                Ok(script(&name, None, &cards.to_string()))
            };
            outputs.push((path, Output::made("the cards of chosen prompts", make)));
        }
    }
}

/// Prompts by the files that hold what is printed of them, sorted when the first of these is asked for.
type Sorted = Arc<LazyLock<Vec<Vec<EntryIndex>>, Box<dyn FnOnce() -> Vec<Vec<EntryIndex>> + Send>>>;

/// What is printed of a deck that the command line asks for; `None` where its stock is not known, and where the theme's
/// templates have mistakes.
pub fn deck(assembled: &Assembled, wanted: &Wanted<'_>) -> Option<(Deck, Vec<Origin>)> {
    let words = &assembled.engine.as_ref()?.words;
    cards::deck(&assembled.site, &Speaker { site: &assembled.site, words }, wanted)
}

/// The sheets of such a deck.
pub fn laid(assembled: &Assembled, (deck, origins): (Deck, Vec<Origin>)) -> Printed {
    let laid = deck.lay(&assembled.decks.faces, &assembled.site.settings.stocks);
    Printed { deck: Arc::new(deck), laid: Arc::new(laid), origins }
}

/// The PDF of such a deck, or of its test sheet.
///
/// # Errors
/// Why the library could not write one.
pub fn written(assembled: &Assembled, printed: &Printed, is_test: bool) -> Result<Vec<u8>, String> {
    let faces = &assembled.decks.faces;
    match is_test {
        true => pdf_of(&cards::test_sheet(printed, faces), printed, faces),
        false => pdf_of(&printed.laid, printed, faces),
    }
}

/// A word of the theme; its key where the theme's templates have mistakes.
pub fn word(assembled: &Assembled, language: &Language, key: &str) -> String {
    let said = |engine: &Arc<Engine>| engine.words.of(language).text(key).to_owned();
    assembled.engine.as_ref().map_or_else(|| key.to_owned(), said)
}

/// What the pages of decks show of their sheets.
pub struct Shown {
    site: Arc<Site>,
    decks: Arc<Decks>,
    /// The decks that each prompt is on.
    with: BTreeMap<EntryIndex, Vec<EntryIndex>>,
}

impl Shown {
    /// What they show of `decks`.
    pub fn new(site: &Arc<Site>, decks: &Arc<Decks>) -> Arc<Self> {
        let mut with: BTreeMap<EntryIndex, Vec<EntryIndex>> = BTreeMap::new();
        for (deck, printed) in &decks.printed {
            let on_it = printed.origins.iter().flat_map(|origin| origin.entry.iter().chain(&origin.others));
            for prompt in on_it.copied() {
                let entry = site.entry(prompt);
                let lacks = |language: &Language| {
                    printed.origins.iter().any(|origin| origin.lacks.iter().any(|code| code == language.code()))
                };
                let others = site.translations_of(entry).iter().copied();
                let spoken = others.filter(|other| {
                    let language = &site.entry(*other).language;
                    *other != prompt && printed.speaks(language.code()) && !lacks(language)
                });
                spoken.chain([prompt]).for_each(|prompt| with.entry(prompt).or_default().push(*deck));
            }
        }
        Arc::new(Self { site: Arc::clone(site), decks: Arc::clone(decks), with })
    }
}

impl Prints for Shown {
    fn with(&self, at: EntryIndex) -> Vec<EntryIndex> {
        self.with.get(&at).cloned().unwrap_or_default()
    }

    fn facts(&self, at: EntryIndex) -> Option<Facts> {
        let printed = self.decks.printed.get(&at)?;
        let first = printed.laid.sides.first()?;
        Some(Facts {
            cards: printed.deck.cards.len(),
            sheets: printed.laid.sheets,
            sides: printed.laid.sides.len(),
            width: whole(first.size.x),
            height: whole(first.size.y),
        })
    }

    fn sheets(&self, at: EntryIndex) -> Option<Sheets> {
        let printed = self.decks.printed.get(&at)?;
        let sides = printed.laid.sides.iter().enumerate();
        let sides = sides.map(|(number, side)| (side.name.clone(), picture(&self.site, at, number))).collect();
        Some(Sheets { sides, stock: printed.deck.stock.clone() })
    }
}

/// A length in whole millimetres.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sheet is at most half a metre")]
fn whole(length: f64) -> u32 {
    length.round() as u32
}

/// Where the picture of the side `number` of a deck's sheets lies.
fn picture(site: &Site, at: EntryIndex, number: usize) -> Option<OutputPath> {
    let (_, page) = prints(site, site.entry(at)).into_iter().find(|(print, _)| *print == Print::Sheets)?;
    page.beside(&format!("{}.svg", number + 1), site.main_language()).output_path()
}

/// Adds the pictures of all sheets of all decks.
pub fn pictures(outputs: &mut Vec<(OutputPath, Output)>, site: &Site, decks: &Arc<Decks>) {
    for (at, printed) in &decks.printed {
        for number in 0..printed.laid.sides.len() {
            let Some(path) = picture(site, *at, number) else { continue };
            let (decks, laid) = (Arc::clone(decks), Arc::clone(&printed.laid));
            let make = move || Ok(svg::picture(&laid.sides[number], &decks.faces).into_bytes());
            outputs.push((path, Output::made(site.entry(*at).document.shown(), make)));
        }
    }
}

/// The words of a theme, as cards say them.
struct Speaker<'a> {
    site: &'a Site,
    words: &'a Words,
}

impl Speak for Speaker<'_> {
    fn say(&self, language: &Language, key: &str, filled: &[(&str, &str)]) -> String {
        let words = self.words.of(language);
        if filled.is_empty() {
            return words.text(key).to_owned();
        }
        let filled: Vec<(&str, Filling<'_>)> = filled.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
        words.with(key, &filled)
    }

    fn number(&self, language: &Language, number: usize) -> String {
        self.words.of(language).number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    fn day(&self, language: &Language, day: Day) -> String {
        self.words.of(language).day(day)
    }

    fn grades(&self, language: &Language, entry: &Entry) -> String {
        Named { site: self.site, language, words: self.words.of(language) }.grades(entry)
    }

    fn theme(&self, language: &Language, at: usize) -> String {
        let terms = self.site.vocabularies[&VocabularyName::Themes].terms();
        let named = Named { site: self.site, language, words: self.words.of(language) };
        terms.get(at).map(|term| named.term(VocabularyName::Themes, term).0.to_owned()).unwrap_or_default()
    }
}
