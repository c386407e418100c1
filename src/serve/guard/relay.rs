//! Handing a request on, and its answer back.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::head::{Head, Refusal};
use crate::serve::inner::{Fresh, Inner};

/// How long an answer may take to begin: the first build is waited for.
const PATIENCE: Duration = Duration::from_secs(90);
/// After how long it is asked whether there is still a server that could answer.
const DOUBT: Duration = Duration::from_secs(3);
/// What the head of an answer may have, in bytes; ours have a tenth of it.
const MOST: usize = 16 * 1024;

const UNANSWERED: Refusal = Refusal(503, "Service Unavailable", "the server is busy; try again");

/// Has `head` answered to `client`, and tells whether the connection may be used again.
pub(super) fn answer(inner: &Inner, head: &Head, mut client: &TcpStream) -> io::Result<bool> {
    let Some((mut server, begun, end)) = ask(inner, head) else {
        super::refuse(client, UNANSWERED)?;
        return Ok(false);
    };
    let length = length(&begun[..end]);
    client.write_all(&begun)?;
    let Some(length) = length else {
        // A stream of events ends when either side does.
        server.set_read_timeout(None)?;
        io::copy(&mut server, &mut client)?;
        return Ok(false);
    };
    let sent = (begun.len() - end) as u64;
    if !head.is_head && length > sent {
        let copied = io::copy(&mut Read::by_ref(&mut server).take(length - sent), &mut client)?;
        if copied < length - sent {
            return Ok(false);
        }
    }
    inner.give_back(server);
    Ok(head.keep_alive)
}

/// Asks for `head`: the connection, the first bytes of the answer, and where its head ends in them. A
/// connection that was used before may have ended in the meantime, so a second try has a new one.
fn ask(inner: &Inner, head: &Head) -> Option<(TcpStream, Vec<u8>, usize)> {
    let method = if head.is_head { "HEAD" } else { "GET" };
    let request =
        format!("{method} {} HTTP/1.1\r\nHost: localhost\r\nX-Homeroom: {}\r\n\r\n", head.target, inner.secret());
    for fresh in [Fresh::No, Fresh::Yes, Fresh::Yes] {
        let Ok(mut server) = inner.connection(fresh) else {
            std::thread::sleep(Duration::from_millis(50));
            continue;
        };
        let asked = server.set_read_timeout(Some(DOUBT)).and_then(|()| server.write_all(request.as_bytes()));
        let mut begun = Vec::with_capacity(4096);
        if asked.is_ok()
            && let Some(end) = begin(&mut server, &mut begun, inner)
        {
            // From here on the answer is on its way.
            server.set_read_timeout(Some(PATIENCE)).ok()?;
            return Some((server, begun, end));
        }
    }
    None
}

/// Reads until the head of the answer is whole, and gives its length. A server that has died is
/// started anew meanwhile, which ends this connection to it.
#[expect(clippy::disallowed_methods, reason = "limits of time need a clock; no output depends on it")]
fn begin(server: &mut TcpStream, begun: &mut Vec<u8>, inner: &Inner) -> Option<usize> {
    let mut chunk = [0; 4096];
    let until = Instant::now() + PATIENCE;
    while begun.len() < MOST {
        let read = match server.read(&mut chunk) {
            Ok(read) if read > 0 => read,
            Err(error) if is_timeout(&error) && Instant::now() < until => {
                inner.revive();
                continue;
            }
            _ => return None,
        };
        let from = begun.len().saturating_sub(3);
        begun.extend_from_slice(&chunk[..read]);
        if let Some(at) = begun[from..].windows(4).position(|window| window == b"\r\n\r\n") {
            return Some(from + at + 4);
        }
    }
    None
}

pub(super) fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

/// The length of the body that a head announces; `None` for a stream.
fn length(head: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(head).ok()?;
    text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}
