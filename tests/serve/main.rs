//! The program as a server: what it answers, to whom, and what it withstands.
#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test starts programs and changes files")]

mod desk;
mod law;
mod life;
mod load;
#[path = "../bed/photo.rs"]
mod photo;
mod requests;
