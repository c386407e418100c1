//! What the source says that the parser has no event for: syntax of other generators, and footnotes
//! that nobody wrote. Both stand in the text as text.

use std::ops::Range;

use super::read::short;
use crate::parse::facts::{ForeignSyntax, Remark, RemarkKind};
use crate::source::Span;

/// What is found in `body` of `text`, except within `skipped`, which are the places of code, comments
/// and links in the order of the text. `is_footnote` tells whether a label is defined.
pub(super) fn remarks(text: &str, body: Span, skipped: &[Span], is_footnote: &dyn Fn(&str) -> bool) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut add = |kind: RemarkKind, range: Range<usize>| {
        let span = Span::new(range.start, range.end);
        let next = skipped.partition_point(|place| place.end <= span.start);
        if skipped.get(next).is_none_or(|place| place.start >= span.end) {
            remarks.push(Remark { kind, span });
        }
    };
    let source = &text[body.range()];
    let mut start = body.range().start;
    let mut may_import = true;
    for line in source.split_inclusive('\n') {
        if may_import && !line.trim().is_empty() {
            may_import = is_module(line);
            if may_import {
                add(RemarkKind::Foreign(ForeignSyntax::MdxModule), start..start + line.trim_end().len());
            }
        }
        if let Some(syntax) = at_line_start(line) {
            let indent = line.len() - line.trim_start().len();
            add(RemarkKind::Foreign(syntax), start + indent..start + line.trim_end().len());
        }
        within(line, start, is_footnote, &mut add);
        start += line.len();
    }
    remarks
}

/// Whether `line` is what MDX begins with.
fn is_module(line: &str) -> bool {
    let declares =
        |rest: &str| ["const ", "default ", "function ", "let ", "{"].iter().any(|word| rest.starts_with(word));
    match line.split_once(' ') {
        Some(("import", rest)) => {
            rest.contains(['"', '\'']) && (rest.contains(" from ") || rest.starts_with(['"', '\'']))
        }
        Some(("export", rest)) => declares(rest),
        _ => false,
    }
}

fn at_line_start(line: &str) -> Option<ForeignSyntax> {
    let text = line.trim_start_matches([' ', '>']);
    let named = |mark: &str| text.trim_start().strip_prefix(mark)?.trim_start_matches([':', '+']).trim().chars().next();
    if named(":::").is_some_and(char::is_alphabetic) {
        return Some(ForeignSyntax::ContainerDirective);
    }
    let is_admonition = ["!!! ", "??? ", "???+ "].iter().any(|mark| named(mark).is_some_and(char::is_alphabetic));
    is_admonition.then_some(ForeignSyntax::Admonition)
}

/// What `line`, which begins at byte `start` of its source, holds between braces and brackets.
fn within(line: &str, start: usize, is_footnote: &dyn Fn(&str) -> bool, add: &mut dyn FnMut(RemarkKind, Range<usize>)) {
    let mut at = 0;
    while let Some(found) = line[at..].find(['{', '[']).map(|found| at + found) {
        at = found + 1;
        if line[..found].ends_with('\\') {
            continue;
        }
        let rest = &line[found..];
        // How each begins and ends, what it is, and how far we look for its end.
        let forms = [
            ("{{<", ">}}", ForeignSyntax::HugoShortcode),
            ("{{%", "%}}", ForeignSyntax::HugoShortcode),
            ("{{#", "}}", ForeignSyntax::MdbookInclude),
            ("{{", "}}", ForeignSyntax::LiquidTag),
            ("{%", "%}", ForeignSyntax::LiquidTag),
            ("[[", "]]", ForeignSyntax::WikiLink),
        ];
        let form = forms.iter().find(|(begin, _, _)| rest.starts_with(begin));
        if let Some((begin, end, syntax)) = form {
            let near = clipped(rest, 400);
            let inner = near.get(begin.len()..).and_then(|inner| Some(&inner[..inner.find(end)?]));
            if let Some(inner) = inner
                && !inner.trim().is_empty()
                && !inner.starts_with(['^', '['])
            {
                let length = begin.len() + inner.len() + end.len();
                add(RemarkKind::Foreign(*syntax), start + found..start + found + length);
                at = found + length;
            }
        } else if let Some(label) = rest.strip_prefix("[^").and_then(|rest| clipped(rest, 200).split_once(']')) {
            let label = label.0;
            if !label.is_empty() && !label.contains([' ', '\t', '[', '^']) && !is_footnote(label) {
                let length = label.len() + 3;
                add(RemarkKind::UndefinedFootnote(short(label)), start + found..start + found + length);
            }
        }
    }
}

/// The first `length` bytes of `text`, or a little less.
fn clipped(text: &str, mut length: usize) -> &str {
    length = length.min(text.len());
    while !text.is_char_boundary(length) {
        length -= 1;
    }
    &text[..length]
}
