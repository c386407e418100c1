//! The process that is made to fail: it reads a site and publishes it.

use std::path::Path;

use homeroom::diagnostic::count;
use homeroom::disk::commit::commit;
use homeroom::disk::guard::Place;
use homeroom::disk::scan::scan;
use homeroom::image::sizes::Cut;
use homeroom::output::{Output, Outputs};
use homeroom::path::OutputPath;
use homeroom::source::Source;

/// The files that the picture of a site is published as.
pub(crate) const WIDTHS: &[(&str, u32)] = &[("photo.png", 32), ("photo.8w.png", 8), ("photo.16w.png", 16)];

/// Runs where this test program was started as the driver, and does nothing in a test run.
#[test]
fn driver() {
    if let Some(root) = std::env::var_os("FAULT_SITE") {
        std::process::exit(publish(Path::new(&root)));
    }
}

/// Publishes the site at `root`: its texts under other names, its assets as they are. Gives the exit
/// code; what went wrong is said on standard error.
pub(crate) fn publish(root: &Path) -> i32 {
    let scan = match scan(root) {
        Ok(scan) => scan,
        Err(error) => return say(&error.message, 3),
    };
    if count(&scan.findings).0 > 0 {
        return say(&scan.findings[0].message, 1);
    }
    let mut outputs = Outputs::default();
    for (path, source) in scan.tree.iter() {
        let Some(name) = path.below("content") else { continue };
        let (name, output) = match source {
            Source::Text(text) => {
                let text = text.clone();
                (format!("{name}.html"), Output::made("a text", move || Ok(text.body.clone().into_bytes())))
            }
            Source::Asset(asset) if asset.image.is_some() && name.ends_with(".png") => {
                for (name, width) in WIDTHS {
                    let output = Output::picture(path, asset.digest, Cut::Width(*width));
                    outputs.insert(OutputPath::new(name).expect("a path"), output).expect("no collision");
                }
                continue;
            }
            Source::Asset(asset) => (name.to_owned(), Output::asset(path, asset.digest)),
        };
        outputs.insert(OutputPath::new(&name).expect("a path"), output).expect("no collision");
    }
    match commit(&Place { root, output: &root.join("public"), home: None }, &outputs, &|| false) {
        Ok(_) => 0,
        Err(error) => say(&error.message, 3),
    }
}

fn say(message: &str, code: i32) -> i32 {
    eprintln!("{message}");
    code
}
