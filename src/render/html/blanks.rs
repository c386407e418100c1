//! The blanks of a message: what stands in square brackets, for the sender to fill in.

use super::escape;

/// `html` with each `[words]` in its text marked as a blank. Tags and their attributes are left alone, and
/// a blank holds no tag.
pub fn marked(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some(at) = rest.find(['<', '[']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag = rest.starts_with('<');
        let end = match is_tag {
            true => rest.find('>'),
            false => rest.find([']', '<', '\n']).filter(|end| rest[*end..].starts_with(']') && *end > 1),
        };
        let taken = end.map_or(1, |end| end + 1);
        match (is_tag, end) {
            (false, Some(_)) => out.extend(["<span class=\"blank\">", &rest[..taken], "</span>"]),
            _ => out.push_str(&rest[..taken]),
        }
        rest = &rest[taken..];
    }
    out.push_str(rest);
    out
}

/// A plain text as HTML, its blanks marked.
pub fn of_text(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 64);
    escape::text(&mut html, text);
    marked(&html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_is_a_blank() {
        assert_eq!(marked("<p>Dear [family name],</p>"), "<p>Dear <span class=\"blank\">[family name]</span>,</p>");
        for same in ["<a title=\"[x]\">y</a>", "a [ b", "[]", "[one<br>two]", "a < b ["] {
            assert_eq!(marked(same), same);
        }
        assert_eq!(of_text("[a] & b"), "<span class=\"blank\">[a]</span> &amp; b");
    }
}
