//! A row of a table: where a document stands that is no file by itself.

use std::sync::Arc;

use crate::path::SitePath;
use crate::source::{Span, Text};

/// Where in a table a document stands.
#[derive(Clone, Debug)]
pub struct Row {
    /// The table's file.
    pub file: SitePath,
    /// What its rows are called.
    pub unit: Unit,
    /// Its number among them, from 1; in CSV the header is row 1.
    pub number: usize,
    /// The whole row.
    pub span: Span,
    /// The header that names the columns; `None` where each row names its own fields.
    pub header: Option<Span>,
    /// Where its id stands, where it has one.
    pub id: Option<Span>,
    /// The document's own text: the body as it reads when the marks for writing it are resolved.
    pub text: Arc<Text>,
    /// Where that stands.
    pub body: Written,
}

/// What the parts of a table are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The rows of a spreadsheet.
    Row,
    /// The entries of a list.
    Entry,
}

/// How a text stands in a file that writes it otherwise, with doubled quotation marks or `\n` for a line's end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// All of it, in the file.
    pub span: Span,
    /// Where the runs begin that both have in common: in the text, in the file. Empty where nobody knows,
    /// so that every part of the text stands somewhere in `span`.
    pub runs: Vec<(u32, u32)>,
}

impl Row {
    /// Its name in messages: `row 7 of content/prompts/all.csv`.
    pub fn shown(&self) -> String {
        format!("{} of {}", self.name(), self.file)
    }

    /// Its name where the file is known: `row 7`.
    pub fn name(&self) -> String {
        match self.unit {
            Unit::Row => format!("row {}", self.number),
            Unit::Entry => format!("entry {}", self.number),
        }
    }
}

impl Written {
    /// What the part `span` of the text is in the file.
    pub fn in_file(&self, span: Span) -> Span {
        if self.runs.is_empty() {
            return self.span;
        }
        let at = |byte: u32| {
            let (own, file) = self.runs[self.runs.partition_point(|(own, _)| *own <= byte).saturating_sub(1)];
            (file + byte.saturating_sub(own)).clamp(self.span.start, self.span.end)
        };
        // What ends where a run ends does not reach over the marks that follow it.
        let end = if span.end > span.start { at(span.end - 1) + 1 } else { at(span.start) };
        Span { start: at(span.start), end: end.min(self.span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_text_is_found_where_it_is_written() {
        let file = "title,all\n\"say \"\"hi\"\"\\nend\"";
        let written = Written { span: Span::new(10, 27), runs: vec![(0, 11), (5, 17), (8, 21), (9, 23)] };
        let at = |start: usize, end: usize| &file[written.in_file(Span::new(start, end)).range()];
        assert_eq!((at(0, 4), at(5, 7), at(9, 12), at(9, 90)), ("say ", "hi", "end", "end\""));
        assert_eq!(Written { span: Span::new(3, 9), runs: Vec::new() }.in_file(Span::new(1, 2)), Span::new(3, 9));
    }
}
