//! What other programs read of a site: pure functions from a site to a text.
//!
//! - [`sitemap::sitemap`] and [`robots::robots`] are for search engines.
//! - [`atom::atom`] tells a feed reader what changed last.
//! - [`calendar::calendar`] puts reviews and the playbook's days beside one's own.
//!
//! The words that they add are handed in, as the theme has them. Where each lies is known to [`crate::model::beside`], since pages link to it.

pub mod atom;
pub mod calendar;
pub mod robots;
pub mod sitemap;
mod xml;
