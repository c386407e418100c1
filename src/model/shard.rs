//! Which of several small files holds what is printed of a prompt: pages name it, and the plan makes it.

use crate::digest::Digest;
use crate::model::entry::Entry;
use crate::model::site::Site;

/// About how many entries of a site share a file.
const EACH: usize = 24;
/// The most files.
const MOST: usize = 256;

/// How many files there are.
pub fn shards(site: &Site) -> usize {
    (site.entries.len() / EACH).next_power_of_two().clamp(1, MOST)
}

/// The file of `entry`, from 0. Its translations share it.
pub fn shard(site: &Site, entry: &Entry) -> usize {
    let digest = Digest::of(entry.id.as_bytes()).short();
    usize::from_str_radix(&digest, 16).unwrap_or(0) % shards(site)
}
