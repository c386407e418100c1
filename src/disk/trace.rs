//! Traces: what tells, without reading it, that a file is as it was when it was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// How old a file must be before its times tell anything: within this time it may have been written
/// twice and have the times of the first.
const SETTLED: Duration = Duration::from_secs(2);

/// Device and number of a file (0 where the system has none), length, and the times of its last changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trace {
    file: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
    changed: Option<SystemTime>,
}

impl Trace {
    /// The trace that a file leaves.
    pub(super) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let (file, changed) = {
            use std::os::unix::fs::MetadataExt;
            let seconds = Duration::from_secs(metadata.ctime().try_into().unwrap_or_default());
            let since = seconds + Duration::from_nanos(metadata.ctime_nsec().try_into().unwrap_or_default());
            ((metadata.dev(), metadata.ino()), SystemTime::UNIX_EPOCH.checked_add(since))
        };
        #[cfg(not(unix))]
        let (file, changed) = ((0, 0), metadata.created().ok());
        Self { file, length: metadata.len(), modified: metadata.modified().ok(), changed }
    }

    /// The same, where it can be relied upon later: all times lay some way back when the file was read.
    pub(super) fn settled(self) -> Option<Self> {
        let limit = SystemTime::now().checked_sub(SETTLED)?;
        let lies_back = |time: Option<SystemTime>| time.is_some_and(|time| time < limit);
        (lies_back(self.modified) && lies_back(self.changed)).then_some(self)
    }
}
