//! What the YAML parser is never given.

use crate::diagnostic::Diagnostic;
use crate::parse::codes;
use crate::path::SitePath;
use crate::source::Span;

/// How many brackets may be open at once; `serde_yaml` takes seconds for some tens of thousands.
const OPEN_BRACKETS: usize = 64;

/// Why `yaml` is not read at all; `None` where it may be.
pub(super) fn refusal(file: &SitePath, yaml: &str, base: usize) -> Option<Diagnostic> {
    too_many_brackets(file, yaml, base).or_else(|| control_character(file, yaml, base))
}

fn too_many_brackets(file: &SitePath, yaml: &str, base: usize) -> Option<Diagnostic> {
    let mut open = 0usize;
    for (at, byte) in yaml.bytes().enumerate() {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        if open > OPEN_BRACKETS {
            return Some(
                Diagnostic::new(
                    &codes::FRONT_MATTER_SYNTAX,
                    format!("more than {OPEN_BRACKETS} brackets are open here"),
                )
                .at(file, Span::new(base + at, base + at + 1))
                .help("close each `[` with `]` and each `{` with `}`, or put quotes around the text"),
            );
        }
    }
    None
}

fn control_character(file: &SitePath, yaml: &str, base: usize) -> Option<Diagnostic> {
    let refused = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    let (at, c) = yaml.char_indices().find(|(_, c)| refused(*c))?;
    Some(
        Diagnostic::new(
            &codes::FRONT_MATTER_SYNTAX,
            format!("an invisible control character (U+{:04X}) stands here", u32::from(c)),
        )
        .at(file, Span::new(base + at, base + at + c.len_utf8()))
        .help("delete the character; it often comes from copying out of a PDF or a word processor"),
    )
}
