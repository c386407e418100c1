//! The rules, one file each; the doc comments of their codes are their documentation.

pub mod addresses;
pub mod all_capitals;
pub mod alt_text;
pub mod base_url;
pub mod broken_anchor;
pub mod broken_image;
pub mod broken_link;
pub mod citations;
pub mod code_blocks;
pub mod dates;
pub mod footnotes;
pub mod foreign_syntax;
pub mod headings;
pub mod held_link;
pub mod link_text;
pub mod nesting;
pub mod numbers;
pub mod pages;
pub mod raw_html;
pub mod references;
pub mod relations;
pub mod reviews;
pub mod scenarios;
pub mod table_header;
pub mod terms;
pub mod unsafe_address;
