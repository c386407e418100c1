//! The YAML parser's messages in plain words, with the line to type instead.

use crate::diagnostic::Diagnostic;
use crate::parse::codes;
use crate::path::SitePath;
use crate::source::Span;

/// The finding for an error of `serde_yaml` in the text `yaml`, which stands at byte `base`.
pub(super) fn finding(file: &SitePath, yaml: &str, base: usize, error: &serde_yaml::Error) -> Diagnostic {
    let message = error.to_string();
    if let Some(key) = duplicate_key(&message) {
        return duplicated(file, yaml, base, &key);
    }
    let at = error.location().map_or(0, |location| location.index()).min(yaml.len());
    let (line_start, line) = line_at(yaml, at);
    let Some(trouble) = trouble(yaml, at, line, &message) else {
        return Diagnostic::new(&codes::FRONT_MATTER_SYNTAX, format!("this cannot be read: {}", plain(&message)))
            .at(file, span(base, line_start, line))
            .help("write one `key: value` on each line, and put quotes around values with special characters");
    };
    let (line_start, line) = trouble.line.unwrap_or((line_start, line));
    Diagnostic::new(&codes::FRONT_MATTER_SYNTAX, trouble.message)
        .at(file, span(base, line_start, line))
        .help(trouble.help)
}

struct Trouble<'a> {
    message: String,
    help: String,
    /// The line to show, where it is another one than the parser named.
    line: Option<(usize, &'a str)>,
}

fn trouble<'a>(yaml: &'a str, at: usize, line: &str, message: &str) -> Option<Trouble<'a>> {
    let say = |message: &str, help: String| Some(Trouble { message: message.to_owned(), help, line: None });
    let here = yaml[yaml.floor_char_boundary(at)..].chars().next();
    if message.contains("more than one document") {
        return say(
            "this line does not fit the lines above it",
            "keys that belong together start in the same column, and no line `---` stands between them".into(),
        );
    }
    if message.contains("mapping values are not allowed") {
        if let Some(trouble) = before(yaml, at, line) {
            return Some(trouble);
        }
        return say("a colon followed by a blank stands inside a value that has no quotes", quoted_line(line));
    }
    if here == Some('\t') || line.starts_with('\t') && message.contains("token") {
        return say(
            "a tab stands where blanks must stand",
            "indent with blanks (two for each step), not with the Tab key".into(),
        );
    }
    if message.contains("cannot start any token") {
        return say(
            &format!("a value cannot start with `{}` unless it has quotes", here.unwrap_or('@')),
            quoted_line(line),
        );
    }
    if message.contains("unknown anchor") || message.contains("anchor") || message.contains("alias") {
        return say("a value that starts with `*` or `&` needs quotes", quoted_line(line));
    }
    if message.contains("tag") {
        return say("a value that starts with `!` needs quotes", quoted_line(line));
    }
    if message.contains("escape character") {
        return say(
            "a backslash inside double quotes starts an escape that does not exist",
            "use single quotes, or write two backslashes".into(),
        );
    }
    if message.contains("quoted scalar") || message.contains("unexpected end of stream") {
        let opened = opening_quote(yaml, at);
        return Some(Trouble {
            message: "a quotation mark is opened here and never closed".into(),
            help: "close the quotation mark at the end of the value; inside double quotes write \\\" for a mark".into(),
            line: opened,
        });
    }
    if message.contains("flow sequence") || message.contains("',' or ']'") {
        return say(
            "a list in square brackets is not closed, or a comma is missing",
            "write it as [one, two, three], all on one line".into(),
        );
    }
    if message.contains("flow mapping") || message.contains("',' or '}'") {
        return say(
            "keys and values in curly brackets are not closed, or a comma is missing",
            "write them as {setup: 5, each: 2}, all on one line".into(),
        );
    }
    if message.contains("could not find expected ':'") || message.contains("simple key") {
        return colonless(yaml, at);
    }
    if let Some(value) = line.split_once(": ").map(|(_, value)| value.trim()).filter(|value| half_bracketed(value)) {
        let mark = &value[..1];
        return say(
            &format!("a value that starts with `{mark}` needs quotes, unless it is a list or keys and values"),
            quoted_line(line),
        );
    }
    if line.trim_start().starts_with("- ") && follows_a_value(yaml, at) {
        return say(
            "a list begins here, and the line above it is no key without a value",
            "write the key of the list above it, such as `steps:`".into(),
        );
    }
    if message.contains("did not find expected key")
        || message.contains("block collection")
        || message.contains("block mapping")
    {
        return say("this line does not fit the lines above it", "check its indentation: keys that belong together start in the same column; a value with a quotation mark at its start needs the whole value in quotes".into());
    }
    if message.contains("recursion limit") {
        return say("this is nested too deep", "write it with fewer levels".into());
    }
    if message.contains("repetition limit") {
        return say("anchors and aliases multiply this text beyond measure", "write the values out".into());
    }
    None
}

