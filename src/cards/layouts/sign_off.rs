//! A policy's sheet to sign, with its version and its dates.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, headline, text};
use crate::day::Day;
use crate::model::language::Language;
use crate::print::block::{Block, Card, Face};

/// A sheet for each policy that has something to sign.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let sheets = sheet.policies().filter_map(|(versions, origin)| {
        let mut body = Vec::new();
        for (entry, policy) in &versions {
            let Some(signed) = &policy.acknowledgement else { continue };
            let language = &entry.language;
            let at = usize::from(!body.is_empty());
            body.extend((at > 0).then_some(Block::Rule));
            body.push(headline(text(language, entry.common.title.clone()), at));
            let dates = [
                policy.number.as_ref().map(|number| sheet.speak.say(language, "policy_number", &[("number", number)])),
                Some(format!("{} {}", sheet.speak.say(language, "version", &[]), policy.version)),
                Some(dated(sheet, language, "in_effect", policy.effective)),
                policy.next_review().map(|day| dated(sheet, language, "next_review", day)),
            ];
            body.push(Block::small(text(language, dates.into_iter().flatten().collect::<Vec<_>>().join(" · "))));
            body.push(Block::body(text(language, signed.statement.clone())));
            let fields = ["sign_name", "sign_role", "sign_signature", "sign_date"];
            body.extend(fields.map(|key| Block::Field(sheet.say(language, key))));
            if let Some(where_to) = &signed.return_to {
                let said = format!("{} {where_to}", sheet.speak.say(language, "return_to", &[]));
                body.push(Block::body(text(language, said)));
            }
        }
        let name = versions[0].0.common.title.clone();
        let front = Face { head: Vec::new(), body, foot: Vec::new() };
        (!front.body.is_empty()).then_some((Card { name, front, back: None }, origin))
    });
    sheets.collect()
}

fn dated(sheet: &Sheet<'_>, language: &Language, key: &str, day: Day) -> String {
    format!("{}: {}", sheet.speak.say(language, key, &[]), sheet.speak.day(language, day))
}
