//! Fragments: the parts of a page that many pages share, each rendered once.
//!
//! A menu is the same on all the pages that it leads to, but for the link that leads to the page
//! itself. Where a template writes an entry's `current`, a mark stands in the fragment; a page puts
//! `aria-current` in the place of its own, and nothing in that of the others.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use tera::Value;

/// What a mark begins and ends with: characters that Unicode keeps for a program's own use.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';

/// HTML with the places where a page can mark one entry.
#[derive(Debug, PartialEq, Eq)]
pub struct Fragment {
    html: String,
    /// Where the marks stood, and of which entry they are, in the order of the text.
    places: Vec<(usize, usize)>,
}

/// How an entry of a menu is marked on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Current {
    /// It leads to the page itself.
    Page,
    /// It leads to the section in which the page lies.
    Section,
}

/// One fragment for each depth of the pages that show it, as the way to the site's root differs.
#[derive(Debug, Default)]
pub struct Fragments(Mutex<BTreeMap<usize, Arc<Fragment>>>);

/// The mark for the entry at `position` of a menu.
pub fn mark(position: usize) -> Value {
    Value::safe_string(&format!("{BEGIN}{position}{END}"))
}

impl Fragment {
    /// The fragment that `rendered` is, its marks taken out.
    pub fn new(rendered: &str) -> Self {
        let mut fragment = Self { html: String::with_capacity(rendered.len()), places: Vec::new() };
        // A template's last line ends where the page goes on.
        let mut pieces = rendered.trim_end().split(BEGIN);
        fragment.html.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let marked = piece.split_once(END).and_then(|(mark, rest)| Some((mark.parse().ok()?, rest)));
            if let Some((position, _)) = marked {
                fragment.places.push((fragment.html.len(), position));
            }
            fragment.html.push_str(marked.map_or(piece, |(_, rest)| rest));
        }
        fragment
    }

    /// The HTML with the entry at a position marked, where one is given.
    pub fn marked(&self, current: Option<(usize, Current)>) -> Value {
        let Some((position, current)) = current else { return Value::safe_string(&self.html) };
        let mut html = String::with_capacity(self.html.len() + 32);
        let mut written = 0;
        for (at, _) in self.places.iter().filter(|(_, marked)| *marked == position) {
            html.push_str(&self.html[written..*at]);
            // Writing to a String cannot fail.
            let _ = write!(html, " aria-current=\"{}\"", current.name());
            written = *at;
        }
        html.push_str(&self.html[written..]);
        Value::safe_string(&html)
    }
}

impl Fragments {
    /// The fragment for pages `depth` folders below the root; `render` makes it where it is not made yet.
    ///
    /// # Errors
    /// Those of `render`.
    pub fn at<E>(&self, depth: usize, render: impl FnOnce() -> Result<String, E>) -> Result<Arc<Fragment>, E> {
        // A fragment is put in whole, so the map is sound even where another thread has failed.
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fragment) = made.get(&depth) {
            return Ok(Arc::clone(fragment));
        }
        let fragment = Arc::new(Fragment::new(&render()?));
        made.insert(depth, Arc::clone(&fragment));
        Ok(fragment)
    }
}

impl Current {
    /// The value of `aria-current`.
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Section => "true",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(fragment: &Fragment, current: Option<(usize, Current)>) -> String {
        fragment.marked(current).to_string()
    }

    #[test]
    fn a_page_marks_its_own_entry_and_no_other() {
        let rendered = format!("<a href=\"a\"{}>A</a><a href=\"b\"{}>B</a>", mark(0), mark(1));
        let fragment = Fragment::new(&rendered);
        assert_eq!(marked(&fragment, None), "<a href=\"a\">A</a><a href=\"b\">B</a>");
        assert_eq!(
            marked(&fragment, Some((1, Current::Page))),
            "<a href=\"a\">A</a><a href=\"b\" aria-current=\"page\">B</a>"
        );
        assert_eq!(
            marked(&fragment, Some((0, Current::Section))),
            "<a href=\"a\" aria-current=\"true\">A</a><a href=\"b\">B</a>"
        );
    }

    #[test]
    fn an_entry_that_a_template_leaves_out_or_turns_round_is_no_other_entry() {
        let fragment = Fragment::new(&format!("<b{}>2</b><b{}>0</b>", mark(2), mark(0)));
        assert_eq!(marked(&fragment, Some((0, Current::Page))), "<b>2</b><b aria-current=\"page\">0</b>");
        assert_eq!(marked(&fragment, Some((1, Current::Page))), "<b>2</b><b>0</b>");
    }

    #[test]
    fn a_fragment_is_rendered_once_for_each_depth() {
        let fragments = Fragments::default();
        let render = || Ok::<_, ()>("a".to_owned());
        assert!(fragments.at(1, render).is_ok());
        assert!(fragments.at(1, || Err(())).is_ok());
        assert_eq!(fragments.at(2, || Err("wrong")), Err("wrong"));
    }
}
