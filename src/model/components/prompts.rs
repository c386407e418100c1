//! Prompts of the library, found by a query.

use crate::model::components::Component;
use crate::model::query::Query;

/// How many prompts are shown at most; more are a list that nobody reads.
pub const MOST: usize = 100;

impl Component for Query {
    const NAME: &'static str = "prompts";
    const NOUN: &'static str = "query for prompts";
    const REQUIRED: &'static [&'static str] = &[];
}
