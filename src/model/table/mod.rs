//! Tables: files that hold many entries, one a row.
//!
//! 1. `schema` tells which columns a table may have, from the collection of its folder.
//! 2. `sheet` reads CSV, `list` a YAML list; each row becomes a document of its
//!    own, so that everything later takes it as it takes a file.
//! 3. `ids` tells rows apart and gives each the path that it would have as a file.
//! 4. When all is checked, [`named()`] says of each finding in which row and column it is.
//!
//! [`recorded()`] writes into a translated table of which versions its rows are.

mod cell;
mod header;
mod ids;
mod list;
mod named;
mod recorded;
mod schema;
mod sheet;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::parse::document::{Document, name_parts};
use crate::path::SitePath;
use crate::source::{Span, Text};
use schema::Schema;

pub use named::named;
pub use recorded::{Refused, recorded};

crate::codes! {
    /// The first row of a table does not name its columns.
    ///
    /// The first row holds the names of the fields, such as `title`, `themes` and `grades`; each row below
    /// it is one entry. Upper and lower case, blanks, `_` and `-` make no difference.
    TABLE_HEADER = "table-header", Error, Fixed;
    /// Two rows have one id, or an id cannot be used.
    ///
    /// The id of a row is what the name of a file is for a page: its address and what others call it by.
    /// It stands in the column `id`; without one it is made of the title.
    ROW_ID = "row-id", Error, Fixed;
    /// A cell holds what a spreadsheet program has left there.
    ///
    /// A formula that was saved as text, an error such as `#REF!`, or an invisible control character is
    /// nothing to publish. Copy the column and paste it as values before you save.
    ODD_CELL = "odd-cell", Error, Adjustable;
    /// A table, or a cell of it, is larger than is read.
    ///
    /// A table may have 20,000 rows and 200 columns, a cell 32 KiB. Split the table into several files;
    /// move a long text into a Markdown file of its own.
    TABLE_TOO_LARGE = "table-too-large", Error, Fixed;
    /// A table has no rows.
    ///
    /// It may be that the rows were saved to another sheet of the same file: CSV holds one sheet only.
    EMPTY_TABLE = "empty-table", Warning, Adjustable;
    /// A table has more findings than are shown.
    ///
    /// One mistake of form is often made in each row. Mend those that are shown, and look again.
    MORE_FINDINGS = "more-findings", Error, Fixed;
}

/// How many rows are read.
const MOST_ROWS: usize = 20_000;

/// A table and the documents that its rows are. It depends on the file's name and text and on nothing else.
#[derive(Debug)]
pub struct Table {
    /// The file.
    pub file: SitePath,
    /// Its text.
    pub text: Arc<Text>,
    /// A document for each row, in the order of their paths.
    pub documents: Vec<Arc<Document>>,
    /// What is wrong with the table as a whole.
    pub findings: Vec<Diagnostic>,
}

/// The table that `text` at `file` is.
pub fn read(file: &SitePath, text: &Arc<Text>) -> Table {
    let schema = Schema::of(file);
    let source = text.body.as_str();
    let (rows, mut findings) =
        if is_list(file) { list::rows(file, source, &schema) } else { sheet::rows(file, source, &schema) };
    if rows.is_empty() && findings.is_empty() {
        let end = Span::new(source.len(), source.len());
        findings.push(
            Diagnostic::new(&EMPTY_TABLE, format!("this table has no {}", schema.plural))
                .at(file, end)
                .help(format!("write one of the {} in each row below the header, or delete the file", schema.plural)),
        );
    }
    let (_, language) = name_parts(file);
    let documents = ids::documents(file, language.as_deref(), rows, &mut findings);
    Table {
        file: file.clone(),
        text: Arc::clone(text),
        documents: documents.into_iter().map(Arc::new).collect(),
        findings,
    }
}

/// Whether the table `file` is a YAML list, and no spreadsheet.
fn is_list(file: &SitePath) -> bool {
    file.extension().is_some_and(|ending| ["yaml", "yml"].iter().any(|one| ending.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests;
