//! The head of a request: read within limits, checked strictly.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What a head may have at most, in bytes.
const MOST: usize = 16 * 1024;
/// How many headers it may have.
const HEADERS: usize = 100;
/// How many bytes of empty lines may stand before a head.
const BLANK: usize = 64;
/// How long a head may take once it has begun.
const BEGUN: Duration = Duration::from_secs(5);
/// How long a connection may wait before one begins.
const IDLE: Duration = Duration::from_secs(15);

/// A request that may be answered.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::serve) struct Head {
    pub(in crate::serve) is_head: bool,
    /// The target: begins with `/`, holds visible ASCII only.
    pub(in crate::serve) target: String,
    pub(in crate::serve) keep_alive: bool,
    /// The part that is asked for; `None` for the whole.
    pub(in crate::serve) part: Option<Part>,
}

/// A part of a body, in bytes from 0 (RFC 9110, 14.1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) enum Part {
    From(u64),
    /// Both are meant.
    Between(u64, u64),
    Last(u64),
}

/// A refusal: the status and why, and whether its request wanted no body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) struct Refusal {
    pub(in crate::serve) status: u16,
    pub(in crate::serve) words: &'static str,
    pub(in crate::serve) is_head: bool,
}

const BAD: Refusal = refusal(400, "this is no request that can be understood");
const BODY: Refusal = refusal(413, "requests with a body are not taken");
const TOO_LARGE: Refusal = refusal(431, "the head of this request is too long");
const SLOW: Refusal = refusal(408, "the request did not come in time");
const METHOD: Refusal = refusal(405, "only GET and HEAD are answered");
const VERSION: Refusal = refusal(505, "only HTTP/1.1 is spoken here");
const HOST: Refusal =
    refusal(403, "this server does not answer to that name; start it with --allow-host NAME if it should");
const ORIGIN: Refusal = refusal(403, "other sites may not read from this server");

const fn refusal(status: u16, words: &'static str) -> Refusal {
    Refusal { status, words, is_head: false }
}

/// What came over a connection.
pub(super) enum Came {
    Head(Head),
    Refused(Refusal),
    /// Nothing more will come.
    Nothing,
}

/// Reads the next head from `stream`; `rest` holds what was read beyond the last one. Answers only to
/// the names `hosts`.
#[expect(clippy::disallowed_methods, reason = "limits of time need a clock; no output depends on it")]
pub(super) fn read(mut stream: &TcpStream, rest: &mut Vec<u8>, hosts: &[String]) -> io::Result<Came> {
    let mut deadline = Instant::now() + if rest.is_empty() { IDLE } else { BEGUN };
    let mut chunk = [0; 4096];
    let mut overlooked = 0;
    loop {
        // Empty lines before a request are to be overlooked (RFC 9112, 2.2), but not for ever.
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        rest.drain(..blank);
        overlooked += blank;
        if overlooked > BLANK {
            return Ok(Came::Refused(BAD));
        }
        match end(rest) {
            Some(end) if end <= MOST => {
                let head: Vec<u8> = rest.drain(..end).collect();
                return Ok(parse(&head, hosts).map_or_else(Came::Refused, Came::Head));
            }
            Some(_) => return Ok(Came::Refused(TOO_LARGE)),
            None if rest.len() > MOST => return Ok(Came::Refused(TOO_LARGE)),
            None => {}
        }
        let left = deadline.saturating_duration_since(Instant::now());
        let expired = if rest.is_empty() { Came::Nothing } else { Came::Refused(SLOW) };
        if left.is_zero() {
            return Ok(expired);
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut chunk) {
            Ok(0) => return Ok(Came::Nothing),
            Ok(read) => {
                if rest.is_empty() {
                    deadline = deadline.min(Instant::now() + BEGUN);
                }
                rest.extend_from_slice(&chunk[..read]);
            }
            Err(error) if is_timeout(&error) => return Ok(expired),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

/// Where the head ends that `bytes` begin with: behind the first empty line.
fn end(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

fn parse(head: &[u8], hosts: &[String]) -> Result<Head, Refusal> {
    let is_head = head.starts_with(b"HEAD ");
    checked(head, hosts).map_err(|refusal| Refusal { is_head, ..refusal })
}

fn checked(head: &[u8], hosts: &[String]) -> Result<Head, Refusal> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(head) {
        Ok(httparse::Status::Complete(length)) if length == head.len() => {}
        Err(httparse::Error::TooManyHeaders) => return Err(TOO_LARGE),
        Err(httparse::Error::Version) => return Err(VERSION),
        _ => return Err(BAD),
    }
    // A line that ends without a carriage return is read otherwise by others.
    let bare = head.iter().enumerate().any(|(at, byte)| *byte == b'\n' && (at == 0 || head[at - 1] != b'\r'));
    let target = request.path.unwrap_or_default();
    if bare || !target.bytes().all(|byte| matches!(byte, 0x21..=0x7e)) {
        return Err(BAD);
    }
    let of = |name: &str| -> Vec<&[u8]> {
        request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name)).map(|h| h.value).collect()
    };
    let host = match of("host")[..] {
        [host] => std::str::from_utf8(host).map_err(|_| BAD)?,
        _ => return Err(BAD),
    };
    if !is_allowed(host, hosts) {
        return Err(HOST);
    }
    let is_head = match request.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(METHOD),
    };
    if !of("transfer-encoding").is_empty() || of("content-length").iter().any(|length| *length != b"0") {
        return Err(BODY);
    }
    let own = format!("http://{host}");
    if of("origin").iter().any(|origin| !origin.eq_ignore_ascii_case(own.as_bytes())) {
        return Err(ORIGIN);
    }
    // A page of another site may lead to ours, but neither embed it nor read from it.
    let all = |name: &str, value: &[u8]| of(name).iter().all(|said| said.eq_ignore_ascii_case(value));
    let is_led_here =
        !of("sec-fetch-mode").is_empty() && all("sec-fetch-mode", b"navigate") && all("sec-fetch-dest", b"document");
    let is_own = of("sec-fetch-site").iter().all(|site| matches!(*site, b"same-origin" | b"none"));
    if !is_own && !is_led_here {
        return Err(ORIGIN);
    }
    if !target.starts_with('/') {
        return Err(BAD);
    }
    let closes = of("connection")
        .iter()
        .any(|said| said.split(|byte| *byte == b',').any(|token| token.trim_ascii().eq_ignore_ascii_case(b"close")));
    let part = match of("range")[..] {
        [range] => part(range),
        _ => None,
    };
    Ok(Head { is_head, target: target.to_owned(), keep_alive: request.version == Some(1) && !closes, part })
}

