//! The program itself, which is an input of every build: another one may make other pages.

use std::fs::File;

use crate::digest::Digest;

/// The digest of the running program's file; `None` where the system does not tell which it is.
#[expect(clippy::disallowed_methods, reason = "this is the edge that touches files")]
pub fn digest() -> Option<Digest> {
    let mut file = File::open(std::env::current_exe().ok()?).ok()?;
    Digest::of_reader(&mut file).ok().map(|(digest, _)| digest)
}
