//! What is wrong with what decks print: text that does not go in, characters without a face, languages that lack.

use crate::cards::{Decks, Printed};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Detail;
use crate::model::collections::deck::Deck;
use crate::model::entry::Entry;
use crate::model::site::Site;
use crate::parse::typed::Step;
use crate::parse::value::shortened;
use crate::print::deck::{Problem, Trouble};
use crate::print::geometry::{Rect, Size};

crate::codes! {
    /// The text of a card does not fit on it, even at 9 points.
    ///
    /// Text on cards is as large as fits, and no smaller than 9 points (18 in large print). The finding names the
    /// prompt and the smallest stock for the same paper that would hold it. Choose that stock, shorten the prompt,
    /// or leave it out of the deck. Nothing is ever cut off.
    CARD_TOO_LONG = "card-too-long", Error, Fixed;
    /// A card has characters that no face has, such as those of another script, or pictograms.
    ///
    /// Cards are set in Atkinson Hyperlegible Next and Noto Sans Arabic. For another script, put a font file
    /// (`.ttf` or `.otf`) into `themes/NAME/faces/`. Where the level is lowered, the characters are left out.
    NO_FACE = "no-face", Error, Adjustable;
    /// Prompts of a deck have no version in one of its languages.
    ///
    /// Such a card shows the languages that there are. Translate the prompts, leave the language out of `languages:`,
    /// or, where it is meant so, write `allow: [untranslated-card]` into the deck.
    UNTRANSLATED_CARD = "untranslated-card", Warning, Adjustable;
    /// A deck asks for something that its policy does not have, so nothing is printed.
    EMPTY_SHEET = "empty-sheet", Warning, Adjustable;
    /// The offsets of `print:` in `site.yaml` push the cards of a deck off the sheet.
    OFF_SHEET = "off-sheet", Error, Fixed;
}

/// What is wrong with the decks of `site`.
pub fn findings(site: &Site, decks: &Decks) -> Vec<Diagnostic> {
    let of = |(at, printed): (&crate::model::entry::EntryIndex, &Printed)| {
        let entry = site.entry(*at);
        let Detail::Deck(deck) = &*entry.detail else { return Vec::new() };
        let mut findings: Vec<Diagnostic> =
            printed.laid.problems.iter().map(|problem| found(entry, printed, problem)).collect();
        findings.extend(lacking(site, entry, deck, printed));
        findings.extend(empty(entry, deck, printed));
        findings.extend(off_sheet(entry, printed));
        findings
    };
    decks.printed.iter().flat_map(of).collect()
}

fn at(entry: &Entry, key: &str, finding: Diagnostic) -> Diagnostic {
    let mut finding = finding;
    finding.at = Some(entry.place(&[Step::Key(key.to_owned())]));
    finding
}

fn found(entry: &Entry, printed: &Printed, problem: &Problem) -> Diagnostic {
    let name = shortened(printed.deck.cards.get(problem.card).map_or("", |card| card.name.as_str()));
    let stock = printed.deck.stock.name();
    let where_at = if problem.is_back { "back of the card" } else { "card" };
    match &problem.kind {
        Trouble::TooLong(larger) => {
            let size = if printed.deck.is_large { 18 } else { 9 };
            let message = format!("the {where_at} \"{name}\" does not fit on {stock}, even at {size} points");
            let help = match larger {
                Some(larger) => format!("write stock: \"{larger}\", which holds it, or make it shorter"),
                None => "make it shorter, or leave it out of the deck: no stock for this paper holds it".to_owned(),
            };
            at(entry, "stock", Diagnostic::new(&CARD_TOO_LONG, message)).help(help)
        }
        Trouble::NoFace(characters) => {
            let few: Vec<String> = characters.iter().take(8).map(|c| format!("{c} (U+{:04X})", *c as u32)).collect();
            let more = if characters.len() > 8 { format!(" and {} more", characters.len() - 8) } else { String::new() };
            let message =
                format!("the {where_at} \"{name}\" has characters that no face has: {}{more}", few.join(", "));
            let key = if entry.has_own("cards") { "cards" } else { "from" };
            at(entry, key, Diagnostic::new(&NO_FACE, message))
                .help("put a font that has them into the folder faces/ of your theme, or take them out of the text")
        }
    }
}

fn lacking(site: &Site, entry: &Entry, deck: &Deck, printed: &Printed) -> Vec<Diagnostic> {
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
        let mut finding = Diagnostic::new(&UNTRANSLATED_CARD, message);
        finding.at = Some(entry.place(&[Step::Key("languages".to_owned()), Step::Item(position)]));
        findings.push(finding.help(format!(
            "translate them, take \"{code}\" out of `languages:`, or write `allow: [untranslated-card]` where it is meant so"
        )));
    }
    findings
}

/// A deck of a policy's data that its policy has not got.
fn empty(entry: &Entry, deck: &Deck, printed: &Printed) -> Option<Diagnostic> {
    let is_empty = printed.deck.cards.is_empty() && deck.layout.needs_policy() && !deck.policy.is_empty();
    is_empty.then(|| {
        let message =
            format!("the policy has nothing for the layout \"{}\", so no sheet is printed", deck.layout.word());
        at(entry, "policy", Diagnostic::new(&EMPTY_SHEET, message))
            .help("name a policy that has it, or add it there: `homeroom explain policy` lists the fields")
    })
}

fn off_sheet(entry: &Entry, printed: &Printed) -> Option<Diagnostic> {
    let (stock, setup) = (&printed.deck.stock, &printed.deck.setup);
    let is_still = |size: Size| size.x == 0.0 && size.y == 0.0;
    if is_still(setup.offset) && is_still(setup.back_offset) {
        return None;
    }
    let spots = setup.spots(stock, stock.places());
    // What lies at the very edge of plain paper is moved off it by any offset; its rim is blank.
    let rim = if stock.is_cut { setup.rim(stock) } else { Size::default() };
    let inner = |rect: Rect| rect.within(rim);
    let is_off = |rect: Rect| !inner(rect).lies_on(stock.sheet);
    let off = spots.iter().any(|spot| is_off(spot.front) || spot.back.is_some_and(is_off));
    off.then(|| {
        let message = format!("the offset in site.yaml pushes cards off the sheet of {}", stock.name());
        at(entry, "stock", Diagnostic::new(&OFF_SHEET, message))
            .help("write a smaller `offset:` below `print:` in site.yaml: millimeters to the right, and down")
    })
}
