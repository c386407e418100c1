//! The form of all files: a call of the function that the theme's `search.js` has for them.

use serde_json::json;

/// A file: a call of the function that `search.js` has for it.
pub fn script(name: &str, version: Option<&str>, json: &str) -> Vec<u8> {
    format!("homeroomSearch({},{},{json})\n", json!(name), json!(version)).into_bytes()
}
