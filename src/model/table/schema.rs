//! What columns a table may have.

use crate::model::collections::common::Common;
use crate::model::collections::{Collection, ForKind, Kind};
use crate::parse::typed::keys;
use crate::path::SitePath;

/// What the collection of a table's folder makes of its columns.
pub(super) struct Schema {
    /// What its entries are called.
    pub(super) plural: &'static str,
    /// The columns there may be: the fields of its entries, `id` and `body`.
    pub(super) columns: Vec<&'static str>,
    /// Those that every entry needs.
    pub(super) required: &'static [&'static str],
    /// Those that hold words, which commas may part.
    pub(super) words: Vec<&'static str>,
}

impl Schema {
    /// The schema of the table `file`.
    pub(super) fn of(file: &SitePath) -> Self {
        let folder = file.below("content").and_then(|below| below.split('/').next()).unwrap_or_default();
        let kind = Kind::of_folder(folder);
        let (own, required, words) = kind.with(Columns);
        // What stands below `extra` has keys of its own, and a cell has none.
        let columns = ["id"].into_iter().chain(keys::<Common>().iter().copied().filter(|key| *key != "extra"));
        let columns = columns.chain(own.iter().copied()).chain(["body"]).collect();
        Self { plural: kind.plural(), columns, required, words: words.into_iter().chain(["tags"]).collect() }
    }

    /// The column whose name is `name`, however it is written.
    pub(super) fn column(&self, name: &str) -> Option<&'static str> {
        let name = plain(name);
        self.columns.iter().copied().find(|column| *column == name)
    }

    /// A header to begin with.
    pub(super) fn example(&self) -> String {
        ["id"].iter().chain(self.required).chain(&["body"]).copied().collect::<Vec<_>>().join(",")
    }
}

/// A column's name as it is compared: without regard to case, `_`, `-` and blanks are one.
pub(super) fn plain(name: &str) -> String {
    let words = name.trim().to_lowercase();
    words.split([' ', '-', '_', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

pub(super) struct Columns;

impl ForKind for Columns {
    /// The fields, those that are required, those that hold words.
    type Given = (&'static [&'static str], &'static [&'static str], Vec<&'static str>);

    fn with<T: Collection>(self) -> Self::Given {
        (keys::<T>(), T::REQUIRED, T::default().words().into_iter().map(|(_, field, _)| field).collect())
    }
}
