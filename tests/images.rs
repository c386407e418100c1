//! What is read of images, and what of them is published.

use std::io::Cursor;

use homeroom::image::problem::ImageProblem;
use homeroom::image::{inspect, published};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

/// Three pixels wide, two high; the left one red, the right one blue.
fn picture() -> DynamicImage {
    let colours = [Rgb([250, 0, 0]), Rgb([0, 250, 0]), Rgb([0, 0, 250])];
    DynamicImage::ImageRgb8(RgbImage::from_fn(48, 32, |x, _| colours[(x / 16) as usize]))
}

/// Camera data with an orientation, and a place that must not be published.
fn exif(orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x0F, 0x01, 2, 0, 8, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(b"GPS-SECRET\0\0\0\0");
    tiff
}

fn profile() -> Vec<u8> {
    let mut profile = vec![7; 200];
    profile[16..20].copy_from_slice(b"RGB ");
    profile
}

fn jpeg(orientation: u8) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut plain, 95);
    encoder.set_icc_profile(profile()).expect("a profile");
    picture().write_with_encoder(encoder).expect("encoded");
    let mut noisy = plain[..2].to_vec();
    let mut segment = |marker: u8, body: &[u8]| {
        noisy.extend([0xFF, marker]);
        noisy.extend(u16::try_from(body.len() + 2).expect("short").to_be_bytes());
        noisy.extend(body);
    };
    segment(0xE1, &[b"Exif\0\0", &exif(orientation)[..]].concat());
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>SECRET</x>");
    segment(0xED, b"Photoshop 3.0\0SECRET");
    segment(0xE2, b"MPF\0SECRET");
    segment(0xFE, b"SECRET comment");
    segment(0xEF, b"SECRET of nobody knows whom");
    noisy.extend(&plain[2..]);
    noisy.extend(b"SECRET film after the end");
    noisy
}

fn png(orientation: u8, dropped: bool) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut plain);
    encoder.set_icc_profile(profile()).expect("a profile");
    picture().write_with_encoder(encoder).expect("encoded");
    if !dropped {
        return plain;
    }
    let mut noisy = plain[..33].to_vec();
    for (kind, body) in [
        (b"eXIf", &exif(orientation)[..]),
        (b"tEXt", b"Author\0SECRET"),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0SECRET"),
        (b"tIME", b"SECRET!"),
        (b"prVt", b"SECRET"),
    ] {
        noisy.extend(u32::try_from(body.len()).expect("short").to_be_bytes());
        noisy.extend(kind);
        noisy.extend(body);
        noisy.extend([0; 4]);
    }
    noisy.extend(&plain[33..]);
    noisy.extend(b"SECRET after the end");
    noisy
}

fn webp(orientation: u8) -> (Vec<u8>, Vec<u8>) {
    let mut simple = Cursor::new(Vec::new());
    picture().write_to(&mut simple, ImageFormat::WebP).expect("encoded");
    let pixels = &simple.get_ref()[12..];
    let build = |flags: u8, more: &[(&[u8; 4], &[u8])]| {
        let mut body = b"WEBPVP8X\x0a\0\0\0".to_vec();
        body.extend([flags, 0, 0, 0, 47, 0, 0, 31, 0, 0]);
        body.extend(pixels);
        for (kind, bytes) in more {
            body.extend(*kind);
            body.extend(u32::try_from(bytes.len()).expect("short").to_le_bytes());
            body.extend(*bytes);
            body.extend(vec![0; bytes.len() % 2]);
        }
        let mut file = b"RIFF".to_vec();
        file.extend(u32::try_from(body.len()).expect("short").to_le_bytes());
        file.extend(body);
        file
    };
    let mut noisy = build(0x0C, &[(b"EXIF", &exif(orientation)), (b"XMP ", b"SECRET!"), (b"JUNK", b"SECRET")]);
    noisy.extend(b"SECRET after the end");
    (noisy, build(0, &[]))
}

fn gif() -> (Vec<u8>, Vec<u8>) {
    let head = b"GIF89a\x30\0\x20\0\x80\0\0\0\0\0\xff\xff\xff".to_vec();
    let looping: &[u8] = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let secrets: &[u8] = b"\x21\xfe\x06SECRET\0\x21\xff\x0bXMP DataXMP\x06SECRET\0";
    let frame: &[u8] = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x30\0\x20\0\0\x02\x02\x44\x01\0\x3b";
    ([&head[..], looping, secrets, frame, b"SECRET"].concat(), [&head[..], looping, frame].concat())
}

