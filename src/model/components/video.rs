//! A video: a link to a film that lies elsewhere, with what is said in it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::components::{Component, Reference, Role};
use crate::parse::address::{Scheme, scheme};

/// A film that lies elsewhere. Nothing of it is embedded: the page shows a picture of ours and a link.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Video {
    /// What it is called.
    pub title: String,
    /// Its address, https://….
    pub link: String,
    /// An image of this site that stands for it.
    pub poster: Option<String>,
    /// What is said in it: the words, or the file or page that holds them.
    pub transcript: Option<String>,
    /// Whether the film itself has captions.
    pub captions: bool,
    /// How many minutes it lasts.
    pub minutes: Option<u16>,
}

impl Video {
    /// The file or page that holds the transcript; `None` where there is none, or its words stand here.
    pub fn transcript_link(&self) -> Option<&str> {
        let written = self.transcript.as_deref()?.trim();
        let path = written.split('#').next().unwrap_or_default();
        let is_file = [".md", ".txt", ".vtt", ".srt", ".pdf", ".html", ".docx"].iter().any(|end| path.ends_with(end));
        let is_one_word = !written.is_empty() && !written.contains(char::is_whitespace);
        (is_one_word && (is_file || written.starts_with("https://"))).then_some(written)
    }

    /// Whether the film lies at an address that browsers reach safely.
    pub fn has_safe_link(&self) -> bool {
        scheme(&self.link) == Scheme::Web && self.link.trim_start().to_ascii_lowercase().starts_with("https://")
    }
}

impl Component for Video {
    const NAME: &'static str = "video";
    const NOUN: &'static str = "video";
    const REQUIRED: &'static [&'static str] = &["title", "link"];

    fn references(&self) -> Vec<Reference<'_>> {
        let poster = self.poster.as_deref().map(|written| Reference { field: "poster", written, role: Role::Image });
        let transcript = self.transcript_link();
        let transcript = transcript.map(|written| Reference { field: "transcript", written, role: Role::Link });
        poster.into_iter().chain(transcript).collect()
    }
}
