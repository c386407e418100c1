//! Sheets of a policy's own data: its hours, what it asks for, its channels.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, bold, headline, text};
use crate::model::collections::policy::{Channel, ConductLevel, Policy};
use crate::model::entry::Entry;
use crate::print::block::{Block, Card, Face};
use crate::print::icon::Icon;
use crate::print::text::Text;

type Version<'a> = (&'a Entry, &'a Policy);

/// A poster of the hours in which staff answer.
pub fn hours(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    sheets(sheet, "hours_title", &|sheet, (entry, policy)| {
        let Some(hours) = &policy.hours else { return Vec::new() };
        let language = &entry.language;
        let lines =
            [("school_days", &hours.weekday), ("weekends", &hours.weekend), ("emergencies", &hours.emergencies)];
        let said = lines.into_iter().filter_map(|(key, words)| Some((key, words.as_ref()?)));
        said.flat_map(|(key, words)| [bold(sheet.say(language, key)), Block::body(text(language, words.clone()))])
            .collect()
    })
}

/// A sheet of what to do and what not, by how it is judged.
pub fn conduct(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    const LEVELS: [(ConductLevel, Icon); 4] = [
        (ConductLevel::GoodPractice, Icon::Tick),
        (ConductLevel::Caution, Icon::Triangle),
        (ConductLevel::WithPermission, Icon::Lock),
        (ConductLevel::Never, Icon::Cross),
    ];
    sheets(sheet, "conduct_title", &|sheet, (entry, policy)| {
        let language = &entry.language;
        let level = |(level, icon): (ConductLevel, Icon)| {
            let rules = policy.conduct.iter().filter(move |rule| rule.level == level);
            let items: Vec<Block> =
                rules.map(|rule| Block::Item { text: text(language, rule.text.clone()), icon }).collect();
            let head = (!items.is_empty()).then(|| bold(sheet.say(language, level_key(level))));
            head.into_iter().chain(items).collect::<Vec<_>>()
        };
        LEVELS.into_iter().flat_map(level).collect()
    })
}

/// A sheet of the channels that may be used.
pub fn channels(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    sheets(sheet, "channels_title", &|sheet, (entry, policy)| {
        let language = &entry.language;
        let shares = [
            ("channel", 2.6),
            ("two_way", 1.3),
            ("on_record", 1.5),
            ("family_included", 1.6),
            ("hours", 2.2),
            ("approval", 2.2),
        ];
        let columns = shares.map(|(key, share)| (sheet.say(language, key), share)).to_vec();
        let whether = |answer: Option<bool>| match answer {
            Some(true) => sheet.say(language, "yes"),
            Some(false) => sheet.say(language, "no"),
            None => text(language, "–"),
        };
        let words = |words: &Option<String>| text(language, words.clone().unwrap_or_else(|| "–".to_owned()));
        let row = |channel: &Channel| -> Vec<Text> {
            vec![
                text(language, channel.name.clone()),
                whether(channel.two_way),
                whether(channel.logged),
                whether(channel.family_included),
                words(&channel.hours),
                words(&channel.approval),
            ]
        };
        let rows: Vec<Vec<Text>> = policy.channels.iter().map(row).collect();
        if rows.is_empty() { Vec::new() } else { vec![Block::Table { columns, rows, is_blank: false }] }
    })
}

/// What a level of conduct is called among the words.
pub fn level_key(level: ConductLevel) -> &'static str {
    match level {
        ConductLevel::Never => "level_never",
        ConductLevel::WithPermission => "level_with-permission",
        ConductLevel::Caution => "level_caution",
        ConductLevel::GoodPractice => "level_good-practice",
    }
}

/// A sheet for each policy that has something to say, one language below the other.
fn sheets(
    sheet: &Sheet<'_>,
    title: &str,
    body_of: &dyn Fn(&Sheet<'_>, Version<'_>) -> Vec<Block>,
) -> Vec<(Card, Origin)> {
    let policies = sheet.policies().filter_map(|(versions, origin)| {
        let (mut body, mut foot) = (Vec::new(), Vec::new());
        for version in &versions {
            let said = body_of(sheet, *version);
            if said.is_empty() {
                continue;
            }
            let further = usize::from(!body.is_empty());
            body.extend((further > 0).then_some(Block::Rule));
            body.push(headline(sheet.say(&version.0.language, title), further));
            body.extend(said);
            foot.push(Block::small(sheet.policy_line(version.0, version.1)));
        }
        let name = versions[0].0.common.title.clone();
        let front = Face { head: Vec::new(), body, foot };
        (!front.body.is_empty()).then_some((Card { name, front, back: None }, origin))
    });
    policies.collect()
}
