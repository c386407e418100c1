//! Headings make an outline that can be followed by ear.

use crate::check::rule::{Around, Look, Rule, at};
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::parse::facts::RemarkKind;

crate::codes! {
    /// A heading skips a level.
    ///
    /// Screen readers step through headings by level. Below `##` comes `###`.
    HEADING_SKIP = "heading-skip", Warning, Adjustable;
    /// A second heading of level 1.
    ///
    /// The title of the page is its one heading of level 1. Begin the parts of a page with `##`.
    SECOND_H1 = "second-h1", Warning, Adjustable;
    /// A heading has no text.
    EMPTY_HEADING = "empty-heading", Warning, Adjustable;
    /// Two headings have one name.
    ///
    /// `{#name}` stands at two headings of a page; a link can lead to one of them only.
    DUPLICATE_HEADING_ID = "duplicate-heading-id", Warning, Adjustable;
    /// A heading has an attribute that is not let through.
    ///
    /// Only a name `{#name}` and classes `{.name}` may stand there.
    HEADING_ATTRIBUTE = "heading-attribute", Warning, Adjustable;
}

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(_: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut level = 1;
    let headings = &entry.document.facts.headings;
    let titled_by_first = entry.repeats_title();
    for (number, heading) in headings.iter().enumerate() {
        let text = crate::parse::value::shortened(&heading.text);
        if heading.level == 1 && !(number == 0 && titled_by_first) {
            let message =
                format!("\"{text}\" is a second heading of level 1; the first is the title \"{}\"", entry.common.title);
            findings.push(
                at(entry, heading.span, &SECOND_H1, message)
                    .help("begin it with ##, and the headings below it with ###"),
            );
        }
        if heading.level > level + 1 {
            let message = format!(
                "the heading \"{text}\" has level {}, and what stands above it has level {level}",
                heading.level
            );
            findings.push(
                at(entry, heading.span, &HEADING_SKIP, message)
                    .help(format!("begin it with {}", "#".repeat(usize::from(level) + 1))),
            );
        }
        level = heading.level;
    }
    findings.extend(entry.document.facts.remarks.iter().filter_map(|remark| {
        match &remark.kind {
            RemarkKind::EmptyHeading => Some(
                at(entry, remark.span, &EMPTY_HEADING, "this heading has no text")
                    .help("write the heading after the `#`, or take the line out"),
            ),
            RemarkKind::DuplicateHeadingId(id) => Some(
                at(entry, remark.span, &DUPLICATE_HEADING_ID, format!("another heading is named \"{id}\" already"))
                    .help("give this one another name"),
            ),
            RemarkKind::HeadingAttribute(name) => Some(
                at(entry, remark.span, &HEADING_ATTRIBUTE, format!("\"{name}\" cannot stand at a heading"))
                    .help("only {#name} and {.class} can"),
            ),
            _ => None,
        }
    }));
    findings
}
