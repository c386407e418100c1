//! The clock of the measurements.

use std::sync::LazyLock;
use std::time::Instant;

/// Wall and processor milliseconds since some moment; the latter are 0 where the system does not tell.
pub fn now() -> (f64, f64) {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let wall = BEGIN.elapsed().as_secs_f64() * 1000.0;
    #[cfg(target_os = "linux")]
    let cpu = {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
        time.tv_sec as f64 * 1000.0 + time.tv_nsec as f64 / 1e6
    };
    #[cfg(not(target_os = "linux"))]
    let cpu = 0.0;
    (wall, cpu)
}
