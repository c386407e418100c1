//! `homeroom init`.
//!
//! The files of a new site lie in `files/`: `both/` for every language, `en/` and `es/` for one. A
//! leading `dot.` in a name stands for a dot, as files that begin with one would be taken for our own.

use std::path::PathBuf;

use clap::Args;
use rust_embed::RustEmbed;

use crate::cli::report::{complain, failed, say};
use crate::cli::{FINE, USAGE, day};
use crate::day::Day;
use crate::diagnostic::text::line;
use crate::disk::create;
use crate::model::collections::Kind;
use crate::parse::yaml::write;
use crate::path::SitePath;

/// Where `Cargo.toml` says that homeroom's repository is; empty where it does not.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The languages that a new site can be in, and what it is called until somebody says otherwise.
const LANGUAGES: &[(&str, &str)] = &[("en", "Our teacher hub"), ("es", "Nuestro espacio docente")];

#[derive(RustEmbed)]
#[folder = "src/cli/init/files"]
struct Files;

/// What `homeroom init` is told.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder of the new site
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: PathBuf,
    /// The language of the site and its examples: en or es
    #[arg(long, value_name = "CODE", default_value = "en")]
    lang: String,
    /// The name of the site
    #[arg(long)]
    title: Option<String>,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    quiet: bool,
    /// The day from which the example policy applies (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
}

/// Begins a site and gives the exit code.
#[expect(clippy::disallowed_methods, reason = "only the command line asks for the day")]
pub fn init(args: &InitArgs) -> u8 {
    let Some((code, usual)) = LANGUAGES.iter().find(|(code, _)| *code == args.lang) else {
        let known: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
        complain(&format!("error: there are no examples in \"{}\"\n", line(&args.lang)));
        complain(&format!(
            "  help: begin with one of {}; any further language is added in site.yaml\n",
            known.join(", ")
        ));
        return USAGE;
    };
    let title = args.title.as_deref().map_or(*usual, str::trim);
    if title.is_empty() || title.chars().any(char::is_control) {
        complain("error: the title is empty or holds a control character\n  help: write it on one line\n");
        return USAGE;
    }
    if let Err(error) = create::files(&args.folder, &files(code, title, args.today.unwrap_or_else(Day::today))) {
        return failed(&error);
    }
    if !args.quiet {
        say(&next_steps(args));
    }
    FINE
}

/// The front matter of the example of `kind` that a new site has; `None` where it has none.
pub fn example(kind: Kind) -> Option<String> {
    let folder = kind.folder().map_or_else(|| "content/".to_owned(), |folder| format!("content/{folder}/"));
    let is_example =
        |path: &str| path.strip_prefix(&folder).is_some_and(|name| name.ends_with(".md") && !name.contains(['/', '_']));
    let (_, text) = files("en", LANGUAGES[0].1, Day::parse("2026-08-01").unwrap_or_default())
        .into_iter()
        .find(|(path, _)| is_example(path.as_str()))?;
    let end = text.get(4..)?.find("\n---\n")? + 4;
    Some(format!("{}\n---\n", &text[..end]))
}

/// How a site's workflow installs homeroom, and the one place that says so: from the tag of this version in its
/// `repository`, or from crates.io where none is known.
fn install(repository: &str, version: &str) -> String {
    match repository {
        "" => format!("cargo install --locked homeroom --version {version}"),
        _ => format!("cargo install --locked --git {repository} --tag v{version} homeroom"),
    }
}

/// The files of a new site in the language `code` with the name `title`, begun `today`.
fn files(code: &str, title: &str, today: Day) -> Vec<(SitePath, String)> {
    let install = install(REPOSITORY, env!("CARGO_PKG_VERSION"));
    let of = |name: &str| {
        let (folder, below) = name.split_once('/')?;
        let path =
            below.split('/').map(|part| part.strip_prefix("dot").filter(|rest| rest.starts_with('.')).unwrap_or(part));
        let path = SitePath::new(&path.collect::<Vec<_>>().join("/"))?;
        let file = Files::get(name).filter(|_| folder == "both" || folder == code)?;
        let text = String::from_utf8_lossy(&file.data).replace("\r\n", "\n");
        // The title comes last: it is nobody's blank.
        let text = text.replace("{install}", &install).replace("{today}", &today.to_string());
        Some((path, text.replace("{title}", &write::scalar(title))))
    };
    Files::iter().filter_map(|name| of(&name)).collect()
}

fn next_steps(args: &InitArgs) -> String {
    let folder = line(&args.folder.display().to_string());
    let go = if folder == "." {
        String::new()
    } else {
        format!("cd {} && ", if folder.contains(' ') { format!("\"{folder}\"") } else { folder })
    };
    format!(
        "see it while you write:  {go}homeroom serve --drafts --open\n\
         begin a page:            homeroom new guide \"Your title\"\n\
         publish it:              push it to GitHub, then choose Settings, Pages, Source: GitHub Actions\n"
    )
}

#[cfg(test)]
mod tests {
    use super::install;

    #[test]
    fn homeroom_is_installed_from_its_repository_where_that_is_known() {
        let (known, unknown) = (install("https://example.org/homeroom", "1.2.3"), install("", "1.2.3"));
        assert_eq!(known, "cargo install --locked --git https://example.org/homeroom --tag v1.2.3 homeroom");
        assert_eq!(unknown, "cargo install --locked homeroom --version 1.2.3");
    }
}
