//! `homeroom explain`.

use crate::build::codes;
use crate::cli::report::{complain, say};
use crate::cli::{ExplainArgs, FINE, USAGE};
use crate::diagnostic::code::Level;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::text::line;

/// Shows the documentation of a finding, or the names of all.
pub fn explain(args: &ExplainArgs) -> u8 {
    let codes = codes();
    let Some(name) = &args.code else {
        let longest = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
        let row = |code: &&crate::diagnostic::code::Code| {
            let summary = code.doc.trim().lines().next().unwrap_or_default();
            format!("{:longest$}  {:7}  {summary}\n", code.name, code.severity.word())
        };
        say(&codes.iter().map(row).collect::<String>());
        return FINE;
    };
    let Some(code) = codes.iter().find(|code| code.name == name) else {
        let near = nearest(name, codes.iter().map(|code| code.name)).map(|near| format!("; did you mean \"{near}\"?"));
        complain(&format!("error: there is no finding \"{}\"{}\n", line(name), near.unwrap_or_default()));
        complain("  help: `homeroom explain` lists all names\n");
        return USAGE;
    };
    let doc: Vec<&str> = code.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let level = match code.level {
        Level::Adjustable => format!(
            "Usually this is {}. A site changes that in site.yaml: `checks: {{{}: warning}}` (error, warning, note, off);\na page excuses it in its front matter: `allow: [{}]`.",
            with_article(code.severity.word()),
            code.name,
            code.name
        ),
        Level::Fixed => format!("This is always {}.", with_article(code.severity.word())),
    };
    say(&format!("{}\n\n{}\n\n{level}\n", code.name, doc.join("\n").trim()));
    FINE
}

fn with_article(word: &str) -> String {
    format!("{} {word}", if word == "error" { "an" } else { "a" })
}
