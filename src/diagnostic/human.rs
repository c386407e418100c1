//! Findings with the lines of the source, for people. The only user of `annotate-snippets`.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::code::Severity;
use crate::diagnostic::text::{Texts, line, places, plain};
use crate::diagnostic::{Diagnostic, Location};
use crate::source::place;

/// The longest line that is shown, in bytes; of longer ones only the place is named.
const LONGEST_LINE: usize = 2000;

/// `finding` as a small picture in text, with colours as escape codes.
pub fn show(finding: &Diagnostic, texts: &Texts<'_>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = line(&finding.message);
    let mut group = Group::with_title(level.primary_title(message).id(finding.code.name));
    let mut excerpts = Vec::new();
    if let Some(at) = &finding.at {
        excerpts.push((at, excerpt(at, texts), None));
    }
    for label in &finding.labels {
        excerpts.push((&label.at, excerpt(&label.at, texts), Some(line(&label.text))));
    }
    for (at, excerpt, label) in &excerpts {
        let path = line(at.file.as_str());
        group = match excerpt {
            None => group.element(match places(at, texts) {
                Some((start, _)) => Origin::path(path).line(start.line).char_column(start.column),
                None => Origin::path(path),
            }),
            Some(excerpt) => {
                let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
                let annotation = kind.span(excerpt.span.clone()).label(label.clone());
                group.element(
                    Snippet::source(excerpt.text.as_str()).path(path).line_start(excerpt.line).annotation(annotation),
                )
            }
        };
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(line(help)));
    }
    Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group]) + "\n\n"
}

/// The lines of a place, fit for a terminal.
struct Excerpt {
    text: String,
    line: usize,
    span: std::ops::Range<usize>,
}

/// The line on which a place begins. There is none where showing it would move the columns: on very
/// long lines, and after characters that a terminal must not get.
fn excerpt(at: &Location, texts: &Texts<'_>) -> Option<Excerpt> {
    let span = at.span?;
    let text = texts(&at.file)?;
    let start = text.floor_char_boundary(span.start as usize);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let before = text[line_start..start].trim_start_matches('\u{feff}');
    let end = text.floor_char_boundary((span.end as usize).clamp(start, line_end));
    if line_end - line_start > LONGEST_LINE || plain(before) != before {
        return None;
    }
    let inside = plain(text[start..end].trim_end());
    let after = plain(text[end..line_end].trim_end_matches('\r'));
    let first = before.len();
    let pointed = if inside.is_empty() { after.chars().next().map_or(1, char::len_utf8) } else { inside.len() };
    // A blank keeps a place at the end of a line visible.
    let pad = if inside.is_empty() && after.is_empty() { " " } else { "" };
    let line = place(text, start).line;
    Some(Excerpt { text: format!("{before}{inside}{after}{pad}"), line, span: first..first + pointed })
}
