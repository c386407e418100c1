//! Photos straight from a phone: published small, upright and without camera data; made once and kept.
#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test makes and changes sites")]

#[path = "bed/photo.rs"]
mod photo;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use homeroom::build::memo::Memo;
use homeroom::build::plan::plan;
use homeroom::build::{Assembled, Options, assemble};
use homeroom::day::Day;
use homeroom::diagnostic::show::{Form, show};
use homeroom::disk::asset::published;
use homeroom::disk::clean::clean;
use homeroom::disk::commit::{Commit, commit};
use homeroom::disk::error::Error;
use homeroom::disk::guard::Place;
use homeroom::disk::pictures::Pictures;
use homeroom::disk::scan::scan;
use homeroom::image::inspect;
use homeroom::model::assemble::{self as publish, Drafts, Future};
use homeroom::model::route::Edition;
use homeroom::output::{Content, Outputs, Passed};
use tempfile::TempDir;

struct Hub(TempDir);

impl Hub {
    /// A site with one page, which says `body`, and the file `name` beside it.
    fn new(body: &str, name: &str, bytes: &[u8]) -> Self {
        let hub = Self(tempfile::tempdir().expect("a folder"));
        hub.put("site.yaml", b"title: Hub\n");
        hub.put("content/us.md", format!("# Us\n\n{body}\n").as_bytes());
        hub.put(&format!("content/{name}"), bytes);
        hub
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("written");
    }

    fn assembled(&self) -> Assembled {
        let scanned = scan(self.0.path()).expect("a site");
        let today = Day::parse("2026-11-22").expect("a day");
        let publish = publish::Options { drafts: Drafts::Hold, future: Future::Hold, today, base_url: None };
        let options = Options { publish, edition: Edition::Web };
        assemble(scanned.tree, scanned.findings, &mut Memo::default(), &options)
    }

    fn outputs(&self) -> Outputs {
        let assembled = self.assembled();
        assert!(said(&assembled).lines().all(|line| !line.contains(" error[")), "{}", said(&assembled));
        plan(&assembled)
    }

    fn commit(&self, outputs: &Outputs, output: &str) -> Result<Commit, Error> {
        let output = self.at(output);
        commit(&Place { root: self.0.path(), output: &output, home: None }, outputs, &|| false)
    }

    /// Builds the site, and gives what of it is pictures.
    fn build(&self) -> BTreeMap<String, Vec<u8>> {
        self.commit(&self.outputs(), "public").expect("published");
        self.published("public")
    }

    fn published(&self, output: &str) -> BTreeMap<String, Vec<u8>> {
        let files = fs::read_dir(self.at(output)).expect("a folder").flatten().map(|file| file.path());
        let pictures = files.filter(|path| path.extension().is_some_and(|ending| ending != "txt" && ending != "json"));
        let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
        let files = pictures.filter(|path| path.is_file() && !name(path).ends_with(".html"));
        files.map(|path| (name(&path), fs::read(path).expect("read"))).collect()
    }

    fn page(&self) -> String {
        fs::read_to_string(self.at("public/us/index.html")).expect("the page")
    }

    /// What is kept, by path.
    fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let files = fs::read_dir(self.at(".homeroom-cache")).into_iter().flatten().flatten();
        let files = files.filter(|file| file.file_name() != ".gitignore");
        files.map(|file| (file.path(), fs::read(file.path()).expect("read"))).collect()
    }
}

fn said(assembled: &Assembled) -> String {
    show(&assembled.check(), Form::Short, &|path| assembled.text(path))
}

fn size(name: &str, bytes: &[u8]) -> (u32, u32) {
    let facts = inspect(name, bytes).unwrap_or_else(|problem| panic!("{name}: {problem:?}")).expect("an image");
    (facts.width, facts.height)
}

fn names(pictures: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    pictures.keys().map(String::as_str).collect()
}

/// A photo that is 1700 pixels wide and 900 high once it stands upright.
fn photo(light: u8) -> Vec<u8> {
    photo::lying(900, 1700, light)
}

