//! Recording in a translated table of which versions its rows are; all else stays as it is written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::model::table::header::{Column, header};
use crate::model::table::schema::Schema;
use crate::model::table::{Table, is_list, read};
use crate::model::translation::{KEY, over, says};
use crate::parse::csv;
use crate::parse::document::Document;
use crate::parse::row::Row;
use crate::parse::yaml;
use crate::path::SitePath;
use crate::source::Text;

/// Why nothing is recorded in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has mistakes of form.
    Unreadable,
    /// This entry of a list is written so that no line can simply be added to it.
    Entry(usize),
}

/// A part of a text, and what is to stand there.
type Edit = (Range<usize>, String);

/// The text of `table`, recording for each row in `versions`, by its number, of which version it is, as that is
/// written there. A spreadsheet without a column for it gets one, as its last: that is what somebody who records
/// versions wants, and a front matter without the line gets it, too.
///
/// # Errors
/// Where the table cannot be read so far that nothing else would change.
pub fn recorded(table: &Table, versions: &BTreeMap<usize, String>) -> Result<String, Refused> {
    let body = table.text.body.as_str();
    let rows: Vec<(&Document, &Row)> =
        table.documents.iter().filter_map(|document| Some((&**document, document.row.as_deref()?))).collect();
    let edits = if is_list(&table.file) {
        let told = rows.iter().filter_map(|(_, row)| Some((row, versions.get(&row.number)?)));
        told.map(|(row, version)| entry(&table.file, body, row, version)).collect::<Result<Vec<Edit>, Refused>>()?
    } else {
        sheet(&table.file, body, versions).ok_or(Refused::Unreadable)?
    };
    let new = edited(body, edits);
    // Whatever a program or a person has written: nothing but the versions may differ.
    let after = read(&table.file, &Arc::new(Text::new(new.clone())));
    if after.documents.len() != table.documents.len() {
        return Err(Refused::Unreadable);
    }
    for ((before, row), after) in rows.into_iter().zip(&after.documents) {
        let (mut was, mut is) = (says(before), says(after));
        let (old, now) = (was.remove(KEY), is.remove(KEY));
        let wanted = versions.get(&row.number).map(|version| Json::from(version.as_str())).or(old);
        if before.path != after.path || was != is || now != wanted {
            return Err(if is_list(&table.file) { Refused::Entry(row.number) } else { Refused::Unreadable });
        }
    }
    Ok(new)
}

fn edited(body: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(place, _)| (place.start, place.end));
    let (mut new, mut at) = (String::with_capacity(body.len() + 16 * edits.len()), 0);
    for (place, text) in edits {
        new.push_str(&body[at..place.start]);
        new.push_str(&text);
        at = place.end;
    }
    new.push_str(&body[at..]);
    new
}

/// What changes in a spreadsheet; `None` where its cells are not to be told apart.
fn sheet(file: &SitePath, body: &str, versions: &BTreeMap<usize, String>) -> Option<Vec<Edit>> {
    let (sheet, findings) = csv::read(file, body);
    let header = header(file, body, &sheet, &Schema::of(file), &mut Vec::new()).filter(|_| findings.is_empty())?;
    let names = sheet.row(header.at)?;
    let is_quoted = |cell: &csv::Cell| body[cell.span.range()].starts_with('"');
    let quoted = |text: &str, is_quoted: bool| if is_quoted { format!("\"{text}\"") } else { text.to_owned() };
    let over = |cell: &csv::Cell, text: &str| (cell.span.range(), quoted(text, is_quoted(cell)));
    let are_all_quoted = names.cells.iter().all(is_quoted);
    let after = |cell: &csv::Cell, text: &str| {
        let end = cell.span.range().end;
        (end..end, format!("{}{}", char::from(sheet.delimiter), quoted(text, are_all_quoted)))
    };
    let column = header.columns.iter().position(|column| matches!(column, Column::Field(name, _) if *name == KEY));
    let mut edits = match column {
        Some(_) => Vec::new(),
        None => vec![after(names.cells.last()?, KEY)],
    };
    for row in sheet.rows().skip(header.at + 1) {
        let is_row = !row.is_blank(body);
        if csv::uneven(file, header.width, sheet.delimiter, body, row).is_some() && is_row {
            return None;
        }
        let version = versions.get(&row.number);
        edits.extend(match (column, version) {
            (Some(column), Some(version)) => {
                row.cells.get(column).filter(|cell| cell.text(body).trim() != version).map(|cell| over(cell, version))
            }
            (Some(_), None) => None,
            // A row of empty cells stays as wide as the others; an empty line stays empty.
            (None, version) => {
                let last = row.cells.get(header.width - 1).filter(|_| is_row || row.cells.len() > 1);
                last.map(|cell| after(cell, version.map_or("", String::as_str)))
            }
        });
    }
    Some(edits)
}

