//! Templates: data → HTML. The only user of `tera`.
//!
//! Templates get plain data and nothing that reaches out: no function that reads files, the network,
//! the environment or a clock is registered.

use std::sync::Arc;

use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::nearest::nearest;
use crate::path::SitePath;
use crate::render::codes::TEMPLATE_ERROR;
use crate::render::theme::{Template, Theme};
use crate::render::words::{Filling, Tongue, Words};
use crate::source::Span;

/// The templates of a theme, ready to be used.
pub struct Engine {
    tera: Tera,
    /// The words of the interface.
    pub words: Arc<Words>,
}

/// The engine with all templates of `theme` and its `words`, or every mistake that the templates have.
///
/// # Errors
/// One finding for each template that cannot be read, or those for what is wrong between them.
pub fn engine(theme: &Theme, words: Arc<Words>) -> Result<Engine, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    for (name, template) in &theme.templates {
        // Alone a template does not know the others, so only mistakes of its own are told here.
        let mut alone = bare(&words);
        if let Err(error) = alone.add_raw_template(name, &template.text)
            && matches!(error.kind(), ErrorKind::SyntaxError(report) if is_own(report.message()))
        {
            findings.push(finding(theme, &error, name));
        }
    }
    let mut tera = bare(&words);
    let templates = theme.templates.iter().map(|(name, template)| (name.as_str(), &*template.text));
    match tera.add_raw_templates(templates) {
        Ok(()) if findings.is_empty() => Ok(Engine { tera, words }),
        Err(error) if findings.is_empty() => Err(between(theme, &error)),
        _ => Err(findings),
    }
}

impl Engine {
    /// The page that the template `name` makes of `context`.
    ///
    /// # Errors
    /// A finding in the template.
    pub fn render(&self, theme: &Theme, name: &str, context: &Context) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(16 * 1024);
        match self.tera.render_to(name, context, &mut page) {
            Ok(()) => Ok(page),
            Err(error) => Err(Box::new(finding(theme, &error, name))),
        }
    }

    /// The part of a page that the template `name` makes of `context`.
    ///
    /// # Errors
    /// A finding in the template.
    pub fn fragment(&self, theme: &Theme, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.tera.render(name, context).map_err(|error| Box::new(finding(theme, &error, name)))
    }
}

fn bare(words: &Arc<Words>) -> Tera {
    let mut tera = Tera::new();
    let own = Arc::clone(words);
    tera.register_filter("day", move |text: &str, _: Kwargs, state: &State| -> TeraResult<String> {
        let tongue = spoken(&own, state)?;
        Ok(Day::parse(text).map_or_else(|| text.to_owned(), |day| tongue.day(day)))
    });
    let own = Arc::clone(words);
    tera.register_filter("number", move |number: i64, _: Kwargs, state: &State| -> TeraResult<String> {
        Ok(spoken(&own, state)?.number(number))
    });
    let own = Arc::clone(words);
    tera.register_function("t", move |kwargs: Kwargs, state: &State| -> TeraResult<String> {
        let tongue = spoken(&own, state)?;
        let key = kwargs.must_get::<String>("key")?;
        let texts: Vec<(String, Value)> =
            kwargs.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let filled: Vec<(&str, Filling<'_>)> = texts
            .iter()
            .filter(|(name, _)| name != "key")
            .filter_map(|(name, value)| {
                let number = value.as_i64().map(Filling::Number);
                Some((name.as_str(), number.or_else(|| value.as_str().map(Filling::Text))?))
            })
            .collect();
        let text = tongue.with(&key, &filled);
        if text == key { Err(Error::message(format!("there are no words called `{key}`"))) } else { Ok(text) }
    });
    tera
}

/// The words of the language that the template at hand is in.
fn spoken<'a>(words: &'a Words, state: &State) -> TeraResult<&'a Tongue> {
    let code = state.get::<String>("lang")?;
    let code = code.ok_or_else(|| Error::message("a component that uses words or days takes `@lang`"))?;
    let tongue = words.of_code(&code).ok_or_else(|| Error::message(format!("`{code}` is no language of this site")))?;
    Ok(tongue)
}

