//! A table of data: a row of names, and below it rows of values that know where they stand.
//!
//! [`csv`] finds the cells; here their texts are at hand, blank rows are left out, and rows that are not
//! as long as the first are named.

use crate::diagnostic::Diagnostic;
use crate::parse::csv;
use crate::path::SitePath;
use crate::source::Span;

/// How many findings one file may have. A file with another sign between its cells has one for each row.
const MOST: usize = 20;

/// A CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row; empty where the file is.
    pub head: Row,
    /// The rows below it that are not blank.
    pub rows: Vec<Row>,
    /// Whether something else than a comma parts the cells, so that a comma may mark decimals.
    pub has_free_comma: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1, blank rows counted.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The bytes of all of them.
    pub span: Span,
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it holds, without its quotes and the blanks around it.
    pub text: String,
    /// Its bytes, quotes included; a point where it is empty.
    pub span: Span,
}

impl Table {
    /// The position of the column whose head is `name`; case does not count.
    pub fn column(&self, name: &str) -> Option<usize> {
        let name = name.trim().to_lowercase();
        self.head.cells.iter().position(|cell| cell.text.to_lowercase() == name)
    }
}

impl Row {
    /// The cell in the column at `at`; `None` where the row is shorter.
    pub fn cell(&self, at: usize) -> Option<&Cell> {
        self.cells.get(at)
    }
}

/// The table that `text` of `file` is, and what is wrong with it.
pub fn table(file: &SitePath, text: &str) -> (Table, Vec<Diagnostic>) {
    let (sheet, mut findings) = csv::read(file, text);
    let mut rows = sheet.rows().filter(|row| !row.is_blank(text));
    let cell = |cell: &csv::Cell| Cell { text: cell.text(text).trim().to_owned(), span: cell.span };
    let row =
        |row: csv::Row<'_>| Row { number: row.number, cells: row.cells.iter().map(cell).collect(), span: row.span() };
    let head = rows.next().map(row).unwrap_or_default();
    let mut table = Table { head, rows: Vec::new(), has_free_comma: sheet.delimiter != b',' };
    let wanted = table.head.cells.len();
    for found in rows {
        if sheet.is_whole && findings.len() < MOST {
            findings.extend(csv::uneven(file, wanted, sheet.delimiter, text, found));
        }
        table.rows.push(row(found));
    }
    findings.truncate(MOST);
    (table, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Table, Vec<String>) {
        let (table, findings) = table(&SitePath::new("content/data/x.csv").expect("a path"), text);
        (table, findings.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn cells_have_their_texts_and_rows_their_numbers() {
        let text = "\u{feff}a; b \r\n\r\n\"x \"\"y\";0,5\r\n1;2\r\n";
        let (table, findings) = read(text);
        let row = |row: &Row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|");
        assert_eq!(
            (row(&table.head), row(&table.rows[0]), row(&table.rows[1])),
            ("a|b".into(), "x \"y|0,5".into(), "1|2".into())
        );
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(&text[table.rows[0].cells[0].span.range()], "\"x \"\"y\"");
        assert_eq!((table.column(" B"), table.column("c"), table.has_free_comma), (Some(1), None, true));
        assert_eq!(findings, Vec::<String>::new());
        assert_eq!(read("").0, Table::default());
    }

    #[test]
    fn a_file_of_uneven_rows_is_not_told_of_without_end() {
        assert_eq!(read(&("a,b\n".to_owned() + &"1\n".repeat(5_000))).1.len(), MOST);
        assert_eq!(read("a,b\n1,\"2\n3,4\n").1.len(), 1);
    }
}
