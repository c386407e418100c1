//! Syntax of other generators is named, not guessed at.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::{ForeignSyntax, RemarkKind};

crate::codes! {
    /// Syntax of another generator stands in the text.
    ///
    /// Shortcodes, tags in `{% %}`, `:::` containers and MDX imports mean nothing here; they are shown
    /// as they are written. Write Markdown instead, or put them into a code block if you want to show
    /// them.
    FOREIGN_SYNTAX = "foreign-syntax", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| {
        let RemarkKind::Foreign(syntax) = &remark.kind else { return None };
        let (what, help) = described(*syntax);
        Some(
            at(entry, remark.span, &FOREIGN_SYNTAX, format!("{what} means nothing here and is shown as text"))
                .help(help),
        )
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}

fn described(syntax: ForeignSyntax) -> (&'static str, &'static str) {
    match syntax {
        ForeignSyntax::HugoShortcode => {
            ("a Hugo shortcode", "write Markdown: ![what it shows](name.jpg) for a figure, a link for a video")
        }
        ForeignSyntax::LiquidTag => {
            ("a tag of Jekyll, Zola or Eleventy", "write what it stands for, or put it into a code block to show it")
        }
        ForeignSyntax::ContainerDirective => {
            ("a `:::` container", "write an alert: a line `> [!NOTE]`, and below it lines that begin with `> `")
        }
        ForeignSyntax::MdxModule => ("an MDX import or export", "take the line out and write Markdown"),
        ForeignSyntax::MdbookInclude => ("an mdBook include", "copy the text in, or link to it"),
        ForeignSyntax::WikiLink => ("a wiki link", "write a Markdown link: [what it is](page.md)"),
        ForeignSyntax::Admonition => {
            ("a `!!!` admonition", "write an alert: a line `> [!NOTE]`, and below it lines that begin with `> `")
        }
    }
}
