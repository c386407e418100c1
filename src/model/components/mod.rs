//! The components: fenced blocks in a text that become more than code.
//!
//! A component is one file here (a `serde` struct whose doc comments are its documentation), one line in
//! the table below, and one file in `render/components/`; the compiler lists what is missing. Its fields
//! are typed like those of a collection, and all its texts are plain text: no Markdown is read in them.

pub mod chart;
pub mod checklist;
pub mod download;
pub mod number;
pub mod prompts;
pub mod quote;
pub mod scenario;
pub mod statement;
pub mod steps;
pub mod video;

use std::marker::PhantomData;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::diagnostic::nearest::nearest;
use crate::model::link::{Target, Why};
use crate::model::query;
use crate::model::schema::{self, Described};
use crate::model::site::Site;
use crate::model::typing::{self, Fences};
use crate::parse::components::{self as parsed, LIST};
use crate::parse::value::{Field, Fields};
use crate::path::SitePath;

/// What the house asks of a component's struct.
pub trait Component: DeserializeOwned + Default + JsonSchema {
    /// The word after the fence.
    const NAME: &'static str;
    /// What it is called in messages, without an article.
    const NOUN: &'static str;
    /// The keys that it must have.
    const REQUIRED: &'static [&'static str];
    /// The key whose list may stand alone.
    const LIST: Option<&'static str> = None;

    /// What its fields refer to.
    fn references(&self) -> Vec<Reference<'_>> {
        Vec::new()
    }
}

/// A reference of a component's field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// The field.
    pub field: &'static str,
    /// What it says.
    pub written: &'a str,
    /// As what it is used.
    pub role: Role,
}

/// As what something is used that a component refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The reader can follow it: a page, a file, an address elsewhere.
    Link,
    /// The reader can save it: a file of this site.
    File,
    /// It is shown: an image of this site.
    Image,
    /// It is read: a CSV file of this site. The file itself is not published.
    Table,
}

/// A component of a document, with its types.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Its position among the document's components.
    pub at: usize,
    /// What it says.
    pub data: Data,
}

/// A component of an entry, with what it refers to.
#[derive(Clone, Debug)]
pub struct Placed {
    /// What it says.
    pub typed: Arc<Typed>,
    /// What it refers to, in the order of [`Data::references`].
    pub targets: Vec<Target>,
}

