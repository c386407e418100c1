//! References in a drawing: whether they lead out of it.
//!
//! Styles are not read as CSS, where what is a comment and what is a string can be confused; they
//! are refused where an address of another place could stand at all.

/// What no style of a drawing holds: addresses with a host or a scheme, and old ways to run a program.
const REMOTE: &[&str] = &[
    "//",
    "http:",
    "https:",
    "ftp:",
    "file:",
    "blob:",
    "data:",
    "javascript:",
    "expression(",
    "-moz-binding",
    "behavior:",
];

/// How embedded pixels begin.
const PIXELS: &[&str] =
    &["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp", "data:image/avif"];

/// What of the style sheet `css` leads out of the drawing.
pub(super) fn remote(css: &str) -> Option<String> {
    let plain = plain(css);
    if plain.contains("@import") {
        return Some("a style sheet from another place".to_owned());
    }
    let rest = without_pixels(&plain);
    REMOTE.iter().find(|word| rest.contains(**word)).map(|word| format!("\"{word}\" in a style"))
}

/// What of the attribute `value` leads out of the drawing, where it holds a reference at all.
pub(super) fn remote_url(value: &str) -> Option<String> {
    if !value.contains(['(', '\\']) {
        return None;
    }
    let plain = plain(value);
    let refers = ["url(", "image(", "image-set(", "src("].iter().any(|function| plain.contains(function));
    if refers { remote(value) } else { None }
}

/// Whether `address` is anything but a place in the drawing, a file beside it, or embedded pixels.
pub(super) fn is_remote(address: &str) -> bool {
    let address = as_browsers_read(address);
    let pixels = PIXELS.iter().any(|pixels| address.starts_with(pixels));
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
    !pixels && (scheme || address.starts_with("//"))
}

/// Browsers pass over blanks and control characters in addresses, take `\` for `/`, and capital
/// letters for small ones.
fn as_browsers_read(text: &str) -> String {
    let visible = text.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    visible.flat_map(char::to_lowercase).map(|c| if c == '\\' { '/' } else { c }).collect()
}

/// `css` with its escapes resolved, as browsers read it: `\75 rl(` is `url(`.
fn plain(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut chars = css.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let mut code = 0;
        let mut digits = 0;
        while let Some(digit) = chars.peek().and_then(|c| c.to_digit(16)).filter(|_| digits < 6) {
            code = code * 16 + digit;
            digits += 1;
            chars.next();
        }
        if digits == 0 {
            out.extend(chars.next());
        } else {
            out.extend(char::from_u32(code));
            chars.next_if(|c| c.is_whitespace());
        }
    }
    as_browsers_read(&out)
}

fn without_pixels(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("data:image/") {
        let (before, address) = rest.split_at(at);
        out.push_str(before);
        let end = address.find([')', '"', '\'']).unwrap_or(address.len());
        if !PIXELS.iter().any(|pixels| address.starts_with(pixels)) {
            out.push_str(&address[..end]);
        }
        rest = &address[end..];
    }
    out.push_str(rest);
    out
}
