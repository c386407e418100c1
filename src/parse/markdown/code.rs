//! Code blocks: their language and what is too large to be coloured.

use super::languages::LANGUAGES;

/// A block of more bytes than this is shown without colours.
pub const BLOCK: usize = 64 * 1024;

/// A block with a line of more characters than this is shown without colours.
pub const LINE: usize = 2_000;

/// What colouring may cost for a block, as [`cost`] counts. A block of ordinary lines stays below it
/// up to [`BLOCK`] bytes; six lines of [`LINE`] do not.
const BLOCK_COST: usize = 24_000_000;

/// What it may cost for all blocks of a document. On hostile code this is a few seconds.
pub(super) const DOCUMENT_COST: usize = 60_000_000;

/// The language that a fence's info string names: its first word, lower case; `None` where there is
/// none, or it is not made of letters, digits and `-+#._`, or is longer than 32 bytes.
pub fn language(info: &str) -> Option<String> {
    let word = info.trim_start().split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | ':')).next()?;
    let is_safe = |c: char| c.is_alphanumeric() || "-+#._".contains(c);
    (!word.is_empty() && word.len() <= 32 && word.chars().all(is_safe)).then(|| word.to_lowercase())
}

/// The name of the grammar for `language`, as [`language`] gives it; empty for plain text, `None`
/// where we know none.
pub fn grammar(language: &str) -> Option<&'static str> {
    let at = LANGUAGES.binary_search_by_key(&language, |(name, _)| name).ok()?;
    Some(LANGUAGES[at].1)
}

/// The names of all languages that have a grammar, in their order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().filter(|(_, grammar)| !grammar.is_empty()).map(|(name, _)| *name)
}

/// What it costs to colour `code`; `None` where that is too much for any document.
///
/// The grammars' patterns look ahead, so a line costs about the square of its length.
pub(super) fn cost(code: &str) -> Option<usize> {
    if code.len() > BLOCK || code.lines().any(|line| line.len() > LINE && line.chars().count() > LINE) {
        return None;
    }
    let cost = code.lines().map(|line| line.len() * (line.len() + 80)).sum();
    (cost <= BLOCK_COST).then_some(cost)
}

/// Whether the fenced block `source` lacks its closing fence.
pub(super) fn is_unclosed(source: &str) -> bool {
    let Some(fence) = source.bytes().next() else { return false };
    let opening = source.bytes().take_while(|byte| *byte == fence).count();
    let Some((_, rest)) = source.split_once('\n') else { return true };
    let last = rest.trim_end().rsplit('\n').next().unwrap_or_default();
    let without_fence = last.trim_end_matches(char::from(fence));
    let closing = last.len() - without_fence.len();
    closing < opening || !without_fence.chars().all(|c| c.is_whitespace() || c == '>')
}
