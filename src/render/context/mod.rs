//! Contexts: all that a template may see, as plain data.
//!
//! What things are called in a language, [`named`] says. What all pages share is made once ([`shared`], [`navigation`]), and HTML that many pages share is
//! kept ([`fragment`]); what one page adds is made when it is rendered.

pub mod card;
pub mod deck;
pub mod entry;
pub mod fragment;
pub mod head;
pub mod json_ld;
pub mod listing;
pub mod named;
pub mod navigation;
pub mod shared;
pub mod switch;

use serde::Serialize;

/// A link to a page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// The address below the site's root.
    pub path: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
}

/// A link to a list, and how many entries it has.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// What it is called.
    pub title: String,
    /// The address below the site's root.
    pub path: String,
    /// The language of the title, where it is not the page's.
    pub lang: Option<String>,
    /// What it is about.
    pub summary: Option<String>,
    /// How many entries it has.
    pub count: usize,
}

/// A named group of entries.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// What it is called; empty where a list has one group only.
    pub title: String,
    /// The name of its anchor.
    pub id: String,
    /// The entries.
    pub entries: Vec<card::Card>,
}
