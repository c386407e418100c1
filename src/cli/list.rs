//! `homeroom list`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::build::memo::Memo;
use crate::build::{self, Assembled, Options};
use crate::cli::explain::kind_names;
use crate::cli::report::{complain, counted, failed, say};
use crate::cli::{FINE, USAGE, day};
use crate::day::Day;
use crate::diagnostic::nearest::nearest;
use crate::diagnostic::text::line;
use crate::disk::scan::scan;
use crate::model::assemble::{self, Drafts, Future};
use crate::model::collections::policy::PolicyStatus;
use crate::model::collections::{Detail, Kind};
use crate::model::entry::Entry;
use crate::model::meaning::is_draft;
use crate::model::reading;
use crate::model::route::Edition;
use crate::model::site::Site;
use crate::model::translation::{State, state};
use crate::parse::document::parse;
use crate::path::SitePath;

/// What `homeroom list` is told.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// A kind, such as guides; or drafts, future, overdue, untranslated, outdated
    what: String,
    /// Only entries in this language; with untranslated, what is missing in it
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// The folder of the site
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = clap::ValueHint::DirPath)]
    root: PathBuf,
    /// As of this day (year-month-day)
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Day>,
    /// How they are shown
    #[arg(long, value_enum, default_value_t = ListFormat::Human)]
    format: ListFormat,
}

/// How a list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// In columns
    Human,
    /// One JSON value
    Json,
}

/// What can be listed besides kinds.
const LISTS: &[(&str, What)] = &[
    ("drafts", What::Drafts),
    ("future", What::Future),
    ("overdue", What::Overdue),
    ("untranslated", What::Untranslated),
    ("outdated", What::Outdated),
];

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// The entries of a kind.
    Kind(Kind),
    /// What is unfinished.
    Drafts,
    /// What has a date to come.
    Future,
    /// The policies whose review is overdue.
    Overdue,
    /// What is not there in a further language.
    Untranslated,
    /// The translations of an older version of their original.
    Outdated,
}

