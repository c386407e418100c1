//! One file of words: a language of a theme, in Fluent.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::model::config;
use crate::model::settings::Settings;
use crate::path::SitePath;
use crate::render::codes;
use crate::render::theme::Theme;
use crate::render::words::BASE;
use crate::source::Span;

/// A file of words.
#[derive(Clone, Debug)]
pub struct Speech {
    /// The file; for those within the program, where they would lie.
    pub path: SitePath,
    /// Its text.
    pub text: Cow<'static, str>,
    /// Whether it is the site's own.
    pub is_own: bool,
    /// Its messages, those that can be read.
    pub words: Arc<FluentResource>,
    /// The names of its messages, in order.
    pub keys: Vec<String>,
    /// The places that cannot be read, and why.
    faults: Vec<(Span, String)>,
}

impl Speech {
    /// The file of words that `text` at `path` is.
    pub fn new(path: SitePath, text: Cow<'static, str>, is_own: bool) -> Self {
        // Fluent takes a carriage return for a part of the words.
        let (words, errors) = match FluentResource::try_new(text.replace('\r', " ")) {
            Ok(words) => (words, Vec::new()),
            Err((words, errors)) => (words, errors),
        };
        let keys = words.entries().filter_map(|entry| match entry {
            Entry::Message(message) if message.value.is_some() => Some(message.id.name.to_owned()),
            _ => None,
        });
        let keys = keys.collect();
        let faults = errors.into_iter().map(|error| (Span::new(error.pos.start, error.pos.end), error.to_string()));
        Self { path, is_own, keys, faults: faults.collect(), words: Arc::new(words), text }
    }

    /// Where the message `key` begins.
    fn place(&self, key: &str) -> Span {
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            if line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')) {
                return Span::new(at, at + key.len());
            }
            at += line.len();
        }
        Span::default()
    }
}

/// What is wrong with the site's own words, and which languages have none.
pub fn findings(theme: &Theme, settings: &Settings) -> Vec<Diagnostic> {
    let known: BTreeSet<&str> = of(theme, BASE).filter(|speech| !speech.is_own).flat_map(keys).collect();
    let own = theme.languages.values().flatten().filter(|speech| speech.is_own);
    let mut findings: Vec<Diagnostic> = own.flat_map(|speech| wrong(speech, &known)).collect();
    for language in &settings.languages {
        let code = language.code();
        let codes = [code.split('-').next().unwrap_or(code), code];
        let spoken: BTreeSet<&str> = codes.iter().flat_map(|code| of(theme, code)).flat_map(keys).collect();
        let missing: Vec<&str> = known.difference(&spoken).copied().collect();
        if let [first, ..] = missing[..] {
            findings.push(lacking(settings, code, &missing, first, spoken.is_empty()));
        }
    }
    findings
}

fn of<'a>(theme: &'a Theme, code: &str) -> impl Iterator<Item = &'a Speech> {
    theme.languages.get(code).into_iter().flatten()
}

fn keys(speech: &Speech) -> impl Iterator<Item = &str> {
    speech.keys.iter().map(String::as_str)
}

fn wrong(speech: &Speech, known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let faults = speech.faults.iter().map(|(span, said)| {
        let said = said.to_lowercase();
        Diagnostic::new(&codes::WORDS_SYNTAX, format!("these words cannot be read: {}", said.trim_end_matches('.')))
            .at(&speech.path, *span)
            .help("write each as `name = words`; further lines of the same words are indented")
    });
    let unknown = keys(speech).filter(|key| !known.contains(key) && !key.starts_with("term_"));
    let unknown = unknown.map(|key| {
        let finding = Diagnostic::new(&codes::UNKNOWN_WORDS, format!("the interface has no words called \"{key}\""))
            .at(&speech.path, speech.place(key));
        match nearest(key, known.iter().copied()) {
            Some(near) => finding.help(format!("did you mean \"{near}\"?")),
            None => finding.help("delete the line, unless a template of your own uses it"),
        }
    });
    faults.chain(unknown).collect()
}

fn lacking(settings: &Settings, code: &str, missing: &[&str], first: &str, is_all: bool) -> Diagnostic {
    let place = || {
        let languages = settings.fields.get("languages").and_then(|field| match &field.value.data {
            crate::parse::value::Data::Map(fields) => fields.get(code).map(|field| field.key_span),
            _ => None,
        });
        languages.or_else(|| settings.fields.get("language").map(|field| field.value.span)).unwrap_or_default()
    };
    let file = format!("themes/{}/languages/{code}.ftl", settings.config.theme());
    let (message, help) = if is_all {
        (
            format!("the interface has no words in \"{code}\", so they stand in English"),
            format!("write them in {file}: `homeroom new words --lang {code}` begins it"),
        )
    } else {
        let others = if missing.len() > 1 { format!(" and {} others", missing.len() - 1) } else { String::new() };
        (
            format!("the interface has no words for \"{first}\"{others} in \"{code}\", so they stand in English"),
            format!("add a line `{first} = …` to {file}"),
        )
    };
    Diagnostic::new(&codes::MISSING_WORDS, message).at(&config::file(), place()).help(help)
}