/// A little one, 900 × 450 upright, which is published at three widths.
fn snapshot(light: u8) -> Vec<u8> {
    photo::lying(450, 900, light)
}

const SHOWN: &str = "![a ring of chairs](photo.jpg)";

#[test]
fn a_photo_from_a_phone_is_published_small_upright_and_without_camera_data() {
    let photo = photo(3);
    let hub = Hub::new(SHOWN, "photo.jpg", &photo);
    let pictures = hub.build();
    assert_eq!(names(&pictures), ["photo.1280w.jpg", "photo.480w.jpg", "photo.800w.jpg", "photo.jpg"]);
    for (name, expected) in [
        ("photo.480w.jpg", (480, 254)),
        ("photo.800w.jpg", (800, 424)),
        ("photo.1280w.jpg", (1280, 678)),
        ("photo.jpg", (1600, 847)),
    ] {
        let bytes = &pictures[name];
        assert_eq!(size(name, bytes), expected, "{name}");
        assert!(!bytes.windows(6).any(|six| six == b"SECRET" || &six[..4] == b"Exif"), "{name} tells of its camera");
        assert!(bytes.len() < photo.len(), "{name} has {} of {} bytes", bytes.len(), photo.len());
        let pixels = image::load_from_memory(bytes).expect("decoded").to_rgb8();
        let (top, bottom) = (pixels.get_pixel(9, 9), pixels.get_pixel(9, pixels.height() - 9));
        assert!(top[0] > 150 && bottom[2] > 150, "{name} does not stand upright: {top:?} {bottom:?}");
    }
    let expected = "<img src=\"../photo.jpg\" alt=\"a ring of chairs\" width=\"1600\" height=\"847\" \
        srcset=\"../photo.480w.jpg 480w, ../photo.800w.jpg 800w, ../photo.1280w.jpg 1280w, ../photo.jpg 1600w\" \
        sizes=\"(min-width: 44em) 39.4em, 100vw\" decoding=\"async\">";
    assert!(hub.page().contains(expected), "{}", hub.page());
}

#[test]
fn a_photo_that_the_site_passes_on_as_a_file_is_whole_at_its_own_address() {
    let photo = photo(3);
    for hub in [
        Hub::new(&format!("{SHOWN} [to print](photo.jpg)"), "photo.jpg", &photo),
        Hub::new("![a ring of chairs](/static/photo.jpg)", "static/photo.jpg", &photo),
    ] {
        let pictures = hub.build();
        assert_eq!(pictures.len(), 5, "{:?}", names(&pictures));
        assert_eq!(size("photo.jpg", &pictures["photo.jpg"]), (1700, 900));
        assert!(!pictures["photo.jpg"].windows(6).any(|six| six == b"SECRET"));
        assert!(hub.page().contains("<img src=\"../photo.1600w.jpg\""), "{}", hub.page());
    }
    let linked = Hub::new("[to print](photo.jpg)", "photo.jpg", &photo);
    assert_eq!(names(&linked.build()), ["photo.jpg"]);
}

#[test]
fn what_is_shared_is_a_file_that_is_published_with_the_size_it_has() {
    for (body, name) in [(SHOWN, "photo.jpg"), ("![a ring](photo.jpg) [to print](photo.jpg)", "photo.1600w.jpg")] {
        let hub = Hub::new(body, "photo.jpg", &photo(3));
        hub.put("site.yaml", b"title: Hub\nbase_url: https://hub.example/\n");
        let pictures = hub.build();
        assert_eq!(size(name, &pictures[name]), (1600, 847));
        let property = |name: &str, value: &str| format!("<meta property=\"og:image{name}\" content=\"{value}\">");
        let address = format!("https://hub.example/{name}");
        for property in [property("", &address), property(":width", "1600"), property(":height", "847")] {
            assert!(hub.page().contains(&property), "{property}\n{}", hub.page());
        }
    }
}

#[test]
fn small_pictures_and_those_that_would_not_shrink_are_passed_on_as_they_are() {
    let small = photo::plain(300, 200, 3);
    let hub = Hub::new(SHOWN, "photo.jpg", &small);
    assert_eq!(hub.build(), BTreeMap::from([("photo.jpg".to_owned(), small)]));
    assert!(!hub.page().contains("srcset"));
    assert!(!hub.at(".homeroom-cache").exists());
}

