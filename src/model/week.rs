//! What this week has: its thought, and one prompt, the same for everyone.

use crate::model::collections::Detail;
use crate::model::collections::prompt::{Disclosure, PromptKind};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::site::Site;

/// A week, and what a home page shows for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// The number of the week, 1 to 53 (ISO 8601).
    pub number: u8,
    /// The thought for it; `None` where none is written in the language.
    pub thought: Option<EntryIndex>,
    /// The prompt for it; `None` where there is none that anybody can be asked.
    pub prompt: Option<EntryIndex>,
}

/// The week of the day that `site` is built on, in `language`; what is not written in it comes from the
/// site's own language.
pub fn this_week(site: &Site, language: &Language) -> Week {
    let (year, number) = site.today.week();
    let main = site.main_language();
    // Each week the next one: no year has more than 53.
    let turn = i64::from(year) * 53 + i64::from(number);
    Week {
        number,
        thought: thought(site, language, number).or_else(|| thought(site, main, number)),
        prompt: prompt(site, language, turn).or_else(|| prompt(site, main, turn)),
    }
}

fn thought(site: &Site, language: &Language, week: u8) -> Option<EntryIndex> {
    let is_due = |entry: &Entry| matches!(&*entry.detail, Detail::Thought(thought) if thought.week == week);
    site.indexed().find(|(_, entry)| entry.language == *language && is_due(entry)).map(|(at, _)| at)
}

fn prompt(site: &Site, language: &Language, turn: i64) -> Option<EntryIndex> {
    let own = site.indexed().filter(|(_, entry)| entry.language == *language && is_for_all(entry));
    let mut prompts: Vec<(&str, EntryIndex)> = own.map(|(at, entry)| (entry.id.as_str(), at)).collect();
    prompts.sort_unstable();
    let position = turn.checked_rem_euclid(i64::try_from(prompts.len()).ok()?)?;
    prompts.get(usize::try_from(position).ok()?).map(|(_, at)| *at)
}

/// Whether a prompt can be put to any class unprepared: it is a question, light and touches nothing that hurts.
fn is_for_all(entry: &Entry) -> bool {
    match &*entry.detail {
        Detail::Prompt(prompt) => {
            prompt.kind == PromptKind::Question
                && prompt.depth.0 == 1
                && prompt.sensitive.is_empty()
                && prompt.disclosure == Disclosure::Low
        }
        _ => false,
    }
}
