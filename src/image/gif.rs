//! GIF: blocks, of which frames, their timing and the colour profile are kept.

use super::layout::{Layout, le16};
use super::problem::ImageProblem;

/// Reads the blocks up to the end of the picture; what follows it is dropped.
pub(super) fn read(bytes: &[u8]) -> Result<Layout, ImageProblem> {
    let mut layout = Layout::empty();
    layout.width = le16(bytes, 6).ok_or(ImageProblem::Truncated)?;
    layout.height = le16(bytes, 8).ok_or(ImageProblem::Truncated)?;
    let mut at = 13 + palette(byte(bytes, 10)?);
    layout.keep(0..at);
    let mut frames = 0;
    loop {
        let end = match byte(bytes, at)? {
            0x3B => {
                layout.keep(at..at + 1);
                layout.animated = frames > 1;
                return Ok(layout);
            }
            0x2C => {
                frames += 1;
                sub_blocks_end(bytes, at + 11 + palette(byte(bytes, at + 9)?))?
            }
            0x21 => sub_blocks_end(bytes, at + 2)?,
            _ => return Err(ImageProblem::NotAnImage),
        };
        if may_stay(bytes.get(at..end).unwrap_or_default()) {
            layout.keep(at..end);
        }
        at = end;
    }
}

/// Comments go, and the blocks of programs except those that repeat the film and name the colours.
fn may_stay(block: &[u8]) -> bool {
    match block {
        [0x21, 0xFE, ..] => false,
        [0x21, 0xFF, 11, program @ ..] => {
            [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"].iter().any(|kept| program.starts_with(*kept))
        }
        [0x21, kind, ..] => matches!(kind, 0xF9 | 0x01),
        _ => true,
    }
}

fn palette(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

fn sub_blocks_end(bytes: &[u8], mut at: usize) -> Result<usize, ImageProblem> {
    loop {
        let length = byte(bytes, at)?;
        at += 1 + usize::from(length);
        if length == 0 {
            return Ok(at);
        }
    }
}

fn byte(bytes: &[u8], at: usize) -> Result<u8, ImageProblem> {
    bytes.get(at).copied().ok_or(ImageProblem::Truncated)
}
