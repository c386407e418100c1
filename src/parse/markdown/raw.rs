//! Raw HTML in Markdown, cut into its tags, and which of them are let through.

/// An element that is let through, always without attributes except the title of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    /// A line break.
    Br,
    /// A place where a long word may break.
    Wbr,
    /// Text below the line.
    Sub,
    /// Text above the line.
    Sup,
    /// A key or what is typed.
    Kbd,
    /// An abbreviation.
    Abbr,
    /// Marked text.
    Mark,
    /// Text that is folded away; it may hold whole blocks.
    Details,
    /// What stands for folded text, always the first in it.
    Summary,
}

/// A piece of raw HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A comment with its end.
    Comment,
    /// `<name …>` of an element that is let through.
    Open(Element, Option<String>),
    /// `</name>` of such an element.
    Close(Element),
    /// A tag, declaration or instruction that is not let through: its name in lower case.
    Refused(&'a str),
    /// `</name>` of an element that is not let through; it says nothing that its beginning did not.
    RefusedEnd,
    /// What stands between tags.
    Text,
}

const ELEMENTS: [(&str, Element); 9] = [
    ("abbr", Element::Abbr),
    ("br", Element::Br),
    ("details", Element::Details),
    ("kbd", Element::Kbd),
    ("mark", Element::Mark),
    ("sub", Element::Sub),
    ("summary", Element::Summary),
    ("sup", Element::Sup),
    ("wbr", Element::Wbr),
];

impl Element {
    /// The element's name.
    pub fn name(self) -> &'static str {
        ELEMENTS.iter().find(|(_, element)| *element == self).map_or("", |(name, _)| name)
    }

    /// Whether it has no content and no end.
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Wbr)
    }

    /// Whether it stands among blocks and not in running text.
    pub fn is_block(self) -> bool {
        matches!(self, Self::Details | Self::Summary)
    }
}

/// Cuts `html` into tokens, each with its bytes; together they are all of it.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = (Token<'_>, std::ops::Range<usize>)> {
    let mut at = 0;
    // Looked up once: each of many unclosed comments would search to the end.
    let last_comment_end = html.rfind("-->");
    std::iter::from_fn(move || {
        let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
        let (token, length) = token(rest, last_comment_end.is_some_and(|end| end >= at));
        at += length;
        Some((token, at - length..at))
    })
}

fn token(html: &str, has_comment_end: bool) -> (Token<'_>, usize) {
    if !html.starts_with('<') {
        return (Token::Text, html.find('<').unwrap_or(html.len()));
    }
    if let Some(comment) = html.strip_prefix("<!--") {
        // An unclosed comment would swallow the rest of the page, so it is shown.
        let end = if has_comment_end { html[2..].find("-->") } else { None };
        return match end {
            Some(end) => (Token::Comment, end + 5),
            None if comment.starts_with('>') => (Token::Comment, 5),
            None => (Token::Refused("!--"), 4),
        };
    }
    let is_end = html[1..].starts_with('/');
    let name_at = 1 + usize::from(is_end);
    let name_length = html[name_at..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let name = &html[name_at..name_at + name_length];
    if name.is_empty() {
        let other = match html.as_bytes().get(1) {
            Some(b'!') => Token::Refused("!"),
            Some(b'?') => Token::Refused("?"),
            _ => Token::Text,
        };
        return (other, 1);
    }
    let (length, title) = rest_of_tag(html, name_at + name_length);
    let element = ELEMENTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, element)| *element);
    let token = match element {
        Some(_) if length == 0 => Token::Refused(name),
        Some(element) if is_end => Token::Close(element),
        Some(element) => Token::Open(element, title.filter(|_| element == Element::Abbr).map(plain)),
        None if is_end => Token::RefusedEnd,
        None => Token::Refused(name),
    };
    (token, if length == 0 { name_at + name_length } else { length })
}

/// The length of the tag whose name ends at byte `at` of `html`, 0 where it has no end, and its title.
fn rest_of_tag(html: &str, mut at: usize) -> (usize, Option<&str>) {
    let bytes = html.as_bytes();
    let skip = |at: &mut usize, skipped: &dyn Fn(u8) -> bool| {
        let from = *at;
        while bytes.get(*at).is_some_and(|byte| skipped(*byte)) {
            *at += 1;
        }
        from..*at
    };
    let is_blank = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    let mut title = None;
    loop {
        skip(&mut at, &is_blank);
        match bytes.get(at) {
            Some(b'>') => return (at + 1, title),
            None | Some(b'<') => return (0, None),
            _ => {}
        }
        let name = skip(&mut at, &|byte| !is_blank(byte) && !matches!(byte, b'=' | b'>' | b'<'));
        skip(&mut at, &|byte| byte.is_ascii_whitespace());
        if bytes.get(at) != Some(&b'=') {
            continue;
        }
        at += 1;
        skip(&mut at, &|byte| byte.is_ascii_whitespace());
        let value = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) => {
                at += 1;
                let value = skip(&mut at, &|byte| byte != *quote);
                at += 1;
                value
            }
            _ => skip(&mut at, &|byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
        if html[name].eq_ignore_ascii_case("title") {
            title = html.get(value);
        }
    }
}

/// The value of an attribute with the entities undone that its own escaping needs.
fn plain(value: &str) -> String {
    let undone = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    undone.iter().fold(value.to_owned(), |value, (entity, c)| value.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_apart_and_every_byte_is_kept() {
        let html = "a<BR/><!-- <b> --><abbr title='x &amp; y' onclick=z>b</ABBR ><b>c</b><?x?><kbd";
        let found: Vec<_> = tokens(html).map(|(token, range)| (token, &html[range])).collect();
        assert_eq!(found.iter().map(|(_, text)| *text).collect::<String>(), html);
        assert_eq!(found[1].0, Token::Open(Element::Br, None));
        assert_eq!(found[2].0, Token::Comment);
        assert_eq!(found[3].0, Token::Open(Element::Abbr, Some("x & y".to_owned())));
        assert_eq!(found[5].0, Token::Close(Element::Abbr));
        assert_eq!(found[6].0, Token::Refused("b"));
        assert_eq!(found[8].0, Token::RefusedEnd);
        assert_eq!(found.last().map(|(token, _)| token), Some(&Token::Refused("kbd")));
    }

    #[test]
    fn an_unclosed_comment_is_no_comment() {
        assert_eq!(tokens("<!-- a").next(), Some((Token::Refused("!--"), 0..4)));
        assert_eq!(tokens("<!-->a").next(), Some((Token::Comment, 0..5)));
    }
}
