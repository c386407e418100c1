//! `homeroom new`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::explain::kind_names;
use crate::cli::report::{complain, failed, say};
use crate::cli::{CONTENT, FINE, USAGE, day};
use crate::day::Day;
use crate::diagnostic::nearest::{nearest, suggestion};
use crate::diagnostic::text::line;
use crate::disk::scan::{Scan, scan};
use crate::disk::{create, edit};
use crate::model::collections::Kind;
use crate::model::route::slug;
use crate::model::scaffold::{self, translation};
use crate::model::settings::Settings;
use crate::parse::document::parse;
use crate::path::SitePath;
use crate::render::theme;

/// What `homeroom new` is told.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The kind: guide, prompt, policy, playbook, deck, brief, story, thought, message, page; or `words`
    kind: Option<String>,
    /// The title, in quotation marks
    title: Vec<String>,
    /// The language, where it is not the site's own
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Begin the translation of this file
    #[arg(long, value_name = "FILE", requires = "lang", value_hint = clap::ValueHint::FilePath)]
    from: Option<PathBuf>,
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// The day that stands in the new file (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
}

/// What is written instead of a kind for the words of the interface.
const WORDS: &str = "words";

/// What was asked for that cannot be begun: what there is, and what to do.
struct Refusal(u8, String, String);

/// Begins a new file and gives the exit code.
#[expect(clippy::disallowed_methods, reason = "only the command line asks for the day")]
pub fn new(args: &NewArgs) -> u8 {
    let scanned = match scan(&args.root) {
        Ok(scanned) => scanned,
        Err(error) => return failed(&error),
    };
    let settings = Settings::of(&scanned.tree, None, None);
    let today = args.today.unwrap_or_else(Day::today);
    let begun = match (&args.from, args.kind.as_deref()) {
        (Some(from), _) => translated(args, &scanned, &settings, from),
        (None, Some(WORDS)) => words(args, &scanned, &settings),
        (None, Some(kind)) => entry(args, &scanned, &settings, kind, today),
        (None, None) => {
            let help = format!(
                "name a kind and a title, as in `homeroom new guide \"Two by ten\"`; kinds: {}",
                kind_names().join(", ")
            );
            Err(Refusal(USAGE, "this does not say what to begin".to_owned(), help))
        }
    };
    let (path, text) = match begun {
        Ok(begun) => begun,
        Err(Refusal(code, what, help)) => {
            complain(&format!("error: {}\n  help: {}\n", line(&what), line(&help)));
            return code;
        }
    };
    match create::files(&args.root, &[(path.clone(), text)]) {
        Ok(()) => {
            say(&format!("{path}\n"));
            if path.extension() == Some("md") {
                complain("  it is a draft: `homeroom serve --drafts` shows it\n");
            }
            FINE
        }
        Err(error) => failed(&error),
    }
}

type Begun = Result<(SitePath, String), Refusal>;