fn avif(item: &[u8; 4], turned: u8) -> Vec<u8> {
    let boxed = |kind: &[u8], body: &[u8]| {
        let mut out = u32::try_from(body.len() + 8).expect("short").to_be_bytes().to_vec();
        out.extend(kind);
        out.extend(body);
        out
    };
    let infe = boxed(b"infe", &[b"\x02\0\0\0\0\x01\0\0".as_slice(), item, b"\0"].concat());
    let iinf = boxed(b"iinf", &[b"\0\0\0\0\0\x01".as_slice(), &infe].concat());
    let ispe = boxed(b"ispe", &[0, 0, 0, 0, 0, 0, 0, 48, 0, 0, 0, 32]);
    let irot = boxed(b"irot", &[turned]);
    let iprp = boxed(b"iprp", &boxed(b"ipco", &[ispe, irot].concat()));
    let meta = boxed(b"meta", &[b"\0\0\0\0".as_slice(), &iinf, &iprp].concat());
    [boxed(b"ftyp", b"avif\0\0\0\0avifmif1"), meta, boxed(b"mdat", b"pixels")].concat()
}

fn size(name: &str, bytes: &[u8]) -> (u32, u32) {
    let facts = inspect(name, bytes).expect("no problem").expect("an image");
    (facts.width, facts.height)
}

fn holds_a_secret(bytes: &[u8]) -> bool {
    bytes.windows(6).any(|six| six == b"SECRET") || bytes.windows(4).any(|four| four == b"Exif")
}

fn clean(name: &str, bytes: &[u8]) -> Vec<u8> {
    let clean = published(name, bytes).expect("no problem").into_owned();
    assert!(!holds_a_secret(&clean), "{name}");
    assert_eq!(published(name, bytes).expect("no problem"), clean, "the same bytes give the same bytes");
    assert_eq!(published(name, &clean).expect("no problem"), clean, "what is clean stays as it is");
    clean
}

#[test]
fn a_photo_loses_its_camera_data_and_not_a_pixel() {
    let bytes = jpeg(1);
    assert!(holds_a_secret(&bytes));
    let clean = clean("a.jpg", &bytes);
    assert_eq!(
        image::load_from_memory(&clean).expect("decoded").to_rgb8(),
        image::load_from_memory(&bytes).expect("decoded").to_rgb8()
    );
    assert!(clean.windows(12).any(|twelve| twelve == b"ICC_PROFILE\0"), "colours stay as they were");
}

#[test]
fn the_other_formats_lose_theirs_too() {
    assert_eq!(clean("a.png", &png(1, true)), png(1, false));
    let (noisy, plain) = webp(1);
    assert_eq!(clean("a.webp", &noisy), plain);
    let (noisy, plain) = gif();
    assert_eq!(clean("a.gif", &noisy), plain);
}

#[test]
fn a_picture_that_lies_on_its_side_is_turned_for_good() {
    for (name, bytes) in [("a.jpg", jpeg(6)), ("a.png", png(6, true)), ("a.webp", webp(6).0)] {
        assert_eq!(size(name, &bytes), (32, 48), "{name}");
        let upright = clean(name, &bytes);
        assert_eq!(size(name, &upright), (32, 48), "{name}");
        let pixels = image::load_from_memory(&upright).expect("decoded").to_rgb8();
        let (top, bottom) = (pixels.get_pixel(16, 4), pixels.get_pixel(16, 44));
        assert!(top[0] > 200 && top[2] < 50, "{name}: red is on top: {top:?}");
        assert!(bottom[2] > 200 && bottom[0] < 50, "{name}: blue is at the bottom: {bottom:?}");
        assert!(upright.windows(200).any(|part| part == profile()) || name != "a.jpg", "the profile is kept");
    }
    assert_eq!(size("a.jpg", &jpeg(3)), (48, 32));
}

