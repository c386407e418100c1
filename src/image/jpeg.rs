//! JPEG: segments, of which those that the pixels need are kept.

use super::layout::{Layout, be16};
use super::problem::ImageProblem;

/// Reads the segments up to the end of the picture; what follows it is dropped (some phones put a
/// film or a second photo there).
pub(super) fn read(bytes: &[u8]) -> Result<Layout, ImageProblem> {
    let mut layout = Layout::empty();
    layout.keep(0..2);
    let mut at = 2;
    loop {
        at = marker(bytes, at)?;
        let kind = *bytes.get(at + 1).ok_or(ImageProblem::Truncated)?;
        let end = match kind {
            0xD9 => {
                layout.keep(at..at + 2);
                return Ok(layout);
            }
            0x01 | 0xD0..=0xD8 => at + 2,
            0x00 => return Err(ImageProblem::NotAnImage),
            _ => segment_end(bytes, at)?,
        };
        let body = bytes.get(at + 4..end).unwrap_or_default();
        match kind {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF if layout.width == 0 => {
                layout.height = be16(body, 1).ok_or(ImageProblem::NotAnImage)?;
                layout.width = be16(body, 3).ok_or(ImageProblem::NotAnImage)?;
            }
            0xE1 if body.starts_with(b"Exif\0\0") => layout.turn(body),
            _ => {}
        }
        if may_stay(kind, body) {
            layout.keep(at..end);
        }
        at = end;
        if kind == 0xDA {
            at = scan_end(bytes, end)?;
            layout.keep(end..at);
        }
    }
}

/// Application data stays only where decoders need it: JFIF without a thumbnail, the ICC profile,
/// Adobe's colour transform. Comments go.
fn may_stay(kind: u8, body: &[u8]) -> bool {
    match kind {
        0xE0 => body.starts_with(b"JFIF\0") && body.len() == 14,
        0xE2 => body.starts_with(b"ICC_PROFILE\0"),
        0xEE => body.starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// Where the marker at `at` begins, fill bytes passed over.
fn marker(bytes: &[u8], mut at: usize) -> Result<usize, ImageProblem> {
    match bytes.get(at) {
        None => return Err(ImageProblem::Truncated),
        Some(0xFF) => {}
        Some(_) => return Err(ImageProblem::NotAnImage),
    }
    while bytes.get(at + 1) == Some(&0xFF) {
        at += 1;
    }
    Ok(at)
}

fn segment_end(bytes: &[u8], at: usize) -> Result<usize, ImageProblem> {
    let length = be16(bytes, at + 2).ok_or(ImageProblem::Truncated)? as usize;
    match at + 2 + length {
        _ if length < 2 => Err(ImageProblem::NotAnImage),
        end if end > bytes.len() => Err(ImageProblem::Truncated),
        end => Ok(end),
    }
}

/// Where the compressed data that begins at `at` ends: at the next marker that is no restart.
fn scan_end(bytes: &[u8], mut at: usize) -> Result<usize, ImageProblem> {
    loop {
        let rest = bytes.get(at..).ok_or(ImageProblem::Truncated)?;
        at += rest.iter().position(|byte| *byte == 0xFF).ok_or(ImageProblem::Truncated)?;
        match bytes.get(at + 1) {
            None => return Err(ImageProblem::Truncated),
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return Ok(at),
        }
    }
}