/// The part that a `Range` asks for; `None` where it is to be overlooked: several parts, other units.
fn part(range: &[u8]) -> Option<Part> {
    let (first, last) = std::str::from_utf8(range).ok()?.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    match (first, last) {
        ("", last) => Some(Part::Last(number(last)?)),
        (first, "") => Some(Part::From(number(first)?)),
        (first, last) => Some(Part::Between(number(first)?, number(last)?)),
    }
}

/// Whether `host`, with or without a port, is this computer itself or one of `hosts`.
fn is_allowed(host: &str, hosts: &[String]) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => (&host[..address.len() + 2], port),
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let is_number = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let is_port = port.is_empty() || port.strip_prefix(':').is_some_and(is_number);
    let known = ["localhost", "127.0.0.1", "[::1]"];
    is_port
        && (known.iter().any(|known| name.eq_ignore_ascii_case(known))
            || hosts.iter().any(|known| name.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(head: &str) -> Result<Head, u16> {
        parse(head.as_bytes(), &["hub.local".to_owned(), "[fe80::1]".to_owned()]).map_err(|refusal| refusal.status)
    }

    #[test]
    fn only_whole_strict_heads_for_this_computer_are_taken() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1:1111", "[::1]:8", "[::1]", "hub.local", "[fe80::1]:1"] {
            let taken = parsed(&format!("GET /a HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert_eq!(taken, Ok(Head { is_head: false, target: "/a".into(), keep_alive: true, part: None }), "{host}");
        }
        for (head, status) in [
            ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost:80:80\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: \r\n\r\n", 403),
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", 400),
            ("GET / HTTP/1.1\nHost: localhost\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
            ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET /\u{e9} HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
            ("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n", 413),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n", 413),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 413),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost:1\r\nOrigin: http://localhost:2\r\n\r\n", 403),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n\r\n", 403),
        ] {
            assert_eq!(parsed(head), Err(status), "{head}");
        }
        assert!(parsed("GET / HTTP/1.1\r\nHost: localhost:1\r\nOrigin: http://localhost:1\r\n\r\n").is_ok());
        assert!(parsed("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").is_ok_and(|head| !head.keep_alive));
    }
}