#[test]
fn sizes_are_read_from_every_format() {
    for (name, bytes) in [
        ("a.JPEG", jpeg(1)),
        ("a.png", png(1, true)),
        ("a.webp", webp(1).0),
        ("a.gif", gif().0),
        ("a.avif", avif(b"av01", 0)),
        ("saved-as.jpg", webp(1).1),
    ] {
        assert_eq!(size(name, &bytes), (48, 32), "{name}");
    }
    assert_eq!(size("a.avif", &avif(b"av01", 1)), (32, 48));
    assert_eq!(clean("a.avif", &avif(b"av01", 1)), avif(b"av01", 1));
}

#[test]
fn what_cannot_be_published_is_told_apart() {
    let large = {
        let mut bytes = jpeg(6);
        let at = bytes.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame") + 5;
        bytes[at..at + 4].copy_from_slice(&[0x60, 0, 0x60, 0]);
        bytes
    };
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    for (name, bytes, problem) in [
        ("a.png", Vec::new(), ImageProblem::Empty),
        ("a.svg", Vec::new(), ImageProblem::Empty),
        ("a.jpg", b"<html>".to_vec(), ImageProblem::NotAnImage),
        ("a.jpg", cut(jpeg(1)), ImageProblem::Truncated),
        ("a.png", cut(png(1, false)), ImageProblem::Truncated),
        ("a.webp", cut(webp(1).1), ImageProblem::Truncated),
        ("a.gif", cut(gif().1), ImageProblem::Truncated),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), ImageProblem::Heic),
        ("renamed.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), ImageProblem::Heic),
        ("a.tif", b"II*\0....".to_vec(), ImageProblem::Format("TIFF")),
        ("a.bmp", b"BM......".to_vec(), ImageProblem::Format("BMP")),
        ("a.avif", avif(b"Exif", 0), ImageProblem::MetadataInAvif),
        ("a.avif", avif(b"mime", 0), ImageProblem::MetadataInAvif),
        ("a.jpg", large, ImageProblem::TooManyPixels(0x6000, 0x6000)),
    ] {
        assert_eq!(inspect(name, &bytes).expect_err(name), problem, "{name}");
        assert_eq!(published(name, &bytes).expect_err(name), problem, "{name}");
        assert!(!problem.message().is_empty() && !problem.help().is_empty());
    }
    assert!(ImageProblem::Heic.help().contains("JPEG"));
}

#[test]
fn files_that_are_no_images_pass_unchanged() {
    for (name, bytes) in [("a.pdf", &b"%PDF SECRET"[..]), ("a.txt", b""), ("noending", b"\xff\xd8")] {
        assert_eq!(inspect(name, bytes), Ok(None));
        assert_eq!(published(name, bytes).expect("passed").as_ref(), bytes);
    }
}

fn svg(inside: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='48' height='32'>{inside}</svg>"
    )
    .into_bytes()
}

#[test]
fn drawings_that_reach_out_or_run_are_refused() {
    for inside in [
        "<script>alert(1)</script>",
        "<g onclick='x()'/>",
        "<g ONLOAD='x()'/>",
        "<foreignObject/>",
        "<image href='https://elsewhere.example/x.png'/>",
        "<image xlink:href='//elsewhere.example/x.png'/>",
        "<image href='\\\\elsewhere.example/x.png'/>",
        "<a href='javascript:alert(1)'/>",
        "<a href=' java&#10;script:alert(1)'/>",
        "<use href='data:image/svg+xml;base64,AAAA'/>",
        "<image href='data:text/html,x'/>",
        "<style>@import 'x.css';</style>",
        "<style>@font-face{src:url( \"https://elsewhere.example/f\" )}</style>",
        "<style>a{b:u\\72l(//elsewhere.example)}</style>",
        "<style>a{b:image-set('https://elsewhere.example/x' 1x)}</style>",
        "<style>a{content:'/*'}a{b:url(//elsewhere.example)}a{content:'*/'}</style>",
        "<style>a{content:'url('}a{b:url(/&#9;/elsewhere.example)}</style>",
        "<style>a{b:url(\\\\\\\\elsewhere.example)}</style>",
        "<style>a{b:url(data:image/svg+xml,x)}</style>",
        "<style>a{b:url(data:image/png,x)}c{d:url(data:font/woff2,x)}</style>",
        "<style><![CDATA[a{b:url(https://elsewhere.example)}]]></style>",
        "<g style='fill:url(https://elsewhere.example#a)'/>",
        "<g fill='url(https://elsewhere.example#a)'/>",
        "<animate attributeName='xlink:href' to='#a'/>",
        "<set attributeName='onclick' to='x()'/>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>",
        "<x:iframe xmlns:x='http://www.w3.org/1999/xhtml'/>",
        "<g xml:base='https://elsewhere.example/'/>",
        "<?xml-stylesheet href='https://elsewhere.example/x.css'?>",
    ] {
        let problem = inspect("a.svg", &svg(inside)).expect_err(inside);
        assert!(matches!(problem, ImageProblem::UnsafeSvg(_)), "{inside}: {problem:?}");
        assert!(published("a.svg", &svg(inside)).is_err(), "{inside}");
    }
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>";
    assert!(matches!(inspect("a.svg", bomb.as_bytes()), Err(ImageProblem::UnsafeSvg(_))));
    assert!(matches!(inspect("a.svg", b"<svg>"), Err(ImageProblem::BrokenSvg(_))));
    assert!(matches!(inspect("a.svg", b"<html/>"), Err(ImageProblem::NotAnImage)));
}

