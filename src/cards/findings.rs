//! What is wrong with what decks print: text that does not go in, characters without a face, languages that lack.

use std::collections::BTreeMap;

use crate::cards::{Decks, MOST_COPIES, Printed};
use crate::diagnostic::{Diagnostic, Location};
use crate::model::claim::{Claim, Claimed, Print, prints};
use crate::model::collections::Detail;
use crate::model::collections::deck::Deck;
use crate::model::entry::EntryIndex;
use crate::model::site::Site;
use crate::parse::typed::Step;
use crate::parse::value::shortened;
use crate::print::deck::{MOST_SHEETS, Problem, Trouble};
use crate::print::geometry::{Rect, Size};
use crate::print::impose::Setup;

crate::codes! {
    /// The text of a card does not fit on it, even at 9 points.
    ///
    /// Text on cards is as large as fits, and no smaller than 9 points (18 in large print). The finding names the
    /// prompt and the smallest stock for the same paper that would hold it. Choose that stock, shorten the prompt,
    /// or leave it out of the deck. Nothing is ever cut off.
    CARD_TOO_LONG = "card-too-long", Error, Fixed;
    /// A card has characters that no face has, such as those of another script, or pictograms.
    ///
    /// Cards are set in Atkinson Hyperlegible Next and Vazirmatn. For another script, put a font file
    /// (`.ttf` or `.otf`) into `themes/NAME/faces/`. Where the level is lowered, the characters are left out.
    NO_FACE = "no-face", Error, Adjustable;
    /// A card has no words to see: its title is empty once all is left out that cannot be printed.
    BLANK_CARD = "blank-card", Error, Fixed;
    /// A file of the site stands where the sheets of a deck are published.
    TAKEN_SHEET = "taken-sheet", Error, Fixed;
    /// Prompts of a deck have no version in one of its languages.
    ///
    /// Such a card shows the languages that there are. Translate the prompts, leave the language out of `languages:`,
    /// or, where it is meant so, write `allow: [untranslated-card]` into the deck.
    UNTRANSLATED_CARD = "untranslated-card", Warning, Adjustable;
    /// A deck asks for something that its policy does not have, so nothing is printed.
    EMPTY_SHEET = "empty-sheet", Warning, Adjustable;
    /// A deck asks for more copies than are printed at once, for none, or leaves a whole sheet free.
    ///
    /// `copies` is how many of each card, up to 500; `skip` is how many places of the first sheet are used up, fewer
    /// than a sheet has; a deck takes up to 500 sheets.
    CARD_COUNT = "card-count", Error, Fixed;
    /// The offsets of `print:` in `site.yaml` push the cards of a deck off the sheet.
    OFF_SHEET = "off-sheet", Error, Fixed;
}

/// Where the value stands to which a path of a deck's fields leads; `None` where no file asks for the deck.
type Places<'a> = &'a dyn Fn(&[Step]) -> Option<Location>;

/// What is wrong with the decks of `site`.
pub fn findings(site: &Site, decks: &Decks) -> Vec<Diagnostic> {
    let of = |(at, printed): (&EntryIndex, &Printed)| {
        let entry = site.entry(*at);
        let Detail::Deck(deck) = &*entry.detail else { return Vec::new() };
        let prompts = if entry.has_own("cards") { "cards" } else { "from" };
        of_deck(site, deck, printed, prompts, &|path| Some(entry.place(path)))
    };
    let mut findings: Vec<Diagnostic> = decks.printed.iter().flat_map(of).collect();
    findings.extend(taken(site, decks));
    findings
}

/// Files of the site where the pictures of sheets are published.
fn taken(site: &Site, decks: &Decks) -> Vec<Diagnostic> {
    let folders: BTreeMap<String, EntryIndex> = decks
        .printed
        .keys()
        .filter_map(|at| {
            let (_, page) = prints(site, site.entry(*at)).into_iter().find(|(print, _)| *print == Print::Sheets)?;
            let path = page.output_path()?;
            Some((path.as_str().strip_suffix("index.html")?.to_owned(), *at))
        })
        .collect();
    if folders.is_empty() {
        return Vec::new();
    }
    let within = |claimed: &Claimed| {
        let Claim::Asset(asset) = &claimed.claim else { return None };
        let path = claimed.spot.path.as_ref()?.as_str();
        let folder = &path[..path.rfind('/')? + 1];
        let deck = site.entry(*folders.get(folder)?);
        let message = format!("this file stands where the sheets of {} are published", deck.document.shown());
        let finding = Diagnostic::new(&TAKEN_SHEET, message).in_file(asset);
        Some(finding.label(deck.document.file(), None, "the deck").help("put the file into another folder"))
    };
    site.claims().iter().filter_map(within).collect()
}

