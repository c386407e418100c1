//! The facts of a Markdown body: what the rest of the house needs to know without parsing again.
//!
//! All spans are bytes of the whole source, front matter included.

use crate::source::Span;

/// What stands in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Headings with words, in the order of the text.
    pub headings: Vec<Heading>,
    /// Links of every form, bare addresses too and images apart, in the order of the text. A link
    /// within an image's alternative text is none.
    pub links: Vec<Link>,
    /// Images.
    pub images: Vec<Image>,
    /// Code blocks in the order of the text.
    pub codes: Vec<Code>,
    /// Fenced blocks that name no language of code, in the order of the text: components, perhaps.
    pub fences: Vec<Fence>,
    /// Everything in the body that a rule has something to say about, in the order of the text; the
    /// first thousand of them.
    pub remarks: Vec<Remark>,
    /// How the body is shown.
    pub form: Form,
}

/// How a body is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As Markdown.
    #[default]
    Markdown,
    /// As the plain text that its author typed, because it nests too deep. There are no headings,
    /// links and images then, and one remark that says so.
    Plain,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// The anchor, unique in its document.
    pub id: String,
    /// The text without markup.
    pub text: String,
    /// Where it stands: the whole heading, its marks and attributes included.
    pub span: Span,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The target as written, entities and escapes resolved; an e-mail address begins with `mailto:`.
    pub target: String,
    /// The text without markup; the alternative texts of images in it count as text.
    pub text: String,
    /// The whole link.
    pub span: Span,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The target as written, entities and escapes resolved.
    pub target: String,
    /// The alternative text; empty where there is none.
    pub alt: String,
    /// The whole image.
    pub span: Span,
}

/// A code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The language that its fence names, in lower case; `None` where it names none, or is no fence.
    pub language: Option<String>,
    /// Whether it is coloured: we know the language, and neither the block nor all that were before
    /// it are too large.
    pub is_coloured: bool,
    /// The whole block, its fences included.
    pub span: Span,
}

/// A fenced block that names no language of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The first word after the fence, in lower case.
    pub name: String,
    /// What else stands in that line; `None` where nothing does.
    pub more: Option<Span>,
    /// The whole block, its fences included.
    pub span: Span,
    /// The line of the opening fence.
    pub opening: Span,
    /// What stands between the fences, without the marks of quotes and the indentation of lists.
    pub text: String,
    /// Where the parts of that text stand: the byte in `text` where each begins, and the one in the
    /// source.
    pub places: Vec<(usize, usize)>,
}

impl Fence {
    /// Where in the source the bytes `span` of the text stand.
    pub fn placed(&self, span: Span) -> Span {
        let at = |byte: usize| {
            let next = self.places.partition_point(|(start, _)| *start <= byte);
            let (text, source) = next.checked_sub(1).map_or((0, self.opening.range().end), |at| self.places[at]);
            source + (byte - text)
        };
        let range = span.range();
        // An end belongs to what is before it: the next line may stand farther away.
        let end = if range.is_empty() { at(range.start) } else { at(range.end - 1) + 1 };
        Span::new(at(range.start), end)
    }
}

/// A place in a body that a rule has something to say about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What is there.
    pub kind: RemarkKind,
    /// Where it is.
    pub span: Span,
}

/// What a [`Remark`] is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Raw HTML that is not let through and is shown as text: the tag's name in lower case, `!--` for
    /// an unclosed comment, `!` and `?` for declarations and instructions.
    RawHtml(String),
    /// An element that is let through and lacks its end, which was put where its block ends, or an end
    /// without a beginning, which is shown as text: the element's name.
    UnbalancedHtml(&'static str),
    /// `[text][label]` or `[label][]` whose label is nowhere defined: the label.
    UndefinedReference(String),
    /// `[^label]` without a definition: the label.
    UndefinedFootnote(String),
    /// A footnote that nothing refers to: the label.
    UnusedFootnote(String),
    /// A second definition of one footnote: the label.
    DuplicateFootnote(String),
    /// A heading without words, which is left out.
    EmptyHeading,
    /// `{#id}` given to two headings: the id.
    DuplicateHeadingId(String),
    /// What is in a heading's braces and is not an id or a class of letters, digits, `-` and `_`, and
    /// therefore left out: the attribute's name, or `#id` or `.class` as written.
    HeadingAttribute(String),
    /// A link or image whose address holds a blank, so that it is no link: the address.
    BlankInAddress(String),
    /// A code block in a known language that is shown without colours, because it is over 64 KiB, or
    /// has lines of more than 2,000 characters or several not much shorter, or the document has too
    /// much code before it.
    CodeTooLarge,
    /// A code block in a language that the highlighter does not know: the language.
    UnknownCodeLanguage(String),
    /// A formula that cannot be read and is shown as it was typed: what is wrong.
    Formula(String),
    /// A fence that is never closed: everything to the end of its block is code.
    UnclosedFence,
    /// A table whose header cells are all empty.
    TableWithoutHeader,
    /// Syntax of another generator that is shown as text: what it is and whose.
    Foreign(ForeignSyntax),
    /// Markdown or raw HTML nested deeper than 100 levels, which is shown as text.
    TooDeep,
}

/// Syntax of other generators that means nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForeignSyntax {
    /// `{{< name >}}` or `{{% name %}}`, Hugo's.
    HugoShortcode,
    /// `{% name %}` or `{{ name }}`, of Jekyll, Zola and Eleventy.
    LiquidTag,
    /// `:::note`, of Docusaurus, VitePress and Starlight.
    ContainerDirective,
    /// `import X from "…"` or `export …` at the start of a body, MDX.
    MdxModule,
    /// `{{#include file}}`, mdBook's.
    MdbookInclude,
    /// `[[page]]`, of Obsidian and wikis.
    WikiLink,
    /// `!!! note`, of Material for MkDocs.
    Admonition,
}
