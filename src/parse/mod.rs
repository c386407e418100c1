//! One text → one document.

pub mod address;
pub mod facts;
pub mod markdown;
