//! One text → one document.

pub mod facts;
