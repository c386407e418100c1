//! Texts → documents: what one file says, by itself.
//!
//! 1. [`front_matter::split`] finds the front matter and the body.
//! 2. [`yaml::fields`] reads the front matter into [`value::Fields`], each value with its place.
//! 3. [`markdown::facts`] reads the body once and keeps what the house needs to know of it.
//! 4. [`components::component`] reads the fenced blocks that are no code.
//! 5. [`document::parse`] puts them together: a [`document::Document`].
//!
//! [`csv::read`] does for the rows of a spreadsheet what the first two do for front matter.
//!
//! [`typed::typed`] gives fields their types later, when the site knows what the file is.

pub mod address;
pub mod cell;
pub mod codes;
pub mod components;
pub mod csv;
pub mod document;
pub mod facts;
pub mod front_matter;
pub mod markdown;
pub mod maths;
pub mod records;
pub mod row;
pub mod typed;
pub mod value;
pub mod yaml;
