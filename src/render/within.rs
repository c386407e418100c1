//! A page's HTML within a longer page: what is named in it keeps its meaning beside others of the same name.
//!
//! It reads HTML that we wrote: every attribute stands in double quotes, and no `<` in a text begins a tag.

/// The attributes that hold names of elements, one or more.
const NAMES: [&str; 6] = ["id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];

/// `html` with `prefix` before all its names and in all links to them, and with its headings one level lower.
pub fn within(html: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let length = tag_length(&rest[start..]);
        tag(&rest[start..start + length], prefix, &mut out);
        rest = &rest[start + length..];
    }
    out.push_str(rest);
    out
}

/// How many bytes the tag has that `html` begins with; a `>` in an attribute's value does not end it.
fn tag_length(html: &str) -> usize {
    let mut is_quoted = false;
    let end = html.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

fn tag(tag: &str, prefix: &str, out: &mut String) {
    let mut parts = tag.split('"');
    let mut before = parts.next().unwrap_or_default();
    out.push_str(&lowered(before));
    // Outside and inside of quotes by turns.
    for (at, part) in parts.enumerate() {
        out.push('"');
        if at % 2 == 0 {
            let name = before.trim_end_matches('=').rsplit([' ', '\n']).next().unwrap_or_default();
            value(name, part, prefix, out);
        } else {
            out.push_str(part);
        }
        before = part;
    }
}

fn value(name: &str, value: &str, prefix: &str, out: &mut String) {
    if NAMES.contains(&name) {
        let named: Vec<String> = value.split(' ').map(|name| [prefix, name].concat()).collect();
        out.push_str(&named.join(" "));
    } else if let Some(part) = value.strip_prefix('#').filter(|_| name == "href") {
        out.extend(["#", prefix, part]);
    } else {
        out.push_str(value);
    }
}

/// The beginning of a tag up to its first attribute's value, a heading's one level lower.
fn lowered(begin: &str) -> String {
    let (mark, name) = match begin.strip_prefix("</") {
        Some(name) => ("</", name),
        None => ("<", begin.strip_prefix('<').unwrap_or(begin)),
    };
    let level =
        name.strip_prefix('h').and_then(|name| name.bytes().next()).filter(|level| (b'1'..=b'5').contains(level));
    match level.filter(|_| !name[2..].starts_with(|c: char| c.is_ascii_alphanumeric())) {
        Some(level) => [mark, "h", &char::from(level + 1).to_string(), &name[2..]].concat(),
        None => begin.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn names_get_a_prefix_and_headings_go_one_level_down() {
        let html = "<h2 id=\"a\" class=\"id\">1 &lt; 2</h2><a href=\"#a\">x</a><a href=\"../b/#a\">y</a>\
                    <h6 id=\"b\">z</h6><hr><html5></html5>";
        let expected = "<h3 id=\"p-a\" class=\"id\">1 &lt; 2</h3><a href=\"#p-a\">x</a><a href=\"../b/#a\">y</a>\
                        <h6 id=\"p-b\">z</h6><hr><html5></html5>";
        assert_eq!(within(html, "p-"), expected);
    }

    #[test]
    fn every_name_of_a_list_of_names_gets_it_and_a_text_that_looks_like_one_does_not() {
        let html = "<p title=\"a > id=b\" aria-labelledby=\"a b\">id=\"c\" href=\"#c\"</p>";
        let expected = "<p title=\"a > id=b\" aria-labelledby=\"p-a p-b\">id=\"c\" href=\"#c\"</p>";
        assert_eq!(within(html, "p-"), expected);
    }
}
