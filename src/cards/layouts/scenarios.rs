//! Scenario cards: the case on the front; what to do, why, and the policy's part on the back.

use crate::cards::Origin;
use crate::cards::layouts::policy::level_key;
use crate::cards::layouts::{Sheet, bold, label, text};
use crate::model::collections::policy::{ConductLevel, Scenario};
use crate::model::language::Language;
use crate::print::block::{Block, Card, Face};
use crate::print::icon::Icon;

/// A card for each scenario of each policy.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let policies: Vec<_> = sheet.policies().collect();
    let count = policies.iter().map(|(versions, _)| versions[0].1.scenarios.len()).sum();
    let mut cards = Vec::new();
    for (versions, origin) in &policies {
        let (entry, policy) = versions[0];
        let part = sheet.say(&entry.language, "part_scenarios");
        for scenario in &policy.scenarios {
            let found = versions.iter().filter_map(|(entry, policy)| {
                let same = policy.scenarios.iter().find(|one| one.id == scenario.id)?;
                Some((&entry.language, same))
            });
            let same: Vec<(&Language, &Scenario)> = found.collect();
            let asked = same.iter().enumerate().flat_map(|(at, (language, case))| front(language, case, at));
            let front = Face { head: vec![sheet.foot(cards.len(), count)], body: asked.collect(), foot: Vec::new() };
            let answered = same.iter().enumerate().flat_map(|(at, (language, case))| {
                let apart = (at > 0).then_some(Block::Rule);
                apart.into_iter().chain(back(sheet, language, case))
            });
            let foot = vec![label(sheet.policy_line(entry, policy), Some(part.clone()))];
            let back = Some(Face { head: Vec::new(), body: answered.collect(), foot });
            cards.push((Card { name: scenario.title.clone(), front, back }, origin.clone()));
        }
    }
    cards
}

fn front(language: &Language, case: &Scenario, at: usize) -> Vec<Block> {
    let apart = (at > 0).then_some(Block::Rule);
    let said = [
        Block::title(text(language, case.title.clone()), at),
        Block::body(text(language, case.situation.clone())),
        bold(text(language, case.question.clone())),
    ];
    apart.into_iter().chain(said).collect()
}

fn back(sheet: &Sheet<'_>, language: &Language, case: &Scenario) -> Vec<Block> {
    let level = case.level.map(|level| Block::Label {
        icon: Some(icon(level)),
        text: sheet.say(language, level_key(level)),
        end: None,
        is_again: false,
    });
    let said = [
        bold(sheet.say(language, "do_this")),
        Block::body(text(language, case.action.clone())),
        bold(sheet.say(language, "why_this")),
        Block::body(text(language, case.why.clone())),
    ];
    level.into_iter().chain(said).collect()
}

fn icon(level: ConductLevel) -> Icon {
    match level {
        ConductLevel::Never => Icon::Cross,
        ConductLevel::WithPermission => Icon::Lock,
        ConductLevel::Caution => Icon::Triangle,
        ConductLevel::GoodPractice => Icon::Tick,
    }
}
