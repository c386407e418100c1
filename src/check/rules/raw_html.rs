//! Raw HTML is shown, not run.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// Raw HTML stands in the text and is shown as it is written.
    ///
    /// Only `br wbr sub sup kbd abbr mark details summary` pass, without attributes. Nearly everything
    /// else has a form in Markdown.
    RAW_HTML = "raw-html", Warning, Adjustable;
    /// An HTML tag has no counterpart.
    ///
    /// `<mark>` needs a `</mark>`, in the same paragraph. homeroom closes what is open and shows what
    /// was never opened.
    UNBALANCED_HTML = "unbalanced-html", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let judge = |remark: &crate::parse::facts::Remark| {
        if let RemarkKind::UnbalancedHtml(name) = &remark.kind {
            let finding = at(entry, remark.span, &UNBALANCED_HTML, format!("the tag `<{name}>` has no counterpart"));
            return Some(
                finding
                    .help(format!("open with <{name}> and close with </{name}> in one paragraph, or take the tag out")),
            );
        }
        let RemarkKind::RawHtml(name) = &remark.kind else { return None };
        Some(at(entry, remark.span, &RAW_HTML, format!("the HTML `<{name}>` is shown as text")).help(instead(name)))
    };
    entry.document.facts.remarks.iter().filter_map(judge).collect()
}

/// The Markdown to use in place of an element.
fn instead(name: &str) -> &'static str {
    match name {
        "b" | "strong" => "write **bold**",
        "i" | "em" | "cite" => "write *emphasis*",
        "s" | "del" | "strike" => "write ~~struck out~~",
        "a" => "write [words](address)",
        "img" | "picture" | "figure" | "figcaption" | "source" => "write ![what it shows](name.jpg \"a caption\")",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "write ## and a blank before the heading",
        "ul" | "ol" | "li" => "begin each item with `- ` or `1. `",
        "table" | "tr" | "td" | "th" | "thead" | "tbody" | "caption" => "write a table with | between the cells",
        "p" | "div" | "span" | "section" | "center" | "font" | "article" | "aside" => {
            "leave the tag out; a blank line begins a paragraph, and `> [!NOTE]` sets text apart"
        }
        "code" | "pre" | "tt" => "write `code`, or three backticks above and below several lines",
        "blockquote" | "q" => "begin each line with `> `",
        "hr" => "write --- between two blank lines",
        "iframe" | "video" | "audio" | "embed" | "object" => {
            "link to it: [what it is](https://…); pages load nothing from elsewhere"
        }
        "script" | "style" | "form" | "input" | "button" | "svg" | "link" | "meta" => {
            "leave it out; pages hold no scripts, styles or forms of their own"
        }
        _ => "leave it out, or put it between backticks to show it",
    }
}
