//! Streams of events: each open page is told when its own bytes have changed, or its findings.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::answer::{self, Stands, View, Visitor};
use super::guard::STACK;
use super::guard::head::Head;
use super::own::{self, Place};
use super::pages::{Now, Pages};
use super::write::{self, Body, Then};
use super::{answer::Answer, mime};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;

const STREAM: &str = "text/event-stream";

/// How often a stream without news writes something, so that one whose page has gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How many errors a page is told of.
const TOLD: usize = 20;

/// What a page asks for: to be told of itself.
pub(super) struct Asked {
    /// Its address, decoded.
    path: String,
}

/// What the target of a request asks, where it is for events.
pub(super) fn asked(target: &str) -> Option<Asked> {
    let query = target.strip_prefix("/_homeroom/events?")?;
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page="))?;
    let page = percent_decode_str(page).decode_utf8().ok()?;
    let path = answer::decoded(&page).filter(|path| path.starts_with('/'))?;
    Some(Asked { path })
}

/// Tells a page what there is to tell until it goes away, or the server ends.
///
/// # Errors
/// The browser has gone, or no thread can be had: its page asks again.
pub(super) fn answer(
    pages: &Arc<Pages>,
    asked: &Asked,
    head: &Head,
    visitor: Visitor,
    stream: &TcpStream,
) -> io::Result<()> {
    if head.is_head {
        return write::answer(stream, Answer::new(200, STREAM, Body::text("")), head, Then::Ends);
    }
    let has_gone = AtomicBool::new(false);
    let tell = || {
        tell(pages, asked, visitor, stream, &has_gone);
        let _ = stream.shutdown(Shutdown::Both);
    };
    thread::scope(|scope| {
        thread::Builder::new().name("events".into()).stack_size(STACK).spawn_scoped(scope, tell)?;
        // A page has nothing more to say: whatever comes is its end.
        let ended = stream.set_read_timeout(None).and_then(|()| Read::read(&mut &*stream, &mut [0]));
        has_gone.store(true, Ordering::SeqCst);
        pages.wake();
        ended.map(|_| ())
    })
}

/// Tells a page what there is to tell: at once, and whenever something differs.
fn tell(pages: &Pages, asked: &Asked, visitor: Visitor, mut stream: &TcpStream, has_gone: &AtomicBool) {
    let mut head = Vec::from("HTTP/1.1 200 OK\r\nConnection: close\r\n");
    for (name, value) in answer::headers(STREAM) {
        head.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    head.extend_from_slice(b"\r\nretry: 500\n\n");
    let mut write = |bytes: &[u8]| stream.write_all(bytes).is_ok();
    let Some(mut now) = pages.now() else { return };
    let mut told = None;
    if !write(&head) {
        return;
    }
    loop {
        let (number, news) = (now.shown.number, news(pages, &now, asked, visitor));
        let text = if told.as_ref() == Some(&news) {
            ": still here\n\n".to_owned()
        } else {
            let mut event = news.clone();
            event["number"] = json!(number);
            format!("id: {number}\nevent: build\ndata: {event}\n\n")
        };
        if !write(text.as_bytes()) {
            return;
        }
        told = Some(news);
        match pages.next(&now, HEARTBEAT, has_gone) {
            Some(next) => now = next,
            None => return,
        }
    }
}

/// What a page is told of one build.
fn news(pages: &Pages, now: &Now, asked: &Asked, visitor: Visitor) -> Value {
    // Where another address or a file answers now, the page goes there by loading anew.
    let Stands::View(View { page, maker, failed, is_last, .. }, mime::HTML) =
        answer::stands(pages, now, &asked.path, visitor)
    else {
        return json!({ "version": "moved" });
    };
    if visitor == Visitor::Away {
        return json!({ "version": page.version(), "styles": page.styles });
    }
    let is_own = |finding: &&Diagnostic| {
        finding.at.as_ref().is_none_or(|at| at.file.as_str() == maker || at.file.below("content").is_none())
    };
    let (own, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) = now.errors().partition(is_own);
    // Templates that cannot be read leave those before in use, and what went wrong with them is no news;
    // nor is what the trial of the templates found, too.
    let file = |finding: &Diagnostic| finding.at.as_ref().map(|at| at.file.clone());
    let is_told = |failed: &Diagnostic| own.iter().any(|told| told.at.is_some() && file(told) == file(failed));
    let failed = failed.filter(|failed| !is_told(failed));
    let own: Vec<Value> = failed
        .iter()
        .map(|finding| &**finding)
        .chain(own)
        .take(TOLD)
        .map(|finding| shown(pages, now, finding))
        .collect();
    let warnings = now
        .findings()
        .filter(|finding| finding.severity == Severity::Warning)
        .filter(|finding| finding.at.as_ref().is_some_and(|at| at.file.as_str() == maker))
        .count();
    json!({
        "version": page.version(),
        "styles": page.styles,
        "last": is_last,
        "errors": own,
        "elsewhere": elsewhere.len(),
        "warnings": warnings,
    })
}

fn shown(pages: &Pages, now: &Now, finding: &Diagnostic) -> Value {
    let place = Place::of(now, finding);
    json!({
        "code": finding.code.name,
        "message": finding.message,
        "help": finding.help,
        "file": place.as_ref().map(|place| place.file.as_str()),
        "line": place.as_ref().and_then(|place| place.line),
        "snippet": place.as_ref().map(|place| &place.snippet),
        "source": place.as_ref().map(|place| own::source_address(&place.file, place.line)),
        "editor": place.as_ref().and_then(|place| own::editor(pages, place)),
    })
}
