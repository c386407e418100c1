//! Images: what their headers say, and what of them may be published.
//!
//! 1. [`kind_of`] tells by a file's name whether it is to be treated as an image.
//! 2. [`inspect`] reads the header, and says what keeps the image from being published.
//! 3. [`published`] gives the bytes to publish: everything that tells about the photographer, the
//!    place or the device is left out, and the picture stands upright.
//! 4. [`sizes::sizes`] says from the header at which sizes a picture is published besides; [`decode`]
//!    reads its pixels once, and [`pixels::Picture::cut`] writes each size. [`gate`] bounds how many
//!    pixels are in memory at one time.
//!
//! What an image holds decides how it is read, not what its name says: a WebP picture that was saved
//! as `photo.jpg` is cleaned as WebP. What is kept is listed, what is dropped is the rest, so that a
//! kind of metadata that nobody thought of is dropped too.

pub mod gate;
pub mod pixels;
pub mod problem;
pub mod sizes;

mod avif;
mod gif;
mod jpeg;
mod layout;
mod png;
mod shrink;
mod svg;
mod turn;
mod webp;

use std::borrow::Cow;

use layout::Layout;
use pixels::Picture;
use problem::ImageProblem;
use sizes::Cut;

/// What the header of an image says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageFacts {
    /// The width in pixels as it is shown, orientation applied.
    pub width: u32,
    /// The height in pixels as it is shown, orientation applied.
    pub height: u32,
    /// In what form its pixels are written again.
    pub form: Form,
    /// Whether its metadata turns the picture.
    pub is_turned: bool,
}

/// In what form the pixels of a picture are written again when it is made smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As JPEG.
    Jpeg,
    /// As PNG: lossless, transparency kept.
    Png,
    /// Not at all: a drawing, a moving picture, one with a palette, or a format that we do not write well.
    Fixed,
}

/// What changes whenever the same picture and the same [`sizes::Cut`] give other bytes than before; the
/// test `a_recipe_gives_the_bytes_that_it_gave_everywhere_else` says when.
pub const RECIPE: u32 = 1;

/// How a file is treated, by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Pixels: PNG, JPEG, GIF, WebP, AVIF, or a format that no browser shows.
    Raster,
    /// A drawing in XML.
    Svg,
    /// No image.
    Other,
}

/// How a file called `name` is treated.
pub fn kind_of(name: &str) -> Kind {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "svg" | "svgz" => Kind::Svg,
        "png" | "apng" | "jpg" | "jpeg" | "jpe" | "jfif" | "gif" | "webp" | "avif" | "heic" | "heif" | "hif"
        | "tif" | "tiff" | "bmp" | "jxl" | "jp2" => Kind::Raster,
        _ => Kind::Other,
    }
}

/// What the header of the image `bytes` says, which is a file called `name`; `None` where the name
/// is no image's.
///
/// # Errors
/// What keeps the image from being published; [`published`] then refuses it too.
pub fn inspect(name: &str, bytes: &[u8]) -> Result<Option<ImageFacts>, ImageProblem> {
    match kind_of(name) {
        Kind::Other => Ok(None),
        Kind::Svg => svg::inspect(bytes).map(Some),
        Kind::Raster => {
            let (format, layout) = read(bytes)?;
            pixels::check(format, &layout)?;
            Ok(Some(layout.facts(format)))
        }
    }
}

/// What of the file `name` with `bytes` may be published; a file that is no image is passed as it is.
///
/// Metadata is left out without touching the pixels. Only where the metadata turns the picture are
/// the pixels turned and encoded again. The same bytes give the same bytes.
///
/// # Errors
/// As [`inspect`], and where a picture that must be turned cannot be decoded.
pub fn published<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, ImageProblem> {
    match kind_of(name) {
        Kind::Other => Ok(Cow::Borrowed(bytes)),
        Kind::Svg => svg::published(bytes),
        Kind::Raster => {
            let (format, layout) = read(bytes)?;
            pixels::check(format, &layout)?;
            if layout.is_turned() {
                return pixels::decode(format, bytes, layout)?.cut(Cut::Upright).map(Cow::Owned);
            }
            let clean = layout.kept(bytes);
            Ok(if format == Format::WebP { webp::mended(clean) } else { clean })
        }
    }
}

/// The number of pixels of the picture `bytes`, and what keeps it from being decoded.
///
/// # Errors
/// As [`inspect`], and for a drawing, which has none.
pub fn pixel_count(bytes: &[u8]) -> Result<u64, ImageProblem> {
    let (format, layout) = read(bytes)?;
    pixels::check(format, &layout)?;
    Ok(u64::from(layout.width) * u64::from(layout.height))
}

/// The picture `bytes` with its pixels in memory.
///
/// # Errors
/// As [`pixel_count`], and where its data are damaged.
pub fn decode(bytes: &[u8]) -> Result<Picture, ImageProblem> {
    let (format, layout) = read(bytes)?;
    pixels::decode(format, bytes, layout)
}

/// A format of pixels that browsers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
    Gif,
    WebP,
    Avif,
}

fn read(bytes: &[u8]) -> Result<(Format, Layout), ImageProblem> {
    let (format, layout) = match bytes {
        [] => return Err(ImageProblem::Empty),
        [0xFF, 0xD8, ..] => (Format::Jpeg, jpeg::read(bytes)?),
        [0x89, b'P', b'N', b'G', ..] => (Format::Png, png::read(bytes)?),
        [b'G', b'I', b'F', b'8', ..] => (Format::Gif, gif::read(bytes)?),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => (Format::WebP, webp::read(bytes)?),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => (Format::Avif, avif::read(bytes)?),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => return Err(ImageProblem::Format("TIFF")),
        [b'B', b'M', ..] => return Err(ImageProblem::Format("BMP")),
        [0xFF, 0x0A, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => return Err(ImageProblem::Format("JPEG XL")),
        [0, 0, 0, 12, b'j', b'P', ..] => return Err(ImageProblem::Format("JPEG 2000")),
        _ => return Err(ImageProblem::NotAnImage),
    };
    if layout.width == 0 || layout.height == 0 { Err(ImageProblem::NotAnImage) } else { Ok((format, layout)) }
}
