//! A small site with all that can lie in an output, and the disk that fails under it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use homeroom::image;
use homeroom::image::sizes::Cut;
use tempfile::TempDir;

use crate::driver::{WIDTHS, publish};
use crate::tree;

/// Path → content; links as `→ goal`, empty folders as `""` with a final `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// What the disk does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    pub(crate) how: &'static str,
    /// Whether it can exchange two names.
    pub(crate) exchange: bool,
}

/// What there is before the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    Nothing,
    /// A site, with files of others among ours.
    Published,
    /// Nothing, and among what shall be published a file that is passed on in pieces.
    WithLargeFile,
    /// Nothing, and among what shall be published a picture that is made smaller.
    WithPicture,
    /// The same, made before: what was kept is there, the published site is not.
    WithPictureKept,
}

/// How a run went.
#[derive(Debug)]
pub(crate) struct Run {
    /// The call that failed; `None` where the run was over before it came.
    pub(crate) fault: Option<String>,
    /// The exit code; `None` where it was killed.
    pub(crate) code: Option<i32>,
    #[expect(dead_code, reason = "it is shown where a test fails")]
    said: String,
}

pub(crate) struct Bed {
    folder: TempDir,
    start: Start,
}

const LAST: &[(&str, &str)] =
    &[("a.md", "same"), ("b/index.md", "old"), ("gone/x.md", "gone"), ("gone/deep/y.md", "gone"), ("turn", "a file")];

const NEXT: &[(&str, &str)] = &[
    ("a.md", "same"),
    ("b/index.md", "new"),
    ("c/new.md", "new"),
    ("mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("turn/inner.md", "now a folder"),
];

const FOREIGN: &[(&str, &str)] =
    &[(".git/HEAD", "ref"), ("CNAME", "hub.example"), ("b/note.txt", "mine"), ("mine/deep/file", "mine")];

impl Bed {
    pub(crate) fn new(start: Start) -> Self {
        let bed = Self { folder: folder(), start };
        let template = template(start);
        copy(template.path(), bed.folder.path());
        bed
    }

    pub(crate) fn copy(&self) -> Self {
        let bed = Self { folder: folder(), start: self.start };
        copy(self.folder.path(), bed.folder.path());
        bed
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Publishes over a disk that fails at its call `at` on anything of the site.
    pub(crate) fn run(&self, fault: &Fault, at: u32) -> Run {
        self.driven(fault, at, &self.folder.path().to_string_lossy())
    }

    /// The same, where only calls on the output and what lies beside it count.
    pub(crate) fn run_beside(&self, fault: &Fault, at: u32) -> Run {
        let roots = format!("{}:{}", self.at("public").display(), self.at(".public.homeroom").display());
        self.driven(fault, at, &roots)
    }

    /// What is published now.
    pub(crate) fn published(&self) -> Files {
        let mut files = tree::of(&self.at("public"));
        files.remove(".homeroom.json");
        files
    }

    /// The site as it was before.
    pub(crate) fn last(&self) -> Files {
        match self.start {
            Start::Published => site(LAST, true),
            _ => Files::new(),
        }
    }

    /// The site as it shall be.
    pub(crate) fn next(&self) -> Files {
        let mut files = site(NEXT, self.start == Start::Published);
        if self.start == Start::WithLargeFile {
            files.insert("large.bin".to_owned(), large());
        }
        if matches!(self.start, Start::WithPicture | Start::WithPictureKept) {
            for (name, width) in WIDTHS {
                let made = image::decode(&picture()).and_then(|picture| picture.cut(Cut::Width(*width)));
                files.insert((*name).to_owned(), tree::text(made.expect("a sound picture")));
            }
        }
        files
    }

    /// That a run over a sound disk gives exactly the next site, and leaves nothing beside it.
    pub(crate) fn assert_repaired(&self, told: &str) {
        assert_eq!(publish(self.folder.path()), 0, "{told}");
        assert_eq!(self.published(), self.next(), "{told}");
        assert!(
            !self.at(".public.homeroom").exists(),
            "litter after {told}: {:#?}",
            tree::of(&self.at(".public.homeroom"))
        );
    }

    fn driven(&self, fault: &Fault, at: u32, roots: &str) -> Run {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command
            .args(["driver::driver", "--exact", "--nocapture", "--test-threads=1"])
            .env("LD_PRELOAD", library())
            .env("RAYON_NUM_THREADS", "1")
            .env("FAULT_SITE", self.folder.path())
            .env("FAULT_ROOTS", roots)
            .env("FAULT_HOW", fault.how)
            .env("FAULT_AT", at.to_string());
        if !fault.exchange {
            command.env("FAULT_NO_EXCHANGE", "1");
        }
        let output = command.output().expect("the driver");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let fault = said.lines().find_map(|line| line.strip_prefix("fault: ")).map(str::to_owned);
        Run { fault, code: output.status.code(), said }
    }
}

/// In memory where the system has a place for that.
fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
}

fn template(start: Start) -> &'static TempDir {
    static NOTHING: OnceLock<TempDir> = OnceLock::new();
    static PUBLISHED: OnceLock<TempDir> = OnceLock::new();
    static LARGE: OnceLock<TempDir> = OnceLock::new();
    static PICTURE: OnceLock<TempDir> = OnceLock::new();
    static KEPT: OnceLock<TempDir> = OnceLock::new();
    let made = |start| {
        let folder = folder();
        put(&folder.path().join("site.yaml"), "title: Hub\n");
        if start == Start::Published {
            write_all(&folder.path().join("content"), LAST);
            assert_eq!(publish(folder.path()), 0);
            fs::remove_dir_all(folder.path().join("content")).expect("removed");
            let public = folder.path().join("public");
            write_all(&public, FOREIGN);
            fs::create_dir(public.join("empty")).expect("a folder");
            symlink("../nowhere", public.join("b/link")).expect("a link");
        }
        write_all(&folder.path().join("content"), NEXT);
        if start == Start::WithLargeFile {
            put(&folder.path().join("content/large.bin"), &large());
        }
        if matches!(start, Start::WithPicture | Start::WithPictureKept) {
            fs::write(folder.path().join("content/photo.png"), picture()).expect("a picture");
        }
        if start == Start::WithPictureKept {
            assert_eq!(publish(folder.path()), 0);
            fs::remove_dir_all(folder.path().join("public")).expect("removed");
        }
        folder
    };
    match start {
        Start::Nothing => NOTHING.get_or_init(|| made(start)),
        Start::Published => PUBLISHED.get_or_init(|| made(start)),
        Start::WithLargeFile => LARGE.get_or_init(|| made(start)),
        Start::WithPicture => PICTURE.get_or_init(|| made(start)),
        Start::WithPictureKept => KEPT.get_or_init(|| made(start)),
    }
}

