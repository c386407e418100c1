//! How large the portions are into which long lists are cut for the threads.
//!
//! What a thread has begun, rayon does not divide any more. Without a limit the last thread works alone
//! on a quarter of everything, while the others wait.

/// The most that a thread takes at once: some milliseconds of rendering.
pub const MOST: usize = 64;
