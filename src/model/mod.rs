//! What documents mean together: an immutable [`site::Site`].
//!
//! [`assemble::assemble`] makes it; [`route::Route`] alone makes addresses.

pub mod agenda;
pub mod assemble;
pub mod assets;
pub mod audit;
pub mod beside;
pub mod brand;
pub mod claim;
pub mod codes;
pub mod collections;
pub mod components;
pub mod config;
pub mod contact;
pub mod entry;
pub mod foreign;
pub mod gather;
pub mod inventory;
pub mod language;
pub mod layout;
pub mod link;
pub mod meaning;
pub mod natural;
pub mod paper;
pub mod picture;
pub mod place;
pub mod query;
pub mod reading;
pub mod remember;
pub mod route;
pub mod scaffold;
pub mod schema;
pub mod settings;
pub mod shard;
pub mod site;
pub mod table;
pub mod translation;
pub mod typing;
pub mod vocabulary;
pub mod week;
