//! CSV → rows of cells with places, in whatever dialect a spreadsheet program saves.
//!
//! 1. `dialect` tells what parts the cells: comma, semicolon or tab.
//! 2. [`read`] finds where each cell stands; nothing is copied.
//! 3. [`Cell::text`] gives a cell's words, when somebody asks.
//!
//! The form is that of RFC 4180, read as Excel and LibreOffice read it: a byte order mark, line ends of
//! every system, line ends within quotation marks and a first line `sep=;` are taken as they come. There
//! is a crate for the form; it gives no places, no word of a quotation mark that is never closed, and the
//! rest is these few lines. A test holds them to what that crate reads.

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::path::SitePath;
use crate::source::Span;

crate::codes! {
    /// A quotation mark in a CSV file is never closed, or its cell goes on after it.
    ///
    /// A cell that holds commas, line breaks or quotation marks stands in quotation marks, and a mark
    /// within it is written twice: `"say ""hi"" first"`. A spreadsheet program does this by itself when
    /// it saves; a slip of the hand is named here.
    UNCLOSED_QUOTE = "unclosed-quote", Error, Fixed;
    /// A row of a CSV file has more or fewer cells than its first row.
    ///
    /// Most often a cell holds the sign that parts the cells: put double quotes around its text.
    UNEVEN_ROW = "uneven-row", Error, Fixed;
}

/// How many findings one text may have before the others are left out.
const MOST_FINDINGS: usize = 100;

/// The cells of a CSV text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What parts the cells of a row.
    pub delimiter: u8,
    /// Whether every quotation mark is closed. Where one is not, the last row is not to be relied on.
    pub is_whole: bool,
    cells: Vec<Cell>,
    /// For each row how many cells there are up to its end.
    ends: Vec<usize>,
}

/// A row of a sheet; an empty line is a row of one empty cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Its number as a spreadsheet program shows it, from 1.
    pub number: usize,
    /// Its cells; at least one.
    pub cells: &'a [Cell],
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands, its quotation marks included.
    pub span: Span,
}

impl Sheet {
    /// The number of rows.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The row at the position `at`, from 0.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(Row { number: at + 1, cells: &self.cells[start..end] })
    }

    /// All rows, the header first.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|at| self.row(at))
    }
}

impl Row<'_> {
    /// Where it stands, without the end of its line.
    pub fn span(&self) -> Span {
        let (first, last) = (self.cells.first(), self.cells.last());
        first.zip(last).map_or_else(Span::default, |(first, last)| Span { start: first.span.start, end: last.span.end })
    }

    /// Whether no cell of it holds anything in the text `source` but blanks.
    pub fn is_blank(&self, source: &str) -> bool {
        self.cells.iter().all(|cell| cell.is_blank(source))
    }
}

impl Cell {
    /// What it holds in the text `source`, without its quotation marks.
    pub fn text<'a>(&self, source: &'a str) -> Cow<'a, str> {
        let mut runs = self.runs(source).map(|(run, _)| run).filter(|run| !run.is_empty());
        let first = runs.next().unwrap_or_default();
        match runs.next() {
            None => Cow::Borrowed(first),
            Some(second) => Cow::Owned([first, second].into_iter().chain(runs).collect()),
        }
    }

    /// The runs of characters that it is written in, and where each begins in the text `source`. Between
    /// them stands what is only for writing it: quotation marks.
    pub fn runs<'a>(&self, source: &'a str) -> impl Iterator<Item = (&'a str, usize)> + use<'a> {
        let (base, raw) = (self.span.start as usize, source.get(self.span.range()).unwrap_or_default());
        let mut is_quoted = raw.starts_with('"');
        let mut at = usize::from(is_quoted);
        std::iter::from_fn(move || {
            let rest = raw.get(at..).filter(|rest| !rest.is_empty())?;
            let start = at;
            let mark = rest.find('"').filter(|_| is_quoted);
            let length = match mark {
                None => rest.len(),
                // Of two marks the first is the one that is meant.
                Some(mark) if rest[mark + 1..].starts_with('"') => mark + 1,
                Some(mark) => {
                    is_quoted = false;
                    mark
                }
            };
            at += length + usize::from(mark.is_some());
            Some((&rest[..length], base + start))
        })
    }

    /// Whether it holds nothing but blanks in the text `source`.
    pub fn is_blank(&self, source: &str) -> bool {
        self.runs(source).all(|(run, _)| run.trim().is_empty())
    }
}

