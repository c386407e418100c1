//! CSV → rows.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::table::header::{Column, Header, header};
use crate::model::table::ids::Begun;
use crate::model::table::schema::Schema;
use crate::model::table::{MOST_ROWS, TABLE_HEADER, TABLE_TOO_LARGE, cell};
use crate::parse::csv::{self, Row as Cells};
use crate::parse::markdown;
use crate::parse::row::{Row, Unit, Written};
use crate::parse::value::{Field, Fields};
use crate::path::SitePath;
use crate::source::{Span, Text};

/// The rows of the CSV `source`, and what is wrong with it as a whole.
pub(super) fn rows(file: &SitePath, source: &str, schema: &Schema) -> (Vec<Begun>, Vec<Diagnostic>) {
    let (sheet, mut findings) = csv::read(file, source);
    let Some(header) = header(file, source, &sheet, schema, &mut findings) else { return (Vec::new(), findings) };
    // What follows a quotation mark that is never closed belongs nowhere.
    let whole = if sheet.is_whole { sheet.len() } else { sheet.len() - 1 };
    let all: Vec<Cells<'_>> =
        sheet.rows().take(whole).skip(header.at + 1).filter(|row| !row.is_blank(source)).collect();
    if let Some(row) = all.get(MOST_ROWS) {
        let message = format!("this table has {} rows; {MOST_ROWS} are read", all.len());
        let finding = Diagnostic::new(&TABLE_TOO_LARGE, message).at(file, row.span());
        findings.push(finding.help("split the table into several files"));
    }
    let read = |row: &Cells<'_>| -> Result<Begun, Box<Diagnostic>> {
        if header.is_repeated(source, *row) {
            return Err(Box::new(repeated(file, &header, *row)));
        }
        let mut begun = begun(file, source, schema, &header, *row);
        if let Some(finding) = csv::uneven(file, header.width, sheet.delimiter, source, *row) {
            // Which cell fills which field is anybody's guess.
            begun.fields = Fields::default();
            begun.findings = vec![finding];
        }
        Ok(begun)
    };
    let all = &all[..all.len().min(MOST_ROWS)];
    let read: Vec<_> = all.par_iter().with_min_len(64).map(read).collect();
    let mut rows = Vec::with_capacity(read.len());
    for row in read {
        match row {
            Ok(row) => rows.push(row),
            Err(finding) => findings.push(*finding),
        }
    }
    (rows, findings)
}

fn repeated(file: &SitePath, header: &Header, row: Cells<'_>) -> Diagnostic {
    Diagnostic::new(&TABLE_HEADER, format!("row {} names the columns a second time", row.number))
        .at(file, row.span())
        .label(file, Some(header.span), "the header")
        .help("delete this row")
}

fn begun(file: &SitePath, source: &str, schema: &Schema, header: &Header, row: Cells<'_>) -> Begun {
    let mut findings = Vec::new();
    let mut fields = Vec::with_capacity(row.cells.len());
    let (mut id, mut body) = (None, (String::new(), Written::default()));
    for (cell, column) in row.cells.iter().zip(&header.columns) {
        let (name, key_span) = match *column {
            Column::Field(name, span) => (name, span),
            Column::Nameless(span) => {
                if !cell.is_blank(source) {
                    findings.push(nameless(file, span));
                }
                continue;
            }
            Column::Ignored => continue,
        };
        let (text, written) = match cell::too_long(file, cell) {
            Some(finding) => {
                findings.push(finding);
                (String::new(), Written { span: cell.span, runs: Vec::new() })
            }
            None => cell::text(cell, source),
        };
        findings.extend(cell::odd(file, &text, cell.span));
        match name {
            "id" if text.trim().is_empty() => {}
            "id" => id = Some((text.trim().to_owned(), cell.span)),
            "body" => body = (text, written),
            name => fields.push(Field {
                key: name.to_owned(),
                key_span,
                value: cell::value(&text, cell.span, schema.words.contains(&name)),
            }),
        }
    }
    let (text, written) = body;
    let facts = if text.is_empty() { Default::default() } else { markdown::facts(&text, Span::new(0, text.len())) };
    let place = Row {
        file: file.clone(),
        unit: Unit::Row,
        number: row.number,
        span: row.span(),
        header: Some(header.span),
        id: id.as_ref().map(|(_, span)| *span),
        text: Arc::new(Text::new(text)),
        body: written,
    };
    Begun { id: id.map(|(id, _)| id), fields: Fields(fields), facts, findings, row: place }
}

fn nameless(file: &SitePath, at: Span) -> Diagnostic {
    Diagnostic::new(&TABLE_HEADER, "this column has no name, but there is something in it")
        .at(file, at)
        .help("write the name of a field into the first row, or empty the column")
}
