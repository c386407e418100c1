//! YAML → values with places. The only user of `serde_yaml`.
//!
//! 1. [`guard`] refuses what would cost the parser too much.
//! 2. `serde_yaml` decides what the text means.
//! 3. [`locate`] walks text and meaning side by side and finds where every value stands.
//! 4. [`explain`] turns the parser's messages into plain words.

mod explain;
mod guard;
mod locate;
pub mod write;

use crate::diagnostic::Diagnostic;
use crate::parse::codes;
use crate::parse::value::{Data, Fields, Value};
use crate::path::SitePath;
use crate::source::Span;

/// The keys and values of a YAML text that stands at byte `base` of `file`, with what is wrong.
///
/// The fields are empty where the text cannot be read as keys and values.
pub fn fields(file: &SitePath, yaml: &str, base: usize) -> (Fields, Vec<Diagnostic>) {
    let (value, findings) = value(file, yaml, base);
    let Some(value) = value else { return (Fields::default(), findings) };
    match value.data {
        Data::Map(fields) => (fields, findings),
        Data::Empty => (Fields::default(), findings),
        _ => {
            let finding = Diagnostic::new(
                &codes::FRONT_MATTER_SYNTAX,
                format!("here stands {}, not keys and values", value.described()),
            )
            .at(file, Span::new(base, base + yaml.lines().next().map_or(0, str::len)))
            .help("write one `key: value` on each line, such as `title: Two by ten`");
            (Fields::default(), vec![finding])
        }
    }
}

/// The value that a YAML text at byte `base` of `file` is, with what is wrong; `None` where it cannot be
/// read.
pub fn value(file: &SitePath, yaml: &str, base: usize) -> (Option<Value>, Vec<Diagnostic>) {
    if let Some(finding) = guard::refusal(file, yaml, base) {
        return (None, vec![finding]);
    }
    match serde_yaml::from_str(yaml) {
        Ok(meaning) => {
            let (value, findings) = locate::located(file, yaml, base, &meaning);
            (Some(value), findings)
        }
        Err(error) => (None, vec![explain::finding(file, yaml, base, &error)]),
    }
}

/// The keys and values of one entry of a YAML list, `- key: value` and what follows, which stands at byte `base`
/// of `file`, with what is wrong; `None` where it cannot be read as that.
pub fn entry(file: &SitePath, yaml: &str, base: usize) -> (Option<Fields>, Vec<Diagnostic>) {
    let (value, mut findings) = value(file, yaml, base);
    let first = match value.map(|value| value.data) {
        Some(Data::List(items)) if items.len() == 1 => items.into_iter().next(),
        _ => None,
    };
    let Some(first) = first else { return (None, findings) };
    match first.data {
        Data::Map(fields) => (Some(fields), findings),
        _ => {
            let message = format!("here stands {}, not keys and values", first.described());
            let line = yaml.lines().next().unwrap_or_default().trim_end();
            findings.push(
                Diagnostic::new(&codes::FRONT_MATTER_SYNTAX, message)
                    .at(file, Span::new(base, base + line.len()))
                    .help("write one `key: value` on each line, the first after `- `, such as `- title: Two by ten`"),
            );
            (None, findings)
        }
    }
}

#[cfg(test)]
mod tests;
