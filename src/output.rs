//! What a build makes: path → what makes it, and its bytes when somebody asks.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::image::sizes::Cut;
use crate::path::{OutputPath, SitePath, folded};

/// Every output of a site by its path; no two of them may claim one path.
#[derive(Clone, Default)]
pub struct Outputs {
    outputs: BTreeMap<OutputPath, Output>,
    /// The paths by what some file system takes them for, once somebody adds an output.
    folded: Option<BTreeMap<String, OutputPath>>,
    made_of: Option<Digest>,
    ahead: Vec<Ahead>,
}

/// Work that many outputs wait for.
pub type Ahead = Arc<dyn Fn() + Send + Sync>;

/// One file to be published.
#[derive(Clone)]
pub struct Output {
    /// Who makes it, for messages: `content/guides/x.md`, `the listing of the tag "trust"`.
    pub maker: String,
    /// Where its bytes come from.
    pub content: Content,
}

/// Where the bytes of an output come from.
#[derive(Clone)]
pub enum Content {
    /// A pure function computes them.
    Made(Make),
    /// A file of the site is passed on, after [`crate::image::published`] has cleaned it.
    Asset {
        /// The file.
        source: SitePath,
        /// The digest it had when the site was read.
        digest: Digest,
        /// How the pixels of a picture are written anew; `None` where they, or a file that is none, are
        /// passed on as they are.
        cut: Option<Cut>,
    },
}

/// What a file that is passed on holds, as it is published.
#[derive(Debug)]
pub enum Passed {
    /// These bytes.
    Bytes(Vec<u8>),
    /// All that an open file holds, and its length in bytes: it is large, and needs no cleaning.
    File(std::fs::File, u64),
}

/// A pure function that gives an output's bytes, the same ones every time.
pub type Make = Arc<dyn Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// Two makers that claim one path, or paths that some file system takes for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collision {
    /// The path that the first maker has.
    pub path: OutputPath,
    /// The maker that was there first.
    pub first: String,
    /// The maker that came second.
    pub second: String,
}

impl Outputs {
    /// These outputs. Where several have one path the first stays: whoever puts them together has looked
    /// whether some file system takes two paths for one.
    pub fn of(mut outputs: Vec<(OutputPath, Output)>) -> Self {
        outputs.sort_by(|(one, _), (other, _)| one.cmp(other));
        outputs.dedup_by(|(later, _), (first, _)| later == first);
        Self { outputs: outputs.into_iter().collect(), ..Self::default() }
    }

    /// Adds an output.
    ///
    /// # Errors
    /// A [`Collision`] where another output has the path, or one that differs by letter case or the
    /// composition of accents only, or where one path would be a folder of the other.
    pub fn insert(&mut self, path: OutputPath, output: Output) -> Result<(), Collision> {
        let key = folded(path.as_str());
        let all = || self.outputs.keys().map(|path| (folded(path.as_str()), path.clone())).collect();
        let folded = self.folded.get_or_insert_with(all);
        if let Some(taken) = taken(folded, &key) {
            let first = self.outputs.get(taken).map(|output| output.maker.clone()).unwrap_or_default();
            return Err(Collision { path: taken.clone(), first, second: output.maker });
        }
        folded.insert(key, path.clone());
        self.outputs.insert(path, output);
        Ok(())
    }

    /// The same outputs, which follow from what has the digest `inputs` and from nothing else: where it
    /// is the same, so are all their bytes.
    pub fn made_of(mut self, inputs: Digest) -> Self {
        self.made_of = Some(inputs);
        self
    }

    /// The digest of what the outputs follow from; `None` where nobody gave it.
    pub fn inputs(&self) -> Option<Digest> {
        self.made_of
    }

    /// The same outputs; whoever makes all of them begins with `ahead`, beside everything else.
    pub fn after(mut self, ahead: Vec<Ahead>) -> Self {
        self.ahead = ahead;
        self
    }

    /// The work that is best begun before all other, when all outputs are made.
    pub fn ahead(&self) -> &[Ahead] {
        &self.ahead
    }

    /// The output at `path`.
    pub fn get(&self, path: &OutputPath) -> Option<&Output> {
        self.outputs.get(path)
    }

    /// All outputs in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutputPath, &Output)> {
        self.outputs.iter()
    }

    /// The number of outputs.
    pub fn len(&self) -> usize {
        self.outputs.len()
    }

    /// Whether there is no output.
    pub fn is_empty(&self) -> bool {
        self.outputs.is_empty()
    }
}

/// The path among `folded` that some file system takes for `key`, or for a folder of it or in it.
fn taken<'a>(folded: &'a BTreeMap<String, OutputPath>, key: &str) -> Option<&'a OutputPath> {
    let as_file = folded.get(key);
    let as_folder = || {
        let below = format!("{key}/");
        let next = folded.range(below.clone()..).next();
        next.filter(|(other, _)| other.starts_with(&below)).map(|(_, path)| path)
    };
    let within = || key.match_indices('/').find_map(|(at, _)| folded.get(&key[..at]));
    as_file.or_else(as_folder).or_else(within)
}

impl Output {
    /// An output that `make` computes for `maker`.
    pub fn made(
        maker: impl Into<String>,
        make: impl Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync + 'static,
    ) -> Self {
        Self { maker: maker.into(), content: Content::Made(Arc::new(make)) }
    }

    /// The file `source`, passed on.
    pub fn asset(source: &SitePath, digest: Digest) -> Self {
        Self { maker: source.to_string(), content: Content::Asset { source: source.clone(), digest, cut: None } }
    }

    /// The picture `source` with its pixels written anew.
    pub fn picture(source: &SitePath, digest: Digest, cut: Cut) -> Self {
        let content = Content::Asset { source: source.clone(), digest, cut: Some(cut) };
        Self { maker: source.to_string(), content }
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Output").field("maker", &self.maker).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(outputs: &mut Outputs, path: &str, maker: &str) -> Result<(), Collision> {
        outputs.insert(OutputPath::new(path).expect("a path"), Output::made(maker, || Ok(Vec::new())))
    }

    #[test]
    fn a_second_maker_of_a_path_is_refused_by_name() {
        let mut outputs = Outputs::default();
        assert_eq!(claim(&mut outputs, "guides/index.html", "first"), Ok(()));
        for path in ["guides/index.html", "Guides/INDEX.html", "guides", "guides/index.html/more"] {
            let collision = claim(&mut outputs, path, "second").expect_err(path);
            assert_eq!((collision.first.as_str(), collision.second.as_str()), ("first", "second"));
        }
        assert_eq!(claim(&mut outputs, "guides-more", "third"), Ok(()));
        assert_eq!(claim(&mut outputs, "e\u{301}", "composed"), Ok(()));
        assert!(claim(&mut outputs, "\u{e9}", "precomposed").is_err());
    }
}
