//! The edge that touches files: everything that reads or writes the disk is below this module.
//!
//! Reading: [`scan::scan`] walks the site's folder and gives a tree of sources, findings for what
//! cannot be read, and the list of what was held back. [`rescan`] brings a scan up to date without
//! reading again what has not changed.
//!
//! Writing: [`commit::commit`] publishes outputs, and [`clean::clean`] takes them away again. In the
//! order in which a commit goes through them:
//!
//! 1. [`guard`]: is this folder one that may be written?
//! 2. `lock`: one build at a time; what a killed one left is finished or cleared away (`swap`).
//! 3. `produce`: every output's bytes are made and compared with the published file; those that
//!    differ are written beside it (`stage`). Where none differs, that is all. Pictures that are made
//!    smaller come from the `cache` where they were made before ([`pictures`]).
//! 4. `published`: what is in the folder now, and which of it is ours (`manifest`).
//! 5. `stage`: what has not changed is linked into the staged folder, what is not ours too, and all
//!    is verified.
//! 6. `swap`: the staged folder takes the place of the published one, in one step.
//!
//! Invariants: nothing of the published folder is ever written in place. Of the site's own folder nothing
//! is written but the cache. A link is never followed
//! out of the folder it stands in. No file of ours holds a time, a local path or a name of the
//! machine. No call waits for the disk to have stored what it was given: a process that is killed at
//! any moment leaves the old site or the new one, a computer that loses its power need not.

#![expect(clippy::disallowed_methods, reason = "this is the one module that touches files")]

pub mod asset;
pub mod clean;
pub mod codes;
pub mod commit;
pub mod create;
pub mod edit;
pub mod error;
pub mod export;
pub mod pictures;
pub mod program;
pub mod rescan;
pub mod scan;

mod cache;
pub mod guard;
mod kind;
mod lock;
mod manifest;
mod open;
mod produce;
mod published;
mod read;
mod remove;
mod stage;
mod swap;
mod text;
mod trace;
mod walk;