/// What changes in the entry of a list that stands at `row`.
fn entry(file: &SitePath, body: &str, row: &Row, version: &str) -> Result<Edit, Refused> {
    let refused = || Refused::Entry(row.number);
    let start = row.span.range().start;
    let text = &body[row.span.range()];
    let (fields, _) = yaml::entry(file, text, start);
    let fields = fields.ok_or_else(refused)?;
    if let Some(field) = fields.get(KEY) {
        return Ok(over(field, body, version));
    }
    let first = fields.0.first().ok_or_else(refused)?.key_span.range().start - start;
    if let Some(rest) = text.trim_start_matches(['-', ' ', '\t', '\r', '\n']).strip_prefix('{') {
        let inner = rest.strip_suffix('}').ok_or_else(refused)?.trim_end();
        let at = start + text.len() - rest.len() + inner.len();
        let comma = if inner.is_empty() || inner.ends_with(',') { "" } else { "," };
        return Ok((at..at, format!("{comma} {KEY}: {version}")));
    }
    let line = &text[text[..first].rfind('\n').map_or(0, |end| end + 1)..];
    let column = line.len() - line.trim_start_matches(['-', ' ']).len();
    // What is said about the next entry stands above it, not within this one.
    let end = text.lines().rev().take_while(|line| is_aside(line, column)).map(|line| line.len());
    let mut kept = text;
    for length in end {
        kept = kept[..kept.len() - length].trim_end_matches(['\r', '\n']);
    }
    let at = start + kept.trim_end().len();
    let line_end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    Ok((at..at, format!("{line_end}{}{KEY}: {version}", " ".repeat(column))))
}

/// Whether `line` is empty, or a comment that stands further out than keys at `column`.
fn is_aside(line: &str, column: usize) -> bool {
    let bare = line.trim_start();
    bare.is_empty() || bare.starts_with('#') && line.len() - bare.len() < column
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, text: &str, versions: &[(usize, &str)]) -> Result<String, Refused> {
        let file = SitePath::new(&format!("content/prompts/{name}")).expect("a path");
        let versions = versions.iter().map(|(number, version)| (*number, (*version).to_owned())).collect();
        recorded(&read(&file, &Arc::new(Text::new(text.to_owned()))), &versions)
    }

    #[test]
    fn a_spreadsheet_keeps_its_dialect_and_all_other_cells() {
        let versions = [(2, "v1"), (3, "v2"), (4, "v3")];
        for (before, after) in [
            ("id,source,title\na,,A\nb,v0,B\n", "id,source,title\na,v1,A\nb,v2,B\n"),
            (
                "\u{feff}\"id\";\"Source\"\r\n\"a\";\"\"\r\n\"b\"; v0 \r\n",
                "\u{feff}\"id\";\"Source\"\r\n\"a\";\"v1\"\r\n\"b\";v2\r\n",
            ),
            ("sep=;\nid;title\na;\"A; \"\"x\"\"\nB\"", "sep=;\nid;title;source\na;\"A; \"\"x\"\"\nB\";v1"),
            ("id\ttitle\r\na\tA\r\n\r\nb\tB\r\n", "id\ttitle\tsource\r\na\tA\tv1\r\n\r\nb\tB\tv3\r\n"),
            ("title\nA\n\nB\n", "title,source\nA,v1\n\nB,v3\n"),
            ("id,title\na,A,,\nb,B\n\n", "id,title,source\na,A,v1,,\nb,B,v2\n\n"),
        ] {
            assert_eq!(told("all.es.csv", before, &versions), Ok(after.into()));
        }
        // A row of empty cells stays as wide as the others.
        let (before, after) =
            ("\"id\",\"title\"\n,\n\"a\",\"A\"", "\"id\",\"title\",\"source\"\n,,\"\"\n\"a\",\"A\",\"v2\"");
        assert_eq!(told("all.es.csv", before, &versions[1..2]), Ok(after.into()));
    }

    #[test]
    fn a_list_keeps_its_lines() {
        let versions = [(1, "11111111"), (2, "2222e222")];
        for (before, after) in [
            (
                "# All\n- id: a\n  title: A\n\n# Next\n- title: B\n  body: |\n    x\n\n    y\n",
                "# All\n- id: a\n  title: A\n  source: 11111111\n\n# Next\n- title: B\n  body: |\n    x\n\n    y\n  source: 2222e222\n",
            ),
            (
                "\u{feff}-   title: A\r\n    source: \"0\" # then\r\n-\r\n  source:\r\n  title: B",
                "\u{feff}-   title: A\r\n    source: 11111111 # then\r\n-\r\n  source: 2222e222\r\n  title: B",
            ),
            (
                "- {id: a, title: A}\n- {\n    id: b, title: B,\n  }\n",
                "- {id: a, title: A, source: 11111111}\n- {\n    id: b, title: B, source: 2222e222\n  }\n",
            ),
        ] {
            assert_eq!(told("all.es.yaml", before, &versions), Ok(after.into()));
        }
    }

    #[test]
    fn what_could_change_otherwise_is_refused() {
        let versions = [(1, "11111111"), (2, "v2"), (3, "v3")];
        for broken in ["id,title\na,\"A\n", "id,title\na,A,B\n", "id,title\n\"a\"b,A\n", "no,names\na,b\n"] {
            assert_eq!(told("all.es.csv", broken, &versions), Err(Refused::Unreadable), "{broken}");
        }
        assert_eq!(told("all.es.yaml", "- {id: a, title: A} # so\n", &versions), Err(Refused::Entry(1)));
    }
}
