//! The pixels of a picture: decoded once, written upright and at every size that is asked for.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use super::Format;
use super::layout::Layout;
use super::problem::ImageProblem;
use super::sizes::{Cut, height};
use super::{shrink, turn};

/// The largest picture that is published: a phone's 50 megapixels, with room.
pub(super) const MOST_PIXELS: u64 = 64_000_000;

/// The quality of a JPEG that keeps its size, of 100.
const QUALITY: u8 = 90;

/// The quality of a JPEG that was made smaller: most screens show two of its pixels where the eye sees one.
const QUALITY_SMALLER: u8 = 80;

/// A picture whose pixels are in memory.
pub struct Picture {
    pixels: DynamicImage,
    profile: Vec<u8>,
    format: Format,
    layout: Layout,
}

/// Whether the picture may be published, and turned, if it must be.
pub(super) fn check(format: Format, layout: &Layout) -> Result<(), ImageProblem> {
    if u64::from(layout.width) * u64::from(layout.height) > MOST_PIXELS {
        let facts = layout.facts(format);
        Err(ImageProblem::TooManyPixels(facts.width, facts.height))
    } else if layout.is_turned() && (layout.animated || matches!(format, Format::Gif | Format::Avif)) {
        Err(ImageProblem::TurnedAnimation)
    } else {
        Ok(())
    }
}

/// Decodes the picture.
pub(super) fn decode(format: Format, bytes: &[u8], layout: Layout) -> Result<Picture, ImageProblem> {
    check(format, &layout)?;
    let (pixels, profile) = decoded(format, bytes).map_err(damaged)?;
    Ok(Picture { pixels, profile, format, layout })
}

impl Picture {
    /// The picture's file as `cut` says, in its own format and without metadata. The same picture gives
    /// the same bytes.
    ///
    /// # Errors
    /// Where it cannot be written: the encoder's words.
    pub fn cut(&self, cut: Cut) -> Result<Vec<u8>, ImageProblem> {
        let orientation = self.layout.orientation;
        let facts = self.layout.facts(self.format);
        let (upright, quality) = match cut {
            Cut::Width(width) if width < facts.width => {
                let (wide, high) = (width, height(&facts, width));
                let (wide, high) = if turn::is_across(orientation) { (high, wide) } else { (wide, high) };
                // Small pixels are turned faster than many.
                let small = shrink::shrunk(&self.pixels, wide, high).map_err(ImageProblem::Damaged)?;
                (turn::turned(&small, orientation), QUALITY_SMALLER)
            }
            Cut::Width(_) | Cut::Upright => (turn::turned(&self.pixels, orientation), QUALITY),
        };
        self.encoded(&upright, quality).map_err(damaged)
    }

    fn encoded(&self, picture: &DynamicImage, quality: u8) -> image::ImageResult<Vec<u8>> {
        let mut out = Vec::new();
        match self.format {
            Format::Jpeg => self.write(picture, JpegEncoder::new_with_quality(&mut out, quality))?,
            Format::WebP => self.write(picture, WebPEncoder::new_lossless(&mut out))?,
            Format::Png | Format::Gif | Format::Avif => self.write(picture, PngEncoder::new(&mut out))?,
        }
        Ok(out)
    }

    fn write(&self, picture: &DynamicImage, mut encoder: impl ImageEncoder) -> image::ImageResult<()> {
        if fits(&self.profile, picture) {
            // Every encoder that is used here knows profiles.
            encoder.set_icc_profile(self.profile.clone()).map_err(image::ImageError::Unsupported)?;
        }
        picture.write_with_encoder(encoder)
    }
}

fn decoded(format: Format, bytes: &[u8]) -> image::ImageResult<(DynamicImage, Vec<u8>)> {
    let known = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::WebP => ImageFormat::WebP,
        Format::Png | Format::Gif | Format::Avif => ImageFormat::Png,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), known);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 10);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let profile = decoder.icc_profile()?.unwrap_or_default();
    Ok((DynamicImage::from_decoder(decoder)?, profile))
}

/// A profile speaks of one colour space: that of a CMYK photo says nothing about the decoded pixels.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    let space: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(space)
}

fn damaged(error: image::ImageError) -> ImageProblem {
    ImageProblem::Damaged(error.to_string())
}
