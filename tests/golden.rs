//! Golden sites: `tests/golden/NAME/in` builds to `tests/golden/NAME/out`, byte for byte.
//!
//! What is said is `out/said.txt`; a site with errors has nothing else. They use a bare theme of their
//! own, so that the default theme may change its looks. `UPDATE=1 cargo test --test golden` writes them
//! anew.
#![expect(clippy::disallowed_methods, clippy::panic, reason = "a test makes and looks at files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let Ok(files) = std::fs::read_dir(&next) else { continue };
        for file in files {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).expect("bytes"));
            }
        }
    }
    found
}

fn built(site: &Path, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("site");
    let run = Command::new(env!("CARGO_BIN_EXE_homeroom"))
        .args(["build", "--today", "2026-11-22", "--format", "short", "--root"])
        .arg(site)
        .arg("-o")
        .arg(&output)
        .args(arguments)
        .output()
        .expect("it runs");
    let mut files = files(&output);
    files.remove(".homeroom.json");
    // What is drawn is held to its geometry and its text in the tests of cards, the program's own scripts to what they
    // do in the tests of the browser, and neither to its bytes.
    let is_drawn = |path: &str| {
        path.contains("cards/") && path.ends_with(".pdf")
            || path.ends_with("first-sheet.svg")
            || ["theme/stocks.css", "theme/places.css"].contains(&path)
    };
    let is_ours = |path: &str| {
        let script = path.strip_prefix("theme/").filter(|name| name.ends_with(".js"));
        script.is_some_and(|name| !site.join("themes/bare/static").join(name).exists())
    };
    let unseen = |path: &str| is_drawn(path) || is_ours(path);
    files.iter_mut().filter(|(path, _)| unseen(path)).for_each(|(_, bytes)| *bytes = b"the program's own\n".to_vec());
    let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    let said = said.replace(&*output.to_string_lossy(), "OUT");
    // How long it took is not part of what is always the same.
    let said: String = said.lines().map(|line| line.split(", in ").next().unwrap_or(line).to_owned() + "\n").collect();
    files.insert("said.txt".to_owned(), format!("{said}exit code {:?}\n", run.status.code()).into_bytes());
    files
}

fn compare(name: &str, site: &str, arguments: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let built = built(&root.join(site).join("in"), arguments);
    let golden: PathBuf = root.join(name).join("out");
    if std::env::var_os("UPDATE").is_some() {
        let _ = std::fs::remove_dir_all(&golden);
        for (path, bytes) in &built {
            let path = golden.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            std::fs::write(path, bytes).expect("a file");
        }
        return;
    }
    let expected = files(&golden);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&built), names(&expected), "{name}: other files");
    for (path, bytes) in &built {
        if *bytes != expected[path] {
            panic!("{name}/{path} differs:\n{}", String::from_utf8_lossy(bytes));
        }
    }
}

#[test]
fn a_school_with_a_bit_of_everything() {
    compare("school", "school", &[]);
}

#[test]
fn the_same_school_from_a_folder() {
    compare("school-offline", "school", &["--offline"]);
}

#[test]
fn components_become_charts_lists_and_links() {
    compare("components", "components", &[]);
}

#[test]
fn a_schools_own_logo_and_colors_are_on_every_page() {
    compare("brand", "brand", &[]);
}

#[test]
fn a_site_with_errors_renders_nothing() {
    compare("errors", "errors", &[]);
}

#[test]
fn folders_of_other_generators_are_read_without_harm() {
    compare("foreign", "foreign", &[]);
}

#[test]
fn a_school_in_several_languages() {
    compare("languages", "languages", &[]);
}

#[test]
fn feeds_calendars_and_the_heads_of_pages_tell_other_programs_what_there_is() {
    compare("feeds", "feeds", &[]);
}

#[test]
fn tables_of_every_dialect_are_pages_like_others() {
    compare("tables", "tables", &[]);
}
