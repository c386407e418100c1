//! Codes that a phone's camera reads (QR), error correction M.

use fast_qr::{ECL, QRBuilder};

use crate::print::mark::{Mark, Piece, rectangle};

/// The blank modules around a code.
pub const QUIET: f32 = 4.0;

/// A code: rows of modules, black or not.
#[derive(Debug)]
pub struct Code {
    rows: Vec<Vec<bool>>,
}

impl Code {
    /// The code of `address`; `None` where it is too long for one.
    pub fn of(address: &str) -> Option<Self> {
        let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
        let rows = (0..code.size).map(|row| (0..code.size).map(|column| code[row][column].value()).collect());
        Some(Self { rows: rows.collect() })
    }

    /// How many modules stand side by side, without the blank ones around.
    #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 modules")]
    pub fn modules(&self) -> f32 {
        self.rows.len() as f32
    }

    /// The black modules of the code, `side` wide, with the top left at `x`, `y`: those of a row that touch are one.
    #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 modules")]
    pub fn mark(&self, (x, y): (f32, f32), side: f32) -> Mark {
        let module = side / self.modules();
        let mut pieces: Vec<Piece> = Vec::new();
        for (row, modules) in self.rows.iter().enumerate() {
            let mut column = 0;
            while column < modules.len() {
                let length = modules[column..].iter().take_while(|is_black| **is_black).count();
                if length > 0 {
                    let at = (x + column as f32 * module, y + row as f32 * module);
                    pieces.extend(rectangle(at.0, at.1, length as f32 * module, module));
                }
                column += length.max(1);
            }
        }
        Mark::Shape { pieces, outline: None }
    }
}
