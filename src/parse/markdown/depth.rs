//! How deep lists and quotes nest, told from the lines alone, before the parser is asked.
//!
//! For every line that continues a paragraph lazily, the parser asks all open quotes and list items.
//! With ten thousand of them open, a file of a few kilobytes takes seconds. This bound is linear.

use std::ops::Range;

/// How many quotes, list items and emphases may lie within one another.
pub const NESTING: usize = 100;

/// The line of `body` on which quotes and lists nest deeper than [`NESTING`]; `None` where none does.
///
/// It counts from above: what stands in code counts as well, and a list that was left by a paragraph
/// counts until the next list begins. Nothing that people write comes near.
pub(super) fn too_deep(body: &str) -> Option<Range<usize>> {
    let mut lists: Vec<usize> = Vec::new();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        if markers(line.as_bytes(), &mut lists) > NESTING {
            return Some(start..start + line.len());
        }
        start += line.len();
    }
    None
}

/// The depth that `line` reaches. `lists` holds the columns of the contents of the lists open so far.
fn markers(line: &[u8], lists: &mut Vec<usize>) -> usize {
    let (mut at, mut column, mut quotes) = (0, 0, 0);
    let mut depth = 0;
    loop {
        while let Some(byte @ (b' ' | b'\t')) = line.get(at) {
            column += if *byte == b'\t' { 4 - column % 4 } else { 1 };
            at += 1;
        }
        let length = match line.get(at) {
            Some(b'>') => {
                quotes += 1;
                at += 1;
                column += 1;
                depth = depth.max(quotes + lists.len());
                continue;
            }
            Some(b'-' | b'+' | b'*') => 1,
            Some(b'0'..=b'9') => {
                let digits = line[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                if !matches!(line.get(at + digits), Some(b'.' | b')')) {
                    return depth;
                }
                digits + 1
            }
            Some(b'[') if line[at..].starts_with(b"[^") => {
                line[at..].windows(2).take(1000).position(|pair| pair == b"]:").map_or(2, |end| end + 2)
            }
            _ => return depth,
        };
        if !matches!(line.get(at + length), None | Some(b' ' | b'\t' | b'\n' | b'\r')) {
            return depth;
        }
        while lists.last().is_some_and(|content| *content > column) {
            lists.pop();
        }
        column += length;
        lists.push(column + 1);
        at += length;
        depth = depth.max(quotes + lists.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_levels_are_let_through_and_more_are_not() {
        for marker in ["> ", "- ", "* ", "1. ", ">", "> - "] {
            let levels = |count: usize| marker.repeat(count / marker.matches(['>', '-', '*', '.']).count()) + "a\n";
            assert_eq!(too_deep(&levels(100)), None, "{marker}");
            assert!(too_deep(&levels(102)).is_some(), "{marker}");
        }
        let by_indentation =
            |count: usize| (0..count).map(|at| format!("{}- a\n", "  ".repeat(at))).collect::<String>();
        assert_eq!(too_deep(&by_indentation(100)), None);
        assert!(too_deep(&by_indentation(101)).is_some());
    }

    #[test]
    fn long_lists_side_by_side_are_not_deep() {
        assert_eq!(too_deep(&"- a\n  1. b\n".repeat(1000)), None);
        assert_eq!(too_deep(&"- a\n".repeat(1000)), None);
        assert_eq!(too_deep(&"> a\n".repeat(1000)), None);
        assert_eq!(too_deep(&"* * * * * * * *\n".repeat(100)), None);
    }
}
