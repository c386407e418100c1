//! WebP: chunks in a RIFF container, of which those that the pixels need are kept.

use std::borrow::Cow;

use super::layout::{Layout, le16, le32};
use super::problem::ImageProblem;

const KEPT: &[&[u8]] = &[b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// Reads the chunks of the container; what follows it is dropped.
pub(super) fn read(bytes: &[u8]) -> Result<Layout, ImageProblem> {
    let mut layout = Layout::empty();
    let end = le32(bytes, 4).ok_or(ImageProblem::Truncated)? as usize + 8;
    let container = bytes.get(..end).ok_or(ImageProblem::Truncated)?;
    layout.keep(0..12);
    let mut at = 12;
    while at < end {
        let kind = container.get(at..at + 4).ok_or(ImageProblem::Truncated)?;
        let length = le32(container, at + 4).ok_or(ImageProblem::Truncated)? as usize;
        let body = container.get(at + 8..at + 8 + length).ok_or(ImageProblem::Truncated)?;
        match kind {
            b"VP8X" | b"VP8 " | b"VP8L" if layout.width == 0 => {
                (layout.width, layout.height) = size(kind, body).ok_or(ImageProblem::NotAnImage)?;
            }
            b"ANMF" => layout.animated = true,
            b"EXIF" => layout.turn(body),
            _ => {}
        }
        // A chunk of odd length is followed by one byte of padding, which a careless writer forgets
        // at the very end.
        let next = (at + 8 + length + length % 2).min(end);
        if KEPT.contains(&kind) {
            layout.keep(at..next);
        }
        at = next;
    }
    Ok(layout)
}

/// The kept bytes with a container that tells the truth about them: its length, and flags that
/// promise no metadata.
pub(super) fn mended(mut clean: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let length = u32::try_from(clean.len().saturating_sub(8)).unwrap_or(u32::MAX).to_le_bytes();
    let flags = clean.get(20).copied().filter(|_| clean.get(12..16) == Some(b"VP8X"));
    let (exif, xmp) = (0x08, 0x04);
    if clean.get(4..8) != Some(&length[..]) {
        clean.to_mut()[4..8].copy_from_slice(&length);
    }
    if let Some(flags) = flags.filter(|flags| flags & (exif | xmp) != 0) {
        clean.to_mut()[20] = flags & !(exif | xmp);
    }
    clean
}

fn size(kind: &[u8], body: &[u8]) -> Option<(u32, u32)> {
    match kind {
        b"VP8X" => {
            let three = |at| Some((le32(body, at)? & 0xFF_FFFF) + 1);
            Some((three(4)?, u32::from(*body.get(7)?) + (le16(body, 8)? << 8) + 1))
        }
        b"VP8L" if body.first() == Some(&0x2F) => {
            let bits = le32(body, 1)?;
            Some(((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
        }
        b"VP8 " if body.get(3..6) == Some(&[0x9D, 0x01, 0x2A]) => {
            Some((le16(body, 6)? & 0x3FFF, le16(body, 8)? & 0x3FFF))
        }
        _ => None,
    }
}
