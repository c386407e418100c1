//! A page: everything that is nothing else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::collections::{Collection, Described, Names};

/// A plain page: the common fields and a body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Page {}

impl Described for Page {
    fn prose(&self) -> Option<&'static [&'static str]> {
        Some(&[])
    }
}

impl Collection for Page {
    const NAMES: Names =
        Names { name: "page", template: "page.html", one: "page", many: "pages", folder: None, tables: false };
    const REQUIRED: &'static [&'static str] = &[];
}
