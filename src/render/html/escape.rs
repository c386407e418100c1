//! Text, attributes and addresses as they stand in HTML.

use std::fmt::Write;

/// What is done with a byte of text: 0 nothing, else see [`text`] and [`attribute`].
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 32 {
        table[at] = at != 9 && at != 10;
        at += 1;
    }
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'&' as usize] = true;
    table[b'"' as usize] = true;
    table[0x7f] = true;
    // The first bytes of characters that may be no characters: C1 controls, and the ends of planes.
    table[0xc2] = true;
    table[0xef] = true;
    let mut at = 0xf0;
    while at < 256 {
        table[at] = true;
        at += 1;
    }
    table
};

/// Appends `text` so that it reads as text. Characters that HTML forbids become U+FFFD.
pub(in crate::render) fn text(out: &mut String, text: &str) {
    escape(out, text, "\"");
}

/// Appends `value` so that it can stand between double quotes.
pub(in crate::render) fn attribute(out: &mut String, value: &str) {
    escape(out, value, "&quot;");
}

fn escape(out: &mut String, text: &str, quote: &str) {
    let mut written = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(found) = bytes[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += found;
        let mut length = 1;
        let replaced = match bytes[at] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => quote,
            b'\r' => "",
            0xc2.. => {
                let c = text[at..].chars().next().unwrap_or('\u{fffd}');
                length = c.len_utf8();
                if !is_forbidden(c) {
                    at += length;
                    continue;
                }
                "\u{fffd}"
            }
            _ => "\u{fffd}",
        };
        out.push_str(&text[written..at]);
        out.push_str(replaced);
        at += length;
        written = at;
    }
    out.push_str(&text[written..]);
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a byte of an address stands in HTML as it is.
const PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 128 {
        table[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    let signs = b"!$()*+,-./:;=?@_~";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// Appends `address` as the value of `href` or `src`: percent signs for what URLs cannot hold,
/// entities for what attributes cannot.
pub(in crate::render) fn address(out: &mut String, address: &str) {
    let bytes = address.as_bytes();
    let mut has_fragment = false;
    let mut written = 0;
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !PLAIN[usize::from(**byte)]) {
        // What is plain is ASCII, so a run of it begins and ends between characters.
        out.push_str(address.get(written..at).unwrap_or_default());
        written = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'%' if bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) => out.push('%'),
            b'#' if !has_fragment => {
                has_fragment = true;
                out.push('#');
            }
            // Writing to a String cannot fail.
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out.push_str(address.get(written..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(escape: fn(&mut String, &str), value: &str) -> String {
        let mut out = String::new();
        escape(&mut out, value);
        out
    }

    #[test]
    fn nothing_in_text_or_an_attribute_can_end_it() {
        assert_eq!(with(text, "a<b>&\"c\" é 🎉"), "a&lt;b&gt;&amp;\"c\" é 🎉");
        assert_eq!(with(attribute, "\"><script>"), "&quot;&gt;&lt;script&gt;");
    }

    #[test]
    fn characters_that_html_forbids_are_replaced() {
        assert_eq!(
            with(text, "a\0b\u{1}\u{85}\u{fffe}\u{1ffff}\u{fdd0}\u{7f}\tc\r\n"),
            "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\tc\n"
        );
    }

    #[test]
    fn addresses_are_escaped_once() {
        assert_eq!(with(address, "a#b#c"), "a#b%23c");
        assert_eq!(with(address, "a b/ä?c=%20&d=100%'\"[]"), "a%20b/%C3%A4?c=%20&amp;d=100%25&#39;%22%5B%5D");
    }
}
