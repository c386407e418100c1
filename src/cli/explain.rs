//! `homeroom explain`.

mod kind;

use crate::build::codes;
use crate::cli::report::{complain, say};
use crate::cli::{ExplainArgs, FINE, USAGE};
use crate::diagnostic::code::{Code, Level};
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::text::line;
use crate::model::collections::Kind;
use crate::model::components;

/// Shows the documentation of a finding, of a kind or of a component, or the names of all.
pub fn explain(args: &ExplainArgs) -> u8 {
    let codes = codes();
    let Some(name) = &args.name else {
        say(&all(&codes));
        return FINE;
    };
    let small = name.to_lowercase();
    let component = components::described(&small);
    if let Some(kind) = Kind::called(&small) {
        let code = kind::explain(kind, args);
        if let Some(component) = component.filter(|_| !args.schema) {
            say(&format!("\nThere is a component of that name, too.\n\n{}", kind::component(&small, &component)));
        }
        return code;
    }
    if let Some(component) = component.filter(|_| !args.schema) {
        say(&kind::component(&small, &component));
        return FINE;
    }
    let found = codes.iter().find(|code| code.name == name);
    match found {
        Some(code) if !args.schema => {
            say(&documentation(code));
            FINE
        }
        _ if found.is_some() || components::NAMES.contains(&small.as_str()) => {
            complain(&format!("error: \"{name}\" is no kind, and only kinds have a schema\n"));
            complain(&format!("  help: name one of {}\n", kind_names().join(", ")));
            USAGE
        }
        _ => {
            let kinds = Kind::ALL.iter().flat_map(|kind| kind.all_names());
            let known = codes.iter().map(|code| code.name).chain(kinds).chain(components::NAMES.iter().copied());
            let near = nearest(name, known).map(|near| format!("; did you mean \"{near}\"?"));
            complain(&format!(
                "error: there is no finding, no kind and no component \"{}\"{}\n",
                line(name),
                near.unwrap_or_default()
            ));
            complain("  help: `homeroom explain` lists all names\n");
            USAGE
        }
    }
}

/// What the kinds are called, each by the name that commands take first.
pub fn kind_names() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.name()).collect()
}

fn all(codes: &[&'static Code]) -> String {
    let longest = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
    let row = |code: &&Code| {
        let summary = code.doc.trim().lines().next().unwrap_or_default();
        format!("{:longest$}  {:7}  {summary}\n", code.name, code.severity.word())
    };
    let findings: String = codes.iter().map(row).collect();
    format!(
        "{findings}\nKinds, with their fields: {}\nComponents, with theirs: {}\n",
        kind_names().join(", "),
        components::NAMES.join(", ")
    )
}

fn documentation(code: &Code) -> String {
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
    format!("{}\n\n{}\n\n{level}\n", code.name, doc.join("\n").trim())
}

fn with_article(word: &str) -> String {
    format!("{} {word}", if word == "error" { "an" } else { "a" })
}
