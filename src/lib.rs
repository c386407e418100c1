//! homeroom
pub mod check;
pub mod day;
pub mod diagnostic;
pub mod digest;
pub mod disk;
pub mod image;
pub mod model;
pub mod output;
pub mod parse;
pub mod path;
pub mod render;
pub mod source;