#[test]
fn harmless_drawings_pass() {
    for inside in [
        "<linearGradient id='a'/><g fill='url(#a)' style='stroke:url(#a)'/>",
        "<use href='#a'/><use xlink:href='#a'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo//8='/>",
        "<style>.a{fill:red;background:url(data:image/png;base64,//8=)}</style>",
        "<text font-family='Once upon: a time'>https://example.org is only text</text>",
        "<title>On</title>",
    ] {
        assert_eq!(size("a.svg", &svg(inside)), (48, 32), "{inside}");
        assert_eq!(published("a.svg", &svg(inside)).expect(inside).as_ref(), svg(inside), "{inside}");
    }
    let old = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>";
    assert_eq!(size("a.svg", old.as_bytes()), (300, 150));
}

#[test]
fn the_size_of_a_drawing_follows_its_attributes_or_its_view_box() {
    for (attributes, expected) in [
        ("width='10mm' height='1in'", (38, 96)),
        ("viewBox='0 0 20 10'", (20, 10)),
        ("viewBox='0,0,20,10' width='100%'", (20, 10)),
        ("viewBox='0 0 20 10' width='40'", (40, 20)),
        ("viewBox='0 0 20 10' height='40px'", (80, 40)),
        ("width='nan' height='-1'", (300, 150)),
        ("width='99999999999' height='0.1'", (1_000_000, 1)),
    ] {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>");
        assert_eq!(size("a.svg", text.as_bytes()), expected, "{attributes}");
    }
}

#[test]
fn a_drawing_loses_what_its_program_notes_for_itself() {
    let text = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' \
        inkscape:export-filename='/home/SECRET/a.png'><!-- SECRET --><metadata><a>SECRET<!-- SECRET --></a></metadata>\
        <inkscape:view><g/></inkscape:view><g inkscape:label='SECRET' id='a'/></svg>";
    let clean = clean("a.svg", text.as_bytes());
    let clean = String::from_utf8(clean).expect("text");
    assert!(clean.ends_with("><g  id='a'/></svg>"), "{clean}");
}

#[test]
fn a_drawing_nested_a_hundred_thousand_deep_ends_the_reader_not_the_program() {
    let text =
        format!("<svg xmlns='http://www.w3.org/2000/svg'>{}{}</svg>", "<g>".repeat(100_000), "</g>".repeat(100_000));
    let _ = inspect("a.svg", text.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), format in 0..7_usize) {
        let heads: [&[u8]; 7] = [b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"\0\0\0\x18ftypavif", b"<svg ", b""];
        let bytes = [heads[format], &bytes].concat();
        for name in ["a.png", "a.svg"] {
            let _ = (inspect(name, &bytes), published(name, &bytes));
        }
    }

    #[test]
    fn no_damage_makes_it_panic_or_lets_a_comment_through(
        format in 0..6_usize,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = [jpeg(1), jpeg(6), png(1, true), webp(1).0, gif().0, avif(b"av01", 1)][format].clone();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = (inspect("a.jpg", &bytes), published("a.jpg", &bytes));
        bytes.truncate(cut.index(bytes.len()));
        let _ = (inspect("a.jpg", &bytes), published("a.jpg", &bytes));
    }
}
