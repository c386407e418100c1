//! Markdown → HTML: the pieces of a body written to one string.
//!
//! 1. The pieces come from [`read`](crate::parse::markdown::read), where raw HTML was settled.
//! 2. `write` writes them; `block` and `inline` hold what takes more than a tag; `table`,
//!    `caption`, `image` and `footnotes` keep what can be written only when more is known.
//! 3. `escape` is the only way for an author's characters into the page.
//!
//! There are no findings here: whatever there is to say is among the facts.

pub mod blanks;
mod block;
mod caption;
pub(super) mod escape;
mod footnotes;
mod image;
mod inline;
mod table;
mod write;

use crate::parse::facts::{Facts, Form};
use crate::parse::markdown::read::read;
use crate::source::Span;

/// Well-formed HTML of a body, from its first block to its footnotes, without scripts, styles and handlers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(pub String);

/// What the addresses in a body lead to. The site's model answers this.
pub trait Links {
    /// What a link to `target` leads to.
    fn link(&self, target: &str) -> Target;

    /// The picture at `target`; `None` where there is none, and its alternative text stands for it.
    fn picture(&self, target: &str) -> Option<Picture>;
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A page, a file or an address elsewhere.
    Href {
        /// The address as it stands in the page.
        url: String,
        /// Whether it lies outside the site.
        external: bool,
    },
    /// Nothing that is published: the link's text stands without a link.
    Text,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The address as it stands in the page.
    pub src: String,
    /// The width in pixels; `None` where it is unknown.
    pub width: Option<u32>,
    /// The height in pixels; `None` where it is unknown.
    pub height: Option<u32>,
    /// All its files by their addresses and widths in pixels, from small to large, `src` among them;
    /// nothing where that is the only one.
    pub offered: Vec<(String, u32)>,
}

/// How a body is shown.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// The words that we add, in the page's language.
    pub words: Words<'a>,
    /// What becomes of the body's first heading of level 1.
    pub title: Title,
    /// Whether headings have links to themselves.
    pub anchors: Anchors,
    /// Colours code: appends the HTML of `code` in `language` and says whether it did; where not,
    /// the code stands as it is. A memo may lie behind it.
    pub highlight: &'a dyn Fn(&str, &str, &mut String) -> bool,
    /// Appends the component whose block begins at this byte of the text, and says whether there is one;
    /// where not, the block is code.
    pub component: &'a dyn Fn(usize, &mut String) -> bool,
}

/// What becomes of the body's first heading of level 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// It is shown like any other.
    Shown,
    /// It is left out, as the page is titled by it.
    LeftOut,
}

/// Whether headings have links to themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchors {
    /// A link stands beside each heading, not in it: what a screen reader lists as the page's
    /// headings then holds their words alone, and copying a heading copies no sign.
    Beside,
    /// Headings stand alone, as in a feed.
    None,
}

/// The words that we add to a page. `{}` stands for a number or a heading.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The titles of the alerts: note, tip, important, warning, caution.
    pub alerts: [&'a str; 5],
    /// The name of the footnotes as a part of the page.
    pub footnotes: &'a str,
    /// The name of a reference to a footnote.
    pub footnote: &'a str,
    /// The name of the way back from a footnote.
    pub back: &'a str,
    /// The name of the link beside a heading.
    pub section: &'a str,
    /// The name of a wide table without a caption.
    pub table: &'a str,
    /// What a caption begins with, apart from the English `Table:` that is always understood.
    pub caption: &'a str,
    /// The summary of folded text that has none.
    pub details: &'a str,
    /// The ten digits from nought on.
    pub digits: &'a str,
}

impl Words<'static> {
    /// The words in English.
    pub const ENGLISH: Self = Self {
        alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
        footnotes: "Footnotes",
        footnote: "Footnote {}",
        back: "Back to reference {}",
        section: "Link to this section: {}",
        table: "Table {}",
        caption: "Table:",
        details: "Details",
        digits: "0123456789",
    };
}

impl Words<'_> {
    /// `name` with `figures` in it, in the language's digits.
    fn numbered(&self, name: &str, figures: &str) -> String {
        name.replacen("{}", &self.in_own_digits(figures), 1)
    }

    /// `figures` in the language's digits.
    fn in_own_digits(&self, figures: &str) -> String {
        let own = |c: char| c.to_digit(10).and_then(|digit| self.digits.chars().nth(digit as usize)).unwrap_or(c);
        figures.chars().map(own).collect()
    }
}

/// Appends `picture` as one that says nothing: words stand beside it. It is loaded when it is near.
pub(super) fn decoration(out: &mut String, picture: Picture) {
    let image = image::Image { picture: Some(picture), title: String::new(), alt: String::new() };
    // Without a title it is never a figure.
    drop(image.write(out, false, None));
}

/// The HTML of `body` in `text`, whose facts are `facts`.
pub fn render(text: &str, body: Span, facts: &Facts, links: &dyn Links, settings: Settings<'_>) -> Html {
    let source = &text[body.range()];
    let mut out = String::with_capacity(source.len() + source.len() / 4);
    match facts.form {
        Form::Plain => {
            out.push_str("<pre class=\"plain\" tabindex=\"0\">\n");
            escape::text(&mut out, source);
            out.push_str("</pre>\n");
        }
        Form::Markdown => write::write(&mut out, read(text, body), facts, links, settings),
    }
    Html(out)
}
