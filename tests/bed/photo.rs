//! Photos as phones make them: many bytes a pixel, lying on their side, with camera data.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, RgbImage};

/// A JPEG of `width` × `height` stored pixels, which its metadata turns by a quarter; `light` tells photos
/// apart. The top of what is shown is red, its bottom blue.
pub(crate) fn lying(width: u32, height: u32, light: u8) -> Vec<u8> {
    with_camera_data(&plain(width, height, light), 6)
}

/// The same pixels without metadata.
pub(crate) fn plain(width: u32, height: u32, light: u8) -> Vec<u8> {
    // Noise, the same each time, is what makes a photo's file large: about a byte a pixel.
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 28) as u8
    };
    let pixels = RgbImage::from_fn(width, height, |x, _| {
        let blue = u8::try_from(x * 180 / width).unwrap_or_default();
        image::Rgb([180 - blue + noise(), light + noise(), blue + noise()])
    });
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.write_image(&pixels, width, height, image::ExtendedColorType::Rgb8).expect("encoded");
    bytes
}

/// The JPEG `plain` with what a camera notes, `orientation` among it.
pub(crate) fn with_camera_data(plain: &[u8], orientation: u8) -> Vec<u8> {
    let tiff =
        [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation], b"\0\0\0\0\0\0\0SECRET"].concat();
    let body = [&b"Exif\0\0"[..], &tiff].concat();
    let length = u16::try_from(body.len() + 2).expect("short").to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, &body, &plain[2..]].concat()
}
