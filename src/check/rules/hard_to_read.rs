//! Guides and prompts can be read between two lessons.

use crate::check::rule::{Around, Look, Rule};
use crate::diagnostic::Diagnostic;
use crate::model::collections::Kind;
use crate::model::config::CheckLevel;
use crate::model::entry::Entry;
use crate::model::reading::{self, Longest};
use crate::parse::value::shortened;

crate::codes! {
    /// An English guide or prompt is harder to read than grade 10.
    ///
    /// The grade is the Flesch–Kincaid grade level of all its words: long sentences and long words raise
    /// it. Split the sentence that is named, then the next longest; put short words for long ones.
    /// `homeroom list guide` shows the grade of each.
    ///
    /// The formula counts and does not understand, it knows English only, and counting takes time on a
    /// large site. So a site asks for it.
    HARD_TO_READ = "hard-to-read", Warning, Asked;
}

/// The highest grade that is no finding.
const HARDEST: f64 = 10.0;

/// The rule.
pub static RULE: Rule = Rule { codes: CODES, look: Look::Entry(look) };

fn look(around: &Around<'_>, entry: &Entry) -> Vec<Diagnostic> {
    let level = around.settings.config.checks.get(HARD_TO_READ.name);
    let is_asked = level.is_some_and(|level| *level != CheckLevel::Off);
    if !is_asked || !matches!(entry.kind(), Kind::Guide | Kind::Prompt) {
        return Vec::new();
    }
    let Some(grade) = reading::grade(entry).filter(|grade| *grade > HARDEST) else { return Vec::new() };
    let Some(Longest { words, text, at }) = reading::longest(entry) else { return Vec::new() };
    let kind = entry.kind().name_of(1);
    let said = format!(
        "this {kind} reads at grade {grade:.1}; its longest sentence has {words} words: \"{}\"",
        shortened(&text)
    );
    let mut finding = Diagnostic::new(&HARD_TO_READ, said);
    finding.at = Some(at);
    vec![finding.help(format!("split this sentence, and say it in shorter words; grade {HARDEST} or lower is fine"))]
}
