//! Codes that a phone's camera reads (QR), error correction M.

use std::sync::Arc;

use fast_qr::{ECL, QRBuilder};

use crate::print::mark::Mark;

/// The blank modules around a code.
pub const QUIET: f32 = 4.0;

/// A code.
#[derive(Debug)]
pub struct Code {
    size: u8,
    /// Black modules that touch in a row: from the left, from the top, how many.
    runs: Arc<[(u8, u8, u8)]>,
}

impl Code {
    /// The code of `address`; `None` where it is too long for one.
    pub fn of(address: &str) -> Option<Self> {
        let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
        let size = u8::try_from(code.size).ok()?;
        let mut runs = Vec::new();
        for row in 0..size {
            let is_black = |column: u8| code[usize::from(row)][usize::from(column)].value();
            let mut column = 0;
            while column < size {
                let end = (column..size).find(|column| !is_black(*column)).unwrap_or(size);
                if end > column {
                    runs.push((column, row, end - column));
                }
                column = end.max(column + 1);
            }
        }
        Some(Self { size, runs: runs.into() })
    }

    /// How many modules stand side by side, without the blank ones around.
    pub fn modules(&self) -> f32 {
        f32::from(self.size)
    }

    /// The code with the top left at `at`, `side` wide.
    pub fn mark(&self, at: (f32, f32), side: f32) -> Mark {
        Mark::Code { at, module: side / self.modules(), runs: Arc::clone(&self.runs) }
    }

    /// The same as a path of SVG, where a module has the side 1.
    pub fn path(&self) -> String {
        path(&self.runs)
    }
}

/// Runs of modules as a path of SVG, where a module has the side 1.
pub fn path(runs: &[(u8, u8, u8)]) -> String {
    runs.iter().map(|(x, y, length)| format!("M{x} {y}h{length}v1h-{length}z")).collect()
}
