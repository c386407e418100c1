//! Templates: data → HTML. The only user of `tera`.
//!
//! Templates get plain data and nothing that reaches out: no function that reads files, the network,
//! the environment or a clock is registered.

use tera::{Context, ErrorKind, Kwargs, State, Tera};

use crate::day::Day;
use crate::diagnostic::Diagnostic;
use crate::render::codes::TEMPLATE_ERROR;
use crate::render::theme::Theme;
use crate::source::Span;

/// The templates of a theme, ready to be used.
pub struct Engine {
    tera: Tera,
}

/// The engine with all templates of `theme`, or every mistake that they have.
///
/// # Errors
/// One finding for each template that cannot be read, or one for what is wrong between them.
pub fn engine(theme: &Theme) -> Result<Engine, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    for (name, template) in &theme.templates {
        // Alone a template does not know the others, so only mistakes of its own are told here.
        let mut alone = bare();
        if let Err(error) = alone.add_raw_template(name, &template.text)
            && matches!(error.kind(), ErrorKind::SyntaxError(report) if is_own(report.message()))
        {
            findings.push(finding(theme, &error, name));
        }
    }
    let mut tera = bare();
    let templates = theme.templates.iter().map(|(name, template)| (name.as_str(), &*template.text));
    match tera.add_raw_templates(templates) {
        Ok(()) if findings.is_empty() => Ok(Engine { tera }),
        Err(error) if findings.is_empty() => Err(vec![finding(theme, &error, "base.html")]),
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

fn bare() -> Tera {
    let mut tera = Tera::new();
    tera.register_filter("day", day);
    tera
}

/// `2026-11-22` as `22 November 2026`.
fn day(text: &str, _: Kwargs, _: &State) -> String {
    Day::parse(text).map_or_else(|| text.to_owned(), Day::in_words)
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

fn finding(theme: &Theme, error: &tera::Error, name: &str) -> Diagnostic {
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
    let finding = Diagnostic::new(&TEMPLATE_ERROR, in_our_manner(&message));
    let finding = match at.or_else(|| path(name).map(|path| (path, Span::default()))) {
        Some((path, span)) => finding.at(path, span),
        None => finding,
    };
    finding.help("mend the template; deleting the site's own copy brings the default theme's back")
}
