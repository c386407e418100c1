//! The build script: grammars for code that is plain ASCII, as nearly all code is.
//!
//! `syntect` compiles a grammar's expressions when it first meets its language, and most of that time
//! goes into classes of Unicode: `\w` alone has 700 ranges. For ASCII text the same expressions with
//! ASCII classes find the same matches and are compiled in half the time. Code with other letters
//! keeps the grammars as they are.

use std::error::Error;
use std::path::PathBuf;

use regex_syntax::hir::{Class, HirKind};
use syntect::dumps::dump_to_uncompressed_file;
use syntect::parsing::syntax_definition::Pattern;
use syntect::parsing::{Regex, SyntaxSet, SyntaxSetBuilder};

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by its environment where to write")]
#[expect(clippy::print_stdout, reason = "and it reads what a build script prints")]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo starts this")?);
    let mut grammars = SyntaxSetBuilder::new();
    for grammar in SyntaxSet::load_defaults_newlines().into_builder().syntaxes() {
        let mut grammar = grammar.clone();
        for pattern in grammar.contexts.values_mut().flat_map(|context| &mut context.patterns) {
            if let Pattern::Match(pattern) = pattern {
                pattern.regex = Regex::new(ascii(pattern.regex.regex_str()));
            }
        }
        grammars.add(grammar);
    }
    dump_to_uncompressed_file(&grammars.build(), folder.join("ascii.packdump"))?;
    println!("cargo::rerun-if-changed=src/render/grammars.rs");
    Ok(())
}

/// `expression` with the ASCII part of its classes. The new ones stand in brackets, which is right
/// within a class too.
fn ascii(expression: &str) -> String {
    let mut out = String::with_capacity(expression.len());
    let mut rest = expression;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..].chars().next().unwrap_or_default();
        let length = match (name, rest.find('}')) {
            ('p' | 'P', Some(end)) if rest[2..].starts_with('{') => end + 1,
            ('p' | 'P', _) => 3.min(rest.len()),
            _ => 1 + name.len_utf8(),
        };
        let is_class = matches!(name, 'w' | 'W' | 'd' | 'D' | 's' | 'S' | 'p' | 'P');
        let class = if is_class { ascii_class(&rest[..length]) } else { None };
        out.push_str(class.as_deref().unwrap_or(&rest[..length]));
        rest = &rest[length..];
    }
    out + rest
}

/// The class `written`, such as `\w` or `\p{Lu}`, as ranges of ASCII; `None` where it has none there.
fn ascii_class(written: &str) -> Option<String> {
    let hir = regex_syntax::parse(&format!("[{written}&&[\\x00-\\x7F]]")).ok()?;
    let range = |start: u32, end: u32| format!("\\x{start:02X}-\\x{end:02X}");
    let ranges: String = match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().map(|of| range(of.start().into(), of.end().into())).collect()
        }
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().map(|of| range(of.start().into(), of.end().into())).collect()
        }
        HirKind::Literal(literal) => literal.0.iter().map(|byte| range((*byte).into(), (*byte).into())).collect(),
        _ => return None,
    };
    (!ranges.is_empty()).then(|| format!("[{ranges}]"))
}