/// What is wrong with what is `printed` of `deck`, whose prompts come from the field `prompts`.
pub fn of_deck(site: &Site, deck: &Deck, printed: &Printed, prompts: &str, places: Places<'_>) -> Vec<Diagnostic> {
    let key = |key: &str| places(&[Step::Key(key.to_owned())]);
    let mut findings: Vec<Diagnostic> = too_long(printed, key("stock")).into_iter().collect();
    for problem in &printed.laid.problems {
        findings.extend(no_face(printed, problem, key(prompts)));
        findings.extend(blank(printed, problem, key(prompts)));
    }
    findings.extend(lacking(site, deck, printed, places));
    findings.extend(empty(deck, printed, key("policy")));
    findings.extend(counts(deck, printed, &key));
    findings.extend(off_sheet(printed, key("stock")));
    findings
}

fn at(place: Option<Location>, mut finding: Diagnostic) -> Diagnostic {
    finding.at = place;
    finding
}

/// The cards that do not go in: one of them is told by itself, several together with the stock that holds them all.
fn too_long(printed: &Printed, place: Option<Location>) -> Option<Diagnostic> {
    let long = printed.laid.problems.iter().filter(|problem| problem.kind == Trouble::TooLong);
    let long: Vec<&Problem> = long.collect();
    let first = long.first()?;
    let stock = printed.deck.stock.name();
    let size = if printed.deck.is_large { 18 } else { 9 };
    let where_at = if first.is_back { "back of the card" } else { "card" };
    let one = format!("the {where_at} \"{}\"", name_of(printed, first));
    let message = match long.len() {
        1 => format!("{one} does not fit on {stock}, even at {size} points"),
        many => format!("{one} and {} more do not fit on {stock}, even at {size} points", many - 1),
    };
    let them = if long.len() == 1 { "it" } else { "them" };
    let help = match &printed.laid.larger {
        Some(larger) if place.is_some() => {
            format!("write stock: \"{larger}\", which holds all cards, or make {them} shorter")
        }
        Some(larger) => format!("say --stock {larger}, which holds all cards"),
        None => format!("make {them} shorter, or leave {them} out of the deck: no stock for this paper holds {them}"),
    };
    Some(at(place, Diagnostic::new(&CARD_TOO_LONG, message)).help(help))
}

fn blank(printed: &Printed, problem: &Problem, place: Option<Location>) -> Option<Diagnostic> {
    let is_blank = problem.kind == Trouble::Blank;
    is_blank.then(|| {
        let message = format!("the card \"{}\" has no words to see", name_of(printed, problem));
        let help = "write a title with words, or leave the prompt out of the deck";
        at(place, Diagnostic::new(&BLANK_CARD, message)).help(help)
    })
}

fn no_face(printed: &Printed, problem: &Problem, place: Option<Location>) -> Option<Diagnostic> {
    let Trouble::NoFace(characters) = &problem.kind else { return None };
    let few: Vec<String> = characters.iter().take(8).map(|c| format!("{c} (U+{:04X})", *c as u32)).collect();
    let more = if characters.len() > 8 { format!(" and {} more", characters.len() - 8) } else { String::new() };
    let where_at = if problem.is_back { "back of the card" } else { "card" };
    let name = name_of(printed, problem);
    let message = format!("the {where_at} \"{name}\" has characters that no face has: {}{more}", few.join(", "));
    let help = "put a font that has them into the folder faces/ of your theme, or take them out of the text";
    Some(at(place, Diagnostic::new(&NO_FACE, message)).help(help))
}

fn name_of(printed: &Printed, problem: &Problem) -> String {
    shortened(printed.deck.cards.get(problem.card).map_or("", |card| card.name.as_str()))
}

