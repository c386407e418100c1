//! Links: what a reference in a text leads to.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::model::entry::EntryIndex;
use crate::model::route::{Place, Route};
use crate::model::site::Site;
use crate::parse::address::{Scheme, scheme};
use crate::path::{SitePath, folded, is_table, join};

/// What a link, an image or a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Somewhere outside the site.
    External,
    /// A part of the same page.
    Here(String),
    /// An entry, or a part of it.
    Entry(EntryIndex, Option<String>),
    /// Another page that homeroom makes: a section without a page of its own, a tag.
    Route(Route, Option<String>),
    /// A file that is passed on.
    Asset(SitePath),
    /// An entry that is not published now.
    Held(SitePath),
    /// An address that no page may hold.
    Unsafe(String),
    /// Nothing.
    Broken(Why),
}

/// Why a link leads to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such file; the path that was looked for, below the site's root.
    Missing(String),
    /// There is one whose name differs in letter case only.
    LetterCase(SitePath),
    /// There is one with `.md` at its end.
    NoEnding(SitePath),
    /// It is a table, whose rows are pages and which itself is not published.
    Table,
    /// The path leaves the content folder.
    Outside,
    /// The link has no target.
    Empty,
}

impl Site {
    /// What the reference `written` in the file `from` leads to.
    ///
    /// A reference is a relative path of a file, as it works on GitHub too; one that begins with `/`
    /// counts from the content folder, or is an address of the published site.
    pub fn resolve(&self, from: &SitePath, written: &str) -> Target {
        match scheme(written) {
            Scheme::Web | Scheme::Mailto | Scheme::Tel => return Target::External,
            Scheme::Refused(scheme) => return Target::Unsafe(scheme),
            Scheme::Fragment | Scheme::Relative => {}
        }
        let (path, fragment) =
            written.trim().split_once('#').map_or((written.trim(), None), |(path, rest)| (path, Some(rest)));
        let path = path.split('?').next().unwrap_or_default();
        let fragment = fragment.map(decoded);
        match (path, fragment) {
            ("", None) => Target::Broken(Why::Empty),
            ("", Some(fragment)) => Target::Here(fragment),
            (path, fragment) => self.local(from, &decoded(path), fragment.filter(|fragment| !fragment.is_empty())),
        }
    }

    fn local(&self, from: &SitePath, path: &str, fragment: Option<String>) -> Target {
        let folder = if path.starts_with('/') { "content" } else { from.folder() };
        let Some(full) = join(folder, path).filter(|full| full == "content" || full.starts_with("content/")) else {
            return Target::Broken(Why::Outside);
        };
        if let Some(found) = self.at(&full, fragment.clone()) {
            return found;
        }
        if let Some(found) = self.composed_otherwise(&full).and_then(|path| self.at(path.as_str(), fragment.clone())) {
            return found;
        }
        if path.starts_with('/')
            && let Some(found) = self.at_address(path, fragment)
        {
            return found;
        }
        Target::Broken(self.why(&full))
    }

    /// What the file or folder `full` below the site's root is.
    fn at(&self, full: &str, fragment: Option<String>) -> Option<Target> {
        let path = SitePath::new(full)?;
        if let Some(node) = self.node(&path) {
            return Some(node.target(&path, fragment));
        }
        // Documents are nodes, and the rows of a table are; a text that is neither, such as numbers for a chart, is
        // passed on like any other file.
        if self.source(&path).is_some() && !is_table(&path) {
            return Some(Target::Asset(path));
        }
        let folder = full.strip_prefix("content").unwrap_or_default().trim_start_matches('/');
        let section = self.section_of_source(folder)?;
        Some(match section.index {
            Some(index) => Target::Entry(index, fragment),
            None => Target::Route((*section.route).clone(), fragment),
        })
    }

    /// The file whose name is `full` but for how its accents are composed: systems differ in that, and
    /// nobody can see it.
    fn composed_otherwise(&self, full: &str) -> Option<SitePath> {
        if full.is_ascii() {
            return None;
        }
        let path = self.folded_sources().get(&folded(full))?;
        path.as_str().nfc().eq(full.nfc()).then(|| path.clone())
    }

    /// What is published at the address `path`, which begins with `/`.
    fn at_address(&self, path: &str, fragment: Option<String>) -> Option<Target> {
        let trimmed = path.trim_matches('/').trim_end_matches("index.html").trim_end_matches('/');
        if let Some(asset) =
            SitePath::new(&["content/static/", trimmed].concat()).filter(|asset| self.source(asset).is_some())
        {
            return Some(Target::Asset(asset));
        }
        let output = crate::path::OutputPath::new(&if trimmed.is_empty() {
            "index.html".into()
        } else {
            [trimmed, "/index.html"].concat()
        })?;
        let route = Route::of(&output, &self.settings.languages)?;
        if let Some(index) = self.entry_at(&route) {
            return Some(Target::Entry(index, fragment));
        }
        let made = match &route.place {
            Place::Page(_) => self.section_at(&route),
            Place::Vocabulary(vocabulary) => self.carried.contains_key(&(route.language.clone(), *vocabulary)),
            Place::Term { vocabulary, term, part: 1 } => self
                .carried
                .get(&(route.language.clone(), *vocabulary))
                .is_some_and(|terms| terms.keys().any(|at| self.vocabularies[vocabulary].terms()[*at].slug() == *term)),
            _ => false,
        };
        made.then_some(Target::Route(route, fragment))
    }

    fn why(&self, full: &str) -> Why {
        if SitePath::new(full).is_some_and(|path| is_table(&path) && self.source(&path).is_some()) {
            return Why::Table;
        }
        if let Some(path) = self.folded_sources().get(&folded(full)) {
            return Why::LetterCase(path.clone());
        }
        for candidate in
            [format!("{full}.md"), format!("{}.md", full.trim_end_matches(".html")), format!("{full}/index.md")]
        {
            if let Some(path) = self.folded_sources().get(&folded(&candidate)) {
                return Why::NoEnding(path.clone());
            }
        }
        Why::Missing(full.to_owned())
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