/// The cells of `text`, the file `file`, and what is wrong with how they are written.
pub fn read(file: &SitePath, text: &str) -> (Sheet, Vec<Diagnostic>) {
    let (delimiter, start) = dialect(text);
    let mut sheet = Sheet { delimiter, is_whole: true, cells: Vec::new(), ends: Vec::new() };
    let mut findings = Vec::new();
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        let start = at;
        let (end, trouble) = cell_end(bytes, at, delimiter);
        sheet.cells.push(Cell { span: Span::new(start, end) });
        match trouble {
            None => {}
            Some(Trouble::Unclosed) => {
                sheet.is_whole = false;
                findings.push(unclosed(file, sheet.len() + 1, start));
            }
            Some(Trouble::Stray(close)) if findings.len() < MOST_FINDINGS => {
                findings.push(stray(file, start, Span::new(close, end)));
            }
            Some(Trouble::Stray(_)) => {}
        }
        at = end + 1;
        match bytes.get(end) {
            Some(byte) if *byte == delimiter => {
                // A delimiter at the end of the text is followed by an empty cell.
                if at == bytes.len() {
                    sheet.cells.push(Cell { span: Span::new(at, at) });
                    sheet.ends.push(sheet.cells.len());
                }
            }
            byte => {
                at += usize::from(byte == Some(&b'\r') && bytes.get(at) == Some(&b'\n'));
                sheet.ends.push(sheet.cells.len());
            }
        }
    }
    (sheet, findings)
}

/// What is wrong with a cell's quotation marks.
enum Trouble {
    /// The one that opens it is never closed.
    Unclosed,
    /// Something follows the one at this byte, which closes it.
    Stray(usize),
}

/// Where the cell that begins at `at` ends.
fn cell_end(bytes: &[u8], at: usize, delimiter: u8) -> (usize, Option<Trouble>) {
    let plain_end = |from: usize| {
        let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
        bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length)
    };
    if bytes[at] != b'"' {
        return (plain_end(at), None);
    }
    let mut mark = at;
    loop {
        let Some(next) = bytes[mark + 1..].iter().position(|byte| *byte == b'"') else {
            return (bytes.len(), Some(Trouble::Unclosed));
        };
        mark += next + 1;
        if bytes.get(mark + 1) != Some(&b'"') {
            break;
        }
        mark += 1;
    }
    let end = plain_end(mark + 1);
    (end, (end > mark + 1).then_some(Trouble::Stray(mark)))
}

/// What parts the cells of `text`, and where its first row begins.
fn dialect(text: &str) -> (u8, usize) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let line = &text[start..start + text[start..].find(['\n', '\r']).unwrap_or(text.len() - start)];
    let told = line.trim_matches('"').strip_prefix("sep=").map(str::as_bytes);
    if let Some([delimiter @ (b',' | b';' | b'\t' | b'|')]) = told {
        let rest = text[start + line.len()..].strip_prefix('\r').unwrap_or(&text[start + line.len()..]);
        let rest = rest.strip_prefix('\n').unwrap_or(rest);
        return (*delimiter, text.len() - rest.len());
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text[start..].bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            byte if !is_quoted => counts.iter_mut().filter(|(of, _)| *of == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    // Of several that occur equally often the first is the usual one.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b',', |(delimiter, _)| *delimiter), start)
}

/// That a row has more or fewer cells than the header, which has `wanted`; `None` where it has as many. Empty
/// cells beyond the header's harm nobody.
pub fn uneven(file: &SitePath, wanted: usize, delimiter: u8, source: &str, row: Row<'_>) -> Option<Diagnostic> {
    let found = row.cells.len();
    let is_filled = |cell: &Cell| !cell.is_blank(source);
    if found == wanted || found > wanted && !row.cells[wanted..].iter().any(is_filled) {
        return None;
    }
    let count = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    let sign = match delimiter {
        b',' => "comma",
        b';' => "semicolon",
        b'\t' => "tab",
        _ => "bar",
    };
    let is_indented = |cell: &Cell| source[cell.span.range()].trim_start().starts_with('"');
    let help = if found < wanted {
        format!("add the cells that are missing, each after a {sign}; they may be empty")
    } else if row.cells.iter().any(|cell| is_indented(cell) && !source[cell.span.range()].starts_with('"')) {
        "take out the blank that stands before a quotation mark".to_owned()
    } else {
        format!("put double quotes around the text that holds a {sign}")
    };
    let message = format!("row {} has {}, and the header has {}", row.number, count(found), count(wanted));
    Some(Diagnostic::new(&UNEVEN_ROW, message).at(file, row.span()).help(help))
}

fn unclosed(file: &SitePath, row: usize, at: usize) -> Diagnostic {
    Diagnostic::new(&UNCLOSED_QUOTE, format!("a quotation mark opens a cell of row {row} and is never closed"))
        .at(file, Span::new(at, at + 1))
        .help("write a quotation mark at the end of the cell; a mark within it is written twice: \"\"")
}

fn stray(file: &SitePath, cell: usize, rest: Span) -> Diagnostic {
    Diagnostic::new(&UNCLOSED_QUOTE, "the quotation mark here closes its cell, but the cell goes on")
        .at(file, rest)
        .label(file, Some(Span::new(cell, cell + 1)), "the mark that opens it")
        .help("a quotation mark within a cell is written twice: \"\"; the cell's last character is a single one")
}

#[cfg(test)]
mod tests;
