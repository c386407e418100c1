//! The layout of an image's file: its size, how it is turned, and which of its bytes may stay.

use std::borrow::Cow;
use std::ops::Range;

use image::metadata::Orientation;

use super::{Form, Format, ImageFacts, turn};

/// What a format's reader found.
#[derive(Debug)]
pub(super) struct Layout {
    /// The width as it is stored.
    pub(super) width: u32,
    /// The height as it is stored.
    pub(super) height: u32,
    /// How the metadata turns the picture.
    pub(super) orientation: Orientation,
    /// Whether there is more than one frame.
    pub(super) animated: bool,
    /// Whether its colours are few and listed, or one bit each.
    pub(super) is_drawn: bool,
    /// The bytes that may be published, in order.
    pub(super) keep: Vec<Range<usize>>,
}

impl Layout {
    /// A layout in which nothing was found yet.
    pub(super) fn empty() -> Self {
        let orientation = Orientation::NoTransforms;
        Self { width: 0, height: 0, orientation, animated: false, is_drawn: false, keep: Vec::new() }
    }

    /// Keeps the bytes `range`, which follow those kept before.
    pub(super) fn keep(&mut self, range: Range<usize>) {
        match self.keep.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.keep.push(range),
        }
    }

    /// Takes the orientation from `exif`, a TIFF structure with or without its `Exif` mark.
    pub(super) fn turn(&mut self, exif: &[u8]) {
        let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
        if let Some(orientation) = Orientation::from_exif_chunk(tiff) {
            self.orientation = orientation;
        }
    }

    /// Whether the pixels must be turned before the metadata can go.
    pub(super) fn is_turned(&self) -> bool {
        self.orientation != Orientation::NoTransforms
    }

    /// What is known of the picture, which is a `format`.
    pub(super) fn facts(&self, format: Format) -> ImageFacts {
        let form = match format {
            Format::Jpeg => Form::Jpeg,
            Format::Png if !self.animated && !self.is_drawn => Form::Png,
            Format::Png | Format::Gif | Format::WebP | Format::Avif => Form::Fixed,
        };
        let (width, height) = (self.width, self.height);
        let (width, height) = if turn::is_across(self.orientation) { (height, width) } else { (width, height) };
        ImageFacts { width, height, form, is_turned: self.is_turned() }
    }

    /// The bytes of `bytes` that may be published.
    pub(super) fn kept<'a>(&self, bytes: &'a [u8]) -> Cow<'a, [u8]> {
        match self.keep.as_slice() {
            [all] => Cow::Borrowed(bytes.get(all.clone()).unwrap_or_default()),
            several => {
                Cow::Owned(several.iter().filter_map(|range| bytes.get(range.clone())).flatten().copied().collect())
            }
        }
    }
}

/// The two bytes at `at`, the higher first.
pub(super) fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?)))
}

/// The four bytes at `at`, the highest first.
pub(super) fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// The two bytes at `at`, the lower first.
pub(super) fn le16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?)))
}

/// The four bytes at `at`, the lowest first.
pub(super) fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
