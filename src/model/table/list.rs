//! A YAML list → rows: each entry is what the front matter of a file would be, and a `body`.

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::codes::WRONG_VALUE;
use crate::model::table::ids::Begun;
use crate::model::table::schema::Schema;
use crate::model::table::{MOST_ROWS, TABLE_TOO_LARGE};
use crate::parse::codes::FRONT_MATTER_SYNTAX;
use crate::parse::row::{Row, Unit, Written};
use crate::parse::value::{Data, Field, Fields};
use crate::parse::{markdown, yaml};
use crate::path::SitePath;
use crate::source::{Span, Text};

/// The longest entry that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// The entries of the YAML list `source`, and what is wrong with it as a whole. Each is read by itself, so that
/// a slip in one says nothing about the others.
pub(super) fn rows(file: &SitePath, source: &str, schema: &Schema) -> (Vec<Begun>, Vec<Diagnostic>) {
    let (entries, stray) = entries(source);
    let mut findings = Vec::new();
    if let Some(span) = stray {
        let message = "here stands no list: each entry begins with `- ` at the start of its line";
        findings.push(Diagnostic::new(&FRONT_MATTER_SYNTAX, message).at(file, span).help(format!(
            "write `- title: …` for each of the {}, its other fields below it, indented by two blanks",
            schema.plural
        )));
    }
    if let Some(span) = entries.get(MOST_ROWS) {
        let message = format!("this list has {} entries; {MOST_ROWS} are read", entries.len());
        let finding = Diagnostic::new(&TABLE_TOO_LARGE, message).at(file, Span { start: span.start, end: span.start });
        findings.push(finding.help("split the list into several files"));
    }
    let read = |(at, span): (usize, &Span)| entry(file, source, at + 1, *span);
    let read: Vec<_> =
        entries[..entries.len().min(MOST_ROWS)].par_iter().enumerate().with_min_len(32).map(read).collect();
    let mut rows = Vec::with_capacity(read.len());
    for (row, found) in read {
        match row {
            Some(row) => rows.push(Begun { findings: found, ..row }),
            None => findings.extend(found),
        }
    }
    (rows, findings)
}

/// Where the entries stand, and what stands before them and is none.
fn entries(source: &str) -> (Vec<Span>, Option<Span>) {
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    let mut starts: Vec<usize> = Vec::new();
    let (mut stray, mut indent, mut end) = (None, 0, start);
    let mut at = start;
    for line in source[start..].split_inclusive('\n') {
        let bare = line.trim_end();
        let column = bare.len() - bare.trim_start().len();
        let is_dash =
            bare.trim_start().strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if is_dash && (starts.is_empty() || column == indent) {
            indent = column;
            starts.push(at);
        } else if starts.is_empty() {
            let is_nothing = bare.is_empty() || bare.trim_start().starts_with('#') || matches!(bare, "---");
            if !is_nothing && stray.is_none() {
                stray = Some(Span::new(at + column, at + bare.len()));
            }
        }
        at += line.len();
        if !matches!(bare, "..." | "") {
            end = at;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([end]);
    (starts.iter().zip(ends).map(|(start, end)| Span::new(*start, end)).collect(), stray)
}

fn entry(file: &SitePath, source: &str, number: usize, span: Span) -> (Option<Begun>, Vec<Diagnostic>) {
    let text = &source[span.range()];
    let first = text.trim_end();
    let span = Span::new(span.start as usize, span.start as usize + first.len());
    if text.len() > LONGEST {
        let finding = Diagnostic::new(&TABLE_TOO_LARGE, "this entry is longer than 64 KiB");
        let start = Span { start: span.start, end: span.start };
        return (None, vec![finding.at(file, start).help("move the text into a Markdown file of its own")]);
    }
    let (fields, mut findings) = yaml::entry(file, text, span.start as usize);
    let Some(mut fields) = fields else { return (None, findings) };
    let id = fields.take("id").and_then(|field| Some((word(file, &field, &mut findings)?, field.value.span)));
    let body = fields.take("body").and_then(|field| Some((word(file, &field, &mut findings)?, field.value.span)));
    let (text, place) = body.unwrap_or_default();
    let written = written(source, place, &text);
    let facts = if text.is_empty() { Default::default() } else { markdown::facts(&text, Span::new(0, text.len())) };
    let row = Row {
        file: file.clone(),
        unit: Unit::Entry,
        number,
        span,
        header: None,
        id: id.as_ref().map(|(_, span)| *span),
        text: Arc::new(Text::new(text)),
        body: written,
    };
    (Some(Begun { id: id.map(|(id, _)| id), fields: Fields(fields.0), facts, findings: Vec::new(), row }), findings)
}

/// How `text` is written at `span`: as it is, in quotation marks, or line by line as a block after `|`. Where it
/// is folded or has escapes, nobody knows.
fn written(source: &str, span: Span, text: &str) -> Written {
    let (raw, start) = (&source[span.range()], span.start);
    let within = [(raw, start), (raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default(), start + 1)];
    let as_it_is = within.iter().find(|(raw, _)| *raw == text).map(|(_, start)| vec![(0, *start)]);
    let runs = as_it_is.or_else(|| block(raw, start, text)).unwrap_or_default();
    Written { span, runs }
}

fn block(raw: &str, start: u32, text: &str) -> Option<Vec<(u32, u32)>> {
    let (head, lines) = raw.split_once('\n')?;
    if !head.starts_with('|') {
        return None;
    }
    let is_filled = |line: &&str| !line.trim().is_empty();
    let indent = lines.lines().find(is_filled).map(|line| line.len() - line.trim_start_matches(' ').len())?;
    let (mut own, mut at) = (0, start as usize + head.len() + 1);
    let mut runs = Vec::new();
    for line in lines.split_inclusive('\n') {
        let from = line.len() - line.trim_start_matches(' ').len();
        let cut = from.min(indent);
        let bare = line[cut..].trim_end_matches(['\r', '\n']);
        if own >= text.len() {
            break;
        }
        if !text.get(own..)?.starts_with(bare) {
            return None;
        }
        runs.push((own as u32, (at + cut) as u32));
        own += bare.len() + 1;
        at += line.len();
    }
    Some(runs)
}

/// The text of a field that is none of the collection's.
fn word(file: &SitePath, field: &Field, findings: &mut Vec<Diagnostic>) -> Option<String> {
    match &field.value.data {
        Data::Empty => None,
        Data::Text(text) | Data::Integer(_, text) | Data::Number(_, text) => Some(text.clone()),
        _ => {
            let message = format!("\"{}\" takes a text; here stands {}", field.key, field.value.described());
            let finding = Diagnostic::new(&WRONG_VALUE, message).at(file, field.value.span);
            findings.push(finding.help("write words after the colon, in double quotes where they hold `: ` or ` #`"));
            None
        }
    }
}
