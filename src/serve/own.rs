//! The server's own pages, below `/_homeroom/`: all pages, what is held back, findings, sources.

use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::answer::{Answer, View, Visitor};
use super::mime;
use super::page::Page;
use super::pages::{Now, Pages};
use super::write::Body;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;
use crate::output::Outputs;
use crate::path::{OutputPath, SitePath};
use crate::source::place;

/// What an address keeps as it is.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What the address of a file on this computer keeps as it is: a drive of Windows has a colon.
const FILE: &AsciiSet = &ADDRESS.remove(b':');

/// How many findings a page of ours lists.
const LISTED: usize = 500;

/// What is the same whatever is shown: the script and the styles of the server.
pub(super) fn file(path: &str) -> Option<Answer> {
    let (kind, text) = match path {
        "/_homeroom/live.js" => (mime::of("live.js"), concat!(include_str!("live.js"), include_str!("findings.js"))),
        "/_homeroom/live.css" => (mime::of("live.css"), include_str!("live.css")),
        _ => return None,
    };
    Some(Answer::new(200, kind, Body::text(text)))
}

/// What follows `/_homeroom` in a path, where that is a whole segment of it.
pub(super) fn below(path: &str) -> Option<&str> {
    path.strip_prefix("/_homeroom").filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The page of ours at `rest` below `/_homeroom`, or the address to go to instead. Other devices are
/// shown none of them: they hold drafts, and where the site lies.
pub(super) fn view(pages: &Pages, now: &Now, rest: &str, visitor: Visitor) -> Result<View, String> {
    if visitor == Visitor::Away {
        return Ok(missing());
    }
    match rest {
        "" => Err("/_homeroom/".to_owned()),
        "/" => Ok(html(200, "What this site holds", &index(pages, now))),
        _ => {
            let source = rest.strip_prefix("/source/").and_then(SitePath::new);
            let shown = source.and_then(|path| Some((now.shown.text.as_ref()(&path)?, path)));
            Ok(match shown {
                Some((text, path)) => html(200, path.as_str(), &source_lines(pages, now, &path, &text)),
                None => missing(),
            })
        }
    }
}

/// That nothing is at an address, where the site has no page that says so.
pub(super) fn missing() -> View {
    let body = "<p>There is no page at this address.</p><p class=\"where\"><a href=\"/_homeroom/\">All pages</a></p>";
    html(404, "Nothing here", body)
}

/// What keeps a page from being shown: the finding of its own, or all errors of the site.
pub(super) fn broken(pages: &Pages, now: &Now, own: Option<Box<Diagnostic>>, visitor: Visitor) -> View {
    if visitor == Visitor::Away {
        return html(500, "Something needs mending", "<p>This page cannot be shown yet.</p>");
    }
    let mut body = String::from("<p>This page cannot be shown before these are mended:</p>");
    let findings: Vec<&Diagnostic> = match &own {
        Some(finding) => vec![finding],
        None => now.errors().collect(),
    };
    list(&mut body, pages, now, &findings);
    View { failed: own, ..html(500, "Something needs mending", &body) }
}

fn index(pages: &Pages, now: &Now) -> String {
    let listing = (now.shown.listing)();
    let mut body = String::new();
    let findings: Vec<&Diagnostic> =
        now.findings().filter(|finding| finding.severity != Severity::Note).take(LISTED).collect();
    let home = utf8_percent_encode(&pages.base, ADDRESS);
    let _ = write!(body, "<p class=\"where\"><a href=\"{home}\">{}</a></p><h2>Findings</h2>", escaped(&listing.title));
    if findings.is_empty() {
        body.push_str(if now.shown.findings.is_some() {
            "<p>Nothing to mend.</p>"
        } else {
            "<p>Still looking …</p>"
        });
    }
    list(&mut body, pages, now, &findings);
    for chunk in listing.pages.chunk_by(|a, b| a.kind == b.kind) {
        let kind = chunk.first().map_or("", |page| page.kind.as_str());
        let _ = write!(body, "<h2>{} <small>{}</small></h2><ul class=\"list\">", escaped(kind), chunk.len());
        for page in chunk {
            let path = page.path.as_str();
            let folder = path.strip_suffix("index.html").unwrap_or(path);
            let _ = write!(
                body,
                "<li><span><a href=\"{}{}\">{}</a>{}</span> <a class=\"file\" href=\"{}\">{}</a></li>",
                utf8_percent_encode(&pages.base, ADDRESS),
                utf8_percent_encode(folder, ADDRESS),
                escaped(&page.title),
                if page.draft { " <strong>Draft</strong>" } else { "" },
                source_address(&page.source, None),
                escaped(page.source.as_str()),
            );
        }
        body.push_str("</ul>");
    }
    if !listing.held_back.is_empty() {
        let _ = write!(body, "<h2>Held back <small>{}</small></h2><ul class=\"list\">", listing.held_back.len());
        for held in &listing.held_back {
            let said = format!("{}: {}", escaped(held.path.as_str()), escaped(&held.reason));
            let _ = match (now.shown.text)(&held.path) {
                Some(_) => write!(body, "<li><a href=\"{}\">{said}</a></li>", source_address(&held.path, None)),
                None => write!(body, "<li><span>{said}</span></li>"),
            };
        }
        body.push_str("</ul>");
    }
    body
}

fn list(body: &mut String, pages: &Pages, now: &Now, findings: &[&Diagnostic]) {
    if findings.is_empty() {
        return;
    }
    body.push_str("<ul class=\"findings\">");
    for finding in findings {
        let place = Place::of(now, finding);
        let word = finding.severity.word();
        let _ = write!(body, "<li><p><b class=\"{word}\">{word}</b> {}</p>", escaped(&finding.message));
        if let Some(place) = &place {
            let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
            let _ = write!(
                body,
                "<p class=\"where\"><a href=\"{}\">{}{line}</a>{}</p>",
                source_address(&place.file, place.line),
                escaped(place.file.as_str()),
                editor(pages, place).map_or_else(String::new, |address| format!(
                    " <a href=\"{}\">Open in editor</a>",
                    escaped(&address)
                )),
            );
            if !place.snippet.is_empty() {
                let lines = place.snippet.iter().map(|(number, text)| (*number, text.as_str()));
                code(body, lines, place.line, "");
            }
        }
        if let Some(help) = &finding.help {
            let _ = write!(body, "<p>Help: {}</p>", escaped(help));
        }
        body.push_str("</li>");
    }
    body.push_str("</ul>");
}

fn source_lines(pages: &Pages, now: &Now, path: &SitePath, text: &str) -> String {
    let place = Place { file: path.clone(), line: None, column: None, snippet: Vec::new() };
    let mut body = String::new();
    if let Some(address) = editor(pages, &place) {
        let _ = write!(body, "<p class=\"where\"><a href=\"{}\">Open in editor</a></p>", escaped(&address));
    }
    let about: Vec<&Diagnostic> = now
        .findings()
        .filter(|finding| finding.at.as_ref().is_some_and(|at| at.file == *path) && finding.severity != Severity::Note)
        .collect();
    list(&mut body, pages, now, &about);
    code(&mut body, text.lines().enumerate().map(|(number, line)| (number + 1, line)), None, "L");
    body
}

/// Lines with their numbers, the one that is meant marked; each has `anchor` and its number for a name,
/// unless that is empty. A block that can be wider than its window is a stop of the keyboard.
fn code<'a>(body: &mut String, lines: impl Iterator<Item = (usize, &'a str)>, meant: Option<usize>, anchor: &str) {
    body.push_str("<pre tabindex=\"0\"><span class=\"lines\">");
    for (number, text) in lines {
        let class = if meant == Some(number) { "line here" } else { "line" };
        let id = if anchor.is_empty() { String::new() } else { format!(" id=\"{anchor}{number}\"") };
        let _ = write!(body, "<span class=\"{class}\"{id}><i>{number}</i>{}</span>", escaped(text));
    }
    body.push_str("</span></pre>");
}

