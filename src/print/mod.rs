//! Print: paper and what lies on it. It knows sizes and text and nothing of a site.
//!
//! 1. A [`deck::Deck`] says what stands on its cards ([`block`]), and on what [`stock`].
//! 2. [`deck::Deck::lay`] fits each card ([`compose`]) into its place on a sheet ([`impose`]) and gives
//!    sides of sheets full of marks ([`mark`]), or says what does not fit.
//! 3. [`pdf`] and [`svg`] write the same marks.

pub mod block;
mod code;
pub mod compose;
pub mod deck;
pub mod faces;
mod furniture;
pub mod geometry;
pub mod icon;
pub mod impose;
pub mod mark;
pub mod pdf;
mod set;
pub mod stock;
pub mod svg;
pub mod text;
