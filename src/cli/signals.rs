//! Signals: somebody asks us to stop.

use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The signal that came, or 0.
static CAME: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);

/// Begins to listen. The first signal is remembered, so that nothing half done stays behind; a
/// second one ends the process at once.
#[cfg(unix)]
pub fn listen() {
    use signal_hook::consts::{SIGINT, SIGTERM};
    for signal in [SIGINT, SIGTERM] {
        let Ok(number) = usize::try_from(signal) else { continue };
        let second = Arc::new(std::sync::atomic::AtomicBool::new(false));
        // Without handlers the process ends at once, which is safe as well.
        let _ = signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&second));
        let _ = signal_hook::flag::register(signal, second);
        let _ = signal_hook::flag::register_usize(signal, Arc::clone(&CAME), number);
    }
}

/// From now on a signal ends the process at once: there is nothing that could stay behind half done.
#[cfg(unix)]
pub fn end_at_once() {
    use signal_hook::consts::{SIGINT, SIGTERM};
    for signal in [SIGINT, SIGTERM] {
        let always = Arc::new(std::sync::atomic::AtomicBool::new(true));
        // Without a handler the process ends at once as well.
        let _ = signal_hook::flag::register_conditional_shutdown(signal, 128 + signal, always);
    }
}

/// Elsewhere it does so by itself.
#[cfg(not(unix))]
pub fn end_at_once() {}

/// Elsewhere an interrupted process ends at once; the next build clears away what it left.
#[cfg(not(unix))]
pub fn listen() {}

/// Whether somebody asked us to stop.
pub fn came() -> bool {
    CAME.load(Ordering::Relaxed) != 0
}

/// The exit code for the signal that came: 128 and its number.
pub fn code() -> u8 {
    u8::try_from(128 + CAME.load(Ordering::Relaxed)).unwrap_or(130)
}
