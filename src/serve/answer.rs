//! From the target of a request to what is answered.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::page::Page;
use super::pages::{Found, Now, Pages};
use super::{SCRIPT, mime, own};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// What the segments of our own addresses keep as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

const TEXT: &str = "text/plain; charset=utf-8";

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Arc<[u8]>,
    /// What follows the body: the script of a page.
    pub(super) tail: &'static str,
}

/// What a path of a request means.
enum Meant {
    /// The output with this path.
    Output(OutputPath),
    /// Another address, which is ours.
    Elsewhere(String),
    /// Nothing.
    Nothing,
}

/// What a browser is shown at an address.
pub(super) struct View {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) page: Page,
    /// The source that it is made of, as findings name it.
    pub(super) maker: String,
    /// What went wrong with making the present version; an older one is shown instead, or this.
    pub(super) failed: Option<Box<Diagnostic>>,
}

/// Answers a request for `target`, which begins with `/`.
pub(super) fn answer(pages: &Pages, target: &str) -> Answer {
    let Some(path) = decoded(target) else {
        return Answer::plain(400, TEXT, "this is no address that can be understood\n".into());
    };
    if let Some(file) = own::file(&path) {
        return file;
    }
    let Some(now) = pages.now() else {
        return Answer::plain(503, TEXT, "the site is not ready yet; try again\n".into());
    };
    let view = match view(pages, &now, &path) {
        Ok(view) => view,
        Err(address) => {
            let mut answer = Answer::plain(301, TEXT, Vec::new());
            answer.headers.push(("Location", utf8_percent_encode(&address, SEGMENT).to_string()));
            return answer;
        }
    };
    let mut answer = Answer::plain(view.status, view.kind, Vec::new());
    if view.kind == mime::HTML {
        answer.headers.push(("Server-Timing", format!("homeroom;desc=\"{}\"", view.page.version())));
        answer.tail = SCRIPT;
    }
    Answer { body: view.page.bytes, ..answer }
}

/// What is shown at `path`, or the address to go to instead.
pub(super) fn view(pages: &Pages, now: &Now, path: &str) -> Result<View, String> {
    if let Some(rest) = path.strip_prefix("/_homeroom") {
        return own::view(pages, now, rest);
    }
    let (path, status) = match meant(pages, now, path) {
        Meant::Output(path) => (Some(path), 200),
        Meant::Elsewhere(address) => return Err(address),
        Meant::Nothing => (OutputPath::new("404.html"), 404),
    };
    let found = path.as_ref().map_or(Found::Nothing, |path| pages.find(now, path));
    let maker = path.as_ref().and_then(|path| Some(now.shown.outputs.get(path)?.maker.clone())).unwrap_or_default();
    let kind = path.map_or(mime::HTML, |path| mime::of(path.as_str()));
    Ok(match found {
        Found::Page(page, failed) => View { status, kind, page, maker, failed },
        Found::Broken(finding) => own::broken(pages, now, Some(finding)),
        Found::Nothing if now.shown.outputs.is_empty() => own::broken(pages, now, None),
        Found::Nothing => own::missing(),
    })
}

fn meant(pages: &Pages, now: &Now, path: &str) -> Meant {
    let Some(below) = path.strip_prefix(pages.base.as_str()) else {
        let is_above = path == "/" || Some(path) == pages.base.strip_suffix('/');
        return if is_above { Meant::Elsewhere(pages.base.clone()) } else { Meant::Nothing };
    };
    let outputs = &now.shown.outputs;
    let known = |path: &str| OutputPath::new(path).filter(|path| outputs.get(path).is_some());
    if below.is_empty() || below.ends_with('/') {
        return known(&format!("{below}index.html")).map_or(Meant::Nothing, Meant::Output);
    }
    match known(below) {
        Some(path) => Meant::Output(path),
        None if known(&format!("{below}/index.html")).is_some() => Meant::Elsewhere(format!("{}{below}/", pages.base)),
        None => Meant::Nothing,
    }
}

/// The path of a target without its query, decoded; `None` where that is no text, or holds what no
/// address of ours does.
pub(super) fn decoded(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let is_code = |at: usize| path.get(at + 1..at + 3).is_some_and(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
    if path.match_indices('%').any(|(at, _)| !is_code(at)) {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    (!path.chars().any(char::is_control)).then(|| path.into_owned())
}

impl Answer {
    /// An answer with the headers that all have.
    pub(super) fn plain(status: u16, kind: &str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type", kind.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Cache-Control", "no-store".to_owned()),
            ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
        ];
        Self { status, headers, body: body.into(), tail: "" }
    }
}