fn lacking(site: &Site, deck: &Deck, printed: &Printed, places: Places<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (position, code) in deck.languages.iter().enumerate() {
        let lacks = printed.origins.iter().filter(|origin| origin.lacks.contains(code));
        let mut names: Vec<&str> =
            lacks.filter_map(|origin| Some(site.entry(origin.entry?).common.title.as_str())).collect();
        names.dedup();
        if names.is_empty() {
            continue;
        }
        let shown: Vec<String> = names.iter().take(5).map(|name| format!("\"{name}\"")).collect();
        let more = if names.len() > 5 { format!(" and {} more", names.len() - 5) } else { String::new() };
        let message = format!("these have no version in \"{code}\": {}{more}", shown.join(", "));
        let place = places(&[Step::Key("languages".to_owned()), Step::Item(position)]);
        findings.push(at(place, Diagnostic::new(&UNTRANSLATED_CARD, message)).help(format!(
            "translate them, take \"{code}\" out of `languages:`, or write `allow: [untranslated-card]` where it is meant so"
        )));
    }
    findings
}

/// A deck of a policy's data that its policy has not got.
fn empty(deck: &Deck, printed: &Printed, place: Option<Location>) -> Option<Diagnostic> {
    let is_empty = printed.deck.cards.is_empty() && deck.layout.needs_policy() && !deck.policy.is_empty();
    is_empty.then(|| {
        let message =
            format!("the policy has nothing for the layout \"{}\", so no sheet is printed", deck.layout.word());
        at(place, Diagnostic::new(&EMPTY_SHEET, message))
            .help("name a policy that has it, or add it there: `homeroom explain policy` lists the fields")
    })
}

/// Copies and used-up places that cannot be.
fn counts(deck: &Deck, printed: &Printed, key: &dyn Fn(&str) -> Option<Location>) -> Vec<Diagnostic> {
    let (stock, places) = (printed.deck.stock.name(), printed.deck.stock.places());
    let copies = deck.copies.filter(|copies| !(1..=MOST_COPIES).contains(copies)).map(|copies| {
        let message = format!("{copies} copies of each card cannot be printed at once");
        let help = format!("write a number from 1 to {MOST_COPIES}, or print the deck several times");
        at(key("copies"), Diagnostic::new(&CARD_COUNT, message)).help(help)
    });
    let skip = (usize::from(deck.skip) >= places).then(|| {
        let message = format!("{} places are to be left free, and a sheet of {stock} has {places}", deck.skip);
        let help = "write fewer, or leave `skip` out and take a new sheet";
        at(key("skip"), Diagnostic::new(&CARD_COUNT, message)).help(help)
    });
    let sheets = printed.laid.is_cut.then(|| {
        let message = format!("this deck takes more than {MOST_SHEETS} sheets of {stock}");
        let help = "make several decks of it, or print fewer copies at once";
        let place = if deck.copies.is_some() { "copies" } else { "stock" };
        at(key(place), Diagnostic::new(&CARD_COUNT, message)).help(help)
    });
    copies.into_iter().chain(skip).chain(sheets).collect()
}

fn off_sheet(printed: &Printed, place: Option<Location>) -> Option<Diagnostic> {
    let (stock, setup) = (&printed.deck.stock, &printed.deck.setup);
    let is_still = |size: Size| size.x == 0.0 && size.y == 0.0;
    if is_still(setup.offset) && is_still(setup.back_offset) {
        return None;
    }
    let spots = setup.spots(stock, stock.places());
    // What lies at the very edge of the sheet is moved off it by any offset; its rim is blank.
    let still = Setup { offset: Size::default(), back_offset: Size::default(), ..*setup };
    let wider = |rect: Rect| rect.within(Size { x: -1.0, y: -1.0 });
    let is_flush = still.spots(stock, stock.places()).iter().any(|spot| !wider(spot.front).lies_on(stock.sheet));
    let rim = if is_flush { setup.rim(stock) } else { Size::default() };
    let inner = |rect: Rect| rect.within(rim);
    let is_off = |rect: Rect| !inner(rect).lies_on(stock.sheet);
    let off = spots.iter().any(|spot| is_off(spot.front) || spot.back.is_some_and(is_off));
    off.then(|| {
        let message = format!("the offset pushes cards off the sheet of {}", stock.name());
        at(place.clone(), Diagnostic::new(&OFF_SHEET, message))
            .help("write a smaller `offset` or `back_offset` below `print:` in site.yaml, or after --offset: millimeters to the right, and down")
    })
}
