//! The front matter of a file: where it stands, and whether it is one.

use crate::diagnostic::Diagnostic;
use crate::parse::codes;
use crate::path::SitePath;
use crate::source::Span;

/// The longest front matter that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// A text taken apart.
#[derive(Debug, PartialEq)]
pub struct Parts {
    /// The YAML between the fences; empty where there is none.
    pub yaml: Span,
    /// What follows; the whole text (byte order mark apart) where there is no front matter.
    pub body: Span,
}

/// The parts of `text`, and what is wrong with its fences.
///
/// A byte order mark, blank lines before the first fence, blanks after a fence, and line ends of
/// every system are taken as they come.
pub fn split(file: &SitePath, text: &str) -> (Parts, Option<Diagnostic>) {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let none = Parts { yaml: Span::new(start, start), body: Span::new(start, text.len()) };
    let mut lines = Lines { text, at: start };
    let Some((first, line)) = lines.find(|(_, line)| !line.trim().is_empty()) else { return (none, None) };
    let fence = Span::new(first, first + line.trim_end().len());
    match line.trim_end() {
        "---" => {}
        "+++" => return (none, Some(not_yaml(file, fence, "TOML", "+++"))),
        "{" => return (none, Some(not_yaml(file, fence, "JSON", "{"))),
        other if is_nearly_a_fence(other) && lines.next().is_some_and(|(_, line)| looks_like_a_field(line)) => {
            let finding = Diagnostic::new(
                &codes::FRONT_MATTER_UNCLOSED,
                format!("this looks like front matter, but `{}` is not three hyphens", other.trim()),
            )
            .at(file, fence)
            .help("type `---` on a line of its own, without blanks before it, above and below the fields");
            return (none, Some(finding));
        }
        _ => return (none, None),
    }
    let yaml_start = lines.at;
    let mut first_line = None;
    while let Some((at, line)) = lines.next() {
        if matches!(line.trim_end(), "---" | "...") {
            let parts = Parts { yaml: Span::new(yaml_start, at), body: Span::new(lines.at, text.len()) };
            let finding = (at - yaml_start > LONGEST).then(|| too_large(file, fence));
            return match finding {
                Some(finding) => (Parts { yaml: Span::new(yaml_start, yaml_start), ..parts }, Some(finding)),
                None => (parts, None),
            };
        }
        first_line.get_or_insert(line);
    }
    if !first_line.is_some_and(looks_like_a_field) {
        return (none, None);
    }
    let finding = Diagnostic::new(&codes::FRONT_MATTER_UNCLOSED, "front matter is opened here and never closed")
        .at(file, fence)
        .help("write a line `---` after the last `key: value`");
    (Parts { yaml: Span::new(yaml_start, yaml_start), body: Span::new(text.len(), text.len()) }, Some(finding))
}

/// Whether `line` is what a word processor, or a slip, makes of `---`.
fn is_nearly_a_fence(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().count() <= 6 && line.chars().all(|c| matches!(c, '-' | '–' | '—' | '‐' | '−'))
}

fn looks_like_a_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
            && (rest.is_empty() || rest.starts_with([' ', '\r', '\t']))
    })
}

fn not_yaml(file: &SitePath, fence: Span, language: &str, mark: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::FRONT_MATTER_NOT_YAML,
        format!("front matter in {language} starts here (`{mark}`); homeroom reads YAML"),
    )
    .at(file, fence)
    .help("put the fields between two lines `---` and write each as `key: value`, such as `title: \"Two by ten\"`")
}

fn too_large(file: &SitePath, fence: Span) -> Diagnostic {
    Diagnostic::new(&codes::FRONT_MATTER_TOO_LARGE, "the front matter is longer than 64 KiB")
        .at(file, fence)
        .help("move long text into the body, below the second `---`")
}

struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
        self.at += length;
        Some((start, rest[..length].trim_end_matches(['\n', '\r'])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, String, Option<&'static str>) {
        let (parts, finding) = split(&SitePath::new("content/x.md").expect("a path"), text);
        (text[parts.yaml.range()].to_owned(), text[parts.body.range()].to_owned(), finding.map(|f| f.code.name))
    }

    #[test]
    fn front_matter_is_found_however_an_editor_saved_it() {
        for text in ["---\na: 1\n---\nbody", "\u{feff}---  \r\na: 1\r\n---\t\r\nbody", "\n\n---\na: 1\n...\nbody"] {
            let (yaml, body, finding) = parts(text);
            assert_eq!((yaml.trim_end(), body.as_str(), finding), ("a: 1", "body", None), "{text:?}");
        }
        assert_eq!(parts("---\n---"), (String::new(), String::new(), None));
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        assert_eq!(parts("---\n\nSome text: here"), (String::new(), "---\n\nSome text: here".into(), None));
        assert_eq!(parts("# Title").1, "# Title");
        assert_eq!(parts("").2, None);
    }

    #[test]
    fn fences_that_are_wrong_are_named() {
        assert_eq!(parts("---\ntitle: x\n\nbody").2, Some("front-matter-unclosed"));
        assert_eq!(parts("+++\ntitle = 1\n+++").2, Some("front-matter-not-yaml"));
        assert_eq!(parts("{\n \"title\": 1\n}").2, Some("front-matter-not-yaml"));
        for fence in ["—", "–-", "--", "----", " ---"] {
            assert_eq!(parts(&format!("{fence}\ntitle: A\n{fence}\n")).2, Some("front-matter-unclosed"), "{fence}");
        }
        assert_eq!(parts("----\n\nText: more").2, None);
        assert_eq!(parts(&format!("---\na: {}\n---\n", "x".repeat(70_000))).2, Some("front-matter-too-large"));
    }
}
