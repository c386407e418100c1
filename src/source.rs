//! All that a build may know of the disk: the tree of sources, and places within them.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use serde::Serialize;

use crate::digest::Digest;
use crate::image::ImageFacts;
use crate::path::SitePath;

/// Every source of a site by its path: `site.yaml`, and what lies below `content/` and `themes/`.
/// Clones share their sources until one of them is changed.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    sources: Arc<BTreeMap<SitePath, Source>>,
}

/// One file of the site.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file that is read: Markdown, configuration, templates, styles, scripts.
    Text(Arc<Text>),
    /// A file that is passed on: an image, a PDF, a font. Its bytes stay on the disk.
    Asset(Asset),
}

/// A text of at most 5 MiB, a table of at most 20 MiB, as it stands in its file (byte order mark and line ends included).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub body: String,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// What is known of a file whose bytes are passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The digest of the file's bytes.
    pub digest: Digest,
    /// The file's length in bytes.
    pub length: u64,
    /// What its header says where it is an image; `None` for every other file.
    pub image: Option<ImageFacts>,
    /// Its bytes, where it is a face of a theme: cards are set in it.
    pub face: Option<Arc<[u8]>>,
}

/// A source that is not published, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldBack {
    /// The file, or the folder with all that is in it.
    pub path: SitePath,
    /// Why, in words: `it is a draft`.
    pub reason: String,
}

/// A range of bytes of one source; an empty one is a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A place as people name it: line and column from 1, columns counted in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Tree {
    /// Puts `source` at `path`, in place of what was there.
    pub fn insert(&mut self, path: SitePath, source: Source) {
        Arc::make_mut(&mut self.sources).insert(path, source);
    }

    /// Takes away what is at `path`, and gives it.
    pub fn take(&mut self, path: &SitePath) -> Option<Source> {
        Arc::make_mut(&mut self.sources).remove(path)
    }

    /// The source at `path`.
    pub fn get(&self, path: &SitePath) -> Option<&Source> {
        self.sources.get(path)
    }

    /// The text at `path`; `None` where there is none or an asset.
    pub fn text(&self, path: &SitePath) -> Option<&Arc<Text>> {
        match self.sources.get(path)? {
            Source::Text(text) => Some(text),
            Source::Asset(_) => None,
        }
    }

    /// The sources below the folder `folder`, in the order of their paths.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&SitePath, &Source)> {
        let first = format!("{folder}/");
        let sources = self.sources.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
        sources.take_while(move |(path, _)| path.as_str().starts_with(&first))
    }

    /// All sources in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &Source)> {
        self.sources.iter()
    }

    /// The number of sources.
    pub fn len(&self) -> usize {
        self.sources.len()
    }

    /// Whether there is no source at all.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }
}

impl Source {
    /// The digest of its bytes.
    pub fn digest(&self) -> Digest {
        match self {
            Self::Text(text) => text.digest,
            Self::Asset(asset) => asset.digest,
        }
    }
}

impl Text {
    /// The text `body` with its digest.
    pub fn new(body: String) -> Self {
        let digest = Digest::of(body.as_bytes());
        Self { body, digest }
    }
}

impl Span {
    /// The span from byte `start` to before byte `end` of a source of at most 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end.max(start)) }
    }

    /// The span moved `by` bytes towards the end.
    pub fn moved(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The span as a range of bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The place of byte `at` of `text`. A byte order mark at the start is no column.
pub fn place(text: &str, at: usize) -> Place {
    let before = &text[..text.floor_char_boundary(at)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
    Place { line: before.bytes().filter(|byte| *byte == b'\n').count() + 1, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_the_top() {
        let text = "\u{feff}año\r\nsegundo ño";
        assert_eq!(place(text, text.find("año").expect("there")), Place { line: 1, column: 1 });
        assert_eq!(place(text, text.find('o').expect("there")), Place { line: 1, column: 3 });
        assert_eq!(place(text, text.rfind('o').expect("there")), Place { line: 2, column: 10 });
        assert_eq!(place(text, 10_000).line, 2);
    }
}
