//! References in the styles of a drawing: whether they lead out of it.

/// What of the style sheet `css` leads out of the drawing.
pub(super) fn remote(css: &str) -> Option<String> {
    let plain = plain(css);
    if plain.contains("@import") {
        return Some("a style sheet from another place".to_owned());
    }
    remote_url(&plain).or_else(|| {
        let rest = without_urls(&plain);
        ["//", "http:", "https:", "javascript:", "expression(", "-moz-binding", "behavior:"]
            .iter()
            .find(|word| rest.contains(**word))
            .map(|word| format!("\"{word}\" in a style"))
    })
}

/// What `url(…)` of `value` leads out of the drawing.
pub(super) fn remote_url(value: &str) -> Option<String> {
    if !value.contains(['(', '\\']) {
        return None;
    }
    urls(&plain(value)).any(is_remote).then(|| "a reference to another place".to_owned())
}

/// Whether `address` is anything but a place in the drawing, a file beside it, or embedded pixels.
pub(super) fn is_remote(address: &str) -> bool {
    // Browsers pass over blanks and control characters in addresses, and take `\` for `/`.
    let address: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| if c == '\\' { '/' } else { c.to_ascii_lowercase() })
        .collect();
    let pixels = ["png", "jpeg", "jpg", "gif", "webp", "avif"]
        .iter()
        .any(|kind| address.strip_prefix("data:image/").is_some_and(|rest| rest.starts_with(kind)));
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
    !pixels && (scheme || address.starts_with("//"))
}

/// Lower case, without comments, escapes resolved: `\75 rl(` is `url(` to a browser.
fn plain(css: &str) -> String {
    let mut without_comments = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        without_comments.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    without_comments.push_str(rest);
    let mut out = String::with_capacity(without_comments.len());
    let mut chars = without_comments.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.extend(c.to_lowercase());
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
            out.extend(chars.next().into_iter().flat_map(char::to_lowercase));
        } else {
            out.extend(char::from_u32(code).into_iter().flat_map(char::to_lowercase));
            chars.next_if(|c| c.is_whitespace());
        }
    }
    out
}

fn urls(css: &str) -> impl Iterator<Item = &str> {
    css.split("url(").skip(1).map(|rest| rest[..url_end(rest)].trim().trim_matches(['"', '\'']).trim())
}

fn without_urls(css: &str) -> String {
    let mut parts = css.split("url(");
    let mut out = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|rest| out.push_str(&rest[url_end(rest)..]));
    out
}

/// Where the argument that begins `rest` ends; a quoted one may hold `)`.
fn url_end(rest: &str) -> usize {
    let trimmed = rest.trim_start();
    let start = rest.len() - trimmed.len();
    let end = match trimmed.chars().next() {
        Some(quote @ ('"' | '\'')) => trimmed[1..].find(quote).map(|at| at + 2),
        _ => trimmed.find(')'),
    };
    end.map_or(rest.len(), |end| start + end)
}