/// The table of components: variant, struct.
macro_rules! components {
    ($($(#[doc = $doc:literal])+ $variant:ident($data:ty);)+) => {
        /// What a component says.
        #[derive(Clone, Debug)]
        pub enum Data {
            $($(#[doc = $doc])+ $variant(Box<$data>),)+
        }

        /// The names of all components.
        pub const NAMES: &[&str] = &[$(<$data as Component>::NAME),+];

        impl Data {
            /// What its fields refer to.
            pub fn references(&self) -> Vec<Reference<'_>> {
                match self { $(Self::$variant(data) => data.references()),+ }
            }

            /// What it is called in messages, without an article.
            pub fn noun(&self) -> &'static str {
                match self { $(Self::$variant(_) => <$data as Component>::NOUN),+ }
            }
        }

        /// The fields of the component `name`; `None` where there is none of that name.
        pub fn described(name: &str) -> Option<Described> {
            $(if name == <$data as Component>::NAME {
                return Some(schema::of_component::<$data>(<$data as Component>::REQUIRED));
            })+
            None
        }

        fn data(file: &SitePath, component: &parsed::Component) -> Option<(Data, Findings)> {
            $(if component.name == <$data as Component>::NAME {
                let (data, findings) = typed_as::<$data>(file, component);
                return Some((Data::$variant(Box::new(data)), findings));
            })+
            None
        }
    };
}

components! {
    /// Numbers in a picture, with their table.
    Chart(chart::Chart);
    /// Things to be done.
    Checklist(checklist::Checklist);
    /// A file to save.
    Download(download::Download);
    /// Prompts of the library.
    Prompts(query::Query);
    /// What somebody said.
    Quote(quote::Quote);
    /// A situation and what to do.
    Scenario(scenario::Scenario);
    /// Facts about the site itself.
    Statement(statement::Statement);
    /// What to do, in order.
    Steps(steps::Steps);
    /// A film that lies elsewhere.
    Video(video::Video);
}

/// What is wrong with a component: what is missing, and everything else.
struct Findings {
    missing: Vec<Diagnostic>,
    others: Vec<Diagnostic>,
}

/// The components among the fenced blocks of `file`, with what is missing in them and what else is wrong.
pub fn typed(file: &SitePath, blocks: &[parsed::Component]) -> (Vec<Arc<Typed>>, Vec<Diagnostic>, Vec<Diagnostic>) {
    let (mut all, mut missing, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (at, block) in blocks.iter().enumerate() {
        if let Some((data, findings)) = data(file, block) {
            all.push(Arc::new(Typed { at, data }));
            missing.extend(findings.missing);
            others.extend(findings.others);
        }
    }
    (all, missing, others)
}

/// The component that was meant by a block of another name; `None` where it is code, or has its name.
pub fn nearly(block: &parsed::Component) -> Option<&'static str> {
    if NAMES.contains(&block.name.as_str()) || block.fields.0.is_empty() {
        return None;
    }
    nearest(&block.name, NAMES.iter().copied())
}

/// What the `reference` of a component in `file` leads to. A table may be named from the content folder.
fn target(site: &Site, file: &SitePath, reference: &Reference<'_>) -> Target {
    let target = site.resolve(file, reference.written);
    let is_relative = !reference.written.trim_start().starts_with(['.', '/']);
    match target {
        Target::Broken(Why::Missing(_)) if reference.role == Role::Table && is_relative => {
            site.resolve(file, &format!("/{}", reference.written.trim_start()))
        }
        target => target,
    }
}

/// The component `typed` of the document at `file`, with what it refers to.
pub(super) fn placed(site: &Site, file: &SitePath, typed: &Arc<Typed>) -> Placed {
    let references = typed.data.references();
    let targets = references.iter().map(|reference| target(site, file, reference)).collect();
    Placed { typed: Arc::clone(typed), targets }
}

fn typed_as<T: Component>(file: &SitePath, block: &parsed::Component) -> (T, Findings) {
    let mut others = block.findings.clone();
    let is_unread = others.iter().any(|finding| finding.severity == Severity::Error);
    let fields = match (block.fields.get(LIST), T::LIST) {
        (None, _) => block.fields.clone(),
        (Some(list), Some(key)) => Fields(vec![Field { key: key.to_owned(), ..list.clone() }]),
        (Some(list), None) => {
            let said = "here stands a list, not keys and values";
            let finding = Diagnostic::new(&parsed::COMPONENT_SYNTAX, said).at(file, list.value.span);
            others.push(finding.help("write one `key: value` on each line, such as `title: Two by ten`"));
            return (T::default(), Findings { missing: Vec::new(), others });
        }
    };
    let (_, own, unknown) = typing::split::<T, T>(file, &fields, &format!("a {}", T::NOUN));
    others.extend(unknown);
    let missing = if is_unread && fields.0.is_empty() {
        Vec::new()
    } else {
        typing::missing::<T>(file, &[&own], T::REQUIRED, block.opening, T::NOUN, Fences::None)
    };
    let (data, mistakes) = typing::collect::<T>(file, own);
    others.extend(mistakes);
    (data, Findings { missing, others })
}

/// A list of `T`s whose items may be words alone: [`Worded::of`] makes an item of them.
pub(super) trait Worded: DeserializeOwned {
    /// The item that `words` alone are.
    fn of(words: String) -> Self;
}

/// Reads items that are words or keys and values.
pub(super) fn worded<'de, T: Worded, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Item<T>(T);

    struct ItemVisitor<T>(PhantomData<T>);

    impl<'de, T: Worded> Visitor<'de> for ItemVisitor<T> {
        type Value = Item<T>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("words, or keys and values")
        }

        fn visit_str<E: serde::de::Error>(self, words: &str) -> Result<Item<T>, E> {
            Ok(Item(T::of(words.to_owned())))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Item<T>, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(Item)
        }
    }

    impl<'de, T: Worded> Deserialize<'de> for Item<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(ItemVisitor(PhantomData))
        }
    }

    let items: Vec<Item<T>> = Vec::deserialize(deserializer)?;
    Ok(items.into_iter().map(|item| item.0).collect())
}
