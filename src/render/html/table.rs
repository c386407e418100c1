//! Tables: written apart, as what stands around them depends on all their rows.

use pulldown_cmark::Alignment;

use super::footnotes::push;
use super::{Words, escape};

/// A table of more columns stands in a region of its own that can be scrolled.
const COLUMNS: usize = 4;

/// So does one with a longer row, in characters.
const ROW: usize = 60;

/// A table while it is written, or until its caption is known.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// The number of the table in its page, from 1.
    number: usize,
    /// What is written so far of its rows.
    pub(super) rows: String,
    /// The caption's HTML.
    pub(super) caption: Option<String>,
    part: Part,
    column: usize,
    /// Where the cell that is open begins, and its text.
    cell: usize,
    is_header: bool,
    /// Whether the first header cell is empty, so that the first cells of rows are headers.
    has_row_headers: bool,
    has_header: bool,
    characters: usize,
    longest: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Body,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>, number: usize, caption: Option<String>) -> Self {
        Self {
            alignments,
            number,
            rows: String::new(),
            caption,
            part: Part::Head,
            column: 0,
            cell: 0,
            is_header: false,
            has_row_headers: false,
            has_header: false,
            characters: 0,
            longest: 0,
        }
    }

    /// Counts `text` towards the length of its row.
    pub(super) fn count(&mut self, text: &str) {
        self.characters += text.chars().count();
    }

    pub(super) fn end_head(&mut self, out: &mut String) {
        out.push_str("</tr>\n");
        self.end_line();
        self.part = Part::Body;
        if self.has_header {
            out.insert_str(0, "<thead>\n");
            out.push_str("</thead>\n");
        } else {
            // A row of empty headers would be read out as such.
            out.clear();
        }
    }

    pub(super) fn start_row(&mut self, out: &mut String) {
        self.column = 0;
        out.push_str("<tr>");
    }

    pub(super) fn end_row(&mut self, out: &mut String) {
        out.push_str("</tr>\n");
        self.end_line();
    }

    /// Begins a cell. In the head it is known only at its end whether it is a header.
    pub(super) fn start_cell(&mut self, out: &mut String) {
        self.cell = out.len();
        self.is_header = self.part == Part::Head || (self.column == 0 && self.has_row_headers);
        out.push_str(match (self.is_header, self.part) {
            (false, _) => "<td",
            (true, Part::Head) => "<th scope=\"col\"",
            (true, Part::Body) => "<th scope=\"row\"",
        });
        out.push_str(match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    pub(super) fn end_cell(&mut self, out: &mut String) {
        let is_empty = out.ends_with('>') && out[self.cell..].find('>') == Some(out.len() - self.cell - 1);
        if is_empty && self.is_header {
            // An empty header names nothing.
            out.truncate(self.cell);
            out.push_str("<td>");
            self.is_header = false;
        }
        if self.part == Part::Head {
            self.has_header |= !is_empty;
            self.has_row_headers |= is_empty && self.column == 0;
        }
        out.push_str(if self.is_header { "</th>" } else { "</td>" });
        self.column += 1;
    }

    /// Writes the whole table.
    pub(super) fn write(self, words: &Words<'_>, out: &mut String) {
        let number = self.number;
        let is_wide = self.alignments.len() > COLUMNS || self.longest > ROW;
        if is_wide {
            out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-");
            if self.caption.is_some() {
                push(out, format_args!("labelledby=\"table:{number}"));
            } else {
                out.push_str("label=\"");
                escape::attribute(out, &words.numbered(words.table, &number.to_string()));
            }
            out.push_str("\">\n");
        }
        out.push_str("<table>\n");
        if let Some(caption) = &self.caption {
            if is_wide {
                push(out, format_args!("<caption id=\"table:{number}\">"));
            } else {
                out.push_str("<caption>");
            }
            out.push_str(caption);
            out.push_str("</caption>\n");
        }
        // The head has its own element; all that follows is the body.
        let head = self.rows.find("</thead>\n").map_or(0, |at| at + "</thead>\n".len());
        let (head, body) = self.rows.split_at(head);
        out.push_str(head);
        if !body.is_empty() {
            out.push_str("<tbody>\n");
            out.push_str(body);
            out.push_str("</tbody>\n");
        }
        out.push_str("</table>\n");
        if is_wide {
            out.push_str("</div>\n");
        }
    }

    fn end_line(&mut self) {
        self.longest = self.longest.max(self.characters);
        self.characters = 0;
    }
}