/// Where a finding is, and the lines around.
pub(super) struct Place {
    pub(super) file: SitePath,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) snippet: Vec<(usize, String)>,
}

impl Place {
    /// The place of a finding; `None` where no file is to blame.
    pub(super) fn of(now: &Now, finding: &Diagnostic) -> Option<Self> {
        let at = finding.at.as_ref()?;
        let mut it = Self { file: at.file.clone(), line: None, column: None, snippet: Vec::new() };
        if let (Some(span), Some(text)) = (at.span, (now.shown.text)(&at.file)) {
            let start = place(&text, span.start as usize);
            (it.line, it.column) = (Some(start.line), Some(start.column));
            let lines = text.lines().enumerate().skip(start.line.saturating_sub(3)).take(5);
            it.snippet = lines.map(|(number, line)| (number + 1, line.chars().take(200).collect())).collect();
        }
        Some(it)
    }
}

/// Where the lines of a source are shown.
pub(super) fn source_address(path: &SitePath, line: Option<usize>) -> String {
    let line = line.map(|line| format!("#L{line}")).unwrap_or_default();
    format!("/_homeroom/source/{}{line}", utf8_percent_encode(path.as_str(), ADDRESS))
}

/// An address that opens a place in an editor that knows the scheme (Visual Studio Code and its kin).
pub(super) fn editor(pages: &Pages, place: &Place) -> Option<String> {
    let root = pages.root.as_deref()?.replace('\\', "/");
    let file = format!("{}/{}", root.trim_matches('/'), place.file);
    let at = format!("{}:{}", place.line.unwrap_or(1), place.column.unwrap_or(1));
    Some(format!("vscode://file/{}:{at}", utf8_percent_encode(&file, FILE)))
}

fn html(status: u16, title: &str, body: &str) -> View {
    let text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src \
         'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"/_homeroom/live.css\">\n</head>\n\
         <body class=\"own\">\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n",
        title = escaped(title),
    );
    let page =
        Page::new(&OutputPath::new("own.html").expect("a name is a path"), text.into_bytes(), &Outputs::default());
    View { status, page, maker: String::new(), failed: None, is_last: false }
}

/// `text` as it stands in HTML, in elements and in attributes.
fn escaped(text: &str) -> String {
    let plain = crate::diagnostic::text::plain(text);
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
