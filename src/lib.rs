//! homeroom
pub mod build;
pub mod check;
pub mod cli;
pub mod day;
pub mod diagnostic;
pub mod digest;
pub mod disk;
pub mod feed;
pub mod image;
pub mod model;
pub mod output;
pub mod parse;
pub mod path;
pub mod render;
pub mod source;
