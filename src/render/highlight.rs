//! Colours for code: short classes, so that a page does not grow tenfold by them.

use std::sync::LazyLock;

use syntect::dumps::from_uncompressed_data;
use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxSet};

use crate::parse::markdown::code;

/// How many scopes may be open at once. Each of them makes every further step dearer; code that
/// people write has about thirty.
const DEPTH: usize = 200;

/// The grammars. Loading them takes half a millisecond, once.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// The grammars for code in ASCII; the build script `grammars.rs` says why and makes them.
static ASCII_GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(|| {
    from_uncompressed_data(include_bytes!(concat!(env!("OUT_DIR"), "/ascii.packdump")))
        .expect("the build script wrote what is read here")
});

/// Which class a scope gets, by the first of these that it begins with; an empty class is none.
static CLASSES: LazyLock<Vec<(Scope, &'static str)>> =
    LazyLock::new(|| NAMES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect());

/// c comment, s string, e escape, n number or constant, o operator, k keyword, f function, t type or
/// tag, a attribute, v variable of the language or parameter, h heading, i inserted, d deleted.
const NAMES: [(&str, &str); 33] = [
    ("comment", "c"),
    ("constant.character.escape", "e"),
    ("string", "s"),
    ("constant", "n"),
    ("support.constant", "n"),
    ("keyword.operator.word", "k"),
    ("keyword.operator.logical.python", "k"),
    ("keyword.operator", "o"),
    ("keyword", "k"),
    ("storage", "k"),
    ("entity.name.function", "f"),
    ("support.function", "f"),
    ("variable.function", "f"),
    ("entity.name.tag", "t"),
    ("entity.name.type", "t"),
    ("entity.name.class", "t"),
    ("entity.name.struct", "t"),
    ("entity.name.enum", "t"),
    ("entity.name.trait", "t"),
    ("entity.other.inherited-class", "t"),
    ("support.type", "t"),
    ("support.class", "t"),
    ("entity.other.attribute-name", "a"),
    ("variable.parameter", "v"),
    ("variable.language", "v"),
    ("variable.other.member", "v"),
    ("markup.heading", "h"),
    ("entity.name.section", "h"),
    ("markup.inserted", "i"),
    ("markup.deleted", "d"),
    ("meta.interpolation", ""),
    ("meta.template.expression", ""),
    ("source", ""),
];

/// Appends the HTML of `code` in `language`, a name that [`code::grammar`] knows, and says whether it
/// did. Facts tell which code is not too large for it.
pub fn highlight(language: &str, code: &str, out: &mut String) -> bool {
    highlight_with(if code.is_ascii() { &ASCII_GRAMMARS } else { &GRAMMARS }, language, code, out)
}

fn highlight_with(grammars: &SyntaxSet, language: &str, code: &str, out: &mut String) -> bool {
    let Some(syntax) = code::grammar(language).and_then(|name| grammars.find_syntax_by_name(name)) else {
        return false;
    };
    let start = out.len();
    let mut state = ParseState::new(syntax);
    let mut spans = Spans { out, scopes: ScopeStack::new(), classes: Vec::new(), open: "" };
    for line in code.split_inclusive('\n') {
        if spans.scopes.len() > DEPTH {
            spans.classes.clear();
            spans.text(line);
            continue;
        }
        let Ok(operations) = state.parse_line(line, grammars) else {
            spans.out.truncate(start);
            return false;
        };
        let mut written = 0;
        for (at, operation) in operations {
            spans.text(&line[written..at]);
            written = at;
            let classes = &mut spans.classes;
            let applied = spans.scopes.apply_with_hook(&operation, |step, _| match step {
                BasicScopeStackOp::Push(scope) => {
                    classes.push(class(scope).or(classes.last().copied()).unwrap_or_default())
                }
                BasicScopeStackOp::Pop => drop(classes.pop()),
            });
            if applied.is_err() {
                spans.out.truncate(start);
                return false;
            }
        }
        spans.text(&line[written..]);
    }
    spans.switch("");
    true
}

/// The names of all languages that are coloured, in their order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    code::languages()
}

/// The class of `scope`; `None` where it has that of what it lies in.
fn class(scope: Scope) -> Option<&'static str> {
    CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(scope)).map(|(_, class)| *class)
}

struct Spans<'a> {
    out: &'a mut String,
    scopes: ScopeStack,
    /// The class of each scope that is open.
    classes: Vec<&'static str>,
    /// The class of the span that is open; empty where none is.
    open: &'static str,
}

impl Spans<'_> {
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let class = self.classes.last().copied().unwrap_or_default();
        // Blanks have no colour, so nothing begins with them, and nothing ends with them.
        if class != self.open && !text.trim().is_empty() {
            self.switch(class);
        }
        super::html::escape::text(self.out, text);
    }

    fn switch(&mut self, class: &'static str) {
        if !self.open.is_empty() {
            self.out.insert_str(self.out.trim_end().len(), "</span>");
        }
        if !class.is_empty() {
            self.out.push_str("<span class=\"");
            self.out.push_str(class);
            self.out.push_str("\">");
        }
        self.open = class;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coloured(language: &str, code: &str) -> Option<String> {
        let mut out = String::new();
        highlight(language, code, &mut out).then_some(out)
    }

    #[test]
    fn code_gets_short_classes_and_its_text_stays() {
        assert_eq!(
            coloured("python", "def f(a): # b < c\n    return 'd'\n").as_deref(),
            Some(
                "<span class=\"k\">def</span> <span class=\"f\">f</span>(<span class=\"v\">a</span>): \
                 <span class=\"c\"># b &lt; c</span>\n    <span class=\"k\">return</span> <span class=\"s\">'d'</span>\n"
            )
        );
    }

    #[test]
    fn every_language_that_is_named_has_its_grammar() {
        for language in languages() {
            assert!(coloured(language, "a\n").is_some(), "{language}");
        }
        assert_eq!(coloured("text", "a"), None);
        assert_eq!(coloured("klingon", "a"), None);
    }

    #[test]
    fn the_grammars_for_ascii_colour_it_as_the_others_do() {
        let code = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/code/ascii.txt"));
        assert!(code.is_ascii());
        let mut seen = std::collections::BTreeSet::new();
        for language in languages().filter(|language| seen.insert(code::grammar(language))) {
            let with = |grammars| {
                let mut out = String::new();
                highlight_with(grammars, language, code, &mut out).then_some(out)
            };
            assert_eq!(with(&ASCII_GRAMMARS), with(&GRAMMARS), "{language}");
        }
    }
}
