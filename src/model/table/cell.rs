//! A cell of a sheet: what it says, and what a spreadsheet program has left there.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::model::table::{ODD_CELL, TABLE_TOO_LARGE};
use crate::parse::cell::items;
use crate::parse::csv::Cell;
use crate::parse::row::Written;
use crate::parse::value::{Data, Value, shortened};
use crate::path::SitePath;
use crate::source::Span;

/// The longest cell that is read, in bytes.
const LONGEST: usize = 32 * 1024;

/// What spreadsheet programs show where a formula has no value.
const ERRORS: &[&str] =
    &["#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#ERROR!"];

/// The text of a cell with the places where it is written.
pub(super) fn text(cell: &Cell, source: &str) -> (String, Written) {
    let mut text = String::with_capacity(cell.span.range().len());
    let mut runs = Vec::new();
    for (run, at) in cell.runs(source) {
        for (piece, within) in resolved(run) {
            runs.push((text.len() as u32, (at + within) as u32));
            text.push_str(piece);
        }
    }
    (text, Written { span: cell.span, runs })
}

/// The pieces of `run`, and where each is written in it: `\n` is a line's end, and `\\n` is `\n`.
fn resolved(run: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = run.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        if rest.starts_with("\\n") {
            at += 2;
            return Some(("\n", start));
        }
        if rest.starts_with("\\\\n") {
            at += 3;
            return Some((&rest[1..3], start + 1));
        }
        let is_mark = |at: &usize| rest[*at..].starts_with("\\n") || rest[*at..].starts_with("\\\\n");
        let mut marks = rest.match_indices('\\').map(|(at, _)| at).filter(|at| *at > 0);
        let length = marks.find(is_mark).unwrap_or(rest.len());
        at += length;
        Some((&rest[..length], start))
    })
}

/// The value that a cell with the text `text` gives its field. What an empty cell gives is [`Data::Empty`].
/// A cell of words may part them by commas too.
pub(super) fn value(text: &str, span: Span, is_words: bool) -> Value {
    let text = text.trim();
    let data = match text {
        "" => Data::Empty,
        text if is_words => {
            let item = |part: &str| Value { data: Data::Cell(part.to_owned()), span };
            Data::List(items(text, &[',']).map(item).collect())
        }
        text => Data::Cell(text.to_owned()),
    };
    Value { data, span }
}

/// Why a cell is too long to be read.
pub(super) fn too_long(file: &SitePath, cell: &Cell) -> Option<Diagnostic> {
    (cell.span.range().len() > LONGEST).then(|| {
        Diagnostic::new(&TABLE_TOO_LARGE, "this cell is longer than 32 KiB")
            .at(file, cell.span)
            .help("move the text into a Markdown file of its own")
    })
}

/// What a spreadsheet program has left in a cell with the text `text`.
pub(super) fn odd(file: &SitePath, text: &str, span: Span) -> Option<Diagnostic> {
    let trimmed = text.trim();
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let new = |message: String| Diagnostic::new(&ODD_CELL, message).at(file, span);
    if let Some(c) = text.chars().find(|c| is_control(*c)) {
        let finding = new(format!("an invisible control character (U+{:04X}) stands in this cell", u32::from(c)));
        return Some(finding.help("type the text anew; such a character often comes from copying out of a PDF"));
    }
    let mut chars = trimmed.chars();
    let first = chars.next()?;
    let second = chars.next();
    if ERRORS.contains(&trimmed) || trimmed.starts_with("Err:") && trimmed.len() < 9 {
        let finding = new(format!("the formula of this cell has no value: it shows \"{trimmed}\""));
        return Some(finding.help("mend the formula, or type the text itself"));
    }
    let is_formula = first == '=' && second.is_some_and(|c| !matches!(c, '=' | ' ' | '\n'));
    let is_like_one = matches!(first, '+' | '@' | '-') && second.is_some_and(|c| c.is_alphabetic() || c == '(');
    let mut finding = (is_formula || is_like_one).then(|| {
        new(format!("a formula came out as text: \"{}\"", shortened(trimmed)))
            .help("copy the column and paste it as values; a text does not begin with such a sign")
    })?;
    if is_like_one {
        finding.severity = Severity::Warning;
    }
    Some(finding)
}
