//! Pictures whose pixels are written anew: each is decoded once for all its sizes, no more of them at one
//! time than memory bears, and what was made is kept.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::cache::Cache;
use crate::digest::Digest;
use crate::image::gate::Gate;
use crate::image::problem::ImageProblem;
use crate::image::sizes::Cut;
use crate::image::{self, RECIPE};
use crate::output::{Content, Outputs};

/// All that is needed to make a site's pictures. Threads share one, as it bounds what they do together.
#[derive(Debug)]
pub struct Pictures {
    /// The site's folder.
    pub(super) root: PathBuf,
    cache: Cache,
    gate: Gate,
}

impl Pictures {
    /// The pictures of the site in the folder `root`, which is canonical.
    pub fn of(root: &Path) -> Self {
        Self { root: root.to_owned(), cache: Cache::of(root), gate: Gate::default() }
    }

    /// What was kept of the picture with the digest `source` as `cut` says.
    pub(super) fn kept(&self, source: Digest, cut: Cut) -> Option<Vec<u8>> {
        self.cache.read(key(source, cut))
    }

    /// Decodes the picture `bytes`, which has the digest `source`, and hands what it is as each of `cuts`,
    /// in their order, to `take`; stops where that says so.
    ///
    /// # Errors
    /// What keeps the picture from being read or written.
    pub(super) fn make<E>(
        &self,
        source: Digest,
        bytes: &[u8],
        cuts: impl IntoIterator<Item = Cut>,
        mut take: impl FnMut(Vec<u8>) -> Result<(), E>,
    ) -> Result<Result<(), E>, ImageProblem> {
        let _pass = self.gate.pass(image::pixel_count(bytes)?);
        let picture = image::decode(bytes)?;
        for cut in cuts {
            let made = picture.cut(cut)?;
            self.cache.write(key(source, cut), &made);
            if let Err(stopped) = take(made) {
                return Ok(Err(stopped));
            }
        }
        Ok(Ok(()))
    }

    /// Forgets what `outputs` do not need.
    pub(super) fn keep_only(&self, outputs: &Outputs) {
        let used = outputs.iter().filter_map(|(_, output)| match output.content {
            Content::Asset { digest, cut: Some(cut), .. } => Some(key(digest, cut)),
            Content::Asset { .. } | Content::Made(_) => None,
        });
        self.cache.keep(&used.collect());
    }

    /// Forgets all.
    pub(super) fn forget(&self) {
        self.cache.keep(&BTreeSet::new());
    }
}

/// The name of what the picture with the digest `source` is as `cut` says: everything that its bytes
/// follow from.
fn key(source: Digest, cut: Cut) -> Digest {
    Digest::of(format!("homeroom picture {RECIPE} {source} {cut:?}").as_bytes())
}