fn entry(args: &NewArgs, scanned: &Scan, settings: &Settings, name: &str, today: Day) -> Begun {
    let Some(kind) = Kind::called(&name.to_lowercase()) else {
        let known = Kind::ALL.iter().flat_map(|kind| kind.all_names()).chain([WORDS]);
        let help = nearest(name, known).map_or_else(
            || format!("write one of {}, {WORDS}", kind_names().join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        return Err(Refusal(USAGE, format!("there is no kind \"{name}\""), help));
    };
    let words = args.title.join(" ");
    let title = title(&words, kind)?;
    let suffix = suffix(args, settings)?;
    let name = scaffold::file_name(kind, title);
    let folder = kind.folder().map_or_else(|| "content".to_owned(), |folder| format!("content/{folder}"));
    if let Some(path) = same_address(scanned, &folder, &format!("{name}{suffix}")) {
        return Err(taken(&path));
    }
    Ok((path(&format!("{folder}/{name}{suffix}.md"))?, scaffold::entry(kind, title, today)))
}

fn title(text: &str, kind: Kind) -> Result<&str, Refusal> {
    let title = text.trim();
    if title.is_empty() {
        let help = format!("write it in quotation marks: `homeroom new {} \"Two by ten\"`", kind.name());
        return Err(Refusal(USAGE, format!("a {} begins with its title", kind.name_of(1)), help));
    }
    if title.chars().any(char::is_control) {
        let what = "the title holds a line end or another control character".to_owned();
        return Err(Refusal(USAGE, what, "write it on one line".to_owned()));
    }
    Ok(title)
}

/// What stands before `.md` in the name of a file in the language asked for.
fn suffix(args: &NewArgs, settings: &Settings) -> Result<String, Refusal> {
    let Some(code) = &args.lang else { return Ok(String::new()) };
    let found = settings.languages.iter().find(|language| language.code() == code);
    match found {
        Some(language) if language.is_main() => Ok(String::new()),
        Some(language) => Ok(format!(".{}", language.code())),
        None => Err(undeclared(code, settings)),
    }
}

fn undeclared(code: &str, settings: &Settings) -> Refusal {
    let add = format!("add it to site.yaml: `languages: {{{code}: {{title: …}}}}`");
    let known = settings.languages.iter().map(|language| language.code());
    let help = nearest(code, known).map_or(add, |near| format!("did you mean \"{near}\"?"));
    Refusal(USAGE, format!("\"{code}\" is not a language of this site"), help)
}

/// The file in `folder` that has the address of one called `name` already.
fn same_address(scanned: &Scan, folder: &str, name: &str) -> Option<SitePath> {
    let is_same = |path: &&SitePath| {
        let below = path.below(folder).unwrap_or_default().trim_end_matches(".md");
        let below = below.strip_suffix("/index").unwrap_or(below);
        !below.contains('/') && slug(below) == slug(name)
    };
    let mut pages = scanned.tree.below(folder).map(|(path, _)| path).filter(|path| path.extension() == Some("md"));
    pages.find(is_same).cloned()
}

fn taken(path: &SitePath) -> Refusal {
    let help =
        format!("open it, or choose another title; a translation is begun with `homeroom new --from {path} --lang …`");
    Refusal(USAGE, format!("{path} is there already"), help)
}

fn translated(args: &NewArgs, scanned: &Scan, settings: &Settings, from: &Path) -> Begun {
    let original = edit::within(&args.root, from)
        .map_err(|error| Refusal(USAGE, error.message, error.help.unwrap_or_default()))?;
    let refuse = |code: u8, what: &str, help: &str| Err(Refusal(code, format!("{original} {what}"), help.to_owned()));
    let Some(text) = scanned.tree.text(&original).filter(|_| original.extension() == Some("md")) else {
        let ending = original.extension().unwrap_or_default();
        let beside = original.as_str().trim_end_matches(ending).trim_end_matches('.');
        let table = format!(
            "write {beside}.{}.{ending} beside it, with the column id and the columns that are translated",
            args.lang.as_deref().unwrap_or("es")
        );
        return match ending.to_ascii_lowercase().as_str() {
            "csv" | "yaml" | "yml" if original.below("content").is_some() => refuse(USAGE, "is a table", &table),
            _ => refuse(USAGE, "is no page of the site", "name a file such as content/guides/two-by-ten.md"),
        };
    };
    let document = parse(&original, text);
    if document.is_unreadable() {
        return refuse(CONTENT, "has front matter that cannot be read", "`homeroom check` says what is wrong with it");
    }
    let is_known = |code: &str| settings.languages.iter().any(|language| language.code() == code);
    if document.language.as_deref().is_some_and(is_known) {
        return refuse(USAGE, "is a translation itself", "name its original, which has no language in its name");
    }
    let further: Vec<&str> = settings.languages.iter().skip(1).map(|language| language.code()).collect();
    let suffix = suffix(args, settings)?;
    if suffix.is_empty() {
        let help = suggestion("", further)
            .unwrap_or_else(|| "add a language to site.yaml: `languages: {es: {title: …}}`".to_owned());
        return Err(Refusal(
            USAGE,
            "a translation needs another language".to_owned(),
            format!("name it with --lang; {help}"),
        ));
    }
    let top = original.below("content").and_then(|below| below.split_once('/')).map_or("", |(top, _)| top);
    let kind = if document.stem == "_index" { Kind::Page } else { Kind::of_folder(top) };
    // The kind follows from the original, so what stands in its place is the first word of the title.
    let first = args.kind.iter().filter(|word| args.title.is_empty() || Kind::called(&word.to_lowercase()).is_none());
    let words: Vec<&str> = first.chain(&args.title).map(String::as_str).collect();
    let words = (!words.is_empty()).then(|| words.join(" "));
    let title = words.as_deref().map(|text| title(text, kind)).transpose()?;
    let place = format!("{}/{}{suffix}.md", original.folder(), document.stem);
    Ok((path(&place)?, translation::begun(kind, &document, &text.body, title)))
}

/// The words of the interface in a language that has none.
fn words(args: &NewArgs, scanned: &Scan, settings: &Settings) -> Begun {
    let Some(code) = &args.lang else {
        let what = "this does not say in which language the words are".to_owned();
        return Err(Refusal(USAGE, what, "name it with --lang: `homeroom new words --lang vi`".to_owned()));
    };
    if !settings.languages.iter().any(|language| language.code() == code) {
        return Err(undeclared(code, settings));
    }
    let (theme, _) = theme::theme(&scanned.tree, settings);
    let english = theme.languages.get("en").and_then(|all| all.first()).map(|speech| speech.text.to_string());
    let text = format!(
        "# Begun from the English words: put what stands after each `=` into \"{code}\". What stands in {{ $braces }}\n# is filled in and keeps its name. Delete a line to keep its words in English.\n\n{}",
        english.unwrap_or_default()
    );
    Ok((path(&format!("themes/{}/languages/{code}.ftl", settings.config.theme()))?, text))
}

fn path(text: &str) -> Result<SitePath, Refusal> {
    let help = || "choose another title, or name the theme in site.yaml by its folder's name".to_owned();
    SitePath::new(text).ok_or_else(|| Refusal(USAGE, format!("\"{text}\" is no path"), help()))
}
