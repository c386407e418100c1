//! The bare floor of the benchmark: what any generator must do at least.
//!
//! 1. List every `.md` file below a folder.
//! 2. In parallel, read each, turn its Markdown into HTML, and write `NAME/index.html`.
//!
//! There is no front matter, template, link, listing or check: the seconds it prints are those that reading,
//! parsing and writing cost by themselves, and a generator is measured by how many times that it needs.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(content), Some(output)) = (arguments.next(), arguments.next()) else {
        return Err("usage: floor CONTENT OUTPUT".into());
    };
    let start = Instant::now();
    let sources = markdown_below(&content)?;
    sources.par_iter().try_for_each(|source| publish(source, &content, &output))?;
    writeln!(io::stdout(), "{:.4}", start.elapsed().as_secs_f64())?;
    Ok(())
}

fn markdown_below(folder: &Path) -> Result<Vec<PathBuf>, walkdir::Error> {
    let entries = WalkDir::new(folder).into_iter();
    let paths = entries.map(|entry| entry.map(walkdir::DirEntry::into_path));
    paths.filter(|path| path.as_ref().map_or(true, |path| path.extension() == Some(OsStr::new("md")))).collect()
}

fn publish(source: &Path, content: &Path, output: &Path) -> io::Result<()> {
    let text = fs::read_to_string(source)?;
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, Parser::new_ext(&text, extensions()));
    let folder = output.join(source.strip_prefix(content).map_err(io::Error::other)?).with_extension("");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), page)
}

/// The extensions that a hub's pages use; front matter is only recognised so that it is not taken for text.
fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}
