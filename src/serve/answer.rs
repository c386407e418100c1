//! From the target of a request to what is answered.

use std::net::TcpStream;
use std::panic::{AssertUnwindSafe, catch_unwind};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::page::Page;
use super::pages::{Found, Now, Pages};
use super::write::Body;
use super::{SCRIPT, mime, own};
use crate::diagnostic::Diagnostic;
use crate::output::Passed;
use crate::path::OutputPath;

/// What the segments of our own addresses keep as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

const TEXT: &str = "text/plain; charset=utf-8";

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Body,
    /// What follows the body: the script of a page.
    pub(super) tail: &'static str,
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visitor {
    /// Somebody at this computer.
    Here,
    /// Another device: it is shown the site, and not what lies behind it.
    Away,
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
    pub(super) page: Page,
    /// The source that it is made of, as findings name it.
    pub(super) maker: String,
    /// What went wrong with making the present version; an older one is shown instead, or this.
    pub(super) failed: Option<Box<Diagnostic>>,
    /// Whether it is the last version without errors instead of the present one.
    pub(super) is_last: bool,
}

/// What stands at an address.
pub(super) enum Stands {
    /// A page, or a file that is made.
    View(View, &'static str),
    /// A file that is passed on.
    File(Passed, &'static str),
    /// Nothing; the address that is meant.
    Elsewhere(String),
}

/// Answers a request for `target`, which begins with `/`. A bug of ours is an answer, too.
pub(super) fn answer(pages: &Pages, target: &str, visitor: Visitor) -> Answer {
    let answered = catch_unwind(AssertUnwindSafe(|| answered(pages, target, visitor)));
    answered.unwrap_or_else(|_| Answer::new(500, TEXT, Body::text("homeroom has a bug; its terminal says more\n")))
}

fn answered(pages: &Pages, target: &str, visitor: Visitor) -> Answer {
    let Some(path) = decoded(target) else {
        return Answer::new(400, TEXT, Body::text("this is no address that can be understood\n"));
    };
    if let Some(file) = own::file(&path) {
        return file;
    }
    let Some(now) = pages.now() else {
        return Answer::new(503, TEXT, Body::text("the site is not ready yet; try again\n"));
    };
    match stands(pages, &now, &path, visitor) {
        Stands::Elsewhere(address) => {
            let mut answer = Answer::new(301, TEXT, Body::text(""));
            answer.headers.push(("Location", utf8_percent_encode(&address, SEGMENT).to_string()));
            answer
        }
        Stands::File(passed, kind) => Answer::new(200, kind, passed.into()),
        Stands::View(View { status, page, .. }, kind) => {
            let version = format!("homeroom;desc=\"{}\"", page.version());
            let mut answer = Answer::new(status, kind, Body::Bytes(page.bytes));
            if kind == mime::HTML {
                answer.headers.push(("Server-Timing", version));
                answer.tail = SCRIPT;
            }
            answer
        }
    }
}

/// What stands at `path`.
pub(super) fn stands(pages: &Pages, now: &Now, path: &str, visitor: Visitor) -> Stands {
    if let Some(rest) = own::below(path) {
        return match own::view(pages, now, rest, visitor) {
            Ok(view) => Stands::View(view, mime::HTML),
            Err(address) => Stands::Elsewhere(address),
        };
    }
    let (path, status) = match meant(pages, now, path) {
        Meant::Output(path) => (Some(path), 200),
        Meant::Elsewhere(address) => return Stands::Elsewhere(address),
        Meant::Nothing => (OutputPath::new("404.html"), 404),
    };
    let found = path.as_ref().map_or(Found::Nothing, |path| pages.find(now, path));
    let maker = path.as_ref().and_then(|path| Some(now.shown.outputs.get(path)?.maker.clone())).unwrap_or_default();
    let kind = path.map_or(mime::HTML, |path| mime::of(path.as_str()));
    let ours = |view| Stands::View(view, mime::HTML);
    match found {
        Found::Page(page) => Stands::View(View { status, page, maker, failed: None, is_last: false }, kind),
        Found::Last(page, failed) => Stands::View(View { status, page, maker, failed, is_last: true }, kind),
        Found::File(passed) => Stands::File(passed, kind),
        Found::Broken(finding) => ours(own::broken(pages, now, Some(finding), visitor)),
        Found::Nothing if now.shown.outputs.is_empty() => ours(own::broken(pages, now, None, visitor)),
        Found::Nothing => ours(own::missing()),
    }
}

fn meant(pages: &Pages, now: &Now, path: &str) -> Meant {
    let base = pages.base.as_str();
    let Some(below) = path.strip_prefix(base) else {
        let is_above = path == "/" || Some(path) == base.strip_suffix('/');
        return if is_above { Meant::Elsewhere(base.to_owned()) } else { Meant::Nothing };
    };
    let outputs = &now.shown.outputs;
    let known = |path: &str| OutputPath::new(path).filter(|path| outputs.get(path).is_some());
    if below.is_empty() || below.ends_with('/') {
        return known(&format!("{below}index.html")).map_or(Meant::Nothing, Meant::Output);
    }
    match known(below) {
        Some(path) => Meant::Output(path),
        None if known(&format!("{below}/index.html")).is_some() => Meant::Elsewhere(format!("{base}{below}/")),
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

/// The headers that all answers have.
pub(super) fn headers(kind: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", kind.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cache-Control", "no-store".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        // No other site may put a page of ours into its own and have it clicked.
        ("Content-Security-Policy", "frame-ancestors 'self'".to_owned()),
    ]
}

impl Answer {
    /// An answer with the headers that all have.
    pub(super) fn new(status: u16, kind: &str, body: Body) -> Self {
        Self { status, headers: headers(kind), body, tail: "" }
    }
}

impl Visitor {
    /// Who is at the other end of a connection.
    pub(super) fn of(stream: &TcpStream) -> Self {
        match stream.peer_addr() {
            Ok(address) if address.ip().to_canonical().is_loopback() => Self::Here,
            _ => Self::Away,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::output::{Output, Outputs};
    use crate::path::SitePath;
    use crate::serve::shown::{Listing, Shown};

    #[test]
    fn what_lies_behind_the_site_is_shown_at_this_computer_only() {
        let mut outputs = Outputs::default();
        let path = OutputPath::new("index.html").expect("a path");
        outputs.insert(path, Output::made("content/a.md", || Ok(b"home".to_vec()))).expect("the only one");
        let pages = Pages::new("/".to_owned(), None, Arc::new(|_, _, _| Ok(None)));
        pages.show(Shown {
            number: 1,
            outputs: Arc::new(outputs),
            findings: None,
            text: Arc::new(|path: &SitePath| (path.as_str() == "content/draft.md").then(|| "secret".to_owned())),
            listing: Arc::new(|| Listing { title: "Hub".to_owned(), pages: Vec::new(), held_back: Vec::new() }),
        });
        for (target, here, away) in [
            ("/", 200, 200),
            ("/_homeroom/", 200, 404),
            ("/_homeroom/source/content/draft.md", 200, 404),
            ("/_homeroom/live.js", 200, 200),
        ] {
            assert_eq!(answer(&pages, target, Visitor::Here).status, here, "{target}");
            assert_eq!(answer(&pages, target, Visitor::Away).status, away, "{target}");
        }
    }
}
