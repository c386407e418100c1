//! Exit tickets: one line at the head, one to three prompts, and lines to write on.

use crate::cards::Origin;
use crate::cards::layouts::{Sheet, bold, label, text};
use crate::model::collections::prompt::Prompt;
use crate::model::entry::Entry;
use crate::print::block::{Block, Card, Face};

/// How many prompts are on one ticket.
const MOST: usize = 3;

/// A ticket for each three prompts; one that asks what stays, where the deck names none.
pub fn cards(sheet: &Sheet<'_>) -> Vec<(Card, Origin)> {
    let language = sheet.wanted.language;
    let head = vec![label(sheet.say(language, "ticket_title"), Some(sheet.say(language, "ticket_day"))), Block::Rule];
    let foot = vec![Block::small(sheet.pass(language, None))];
    let prompts: Vec<_> = sheet.prompts().collect();
    if prompts.is_empty() {
        let asked = sheet.languages().into_iter().map(|language| bold(sheet.say(language, "ticket_open")));
        let body = asked.chain([Block::Lines(3)]).collect();
        return sheet.single(Face { head, body, foot });
    }
    let ticket = |prompts: &[(Vec<_>, Origin)]| {
        let mut body = Vec::new();
        for (versions, _) in prompts {
            let versions: &Vec<(&Entry, _)> = versions;
            body.extend(versions.iter().map(|(entry, _)| bold(text(&entry.language, entry.common.title.clone()))));
            body.push(Block::Lines(2));
        }
        let (first, origin) = &prompts[0];
        // A ticket with one question says how to pass it.
        let pass = |(entry, prompt): &(&Entry, &Prompt)| Block::small(sheet.pass(&entry.language, Some(prompt)));
        let foot = if prompts.len() == 1 { first.iter().map(pass).collect() } else { foot.clone() };
        let name = first[0].0.common.title.clone();
        let lacks = prompts.iter().flat_map(|(_, origin)| origin.lacks.clone()).collect();
        let front = Face { head: head.clone(), body, foot };
        (
            Card { name, front, back: None },
            Origin {
                lacks,
                others: prompts[1..].iter().filter_map(|(_, origin)| origin.entry).collect(),
                ..origin.clone()
            },
        )
    };
    prompts.chunks(MOST).map(ticket).collect()
}
