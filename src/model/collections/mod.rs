//! The collections: what kinds of entries there are.
//!
//! A collection is one file (a `serde` struct whose doc comments are its documentation, and what it
//! says of itself as a [`Collection`]) and one line in the registry below; its page is the template
//! that has its name.

pub mod brief;
pub mod common;
pub mod deck;
pub mod guide;
pub mod message;
pub mod page;
pub mod playbook;
pub mod policy;
pub mod prompt;
pub mod story;
pub mod thought;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::day::Day;
use crate::model::vocabulary::VocabularyName;

/// Makes [`Kind`] and [`Detail`] of one line a collection, in the order in which summaries name them.
macro_rules! registry {
    ($($(#[doc = $doc:literal])+ $kind:ident = $module:ident::$fields:ident;)+) => {
        /// The kind of an entry. It follows from the folder below `content/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $kind,)+
        }

        /// What an entry has beyond what all have.
        #[derive(Clone, Debug, Serialize)]
        #[serde(untagged)]
        pub enum Detail {
            $($(#[doc = $doc])+ $kind(Box<$module::$fields>),)+
        }

        impl Kind {
            /// Every kind, in the order in which summaries name them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// What it is called, and where its files lie.
            pub fn names(self) -> &'static Names {
                match self {
                    $(Self::$kind => &<$module::$fields as Collection>::NAMES,)+
                }
            }

            /// Does `task` with the struct of this kind.
            pub fn with<T: ForKind>(self, task: T) -> T::Given {
                match self {
                    $(Self::$kind => task.with::<$module::$fields>(),)+
                }
            }
        }

        impl Detail {
            /// The kind it belongs to.
            pub fn kind(&self) -> Kind {
                match self {
                    $(Self::$kind(_) => Kind::$kind,)+
                }
            }

            /// What its fields mean for the site.
            pub fn described(&self) -> &dyn Described {
                match self {
                    $(Self::$kind(fields) => &**fields,)+
                }
            }
        }

        $(impl From<$module::$fields> for Detail {
            fn from(fields: $module::$fields) -> Self {
                Self::$kind(Box::new(fields))
            }
        })+
    };
}

registry! {
    /// A strategy guide.
    Guide = guide::Guide;
    /// A prompt of the library.
    Prompt = prompt::Prompt;
    /// A policy.
    Policy = policy::Policy;
    /// A chapter of the district playbook.
    Playbook = playbook::Chapter;
    /// Cards or a sheet to print.
    Deck = deck::Deck;
    /// A research brief.
    Brief = brief::Brief;
    /// A story from a school.
    Story = story::Story;
    /// A thought for one week.
    Thought = thought::Thought;
    /// A message to send, with blanks.
    Message = message::Message;
    /// Everything that is nothing else.
    Page = page::Page;
}

/// What a kind is called, and where its files lie.
#[derive(Debug)]
pub struct Names {
    /// Its name in templates.
    pub name: &'static str,
    /// The template of its pages.
    pub template: &'static str,
    /// One of them, in messages.
    pub one: &'static str,
    /// Several, in messages.
    pub many: &'static str,
    /// The folder below `content/` whose files are of this kind; `None` for pages, which lie anywhere else.
    pub folder: Option<&'static str>,
    /// Whether its entries may also stand in tables, one a row.
    pub tables: bool,
}

/// What the house asks of a collection's struct.
pub trait Collection: Described + DeserializeOwned + Default + Into<Detail> + JsonSchema {
    /// What it is called, and where its files lie.
    const NAMES: Names;
    /// The keys that every entry of it must have, common ones included.
    const REQUIRED: &'static [&'static str];
}

/// What the fields of an entry mean for the site.
pub trait Described {
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

    /// Where it stands, by its own fields.
    fn standing(&self) -> Standing {
        Standing::Ready
    }

    /// What it is sorted by in lists before its title, such as a policy's number.
    fn rank(&self) -> Option<String> {
        None
    }

    /// The vocabulary by whose first word a list of them is divided; without it, initials divide it.
    fn divided_by(&self) -> Option<VocabularyName> {
        None
    }

    /// What a list shows of it beside title and summary.
    fn glance(&self) -> Glance {
        Glance::default()
    }

    /// The fields that are read as sentences, besides title, summary and body; `None` where its page is no running
    /// text.
    fn prose(&self) -> Option<&'static [&'static str]> {
        None
    }

    /// The day that its fields give for its last change, where `updated` and `date` say nothing.
    fn day(&self) -> Option<Day> {
        None
    }

    /// Who answers for it.
    fn owner(&self) -> Option<&str> {
        None
    }
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may be published.
    Ready,
    /// It is a draft.
    Draft,
    /// It is no longer used and is held back.
    Retired,
}

/// What a list shows of an entry beside title and summary. What a kind does not have is left out: there
/// may be many thousand of these.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Glance {
    /// How many minutes it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// A prompt's depth, 1 to 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<u8>,
    /// A chapter's phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// A policy's status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// A policy's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// A deck's layout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<&'static str>,
    /// A thought's week of the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<u8>,
    /// To whom a message goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<&'static str>,
}

/// The groups of minutes by their names in addresses: so many at most, and the last one the rest.
pub const TIMES: [&str; 5] = ["2", "5", "10", "20", "more"];

impl Glance {
    /// The position in [`TIMES`] of how long it takes; `None` where it does not say.
    pub fn time(&self) -> Option<usize> {
        let minutes = self.minutes.filter(|minutes| *minutes > 0)?;
        TIMES.iter().position(|most| most.parse().map_or(true, |most: u16| minutes <= most))
    }
}

/// Something to be done with the struct of a kind.
pub trait ForKind {
    /// What it gives.
    type Given;

    /// Does it with the struct `T`.
    fn with<T: Collection>(self) -> Self::Given;
}

/// The names of the parts that are there, from names and whether each part is empty.
pub fn present(parts: &[(&str, bool)]) -> Vec<String> {
    parts.iter().filter(|(_, empty)| !empty).map(|(name, _)| (*name).to_owned()).collect()
}

impl Kind {
    /// The kind's name in templates.
    pub fn name(self) -> &'static str {
        self.names().name
    }

    /// The template of its pages.
    pub fn template(self) -> &'static str {
        self.names().template
    }

    /// The name of several.
    pub fn plural(self) -> &'static str {
        self.names().many
    }

    /// The name of `many` of them, without the number.
    pub fn name_of(self, many: usize) -> &'static str {
        if many == 1 { self.names().one } else { self.names().many }
    }

    /// See [`Names::folder`].
    pub fn folder(self) -> Option<&'static str> {
        self.names().folder
    }

    /// The kind of the files in the folder that has this name directly below `content/`.
    pub fn of_folder(top: &str) -> Self {
        Self::ALL.iter().copied().find(|kind| kind.folder() == Some(top)).unwrap_or(Self::Page)
    }

    /// The kind that somebody calls `name`: its own name, that of several, or its folder's.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.all_names().contains(&name))
    }

    /// All that it is called.
    pub fn all_names(self) -> [&'static str; 4] {
        let names = self.names();
        [names.name, names.one, names.many, names.folder.unwrap_or(names.name)]
    }
}
