//! Check-in strips: a scale to point at, an answer for nobody but the teacher, and a way to pass.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, text};
use crate::model::collections::prompt::Prompt;
use crate::model::entry::Entry;
use crate::model::language::Language;
use crate::print::block::{Block, Card, Choice, Face};
use crate::print::icon::Icon;

/// The answers of a scale that names none.
const MOODS: [(&str, Icon); 4] =
    [("mood_sun", Icon::Sun), ("mood_cloud", Icon::Cloud), ("mood_rain", Icon::Rain), ("mood_storm", Icon::Storm)];

/// A strip for each prompt; one that asks how things are, where the deck names none.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let strips: Vec<_> = sheet
        .prompts()
        .map(|(versions, origin)| {
            let texts: Vec<_> = versions.iter().map(|(entry, prompt)| (*entry, Some(*prompt))).collect();
            (strip(sheet, &texts), versions[0].0.common.title.clone(), origin)
        })
        .collect();
    if strips.is_empty() {
        let languages = sheet.languages();
        let titles =
            languages.iter().enumerate().map(|(at, language)| Block::title(sheet.say(language, "mood_title"), at));
        let front = face(sheet, titles.collect(), &languages, &[]);
        return sheet.single(front);
    }
    strips.into_iter().map(|(front, name, origin)| (Card { name, front, back: None }, origin)).collect()
}

fn strip(sheet: &Sheet<'_>, versions: &[(&Entry, Option<&Prompt>)]) -> Face {
    let languages: Vec<&Language> = versions.iter().map(|(entry, _)| &entry.language).collect();
    let prompts: Vec<&Prompt> = versions.iter().filter_map(|(_, prompt)| *prompt).collect();
    let titles = versions.iter().enumerate();
    let titles = titles.map(|(at, (entry, _))| Block::title(text(&entry.language, entry.common.title.clone()), at));
    face(sheet, titles.collect(), &languages, &prompts)
}

fn face(sheet: &Sheet<'_>, titles: Vec<Block>, languages: &[&Language], prompts: &[&Prompt]) -> Face {
    let mut items = choices(sheet, languages, prompts);
    let private = languages.iter().map(|language| sheet.say(language, "mood_private")).collect();
    items.push(Choice { icon: Some(Icon::Blank), texts: private });
    let mut body = titles;
    body.push(Block::Choices { items, columns: None });
    let alone = |language: &&Language| Block::Item { text: sheet.say(language, "mood_alone"), icon: Icon::Box };
    body.extend(languages.iter().map(alone));
    let pass =
        languages.iter().enumerate().map(|(at, language)| Block::small(sheet.pass(language, prompts.get(at).copied())));
    Face { head: Vec::new(), body, foot: pass.collect() }
}

/// The answers of the prompt, each with its words in all languages.
fn choices(sheet: &Sheet<'_>, languages: &[&Language], prompts: &[&Prompt]) -> Vec<Choice> {
    let own = prompts.first().map_or(0, |prompt| prompt.choices.len());
    if own == 0 {
        let mood = |(key, icon): (&str, Icon)| Choice {
            icon: Some(icon),
            texts: languages.iter().map(|language| sheet.say(language, key)).collect(),
        };
        return MOODS.into_iter().map(mood).collect();
    }
    let choice = |at: usize| {
        let word = |(language, prompt): (&&Language, &&Prompt)| Some(text(language, prompt.choices.get(at)?.clone()));
        let mut texts: Vec<_> = languages.iter().zip(prompts).filter_map(word).collect();
        // A number is the same in two languages.
        texts.dedup_by(|a, b| a.words == b.words);
        let english = prompts.iter().find_map(|prompt| drawn(prompt.choices.get(at)?));
        Choice { icon: english, texts }
    };
    (0..own).map(choice).collect()
}

/// The drawing of an answer that is a kind of weather.
fn drawn(word: &str) -> Option<Icon> {
    match word.trim().to_lowercase().as_str() {
        "sun" | "sunny" => Some(Icon::Sun),
        "cloud" | "cloudy" | "clouds" => Some(Icon::Cloud),
        "rain" | "rainy" => Some(Icon::Rain),
        "storm" | "stormy" => Some(Icon::Storm),
        _ => None,
    }
}
