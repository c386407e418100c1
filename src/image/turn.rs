//! Turning a picture upright, so that nothing is lost when the metadata that turns it goes.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use super::Format;
use super::layout::Layout;
use super::problem::ImageProblem;

/// The largest picture that is decoded: a phone's 50 megapixels, with room.
const MOST_PIXELS: u64 = 64_000_000;

/// The quality that encoded JPEGs have, of 100.
const QUALITY: u8 = 90;

/// Whether the picture can be turned, if it must be.
pub(super) fn check(format: Format, layout: &Layout) -> Result<(), ImageProblem> {
    if !layout.is_turned() {
        Ok(())
    } else if layout.animated || matches!(format, Format::Gif | Format::Avif) {
        Err(ImageProblem::TurnedAnimation)
    } else if u64::from(layout.width) * u64::from(layout.height) > MOST_PIXELS {
        Err(ImageProblem::TooManyPixels(layout.width, layout.height))
    } else {
        Ok(())
    }
}

/// The picture with its pixels turned as its metadata says, encoded in its own format.
pub(super) fn upright(format: Format, bytes: &[u8], layout: &Layout) -> Result<Vec<u8>, ImageProblem> {
    turned(format, bytes, layout).map_err(|error| ImageProblem::CannotTurn(error.to_string()))
}

fn turned(format: Format, bytes: &[u8], layout: &Layout) -> image::ImageResult<Vec<u8>> {
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
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(layout.orientation);
    let profile = if fits(&profile, &picture) { profile } else { Vec::new() };
    let mut out = Vec::new();
    match format {
        Format::Jpeg => encode(&picture, profile, JpegEncoder::new_with_quality(&mut out, QUALITY))?,
        Format::WebP => encode(&picture, profile, image::codecs::webp::WebPEncoder::new_lossless(&mut out))?,
        Format::Png | Format::Gif | Format::Avif => {
            encode(&picture, profile, image::codecs::png::PngEncoder::new(&mut out))?;
        }
    }
    Ok(out)
}

/// A profile speaks of one colour space: that of a CMYK photo says nothing about the decoded pixels.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    let space: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(space)
}

fn encode(picture: &DynamicImage, profile: Vec<u8>, mut encoder: impl ImageEncoder) -> image::ImageResult<()> {
    if !profile.is_empty() {
        // Every encoder that is used here knows profiles.
        encoder.set_icc_profile(profile).map_err(image::ImageError::Unsupported)?;
    }
    picture.write_with_encoder(encoder)
}
