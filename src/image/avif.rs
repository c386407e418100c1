//! AVIF: boxes. Nothing is taken out, since items are found by their offsets in the file; a picture
//! that carries metadata is refused instead.

use super::layout::{Layout, be32};
use super::problem::ImageProblem;

/// Reads the size, how the picture is turned, and whether it carries metadata.
pub(super) fn read(bytes: &[u8]) -> Result<Layout, ImageProblem> {
    let mut layout = Layout::empty();
    let mut brands: &[u8] = &[];
    for (kind, body) in boxes(bytes) {
        let body = body.ok_or(ImageProblem::Truncated)?;
        match kind {
            b"ftyp" => brands = body,
            b"meta" => meta(body.get(4..).unwrap_or_default(), &mut layout)?,
            b"moov" => layout.animated = true,
            _ => {}
        }
    }
    let has = |names: &[&[u8; 4]]| brands.chunks(4).any(|brand| names.iter().any(|name| brand == &name[..]));
    if !has(&[b"avif", b"avis"]) {
        let heic = has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]);
        return Err(if heic { ImageProblem::Heic } else { ImageProblem::NotAnImage });
    }
    layout.keep(0..bytes.len());
    Ok(layout)
}

fn meta(body: &[u8], layout: &mut Layout) -> Result<(), ImageProblem> {
    let mut quarter_turns = 0;
    for (kind, body) in boxes(body) {
        let body = body.ok_or(ImageProblem::Truncated)?;
        match kind {
            b"iinf" => {
                let entries = if body.first() == Some(&0) { 6 } else { 8 };
                if boxes(body.get(entries..).unwrap_or_default()).any(|(_, entry)| entry.is_some_and(is_metadata)) {
                    return Err(ImageProblem::MetadataInAvif);
                }
            }
            b"iprp" => {
                for (_, properties) in boxes(body).filter(|(kind, _)| *kind == b"ipco") {
                    for (kind, property) in boxes(properties.unwrap_or_default()) {
                        match (kind, property.unwrap_or_default()) {
                            (b"ispe", property) => widen(layout, property),
                            (b"irot", [turns, ..]) => quarter_turns = turns & 3,
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
    }
    if quarter_turns % 2 == 1 {
        std::mem::swap(&mut layout.width, &mut layout.height);
    }
    Ok(())
}

/// A picture that is put together from tiles names their size too: the largest counts.
fn widen(layout: &mut Layout, extent: &[u8]) {
    if let (Some(width), Some(height)) = (be32(extent, 4), be32(extent, 8))
        && u64::from(width) * u64::from(height) > u64::from(layout.width) * u64::from(layout.height)
    {
        (layout.width, layout.height) = (width, height);
    }
}

/// Whether the entry `infe` is Exif, or XMP (which is stored as an item with a MIME type).
fn is_metadata(entry: &[u8]) -> bool {
    let kind = match entry.first() {
        Some(2) => entry.get(8..12),
        Some(3) => entry.get(10..14),
        _ => None,
    };
    matches!(kind, Some(b"Exif" | b"mime"))
}

/// The boxes that lie one after another in `bytes`: kind, and body or `None` where it is cut off.
fn boxes(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], Option<&[u8]>)> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let size = be32(rest, 0)?;
        let kind: &[u8; 4] = rest.get(4..8)?.try_into().ok()?;
        let (head, size) = match size {
            0 => (8, rest.len()),
            1 => (16, usize::try_from(be32(rest, 12)?).ok().filter(|_| be32(rest, 8) == Some(0))?),
            _ => (8, size as usize),
        };
        let body = rest.get(head..size);
        rest = if body.is_some() { &rest[size..] } else { &[] };
        Some((kind, body))
    })
}
