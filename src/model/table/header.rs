//! The header of a sheet: which field each column fills.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::{nearest, suggestion};
use crate::model::codes::UNKNOWN_FIELD;
use crate::model::foreign;
use crate::model::table::schema::{Schema, plain};
use crate::model::table::{TABLE_HEADER, TABLE_TOO_LARGE};
use crate::parse::csv::{Row, Sheet};
use crate::path::SitePath;
use crate::source::Span;

/// How many columns are read.
const MOST_COLUMNS: usize = 200;

/// How many rows are looked through for a header that does not stand first.
const LOOKED_THROUGH: usize = 10;

/// The header of a sheet.
pub(super) struct Header {
    /// Its position among the rows.
    pub(super) at: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// How many cells it has.
    pub(super) width: usize,
    /// What each column is.
    pub(super) columns: Vec<Column>,
    /// The columns' names as they are compared.
    names: Vec<String>,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column {
    /// It fills the field, which is named at this place.
    Field(&'static str, Span),
    /// It has no name.
    Nameless(Span),
    /// Its name is wrong, which was said.
    Ignored,
}

/// The header of `sheet`; `None` where there is none.
pub(super) fn header(
    file: &SitePath,
    source: &str,
    sheet: &Sheet,
    schema: &Schema,
    findings: &mut Vec<Diagnostic>,
) -> Option<Header> {
    let first = sheet.rows().find(|row| !row.is_blank(source))?;
    let known = |row: Row<'_>| {
        row.cells.iter().take(MOST_COLUMNS).filter(|cell| schema.column(&cell.text(source)).is_some()).count()
    };
    if known(first) == 0 {
        let later = sheet.rows().skip(first.number).take(LOOKED_THROUGH).find(|row| known(*row) > 1);
        let help = later.map_or_else(
            || format!("write the names of the columns into the first row, such as {}", schema.example()),
            |row| format!("the names seem to stand in row {}: delete the rows above it", row.number),
        );
        let message = format!("the first row names no column of {}", schema.plural);
        findings.push(Diagnostic::new(&TABLE_HEADER, message).at(file, first.span()).help(help));
        return None;
    }
    if let Some(cell) = first.cells.get(MOST_COLUMNS) {
        let message = format!("this table has {} columns; {MOST_COLUMNS} are read", first.cells.len());
        let finding = Diagnostic::new(&TABLE_TOO_LARGE, message).at(file, cell.span);
        findings.push(finding.help("delete the columns that are not needed"));
    }
    let mut columns: Vec<Column> = Vec::with_capacity(first.cells.len());
    let mut names = Vec::with_capacity(first.cells.len());
    for cell in first.cells.iter().take(MOST_COLUMNS) {
        let name = cell.text(source);
        let is_same = |column: &Column, known: &str| matches!(column, Column::Field(name, _) if *name == known);
        columns.push(match schema.column(&name) {
            _ if name.trim().is_empty() => Column::Nameless(cell.span),
            Some(known) => match columns.iter().find(|column| is_same(column, known)) {
                Some(Column::Field(_, before)) => {
                    findings.push(twice(file, &name, *before, cell.span));
                    Column::Ignored
                }
                _ => Column::Field(known, cell.span),
            },
            None => {
                findings.push(unknown(file, &name, cell.span, schema));
                Column::Ignored
            }
        });
        names.push(plain(&name));
    }
    Some(Header { at: first.number - 1, span: first.span(), width: first.cells.len(), columns, names })
}

impl Header {
    /// Whether `row` names the columns once more.
    pub(super) fn is_repeated(&self, source: &str, row: Row<'_>) -> bool {
        let mut pairs = self.names.iter().zip(row.cells);
        row.cells.len() == self.names.len() && pairs.all(|(name, cell)| *name == plain(&cell.text(source)))
    }
}

fn twice(file: &SitePath, name: &str, before: Span, at: Span) -> Diagnostic {
    Diagnostic::new(&TABLE_HEADER, format!("there are two columns \"{}\"", name.trim()))
        .at(file, at)
        .label(file, Some(before), "the first one")
        .help("keep one of the two")
}

fn unknown(file: &SitePath, name: &str, at: Span, schema: &Schema) -> Diagnostic {
    let name = crate::parse::value::shortened(name);
    let columns = schema.columns.iter().copied();
    let near = nearest(&name, columns.clone()).map(|near| format!("did you mean \"{near}\"?"));
    let help =
        near.or_else(|| foreign::advice(&plain(&name)).map(str::to_owned)).or_else(|| suggestion(&name, columns));
    Diagnostic::new(&UNKNOWN_FIELD, format!("\"{name}\" is not a column of {}", schema.plural))
        .at(file, at)
        .help(help.unwrap_or_else(|| "delete the column".to_owned()))
}
