//! PNG: chunks, of which those that the pixels and their colours need are kept.

use super::layout::{Layout, be32};
use super::problem::ImageProblem;

/// The optional chunks that may stay; all others (text, times, camera data, programs' own) go.
const KEPT: &[&[u8]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"cICP", b"mDCV",
    b"cLLI", b"acTL", b"fcTL", b"fdAT",
];

/// Reads the chunks up to the end of the picture; what follows it is dropped.
pub(super) fn read(bytes: &[u8]) -> Result<Layout, ImageProblem> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(ImageProblem::NotAnImage);
    }
    let mut layout = Layout::empty();
    layout.keep(0..8);
    let mut at = 8;
    loop {
        let length = be32(bytes, at).ok_or(ImageProblem::Truncated)? as usize;
        let kind = bytes.get(at + 4..at + 8).ok_or(ImageProblem::Truncated)?;
        let end = at + 12 + length;
        let body = bytes.get(at + 8..at + 8 + length).ok_or(ImageProblem::Truncated)?;
        if end > bytes.len() {
            return Err(ImageProblem::Truncated);
        }
        match kind {
            b"IHDR" => {
                layout.width = be32(body, 0).ok_or(ImageProblem::NotAnImage)?;
                layout.height = be32(body, 4).ok_or(ImageProblem::NotAnImage)?;
                let (depth, colours) = (body.get(8).copied().unwrap_or_default(), body.get(9));
                layout.is_drawn = depth < 8 || colours == Some(&3);
            }
            b"acTL" => layout.animated = true,
            b"eXIf" => layout.turn(body),
            _ if layout.width == 0 => return Err(ImageProblem::NotAnImage),
            _ => {}
        }
        if kind[0].is_ascii_uppercase() || KEPT.contains(&kind) {
            layout.keep(at..end);
        }
        if kind == b"IEND" {
            return Ok(layout);
        }
        at = end;
    }
}
