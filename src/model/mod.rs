//! The meaning of documents together.

pub mod codes;
pub mod collections;
pub mod config;
pub mod foreign;
pub mod language;
pub mod route;
pub mod typing;
pub mod vocabulary;
