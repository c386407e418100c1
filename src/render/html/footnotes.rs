//! Footnotes: numbered by their first reference, shown after the text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use super::{Words, escape};
use crate::parse::markdown::footnotes::key;
use crate::parse::markdown::read::Piece;

/// Pieces with their places.
pub(super) type Pieces<'a> = Vec<(Piece<'a>, Range<usize>)>;

/// The footnotes of a page while it is written.
///
/// Ids have a `:`, which no anchor of a heading has.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    /// What each holds, until it is written.
    contents: BTreeMap<String, Pieces<'a>>,
    /// The number of each that is referred to, from 1.
    numbers: BTreeMap<String, usize>,
    /// The keys in the order of their numbers, and how many references each has.
    order: Vec<(String, usize)>,
}

impl<'a> Footnotes<'a> {
    /// Keeps what the footnote `label` holds. The first definition counts.
    pub(super) fn keep(&mut self, label: &str, pieces: Pieces<'a>) {
        self.contents.entry(key(label)).or_insert(pieces);
    }

    /// Writes a reference to the footnote `label`.
    pub(super) fn refer(&mut self, label: &str, words: &Words<'_>, out: &mut String) {
        let key = key(label);
        let number = *self.numbers.entry(key.clone()).or_insert_with(|| {
            self.order.push((key, 0));
            self.order.len()
        });
        let count = &mut self.order[number - 1].1;
        *count += 1;
        let shown = words.in_own_digits(&number.to_string());
        let name = words.numbered(words.footnote, &shown);
        out.push_str("<sup><a href=\"#fn:");
        push(
            out,
            format_args!("{number}\" id=\"fnref:{}\" role=\"doc-noteref\" aria-label=\"", reference(number, *count)),
        );
        escape::attribute(out, &name);
        push(out, format_args!("\">{shown}</a></sup>"));
    }

    /// What the footnote holds that is the next to be written after `written` others.
    pub(super) fn next(&mut self, written: usize) -> Option<Pieces<'a>> {
        let (key, _) = self.order.get(written)?;
        Some(self.contents.remove(key).unwrap_or_default())
    }

    /// Writes the section of footnotes, where `bodies` are what each holds, by number.
    pub(super) fn write(&self, bodies: &[String], words: &Words<'_>, out: &mut String) {
        if bodies.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        escape::attribute(out, words.footnotes);
        out.push_str("\">\n<ol>\n");
        for (at, (body, (_, count))) in bodies.iter().zip(&self.order).enumerate() {
            let number = at + 1;
            push(out, format_args!("<li id=\"fn:{number}\">\n"));
            // The way back stands at the end of the last paragraph, not in a line of its own.
            let body = body.trim_end();
            let (body, end) = body.strip_suffix("</p>").map_or((body, ""), |body| (body, "</p>"));
            out.push_str(body);
            for reference_count in 1..=*count {
                let reference = reference(number, reference_count);
                push(out, format_args!(" <a href=\"#fnref:{reference}\" role=\"doc-backlink\" aria-label=\""));
                escape::attribute(out, &words.numbered(words.back, &reference));
                out.push_str("\">\u{21a9}\u{fe0e}");
                if reference_count > 1 {
                    push(out, format_args!("<sup>{}</sup>", words.in_own_digits(&reference_count.to_string())));
                }
                out.push_str("</a>");
            }
            out.push_str(end);
            out.push_str("\n</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }
}

/// The name of a reference: the footnote's number, and from its second on which one it is.
fn reference(number: usize, count: usize) -> String {
    if count == 1 { number.to_string() } else { format!("{number}-{count}") }
}

/// Appends what is formatted.
pub(super) fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("writing to a String cannot fail");
}
