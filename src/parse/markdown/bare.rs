//! Bare addresses in running text, `https://example.org`, as GitHub links them.

use std::ops::Range;

use crate::parse::address::{Scheme, scheme};

/// The first bare address in `text` at or after byte `from`.
///
/// It begins with `http://` or `https://`, not in the middle of a word, and ends before a blank, `<`,
/// or a quotation mark or stop that is no part of addresses; then, as GFM has it, before trailing
/// punctuation, a closing parenthesis without its opening one, and an entity.
pub(super) fn find(text: &str, mut from: usize) -> Option<Range<usize>> {
    while let Some(colon) = text[from..].find("://").map(|at| from + at) {
        from = colon + 3;
        let Some(start) = scheme_start(text, colon) else { continue };
        let end = end(text, colon + 3);
        let end = start + trimmed(&text[start..end]).len();
        if end > colon + 3 && scheme(&text[start..end]) == Scheme::Web {
            return Some(start..end);
        }
        from = from.max(end);
    }
    None
}

fn scheme_start(text: &str, colon: usize) -> Option<usize> {
    let start = ["https", "http"].iter().find_map(|name| {
        let start = colon.checked_sub(name.len())?;
        text.get(start..colon)?.eq_ignore_ascii_case(name).then_some(start)
    })?;
    let before = text[..start].chars().next_back();
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '+' | '.' | '-' | '/')).then_some(start)
}

fn end(text: &str, from: usize) -> usize {
    let stops = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '"' | '`' | '“' | '”' | '„' | '«' | '»' | '。' | '，' | '、' | '）' | '」' | '】')
    };
    text[from..].find(stops).map_or(text.len(), |at| from + at)
}

/// `address` without what trails it. Parentheses are counted once, so that many of them cost no more.
fn trimmed(address: &str) -> &str {
    let count = |c| address.bytes().filter(|byte| *byte == c).count();
    let mut surplus = count(b')').saturating_sub(count(b'('));
    let mut rest = address;
    loop {
        rest = match rest.as_bytes().last() {
            Some(b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b']' | b'}' | b'|') => {
                &rest[..rest.len() - 1]
            }
            Some(b')') if surplus > 0 => {
                surplus -= 1;
                &rest[..rest.len() - 1]
            }
            Some(b';') => {
                let name = rest[..rest.len() - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                match name.strip_suffix('&') {
                    Some(before) => before,
                    None => &rest[..rest.len() - 1],
                }
            }
            _ => return rest,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_address_ends_before_the_punctuation_of_its_sentence() {
        for (text, address) in [
            ("See https://a.example.", "https://a.example"),
            ("(https://a.example/b)", "https://a.example/b"),
            ("https://a.example/b_(c).", "https://a.example/b_(c)"),
            ("https://a.example/?q=(x))), so", "https://a.example/?q=(x)"),
            ("“https://a.example”", "https://a.example"),
            ("https://a.example/?a=b&copy;", "https://a.example/?a=b"),
            ("https://a.example/?a=b;", "https://a.example/?a=b"),
            ("HTTP://A.example!?", "HTTP://A.example"),
            ("*https://a.example*", "https://a.example"),
            ("x://y https://a.example", "https://a.example"),
        ] {
            assert_eq!(find(text, 0).map(|range| &text[range]), Some(address), "{text}");
        }
    }

    #[test]
    fn other_schemes_and_words_are_left_alone() {
        for text in ["ftp://a.example", "xhttps://a.example", "https://", "https:///x", "www.a.example", "a@b.example"]
        {
            assert_eq!(find(text, 0), None, "{text}");
        }
    }
}
