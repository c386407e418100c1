//! Texts in XML.

/// `text` as the content of an element or of an attribute in double quotes. Characters that XML 1.0 has
/// no place for, not even escaped, are left out (production 2, `Char`).
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\'' => out.push_str("&apos;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_gives_a_meaning_is_escaped_and_what_it_forbids_is_left_out() {
        assert_eq!(escaped("<a b='c' d=\"&\">"), "&lt;a b=&apos;c&apos; d=&quot;&amp;&quot;&gt;");
        assert_eq!(escaped("a\u{0}b\u{8}c\u{1b}d\u{fffe}e\u{ffff}f"), "abcdef");
        assert_eq!(escaped("a\nb\tc é مرحبا \u{fffd}\u{85}"), "a b c é مرحبا \u{fffd}\u{85}");
    }
}
