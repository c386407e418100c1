//! The facts of a Markdown body: what the rest of the house needs to know without parsing again.
//!
//! All spans are bytes of the whole source, front matter included.

use crate::source::Span;

/// What stands in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Headings in the order of the text.
    pub headings: Vec<Heading>,
    /// Links of every form, images apart.
    pub links: Vec<Link>,
    /// Images.
    pub images: Vec<Image>,
    /// Everything in the body that a rule has something to say about.
    pub remarks: Vec<Remark>,
    /// The number of words of text, code apart.
    pub words: usize,
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
    /// Where it stands.
    pub span: Span,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The target as written, entities and escapes resolved.
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
    /// Raw HTML that is not let through and is shown as text: the tag's name in lower case.
    RawHtml(String),
    /// `[text][label]` or `[text]: …` forms whose label is nowhere defined: the label.
    UndefinedReference(String),
    /// `[^label]` without a definition: the label.
    UndefinedFootnote(String),
    /// A footnote that nothing refers to: the label.
    UnusedFootnote(String),
    /// A second definition of one footnote: the label.
    DuplicateFootnote(String),
    /// `{#id}` given to two headings: the id.
    DuplicateHeadingId(String),
    /// Attributes on a heading other than an id and classes: the attribute's name.
    HeadingAttribute(String),
    /// A code block over 64 KiB, or with a line of more than 2,000 characters, shown without colours.
    CodeTooLarge,
    /// A code block in a language that the highlighter does not know: the language.
    UnknownCodeLanguage(String),
    /// A fence that is never closed.
    UnclosedFence,
    /// A table whose header cells are all empty.
    TableWithoutHeader,
    /// Syntax of another generator that is shown as text: what it is and whose.
    Foreign(ForeignSyntax),
    /// Markdown nested deeper than 100 levels, or so costly to read that it is shown as text.
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
