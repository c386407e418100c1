//! The agenda: which days the content asks somebody to keep.

use crate::day::Day;
use crate::model::collections::Detail;
use crate::model::collections::playbook::Chapter;
use crate::model::collections::policy::{Policy, PolicyStatus};
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::meaning::is_draft;
use crate::model::site::Site;

/// Something that takes place on whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// What it is.
    pub matter: Matter,
    /// What it is about: the title of a policy or chapter, the words of a task or milestone.
    pub text: &'a str,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Who sees to it.
    pub owner: Option<&'a str>,
    /// The entry that says so.
    pub entry: EntryIndex,
    /// The id, on the entry's page, of the part that says so.
    pub part: Option<String>,
}

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A policy is due for review.
    Review,
    /// The time from a chapter's start to its end.
    Chapter,
    /// A chapter begins, and nobody has said when it ends.
    Start,
    /// A chapter ends, and nobody has said when it began.
    End,
    /// Something is to be done by this day.
    Task,
    /// Something is reached by this day.
    Milestone,
}

/// The events of the entries in `language`, in the order of their days. Drafts and policies that were
/// replaced have none.
pub fn agenda<'a>(site: &'a Site, language: &Language) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    for at in &site.order {
        let entry = site.entry(*at);
        if entry.language != *language || is_draft(&entry.common, &entry.detail) {
            continue;
        }
        match &*entry.detail {
            Detail::Policy(policy) => events.extend(review(entry, *at, policy)),
            Detail::Playbook(chapter) => events.extend(chapter_events(entry, *at, chapter)),
            _ => {}
        }
    }
    events.sort_by_key(|event| event.first);
    events
}

fn review<'a>(entry: &'a Entry, at: EntryIndex, policy: &'a Policy) -> Option<Event<'a>> {
    let day = policy.next_review().filter(|_| policy.status == PolicyStatus::Adopted)?;
    let owner = Some(policy.owner.as_str());
    Some(Event {
        matter: Matter::Review,
        text: &entry.common.title,
        first: day,
        last: day,
        owner,
        entry: at,
        part: None,
    })
}

fn chapter_events<'a>(entry: &'a Entry, at: EntryIndex, chapter: &'a Chapter) -> Vec<Event<'a>> {
    let anchors = entry.anchors();
    let part = |name: &str| anchors.iter().find(|(anchor, _)| anchor == name).map(|(_, id)| id.clone());
    let title = entry.common.title.as_str();
    let whole = |matter, first, last| Event { matter, text: title, first, last, owner: None, entry: at, part: None };
    let mut events = match (chapter.start, chapter.end) {
        // Where the two stand in the wrong order, which a check says, neither is to be trusted alone.
        (Some(start), Some(end)) => vec![whole(Matter::Chapter, start, end.max(start))],
        (Some(start), None) => vec![whole(Matter::Start, start, start)],
        (None, Some(end)) => vec![whole(Matter::End, end, end)],
        (None, None) => Vec::new(),
    };
    events.extend(chapter.checklist.iter().filter_map(|task| {
        let (day, owner) = (task.due?, task.owner.as_deref());
        let part = part("checklist");
        Some(Event { matter: Matter::Task, text: &task.item, first: day, last: day, owner, entry: at, part })
    }));
    events.extend(chapter.milestones.iter().map(|milestone| {
        let (day, part) = (milestone.by, part("milestones"));
        Event { matter: Matter::Milestone, text: &milestone.what, first: day, last: day, owner: None, entry: at, part }
    }));
    events
}