/// What the line above did wrong, where a colon surprises the parser in a line that is sound by itself:
/// a blank is missing after its colon, or this line is indented further than it.
fn before<'a>(yaml: &'a str, at: usize, line: &str) -> Option<Trouble<'a>> {
    let is_word = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let bare = line.trim_start().trim_start_matches("- ");
    let (key, value) = bare.split_once(':')?;
    let sound = is_word(key) && (value.trim().starts_with(['"', '\'', '[', '{']) || !value.trim().contains(": "));
    let start = line_at(yaml, at).0;
    let above = yaml[..start].trim_end();
    let above_start = above.rfind('\n').map_or(0, |newline| newline + 1);
    let above_line = &above[above_start..];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let above_bare = above_line.trim_start().trim_start_matches("- ");
    if !sound || above_bare.is_empty() {
        return None;
    }
    match above_bare.split_once(':') {
        None if above_line.trim_start().starts_with("- ") && is_word(key) && indent(line) > indent(above_line) => {
            Some(Trouble {
                message: "this line has a key, and the item that it belongs to begins without one".into(),
                help: format!(
                    "begin the item with its key, such as `- do: {}`",
                    crate::parse::value::shortened(above_bare)
                ),
                line: Some((above_start, above_line)),
            })
        }
        Some((key, value)) if is_word(key) && !value.is_empty() && !value.starts_with(char::is_whitespace) => Some(Trouble {
            message: "a blank is missing after the colon".into(),
            help: format!("write `{key}: {}`", crate::parse::value::shortened(value)),
            line: Some((above_start, above_line)),
        }),
        Some((key, _)) if is_word(key) && indent(line) != indent(above_line) => Some(Trouble {
            message: "this line is indented otherwise than the line above it".into(),
            help: "keys that belong together start in the same column; a key within an item starts below the item's first key".into(),
            line: None,
        }),
        _ => None,
    }
}

/// Whether the line before that of byte `at` begins in the same column and is a key with its value.
fn follows_a_value(yaml: &str, at: usize) -> bool {
    let (start, line) = line_at(yaml, at);
    let above = yaml[..start].trim_end().lines().next_back().unwrap_or_default();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let has_value = above.split_once(": ").is_some_and(|(_, value)| !value.trim().is_empty());
    indent(above) == indent(line) && !above.trim_start().starts_with('-') && has_value
}

/// Whether a value begins like a list or a map and goes on after its end: `[Draft] Trust`.
fn half_bracketed(value: &str) -> bool {
    let close = match value.chars().next() {
        Some('[') => ']',
        Some('{') => '}',
        _ => return false,
    };
    value
        .split_once(close)
        .is_some_and(|(_, rest)| !rest.trim().is_empty() && !rest.trim_start().starts_with(['#', ',']))
}

fn colonless(yaml: &str, at: usize) -> Option<Trouble<'_>> {
    let named = yaml[..yaml.floor_char_boundary(at)].lines().count().saturating_sub(1);
    let mut start = 0;
    let mut found = None;
    for (number, line) in yaml.split_inclusive('\n').enumerate() {
        let bare = line.trim_end();
        let trimmed = bare.trim_start();
        let colonless = !trimmed.is_empty() && !trimmed.starts_with(['#', '-']) && !trimmed.contains(':');
        if colonless && number <= named + 1 {
            found = Some((start, bare));
        }
        start += line.len();
    }
    let line = found?;
    Some(Trouble {
        message: format!("\"{}\" has no colon, so it is no key", crate::parse::value::shortened(line.1)),
        help: "write `key: value`; a long text that goes on in the next line is indented by two blanks".into(),
        line: Some(line),
    })
}

fn duplicate_key(message: &str) -> Option<String> {
    let rest = message.split("duplicate entry with key ").nth(1)?;
    let key = rest.split(" at line").next()?;
    Some(key.trim_matches('"').to_owned())
}

fn duplicated(file: &SitePath, yaml: &str, base: usize, key: &str) -> Diagnostic {
    let mut places = Vec::new();
    let mut start = 0;
    for line in yaml.split_inclusive('\n') {
        let trimmed = line.trim_start().trim_start_matches("- ");
        let bare = trimmed.trim_start_matches(['"', '\'']);
        if bare.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
        {
            let at = base + start + line.len() - trimmed.len();
            places.push(Span::new(at, at + key.len()));
        }
        start += line.len();
    }
    let second = places.get(1).or(places.first()).copied().unwrap_or(Span::new(base, base));
    let finding = Diagnostic::new(&codes::DUPLICATE_KEY, format!("\"{key}\" stands here a second time"))
        .at(file, second)
        .help("keep one of the two lines");
    match places.first() {
        Some(first) if places.len() > 1 => finding.label(file, Some(*first), "the first time"),
        _ => finding,
    }
}

fn quoted_line(line: &str) -> String {
    let quoted = line.split_once(": ").map(|(key, value)| {
        let value = value.trim().trim_matches(['"', '“', '”', '\'']).replace('\\', "\\\\").replace('"', "\\\"");
        format!("{key}: \"{value}\"")
    });
    match quoted {
        Some(quoted) if quoted.len() < 160 => format!("put quotes around the value: `{}`", quoted.trim_start()),
        _ => "put quotes around the value".to_owned(),
    }
}

fn opening_quote(yaml: &str, at: usize) -> Option<(usize, &str)> {
    let mut start = 0;
    let mut found = None;
    for line in yaml.split_inclusive('\n') {
        if start > at {
            break;
        }
        let bare = line.trim_end();
        let value = bare.split_once(": ").map_or(bare.trim_start().trim_start_matches("- "), |(_, value)| value.trim());
        let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        if mark.is_some_and(|mark| value.matches(mark).count() % 2 == 1) && found.is_none() {
            found = Some((start, bare));
        }
        start += line.len();
    }
    found
}

fn line_at(yaml: &str, at: usize) -> (usize, &str) {
    let at = yaml.floor_char_boundary(at);
    let start = yaml[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = yaml[start..].find('\n').map_or(yaml.len(), |newline| start + newline);
    (start, yaml[start..end].trim_end())
}

fn span(base: usize, line_start: usize, line: &str) -> Span {
    let indent = line.len() - line.trim_start().len();
    Span::new(base + line_start + indent, base + line_start + line.len())
}

fn plain(message: &str) -> &str {
    message.split(" at line ").next().unwrap_or(message)
}
