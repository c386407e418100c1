//! What of a picture's pixels is written at another size: in every form, on every machine alike.

use std::io::Cursor;

use homeroom::digest::Digest;
use homeroom::image::sizes::Cut;
use homeroom::image::{Form, RECIPE, decode, inspect};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat};

/// Pixels of `channels` bytes with slopes, lines and dots, the same each time.
fn pixels(width: u32, height: u32, channels: u32) -> Vec<u8> {
    let value = |at: u32| {
        let (pixel, channel) = (at / channels, at % channels);
        let (x, y) = (pixel % width, pixel / width);
        let dots = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 27;
        let line = if (x + y) % 50 < 3 { 90 } else { 0 };
        u8::try_from((x * 120 / width + channel * 20 + dots + line).min(255)).unwrap_or_default()
    };
    (0..width * height * channels).map(value).collect()
}

fn png(width: u32, height: u32, colour: ExtendedColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let raw = pixels(width, height, u32::from(colour.bits_per_pixel()) / 8);
    PngEncoder::new(&mut bytes).write_image(&raw, width, height, colour).expect("encoded");
    bytes
}

fn jpeg(width: u32, height: u32, colour: ExtendedColorType, profile: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).expect("a profile");
    }
    let raw = pixels(width, height, u32::from(colour.bits_per_pixel()) / 8);
    encoder.write_image(&raw, width, height, colour).expect("encoded");
    bytes
}

fn cut(bytes: &[u8], width: u32) -> Vec<u8> {
    decode(bytes).and_then(|picture| picture.cut(Cut::Width(width))).expect("a sound picture")
}

fn read(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("decoded")
}

#[test]
fn a_png_stays_one_and_keeps_what_shines_through() {
    for (colour, alpha) in [
        (ExtendedColorType::L8, false),
        (ExtendedColorType::La8, true),
        (ExtendedColorType::Rgb8, false),
        (ExtendedColorType::Rgba8, true),
        (ExtendedColorType::L16, false),
        (ExtendedColorType::Rgba16, true),
    ] {
        let bytes = png(200, 100, colour);
        let small = cut(&bytes, 50);
        assert_eq!(image::guess_format(&small).expect("an image"), ImageFormat::Png);
        let small = read(&small);
        assert_eq!((small.width(), small.height(), small.color().has_alpha()), (50, 25, alpha), "{colour:?}");
        assert_eq!(small.color().has_color(), read(&bytes).color().has_color(), "{colour:?}");
    }
}

#[test]
fn what_cannot_be_seen_does_not_shine_into_what_can() {
    // The left half is green and opaque, the right one red and not there.
    let pixels = image::RgbaImage::from_fn(200, 100, |x, _| {
        if x < 100 { image::Rgba([0, 200, 0, 255]) } else { image::Rgba([255, 0, 0, 0]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ImageFormat::Png).expect("encoded");
    let small = read(&cut(bytes.get_ref(), 37)).to_rgba8();
    let red = small.pixels().filter(|pixel| pixel[3] > 0).map(|pixel| pixel[0]).max();
    assert_eq!(red, Some(0));
}

#[test]
fn colours_keep_their_profile_and_grey_stays_grey() {
    let mut profile = vec![7; 200];
    profile[16..20].copy_from_slice(b"RGB ");
    let small = cut(&jpeg(200, 100, ExtendedColorType::Rgb8, Some(&profile)), 50);
    assert!(small.windows(200).any(|part| part == profile));
    assert!(!read(&cut(&jpeg(200, 100, ExtendedColorType::L8, None), 50)).color().has_color());
}

#[test]
fn only_forms_that_are_written_well_are_made_smaller() {
    let form = |name: &str, bytes: &[u8]| inspect(name, bytes).expect("sound").expect("an image").form;
    assert_eq!(form("a.jpg", &jpeg(20, 10, ExtendedColorType::Rgb8, None)), Form::Jpeg);
    assert_eq!(form("a.png", &png(20, 10, ExtendedColorType::Rgba8)), Form::Png);
    // The header of a PNG says depth and kind of colours: a palette, or one bit for each pixel.
    for (depth, kind) in [(8, 3), (1, 0)] {
        let mut few = png(20, 10, ExtendedColorType::L8);
        few[24..26].copy_from_slice(&[depth, kind]);
        assert_eq!(form("a.png", &few), Form::Fixed);
    }
    let mut webp = Cursor::new(Vec::new());
    read(&png(20, 10, ExtendedColorType::Rgb8)).write_to(&mut webp, ImageFormat::WebP).expect("encoded");
    assert_eq!(form("a.webp", webp.get_ref()), Form::Fixed);
}

/// Where this fails on one machine only, its processor gives other pixels than all others do. Where it fails
/// everywhere, a filter, a quality or a crate was changed: raise [`RECIPE`], so that nothing is taken for new
/// that was kept from before, and write the new digests here.
#[test]
fn a_recipe_gives_the_bytes_that_it_gave_everywhere_else() {
    let made: Vec<String> = [
        cut(&jpeg(613, 401, ExtendedColorType::Rgb8, None), 200),
        cut(&jpeg(613, 401, ExtendedColorType::L8, None), 333),
        cut(&png(613, 401, ExtendedColorType::Rgba8), 97),
        cut(&png(613, 401, ExtendedColorType::La8), 480),
    ]
    .iter()
    .map(|bytes| Digest::of(bytes).to_string())
    .collect();
    assert_eq!(RECIPE, 1);
    assert_eq!(
        made,
        [
            "16311f8a4270f4d8bbb8db875a737edf",
            "aab9efbd50269796aac6e69e35c2554b",
            "a5e6dd482bfca3d7cfca36349fd0e010",
            "15bb20235fb9f71ac48bcced09d3383a"
        ]
    );
}
