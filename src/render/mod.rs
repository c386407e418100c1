//! Documents → pages.

pub mod highlight;
pub mod html;
