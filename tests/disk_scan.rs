//! What reading a site's folder does with what lies in it.
#![expect(clippy::disallowed_methods, reason = "a test makes and looks at files")]

use std::fs;
use std::path::Path;

use homeroom::diagnostic::Diagnostic;
use homeroom::disk::error::Class;
use homeroom::disk::rescan::Empty;
use homeroom::disk::scan::{Scan, scan};
use homeroom::path::SitePath;
use homeroom::source::{Source, place};
use tempfile::TempDir;

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in [("site.yaml", &b"title: Hub\n"[..])].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(root: &Path) -> Scan {
    scan(root).expect("a site")
}

fn path(text: &str) -> SitePath {
    SitePath::new(text).expect("a path")
}

/// Each finding as `code: message`.
fn said(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.code.name, finding.message)).collect()
}

fn only(scan: &Scan) -> (&Diagnostic, String) {
    let said = said(&scan.findings);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(scan.findings[0].help.is_some(), "{said:?} has no help");
    (&scan.findings[0], said[0].clone())
}

#[test]
fn a_folder_without_a_configuration_is_no_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let error = scan(folder.path()).expect_err("no site");
    assert_eq!(error.class, Class::Usage);
    assert!(
        error.message.contains("site.yaml") && error.help.expect("a help").contains("homeroom init"),
        "{}",
        error.message
    );
    let error = scan(&folder.path().join("nowhere")).expect_err("no folder");
    assert_eq!(error.class, Class::Usage);
    fs::write(folder.path().join("site.yml"), "").expect("a file");
    assert!(scan(folder.path()).expect_err("no site").message.contains("site.yml"));
}

#[test]
fn pages_and_themes_are_texts_and_the_rest_are_assets() {
    let folder = site(&[
        ("content/guides/a.md", b"# A"),
        ("content/guides/a.pdf", b"%PDF"),
        ("content/static/readme.md", b"as it is"),
        ("content/b.csv", b"x,y"),
        ("themes/mine/page.html", b"<p>"),
        ("themes/mine/mark.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='20'/>"),
        ("themes/mine/letters.woff2", b"wOF2"),
        ("public/index.html", b"not read"),
        ("notes.txt", b"not read"),
    ]);
    let scan = read(folder.path());
    assert!(scan.findings.is_empty(), "{:?}", said(&scan.findings));
    let texts: Vec<&str> =
        scan.tree.iter().filter(|(_, s)| matches!(s, Source::Text(_))).map(|(path, _)| path.as_str()).collect();
    assert_eq!(texts, ["content/guides/a.md", "site.yaml", "themes/mine/mark.svg", "themes/mine/page.html"]);
    assert_eq!(scan.tree.len(), 8);
    let Some(Source::Asset(pdf)) = scan.tree.get(&path("content/guides/a.pdf")) else { panic!("no asset") };
    assert_eq!((pdf.length, &pdf.image), (4, &None));
}

#[test]
fn a_text_that_has_not_changed_is_shared_with_the_last_scan() {
    let folder = site(&[("content/a.md", b"same"), ("content/b.md", b"old")]);
    let first = read(folder.path());
    fs::write(folder.path().join("content/b.md"), "new").expect("a file");
    let mut second = first.clone();
    second.look_at_all(Empty::Take).expect("a site");
    let text = |scan: &Scan, at: &str| scan.tree.text(&path(at)).expect("a text").clone();
    assert!(std::sync::Arc::ptr_eq(&text(&first, "content/a.md"), &text(&second, "content/a.md")));
    assert_eq!(text(&second, "content/b.md").body, "new");
}

#[test]
fn a_byte_that_is_not_utf8_is_found_at_its_line_and_column() {
    let folder = site(&[("content/a.md", b"one\ntwo caf\xe9 and more\n"), ("content/b.md", b"fine")]);
    let scan = read(folder.path());
    let (finding, said) = only(&scan);
    assert!(said.starts_with("not-utf8: ") && said.contains("Windows-1252") && said.contains("\"é\""), "{said}");
    let location = finding.at.clone().expect("a place");
    let body = &scan.tree.text(&location.file).expect("a text").body;
    let at = place(body, location.span.expect("a span").start as usize);
    assert_eq!((at.line, at.column), (2, 8));
    assert!(scan.tree.get(&path("content/b.md")).is_some());
}

#[test]
fn a_table_of_another_encoding_is_answered_with_how_to_save_it() {
    for bytes in [&b"id,title\na,caf\xe9\n"[..], b"\xff\xfei\0d\0\n\0"] {
        let scan = read(site(&[("content/prompts/a.csv", bytes)]).path());
        let (finding, said) = only(&scan);
        let help = finding.help.as_deref().unwrap_or_default();
        assert!(said.starts_with("not-utf8: ") && help.contains("CSV UTF-8"), "{said}: {help}");
        assert!(scan.tree.text(&finding.at.clone().expect("a place").file).is_some());
    }
    // Elsewhere it is a file like any other.
    let scan = read(site(&[("content/a.csv", b"caf\xe9"), ("content/data/a.yaml", b"caf\xe9")]).path());
    assert!(scan.findings.is_empty() && scan.tree.text(&path("content/a.csv")).is_none());
}