#[test]
fn what_was_made_once_is_made_no_more() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    let outputs = hub.outputs();
    hub.commit(&outputs, "public").expect("published");
    let (first, kept) = (hub.published("public"), hub.kept());
    assert_eq!(kept.len(), 3);
    let written = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified()).expect("a time");
    let times: Vec<_> = kept.keys().map(written).collect();
    // Where nothing is left of the source, nothing of it can be decoded.
    fs::remove_file(hub.at("content/photo.jpg")).expect("removed");
    fs::remove_dir_all(hub.at("public")).expect("removed");
    hub.commit(&outputs, "public").expect("published");
    assert!(first == hub.published("public") && kept == hub.kept());
    assert_eq!(times, kept.keys().map(written).collect::<Vec<_>>());
}

#[test]
fn an_entry_that_was_damaged_is_made_again() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    let (first, kept) = (hub.build(), hub.kept());
    for (number, (path, bytes)) in kept.iter().enumerate() {
        match number {
            0 => fs::write(path, &bytes[..bytes.len() / 2]).expect("cut short"),
            1 => fs::write(path, [&bytes[..bytes.len() - 1], b"?"].concat()).expect("damaged"),
            _ => {
                fs::remove_file(path).expect("removed");
                fs::create_dir(path).expect("a folder in its place");
            }
        }
    }
    fs::remove_dir_all(hub.at("public")).expect("removed");
    assert!(first == hub.build());
    fs::remove_dir_all(kept.keys().nth(2).expect("three")).expect("removed");
    fs::remove_dir_all(hub.at("public")).expect("removed");
    assert!(first == hub.build() && kept == hub.kept());
}

#[test]
fn where_nothing_can_be_kept_the_site_is_built_all_the_same() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    hub.put(".homeroom-cache", b"a file of somebody's");
    assert_eq!(hub.build().len(), 3);
    assert_eq!(fs::read(hub.at(".homeroom-cache")).expect("still there"), b"a file of somebody's");
}

#[test]
fn two_builds_at_once_give_what_one_gives() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    let outputs = hub.outputs();
    std::thread::scope(|scope| {
        for output in ["one", "two", "three"] {
            let (hub, outputs) = (&hub, &outputs);
            scope.spawn(move || hub.commit(outputs, output).expect("published"));
        }
    });
    let kept = hub.kept();
    assert_eq!(kept.len(), 3, "{:?}", kept.keys());
    assert!(hub.build() == hub.published("one") && hub.published("one") == hub.published("two"));
    assert!(hub.published("one") == hub.published("three") && kept == hub.kept());
}

#[test]
fn what_the_site_does_not_need_any_more_is_not_kept() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    hub.build();
    let before = hub.kept();
    hub.put("content/photo.jpg", &snapshot(4));
    hub.build();
    let after = hub.kept();
    assert_eq!(after.len(), 3);
    assert!(after.keys().all(|path| !before.contains_key(path)));
    hub.put("content/us.md", b"# Us\n");
    assert!(hub.build().is_empty());
    assert!(!hub.at(".homeroom-cache").exists(), "{:?}", hub.kept().keys());
}

#[test]
fn nothing_is_published_where_pictures_are_kept() {
    let hub = Hub::new(SHOWN, "photo.jpg", &photo::plain(300, 200, 3));
    for output in [".homeroom-cache", ".homeroom-cache/public"] {
        let error = hub.commit(&hub.outputs(), output).expect_err("it is refused");
        assert!(error.message.contains("where homeroom keeps pictures"), "{}", error.message);
    }
}

#[test]
fn cleaning_takes_away_what_was_kept() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    hub.build();
    let output = hub.at("public");
    clean(&Place { root: hub.0.path(), output: &output, home: None }, &|| false).expect("cleaned");
    assert!(!output.exists() && !hub.at(".homeroom-cache").exists());
    assert!(hub.at("content/photo.jpg").exists());
}

