//! Where every value of a YAML text stands.
//!
//! `serde_yaml` has read the text already, so the walk knows what comes next (a key named so, a list
//! of so many items) and only has to find where it begins and ends. Where text and meaning part, it
//! gives the last place it was sure of rather than a wrong one.

use crate::diagnostic::Diagnostic;
use crate::parse::codes;
use crate::parse::value::{Data, Field, Fields, Value};
use crate::path::SitePath;
use crate::source::Span;

/// `meaning` with the places of its parts in `yaml`, and what the parser passed over in silence.
pub(super) fn located(
    file: &SitePath,
    yaml: &str,
    base: usize,
    meaning: &serde_yaml::Value,
) -> (Value, Vec<Diagnostic>) {
    let mut walk = Walk { file, yaml, base, at: 0, lost: false, findings: Vec::new() };
    let value = walk.node(meaning, -1, false);
    (value, walk.findings)
}

struct Walk<'a> {
    file: &'a SitePath,
    yaml: &'a str,
    base: usize,
    at: usize,
    lost: bool,
    findings: Vec<Diagnostic>,
}

impl Walk<'_> {
    /// The node that comes next. `parent` is the column of what it belongs to; `flow` tells whether
    /// it stands within brackets.
    fn node(&mut self, meaning: &serde_yaml::Value, parent: isize, flow: bool) -> Value {
        use serde_yaml::Value as Yaml;
        if let Yaml::Tagged(tagged) = meaning {
            return self.node(&tagged.value, parent, flow);
        }
        if meaning.is_null() && self.rest_of_line_is_empty() {
            self.remark_on_comment();
            return Value { data: Data::Empty, span: self.point() };
        }
        self.skip_blank();
        self.refuse_properties();
        let start = self.at;
        let data = match meaning {
            Yaml::Sequence(items) if self.peek() == Some('[') => self.flow_list(items),
            Yaml::Sequence(items) => self.block_list(items),
            Yaml::Mapping(map) if self.peek() == Some('{') => self.flow_map(map),
            Yaml::Mapping(map) => self.block_map(map, flow),
            scalar => {
                self.scalar(parent, flow);
                self.scalar_data(scalar, start)
            }
        };
        Value { data, span: self.span(start) }
    }

    fn scalar_data(&mut self, scalar: &serde_yaml::Value, start: usize) -> Data {
        use serde_yaml::Value as Yaml;
        let raw = if self.lost { String::new() } else { self.yaml[start..self.at].to_owned() };
        let written = |fallback: String| if raw.is_empty() { fallback } else { raw.clone() };
        match scalar {
            Yaml::Bool(value) => Data::Bool(*value),
            Yaml::Number(number) => match number.as_i64() {
                Some(whole) => Data::Integer(whole, written(whole.to_string())),
                None => Data::Number(number.as_f64().unwrap_or(f64::NAN), written(number.to_string())),
            },
            Yaml::String(text) => {
                self.remark_on_scalar(&raw, text, start);
                Data::Text(text.clone())
            }
            _ => Data::Empty,
        }
    }

    fn block_list(&mut self, items: &[serde_yaml::Value]) -> Data {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            self.skip_blank();
            let column = self.column();
            self.expect('-');
            list.push(self.node(item, column, false));
        }
        Data::List(list)
    }

    fn block_map(&mut self, map: &serde_yaml::Mapping, flow: bool) -> Data {
        let mut fields = Vec::with_capacity(map.len());
        for (key, value) in map {
            self.skip_blank();
            let column = self.column();
            let field = self.key(key);
            let value = self.node(value, column, flow);
            fields.push(Field { value, ..field });
        }
        Data::Map(Fields(fields))
    }

    fn flow_list(&mut self, items: &[serde_yaml::Value]) -> Data {
        self.expect('[');
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            list.push(self.node(item, -1, true));
            self.skip_blank();
            self.accept(',');
        }
        self.skip_blank();
        self.expect(']');
        Data::List(list)
    }

    fn flow_map(&mut self, map: &serde_yaml::Mapping) -> Data {
        self.expect('{');
        let mut fields = Vec::with_capacity(map.len());
        for (key, value) in map {
            self.skip_blank();
            let field = self.key(key);
            let value = self.node(value, -1, true);
            fields.push(Field { value, ..field });
            self.skip_blank();
            self.accept(',');
        }
        self.skip_blank();
        self.expect('}');
        Data::Map(Fields(fields))
    }

    fn key(&mut self, meaning: &serde_yaml::Value) -> Field {
        let start = self.at;
        match self.peek() {
            Some('"' | '\'') => self.quoted(),
            Some('?') => self.lost = true,
            _ => {
                let bytes = self.yaml.as_bytes();
                while self.at < bytes.len() && !self.lost {
                    let ends = bytes[self.at] == b':' && bytes.get(self.at + 1).is_none_or(|b| b.is_ascii_whitespace());
                    if ends || bytes[self.at] == b'\n' {
                        break;
                    }
                    self.at += 1;
                }
            }
        }
        let raw = &self.yaml[start..self.at];
        let key = match meaning {
            serde_yaml::Value::String(text) => text.clone(),
            _ => raw.trim_end().to_owned(),
        };
        let key_span = Span::new(self.base + start, self.base + start + raw.trim_end().len());
        self.skip_blank();
        self.expect(':');
        Field { key, key_span, value: Value { data: Data::Empty, span: key_span } }
    }

    fn scalar(&mut self, parent: isize, flow: bool) {
        match self.peek() {
            Some('"' | '\'') => self.quoted(),
            Some('|' | '>') if !flow => self.block_scalar(parent),
            _ => self.plain(parent, flow),
        }
    }

    fn quoted(&mut self) {
        let bytes = self.yaml.as_bytes();
        let mark = bytes[self.at];
        let mut at = self.at + 1;
        while at < bytes.len() {
            if mark == b'"' && bytes[at] == b'\\'
                || mark == b'\'' && bytes[at] == b'\'' && bytes.get(at + 1) == Some(&b'\'')
            {
                at += 1;
            } else if bytes[at] == mark {
                self.at = at + 1;
                return;
            }
            at += 1;
        }
        self.lost = true;
    }

    fn block_scalar(&mut self, parent: isize) {
        self.at = self.line_end();
        while self.at < self.yaml.len() {
            let start = self.at + 1;
            let end = self.yaml[start.min(self.yaml.len())..].find('\n').map_or(self.yaml.len(), |n| start + n);
            let line = self.yaml.get(start..end).unwrap_or_default();
            let indent = line.len() - line.trim_start_matches(' ').len();
            if !line.trim().is_empty() && (indent as isize) <= parent.max(-1) {
                break;
            }
            if line.trim().is_empty() && end >= self.yaml.len() {
                break;
            }
            self.at = end;
        }
    }

    fn plain(&mut self, parent: isize, flow: bool) {
        loop {
            self.plain_line(flow);
            let resume = self.at;
            let mut next = self.line_end();
            if self.yaml[resume..next].trim_start().starts_with('#') {
                return;
            }
            while self.yaml.get(next..).is_some_and(|rest| rest.starts_with('\n')) {
                let end = self.yaml[next + 1..].find('\n').map_or(self.yaml.len(), |n| next + 1 + n);
                if !self.yaml[next + 1..end].trim().is_empty() {
                    break;
                }
                next = end;
            }
            let Some(line) = self.yaml.get(next + 1..) else { return };
            let indent = line.len() - line.trim_start_matches(' ').len();
            let first = line[indent..].chars().next();
            let goes_on = (flow || indent as isize > parent) && first.is_some_and(|c| !c.is_whitespace() && c != '#');
            if self.yaml[resume..next].trim() != "" || !goes_on || flow && matches!(first, Some(',' | ']' | '}')) {
                return;
            }
            self.at = next + 1 + indent;
        }
    }

    fn plain_line(&mut self, flow: bool) {
        let bytes = self.yaml.as_bytes();
        let mut end = self.at;
        while end < bytes.len() && bytes[end] != b'\n' {
            let after_blank = end > self.at && bytes[end - 1].is_ascii_whitespace();
            if bytes[end] == b'#' && after_blank || flow && matches!(bytes[end], b',' | b']' | b'}' | b'[' | b'{') {
                break;
            }
            end += 1;
        }
        self.at += self.yaml[self.at..end].trim_end().len();
    }

    /// Says where a value is missing because it begins with `#`.
    fn remark_on_comment(&mut self) {
        let rest = &self.yaml[self.at..self.line_end()];
        let comment = rest.trim();
        if self.lost
            || !comment.starts_with('#')
            || comment.chars().nth(1).is_none_or(|c| c.is_whitespace() || c == '#')
        {
            return;
        }
        let start = self.at + rest.len() - rest.trim_start().len();
        self.findings.push(
            Diagnostic::new(
                &codes::VALUE_CUT_OFF,
                format!("there is no value here, because `#` starts a comment: `{comment}`"),
            )
            .at(self.file, self.span_to(start + comment.len(), start))
            .help(format!("put quotes around the value: \"{}\"", comment.replace('"', "\\\""))),
        );
    }

    /// Says what was cut off or taken literally although hardly anybody means it so.
    fn remark_on_scalar(&mut self, raw: &str, text: &str, start: usize) {
        let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        if let Some(c) = text.chars().find(|c| hidden(*c)) {
            self.findings.push(
                Diagnostic::new(
                    &codes::FRONT_MATTER_SYNTAX,
                    format!("this value holds an invisible control character (U+{:04X})", u32::from(c)),
                )
                .at(self.file, self.span(start))
                .help("take the escape out; text needs none"),
            );
        }
        if self.lost || raw.starts_with(['"', '\'', '|', '>']) {
            return;
        }
        let rest = &self.yaml[self.at..self.line_end()];
        let comment = rest.trim_start();
        if comment.starts_with('#') && comment.chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != '#') {
            let whole = format!("{raw}{rest}");
            self.findings.push(
                Diagnostic::new(
                    &codes::VALUE_CUT_OFF,
                    format!("the value ends before `{}`, because `#` starts a comment", comment.trim_end()),
                )
                .at(self.file, self.span_to(self.line_end(), start))
                .help(format!("put quotes around the value: \"{}\"", whole.trim_end().replace('"', "\\\""))),
            );
        }
        if text.starts_with(['“', '”', '„']) && text.ends_with(['“', '”']) {
            self.findings.push(
                Diagnostic::new(
                    &codes::CURLY_QUOTES,
                    "curly quotation marks do not enclose a value; they became part of it",
                )
                .at(self.file, self.span(start))
                .help(format!("type straight ones: \"{}\"", text.trim_matches(['“', '”', '„']))),
            );
        }
    }

    fn refuse_properties(&mut self) {
        while let Some(mark @ ('&' | '*' | '!')) = self.peek() {
            let word = self.yaml[self.at..].find(char::is_whitespace).unwrap_or(self.yaml.len() - self.at);
            self.refuse_mark(mark.encode_utf8(&mut [0; 4]));
            if mark == '*' {
                return;
            }
            self.at += word;
            self.skip_blank();
        }
    }

    fn refuse_mark(&mut self, mark: &str) {
        let word = self.yaml[self.at..].trim_start().split(char::is_whitespace).next().unwrap_or_default();
        let finding = Diagnostic::new(
            &codes::YAML_ALIAS,
            format!("`{word}` is a YAML {}", if mark == "!" { "tag" } else { "anchor or alias" }),
        )
        .at(self.file, Span::new(self.base + self.at, self.base + self.at + word.len()))
        .help("write the value out, or put quotes around it where it is meant as text");
        self.findings.push(finding);
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = &self.yaml[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if !trimmed.starts_with('#') {
                return;
            }
            self.at = self.line_end();
        }
    }

    fn rest_of_line_is_empty(&self) -> bool {
        let rest = self.yaml[self.at..self.line_end()].trim_start();
        rest.is_empty() || rest.starts_with(['#', ',', ']', '}'])
    }

    fn expect(&mut self, c: char) {
        if !self.accept(c) {
            self.lost = true;
        }
    }

    fn accept(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }

    fn peek(&self) -> Option<char> {
        self.yaml[self.at..].chars().next()
    }

    fn column(&self) -> isize {
        let start = self.yaml[..self.at].rfind('\n').map_or(0, |newline| newline + 1);
        (self.at - start) as isize
    }

    fn line_end(&self) -> usize {
        self.yaml[self.at..].find('\n').map_or(self.yaml.len(), |newline| self.at + newline)
    }

    fn point(&self) -> Span {
        Span::new(self.base + self.at, self.base + self.at)
    }

    fn span(&self, start: usize) -> Span {
        self.span_to(self.at, start)
    }

    fn span_to(&self, end: usize, start: usize) -> Span {
        if self.lost { Span::new(self.base, self.base) } else { Span::new(self.base + start, self.base + end) }
    }
}
