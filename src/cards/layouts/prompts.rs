//! Prompt cards: the question as large as fits; on the back what to ask next, lines, the other language, or a code.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, label, text};
use crate::model::collections::deck::Back;
use crate::model::collections::prompt::{Disclosure, Prompt};
use crate::model::entry::Entry;
use crate::model::route::Edition;
use crate::model::vocabulary::VocabularyName;
use crate::print::block::{Block, Card, Face};
use crate::print::icon::Icon;

type Version<'a> = (&'a Entry, &'a Prompt);

/// A card for each prompt, with room for a hole or without.
pub fn cards(sheet: &Sheet<'_>, has_hole: bool) -> Vec<(Card, Origin)> {
    let all: Vec<_> = sheet.prompts().collect();
    let count = all.len();
    let of = |(at, (versions, origin)): (usize, (Vec<Version<'_>>, Origin))| {
        let back = back(sheet, &versions, at, count);
        let front = front(sheet, &versions, (at, count), has_hole, back.is_none());
        (Card { name: versions[0].0.common.title.clone(), front, back }, origin)
    };
    all.into_iter().enumerate().map(of).collect()
}

fn front(
    sheet: &Sheet<'_>,
    versions: &[Version<'_>],
    (at, count): (usize, usize),
    has_hole: bool,
    is_alone: bool,
) -> Face {
    let (entry, prompt) = versions[0];
    let language = &entry.language;
    let mut head = Vec::new();
    if has_hole {
        head.push(Block::Hole);
    }
    let theme = theme(sheet, entry);
    let depth = sheet.speak.say(language, &format!("depth_{}", prompt.depth.0), &[]);
    let grades = sheet.speak.grades(language, entry);
    let facts: Vec<String> = [grades, depth].into_iter().filter(|fact| !fact.is_empty()).collect();
    let facts = text(language, facts.join(" · "));
    head.push(match theme {
        Some(theme) => {
            #[expect(clippy::cast_possible_truncation, reason = "which of twelve shapes")]
            let icon = Icon::Theme((theme % 12) as u8);
            Block::Label {
                icon: Some(icon),
                text: text(language, sheet.speak.theme(language, theme)),
                end: Some(facts),
                is_again: false,
            }
        }
        None => label(facts, None),
    });
    let shown = if sheet.wanted.deck.back == Back::Translation && !is_alone { 1 } else { versions.len() };
    let titles = versions.iter().take(shown).enumerate();
    let body = titles.map(|(at, (entry, _))| Block::title(text(&entry.language, entry.common.title.clone()), at));
    let duty = is_alone.then(|| duty(sheet, versions)).flatten();
    let foot = duty.into_iter().chain([sheet.foot(at, count)]).collect();
    Face { head, body: body.collect(), foot }
}

/// The theme that heads a card: the one that the deck asks for, else the prompt's first.
fn theme(sheet: &Sheet<'_>, entry: &Entry) -> Option<usize> {
    let own = entry.terms.get(&VocabularyName::Themes)?;
    let asked = sheet.wanted.deck.from.as_ref().map(|query| query.themes.as_slice()).unwrap_or_default();
    let vocabulary = &sheet.site.vocabularies[&VocabularyName::Themes];
    let wanted: Vec<usize> = asked.iter().filter_map(|word| vocabulary.positions(word)).flatten().collect();
    own.iter().find(|term| wanted.contains(term)).or_else(|| own.first()).copied()
}

fn back(sheet: &Sheet<'_>, versions: &[Version<'_>], at: usize, count: usize) -> Option<Face> {
    let body = match sheet.wanted.deck.back {
        Back::None => return None,
        Back::Lines => vec![Block::Lines(3)],
        Back::Translation if versions.len() < 2 => return None,
        Back::Translation => {
            let others = versions.iter().skip(1).enumerate();
            others.map(|(at, (entry, _))| Block::title(text(&entry.language, entry.common.title.clone()), at)).collect()
        }
        Back::FollowUps => follow_ups(sheet, versions),
        Back::Code => code(sheet, versions).unwrap_or_else(|| follow_ups(sheet, versions)),
    };
    let foot = duty(sheet, versions).into_iter().chain([sheet.foot_again(at, count)]).collect();
    Some(Face { head: Vec::new(), body, foot })
}

fn follow_ups(sheet: &Sheet<'_>, versions: &[Version<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (entry, prompt) in versions {
        let language = &entry.language;
        if prompt.follow_ups.is_empty() {
            continue;
        }
        blocks.push(Block::heading(sheet.say(language, "follow_ups")));
        let item = |words: &String| Block::Item { text: text(language, words.clone()), icon: Icon::Dot };
        blocks.extend(prompt.follow_ups.iter().map(item));
    }
    // A back with nothing to say has room to write.
    if blocks.is_empty() { vec![Block::Lines(2)] } else { blocks }
}

/// The code that leads to the prompt; `None` where the site has no full address.
fn code(sheet: &Sheet<'_>, versions: &[Version<'_>]) -> Option<Vec<Block>> {
    let entry = versions[0].0;
    let base = sheet.site.settings.config.base_url.as_ref()?;
    let address = format!("{}{}", base.as_str(), entry.route().address(Edition::Web));
    let shown =
        percent_encoding::percent_decode_str(&address).decode_utf8().map_or_else(|_| address.clone(), Into::into);
    Some(vec![Block::Code { address, shown, text: sheet.say(&entry.language, "card_code") }])
}

/// What a prompt asks of who hears the answer, where it often tells what must be reported.
fn duty(sheet: &Sheet<'_>, versions: &[Version<'_>]) -> Option<Block> {
    let (entry, prompt) = versions[0];
    let is_high = prompt.disclosure == Disclosure::High;
    is_high.then(|| Block::small(sheet.say(&entry.language, "card_duty")))
}
