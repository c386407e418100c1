//! The body of a document: Markdown → facts.
//!
//! 1. [`depth`]: text that nests too deep to be read is not read.
//! 2. [`read`]: the parser's events become pieces; raw HTML and bare addresses are settled.
//! 3. `collect`: the pieces become facts.
//! 4. `source`: what stands in the text and means something elsewhere is noticed.
//! 5. [`ids`]: the headings get their anchors.
//!
//! The page is made from the same pieces, so the facts and the page cannot disagree.

mod autolink;
mod bare;
pub mod code;
mod collect;
mod definitions;
pub mod depth;
mod fences;
pub mod footnotes;
mod html;
pub mod ids;
mod languages;
mod open;
pub mod prose;
pub mod raw;
pub mod read;
mod source;

use super::facts::{Facts, Form, Remark, RemarkKind};
use crate::source::Span;

/// How many remarks are kept. A reader of findings has given up long before.
const REMARKS: usize = 1_000;

/// The facts of `body` in `text`.
pub fn facts(text: &str, body: Span) -> Facts {
    let source = &text[body.range()];
    let mut facts = match depth::too_deep(source) {
        Some(line) => plain(Span::new(line.start, line.end).moved(body.range().start)),
        None => collect::collect(text, body).unwrap_or_else(plain),
    };
    facts.remarks.sort_by_key(|remark| remark.span);
    facts.remarks.truncate(REMARKS);
    facts
}

/// The facts of a body that is shown as plain text because it nests too deep at `span`.
fn plain(span: Span) -> Facts {
    Facts { remarks: vec![Remark { kind: RemarkKind::TooDeep, span }], form: Form::Plain, ..Facts::default() }
}