#[test]
fn a_picture_that_is_asked_for_alone_is_the_one_that_is_built() {
    let hub = Hub::new(SHOWN, "photo.jpg", &snapshot(3));
    let pictures = Pictures::of(&hub.0.path().canonicalize().expect("a folder"));
    let mut served = BTreeMap::new();
    for (path, output) in hub.outputs().iter().collect::<Vec<_>>().into_iter().rev() {
        let Content::Asset { source, digest, cut } = &output.content else { continue };
        match published(&pictures, source, *digest, *cut) {
            Ok(Some(Passed::Bytes(bytes))) => served.insert(path.to_string(), bytes),
            other => panic!("{path}: {other:?}"),
        };
    }
    assert_eq!(hub.kept().len(), 3);
    clean_cache(&hub);
    let built = hub.build();
    served.retain(|path, _| built.contains_key(path));
    assert!(served == built);
}

fn clean_cache(hub: &Hub) {
    fs::remove_dir_all(hub.at(".homeroom-cache")).expect("removed");
}

#[test]
fn what_is_wrong_with_an_image_is_told_where_a_page_shows_it() {
    let huge = {
        let mut bytes = photo::plain(40, 30, 0);
        let at = bytes.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame") + 5;
        bytes[at..at + 4].copy_from_slice(&[0x4E, 0x20, 0x4E, 0x20]);
        bytes
    };
    let whole = photo::plain(900, 600, 0);
    for (bytes, expected) in [
        (&b""[..], "this image is empty: the file has no bytes (copy or download the image again, or export it again)"),
        (b"<html>", "the file is named like an image, but does not hold one (open it in"),
        (&whole[..whole.len() / 2], "this image is incomplete: the file ends in the middle of the picture (copy or"),
        (&huge, "this picture has 20000 × 20000 pixels, more than a phone can show (export it smaller: 3000 pixels"),
    ] {
        let hub = Hub::new(&format!("Look: {SHOWN} and again {SHOWN}"), "photo.jpg", bytes);
        let said = said(&hub.assembled());
        let errors: Vec<&str> = said.lines().filter(|line| line.contains(": error[")).collect();
        assert_eq!(errors.len(), 1, "{said}");
        let told = format!("content/us.md:3:7: error[image]: {expected}");
        assert!(errors[0].starts_with(&told), "{told}\n{said}");
    }
}

#[test]
fn what_is_wrong_with_an_image_in_a_table_is_told_in_its_cell() {
    let hub = Hub::new("Words.", "photo.jpg", b"");
    let table = "id,title,body\na,Who?,\"Say \"\"hi\"\": ![a photo](../photo.jpg)\"\n";
    fs::create_dir_all(hub.at("content/prompts")).expect("a folder");
    fs::write(hub.at("content/prompts/all.csv"), table).expect("a table");
    let said = said(&hub.assembled());
    let told = "content/prompts/all.csv:2:21: error[image]: row 2, column \"body\": this image is empty";
    assert!(said.contains(told), "{told}\n{said}");
}

#[test]
fn a_picture_whose_pixels_are_damaged_is_named_once_and_nothing_is_published() {
    let mut bytes = Vec::new();
    let pixels =
        image::RgbImage::from_fn(900, 600, |x, y| image::Rgb([(x * y) as u8, (x ^ y) as u8, (x * 7 + y) as u8]));
    pixels.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Png).expect("encoded");
    let at = bytes.len() / 2;
    bytes[at..at + 400].fill(0xA5);
    let hub = Hub::new("![a chart](chart.png)", "chart.png", &bytes);
    let error = hub.commit(&hub.outputs(), "public").expect_err("it cannot be read");
    let assembled = hub.assembled();
    let findings = show(&assembled.placed(error.findings), Form::Short, &|path| assembled.text(path));
    assert!(findings.starts_with("content/us.md:3:1: error[image]: this picture is damaged"), "{findings}");
    assert_eq!(findings.lines().count(), 1, "{findings}");
    assert!(!hub.at("public").exists() && hub.kept().is_empty());
}
