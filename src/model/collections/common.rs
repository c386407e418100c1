//! What every entry has, whatever its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;

/// The fields that every kind of entry knows.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Common {
    /// The title; a page without one takes its first heading of level 1.
    pub title: String,
    /// One or two sentences for lists and search engines.
    pub summary: Option<String>,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// The day it was first published; a day to come holds it back until then.
    pub date: Option<Day>,
    /// The day it was last changed in substance.
    pub updated: Option<Day>,
    /// Whether it is unfinished and held back.
    pub draft: bool,
    /// Its position in lists; smaller numbers come first, entries without one last.
    pub order: Option<i64>,
    /// The last part of its address, in place of the file's name.
    pub slug: Option<String>,
    /// Addresses it had before, written from the site's root; they lead to it.
    pub aliases: Vec<String>,
    /// In a translation, the version of the original that it is of; `homeroom translated` writes it.
    pub source: Option<String>,
    /// Findings that are meant to be so in this file, by their names.
    pub allow: Vec<String>,
    /// Whether search may find it.
    pub search: bool,
    /// Whatever else a theme of your own wants to show.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Default for Common {
    fn default() -> Self {
        Self {
            title: String::new(),
            summary: None,
            tags: Vec::new(),
            date: None,
            updated: None,
            draft: false,
            order: None,
            slug: None,
            aliases: Vec::new(),
            source: None,
            allow: Vec::new(),
            search: true,
            extra: serde_json::Map::new(),
        }
    }
}
