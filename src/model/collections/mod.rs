//! The collections: what kinds of entries there are.
//!
//! A collection is one file (a `serde` struct whose doc comments are its documentation) and one
//! line in each of the tables below; the compiler lists what is missing.

pub mod common;
pub mod guide;
pub mod page;
pub mod playbook;
pub mod policy;
pub mod prompt;

use serde::Serialize;

use crate::model::vocabulary::VocabularyName;

/// The kind of an entry. It follows from the folder below `content/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Everything that is nothing else.
    Page,
    /// A strategy guide.
    Guide,
    /// A prompt of the library.
    Prompt,
    /// A policy.
    Policy,
    /// A chapter of the district playbook.
    Playbook,
}

/// What an entry has beyond what all have.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Detail {
    /// A plain page has nothing more.
    Page(page::Page),
    /// A guide's fields.
    Guide(Box<guide::Guide>),
    /// A prompt's fields.
    Prompt(Box<prompt::Prompt>),
    /// A policy's fields.
    Policy(Box<policy::Policy>),
    /// A chapter's fields.
    Playbook(Box<playbook::Chapter>),
}

/// What the house asks of a collection's struct.
pub trait Collection: serde::de::DeserializeOwned + Default {
    /// The keys that every entry of it must have, common ones included.
    const REQUIRED: &'static [&'static str];

    /// The words by which it is sorted: vocabulary, field, words.
    fn words(&self) -> Vec<(VocabularyName, &'static str, &[String])> {
        Vec::new()
    }

    /// The anchors on its page that its fields make.
    fn anchors(&self) -> Vec<String> {
        Vec::new()
    }

    /// The entries it names: their kind, field, references.
    fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        Vec::new()
    }
}

/// The names of the parts that are there, from names and whether each part is empty.
pub fn present(parts: &[(&str, bool)]) -> Vec<String> {
    parts.iter().filter(|(_, empty)| !empty).map(|(name, _)| (*name).to_owned()).collect()
}

/// Calls `$do` with the struct inside a [`Detail`], whichever it is.
macro_rules! with_detail {
    ($detail:expr, $inner:ident => $do:expr) => {
        match $detail {
            Detail::Page($inner) => $do,
            Detail::Guide($inner) => $do,
            Detail::Prompt($inner) => $do,
            Detail::Policy($inner) => $do,
            Detail::Playbook($inner) => $do,
        }
    };
}

impl Kind {
    /// Every kind, in the order in which summaries name them.
    pub const ALL: [Self; 5] = [Self::Guide, Self::Prompt, Self::Policy, Self::Playbook, Self::Page];

    /// The kind's name for people and in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Guide => "guide",
            Self::Prompt => "prompt",
            Self::Policy => "policy",
            Self::Playbook => "playbook",
        }
    }

    /// The name of several.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Page => "pages",
            Self::Guide => "guides",
            Self::Prompt => "prompts",
            Self::Policy => "policies",
            Self::Playbook => "playbook chapters",
        }
    }

    /// The name of `many` of them, without the number.
    pub fn name_of(self, many: usize) -> &'static str {
        match self {
            Self::Playbook if many == 1 => "playbook chapter",
            _ if many == 1 => self.name(),
            _ => self.plural(),
        }
    }

    /// The folder below `content/` whose files are of this kind; `None` for pages, which lie anywhere else.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Page => None,
            Self::Guide => Some("guides"),
            Self::Prompt => Some("prompts"),
            Self::Policy => Some("policies"),
            Self::Playbook => Some("playbook"),
        }
    }

    /// The kind of the files in the folder that has this name directly below `content/`.
    pub fn of_folder(top: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.folder() == Some(top)).unwrap_or(Self::Page)
    }
}

impl Detail {
    /// The kind it belongs to.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Page(_) => Kind::Page,
            Self::Guide(_) => Kind::Guide,
            Self::Prompt(_) => Kind::Prompt,
            Self::Policy(_) => Kind::Policy,
            Self::Playbook(_) => Kind::Playbook,
        }
    }

    /// See [`Collection::words`].
    pub fn words(&self) -> Vec<(VocabularyName, &'static str, &[String])> {
        with_detail!(self, inner => inner.words())
    }

    /// See [`Collection::anchors`].
    pub fn anchors(&self) -> Vec<String> {
        with_detail!(self, inner => inner.anchors())
    }

    /// See [`Collection::references`].
    pub fn references(&self) -> Vec<(Kind, &'static str, &[String])> {
        with_detail!(self, inner => inner.references())
    }
}