/// An entry in a list: where it stands, and what the list says of it.
struct Row {
    path: SitePath,
    /// The row of a table that it is, from 1.
    number: Option<usize>,
    /// Both in words.
    place: String,
    title: String,
    kind: Kind,
    language: String,
    /// The school grade that it reads at; `None` where nobody knows.
    reading_grade: Option<f64>,
    /// In words, for people.
    status: String,
    /// The same for programs: names and values.
    facts: Vec<(&'static str, Value)>,
}

impl Row {
    fn of(entry: &Entry, status: String, facts: Vec<(&'static str, Value)>) -> Self {
        Self {
            path: entry.document.file().clone(),
            number: entry.document.row.as_ref().map(|row| row.number),
            place: entry.document.shown(),
            title: entry.common.title.clone(),
            kind: entry.kind(),
            language: entry.language.code().to_owned(),
            reading_grade: None,
            status,
            facts,
        }
    }
}

/// Lists what was asked for and gives the exit code.
#[expect(clippy::disallowed_methods, reason = "only the command line asks for the day")]
pub fn list(args: &ListArgs) -> u8 {
    let name = args.what.to_lowercase();
    let found = LISTS.iter().find(|(list, _)| *list == name).map(|(_, what)| *what);
    let Some(what) = found.or_else(|| Kind::called(&name).map(What::Kind)) else {
        let lists = || LISTS.iter().map(|(list, _)| *list);
        let near = nearest(&name, lists().chain(Kind::ALL.iter().flat_map(|kind| kind.all_names())));
        let help = near.map_or_else(
            || format!("write one of {}, {}", kind_names().join(", "), lists().collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean \"{near}\"?"),
        );
        complain(&format!("error: there is no list \"{}\"\n  help: {help}\n", line(&args.what)));
        return USAGE;
    };
    let scanned = match scan(&args.root) {
        Ok(scanned) => scanned,
        Err(error) => return failed(&error),
    };
    let today = args.today.unwrap_or_else(Day::today);
    // What is held back is listed, too.
    let publish = assemble::Options { drafts: Drafts::Publish, future: Future::Publish, today, base_url: None };
    let options = Options { publish, edition: Edition::Web };
    let Assembled { site, .. } = build::assemble(scanned.tree, scanned.findings, &mut Memo::default(), &options);
    if let Some(code) = &args.lang
        && !site.settings.languages.iter().any(|language| language.code() == code)
    {
        let known: Vec<&str> = site.settings.languages.iter().map(|language| language.code()).collect();
        complain(&format!("error: \"{}\" is not a language of this site\n", line(code)));
        complain(&format!("  help: write one of {}\n", known.join(", ")));
        return USAGE;
    }
    let asked = args.lang.as_deref();
    let mut rows: Vec<Row> = site.entries.iter().filter_map(|entry| row(&site, entry, what, asked)).collect();
    if let What::Kind(kind) = what {
        rows.extend(retired(&site, kind).filter(|row| asked.is_none_or(|code| row.language == code)));
        rows.sort_by(|a, b| (&a.path, a.number).cmp(&(&b.path, b.number)));
    }
    say(&match args.format {
        ListFormat::Human => human(&rows),
        ListFormat::Json => format!("{:#}\n", rows.iter().map(value).collect::<Value>()),
    });
    FINE
}

/// What the list `what` says of `entry`; `None` where it is not on it.
fn row(site: &Site, entry: &Entry, what: What, language: Option<&str>) -> Option<Row> {
    let is_asked_for = language.is_none_or(|code| entry.language.code() == code);
    let new = |status: String, facts: Vec<(&'static str, Value)>| Some(Row::of(entry, status, facts));
    match what {
        What::Kind(kind) if entry.kind() == kind && is_asked_for => {
            let row = Row::of(entry, standing(site, entry), Vec::new());
            Some(Row { reading_grade: reading::grade(entry), ..row })
        }
        What::Drafts if is_draft(&entry.common, &entry.detail) && is_asked_for => new("draft".to_owned(), Vec::new()),
        What::Future if is_asked_for => {
            let date = entry.common.date.filter(|date| *date > site.today)?;
            new(format!("from {date}"), vec![("date", json!(date))])
        }
        What::Overdue if is_asked_for => {
            let Detail::Policy(policy) = &*entry.detail else { return None };
            let due = policy.next_review().filter(|due| *due < site.today && policy.status == PolicyStatus::Adopted)?;
            new(format!("review was due {due}"), vec![("due", json!(due))])
        }
        What::Untranslated if entry.language.is_main() => {
            let missing = missing(site, entry, language);
            let status = format!("not in {}", missing.join(", "));
            if missing.is_empty() { None } else { new(status, vec![("missing", json!(missing))]) }
        }
        What::Outdated if is_asked_for => match state(entry)? {
            State::Outdated(now) => new("the original has changed since".to_owned(), vec![("source", json!(now))]),
            State::Current | State::Untold(_) => None,
        },
        _ => None,
    }
}

/// The further languages, or the one asked for, that `entry` is not there in.
fn missing<'a>(site: &'a Site, entry: &Entry, language: Option<&str>) -> Vec<&'a str> {
    let others = site.translations_of(entry);
    let is_there = |code: &str| {
        let mut others = others.iter().map(|at| site.entry(*at));
        others.any(|other| other.role == entry.role && other.language.code() == code)
    };
    let further = site.settings.languages.iter().filter(|language| !language.is_main()).map(|language| language.code());
    further.filter(|code| language.is_none_or(|asked| asked == *code) && !is_there(code)).collect()
}

fn standing(site: &Site, entry: &Entry) -> String {
    let date = entry.common.date.filter(|date| *date > site.today);
    match date {
        _ if is_draft(&entry.common, &entry.detail) => "draft".to_owned(),
        Some(date) => format!("from {date}"),
        None => "published".to_owned(),
    }
}

/// The entries of `kind` that are no longer used, which no site publishes, whatever is asked for.
fn retired(site: &Site, kind: Kind) -> impl Iterator<Item = Row> + '_ {
    let own = site.main_language().code();
    site.held_back.iter().filter_map(move |held| {
        let top = held.path.below("content")?.split('/').next()?;
        let text = site.tree().text(&held.path).filter(|_| Kind::of_folder(top) == kind)?;
        let document = parse(&held.path, text);
        let title = document.fields.get("title").and_then(|field| field.value.text());
        Some(Row {
            title: title.unwrap_or(&document.stem).to_owned(),
            path: held.path.clone(),
            number: None,
            place: held.path.to_string(),
            kind,
            language: document.language.as_deref().unwrap_or(own).to_owned(),
            reading_grade: None,
            status: "retired".to_owned(),
            facts: Vec::new(),
        })
    })
}

fn human(rows: &[Row]) -> String {
    let shown = |row: &Row| row.reading_grade.map_or_else(String::new, |grade| format!("reads at grade {grade:.1}"));
    let cells: Vec<[String; 5]> = rows
        .iter()
        .map(|row| [&row.place, &row.title, &row.language, &shown(row), &row.status].map(|text| line(text)))
        .collect();
    let width = |column: usize| cells.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (path, title, language, grade) = (width(0), width(1), width(2), width(3));
    // Where nothing has a grade there is no column.
    let gap = if grade > 0 { "  " } else { "" };
    let row = |[a, b, c, d, e]: &[String; 5]| format!("{a:path$}  {b:title$}  {c:language$}{gap}{d:grade$}  {e}\n");
    format!("{}{}\n", cells.iter().map(row).collect::<String>(), counted(rows.len(), "entry", "entries"))
}

fn value(row: &Row) -> Value {
    let known = [
        ("path", json!(row.path)),
        ("title", json!(row.title)),
        ("kind", json!(row.kind.name())),
        ("language", json!(row.language)),
        ("status", json!(row.status)),
    ];
    let number = row.number.map(|number| ("row", json!(number)));
    let grade = row.reading_grade.map(|grade| ("reading_grade", json!(grade)));
    let all = known.into_iter().chain(number).chain(grade).chain(row.facts.clone());
    Value::Object(all.map(|(name, value)| (name.to_owned(), value)).collect())
}
