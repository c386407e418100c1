//! A page: everything that is nothing else.

use serde::{Deserialize, Serialize};

use crate::model::collections::Collection;

/// A plain page: the common fields and a body.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Page {}

impl Collection for Page {
    const REQUIRED: &'static [&'static str] = &[];
}
