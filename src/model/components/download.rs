//! A download: a file to save, with its kind and size.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::components::{Component, Reference, Role};

/// A file to save. Its kind and size are read from the file.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Download {
    /// The file, by a relative path.
    pub file: String,
    /// What it is called; without it the file's name.
    pub title: Option<String>,
    /// What it is for, in a sentence.
    pub description: Option<String>,
}

impl Component for Download {
    const NAME: &'static str = "download";
    const NOUN: &'static str = "download";
    const REQUIRED: &'static [&'static str] = &["file"];

    fn references(&self) -> Vec<Reference<'_>> {
        let file = Reference { field: "file", written: &self.file, role: Role::File };
        if self.file.trim().is_empty() { Vec::new() } else { vec![file] }
    }
}
