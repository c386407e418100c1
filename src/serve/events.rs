//! Streams of events: each open page is told when its own bytes have changed, or its findings.

use std::io::Write;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use super::answer::{self, View};
use super::own::{self, Place};
use super::pages::{Now, Pages};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::Severity;

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

/// Tells a page what there is to tell until it goes away: at once, and whenever something differs.
pub(super) fn tell(pages: &Pages, asked: &Asked, mut writer: impl Write) {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n\
                retry: 500\n\n";
    let mut write = |text: &str| writer.write_all(text.as_bytes()).and_then(|()| writer.flush()).is_ok();
    let Some(mut now) = pages.now() else { return };
    let mut told = None;
    if !write(head) {
        return;
    }
    loop {
        let (number, news) = (now.shown.number, news(pages, &now, asked));
        let text = if told.as_ref() == Some(&news) {
            ": still here\n\n".to_owned()
        } else {
            let mut event = news.clone();
            event["number"] = json!(number);
            format!("id: {number}\nevent: build\ndata: {event}\n\n")
        };
        if !write(&text) {
            return;
        }
        told = Some(news);
        match pages.next(&now, HEARTBEAT) {
            Some(next) => now = next,
            None => return,
        }
    }
}

/// What a page is told of one build.
fn news(pages: &Pages, now: &Now, asked: &Asked) -> Value {
    // Where another address answers now, the page goes there by loading anew.
    let Ok(view) = answer::view(pages, now, &asked.path) else { return json!({ "version": "moved" }) };
    let View { page, maker, failed, .. } = view;
    let is_own = |finding: &&Diagnostic| {
        finding.at.as_ref().is_none_or(|at| at.file.as_str() == maker || at.file.below("content").is_none())
    };
    let (own, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) = now.errors().partition(is_own);
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
