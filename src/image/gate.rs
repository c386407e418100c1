//! The gate: how many pixels are decoded at one time, on however many threads.

use std::sync::{Condvar, Mutex, PoisonError};

use super::pixels::MOST_PIXELS;

/// Lets pictures through so that no more pixels are in memory than the largest picture has: 200 MB of a
/// photo's, and as much again while all of them are turned. A thread that has passed never waits for
/// another, so nobody waits for ever.
#[derive(Debug, Default)]
pub struct Gate {
    within: Mutex<u64>,
    left: Condvar,
}

/// The right to decode a picture, until it is dropped.
#[derive(Debug)]
pub struct Pass<'a> {
    gate: &'a Gate,
    pixels: u64,
}

impl Gate {
    /// Waits until a picture of `pixels` pixels can be decoded. One that is larger than the gate is let
    /// through alone.
    pub fn pass(&self, pixels: u64) -> Pass<'_> {
        let pixels = pixels.min(MOST_PIXELS);
        let within = self.within.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |within: &mut u64| *within + pixels > MOST_PIXELS;
        let mut within = self.left.wait_while(within, is_full).unwrap_or_else(PoisonError::into_inner);
        *within += pixels;
        Pass { gate: self, pixels }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        *self.gate.within.lock().unwrap_or_else(PoisonError::into_inner) -= self.pixels;
        self.gate.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn never_is_more_decoded_than_the_gate_is_wide() {
        let (gate, within, most) = (Gate::default(), AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for pixels in [50_000_000, 12_000_000, 12_000_000, 64_000_000, 900_000_000, 1, 30_000_000, 40_000_000] {
                let (gate, within, most) = (&gate, &within, &most);
                scope.spawn(move || {
                    for _ in 0..20 {
                        let pass = gate.pass(pixels);
                        let now = within.fetch_add(pass.pixels, Ordering::SeqCst) + pass.pixels;
                        most.fetch_max(now, Ordering::SeqCst);
                        std::thread::yield_now();
                        within.fetch_sub(pass.pixels, Ordering::SeqCst);
                    }
                });
            }
        });
        assert!((50_000_000..=MOST_PIXELS).contains(&most.into_inner()));
        assert_eq!(*gate.within.lock().expect("nobody fell"), 0);
    }
}