#[test]
fn other_damaged_texts_are_named() {
    for (bytes, expected) in
        [(&b"\xff\xfe#\0 \0A\0"[..], "UTF-16"), (b"\x00\x01\x02\xff\xff\xff", "0xFF"), (b"a\0b", "nul-character")]
    {
        let folder = site(&[("content/a.md", bytes)]);
        let said = said(&read(folder.path()).findings).join("\n");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn files_over_the_caps_are_named_and_not_read() {
    let folder = site(&[]);
    for (name, length) in
        [("content/long.md", 5 * 1024 * 1024 + 1), ("content/film.mp4", 100_000_001), ("content/book.pdf", 25_000_001)]
    {
        fs::create_dir_all(folder.path().join("content")).expect("a folder");
        fs::File::create(folder.path().join(name)).expect("a file").set_len(length).expect("a length");
    }
    let scan = read(folder.path());
    let codes: Vec<&str> = scan.findings.iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["large-file", "file-too-large", "file-too-large"]);
    assert!(scan.tree.get(&path("content/film.mp4")).is_none());
    assert!(scan.tree.get(&path("content/book.pdf")).is_some());
}

#[test]
fn what_programs_leave_behind_is_held_back_with_a_reason() {
    let names = [
        ".hidden.md",
        ".git/config",
        "a.md~",
        "#a.md#",
        "a.md.bak",
        "a.orig",
        ".a.md.swp",
        "a.swo",
        "a.tmp",
        "~$a.docx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "a.markdown",
        "b.mdx",
        "B.MD",
    ];
    let paths: Vec<String> = names.iter().map(|name| format!("content/{name}")).collect();
    let files: Vec<(&str, &[u8])> = paths.iter().map(|path| (path.as_str(), &b"x"[..])).collect();
    let scan = read(site(&files).path());
    assert_eq!(scan.tree.len(), 1);
    assert!(scan.findings.is_empty(), "{:?}", said(&scan.findings));
    assert_eq!(scan.held_back.len(), names.len());
    assert!(scan.held_back.is_sorted());
    let markdown = scan.held_back.iter().find(|held| held.path.name() == "a.markdown").expect("held back");
    assert!(markdown.reason.contains(".md"));
}

#[test]
fn images_bring_their_size_and_their_problems() {
    let folder = site(&[
        ("content/a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 40'/>"),
        ("content/b.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("content/c.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("content/d.png", b""),
        ("themes/t/e.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ]);
    let scan = read(folder.path());
    let Some(Source::Asset(image)) = scan.tree.get(&path("content/a.svg")) else { panic!("no asset") };
    let facts = image.image.as_ref().expect("facts");
    assert_eq!((facts.width, facts.height), (30, 40));
    let codes: Vec<&str> = scan.findings.iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["unsafe-svg", "image", "image", "unsafe-svg"], "{:?}", said(&scan.findings));
}

#[test]
fn findings_come_in_the_same_order_on_any_number_of_threads() {
    let names: Vec<String> = (0..200).map(|n| format!("content/{n}.md")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"\xff"[..])).collect();
    let folder = site(&files);
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| said(&read(folder.path()).findings))
    };
    assert_eq!(run(1), run(8));
    assert_eq!(run(1).len(), 200);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_to_a_file_of_the_site_stands_for_it() {
        let folder = site(&[("content/a.md", b"text")]);
        symlink("a.md", folder.path().join("content/b.md")).expect("a link");
        let scan = read(folder.path());
        assert!(scan.findings.is_empty(), "{:?}", said(&scan.findings));
        assert_eq!(scan.tree.text(&path("content/b.md")).expect("a text").body, "text");
    }

    #[test]
    fn links_that_lead_elsewhere_are_named_and_not_followed() {
        let outside = tempfile::tempdir().expect("a folder");
        fs::write(outside.path().join("secret.md"), "secret").expect("a file");
        for (target, expected) in [
            (outside.path().join("secret.md"), "outside the site"),
            (outside.path().to_path_buf(), "outside the site"),
            ("../content".into(), "to a folder"),
            ("nowhere.md".into(), "to nothing"),
            ("link.md".into(), "back to itself"),
            ("../.env".into(), "never published"),
            ("../site.yaml".into(), "never published"),
        ] {
            let folder = site(&[("content/a.md", b"text"), (".env", b"secret")]);
            symlink(&target, folder.path().join("content/link.md")).expect("a link");
            let scan = read(folder.path());
            let (finding, said) = only(&scan);
            assert_eq!(finding.code.name, "link-refused");
            assert!(said.contains(expected), "{said}");
            assert_eq!(scan.tree.len(), 2);
        }
    }

    #[test]
    fn a_content_folder_that_is_a_link_is_named() {
        let folder = site(&[("elsewhere/a.md", b"text")]);
        symlink("elsewhere", folder.path().join("content")).expect("a link");
        let scan = read(folder.path());
        assert!(only(&scan).1.contains("\"content\" is a link"));
    }

    #[test]
    fn a_pipe_is_named_and_never_opened() {
        let folder = site(&[("content/a.md", b"text")]);
        let pipe = folder.path().join("content/pipe.md");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        let scan = read(folder.path());
        assert_eq!(only(&scan).0.code.name, "not-a-file");
        fs::remove_file(&pipe).expect("removed");
        let _listening = std::os::unix::net::UnixListener::bind(&pipe).expect("a socket");
        assert_eq!(only(&read(folder.path())).0.code.name, "not-a-file");
    }

    #[test]
    fn a_name_that_is_not_utf8_or_holds_a_backslash_is_named() {
        for name in [&b"caf\xe9.md"[..], b"a\\b.md"] {
            let folder = site(&[("content/a.md", b"text")]);
            fs::write(folder.path().join("content").join(std::ffi::OsStr::from_bytes(name)), "x").expect("a file");
            let scan = read(folder.path());
            let (finding, said) = only(&scan);
            assert_eq!(finding.code.name, "unusable-name", "{said}");
            assert!(!said.chars().any(char::is_control));
        }
    }
}
