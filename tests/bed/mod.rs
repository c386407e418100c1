//! A site in a folder of its own, published into `public` beside its content.

pub(crate) mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use homeroom::disk::clean::{Clean, clean};
use homeroom::disk::commit::{Commit, commit};
use homeroom::disk::error::Error;
use homeroom::disk::guard::Place;
use homeroom::output::{Output, Outputs};
use homeroom::path::OutputPath;
use tempfile::TempDir;

pub(crate) struct Bed {
    pub(crate) folder: TempDir,
}

impl Bed {
    pub(crate) fn new() -> Self {
        let bed = Self { folder: tempfile::tempdir().expect("a folder") };
        bed.put("site.yaml", "title: Hub\n");
        bed.put("content/a.md", "# A");
        bed
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn put(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    pub(crate) fn commit(&self, files: &[(&str, &str)]) -> Result<Commit, Error> {
        self.commit_to("public", &outputs(files))
    }

    pub(crate) fn commit_to(&self, output: &str, outputs: &Outputs) -> Result<Commit, Error> {
        let output = self.at(output);
        commit(&Place { root: self.root(), output: &output, home: None }, outputs, &|| false)
    }

    pub(crate) fn clean(&self) -> Result<Clean, Error> {
        let output = self.at("public");
        clean(&Place { root: self.root(), output: &output, home: None }, &|| false)
    }

    /// Everything below `public` but the manifest, as path → content; links as `→ goal`, empty
    /// folders as `""` with a final `/`.
    pub(crate) fn published(&self) -> BTreeMap<String, String> {
        let mut found = tree::of(&self.at("public"));
        found.remove(".homeroom.json");
        found
    }

    /// That nothing of ours lies beside the output.
    pub(crate) fn assert_tidy(&self) {
        let names: Vec<_> = fs::read_dir(self.root())
            .expect("the site")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".homeroom"))
            .collect();
        assert!(names.is_empty(), "{names:?} was left");
    }
}

pub(crate) fn outputs(files: &[(&str, &str)]) -> Outputs {
    let mut outputs = Outputs::default();
    for (path, text) in files {
        let bytes = text.as_bytes().to_vec();
        let path = OutputPath::new(path).expect("a path");
        outputs.insert(path, Output::made("a test", move || Ok(bytes.clone()))).expect("no collision");
    }
    outputs
}

pub(crate) fn pairs(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}
