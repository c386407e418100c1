//! What stands on the cards of a deck: one file a layout.

mod blank;
mod greeting;
mod log;
mod map;
mod policy;
mod prompts;
mod scenarios;
mod sign_off;
mod strip;
mod ticket;

use crate::cards::wanted::Wanted;
use crate::cards::{Origin, Speak};
use crate::model::collections::Detail;
use crate::model::collections::deck::Layout;
use crate::model::collections::policy::Policy;
use crate::model::collections::prompt::Prompt;
use crate::model::entry::{Entry, EntryIndex};
use crate::model::language::Language;
use crate::model::site::Site;
use crate::print::block::{Block, Card, Face, Role};
use crate::print::text::{Align, Text};

/// All that a layout needs.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its words.
    pub speak: &'a dyn Speak,
    /// The deck.
    pub wanted: &'a Wanted<'a>,
}

impl<'a> Sheet<'a> {
    /// The cards of the deck, and what each was made of.
    pub fn cards(&self) -> (Vec<Card>, Vec<Origin>) {
        let made: Vec<(Card, Origin)> = match self.wanted.deck.layout {
            Layout::Cards => prompts::cards(self, false),
            Layout::LanyardCards => prompts::cards(self, true),
            Layout::CheckInStrip => strip::cards(self),
            Layout::ExitTicket => ticket::cards(self),
            Layout::GreetingPoster => greeting::cards(self),
            Layout::RelationshipMap => map::cards(self),
            Layout::TwoByTenLog => log::cards(self),
            Layout::BlankCards => blank::cards(self),
            Layout::HoursPoster => policy::hours(self),
            Layout::DoDontSheet => policy::conduct(self),
            Layout::ChannelSheet => policy::channels(self),
            Layout::ScenarioCards => scenarios::cards(self),
            Layout::SignOffSheet => sign_off::cards(self),
        };
        made.into_iter().unzip()
    }

    /// The languages of the deck; its own where it names none.
    fn languages(&self) -> Vec<&'a Language> {
        let named = self.wanted.languages(self.site);
        if named.is_empty() { vec![self.wanted.language] } else { named }
    }

    fn say(&self, language: &Language, key: &str) -> Text {
        text(language, self.speak.say(language, key, &[]))
    }

    /// The prompts of the deck in its languages.
    fn prompts(&self) -> impl Iterator<Item = (Vec<(&'a Entry, &'a Prompt)>, Origin)> {
        let site = self.site;
        self.wanted.prompts.iter().filter_map(move |at| {
            let versions = self.wanted.versions(site, *at);
            let prompt = |at: &EntryIndex| match &*site.entry(*at).detail {
                Detail::Prompt(prompt) => Some((site.entry(*at), &**prompt)),
                _ => None,
            };
            let found: Vec<(&Entry, &Prompt)> = versions.entries.iter().filter_map(prompt).collect();
            let origin = Origin { entry: Some(*at), lacks: versions.lacks, ..Origin::default() };
            (!found.is_empty()).then_some((found, origin))
        })
    }

    /// The policies of the deck in its languages.
    fn policies(&self) -> impl Iterator<Item = (Vec<(&'a Entry, &'a Policy)>, Origin)> {
        let site = self.site;
        self.wanted.policies.iter().filter_map(move |at| {
            let versions = self.wanted.versions(site, *at);
            let policy = |at: &EntryIndex| match &*site.entry(*at).detail {
                Detail::Policy(policy) => Some((site.entry(*at), &**policy)),
                _ => None,
            };
            let found: Vec<(&Entry, &Policy)> = versions.entries.iter().filter_map(policy).collect();
            let origin = Origin { entry: Some(*at), lacks: versions.lacks, ..Origin::default() };
            (!found.is_empty()).then_some((found, origin))
        })
    }

    /// The words by which a student may pass.
    fn pass(&self, language: &Language, prompt: Option<&Prompt>) -> Text {
        let own = prompt.and_then(|prompt| prompt.pass.as_deref());
        let words = own.or_else(|| self.site.settings.config.pass_in(language)).map(str::to_owned);
        text(language, words.unwrap_or_else(|| self.speak.say(language, "pass_words", &[])))
    }

    /// The deck's name and a card's number in it.
    fn foot(&self, at: usize, of: usize) -> Block {
        let language = self.wanted.language;
        let [number, total] = [at + 1, of].map(|number| self.speak.number(language, number));
        let count = self.speak.say(language, "card_number", &[("number", &number), ("total", &total)]);
        label(text(language, self.wanted.title.clone()), Some(text(language, count)))
    }

    /// The same on the back, which says it once more.
    fn foot_again(&self, at: usize, of: usize) -> Block {
        match self.foot(at, of) {
            Block::Label { icon, text, end, .. } => Block::Label { icon, text, end, is_again: true },
            other => other,
        }
    }

    /// A card that is known by the deck's own name, and made of no entry.
    fn single(&self, front: Face) -> Vec<(Card, Origin)> {
        vec![(Card { name: self.wanted.title.clone(), front, back: None }, Origin::default())]
    }

    /// The name of a policy, its number and its version.
    fn policy_line(&self, entry: &Entry, policy: &Policy) -> Text {
        let language = &entry.language;
        let number =
            policy.number.as_deref().map(|number| self.speak.say(language, "policy_number", &[("number", number)]));
        let version = format!("{} {}", self.speak.say(language, "version", &[]), policy.version);
        let parts = [Some(entry.common.title.clone()), number, Some(version)];
        text(language, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }
}

/// Words in a language.
fn text(language: &Language, words: impl Into<String>) -> Text {
    Text { words: words.into(), language: language.code().into(), is_rtl: language.direction() == "rtl" }
}

/// Small words, and others at the other side.
fn label(text: Text, end: Option<Text>) -> Block {
    Block::Label { icon: None, text, end, is_again: false }
}

/// The heading of a poster, in the `at`-th language.
fn headline(text: Text, at: usize) -> Block {
    Block::title(text, at)
}

/// Bold words that are no heading of the card.
fn bold(text: Text) -> Block {
    Block::Words { text, role: Role::Body, is_bold: true, align: Align::Start }
}
