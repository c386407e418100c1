//! Routes: the only maker of addresses.
//!
//! A [`Route`] has one output path and an output path has one route; that the two agree is a law
//! with a test. Addresses in pages are relative ([`Route::way`]), so that a site works at a root,
//! under a project path, after a repository was renamed, and from a folder.

use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

use crate::model::language::Language;
use crate::model::vocabulary::VocabularyName;
use crate::path::{OutputPath, folded};

/// The folder of the theme's files.
const THEME: &str = "theme";
/// The folder, below a section, of a long listing's parts.
const PARTS: &str = "all";
/// What a path within an address must not hold as it is.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']')
    .add(b':')
    .add(b'\'');

/// The place of one output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language of what stands there; files without a language have the site's own.
    pub language: Language,
    /// What it is.
    pub place: Place,
}

/// What stands at a route.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An entry, a section, or an old address of one; the home page where the path is empty.
    Page(String),
    /// One part of a section's listing that is too long for one page; parts count from 1.
    Listing {
        /// The section's folder.
        folder: String,
        /// The group's name in addresses.
        group: String,
        /// The number of the part.
        part: usize,
    },
    /// The overview of a vocabulary.
    Vocabulary(VocabularyName),
    /// The entries that carry a term; parts count from 1.
    Term {
        /// The vocabulary.
        vocabulary: VocabularyName,
        /// The term's name in addresses.
        term: String,
        /// The number of the part.
        part: usize,
    },
    /// The page that is shown where nothing is.
    NotFound,
    /// A file of the theme.
    Theme(String),
    /// Any other file, at its path.
    File(String),
}

/// A route and where its output lies, worked out once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The route.
    pub route: Arc<Route>,
    /// Where the output lies; `None` where a part of the path cannot be one (see [`OutputPath::new`]).
    pub path: Option<OutputPath>,
    /// What some file system takes the path for (see [`folded`]).
    pub folded: Arc<str>,
    /// Whether the path leads to another route: then the address is kept for pages of another kind.
    pub is_kept: bool,
}

/// In what form addresses are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// For a server, which finds `index.html` by itself.
    Web,
    /// For a folder that is opened by double click.
    Offline,
}

impl Route {
    /// This route with where its output lies, in a site that has `languages`.
    pub fn spot(self, languages: &[Language]) -> Spot {
        let path = self.output_path();
        let is_kept = path.as_ref().is_some_and(|path| Self::of(path, languages).as_ref() != Some(&self));
        let folded = path.as_ref().map(|path| folded(path.as_str())).unwrap_or_default();
        Spot { route: Arc::new(self), folded: folded.into(), is_kept, path }
    }

    /// The route of a file without a language of its own.
    pub fn file(place: Place, main: &Language) -> Self {
        Self { language: main.clone(), place }
    }

    /// The route of the file `name` that lies beside the page at this route, in a site whose own language
    /// is `main`: the feed of a list, the calendar of a language.
    pub fn beside(&self, name: &str, main: &Language) -> Self {
        Self::file(file_place(&(self.path(Edition::Web) + name)), main)
    }

    /// Where the output lies.
    ///
    /// `None` where a part of the path cannot be one (see [`OutputPath::new`]).
    pub fn output_path(&self) -> Option<OutputPath> {
        OutputPath::new(&self.path(Edition::Offline))
    }

    /// The route of the output at `path`, in a site that has `languages`.
    pub fn of(path: &OutputPath, languages: &[Language]) -> Option<Self> {
        let main = languages.iter().find(|language| language.is_main())?;
        let full = path.as_str();
        let (language, rest) = languages
            .iter()
            .filter(|language| !language.is_main())
            .find_map(|language| Some((language, full.strip_prefix(language.code())?.strip_prefix('/')?)))
            .unwrap_or((main, full));
        let Some(folder) = rest.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'))
        else {
            return Some(Self::file(file_place(full), main));
        };
        if full.strip_prefix(THEME).is_some_and(|rest| rest.starts_with('/')) {
            return Some(Self::file(file_place(full), main));
        }
        Some(Self { language: language.clone(), place: page_place(folder.trim_end_matches('/')) })
    }