/// `message` as all our messages are: one sentence without a full stop that begins with a small letter.
fn in_our_manner(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn is_own(message: &str) -> bool {
    !["not found", "not defined", "unknown component", "is not registered"]
        .iter()
        .any(|other| message.to_lowercase().contains(other))
}

fn finding(theme: &Theme, error: &Error, name: &str) -> Diagnostic {
    let path = |name: &str| theme.templates.get(name).map(|template| &template.path);
    let (message, at) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
            report.message().to_owned(),
            path(report.filename()).map(|path| (path, Span::new(report.span().range.start, report.span().range.end))),
        ),
        ErrorKind::CircularExtend { tpl, inheritance_chain } => (
            format!("templates extend one another in a circle: {}", inheritance_chain.join(" → ")),
            path(tpl).map(|path| (path, Span::default())),
        ),
        ErrorKind::CircularInclude { tpl, include_chain } => (
            format!("templates include one another in a circle: {}", include_chain.join(" → ")),
            path(tpl).map(|path| (path, Span::default())),
        ),
        ErrorKind::MissingParent { current, parent } => {
            (format!("it extends \"{parent}\", which is not there"), path(current).map(|path| (path, Span::default())))
        }
        other => (other.to_string(), path(name).map(|path| (path, Span::default()))),
    };
    mistake(&message, at.or_else(|| path(name).map(|path| (path, Span::default()))))
}

fn mistake(message: &str, at: Option<(&SitePath, Span)>) -> Diagnostic {
    let finding = Diagnostic::new(&TEMPLATE_ERROR, in_our_manner(message));
    let finding = match at {
        Some((path, span)) => finding.at(path, span),
        None => finding,
    };
    finding.help("mend the template; deleting the site's own copy brings the default theme's back")
}

/// What is wrong between templates. Tera joins what it finds there into one text, a report for each.
fn between(theme: &Theme, error: &Error) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else { return vec![finding(theme, error, "base.html")] };
    let findings: Vec<Diagnostic> =
        format!("\n{text}").split("\nerror: ").skip(1).filter_map(|report| reported(theme, report)).collect();
    if findings.is_empty() { vec![unplaced(theme, text)] } else { findings }
}

/// A finding of a report: `MESSAGE`, `--> NAME:LINE:COLUMN`, the line, and `^^^` below its place.
fn reported(theme: &Theme, report: &str) -> Option<Diagnostic> {
    let mut lines = report.lines();
    let message = lines.next()?;
    let mut place = lines.find_map(|line| line.trim_start().strip_prefix("--> "))?.rsplitn(3, ':');
    let (column, line, name) = (place.next()?.parse().ok()?, place.next()?.parse().ok()?, place.next()?);
    let width = lines.nth(2).map_or(1, |marks| marks.matches('^').count());
    let template = theme.templates.get(name)?;
    let finding = mistake(message, Some((&template.path, span(&template.text, line, column, width)?)));
    let missing = message.strip_prefix("Unknown template `").and_then(|rest| rest.strip_suffix('`'));
    let meant = missing.and_then(|missing| nearest(missing, theme.templates.keys().map(String::as_str)));
    Some(match meant {
        Some(meant) => finding.help(format!("did you mean \"{meant}\"?")),
        None => finding,
    })
}

/// The bytes of `width` characters of `text` at a line and a column, both from 1.
fn span(text: &str, line: usize, column: usize, width: usize) -> Option<Span> {
    let above = line.checked_sub(1)?;
    let before: usize = text.split_inclusive('\n').take(above).map(str::len).sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let bytes = |count: usize| line.chars().take(count).map(char::len_utf8).sum::<usize>();
    let first = column.checked_sub(1)?;
    Some(Span::new(before + bytes(first), before + bytes(first + width)))
}

/// A finding of a message without a place: at the templates it names, the site's own first.
fn unplaced(theme: &Theme, message: &str) -> Diagnostic {
    let named = message.split('`').skip(1).step_by(2).filter_map(|name| theme.templates.get(name));
    let mut named: Vec<&Template> = named.collect();
    named.sort_by_key(|template| !template.is_own);
    let finding = mistake(message, named.first().map(|template| (&template.path, Span::default())));
    named.iter().skip(1).fold(finding, |finding, other| finding.label(&other.path, None, "the other one"))
}