/// Pixels that are not alike.
fn picture() -> Vec<u8> {
    let pixels = ::image::RgbImage::from_fn(64, 32, |x, y| ::image::Rgb([x as u8 * 3, y as u8 * 7, (x ^ y) as u8]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, ::image::ImageFormat::Png).expect("encoded");
    bytes.into_inner()
}

fn large() -> String {
    "two by ten ".repeat(100_000)
}

fn site(content: &[(&str, &str)], foreign: bool) -> Files {
    let name = |path: &str| if path.ends_with(".md") { format!("{path}.html") } else { path.to_owned() };
    let mut files: Files = content.iter().map(|(path, text)| (name(path), (*text).to_owned())).collect();
    if foreign {
        files.extend(FOREIGN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        files.insert("empty/".to_owned(), String::new());
        files.insert("b/link".to_owned(), "→ ../nowhere".to_owned());
    }
    files
}

fn write_all(folder: &Path, files: &[(&str, &str)]) {
    files.iter().for_each(|(path, text)| put(&folder.join(path), text));
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, text).expect("a file");
}

pub(crate) fn library() -> &'static Path {
    static LIBRARY: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let library = folder.path().join("fail.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/fail.c");
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).arg("-ldl").status();
        assert!(built.expect("a C compiler").success());
        (folder, library)
    });
    path
}

fn copy(from: &Path, to: &Path) {
    for (path, text) in tree::of(from) {
        let target = to.join(path.trim_end_matches('/'));
        fs::create_dir_all(target.parent().expect("a parent")).expect("folders");
        match text.strip_prefix("→ ") {
            Some(goal) => symlink(goal, target).expect("a link"),
            None if text.starts_with("• ") => fs::write(target, bytes(&text)).expect("a file"),
            None if path.ends_with('/') => fs::create_dir(target).expect("a folder"),
            None => fs::write(target, text).expect("a file"),
        }
    }
}

/// What [`tree::text`] was made of.
fn bytes(text: &str) -> Vec<u8> {
    let letters = text.trim_start_matches("• ").as_bytes().chunks(2);
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("letters"), 16).expect("hexadecimal");
    letters.map(pair).collect()
}
