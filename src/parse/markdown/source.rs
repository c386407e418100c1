//! What the source says that the parser has no event for: syntax of other generators, and footnotes
//! that nobody wrote. Both stand in the text as text.

use std::ops::Range;

use super::read::short;
use crate::parse::facts::{ForeignSyntax, Remark, RemarkKind};
use crate::source::Span;

/// How far the end of a thing is looked for, and its line's start before it.
const NEAR: usize = 400;

/// How each begins and ends that stands within a line, and what it is. The longer beginning comes first.
const FORMS: [(&str, &str, ForeignSyntax); 6] = [
    ("{{<", ">}}", ForeignSyntax::HugoShortcode),
    ("{{%", "%}}", ForeignSyntax::HugoShortcode),
    ("{{#", "}}", ForeignSyntax::MdbookInclude),
    ("{{", "}}", ForeignSyntax::LiquidTag),
    ("{%", "%}", ForeignSyntax::LiquidTag),
    ("[[", "]]", ForeignSyntax::WikiLink),
];

/// How each begins that takes a line, before its name.
const LINES: [(&str, ForeignSyntax); 4] = [
    (":::", ForeignSyntax::ContainerDirective),
    ("!!! ", ForeignSyntax::Admonition),
    ("??? ", ForeignSyntax::Admonition),
    ("???+ ", ForeignSyntax::Admonition),
];

/// What is found in `body` of `text`, except within `skipped`, which are the places of code, comments
/// and links in the order of the text. `is_footnote` tells whether a label is defined.
pub(super) fn remarks(text: &str, body: Span, skipped: &[Span], is_footnote: &dyn Fn(&str) -> bool) -> Vec<Remark> {
    let source = &text[body.range()];
    let mut remarks = Vec::new();
    let mut add = |kind: RemarkKind, range: &Range<usize>| {
        let span = Span::new(range.start, range.end).moved(body.range().start);
        let next = skipped.partition_point(|place| place.end <= span.start);
        if skipped.get(next).is_none_or(|place| place.start >= span.end) {
            remarks.push(Remark { kind, span });
        }
    };
    for range in modules(source) {
        add(RemarkKind::Foreign(ForeignSyntax::MdxModule), &range);
    }
    let mut at = 0;
    while let Some(start) = next_sign(source.as_bytes(), at) {
        at = start + 1;
        if let Some((kind, length)) = begins(source, start, is_footnote)
            && !source[..start].ends_with('\\')
        {
            at = start + length;
            add(kind, &(start..at));
        }
    }
    remarks
}

/// Where the next byte at or after `from` stands with which anything begins. Most bytes are none, so
/// they are looked at many at a time.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let is_sign = |byte: &u8| matches!(byte, b'{' | b'[' | b':' | b'!' | b'?');
    let mut at = from;
    for chunk in bytes[from..].chunks(32) {
        if chunk.iter().fold(false, |found, byte| found | is_sign(byte)) {
            return chunk.iter().position(is_sign).map(|found| at + found);
        }
        at += chunk.len();
    }
    None
}

/// The lines that `source` begins with and that MDX takes for its own.
fn modules(source: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if is_module(line) {
            found.push(start..start + line.trim_end().len());
        } else if !line.trim().is_empty() {
            break;
        }
        start += line.len();
    }
    found
}

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

/// What begins at byte `start` of `source`, and its length.
fn begins(source: &str, start: usize, is_footnote: &dyn Fn(&str) -> bool) -> Option<(RemarkKind, usize)> {
    let rest = &source[start..];
    // Most of what is looked at is a single sign.
    match rest.as_bytes() {
        [b'{', b'{' | b'%', ..] | [b'[', b'[', ..] => between(rest),
        [b'[', b'^', ..] => {
            let label = line(&rest[2..]).split_once(']')?.0;
            let is_label = !label.is_empty() && !label.contains([' ', '\t', '[', '^']);
            (is_label && !is_footnote(label)).then(|| (RemarkKind::UndefinedFootnote(short(label)), label.len() + 3))
        }
        [b'[', ..] => blank_in_address(rest),
        [b':', b':', b':', ..] | [b'!', b'!', ..] | [b'?', b'?', ..] => {
            let (mark, syntax) = LINES.iter().find(|(mark, _)| rest.starts_with(mark))?;
            let named = line(rest)[mark.len()..].trim_start_matches([':', ' ']).starts_with(char::is_alphabetic);
            (named && begins_line(source, start)).then(|| (RemarkKind::Foreign(*syntax), line(rest).trim_end().len()))
        }
        _ => None,
    }
}

/// `[words](an address with blanks.md)`: what people write when a file's name holds a blank.
fn blank_in_address(rest: &str) -> Option<(RemarkKind, usize)> {
    let (words, after) = line(rest).split_once("](")?;
    let address = after.split_once(')')?.0;
    let is_meant = address.trim().contains(' ')
        && !words[1..].contains('[')
        && !address.contains(['<', '"', '\'', '('])
        && address.rsplit('/').next()?.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending));
    is_meant.then(|| (RemarkKind::BlankInAddress(address.trim().to_owned()), words.len() + address.len() + 3))
}

fn is_ending(text: &str) -> bool {
    let ending = text.split('#').next().unwrap_or_default().trim();
    (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn between(rest: &str) -> Option<(RemarkKind, usize)> {
    let (begin, end, syntax) = FORMS.iter().find(|(begin, _, _)| rest.starts_with(begin))?;
    let inner = &line(rest)[begin.len()..];
    let inner = &inner[..inner.find(end)?];
    let is_meant = !inner.trim().is_empty() && !inner.starts_with(['^', '[']);
    is_meant.then_some((RemarkKind::Foreign(*syntax), begin.len() + inner.len() + end.len()))
}

/// Whether only blanks and the marks of quotes stand before byte `at` in its line.
fn begins_line(source: &str, at: usize) -> bool {
    let before = source.as_bytes()[..at].iter().rev().take(NEAR);
    before.copied().find(|byte| !matches!(byte, b' ' | b'\t' | b'>')).is_none_or(|byte| byte == b'\n')
}

/// The line that `text` begins with, or as much of it as is near.
fn line(text: &str) -> &str {
    text[..text.floor_char_boundary(NEAR)].split('\n').next().unwrap_or_default()
}