    /// The path below the site's root as it stands in an address, percent-encoded: `guides/two-by-ten/`.
    pub fn address(&self, edition: Edition) -> String {
        let path = self.path(edition);
        if path.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/')) {
            return path;
        }
        utf8_percent_encode(&path, ENCODED).to_string()
    }

    /// The way from the page at this route up to the site's root: `../../`, or nothing at the root.
    pub fn root(&self) -> String {
        "../".repeat(self.depth())
    }

    /// How many folders the page at this route lies below the site's root.
    pub fn depth(&self) -> usize {
        match &self.place {
            // Nearly every page; the others are worth no rule of their own.
            Place::Page(path) if self.language.is_main() && !path.is_empty() => path.matches('/').count() + 1,
            _ => self.path(Edition::Offline).matches('/').count(),
        }
    }

    /// The way from the page at this route to `target`, such as `../../guides/two-by-ten/`.
    pub fn way(&self, target: &Route, edition: Edition) -> String {
        way(&self.root(), target, edition)
    }

    fn path(&self, edition: Edition) -> String {
        let index = match edition {
            Edition::Web => "",
            Edition::Offline => "index.html",
        };
        let number;
        let parts: [&str; 4] = match &self.place {
            Place::NotFound => return "404.html".to_owned(),
            Place::Theme(path) => return [THEME, "/", path].concat(),
            Place::File(path) => return path.clone(),
            Place::Page(path) if self.language.is_main() && !path.is_empty() => return [path, "/", index].concat(),
            Place::Page(path) => [path, "", "", ""],
            Place::Vocabulary(vocabulary) => [vocabulary.slug(), "", "", ""],
            Place::Listing { folder, group, part } => {
                number = part_name(*part);
                [folder, PARTS, group, &number]
            }
            Place::Term { vocabulary, term, part } => {
                number = part_name(*part);
                [vocabulary.slug(), term, &number, ""]
            }
        };
        let language = if self.language.is_main() { "" } else { self.language.code() };
        let mut path = String::with_capacity(64);
        for part in std::iter::once(language).chain(parts).filter(|part| !part.is_empty()) {
            path.push_str(part);
            path.push('/');
        }
        path + index
    }
}

/// The way from a page, which leads to the site's root by `root`, to `target`.
pub fn way(root: &str, target: &Route, edition: Edition) -> String {
    let way = [root, &target.address(edition)].concat();
    if way.is_empty() { "./".to_owned() } else { way }
}

/// The form in which a name stands in an address: small letters, digits, `-` and `_` of any script.
///
/// It is empty where the name has none of these.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.nfc().flat_map(char::to_lowercase) {
        match c {
            '\'' | '’' => {}
            c if c.is_alphanumeric() || c == '_' || is_mark(c) => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The place that the address `address` of another time names: an alias, written from the root.
pub fn alias_place(address: &str) -> Place {
    let path = address.trim_matches('/');
    match path.rsplit('/').next() {
        Some("index.html") => Place::Page(path.trim_end_matches("index.html").trim_end_matches('/').to_owned()),
        Some(name) if name.ends_with(".html") || name.ends_with(".htm") => Place::File(path.to_owned()),
        _ => Place::Page(path.to_owned()),
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The id of a part of a page as it stands after the `#` of an address.
pub fn fragment(id: &str) -> String {
    utf8_percent_encode(id, ENCODED).to_string()
}

/// What stands for a part in addresses: nothing for the first one.
fn part_name(part: usize) -> String {
    if part > 1 { part.to_string() } else { String::new() }
}

fn file_place(path: &str) -> Place {
    match path.strip_prefix(THEME).and_then(|rest| rest.strip_prefix('/')) {
        Some(file) => Place::Theme(file.to_owned()),
        None if path == "404.html" => Place::NotFound,
        None => Place::File(path.to_owned()),
    }
}

fn page_place(folder: &str) -> Place {
    let segments: Vec<&str> = folder.split('/').collect();
    if let Some(vocabulary) = VocabularyName::of_slug(segments[0]) {
        match (segments.len(), segments.get(2).map(|part| part_number(part))) {
            (1, _) => return Place::Vocabulary(vocabulary),
            (2, _) => return Place::Term { vocabulary, term: segments[1].to_owned(), part: 1 },
            (3, Some(Some(part))) => return Place::Term { vocabulary, term: segments[1].to_owned(), part },
            _ => {}
        }
    }
    if let Some(at) = segments.iter().rposition(|segment| *segment == PARTS).filter(|at| *at > 0) {
        let folder = segments[..at].join("/");
        let part = match segments.len() - at {
            2 => Some(1),
            3 => part_number(segments[at + 2]),
            _ => None,
        };
        if let Some(part) = part {
            return Place::Listing { folder, group: segments[at + 1].to_owned(), part };
        }
    }
    Place::Page(folder.to_owned())
}

fn part_number(segment: &str) -> Option<usize> {
    segment.parse().ok().filter(|part| *part > 1 && !segment.starts_with(['0', '+']))
}

mod width;

#[cfg(test)]
mod tests;
