//! Answers as HTTP. The only user of `tiny_http`, which writes their heads.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::net::TcpStream;
use std::sync::Arc;

use tiny_http::{HTTPVersion, Header, Response, StatusCode};

use super::answer::Answer;
use super::guard::head::{Head, Part};
use crate::output::Passed;

/// What a body has at most that is sent in one piece with its head, in bytes.
const SMALL: usize = 64 * 1024;

/// What follows the head of an answer.
pub(super) enum Body {
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// What a file holds: it goes from the disk to the browser piece by piece.
    File(Passed),
}

/// Whether the connection is used again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    Goes,
    Ends,
}

/// Sends `answer` to the request `head`.
///
/// # Errors
/// The browser has gone, or takes nothing more.
pub(super) fn answer(mut stream: &TcpStream, answer: Answer, head: &Head, then: Then) -> io::Result<()> {
    let Answer { mut status, mut headers, body, tail } = answer;
    let length = body.length() + tail.len() as u64;
    let mut part = 0..length;
    if status == 200 && tail.is_empty() {
        headers.push(("Accept-Ranges", "bytes".to_owned()));
        match head.part.map(|part| part.of(length)) {
            None => {}
            Some(Some(range)) => {
                status = 206;
                headers.push(("Content-Range", format!("bytes {}-{}/{length}", range.start, range.end - 1)));
                part = range;
            }
            Some(None) => {
                status = 416;
                headers.push(("Content-Range", format!("bytes */{length}")));
                part = 0..0;
            }
        }
    }
    let sent = part.end - part.start;
    let mut begun = head_of(status, headers, sent, then);
    if head.is_head {
        return stream.write_all(&begun);
    }
    match body {
        Body::Bytes(bytes) => {
            let within = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
            let bytes = &bytes[within(part.start)..within(part.end)];
            if bytes.len() > SMALL {
                stream.write_all(&begun)?;
                stream.write_all(bytes)?;
                return stream.write_all(tail.as_bytes());
            }
            begun.extend_from_slice(bytes);
            begun.extend_from_slice(tail.as_bytes());
            stream.write_all(&begun)
        }
        Body::File(Passed::Bytes(_)) => Err(io::ErrorKind::InvalidInput.into()),
        Body::File(Passed::File(mut file, _)) => {
            stream.write_all(&begun)?;
            file.seek(SeekFrom::Start(part.start))?;
            let copied = io::copy(&mut file.take(sent), &mut stream)?;
            if copied < sent { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
        }
    }
}

/// The head of an answer, its empty line included.
pub(super) fn head_of(status: u16, headers: Vec<(&'static str, String)>, length: u64, then: Then) -> Vec<u8> {
    let is_clean = |value: &str| !value.chars().any(char::is_control);
    let header = |(name, value): (&str, String)| Header::from_bytes(name, value).ok();
    let named = [("Server", "homeroom".to_owned())].into_iter().chain(headers);
    let headers = named.filter(|(_, value)| is_clean(value)).filter_map(header).collect();
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let response = Response::new(StatusCode(status), headers, io::empty(), Some(length), None);
    let mut head = Vec::with_capacity(512);
    // Writing to memory cannot fail.
    let _ = response.with_chunked_threshold(usize::MAX).raw_print(&mut head, HTTPVersion(1, 1), &[], true, None);
    if then == Then::Ends {
        head.truncate(head.len().saturating_sub(2));
        head.extend_from_slice(b"Connection: close\r\n\r\n");
    }
    head
}

impl Body {
    /// Text of ours.
    pub(super) fn text(text: &str) -> Self {
        Self::Bytes(text.as_bytes().into())
    }

    fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(Passed::Bytes(bytes)) => bytes.len() as u64,
            Self::File(Passed::File(_, length)) => *length,
        }
    }
}

impl From<Passed> for Body {
    fn from(passed: Passed) -> Self {
        match passed {
            Passed::Bytes(bytes) => Self::Bytes(bytes.into()),
            file => Self::File(file),
        }
    }
}

impl Part {
    /// The bytes that are meant of a body of `length`; `None` where there are none.
    fn of(self, length: u64) -> Option<std::ops::Range<u64>> {
        let range = match self {
            Self::From(first) => first..length,
            Self::Between(first, last) => first..length.min(last.saturating_add(1)),
            Self::Last(count) => length.saturating_sub(count)..length,
        };
        (range.start < range.end).then_some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cut_to_what_is_there() {
        for (part, range) in [
            (Part::From(3), Some(3..10)),
            (Part::From(10), None),
            (Part::Between(0, 0), Some(0..1)),
            (Part::Between(2, u64::MAX), Some(2..10)),
            (Part::Last(4), Some(6..10)),
            (Part::Last(40), Some(0..10)),
            (Part::Last(0), None),
        ] {
            assert_eq!(part.of(10), range, "{part:?}");
        }
    }

    #[test]
    fn no_header_can_bring_another_one() {
        let head = head_of(301, vec![("Location", "/a\r\nX-Injected: 1".to_owned())], 0, Then::Ends);
        let text = String::from_utf8(head).expect("text");
        assert!(!text.contains("Injected") && text.ends_with("Connection: close\r\n\r\n"), "{text}");
    }
}
