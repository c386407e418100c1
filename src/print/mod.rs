//! Print: paper and what lies on it. It knows sizes and nothing of a site.

pub mod stock;
