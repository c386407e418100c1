//! Addresses as authors write them: which of them a page may carry.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// What an address begins with, which decides whether a page may carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// No scheme and no host: a path of this site, a query, or nothing at all.
    Relative,
    /// `#` and an anchor of the same page.
    Fragment,
    /// `http://` or `https://` and a host that can exist.
    Web,
    /// `mailto:`.
    Mailto,
    /// `tel:`.
    Tel,
    /// Anything else, `javascript:` as well as `//host` and `https://` without a host: what it begins with.
    Refused(String),
}

/// The scheme of `address`, told from what a browser would make of it.
///
/// Browsers drop blanks and control characters before they look for a scheme, and an address may
/// come from a place that decodes entities or percent signs later. So all of these are undone first,
/// twice, and whatever then stands before a `:` has to be a scheme that we know: a rule that only
/// knew the bad ones would be one invention behind.
pub fn scheme(address: &str) -> Scheme {
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'!' | b'#' | b'$' | b'\''..=b'/' | b':' | b';' | b'=' | b'?' | b'@' | b'_' | b'~')
    };
    let plain = match address.bytes().all(is_plain) {
        true => Cow::Borrowed(address),
        false => Cow::Owned(decoded(&decoded(address))),
    };
    if plain.starts_with('#') {
        return Scheme::Fragment;
    }
    if plain.starts_with("//") {
        return Scheme::Refused("//".to_owned());
    }
    let first = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, _)) = first.split_once(':') else {
        return Scheme::Relative;
    };
    let after = &plain[name.len() + 1..];
    let name = name.to_lowercase();
    match name.as_str() {
        "http" | "https" if after.strip_prefix("//").is_some_and(is_host) => Scheme::Web,
        "mailto" => Scheme::Mailto,
        "tel" => Scheme::Tel,
        _ => refused(name),
    }
}

fn refused(mut name: String) -> Scheme {
    if let Some((cut, _)) = name.char_indices().nth(40) {
        name.truncate(cut);
    }
    Scheme::Refused(name + ":")
}

/// The start of `address` up to its path, without what browsers drop, entities and percent signs undone.
fn decoded(address: &str) -> String {
    // A scheme and a host end long before this; a longer one is nobody's.
    let end = address.floor_char_boundary(2048);
    let without_entities = entities(&address[..end]);
    let text = percent_decode_str(&without_entities).decode_utf8_lossy();
    text.chars().filter(|c| !is_dropped(*c)).map(|c| if c == '\\' { '/' } else { c }).collect()
}

fn is_dropped(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fffd}')
}

/// `text` with the entities undone that can hide a scheme: numbers, and the names of `:`, tab and line end.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((c, length)) = entity(rest) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        out.push(c);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The character that `text` begins with as an entity, and the entity's length.
/// The `;` may be missing, as it may for a browser.
fn entity(text: &str) -> Option<(char, usize)> {
    for (name, c) in [("&colon;", ':'), ("&Tab;", '\t'), ("&NewLine;", '\n'), ("&sol;", '/'), ("&amp;", '&')] {
        if text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return Some((c, name.len()));
        }
    }
    let digits = text.strip_prefix("&#")?;
    let (digits, radix, before) = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => (hexadecimal, 16, 3),
        None => (digits, 10, 2),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let number = digits[..length].trim_start_matches('0');
    let c = char::from_u32(u32::from_str_radix(number, radix).ok()?)?;
    let semicolon = usize::from(digits[length..].starts_with(';'));
    Some((c, before + length + semicolon))
}

/// Whether `text` begins with the name or the IPv4 number of a host, and a port or nothing.
fn is_host(text: &str) -> bool {
    let authority = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let labels = host.strip_suffix('.').unwrap_or(host);
    let last = labels.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
    !labels.is_empty()
        && labels.len() < 254
        && labels.split('.').all(is_label)
        && (!is_number || labels.parse::<std::net::Ipv4Addr>().is_ok())
        && (port.is_empty() || port.parse::<u16>().is_ok())
}

fn is_label(label: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    label.len() < 64
        && label.starts_with(char::is_alphanumeric)
        && label.chars().all(|c| is_letter(c) || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_by_what_a_browser_would_make_of_it() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "&#x6A;avascript:alert(1)",
            "&#106avascript:alert(1)",
            "&#0000106;avascript:alert(1)",
            "javascript&colon;alert(1)",
            "java&Tab;script:alert(1)",
            "javascript%3Aalert(1)",
            "%6Aavascript:alert(1)",
            "%256Aavascript:alert(1)",
            "&amp;#106;avascript:alert(1)",
            "java\u{200b}script:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https:evil.example",
            "https://",
            "https://a b@c",
            "http://a..b",
            "http://1.2.3",
            "ſ:x",
        ] {
            assert!(matches!(scheme(address), Scheme::Refused(_)), "{address:?} is {:?}", scheme(address));
        }
    }

    #[test]
    fn ordinary_addresses_are_what_they_seem() {
        for address in ["", "a.md", "../a/b.md#c", "/a", "?q=a:b", "./a:b", "a/b:c", "guía.md", "100%.md", "a&b.md"] {
            assert_eq!(scheme(address), Scheme::Relative, "{address:?}");
        }
        for address in [
            "http://a",
            "HTTPS://a.example:8080/x?y:z#w",
            "https://año.example",
            "http://127.0.0.1/",
            "https://a.example.",
        ] {
            assert_eq!(scheme(address), Scheme::Web, "{address:?}");
        }
        assert_eq!(scheme("#a"), Scheme::Fragment);
        assert_eq!(scheme("mailto:a@b.example"), Scheme::Mailto);
        assert_eq!(scheme("TEL:+1"), Scheme::Tel);
        assert_eq!(scheme("tél:x"), Scheme::Refused("tél:".to_owned()));
    }
}
