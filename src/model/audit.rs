//! An audit: what the checks of accessibility find on a site, by kind of finding.
//!
//! Checks make it and statements show it; neither knows the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::entry::EntryIndex;

/// What the checks of accessibility find.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// What is there now, by the names of findings.
    pub open: BTreeMap<&'static str, Place>,
    /// What pages excuse with `allow:`.
    pub excused: BTreeMap<&'static str, Place>,
    /// What the site does not look for, by the names of findings.
    pub off: BTreeSet<&'static str>,
}

/// Where something is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The pages.
    pub pages: BTreeSet<EntryIndex>,
    /// Whether it concerns every page.
    pub everywhere: bool,
}
