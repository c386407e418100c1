//! Site → the index that the theme's `search.js` reads: pure functions, each of which gives one file's bytes.
//!
//! A site has an index for each of its languages, in files that are scripts, so that it works under any address, from
//! a folder, and under the strictest policy. What is loaded is little, as each file is small and most stay unread:
//!
//! - `search/en.js`, the **entry**: how large everything is, the facets, and what the interface says.
//! - `search/en/words/7.js`: the words that begin alike, with where they stand. Which file has a word follows from
//!   its first three letters ([`shape::Shape::shard`]), so a beginning of three letters or more is enough.
//!   Words of one stem stand together: whoever asks for one of them gets the others.
//! - `search/en/spelling.js`: every word, for what was mistyped.
//! - `search/en/cards/3.js`: titles, addresses and summaries of a few pages.
//! - `search/en/texts/guides/two-by-ten.js`: the text of a page, to show the words where they stand.
//!
//! 1. [`shape`] tells how many files there are, [`pieces`] of one page's text, from sizes that are known before
//!    anything is computed.
//! 2. [`pages`] tells what is found, and what it is made of; [`words`] cuts texts into words.
//! 3. [`postings`] turns them round: word → places. This goes on in portions, on all threads.
//! 4. [`facets`] sorts; [`stems`] tells which words are one; [`write`](mod@write) and
//!    [`texts`] give the files' bytes.
//!
//! All files but the texts belong together and tell the version that they are of: the digest of the whole. Where the
//! script meets another version, as a cache may give it, it begins anew.

pub mod digits;
pub mod facets;
pub mod names;
pub mod pages;
pub mod pieces;
pub mod postings;
pub mod script;
pub mod shape;
pub mod stems;
pub mod texts;
pub mod words;
pub mod write;

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::model::entry::EntryIndex;
use crate::model::site::Site;
use crate::model::vocabulary::VocabularyName;
use crate::portion;
pub use names::Names;
use postings::Portion;
use shape::Shape;
pub use write::Index;

/// The index of `shape`, in the words that `names` gives.
pub fn index(site: &Site, shape: &Shape, names: &Names<'_>) -> Index {
    let entries: Vec<EntryIndex> = pages::entries(site, &shape.language).map(|(at, _)| at).collect();
    // Names are looked up on this thread only, as the interface's words are not for several.
    let tags = |at: EntryIndex| {
        let entry = site.entry(at);
        let terms = entry.terms.get(&VocabularyName::Tags).into_iter().flatten();
        let tags = terms.map(|term| (names.term)(VocabularyName::Tags, *term));
        tags.chain([(names.text)(&["kind_", entry.kind().name()].concat())]).collect::<Vec<_>>()
    };
    let tagged: Vec<(EntryIndex, Vec<String>)> = entries.iter().map(|at| (*at, tags(*at))).collect();
    let chunks: Vec<&[(EntryIndex, Vec<String>)]> = tagged.chunks(4 * portion::MOST).collect();
    let portions = on_all_threads(&chunks, |chunk| {
        let mut portion = Portion::default();
        let mut cards = Vec::new();
        for (at, tags) in *chunk {
            let all = pages::found(site.entry(*at), tags.clone());
            all.iter().for_each(|found| portion.add(found));
            cards.extend(write::cards(site, *at, &all));
        }
        (portion.closed(), cards)
    });
    write::index(site, shape, names, portions)
}

/// What `make` gives for each of `all`, in their order.
///
/// The threads are new ones: whoever needs a file of the index waits for all of it, and a thread of rayon's that
/// waits takes up other work, which may need the index, too, and wait for itself.
fn on_all_threads<T: Sync, U: Send>(all: &[T], make: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        while let Some((at, one)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, all.get(at)?))) {
            made.push((at, make(one)));
        }
        made
    };
    let mut made: Vec<(usize, U)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (1..rayon::current_num_threads()).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = threads.into_iter().filter_map(|thread| thread.join().ok());
        own.into_iter().chain(others.flatten()).collect()
    });
    made.sort_unstable_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, made)| made).collect()
}
